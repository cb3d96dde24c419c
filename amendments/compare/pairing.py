"""Which provision of one text is which of the other, wherever it stands there.

By identity first. What has none, and both halves of pairs that have little in common, are paired by their words: equal
ones, then the likest, where the same heading, number and article speak for a pair. What is still left is paired by
number and heading, and a placeholder with what took its number. Articles are paired by the sections that they share.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from amendments.compare.bags import Rarity, likely_pairs
from amendments.compare.units import Unit

_WEAK = 0.75
"""Likeness below which two provisions of one identity are offered to a better match elsewhere."""
_ALIKE = 0.8
"""Likeness from which two provisions are one, whatever their numbers and headings."""
_TITLED_HERE, _TITLED, _NUMBERED_HERE, _HERE = 0.3, 0.6, 0.5, 0.6
"""The same under one heading of one article; under one heading; under one number of one article; in one article."""
_SHARED = 0.25
"""Share of their words, in sections that are one, from which two articles are one."""

Pairs = Mapping[int, int]
"""By the index of an old unit the index of the new one."""
Above = int | str
Key = Callable[[Unit, Above], Hashable]
"""What a unit is found by, from itself and what it stands in; None for one that isn't to be found."""


def pair_units(old: Sequence[Unit], new: Sequence[Unit]) -> dict[int, int]:
    """The pairs, each unit in one at most."""
    identities = _by_identity(old, new)
    weak = {i: j for i, j in identities.items() if _is_weak(old[i], new[j])}
    found = {i: j for i, j in identities.items() if i not in weak}
    found |= _alone(_by_all_words, old, new, found)
    found |= _alone(_by_words, old, new, found)
    found |= _articles(old, new, found)
    found |= _in_turn(_by_all_words_there, old, new, found)
    found |= _likest(old, new, found, weak)
    taken = set(found.values())
    found |= {i: j for i, j in weak.items() if i not in found and j not in taken}
    found |= _articles(old, new, found)
    found |= _in_turn(_by_number, old, new, found)
    found |= _alone(_by_heading, old, new, found)
    found |= _refilled(old, new, found)
    return found | _articles(old, new, found)


def _by_identity(old: Sequence[Unit], new: Sequence[Unit]) -> dict[int, int]:
    known = {unit.provision.wid: index for index, unit in enumerate(new) if unit.provision.wid}
    return {i: known[unit.provision.wid] for i, unit in enumerate(old) if unit.provision.wid in known}


def _is_weak(old: Unit, new: Unit) -> bool:
    if old.provision is new.provision or (old.heading, old.passages) == (new.heading, new.passages):
        return False
    return bool(old.passages or new.passages) and old.bag.likeness(new.bag) < _WEAK


def _by_all_words(unit: Unit, above: Above) -> Hashable:
    return (unit.heading, unit.passages) if unit.passages else None


def _by_words(unit: Unit, above: Above) -> Hashable:
    return unit.passages or None


def _by_all_words_there(unit: Unit, above: Above) -> Hashable:
    return (above, unit.heading, unit.passages) if unit.passages else None


def _by_number(unit: Unit, above: Above) -> Hashable:
    return above, unit.number, unit.heading


def _by_place(unit: Unit, above: Above) -> Hashable:
    return above, unit.number


def _by_heading(unit: Unit, above: Above) -> Hashable:
    return (above, unit.heading) if unit.heading else None


def _refilled(old: Sequence[Unit], new: Sequence[Unit], found: Pairs) -> Iterator[tuple[int, int]]:
    """Those left over of which one is the placeholder that stands at the other's number."""
    left = _alone(_by_place, old, new, found)
    return ((i, j) for i, j in left if (old[i].provision.status == "deleted") != (new[j].provision.status == "deleted"))


def _alone(key: Key, old: Sequence[Unit], new: Sequence[Unit], found: Pairs) -> Iterator[tuple[int, int]]:
    """Those left over that alone on each side have a key."""
    ours, theirs = _keyed(key, old, new, found)
    return ((those[0], theirs[one][0]) for one, those in ours.items() if len(those) == len(theirs.get(one, ())) == 1)


def _in_turn(key: Key, old: Sequence[Unit], new: Sequence[Unit], found: Pairs) -> Iterator[tuple[int, int]]:
    """Those left over that have a key, the first with the first."""
    ours, theirs = _keyed(key, old, new, found)
    return (pair for one, those in ours.items() for pair in zip(those, theirs.get(one, ()), strict=False))


def _keyed(
    key: Key, old: Sequence[Unit], new: Sequence[Unit], found: Pairs
) -> tuple[dict[Hashable, list[int]], dict[Hashable, list[int]]]:
    above_old, above_new = _above(old, new, found)
    ours, theirs = _left(old, found), _left(new, found.values())
    return _listed((key(old[i], above_old(old[i])), i) for i in ours if theirs), _listed(
        (key(new[j], above_new(new[j])), j) for j in theirs if ours
    )


