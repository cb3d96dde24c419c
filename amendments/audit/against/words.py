"""The words of a provision as two copies of one text are compared by: without what is only layout.

Layout are capitals and signs of headings, paragraphs, the shape of quotation marks and dashes, and the signs around the
number of a list item.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from amendments.compare.tokens import Token, tokenise
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
    made: list[Token] = []
    at = 0
    while at < len(found):
        length = _item(found, at)
        one = found[at]
        if length > 1:
            inner = next(token for token in found[at : at + length] if token.text[0].isalnum())
            one = Token(one.lead, said(found[at : at + length]), inner.key)
        made.append(one)
        at += length
    return tuple(made)


def _item(tokens: Sequence[Token], at: int) -> int:
    """How many tokens from here are a number with its signs: "(a)", or "a." where a paragraph begins."""
    texts = [token.text for token in tokens[at : at + 3]]
    if any(token.lead for token in tokens[at + 1 : at + len(texts)][:2] if texts[0] == "("):
        return 1
    if len(texts) == 3 and texts[0] == "(" and texts[2] == ")" and _ITEM.fullmatch(texts[1]):
        return 3
    signed = not at and len(texts) > 1 and texts[1] in (".", ")") and not tokens[1].lead
    return 2 if signed and _ITEM.fullmatch(texts[0]) else 1


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


class Undeleted:
    """Texts without what is deleted in them. What two texts share they share still, so that comparing costs little."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Provision, Provision]] = {}

    def of(self, text: Text) -> Text:
        return replace(text, provisions=tuple(self._made(part) for part in text.provisions if _stands(part)))

    def _made(self, provision: Provision) -> Provision:
        held = self._known.get(id(provision))
        if held is None:
            body = tuple(
                part if isinstance(part, str) else self._made(part)
                for part in provision.body
                if isinstance(part, str) or _stands(part)
            )
            same = len(body) == len(provision.body) and all(
                one is other for one, other in zip(body, provision.body, strict=True)
            )
            held = self._known[id(provision)] = (provision, provision if same else replace(provision, body=body))
        return held[1]


def _stands(provision: Provision) -> bool:
    return provision.status != "deleted"


def said(tokens: Iterable[Token]) -> str:
    """Words as they are written."""
    return "".join(token.lead + token.text for token in tokens).strip()
