"""The words of a provision as two copies of one text are compared by: without what is only layout.

Layout are capitals and signs of headings, paragraphs, the shape of quotation marks and dashes, and the signs around the
number of a list item.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from amendments.compare.tokens import Token, tokenise
from amendments.compare.units import Unit, units
from corpus.address import match_key
from corpus.model import Provision, Text
from corpus.paragraphs import paragraphs

_DASHES = str.maketrans({"–": "-", "—": "-", "−": "-", "…": ".", "″": '"', "′": "'"})
_ITEM = re.compile(r"[a-z]{1,5}|[A-Z]{1,2}|\d{1,2}")

Key = tuple[object, ...]


def words_of(lines: Iterable[str]) -> tuple[Token, ...]:
    """The words of paragraphs, keyed by what is no layout of them; signs around an item's number are left out."""
    made: list[Token] = []
    for line in lines:
        made += _line(line)
    return tuple(made)


@lru_cache(maxsize=65536)
def _line(line: str) -> tuple[Token, ...]:
    found = [_keyed(token, first=not at) for at, token in enumerate(tokenise(line)) if token.text]
    texts = [token.text for token in found[:3]]
    if len(texts) == 3 and texts[0] == "(" and texts[2] == ")" and _ITEM.fullmatch(texts[1]):
        return (found[1]._replace(lead=" "), *found[3:])
    if len(texts) >= 2 and texts[1] in (".", ")") and _ITEM.fullmatch(texts[0]):
        return (found[0], *found[2:])
    return tuple(found)


def _keyed(token: Token, *, first: bool) -> Token:
    lead = token.lead or (" " if first else "")
    return Token(lead, token.text, token.key.translate(_DASHES))


def lines_of(provision: Provision) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in paragraphs(provision))


def keys_of(tokens: Iterable[Token]) -> tuple[str, ...]:
    return tuple(token.key for token in tokens)


@lru_cache(maxsize=65536)
def body_key(lines: tuple[str, ...]) -> tuple[str, ...]:
    """What the words of paragraphs are matched by."""
    return keys_of(words_of(lines))


def heading_key(heading: str) -> tuple[str, ...]:
    """The words of a heading, without capitals and signs."""
    return tuple(re.findall(r"[^\W_]+", heading.casefold()))


def number_key(provision: Provision) -> tuple[str, str]:
    """What its number says, however it is written."""
    return match_key(provision.step.level, provision.step.number)


def standing_units(text: Text) -> tuple[Unit, ...]:
    """The articles and sections of a text that are not deleted."""
    return tuple(unit for unit in _renumbered(units(text)))


def _renumbered(found: Sequence[Unit]) -> Iterable[Unit]:
    """Units without those deleted; ``above`` counts those that are left."""
    kept = [at for at, unit in enumerate(found) if unit.provision.status != "deleted"]
    place = {at: nth for nth, at in enumerate(kept)}
    return (Unit(found[at].place, place.get(found[at].above, -1)) for at in kept)


def said(tokens: Iterable[Token]) -> str:
    """Words as they are written."""
    return "".join(token.lead + token.text for token in tokens).strip()
