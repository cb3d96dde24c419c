"""What an instrument says of the text in force just before it: which heading stood at which number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from amendments.instrument import Instrument
from amendments.operations import Add, Delete, Substitute
from corpus.address import Address, match_key
from corpus.model import Provision, Text, places
from corpus.tree import find

Way = Literal["deletes", "places", "substitutes", "adds"]
Key = tuple[tuple[str, str], ...]
"""An address by what its numbers have in common with others that name the same."""

_UNTOLD = re.compile(r"\b(?:the|a|an|of|for)\b|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """A heading at a number, by the words of an instrument.

    One that ``deletes`` a provision, or ``places`` sections under it, names what stands. One that ``substitutes`` names
    what will stand, mostly the same; one that ``adds`` says that the number is free. ``said`` is number and heading as
    printed, ``new`` the words that come there.
    """

    way: Way
    target: Address
    heading: str
    said: str
    new: Provision | None = None


def assumptions(instrument: Instrument, before: Text) -> Iterator[Assumption]:
    """Those of its operations on whole provisions, and of the articles that it places them under."""
    yield from _containers(instrument, before)
    for operation in instrument.operations:
        match operation:
            case Delete(target=target, num=num, heading=heading):
                yield Assumption(way="deletes", target=target, heading=heading, said=f"{num} {heading}".strip())
            case Substitute(target=target, new=new) | Add(target=target, new=new):
                said = f"{new.num} {new.heading}".strip() or str(target)
                way: Way = "substitutes" if isinstance(operation, Substitute) else "adds"
                yield Assumption(way=way, target=target, heading=new.heading, said=said, new=new)
            case _:
                pass


def _containers(instrument: Instrument, before: Text) -> Iterator[Assumption]:
    """What holds the sections that a schedule lists, in whose words nothing is done."""
    operative = {operation.place for operation in instrument.operations}
    whole: tuple[str, ...] = ()
    for place in places(instrument.text.provisions):
        if place.eid in operative:
            whole = (*whole, f"{place.eid}__")
            continue
        heading = place.provision.heading
        inside = place.provision.level != "article" or place.eid.startswith(whole)
        if heading and not inside and find(before, place.address) is not None:
            said = f"{place.provision.num} {heading}"
            yield Assumption(way="places", target=place.address, heading=heading, said=said)


def key(address: Address) -> Key:
    return tuple(match_key(step.level, step.number) for step in address.steps)


def same(heading: str) -> str:
    """What two headings that are the same have in common: case, white space and a last stop tell nothing."""
    return " ".join(heading.split()).rstrip(".").casefold()


def near(heading: str) -> str:
    """What near headings have in common: articles, stops and the plural are left out.

    >>> near("The Secretary.") == near("Secretary"), near("Assistant Treasurers") == near("Assistant Treasurer.")
    (True, True)
    """
    return " ".join(word.removesuffix("s") for word in _UNTOLD.sub(" ", heading.casefold()).split())
