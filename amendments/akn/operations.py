"""Operations read back from ``<textualMod>`` and from the words that they quote."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from amendments.akn.body import Body
from amendments.akn.modifications import PROVISION, TYPES
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
)
from amendments.quoting import unquoted
from corpus.address import LEVELS, Address, Level, Step
from corpus.akn.provisions import read_provision
from corpus.akn.xml import OWN, Element, attribute, every, only
from corpus.errors import RecordDamaged
from corpus.model import Provision, Text


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
        if kind not in TYPES or TYPES[kind] != attribute(self._element, "type", self._file):
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
        if written := [inner for new in self._news for inner in new if inner.tag == PROVISION]:
            return read_provision(written[0][0], self._file), ""
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
            paragraph=int(_owned(where, "paragraph") or 0),
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


def _owned(element: Element, key: str) -> str:
    return element.get(f"{{{OWN}}}{key}", "")
