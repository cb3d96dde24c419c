"""Operations as ``<textualMod>`` and back: what is amended where, and what its editor saw (akn-core 5.9)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, assert_never

from amendments.akn.body import Body, Quotations, WrittenBody
from amendments.operations import (
    Add,
    AddWords,
    Delete,
    DeleteWords,
    Move,
    Operation,
    Renumber,
    Restate,
    Retitle,
    Seen,
    Spot,
    Substitute,
    SubstituteWords,
    kind_of,
)
from amendments.quoting import unquoted
from corpus.address import LEVELS, Address, Level, Step
from corpus.akn.xml import OWN, Element, attribute, every, make, only
from corpus.errors import RecordDamaged
from corpus.model import Provision, Text, Work

Type = Literal["substitution", "insertion", "repeal", "renumbering"]
_TYPES: dict[str, Type] = {
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
    made = make("textualMod", *parts, type=_TYPES[kind], eId=eid, period="#tmpg_1")
    _own(made, operation=kind)
    return made


def _destinations(operation: Operation, work: Work, quoted: Quotations) -> Iterator[Element]:
    addresses = [move.target for move in operation.moves] if isinstance(operation, Renumber) else [operation.target]
    for address in addresses:
        destination = make("destination", href=_href(work, address))
        if isinstance(operation, AddWords):
            spot = operation.spot
            destination.set("pos", _POSITIONS[operation.side, not (spot.words or spot.sentence)])
        _own(destination, address=_path(address))
        if isinstance(operation, SubstituteWords | AddWords | DeleteWords):
            spot = operation.spot
            words = {"quoted": f"#{quoted['spot']}"} if "spot" in quoted else {"words": spot.words}
            sentence = str(spot.sentence) if spot.sentence else ""
            _own(destination, **words, sentence=sentence, which=str(spot.which), count=str(spot.count))
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


def _owned(element: Element, key: str) -> str:
    return element.get(f"{{{OWN}}}{key}", "")


def read_modification(element: Element, body: Body, text: Text, file: Path) -> Operation:
    """The operation that a ``<textualMod>`` says, of an instrument with these words; raises RecordDamaged."""
    return _Reader(element, body, text, file).operation()


class _Reader:
    def __init__(self, element: Element, body: Body, text: Text, file: Path) -> None:
        self._element, self._body, self._text, self._file = element, body, text, file
        self._id = "mod_" + attribute(element, "eId", file).removeprefix("am_")
        self._destinations = every(element, "destination")
        self._olds, self._news = every(element, "old"), every(element, "new")

    def operation(self) -> Operation:
        kind = _owned(self._element, "operation")
        if kind not in _TYPES or _TYPES[kind] != attribute(self._element, "type", self._file):
            raise self._damaged(f"is a '{kind}' that this version can't read")
        readers: dict[str, Callable[[], Operation]] = {
            "substitute": self._substitute, "add": self._add, "delete": self._delete,
            "substitute-words": self._substitute_words, "add-words": self._add_words, "delete-words":
            self._delete_words, "retitle": self._retitle, "renumber": self._renumber, "restate": self._restate,
        }  # fmt: skip
        try:
            return readers[kind]()
        except (ValueError, LookupError) as error:
            raise self._damaged("does not say all that it must") from error

    def _substitute(self) -> Substitute:
        new, place = self._brought()
        return Substitute(id=self._id, place=place, target=self._target, new=new, seen=self._needed)

    def _add(self) -> Add:
        new, place = self._brought()
        return Add(id=self._id, place=place, target=self._target, new=new)

    def _delete(self) -> Delete:
        if self._id not in self._body.structures:
            num, heading = _owned(self._destinations[0], "num"), _owned(self._destinations[0], "heading")
            return Delete(
                id=self._id,
                place=self._place,
                target=self._target,
                num=num,
                heading=heading,
                reserved=_owned(self._destinations[0], "reserved") == "true",
                seen=self._seen,
            )
        stated, place = self._brought()
        heading = stated.heading if stated.text() else ""
        return Delete(id=self._id, place=place, target=self._target, num=stated.num, heading=heading, seen=self._seen)

    def _substitute_words(self) -> SubstituteWords:
        return SubstituteWords(
            id=self._id, place=self._place, target=self._target, spot=self._spot(), new=self._words, seen=self._seen
        )

    def _add_words(self) -> AddWords:
        position = attribute(self._destinations[0], "pos", self._file)
        return AddWords(
            id=self._id,
            place=self._place,
            target=self._target,
            spot=self._spot(),
            side="before" if position in ("before", "start") else "after",
            new=self._words,
            apart=_owned(self._news[0], "apart") == "true",
            seen=self._seen,
        )

    def _delete_words(self) -> DeleteWords:
        return DeleteWords(id=self._id, place=self._place, target=self._target, spot=self._spot(), seen=self._seen)

    def _retitle(self) -> Retitle:
        return Retitle(id=self._id, place=self._place, target=self._target, heading=self._words, seen=self._needed)

    def _renumber(self) -> Renumber:
        moves = tuple(
            Move(target=self._address(old), to=self._address(new), seen=self._read_seen(seen))
            for old, new, seen in zip(self._destinations, self._news, self._olds, strict=True)
        )
        return Renumber(id=self._id, place=self._place, moves=moves)

    def _restate(self) -> Restate:
        return Restate(id=self._id, place="", new=self._text, seen=self._needed.digest)

    @property
    def _target(self) -> Address:
        return self._address(self._destinations[0])

    @property
    def _place(self) -> str:
        return self._body.stated.get(self._id) or self._source

    @property
    def _source(self) -> str:
        return attribute(only(self._element, "source", self._file), "href", self._file).removeprefix("#")

    @property
    def _seen(self) -> Seen | None:
        return self._read_seen(self._olds[0]) if self._olds else None

    @property
    def _needed(self) -> Seen:
        if self._seen is None:
            raise self._damaged("does not say what its editor saw")
        return self._seen

    @property
    def _words(self) -> str:
        new = self._news[0]
        return self._quoted(new.get("href", ""), _owned(new, "words"))

    def _brought(self) -> tuple[Provision, str]:
        found = self._body.structures.get(self._id)
        if found is None:
            raise self._damaged("quotes a provision that the instrument does not have")
        return unquoted(found[0]), found[1]

    def _spot(self) -> Spot:
        where = self._destinations[0]
        which = _owned(where, "which")
        return Spot(
            sentence=int(_owned(where, "sentence") or 0),
            words=self._quoted(_owned(where, "quoted"), _owned(where, "words")),
            which="only" if which == "only" else "each" if which == "each" else int(which),
            count=int(_owned(where, "count")),
        )

    def _quoted(self, href: str, said: str) -> str:
        """The words that the body quotes at a reference or, where there is none, those that stand beside it."""
        return self._body.texts[href.removeprefix("#")] if href else said

    def _read_seen(self, old: Element) -> Seen:
        return Seen(heading=_owned(old, "heading"), digest=_owned(old, "digest"))

    def _address(self, element: Element) -> Address:
        path = _owned(element, "address")
        steps = [step.partition(" ") for step in path.split(" / ")] if path else []
        return Address(tuple(Step(self._level(level), number) for level, _, number in steps))

    def _level(self, named: str) -> Level:
        found = next((level for level in LEVELS if level == named), None)
        if found is None:
            raise self._damaged(f"names a '{named}', which is no level of a provision")
        return found

    def _damaged(self, what: str) -> RecordDamaged:
        return RecordDamaged(self._file, f"its operation '{self._id}' {what}")
