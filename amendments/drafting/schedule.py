"""A drafted schedule: the sections that are substituted, added and deleted, under the headings of their articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from amendments.adoption import Adoption
from amendments.drafting.changes import Added, Change, Removed, Rewritten, sections
from amendments.drafting.document import Block, certificate, printed
from corpus.address import Address
from corpus.dates import spoken
from corpus.model import Provision, Text
from corpus.tree import find

_KINDS: dict[type[Change], str] = {Rewritten: "SUBSTITUTED", Added: "ADDITIONAL", Removed: "DELETED"}


@dataclass(frozen=True, slots=True)
class NotInSchedule(Exception):  # it never leaves this package: it is how drafting a schedule says no
    """A schedule has no words for a change."""

    address: Address
    why: str


def schedule(
    found: Sequence[Change], before: Text, title: Sequence[str], effective: date | None, adoption: Adoption
) -> tuple[Block, ...]:
    """The whole document; raises NotInSchedule."""
    kinds = [_KINDS[kind] for kind in _KINDS if any(isinstance(change, kind) for change in found)]
    listed = " AND ".join(filter(None, (", ".join(kinds[:-1]), kinds[-1])))
    head = ("SCHEDULE A", f"{listed} SECTIONS", "OF THE", *title)
    day = (Block("closing", f"Effective {spoken(effective)}"),) if effective else ()
    return (
        *(Block("title", line) for line in head),
        *_listed(found, before),
        *day,
        *certificate("schedule", adoption),
    )


def _listed(found: Sequence[Change], before: Text) -> Iterator[Block]:
    under = Address(())
    for change in found:
        above = change.address.parent
        if above.steps and above != under:
            article = find(before, above)
            if article is not None:
                yield Block("heading", article.heading, article.num)
        under = above
        yield from _printed(change)


def _printed(change: Change) -> tuple[Block, ...]:
    match change:
        case Added(new=new):
            return printed(new)
        case Removed(old=old):
            return printed(_deleted(old))
        case Rewritten(address=address, old=old, new=new):
            if sections(old) or sections(new):
                why = "it lists sections, and this is the heading of an article or its own words"
                raise NotInSchedule(address, why)
            return printed(new)


def _deleted(old: Provision) -> Provision:
    """``Section 13. Treasurer. DELETED``"""
    return replace(old, body=("DELETED",))
