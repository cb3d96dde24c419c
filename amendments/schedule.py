"""Reading a Schedule A: sections under article headings, without a verb.

A section means *substitute* where its number stands in the text in force just before the schedule takes
effect, *add* where it does not, and *delete* where its body is the word DELETED. An article that the text does
not have is added whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amendments.errors import Homeless, ListedTwice, Unplaced
from amendments.operations import Add, Delete, Operation, Seen, Substitute
from corpus.address import Address
from corpus.model import Place, Provision, Text, places
from corpus.tree import find

_DELETED = re.compile(r"[\[(]?(?:DELETED|REPEALED)(?:\s+IN\s+ITS\s+ENTIRETY)?\.?[\])]?\.?", re.IGNORECASE)
_DOES = re.compile(r"\b(?:deleted|repealed|omitted|renumbered|redesignated)\b", re.IGNORECASE)
_HEREBY = re.compile(r"\b(?:hereby|in\s+(?:its|their)\s+entirety)\b", re.IGNORECASE)
_SHORT = 12
"""Words."""


def read_schedule(schedule: Text, before: Text) -> tuple[Operation, ...]:
    """The operations of a schedule in its own order, decided against the text in force just ``before`` it.

    Raises a SourceError where the schedule can be read in two ways or in none.
    """
    targeted = [(place, _target(place, before)) for place in operative(schedule, before)]
    seen: set[Address] = set()
    for place, target in targeted:
        if target in seen:
            raise ListedTwice(_stated(place.provision), str(target))
        seen.add(target)
    return tuple(_decide(f"mod_{number}", place, target, before) for number, (place, target) in enumerate(targeted, 1))


def operative(schedule: Text, before: Text) -> Iterator[Place]:
    """The provisions of a schedule that are operations; an article's heading only says where they belong."""
    whole: tuple[str, ...] = ()
    for place in places(schedule.provisions):
        if whole and place.eid.startswith(whole):
            continue
        standing = find(before, place.address)
        holds = standing is not None and standing.status != "deleted"
        if place.provision.level == "article" and place.provision.children and holds:
            if place.provision.paragraphs:
                raise Unplaced(_stated(place.provision), "has words below it that stand in no section")
            continue
        whole = (f"{place.eid}__",)
        yield place


def is_deletion(provision: Provision) -> bool:
    """Whether the word DELETED is all that a provision holds, be it read as its words or as its heading."""
    words = provision.text()
    return bool(_DELETED.fullmatch(words or provision.heading))


def _target(place: Place, before: Text) -> Address:
    """The full address; a section listed under no article is the only one of its number, or an error.

    So is a number that the text gives to two provisions: which one is meant can't be told.
    """
    alike = [there for there in places(before.provisions) if there.address.matches(place.address)]
    if len(alike) > 1:
        raise Homeless(_stated(place.provision), (there.eid for there in alike), "")
    articles = any(provision.level == "article" for provision in before.provisions)
    if place.provision.level == "article" or not articles or len(place.address.steps) > 1:
        return place.address
    found = [there.address for there in places(before.provisions) if place.address.names(there.address)]
    if len(found) != 1:
        raise Homeless(_stated(place.provision), (str(address) for address in found), " under no article")
    return found[0]


def _decide(name: str, place: Place, target: Address, before: Text) -> Operation:
    new, standing = place.provision, find(before, target)
    stands = standing is not None and standing.status != "deleted"
    if is_deletion(new):
        seen = Seen.of(standing) if standing is not None and stands else None
        heading = new.heading if new.text() else ""
        return Delete(id=name, place=place.eid, target=target, num=new.num, heading=heading, seen=seen)
    if _speaks_of_deleting(new):
        raise Unplaced(_stated(new), "speaks of deleting or renumbering in words that are not read")
    if any(is_deletion(inner) for inner in new.children):
        raise Unplaced(_stated(new), "adds it with a section that it deletes")
    if standing is not None and stands:
        if new.level == "article" and standing.children:
            raise Unplaced(_stated(new), "lists no section below it that could be read, and the text in force has some")
        return Substitute(id=name, place=place.eid, target=target, new=new, seen=Seen.of(standing))
    return Add(id=name, place=place.eid, target=target, new=new)


def _speaks_of_deleting(provision: Provision) -> bool:
    """Whether words of a schedule do something to the text instead of being text.

    Bylaws themselves speak of being amended or repealed, so it takes a short paragraph, or a "hereby".
    """
    passages = (provision.heading, *provision.paragraphs, *(inner.text() for inner in provision.children))
    return any(_DOES.search(words) and (len(words.split()) <= _SHORT or _HEREBY.search(words)) for words in passages)


def _stated(provision: Provision) -> str:
    return f"{provision.num} {provision.heading}".strip()