def _listed(keyed: Iterable[tuple[Hashable, int]]) -> dict[Hashable, list[int]]:
    listed: dict[Hashable, list[int]] = defaultdict(list)
    for key, at in keyed:
        if key is not None:
            listed[key].append(at)
    return listed


def _left(side: Sequence[Unit], found: Iterable[int]) -> list[int]:
    taken = set(found)
    return [at for at in range(len(side)) if at not in taken]


def _above(
    old: Sequence[Unit], new: Sequence[Unit], found: Pairs
) -> tuple[Callable[[Unit], Above], Callable[[Unit], Above]]:
    """What tells, of each side, where a unit stands: by the new article, or by the number of one that is in no pair."""
    taken = set(found.values())

    def of_old(unit: Unit) -> Above:
        above = unit.above
        return above if above < 0 else found[above] if above in found else old[above].place.eid

    def of_new(unit: Unit) -> Above:
        above = unit.above
        return above if above < 0 or above in taken else new[above].place.eid

    return of_old, of_new


def _likest(old: Sequence[Unit], new: Sequence[Unit], found: Pairs, weak: Pairs) -> dict[int, int]:
    """The likest pairs of what is left and has words, the best first; likeness alone parts a ``weak`` pair."""
    held = set(weak.values())
    ours = [i for i in _left(old, found) if old[i].passages]
    theirs = [j for j in _left(new, found.values()) if new[j].passages]
    above_old, above_new = _above(old, new, found)
    bags_old, bags_new = [old[i].bag for i in ours], [new[j].bag for j in theirs]
    rarity = Rarity([*bags_old, *bags_new])
    tried = {(ours[a], theirs[b]) for a, b in likely_pairs(bags_old, bags_new)}
    for key in (_by_number, _by_heading):
        tried |= {(i, j) for i, j in _alone(key, old, new, found) if old[i].passages and new[j].passages}
    likest: list[tuple[int, int, int, int]] = []
    for i, j in tried:
        bound = i in weak or j in held
        spoken = _evidence(old[i], new[j], above_old(old[i]) == above_new(new[j]), bound)
        if spoken:
            likest.append((-spoken - round(500 * rarity.likeness(old[i].bag, new[j].bag)), abs(i - j), i, j))
    return _each_once((i, j) for _, _, i, j in sorted(likest))


def _evidence(old: Unit, new: Unit, here: bool, bound: bool) -> int:
    """How much speaks for a pair, in thousandths; 0 where too little does."""
    titled, numbered = bool(old.heading) and old.heading == new.heading, here and old.number == new.number
    likeness = old.bag.likeness(new.bag)
    if old.provision.wid and new.provision.wid:  # they are told apart: where they stand does not make them one
        here = numbered = False
    if likeness < (_ALIKE if bound else _least(here, titled, numbered)):
        return 0
    return round(likeness * 1000) + 150 * titled + 200 * numbered + 50 * here


def _least(here: bool, titled: bool, numbered: bool) -> float:
    if titled:
        return _TITLED_HERE if here else _TITLED
    return (_NUMBERED_HERE if numbered else _HERE) if here else _ALIKE


def _each_once(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The pairs of which neither half is in an earlier one."""
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for i, j in pairs:
        if i not in chosen and j not in taken:
            chosen[i] = j
            taken.add(j)
    return chosen


def _articles(old: Sequence[Unit], new: Sequence[Unit], found: Pairs) -> dict[int, int]:
    """Those left over that hold sections: by how much of them is in paired sections, by heading and by number."""
    holding_old, holding_new = {unit.above for unit in old}, {unit.above for unit in new}
    ours = holding_old.intersection(_left(old, found))
    theirs = holding_new.intersection(_left(new, found.values()))
    if not ours or not theirs:
        return {}
    sizes_old, sizes_new = _sizes(old), _sizes(new)
    shared: Counter[tuple[int, int]] = Counter()
    for i, j in found.items():
        shared[old[i].above, new[j].above] += _size(old[i]) + _size(new[j])
    tried = {*shared, *_alone(_by_title, old, new, found), *_alone(_by_number, old, new, found)}
    best: list[tuple[float, int, int]] = []
    for i, j in tried:
        if i in ours and j in theirs:
            share = shared[i, j] / max(1, sizes_old[i] + sizes_new[j])
            titled = bool(old[i].heading) and old[i].heading == new[j].heading
            if titled or share >= _SHARED or _by_number(old[i], -1) == _by_number(new[j], -1):
                best.append((-share - 0.3 * titled - 0.1 * (old[i].number == new[j].number), i, j))
    return _each_once((i, j) for _, i, j in sorted(best))


def _by_title(unit: Unit, above: Above) -> Hashable:
    return unit.heading if unit.heading and not unit.passages else None


def _sizes(side: Sequence[Unit]) -> dict[int, int]:
    """How long the words are that stand right in each unit that holds others."""
    sizes: Counter[int] = Counter()
    for unit in side:
        if unit.above >= 0:
            sizes[unit.above] += _size(unit)
    return sizes


def _size(unit: Unit) -> int:
    return sum(map(len, unit.passages))
