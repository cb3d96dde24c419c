"""Addresses: how people name a provision, as a type.

An address is a path of steps, each a level and a number: article III, section 1, paragraph a. It prints as
people say it ("Article III, Section 1(a)") and as an eId of the Akoma Ntoso naming convention
(``art_III__sec_1__para_a``, OASIS akn-nc 5.4).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from corpus.errors import NotAnAddress

Level = Literal["article", "section", "subsection", "paragraph", "subparagraph", "clause", "subclause"]

LEVELS: tuple[Level, ...] = get_args(Level)
ABBREVIATIONS: dict[Level, str] = {
    "article": "art",
    "section": "sec",
    "subsection": "subsec",
    "paragraph": "para",
    "subparagraph": "subpara",
    "clause": "cl",
    "subclause": "subcl",
}
NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
).split()
"""The numbers of articles in words: ``ARTICLE ONE``."""
_LEVEL_OF = {short: level for level, short in ABBREVIATIONS.items()}
_ITEMS: tuple[Level, ...] = ("paragraph", "subparagraph", "clause", "subclause")
_SEPARATOR = re.compile(r"[^\w-]+")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_NUMERALS = tuple(
    zip("M CM D CD C XC L XL X IX V IV I".split(), (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), strict=True)
)
_ROMAN_FORM = re.compile(r"(?=.)m*(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})", re.IGNORECASE)


@lru_cache(maxsize=4096)
def roman_value(text: str) -> int | None:
    """The value of a well-formed roman numeral in either case, or None: ``XIV`` is 14, ``IIII`` is none."""
    if not _ROMAN_FORM.fullmatch(text):
        return None
    values = [_ROMAN[letter] for letter in text.lower()]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def in_roman(value: int) -> str:
    """A number from 1 on as a roman numeral.

    >>> in_roman(14)
    'XIV'
    """
    made = ""
    for sign, worth in _NUMERALS:
        made, value = made + sign * (value // worth), value % worth
    return made


def article_value(number: str) -> int | None:
    """The value of an article's number as printed, in roman numerals or in words; None for digits and others."""
    words = number.lower()
    return NUMBER_WORDS.index(words) + 1 if words in NUMBER_WORDS else roman_value(number)


@dataclass(frozen=True, slots=True)
class Step:
    """One level of an address. ``number`` is bare: ``III``, ``1``, ``3.02``, ``a``."""

    level: Level
    number: str

    @property
    def eid(self) -> str:
        return f"{ABBREVIATIONS[self.level]}_{_SEPARATOR.sub('-', self.number).strip('-')}"

    def __str__(self) -> str:
        if self.level in ("article", "section"):
            return f"{self.level.capitalize()} {self.number}"
        return f"Section {self.number}" if self.pointed else f"({self.number})"

    @property
    def pointed(self) -> bool:
        """Whether the number names those above it, as 2.2.1 does: people say "Section 2.2.1" of it at any level."""
        return self.level != "article" and "." in self.number

    def matches(self, other: Step) -> bool:
        """Whether both name the same number; levels below the section are alike to the people who cite them."""
        return match_key(self.level, self.number) == match_key(other.level, other.number)


@dataclass(frozen=True, slots=True)
class Address:
    """The path to a provision from the top of a text, or the end of such a path ("Section 3.02")."""

    steps: tuple[Step, ...]

    @property
    def eid(self) -> str:
        return "__".join(step.eid for step in self.steps)

    def __str__(self) -> str:
        text = ""
        for step in self.said:
            text += ("" if str(step).startswith("(") or not text else ", ") + str(step)
        return text

    @property
    def said(self) -> tuple[Step, ...]:
        """The steps that people say: "Section 2.2.1" says that it stands in Section 2.2."""
        below = (*self.steps[1:], None)
        return tuple(
            step
            for step, next_ in zip(self.steps, below, strict=False)
            if not (next_ and step.pointed and next_.number.startswith(f"{step.number}."))
        )

    def under(self, step: Step) -> Address:
        return Address((*self.steps, step))

    @property
    def parent(self) -> Address:
        return Address(self.steps[:-1])

    def matches(self, other: Address) -> bool:
        """Whether both are the same path, however the numbers are written."""
        return len(self.steps) == len(other.steps) and all(
            ours.matches(theirs) for ours, theirs in zip(self.steps, other.steps, strict=True)
        )

    def names(self, full: Address) -> bool:
        """Whether ``full``, a path from the top, is the provision that this address names.

        The last steps must agree; what is named above them must stand above it in the same order.
        """
        if not self.steps or not full.steps or not self.steps[-1].matches(full.steps[-1]):
            return False
        rest = iter(reversed(full.steps[:-1]))
        return all(any(step.matches(above) for above in rest) for step in reversed(self.steps[:-1]))


