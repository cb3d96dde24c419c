"""Votes in the words of minutes, and whether they are enough for what a rule asks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from corpus.address import NUMBER_WORDS

Of = Literal["cast", "all"]
Verdict = Literal["enough", "short", "unknown"]

_NAMED = {
    "majority": Fraction(1, 2),
    "three-fifths": Fraction(3, 5),
    "two-thirds": Fraction(2, 3),
    "three-fourths": Fraction(3, 4),
    "three-quarters": Fraction(3, 4),
    "four-fifths": Fraction(4, 5),
    "unanimous": Fraction(1),
}
KINDS = tuple(_NAMED)
FIGURES = {"2/3": "two-thirds", "3/4": "three-fourths", "3/5": "three-fifths", "4/5": "four-fifths"}
_COUNT = rf"(?:\d[\d,]*|{'|'.join(NUMBER_WORDS)})"
_FOR = r"(?:for|in\s+fav(?:o|ou)r|yes|yeas?|ayes?|affirmative)"
_AGAINST = r"(?:against|opposed|in\s+opposition|noe?s?|nays?|negative)"
_TALLIES = (
    re.compile(
        rf"(?P<ayes>{_COUNT})\s*(?:votes?\s+)?{_FOR}\b\W*(?:and\s+)?(?P<nays>{_COUNT}|none|no)\s*(?:votes?\s+)?{_AGAINST}\b",
        re.IGNORECASE,
    ),
    re.compile(rf"{_FOR}\W*(?P<ayes>{_COUNT})\W+(?:and\s+)?{_AGAINST}\W*(?P<nays>{_COUNT}|none|no)\b", re.IGNORECASE),
    re.compile(
        r"\W*(?:(?:by|a|the|votes?|of|with|passed|adopted|approved|carried|was)\W+)*"
        rf"(?P<ayes>{_COUNT})\s*(?:to|[-–—])\s*(?P<nays>{_COUNT})(?:\s*[-–—]\s*{_COUNT})?\W*\Z",
        re.IGNORECASE,
    ),
)
"""The last of them is the whole of a vote, for two numbers may be a date or an hour too."""
_OF_ALL = re.compile(
    rf"(?<![\w.])(?P<ayes>{_COUNT})\s+(?:out\s+)?of\s+(?:the\s+|all\s+)*(?P<all>{_COUNT})(?!\s*(?:%|percent))\b", re.I
)
_SHARE = re.compile(r"(?P<share>\d{1,3}(?:\.\d+)?)\s*(?:%|per\s*cent\b)", re.I)
_UNANIMOUS = re.compile(
    r"\bunanimous(?:ly)?\b|\bwithout\s+(?:dissent|opposition)\b|\bno(?:ne|body)?\s+(?:opposed|against)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Needed:
    """What a rule asks: more than half for a ``majority``, else at least a ``share``, of the votes cast or of all."""

    said: str
    share: Fraction
    of: Of = "cast"

    def met_by(self, share: Fraction) -> bool:
        return share > self.share if self.said == "majority" else share >= self.share

    def __str__(self) -> str:
        whose = "of all who may vote" if self.of == "all" else "of the votes cast"
        return {"majority": f"a majority {whose}", "unanimous": f"a unanimous vote {whose}"}.get(
            self.said, f"{self.said} {whose}"
        )


def needed(said: str, of: Of = "cast") -> Needed | None:
    """What the ``vote`` of a rule asks: one of KINDS, or a share such as ``60%``; None for other words."""
    if said in _NAMED:
        return Needed(said, _NAMED[said], of)
    found = _SHARE.fullmatch(said.strip())
    return Needed(said, Fraction(found["share"]) / 100, of) if found and 0 < Fraction(found["share"]) <= 100 else None


def judged(vote: str, wants: Needed, *, consent: bool = False) -> Verdict:
    """Whether a vote in the words of the minutes is enough; "unknown" where they do not tell.

    A unanimous ``consent`` in writing is one of all who may vote, not only of those who came.

    >>> judged("4 to 1", needed("two-thirds")), judged("4 to 3", needed("two-thirds")), judged("carried", needed("60%"))
    ('enough', 'short', 'unknown')
    """
    for tally in _TALLIES:
        found = tally.match(vote) if tally is _TALLIES[-1] else tally.search(vote)
        if found:
            ayes, nays = _value(found["ayes"]), _value(found["nays"])
            return _of_those_cast(Fraction(ayes, ayes + nays), wants) if ayes + nays else "unknown"
    if found := _OF_ALL.search(vote):
        ayes, whole = _value(found["ayes"]), _value(found["all"])
        if not 0 < ayes <= whole:
            return "unknown"
        # nobody says how the others voted: of the votes cast it was this share at least
        met = wants.met_by(Fraction(ayes, whole))
        return "enough" if met else "short" if wants.of == "all" else "unknown"
    if _UNANIMOUS.search(vote):
        return "enough" if consent else _of_those_cast(Fraction(1), wants)
    if found := _SHARE.search(vote):
        return _of_those_cast(Fraction(found["share"]) / 100, wants)
    return "enough" if wants.said == "majority" and wants.of == "cast" else _named(vote, wants)


def _of_those_cast(share: Fraction, wants: Needed) -> Verdict:
    """A share of the votes cast says of all only that it was no more."""
    if not wants.met_by(share):
        return "short"
    return "enough" if wants.of == "cast" else "unknown"


def _named(vote: str, wants: Needed) -> Verdict:
    """A vote said as a share in words is at least that."""
    plain = re.sub(r"\s+", "-", vote.casefold())
    for figures, words in FIGURES.items():
        plain = re.sub(rf"(?<![\d/]){figures}(?![\d/])", words, plain)
    said = [share for name, share in _NAMED.items() if name in plain and name != "majority"]
    return "enough" if said and wants.of == "cast" and wants.met_by(max(said)) else "unknown"


def _value(count: str) -> int:
    plain = count.casefold().replace(",", "")
    if plain in ("none", "no"):
        return 0
    return NUMBER_WORDS.index(plain) + 1 if plain in NUMBER_WORDS else int(plain)
