"""Comparing the paragraphs of two provisions: equal ones first, then the likest within each gap, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from amendments.compare.tokens import Token, likeness, tokenise
from amendments.compare.words import Run, compare_words
from corpus.paragraphs import Paragraph

_ALIKE = 0.4
"""Likeness above which two paragraphs are one that was changed."""
_MOST_PAIRS = 250_000
"""Above this many pairs in one gap only the order decides, so that no input costs more than it is worth."""


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
    passages: list[Passage] = []
    matcher = SequenceMatcher(None, [p.text for p in old], [p.text for p in new], autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            passages += (Passage(_keep(p.text), p.depth) for p in new[j1:j2])
        else:
            passages += _gap(old[i1:i2], new[j1:j2])
    return tuple(passages)


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
    if not old or not new or len(old) * len(new) > _MOST_PAIRS:
        return []
    rows, columns = [tokenise(p.text) for p in old], [tokenise(p.text) for p in new]
    score = [[_worth(row, column) for column in columns] for row in rows]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + score[i][j])
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if score[i][j] and best[i][j] == best[i + 1][j + 1] + score[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _worth(old: tuple[Token, ...], new: tuple[Token, ...]) -> float:
    found = likeness(old, new)
    return found if found >= _ALIKE else 0.0


def _keep(text: str) -> tuple[Run, ...]:
    return (Run("keep", text),) if text else ()