def read_address(text: str) -> tuple[Address, ...]:
    """The readings of an address as people write it, the likeliest first; raises NotAnAddress.

    >>> [str(reading) for reading in read_address("Section 2 of Article III")]
    ['Article III, Section 2']
    >>> [str(reading) for reading in read_address("3.1")]
    ['Section 3.1', 'Article 3, Section 1']
    """
    plain = _OF_THE_BYLAWS.sub("", " ".join(text.split())).rstrip(".,; ")
    readings = _from_eid(plain) or _from_words(plain) or _from_short(plain)
    if not readings:
        raise NotAnAddress(text)
    return readings


@lru_cache(maxsize=4096)
def bare_number(printed: str) -> str:
    """The number within a printed one: ``Section 3,`` is ``3``, ``ARTICLE III`` is ``III``, ``(a)`` is ``a``."""
    words = re.findall(r"[\w.\-]*\w", _SPACED.sub(".", printed))
    return words[-1].strip(".-") if words else ""


_SPACED = re.compile(r"(?<=\d\.\d)\s(?=\d)|(?<=\d\.\d\d)\s(?=\d)")
"""Where a point is missing in a number: ``3.3 1``."""
_OF_THE_BYLAWS = re.compile(r"\s+of\s+(?:the|these)\s+by-?laws$", re.IGNORECASE)


def _lowered(found: re.Match[str]) -> str:
    return found.group().lower()


def _from_eid(text: str) -> tuple[Address, ...]:
    pairs = [part.partition("_") for part in re.sub(r"\b[A-Z]+(?=_)|(?<=__)[A-Z]+(?=_)", _lowered, text).split("__")]
    if all(short in _LEVEL_OF and number for short, _, number in pairs):
        return (Address(tuple(Step(_LEVEL_OF[short], number) for short, _, number in pairs)),)
    return ()


_WORD = re.compile(
    r"(?P<word>(?:article|art|section|sect|sec|subsection|subparagraph|paragraph|para|clause)(?![^\W\d_])\.?|§+)\s*"
    r"(?P<number>\(?(?:[^\W_][\w.\-]*)?[^\W_]\)?)|\((?P<item>\w+)\)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s,;:.\-–—]*")


def _from_words(text: str) -> tuple[Address, ...]:
    """``Article III, Section 1(a)`` and, from the inside out, ``paragraph (a) of Section 1 of Article III``."""
    steps: list[Step] = []
    for part in reversed(re.split(r"\s+of\s+(?:the\s+)?", text, flags=re.IGNORECASE)):
        at = 0
        while at < len(part):
            found = _WORD.match(part, at)
            if not found:
                return ()
            level, number = _named_step(found, steps)
            numeral, _, rest = number.partition(".")
            if level == "article" and rest and roman_value(numeral):
                steps += (Step(level, numeral), Step("section", rest))
            else:
                steps.append(Step(level, number))
            between = _BETWEEN.match(part, found.end())
            at = between.end() if between else found.end()
    ordered = sorted(steps, key=lambda step: LEVELS.index(step.level))  # "Section 1, Article III" is said too
    return (Address(tuple(ordered)),) if steps else ()


def _named_step(found: re.Match[str], above: list[Step]) -> tuple[Level, str]:
    word = (found["word"] or "").lower()
    if word.startswith("art"):
        return "article", found["number"]
    if word.startswith("§") or (word.startswith("sec") and word != "subsection"):
        return "section", found["number"]
    depth = sum(step.level in _ITEMS for step in above)
    return _ITEMS[min(depth, len(_ITEMS) - 1)], (found["item"] or found["number"]).strip("()")


_SHORT = re.compile(r"(?P<head>\w+)(?:(?:[.,:\s-]|\s*§\s*)+(?P<tail>\d\w*(?:\.\w+)*))?(?P<items>(?:\s*\(\w+\))*)")


def _from_short(text: str) -> tuple[Address, ...]:
    """``III.1(a)``, ``V 12``, ``3.02``, ``III``, ``12``."""
    found = _SHORT.fullmatch(text)
    if not found:
        return ()
    head, tail = found["head"], found["tail"]
    items = tuple(
        Step(_ITEMS[min(n, len(_ITEMS) - 1)], mark) for n, mark in enumerate(re.findall(r"\w+", found["items"]))
    )
    article = Step("article", head.upper() if roman_value(head) else head)
    starts: list[tuple[Step, ...]] = []
    if tail and (roman_value(head) or head.isdigit()):
        if head.isdigit():
            starts.append((Step("section", f"{head}.{tail}"),))
        if not (head.isdigit() and "." in tail):
            starts.append((article, Step("section", tail)))
    elif not tail and roman_value(head) is not None:
        starts.append((article,))
    elif not tail and head[0].isdigit():
        starts += [(Step("section", head),), (article,)]
    return tuple(Address((*start, *items)) for start in starts)


@lru_cache(maxsize=65536)
def match_key(level: Level, number: str) -> tuple[str, str]:
    """What two numbers have in common that name the same: articles by value, levels below the section alike."""
    family = level if level == "article" else "section" if level == "section" or "." in number else "item"
    value = article_value(number) if level == "article" else None
    return family, str(value) if value is not None else number.lower()
