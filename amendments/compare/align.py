"""Aligning the provisions of two texts: which of them have moved, and the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from amendments.compare.order import heaviest_rising
from amendments.compare.pairing import pair_units
from amendments.compare.units import Unit

_SAME_NUMBER, _LONGEST = 1_000, 999
"""What a provision weighs more that kept its number, and the most that its length says: the shorter one moves."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A unit on both sides or on one; ``moved`` where it does not stand where it stood among the others."""

    old: Unit | None
    new: Unit | None
    moved: bool = False


def align(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[Pair, ...]:
    """Pairs in the reading order of the new text; what is gone stands after what it stood after.

    A provision moved that stands in another article, or in another order among the others. One that others were put
    in or struck before has another number, but did not move.
    """
    return arrange(old, new, pair_units(old, new))


def arrange(old: Sequence[Unit], new: Sequence[Unit], pairs: Mapping[int, int]) -> tuple[Pair, ...]:
    """The same of units of which it is known already which are which, by their indexes."""
    moved = _moved(old, new, pairs)
    stays = {i: j for i, j in pairs.items() if i not in moved}
    return _in_reading_order(old, new, stays, {i: pairs[i] for i in moved})


def _moved(old: Sequence[Unit], new: Sequence[Unit], pairs: Mapping[int, int]) -> set[int]:
    articles = set(pairs.values())
    elsewhere = {
        i
        for i, j in pairs.items()
        if old[i].above in pairs and new[j].above in articles and pairs[old[i].above] != new[j].above
    }
    left = sorted((i, j) for i, j in pairs.items() if i not in elsewhere)
    if all(one[1] < next_one[1] for one, next_one in pairwise(left)):
        return elsewhere
    in_order = heaviest_rising((i, j, _standing(old[i], new[j])) for i, j in left)
    return pairs.keys() - {i for i, _ in in_order}


def _standing(old: Unit, new: Unit) -> int:
    """How much speaks for its being the others that moved."""
    same = old.place.address == new.place.address
    return _SAME_NUMBER * (1 + same) + min(_LONGEST, sum(map(len, old.passages)) // 5)


def _in_reading_order(
    old: Sequence[Unit], new: Sequence[Unit], stays: dict[int, int], moved: dict[int, int]
) -> tuple[Pair, ...]:
    after: dict[int, list[Pair]] = {}
    anchor = -1
    for i, unit in enumerate(old):
        if i in stays:
            anchor = stays[i]
        else:
            after.setdefault(anchor, []).append(Pair(unit, None, moved=i in moved))
    source = {j: i for i, j in (*stays.items(), *moved.items())}
    arrived = set(moved.values())
    ordered = list(after.get(-1, ()))
    for j, unit in enumerate(new):
        ordered.append(Pair(old[source[j]] if j in source else None, unit, moved=j in arrived))
        ordered += after.get(j, ())
    return tuple(ordered)
