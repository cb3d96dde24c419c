"""Renumbering in an edited copy: which provisions only took other numbers, where that is certain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from amendments.compare.align import Pair, align
from amendments.compare.tokens import likeness
from amendments.compare.units import Unit, units
from corpus.address import Address
from corpus.model import Text

_SURE = 0.9
"""Likeness from which a provision with another number and another heading is the same one."""


def renumbered(before: Text, after: Text) -> tuple[tuple[Address, Address], ...]:
    """Where articles and sections stand that have other numbers in the copy, and where they will.

    A provision has been renumbered where its heading is the same or nearly all of its words are, and it still stands in
    the same article. All others are not: they are deleted here and added there.
    """
    pairs = [pair for pair in align(units(before), units(after)) if pair.old and pair.new]
    articles = {pair.old.place.eid: pair.new.place.eid for pair in pairs if pair.old and pair.new}
    return tuple(_moves(pairs, articles))


def _moves(pairs: Sequence[Pair], articles: dict[str, str]) -> Iterator[tuple[Address, Address]]:
    for pair in pairs:
        old, new = pair.old, pair.new
        if old is None or new is None or old.place.address.steps[-1].matches(new.place.address.steps[-1]):
            continue
        above_old, above_new = _above(old), _above(new)
        if (
            old.provision.level == new.provision.level
            and articles.get(above_old, above_old) == above_new
            and _same(old, new)
        ):
            yield old.place.address, new.place.address


def _above(unit: Unit) -> str:
    return unit.place.eid.rpartition("__")[0]


def _same(old: Unit, new: Unit) -> bool:
    heading = old.provision.heading
    return bool(heading and heading == new.provision.heading) or likeness(old.tokens, new.tokens) >= _SURE
