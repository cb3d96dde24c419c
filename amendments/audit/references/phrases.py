"""Phrases: a unit with its numbers ("Sections 3.02 through 3.05", "this Article V", "the preceding Section")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from corpus.address import LEVELS, NUMBER_WORDS, Level, Step, article_value, in_roman, roman_value

Unit = Literal["article", "section", "item"]
Said = Literal["", "this", "that", "before", "after"]
"""The word before the unit: none, "this", one for what was named before ("such"), or one for a neighbour."""


@dataclass(frozen=True, slots=True)
class Number:
    """The steps that a number of a phrase says; ``between`` where a range only implies it."""

    steps: tuple[Step, ...]
    between: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A unit with the numbers that it has, none for "this Article"."""

    start: int
    end: int
    unit: Unit
    said: Said
    numbers: tuple[Number, ...]


_MARK_FORM = r"\((?:[A-Za-z]|[ivxlIVXL]{2,5}|aa|bb|cc|dd|ee|\d{1,2})\)"
_MARKS = rf"(?:\s?{_MARK_FORM})*"
_ROMAN = r"[IVXLC]+(?:-[A-Z])?(?![.]\w)\b"
_DIGITS = r"\d+(?:\.\d+)*(?:-?[A-Za-z](?![a-z]))?\b"
_FORMS: dict[Unit, str] = {
    "article": rf"{_ROMAN}|{_DIGITS}|(?i:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})\b",
    "section": rf"(?:{_DIGITS}|{_ROMAN}|[A-Z]\b(?!\.[A-Z])){_MARKS}",
    "item": rf"{_MARK_FORM}{_MARKS}|{_DIGITS}{_MARKS}",
}
_NUMBER = {unit: re.compile(form) for unit, form in _FORMS.items()}
_MARK = re.compile(_MARK_FORM)
_JOIN = re.compile(
    r"\s*(?:(?P<to>(?:,\s*)?(?:through|thru|to(?:\s+and\s+including)?)(?=\s)|[–—-])|,?\s*and/or|,?\s*and|,?\s*or|,|&)\s*"
)
_UNIT = re.compile(
    r"(?<![\w-])"
    r"(?:(?:(?P<this>this)|(?P<that>such|said|that|the\s+same|another)"
    r"|the\s+(?:(?:immediately|next)\s+)*(?:(?P<before>preceding|foregoing|previous)|(?P<after>following|succeeding)))"
    r"\s+)?(?<![\w-])"
    r"(?:(?P<item>(?:(?:sub-?)?(?:paragraph|clause|division)s?|sub-?sections?|items?)(?![\w-])|paras?\.)"
    r"|(?P<section>sections?(?![\w-])|secs?\.|ss?\.(?=\s?\d)|§§?)"
    r"|(?P<article>articles?(?![\w-])|arts?\.))\s*",
    re.IGNORECASE,
)
_UNITS: tuple[Unit, ...] = get_args(Unit)
_SAID: tuple[Said, ...] = ("this", "that", "before", "after")
_PLURAL = re.compile(r"s\.?\Z|§§", re.IGNORECASE)
_WIDEST = 60
"""A range of more numbers than this is known by its ends alone."""


def phrases(words: str) -> Iterator[Phrase]:
    """The phrases of a paragraph in reading order. A unit without a number or a telling word is none."""
    at = 0
    while found := _UNIT.search(words, at):
        unit = next(one for one in _UNITS if found[one])
        said: Said = next((one for one in _SAID if found[one]), "")
        plural = bool(_PLURAL.search(found[unit])) and found[unit].lower() != "s."
        numbers, at = _numbers(words, found.end(), unit, plural)
        if numbers or (said and not plural):
            yield Phrase(found.start(), at, unit, said, numbers)


def _numbers(words: str, at: int, unit: Unit, plural: bool) -> tuple[tuple[Number, ...], int]:
    """The numbers that stand from ``at`` on, and where the last word has ended."""
    first = _NUMBER[unit].match(words, at)
    if first is None or (not plural and words[first.end() : first.end() + 2].strip("0123456789") == "-"):
        return (), len(words[:at].rstrip())  # "Section 55-8-02" is a number of a statute
    made = [Number(_steps(first[0], unit))]
    end = first.end()
    while joined := _JOIN.match(words, end):
        whole = _NUMBER[unit].match(words, joined.end()) if plural else None
        mark = None if whole else _MARK.match(words, joined.end()) if made[-1].steps[-1].level in LEVELS[2:] else None
        following = whole or mark
        if following is None:
            break
        steps = _steps(following[0], unit)
        if mark and unit != "item":  # "Section 3(a) and (b)"
            steps = (*made[-1].steps[:-1], Step(made[-1].steps[-1].level, steps[-1].number))
        if joined["to"]:
            made += [Number(one, between=True) for one in _between(made[-1].steps, steps)]
        made.append(Number(steps))
        end = following.end()
    return tuple(made), end


def _steps(printed: str, unit: Unit) -> tuple[Step, ...]:
    bare = re.split(r"\s?\(", printed, maxsplit=1)[0]
    own: list[Step] = [Step("paragraph" if unit == "item" else unit, bare)] if bare else []
    below: tuple[Level, ...] = LEVELS[4:] if own and unit == "item" else LEVELS[3:]
    marks = [mark.strip("()") for mark in _MARK.findall(printed)]
    return (*own, *(Step(below[min(nth, len(below) - 1)], mark) for nth, mark in enumerate(marks)))


def _between(first: tuple[Step, ...], last: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    """What lies between the two ends of a range that count in the same way."""
    low, high = first[-1], last[-1]
    ahead, _, start = low.number.rpartition(".")
    ahead_too, _, stop = high.number.rpartition(".")
    if low.level != high.level or len(first) != len(last) or ahead != ahead_too:
        return
    for number in _counted(start, stop, low.level):
        yield (*first[:-1], Step(low.level, f"{ahead}.{number}" if ahead else number))


def _counted(start: str, stop: str, level: Level) -> Iterator[str]:
    if start.isdigit() and stop.isdigit():
        for value in range(int(start) + 1, min(int(stop), int(start) + _WIDEST)):
            yield f"{value:0{len(start)}d}" if start.startswith("0") else str(value)
    elif level in ("article", "section") and (low := roman_value(start)) and (high := article_value(stop)):
        yield from (in_roman(value) for value in range(low + 1, high))
    elif len(start) == len(stop) == 1 and level not in ("article", "section"):
        yield from (chr(code) for code in range(ord(start) + 1, ord(stop)))
