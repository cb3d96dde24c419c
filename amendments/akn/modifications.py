"""Operations as ``<textualMod>``: what is amended where, and what its editor saw (akn-core 5.9)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, assert_never

from lxml import etree

from amendments.akn.body import Quotations, WrittenBody
from amendments.operations import (
    Add,
    AddWords,
    Delete,
    DeleteWords,
    Operation,
    Renumber,
    Restate,
    Retitle,
    Seen,
    Substitute,
    SubstituteWords,
    kind_of,
)
from corpus.address import Address
from corpus.akn.provisions import write_provisions
from corpus.akn.xml import OWN, Element, make
from corpus.model import Work

Type = Literal["substitution", "insertion", "repeal", "renumbering"]
TYPES: dict[str, Type] = {
    "substitute": "substitution",
    "add": "insertion",
    "delete": "repeal",
    "substitute-words": "substitution",
    "add-words": "insertion",
    "delete-words": "repeal",
    "retitle": "substitution",
    "renumber": "renumbering",
    "restate": "substitution",
}
PROVISION = f"{{{OWN}}}provision"
"""What holds a new provision that the instrument's own words do not have: a person wrote it."""
_POSITIONS = {("before", True): "start", ("after", True): "end", ("before", False): "before", ("after", False): "after"}
"""By side, and whether the spot is a whole provision."""


def write_modification(operation: Operation, work: Work, body: WrittenBody) -> Element:
    """``body`` says where the instrument's words bring or quote what the operation puts in and strikes."""
    quoted = body.marked.get(operation.id, {})
    stands = operation.id in body.brought or operation.id in body.marked
    source = make("source", href=f"#{operation.id if stands else operation.place}")
    parts = [source, *_destinations(operation, work, quoted), *_old(operation, work), *_new(operation, work, quoted)]
    if isinstance(operation, Delete) and operation.id not in body.brought:
        reserved = "true" if operation.reserved else ""
        _own(parts[1], num=operation.num, heading=operation.heading, reserved=reserved)
    kind, eid = kind_of(operation), "am_" + operation.id.removeprefix("mod_")
    made = make("textualMod", *parts, type=TYPES[kind], eId=eid, period="#tmpg_1")
    _own(made, operation=kind)
    return made


def _destinations(operation: Operation, work: Work, quoted: Quotations) -> Iterator[Element]:
    addresses = [move.target for move in operation.moves] if isinstance(operation, Renumber) else [operation.target]
    for address in addresses:
        destination = make("destination", href=_href(work, address))
        if isinstance(operation, AddWords):
            spot = operation.spot
            destination.set("pos", _POSITIONS[operation.side, not (spot.words or spot.narrows)])
        _own(destination, address=_path(address))
        if isinstance(operation, SubstituteWords | AddWords | DeleteWords):
            spot = operation.spot
            words = {"quoted": f"#{quoted['spot']}"} if "spot" in quoted else {"words": spot.words}
            counted = {"sentence": str(spot.sentence or ""), "paragraph": str(spot.paragraph or "")}
            _own(destination, **words, **counted, which=str(spot.which), count=str(spot.count))
        yield destination


def _old(operation: Operation, work: Work) -> Iterator[Element]:
    match operation:
        case Renumber(moves=moves):
            for move in moves:
                yield _seen(move.seen, _href(work, move.target))
        case Restate(seen=digest):
            old = make("old", href=work.uri)
            _own(old, digest=digest)
            yield old
        case Add():
            pass
        case _:
            if operation.seen is not None:
                yield _seen(operation.seen, _href(work, operation.target))


def _new(operation: Operation, work: Work, quoted: Quotations) -> Iterator[Element]:
    match operation:
        case Substitute(new=provision) | Add(new=provision) if not operation.place:
            brought = etree.Element(PROVISION)
            brought.extend(write_provisions((provision,), f"{operation.id}__qstr_1__"))
            yield make("new", brought)
        case Substitute() | Add() | Restate():
            yield make("new", href=f"#{operation.id}__qstr_1")
        case Renumber(moves=moves):
            for move in moves:
                new = make("new", href=_href(work, move.to))
                _own(new, address=_path(move.to))
                yield new
        case SubstituteWords(new=words) | AddWords(new=words) | Retitle(heading=words):
            new = make("new", href=f"#{quoted['new']}" if "new" in quoted else None)
            _own(new, words="" if "new" in quoted else words)
            if isinstance(operation, AddWords) and operation.apart:
                _own(new, apart="true")
            yield new
        case Delete() | DeleteWords():
            pass
        case _:
            assert_never(operation)


def _path(address: Address) -> str:
    """The address with the level of every step, ``article III / section 1 / paragraph a``: nothing is to be guessed."""
    return " / ".join(f"{step.level} {step.number}".rstrip() for step in address.steps)


def _seen(seen: Seen, href: str) -> Element:
    old = make("old", href=href)
    _own(old, heading=seen.heading, digest=seen.digest)
    return old


def _href(work: Work, address: Address) -> str:
    return f"{work.uri}#{address.eid}" if address.steps else work.uri


def _own(element: Element, **values: str) -> None:
    """Attributes of this project; an empty one is left out."""
    for key, value in values.items():
        if value:
            element.set(f"{{{OWN}}}{key}", value)
