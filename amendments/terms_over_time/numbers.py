"""Numbers as bylaws write them: ``ten (10)``, ``thirty-five``, ``16 2/3``, ``one-tenth (1/10)``, ``1,500.50``."""

from __future__ import annotations

import re
from fractions import Fraction

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "fourth": 4, "fourths": 4, "quarter": 4, "quarters": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10, "twentieth": 20,
}  # fmt: skip
_BELOW_HUNDRED = rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_UNITS[1:10])})\b)?|{'|'.join(_UNITS)})"
_WORDS = rf"\b{_BELOW_HUNDRED}(?:\s+(?:hundred|thousand|million)(?:\s+{_BELOW_HUNDRED})?)*\b"
_FIGURES = r"(?<![\w.,/])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[-\s]\d+/\d+)?(?![\w/])"
NUMBER = rf"(?:{_WORDS}\s*\(\s*\d[\d,.]*(?:[-\s]\d+/\d+)?\s*\)|{_FIGURES}|{_WORDS})"
"""A number in words, in figures, or in words with the figures in brackets."""
FRACTION = (
    rf"(?:\b(?:{'|'.join(_UNITS[1:10])})[-\s](?:{'|'.join(_PARTS)})\b(?:\s*\(\s*\d+/\d+(?:rds?|ths?|s)?\s*\))?"
    r"|(?<![\w/])\d+/\d+(?:rds?|ths?|s)?(?![\w/]))"
)
"""A fraction: ``two-thirds (2/3)``."""
_SHARE = re.compile(r"(\d+)/(\d+)")


def number(words: str) -> Fraction | None:
    """The value of a number; None where words and figures say two things, or can't be read."""
    bracketed = re.search(r"\(\s*([^)]*?)\s*\)", words)
    if bracketed:
        in_words, in_figures = _in_words(words[: bracketed.start()]), _in_figures(bracketed[1])
        return in_figures if in_words == in_figures else None
    return _in_figures(words.strip()) if words.strip()[:1].isdigit() else _in_words(words)


def fraction(words: str) -> Fraction | None:
    """The value of a fraction; None where words and figures say two things."""
    figures = _SHARE.search(words)
    written = None
    if figures:
        if not int(figures[2]):
            return None
        written = Fraction(int(figures[1]), int(figures[2]))
    said = (
        re.findall(r"[a-z]+", words[: figures.start()].casefold())
        if figures
        else re.findall(r"[a-z]+", words.casefold())
    )
    if len(said) < 2:
        return written
    spoken = Fraction(_UNITS.index(said[0]), _PARTS[said[1]])
    return spoken if written in (None, spoken) else None


def _in_figures(words: str) -> Fraction | None:
    found = re.fullmatch(r"([\d,]+(?:\.\d+)?)(?:[-\s](\d+)/(\d+))?", words.rstrip(".,"))
    if found is None or (found[3] and not int(found[3])):
        return None
    whole = Fraction(found[1].replace(",", ""))
    return whole + (Fraction(int(found[2]), int(found[3])) if found[2] else 0)


def _in_words(words: str) -> Fraction | None:
    total = part = 0
    for word in re.findall(r"[a-z]+", words.casefold()):
        if word in _UNITS:
            part += _UNITS.index(word)
        elif word in _TENS:
            part += 20 + 10 * _TENS.index(word)
        elif word == "hundred":
            part = max(1, part) * 100
        elif word in ("thousand", "million"):
            total, part = total + max(1, part) * (1000 if word == "thousand" else 1_000_000), 0
        else:
            return None
    return Fraction(total + part)
