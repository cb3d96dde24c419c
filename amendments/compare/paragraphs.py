"""Comparing the paragraphs of two provisions: equal ones first, then the likest within each gap, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amendments.compare.bags import Bag, likely_pairs
from amendments.compare.order import heaviest_rising
from amendments.compare.tokens import tokenise
from amendments.compare.words import Run, compare_words
from corpus.paragraphs import Paragraph

_ALIKE = 0.4
"""Likeness above which two paragraphs are one that was changed."""
_REPEATED = 10_000
"""Pairs of one paragraph's repetitions above which only the first is held against the first, and so on."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph on both sides, or on one, as runs."""

    runs: tuple[Run, ...]
    depth: int

    @property
    def changed(self) -> bool:
        return any(run.kind != "keep" for run in self.runs)


def compare_paragraphs(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> tuple[Passage, ...]:
    """The passages that turn the old paragraphs into the new, in reading order."""
    before, after = [p.text for p in old], [p.text for p in new]
    if before == after:
        return tuple(Passage(_keep(p.text), p.depth) for p in new)
    passages: list[Passage] = []
    at_old = at_new = 0
    for i, j in (*_equal(before, after), (len(old), len(new))):
        passages += _gap(old[at_old:i], new[at_new:j])
        passages += (Passage(_keep(p.text), p.depth) for p in new[j : j + 1])
        at_old, at_new = i + 1, j + 1
    return tuple(passages)


def _equal(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The longest of what stands on both sides in the same order."""
    places: dict[str, list[int]] = {}
    for j, text in enumerate(new):
        places.setdefault(text, []).append(j)
    repeated: dict[str, list[int]] = {}
    for i, text in enumerate(old):
        if text in places:
            repeated.setdefault(text, []).append(i)
    both: list[tuple[int, int]] = []
    for text, ours in repeated.items():
        theirs = places[text]
        if len(ours) * len(theirs) > _REPEATED:
            both += zip(ours, theirs, strict=False)
        else:
            both += ((i, j) for i in ours for j in theirs)
    both.sort(key=lambda pair: (pair[0], -pair[1]))
    return heaviest_rising((i, j, 1 + len(old[i])) for i, j in both)


def _gap(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Iterator[Passage]:
    at_old = at_new = 0
    for i, j in (*_pairs(old, new), (len(old), len(new))):
        yield from (Passage((Run("delete", p.text),), p.depth) for p in old[at_old:i])
        yield from (Passage((Run("insert", p.text),), p.depth) for p in new[at_new:j])
        if i < len(old) and j < len(new):
            yield Passage(compare_words(old[i].text, new[j].text), new[j].depth)
        at_old, at_new = i + 1, j + 1


def _pairs(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """The pairs, in order on both sides, whose likeness adds up to the most."""
    if len(old) == len(new) == 1:
        return [(0, 0)]
    if not old or not new:
        return []
    ours, theirs = [Bag.of(tokenise(p.text)) for p in old], [Bag.of(tokenise(p.text)) for p in new]
    alike = ((i, j, ours[i].likeness(theirs[j])) for i, j in likely_pairs(ours, theirs))
    worth = sorted((i, -j, round(likeness * 1_000)) for i, j, likeness in alike if likeness >= _ALIKE)
    return heaviest_rising((i, -j, weight) for i, j, weight in worth)


def _keep(text: str) -> tuple[Run, ...]:
    return (Run("keep", text),) if text else ()
