"""Aligning the provisions of two texts: by identity, then by number and heading, then by likeness.

The units are articles (number and heading) and sections (with all that is inside them).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from amendments.compare.tokens import Token, likeness, tokenise
from corpus.model import Place, Provision, Text, places
from corpus.paragraphs import paragraphs

_MOVED = 0.8
"""Likeness from which a provision found elsewhere is the same one, moved."""
_WEAK = 0.75
"""Likeness below which two provisions of one identity are offered to a better match elsewhere."""
_MOST_PAIRS = 4_000_000


@dataclass(frozen=True, slots=True)
class Unit:
    """An article or a section as it is compared."""

    place: Place
    tokens: tuple[Token, ...]

    @property
    def provision(self) -> Provision:
        return self.place.provision


@dataclass(frozen=True, slots=True)
class Pair:
    """A unit on both sides or on one; ``moved`` where it stands at another number than before."""

    old: Unit | None
    new: Unit | None
    moved: bool = False


def units(text: Text) -> tuple[Unit, ...]:
    """The articles and sections of a text in reading order; items belong to the unit that they stand in."""
    return tuple(
        Unit(place, _tokens(place.provision))
        for place in places(text.provisions)
        if place.provision.level in ("article", "section") or len(place.address.steps) == 1
    )


@dataclass(frozen=True, slots=True)
class Matched:
    """Which units are the same ones, by index: ``stays`` under their identity or number, ``moved`` under another."""

    stays: dict[int, int]
    moved: dict[int, int]


def align(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[Pair, ...]:
    """Pairs in the reading order of the new text; what is gone stands after what it stood after."""
    return arrange(old, new, match_units(old, new))


def match_units(old: Sequence[Unit], new: Sequence[Unit]) -> Matched:
    """The units that are the same ones, in whatever order they stand."""
    matched = _by_identity(old, new)
    matched |= _by_number(_unmatched(old, matched.keys()), _unmatched(new, matched.values()))
    moved = _moves(old, new, matched)
    arrived = set(moved.values())
    return Matched({i: j for i, j in matched.items() if i not in moved and j not in arrived}, moved)


def arrange(old: Sequence[Unit], new: Sequence[Unit], matched: Matched) -> tuple[Pair, ...]:
    """The pairs of what is matched and of what is left over, as ``align`` gives them."""
    moved = matched.moved | _gone_elsewhere(old, new, matched.stays)
    stays = {i: j for i, j in matched.stays.items() if i not in moved}
    return _in_reading_order(old, new, stays, moved)


def _by_identity(old: Sequence[Unit], new: Sequence[Unit]) -> dict[int, int]:
    known = {unit.provision.wid: index for index, unit in enumerate(new) if unit.provision.wid}
    return {i: known[unit.provision.wid] for i, unit in enumerate(old) if unit.provision.wid in known}


def _by_number(old: Iterable[tuple[int, Unit]], new: Iterable[tuple[int, Unit]]) -> dict[int, int]:
    standing = {unit.place.eid: (index, unit) for index, unit in new}
    found: dict[int, int] = {}
    for index, unit in old:
        other = standing.get(unit.place.eid)
        if other and other[1].provision.heading == unit.provision.heading:
            found[index] = other[0]
    return found


def _moves(old: Sequence[Unit], new: Sequence[Unit], matched: dict[int, int]) -> dict[int, int]:
    """The best match elsewhere for what is left over and for both halves of weak pairs."""
    weak = {i for i, j in matched.items() if likeness(old[i].tokens, new[j].tokens) < _WEAK}
    sources = [i for i in range(len(old)) if (i not in matched or i in weak) and old[i].tokens]
    offered = {matched[i] for i in weak}
    taken = set(matched.values())
    targets = [j for j in range(len(new)) if (j not in taken or j in offered) and new[j].tokens]
    if len(sources) * len(targets) > _MOST_PAIRS:
        return {}
    likest = sorted(
        (
            (-found, i, j)
            for i in sources
            for j in targets
            if matched.get(i) != j and (found := likeness(old[i].tokens, new[j].tokens)) >= _MOVED
        ),
    )
    moves: dict[int, int] = {}
    arrived: set[int] = set()
    for _, i, j in likest:
        if i not in moves and j not in arrived:
            moves[i] = j
            arrived.add(j)
    return moves


def _gone_elsewhere(old: Sequence[Unit], new: Sequence[Unit], stays: dict[int, int]) -> dict[int, int]:
    """Pairs that stand in another article than before, or in another order among the others."""
    above_old, above_new = _parents(old), _parents(new)
    same = {i for i, j in stays.items() if old[i].place.address == new[j].place.address}
    gone = {
        i: j
        for i, j in stays.items()
        if i not in same and above_old[i] in stays and stays[above_old[i]] != above_new[j]
    }
    left = sorted((i, j) for i, j in stays.items() if i not in gone)
    in_order = _heaviest_rising([(j, 2 if i in same else 1) for i, j in left])
    return gone | {i: j for i, j in left if j not in in_order}


def _parents(side: Sequence[Unit]) -> list[int]:
    """Which unit each stands in; -1 for none."""
    known = {unit.place.eid: index for index, unit in enumerate(side)}
    return [known.get(unit.place.eid.rpartition("__")[0], -1) for unit in side]


def _heaviest_rising(weighed: Sequence[tuple[int, int]]) -> set[int]:
    """Of different numbers with weights, the heaviest run in which each is higher than the one before; gaps may be."""
    numbers = sorted(number for number, _ in weighed)
    best: list[tuple[int, int | None]] = [(0, None)] * (len(numbers) + 1)  # Fenwick tree: weight of a run, its last
    before: dict[int, int | None] = {}
    for number, weight in weighed:
        at = bisect_left(numbers, number)
        found: tuple[int, int | None] = (0, None)
        index = at
        while index:
            found = max(found, best[index], key=lambda run: run[0])
            index &= index - 1
        before[number] = found[1]
        index, run = at + 1, (found[0] + weight, number)
        while index <= len(numbers):
            best[index] = max(best[index], run, key=lambda run: run[0])
            index += index & -index
    last = max(best, key=lambda run: run[0])[1]
    chosen: set[int] = set()
    while last is not None:
        chosen.add(last)
        last = before[last]
    return chosen


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


def _unmatched(side: Sequence[Unit], matched: Iterable[int]) -> list[tuple[int, Unit]]:
    taken = set(matched)
    return [(index, unit) for index, unit in enumerate(side) if index not in taken]


def _tokens(provision: Provision) -> tuple[Token, ...]:
    words = (provision.heading, *(paragraph.text for paragraph in paragraphs(provision)))
    return tuple(token for passage in words for token in tokenise(passage))
