"""Words in quotation marks, and the spots that they stand at, as a sheet writes and reads them.

A straight mark within straight marks is doubled: ``"the ""Board"" means"``. Curly ones pair: ``“the “Board” means”``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from amendments.operations import Spot, Which
from corpus.ordinals import ORDINALS, ordinal

_STRAIGHT = re.compile(r'"(?P<words>(?:[^"]|"")*)"(?!")')
_SENTENCE, _PARAGRAPH = (
    re.compile(rf"the\s+(?P<nth>\w+)\s+{part}(?P<back>\s+from\s+the\s+end)?\b", re.IGNORECASE)
    for part in ("sentence", "paragraph")
)
_OF = re.compile(r"\s+of\s+(?=the\s+\w+\s+paragraph\b)", re.IGNORECASE)
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
        return _part(spot) or "all the words"
    said = []
    if spot.which == "each":
        said.append(f"each of {spot.count}")
    elif spot.which != "only":
        said.append(f"the {ordinal(spot.which)} time")
    if spot.narrows:
        said.append(f"in {_part(spot)}")
    return write_quoted(spot.words) + (f" ({', '.join(said)})" if said else "")


def read_spot(said: str) -> tuple[Spot, str] | None:
    """The spot that ``said`` begins with, and what follows it. A count of 0 is one that is not said."""
    if everything := _ALL.match(said):
        return Spot(), said[everything.end() :].lstrip()
    if _SENTENCE.match(said) or _PARAGRAPH.match(said):
        return _read_part(said)
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
    count, where = 1, Spot()
    for one in (part.strip() for part in said.split(",")):
        inside = _read_part(one.removeprefix("in "))
        if each := _EACH.fullmatch(one):
            which, count = "each", int(each["count"] or 0)
        elif time := _TIME.fullmatch(one):
            which = _number(time["nth"])
        elif inside:
            where = inside[0]
        if not (each or time or inside) or which == 0 or (inside and inside[1]):
            return None
    return replace(where, words=words, which=which, count=count)


def _read_part(said: str) -> tuple[Spot, str] | None:
    """The sentence, paragraph, or sentence of a paragraph that ``said`` begins with, and what follows it."""
    sentence = _SENTENCE.match(said)
    at = sentence.end() if sentence else 0
    of = _OF.match(said, at) if sentence else None
    paragraph = _PARAGRAPH.match(said, of.end() if of else 0) if of or not sentence else None
    spot = Spot(sentence=_counted(sentence) if sentence else 0, paragraph=_counted(paragraph) if paragraph else 0)
    if (sentence and not spot.sentence) or (paragraph and not spot.paragraph) or not spot.narrows:
        return None
    return spot, said[paragraph.end() if paragraph else at :].lstrip()


def _part(spot: Spot) -> str:
    counted = ((spot.sentence, "sentence"), (spot.paragraph, "paragraph"))
    return " of ".join(_nth(number, part) for number, part in counted if number)


def _nth(number: int, part: str) -> str:
    if number == -1:
        return f"the last {part}"
    return f"the {ordinal(abs(number))} {part}{' from the end' if number < 0 else ''}"


def _counted(found: re.Match[str]) -> int:
    """The number of a sentence or paragraph, 0 where it is none."""
    if found["nth"].lower() == "last":
        return -1 if not found["back"] else 0
    return -_number(found["nth"]) if found["back"] else _number(found["nth"])


def _number(word: str) -> int:
    numbered = _NUMBERED.fullmatch(word)
    if numbered:
        return int(numbered[1])
    return ORDINALS.index(word.lower()) + 1 if word.lower() in ORDINALS else 0
