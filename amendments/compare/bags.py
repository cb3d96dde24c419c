"""Which passages of two sides are like each other, found by their rarest words instead of trying every pair."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from amendments.compare.tokens import Token, weigh

_FEW = 1_000
"""Up to so many pairs every one is tried."""
_LOOKED_UP = 500
"""Entries of the index that are read for each passage, those of its rarest words first."""
_TRIED = 8
"""Passages that each is then held against: those met most often among these entries."""


@dataclass(frozen=True, slots=True, eq=False)
class Bag:
    """The words of a passage, whatever their order and their case, what each weighs there, and all together."""

    words: dict[str, int]
    weight: int

    @classmethod
    def of(cls, tokens: Iterable[Token]) -> Bag:
        counts = Counter(token.key.casefold() for token in tokens)
        words = {key: weigh(key) * count for key, count in counts.items()}
        return cls(words, sum(words.values()))

    def likeness(self, other: Bag) -> float:
        """From 0 to 1: the share of the weight of both that the words common to them have."""
        if not self.weight and not other.weight:
            return 1.0
        few, many = (self.words, other.words) if len(self.words) < len(other.words) else (other.words, self.words)
        shared = sum(min(weight, many[key]) for key, weight in few.items() if key in many)
        return 2 * shared / (self.weight + other.weight)


class Rarity:
    """How few of some passages have each word: where all say nearly the same, rare words tell which is which."""

    def __init__(self, bags: Sequence[Bag]) -> None:
        having = Counter(key for bag in bags for key in bag.words)
        # a word that half as many have weighs once more
        self._words = {key: weigh(key) * (len(bags) // count).bit_length() for key, count in having.items()}
        self._weights = {bag: self._weigh(bag.words) for bag in bags}

    def likeness(self, old: Bag, new: Bag) -> float:
        """From 0 to 1, of two of the passages: the share of both that words common to them have, rare ones more."""
        weight = self._weights[old] + self._weights[new]
        return 2 * self._weigh(old.words.keys() & new.words.keys()) / weight if weight else 1.0

    def _weigh(self, words: Iterable[str]) -> int:
        return sum(map(self._words.__getitem__, words))


def likely_pairs(old: Sequence[Bag], new: Sequence[Bag]) -> Iterator[tuple[int, int]]:
    """Pairs that may be alike: every one of a few, and of many those that have their rarest words in common.

    The work grows as the number of passages does, not as that of the pairs.
    """
    if len(old) * len(new) <= _FEW:
        yield from ((i, j) for i in range(len(old)) for j in range(len(new)))
        return
    index: dict[str, list[int]] = {}
    for j, bag in enumerate(new):
        for key in bag.words:
            index.setdefault(key, []).append(j)
    for i, bag in enumerate(old):
        yield from ((i, j) for j in _nearest(bag, index, i * len(new) // len(old)))


def _nearest(bag: Bag, index: dict[str, list[int]], about: int) -> list[int]:
    """The passages met most often among the entries of the rarest words; of those alike the nearest to a place."""
    met: dict[int, int] = {}
    left = _LOOKED_UP
    for entries in sorted((index[key] for key in bag.words if key in index), key=len):
        if left <= 0:
            break
        if len(entries) > left:
            start = max(0, min(bisect_left(entries, about) - left // 2, len(entries) - left))
            entries = entries[start : start + left]
        for at in entries:
            met[at] = met.get(at, 0) + 1
        left -= len(entries)
    return nsmallest(_TRIED, met, key=lambda at: (-met[at], abs(at - about), at))
