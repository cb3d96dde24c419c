"""Tokens: whole words, whole numbers and single signs, each carrying the space before it.

Space stays out of the matching, so that a changed word never drags its neighbour's space along, and both
sides of a comparison stay exact.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import normalize

MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u20d0-\u20ff"
)
"""Combining marks: they belong to the letter before them, and the pattern for letters knows them not."""
_WORD = rf"\w[\w{MARKS}]*"
_CURRENCY = "$€£"
_TOKEN = re.compile(rf"(\s*)((?:[{_CURRENCY}](?=\d))?{_WORD}(?:(?:['’\-‐‑]|(?<=\d)[.,/](?=\d)){_WORD})*|\S|$)")
_SAME = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\xa0": " ", "‐": "-", "‑": "-"})
_STOP_WORDS = frozenset(
    "a an and any as at be by for from has have he his if in is it its may no not of on or shall such that the their"
    " then there this to upon was were which who will with".split()
)


WORD, SMALL_WORD, SIGN = 20, 5, 2
"""Weights, whole numbers so that every Python adds them up alike."""


class Token(NamedTuple):
    """``text`` as written, ``lead`` the space before it, ``key`` what it is matched by.

    A tuple, for there is one for every word: a long text has hundreds of thousands.
    """

    lead: str
    text: str
    key: str

    @property
    def weight(self) -> int:
        """How much a match of it says."""
        return weigh(self.key)


def weigh(key: str) -> int:
    """How much a word says: a small one a quarter of another, a sign a tenth."""
    if not key.lstrip(_CURRENCY)[:1].isalnum():
        return SIGN
    return SMALL_WORD if key in _STOP_WORDS else WORD


def folded(text: str) -> str:
    """The text with one shape of quotation mark, hyphen and space, character for character."""
    return text.translate(_SAME)


def tokenise(text: str) -> tuple[Token, ...]:
    """The tokens of a passage: joined again, lead and text, they give it back exactly."""
    found = _TOKEN.findall(text)
    if text.isascii():
        return tuple(Token(lead, word, word) for lead, word in found if lead or word)
    return tuple(Token(lead, word, normalize("NFC", word).translate(_SAME)) for lead, word in found if lead or word)


def likeness(old: tuple[Token, ...], new: tuple[Token, ...]) -> float:
    """From 0 to 1: the share of the weight of both that the words common to them have, whatever their order."""
    if not old and not new:
        return 1.0
    counts: dict[str, int] = {}
    for token in old:
        counts[token.key] = counts.get(token.key, 0) + 1
    shared = 0
    for token in new:
        if counts.get(token.key, 0) > 0:
            counts[token.key] -= 1
            shared += token.weight
    return 2 * shared / (sum(token.weight for token in old) + sum(token.weight for token in new))
