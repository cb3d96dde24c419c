"""Words in quotation marks, and the spots that they stand at, as a sheet writes and reads them.

A straight mark within straight marks is doubled: ``"the ""Board"" means"``. Curly ones pair: ``“the “Board” means”``.
"""

from __future__ import annotations

import re

from amendments.operations import Spot, Which
from corpus.ordinals import ORDINALS, ordinal

_STRAIGHT = re.compile(r'"(?P<words>(?:[^"]|"")*)"(?!")')
_SENTENCE = re.compile(r"the\s+(?P<nth>\w+)\s+sentence(?P<back>\s+from\s+the\s+end)?\b", re.IGNORECASE)
_ALL = re.compile(r"all\s+the\s+words\b", re.IGNORECASE)
_QUALIFIED = re.compile(r"\((?P<said>[^()]*)\)")
_TIME = re.compile(r"the\s+(?P<nth>\w+)\s+time", re.IGNORECASE)
_EACH = re.compile(r"each(?:\s+of\s+(?P<count>\d{1,4}))?|wherever\s+(?:it|they)\s+appears?", re.IGNORECASE)
_NUMBERED = re.compile(r"(\d{1,4})(?:st|nd|rd|th)", re.IGNORECASE)


def write_quoted(words: str) -> str:
    """The words in straight marks."""
    return '"' + words.replace('"', '""') + '"'


def read_quoted(said: str) -> tuple[str, str] | None:
    """The words of the quotation that ``said`` begins with, and what follows it; None where it begins with none."""
    if said.startswith("“"):
        depth = 0
        for at, sign in enumerate(said):
            depth += (sign == "“") - (sign == "”")
            if depth == 0:
                return said[1:at].strip(), said[at + 1 :].lstrip()
        return None
    found = _STRAIGHT.match(said)
    return (found["words"].replace('""', '"').strip(), said[found.end() :].lstrip()) if found else None


def write_spot(spot: Spot) -> str:
    """``"old" (the first time, in the second sentence)``, ``the last sentence``, ``all the words``."""
    if not spot.words:
        return _sentence(spot.sentence) if spot.sentence else "all the words"
    said = []
    if spot.which == "each":
        said.append(f"each of {spot.count}")
    elif spot.which != "only":
        said.append(f"the {ordinal(spot.which)} time")
    if spot.sentence:
        said.append(f"in {_sentence(spot.sentence)}")
    return write_quoted(spot.words) + (f" ({', '.join(said)})" if said else "")


def read_spot(said: str) -> tuple[Spot, str] | None:
    """The spot that ``said`` begins with, and what follows it. A count of 0 is one that is not said."""
    if everything := _ALL.match(said):
        return Spot(), said[everything.end() :].lstrip()
    if found := _SENTENCE.match(said):
        sentence = _counted(found)
        return (Spot(sentence=sentence), said[found.end() :].lstrip()) if sentence else None
    quoted = read_quoted(said)
    if quoted is None or not quoted[0]:
        return None
    words, rest = quoted
    qualified = _QUALIFIED.match(rest)
    if qualified is None:
        return Spot(words=words), rest
    spot = _qualified(words, qualified["said"])
    return (spot, rest[qualified.end() :].lstrip()) if spot else None


def _qualified(words: str, said: str) -> Spot | None:
    which: Which = "only"
    count, sentence = 1, 0
    for one in (part.strip() for part in said.split(",")):
        inside = _SENTENCE.fullmatch(one.removeprefix("in "))
        if each := _EACH.fullmatch(one):
            which, count = "each", int(each["count"] or 0)
        elif time := _TIME.fullmatch(one):
            which = _number(time["nth"])
        elif inside:
            sentence = _counted(inside)
        if not (each or time or inside) or which == 0 or (inside and not sentence):
            return None
    return Spot(words=words, which=which, count=count, sentence=sentence)


def _sentence(number: int) -> str:
    if number == -1:
        return "the last sentence"
    return f"the {ordinal(abs(number))} sentence{' from the end' if number < 0 else ''}"


def _counted(found: re.Match[str]) -> int:
    """The number of a sentence, 0 where it is none."""
    if found["nth"].lower() == "last":
        return -1 if not found["back"] else 0
    return -_number(found["nth"]) if found["back"] else _number(found["nth"])


def _number(word: str) -> int:
    numbered = _NUMBERED.fullmatch(word)
    if numbered:
        return int(numbered[1])
    return ORDINALS.index(word.lower()) + 1 if word.lower() in ORDINALS else 0
