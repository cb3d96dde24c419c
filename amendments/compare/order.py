"""The heaviest run of pairs that stand in the same order on both sides."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

Pair = tuple[int, int]
Link = tuple[Pair, "Link | None"]


class Staircase:
    """The heaviest runs found so far, by the place on the right side at which each ends.

    A run that ends further right is kept only where it is heavier, so that asking takes a search by halves, and no run
    is taken off more than once.
    """

    def __init__(self) -> None:
        self._ends: list[int] = []
        self._runs: list[tuple[int, Link | None]] = []

    def before(self, end: int) -> tuple[int, Link | None]:
        """Weight and last pair of the heaviest run that ends left of a place."""
        at = bisect_left(self._ends, end)
        return self._runs[at - 1] if at else (0, None)

    def add(self, end: int, weight: int, link: Link) -> None:
        """Take up a run that ends with ``link``, unless one as heavy ends there or before."""
        at = bisect_left(self._ends, end + 1)
        if weight <= (self._runs[at - 1][0] if at else 0):
            return
        if at and self._ends[at - 1] == end:
            at -= 1
        over = at
        while over < len(self._runs) and self._runs[over][0] <= weight:
            over += 1
        self._ends[at:over] = [end]
        self._runs[at:over] = [(weight, link)]

    def heaviest(self) -> list[Pair]:
        """The pairs of the heaviest run of all, in order."""
        link = self._runs[-1][1] if self._runs else None
        pairs: list[Pair] = []
        while link is not None:
            pair, link = link
            pairs.append(pair)
        return pairs[::-1]


def heaviest_rising(weighed: Iterable[tuple[int, int, int]]) -> list[Pair]:
    """Of places paired left and right, each with a weight above 0, the heaviest run that rises on both sides.

    ``weighed`` holds (left, right, weight), from left to right, and of one left place the last right ones first.
    """
    stairs = Staircase()
    for left, right, weight in weighed:
        carried, link = stairs.before(right)
        stairs.add(right, carried + weight, ((left, right), link))
    return stairs.heaviest()
