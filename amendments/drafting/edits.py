"""The edits of a provision's words: what gives way to what in each of its paragraphs, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from amendments.compare.tokens import tokenise
from amendments.compare.words import compare_words
from corpus.model import Provision

_MOST = 6
"""Edits in one provision; with more, new words are easier to read whole."""
_MOST_CHANGED = 0.4
"""Share of the weight of both sides that is struck or put in; above it the new words are given whole."""

Path = tuple[int, ...]
"""The way to a paragraph through the bodies of a provision and those inside it."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters of a paragraph that give way to others.

    ``start`` and ``end`` are places in the paragraph as the edits before this one leave it, ``origin`` is that of
    ``start`` before any of them.
    """

    path: Path
    start: int
    end: int
    new: str
    origin: int


def edits(old: Provision, new: Provision) -> tuple[Edit, ...] | None:
    """What turns the paragraphs of one provision into those of the other, which has as many in the same places.

    None where it is too much to be said word by word.
    """
    made: list[Edit] = []
    changed = total = 0
    for (path, before), (_, after) in zip(paragraphs_of(old), paragraphs_of(new), strict=True):
        start = origin = 0
        for kept, struck, put in _runs(before, after):
            start, origin = start + len(kept), origin + len(kept)
            total += 2 * _weight(kept) + _weight(struck) + _weight(put)
            changed += _weight(struck) + _weight(put)
            if struck or put:
                made.append(Edit(path, start, start + len(struck), put, origin))
            start, origin = start + len(put), origin + len(struck)
    few = len(made) <= _MOST and changed <= total * _MOST_CHANGED
    return tuple(made) if few else None


def _runs(before: str, after: str) -> Iterator[tuple[str, str, str]]:
    """Words that are kept, then those that are struck after them, and those that are put in there."""
    kept = struck = put = ""
    for run in compare_words(before, after):
        if run.kind == "keep":
            if struck or put:
                yield kept, struck, put
                kept = struck = put = ""
            kept += run.text
        elif run.kind == "delete":
            struck += run.text
        else:
            put += run.text
    yield kept, struck, put


def _weight(words: str) -> int:
    return sum(token.weight for token in tokenise(words))


def paragraphs_of(provision: Provision, above: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every paragraph below the heading that is in force, with the way to it."""
    for index, part in enumerate(provision.body):
        if isinstance(part, str):
            yield (*above, index), part
        elif part.status != "deleted":
            yield from paragraphs_of(part, (*above, index))


def with_paragraph(provision: Provision, path: Path, words: str) -> Provision:
    """The provision with other words in one of its paragraphs."""
    index, below = path[0], path[1:]
    part = provision.body[index]
    made = words if isinstance(part, str) else with_paragraph(part, below, words)
    return replace(provision, body=(*provision.body[:index], made, *provision.body[index + 1 :]))
