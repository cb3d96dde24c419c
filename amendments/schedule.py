"""Reading a Schedule A: sections under article headings, without a verb.

A section means *substitute* where its number stands in the text in force just before the schedule takes
effect, *add* where it does not, and *delete* where its body is the word DELETED. An article that the text does
not have is added whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amendments.operations import Add, Delete, Operation, Seen, Substitute
from corpus.address import Address
from corpus.errors import Homeless
from corpus.model import Place, Provision, Text, places
from corpus.tree import find

_DELETED = re.compile(r"\[?\(?DELETED(?:\s+IN\s+ITS\s+ENTIRETY)?\]?\)?\.?", re.IGNORECASE)


def read_schedule(schedule: Text, before: Text) -> tuple[Operation, ...]:
    """The operations of a schedule in its own order, decided against the text in force just ``before`` it."""
    return tuple(
        _decide(f"mod_{number}", place, _target(place, before), before)
        for number, place in enumerate(operative(schedule, before), 1)
    )


def operative(schedule: Text, before: Text) -> Iterator[Place]:
    """The provisions of a schedule that are operations; an article's heading only says where they belong."""
    whole: tuple[str, ...] = ()
    for place in places(schedule.provisions):
        if whole and place.eid.startswith(whole):
            continue
        if place.provision.level == "article" and place.provision.children and find(before, place.address):
            continue
        whole = (f"{place.eid}__",)
        yield place


def is_deletion(provision: Provision) -> bool:
    """Whether a provision's whole body is the word DELETED."""
    return bool(_DELETED.fullmatch(provision.text()))


def _target(place: Place, before: Text) -> Address:
    """The full address; a section listed under no article is the only one of its number, or an error."""
    articles = any(provision.level == "article" for provision in before.provisions)
    if place.provision.level == "article" or not articles or len(place.address.steps) > 1:
        return place.address
    found = [there.address for there in places(before.provisions) if place.address.names(there.address)]
    if len(found) != 1:
        stated = f"{place.provision.num} {place.provision.heading}".strip()
        raise Homeless(stated, (str(address) for address in found))
    return found[0]


def _decide(name: str, place: Place, target: Address, before: Text) -> Operation:
    new, standing = place.provision, find(before, target)
    stands = standing is not None and standing.status != "deleted"
    if is_deletion(new):
        seen = Seen.of(standing) if standing is not None and stands else None
        return Delete(id=name, place=place.eid, target=target, num=new.num, heading=new.heading, seen=seen)
    if standing is not None and stands:
        return Substitute(id=name, place=place.eid, target=target, new=new, seen=Seen.of(standing))
    return Add(id=name, place=place.eid, target=target, new=new)
