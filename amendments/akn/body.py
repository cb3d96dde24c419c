"""The words of an instrument as ``<mainBody>``, with the modifications that stand in them marked.

A provision that is put in is quoted whole, ``<mod><quotedStructure>``; words that are struck or put in are marked
where the instrument quotes them, ``<mod>… <quotedText>``. A restatement quotes a whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from amendments.instrument import Instrument
from amendments.operations import (
    Add,
    AddWords,
    Delete,
    DeleteWords,
    Operation,
    Restate,
    Retitle,
    Substitute,
    SubstituteWords,
)
from amendments.schedule import is_deletion
from corpus.address import LEVELS
from corpus.akn.provisions import Part, read_provision, read_words, write_provisions
from corpus.akn.xml import Element, attribute, every, make, name, words
from corpus.errors import RecordDamaged
from corpus.model import Provision, places

_OPENING, _CLOSING = "[\"'“‘]", "[,;.]?[\"'”’]"
Quotations = dict[str, str]
"""The eId of the ``<quotedText>`` that holds each quotation of an operation, by its role: ``spot`` or ``new``."""


def quotations(operation: Operation) -> dict[str, str]:
    """The words that an operation on words or on a heading quotes, by role."""
    match operation:
        case SubstituteWords(spot=spot, new=new) | AddWords(spot=spot, new=new):
            found = {"spot": spot.words, "new": new}
        case DeleteWords(spot=spot):
            found = {"spot": spot.words}
        case Retitle(heading=heading):
            found = {"new": heading}
        case _:
            found = {}
    return {role: quoted for role, quoted in found.items() if quoted}


@dataclass(frozen=True, slots=True)
class WrittenBody:
    """The ``mainBody``; the operations whose provision it quotes whole; where those of others are marked in it."""

    element: Element
    brought: frozenset[str]
    marked: Mapping[str, Quotations]


def write_body(instrument: Instrument) -> WrittenBody:
    """The words of an instrument with its modifications."""
    return _BodyWriter(instrument).written()


@dataclass(frozen=True, slots=True)
class _Mark:
    """The quotations of one operation in one paragraph: role, start, end; in the order in which they stand."""

    operation: str
    quoted: tuple[tuple[str, int, int], ...]


class _BodyWriter:
    def __init__(self, instrument: Instrument) -> None:
        self._instrument = instrument
        self._standing = {id(place.provision): place.eid for place in places(instrument.text.provisions)}
        self._whole: dict[str, str] = {}
        self._stated: dict[str, list[Operation]] = {}
        brought = {place.eid: place.provision for place in places(instrument.text.provisions)}
        for operation in instrument.operations:
            if isinstance(operation, Substitute | Add | Delete) and _brings(operation, brought.get(operation.place)):
                self._whole[operation.place] = operation.id
            else:
                self._stated.setdefault(operation.place, []).append(operation)
        self._marked: dict[str, Quotations] = {}

    def written(self) -> WrittenBody:
        restatement = next((one for one in self._instrument.operations if isinstance(one, Restate)), None)
        provisions = self._instrument.text.provisions
        if restatement is not None:
            return WrittenBody(
                make("mainBody", _mod_around(provisions, restatement.id)), frozenset((restatement.id,)), {}
            )
        main = make("mainBody", *write_provisions(provisions, block=self._block))
        return WrittenBody(main, frozenset(self._whole.values()), self._marked)

    def _block(self, part: Part, owner: Provision | None) -> Element | None:
        if isinstance(part, Provision) or owner is None:
            mod = self._whole.get(self._standing[id(part)])
            return _mod_around((part,), mod) if mod and isinstance(part, Provision) else None
        left = [one for one in self._stated.get(self._standing[id(owner)], ()) if one.id not in self._marked]
        marks = list(_marks(part, left))
        for mark in marks:
            self._marked[mark.operation] = {
                role: f"{mark.operation}__qtext_{number}" for number, (role, _, _) in enumerate(mark.quoted, 1)
            }
        return _marked_paragraph(part, marks)


def _brings(operation: Substitute | Add | Delete, provision: Provision | None) -> bool:
    """Whether the operation quotes the provision at its place, rather than being stated in its words."""
    if not isinstance(operation, Delete):
        return bool(operation.place)
    step = operation.target.steps[-1]
    if provision is None or (provision.level, provision.num) != (step.level, operation.num):
        return False
    return is_deletion(provision)


def _mod_around(provisions: tuple[Provision, ...], mod: str) -> Element:
    quoted = f"{mod}__qstr_1"
    structure = make("quotedStructure", *write_provisions(provisions, f"{quoted}__"), eId=quoted)
    return make("p", make("mod", structure, eId=mod))


def _marks(paragraph: str, operations: Iterable[Operation]) -> Iterator[_Mark]:
    """The operations whose quotations all stand in a paragraph, each after the one before."""
    at = 0
    for operation in operations:
        spans: list[tuple[str, int, int]] = []
        for role, quoted in quotations(operation).items():
            span = _quoted_at(paragraph, quoted, at, spans)
            if span:
                spans.append((role, *span))
        if spans and len(spans) == len(quotations(operation)):
            ordered = tuple(sorted(spans, key=lambda span: span[1]))
            at = ordered[-1][2]
            yield _Mark(operation.id, ordered)


def _quoted_at(paragraph: str, quoted: str, at: int, taken: list[tuple[str, int, int]]) -> tuple[int, int] | None:
    """Where the words stand in quotation marks, or as the whole paragraph."""
    for found in re.compile(f"{_OPENING}({re.escape(quoted)}){_CLOSING}").finditer(paragraph, at):
        start, end = found.span(1)
        if all(end <= other_start or start >= other_end for _, other_start, other_end in taken):
            return start, end
    return (0, len(paragraph)) if paragraph == quoted and not at and not taken else None


def _marked_paragraph(paragraph: str, marks: list[_Mark]) -> Element:
    block = make("p")
    at, last = 0, None
    for mark in marks:
        start = mark.quoted[0][1]
        _add_words(block, last, paragraph[at:start])
        mod = make("mod", eId=mark.operation)
        at, inner = start, None
        for number, (_, begin, end) in enumerate(mark.quoted, 1):
            _add_words(mod, inner, paragraph[at:begin])
            inner = make("quotedText", text=paragraph[begin:end], eId=f"{mark.operation}__qtext_{number}")
            mod.append(inner)
            at = end
        block.append(mod)
        last = mod
    _add_words(block, last, paragraph[at:])
    return block


def _add_words(parent: Element, last: Element | None, said: str) -> None:
    """Words after the last child, or before any."""
    if said and last is None:
        parent.text = said
    elif said and last is not None:
        last.tail = said


@dataclass(frozen=True, slots=True)
class Body:
    """The provisions of a body, and what its modifications quote.

    ``structures`` are the provisions that they quote whole, with their place, by the modification; ``texts`` the
    words, by the eId of the quotation; ``stated`` the provision in whose words a modification stands.
    """

    provisions: tuple[Provision, ...]
    structures: Mapping[str, tuple[Provision, str]]
    texts: Mapping[str, str]
    stated: Mapping[str, str]


@dataclass(slots=True)
class _Reading:
    structures: dict[str, Provision] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    stated: dict[str, str] = field(default_factory=dict)


def read_body(main: Element, file: Path) -> Body:
    """Read a ``mainBody``; raises RecordDamaged at anything that would lose words."""
    found = _Reading()

    def block(element: Element, file: Path) -> list[Part]:
        return _read_block(element, found, file)

    parts: list[Part] = []
    for child in main:
        parts += block(child, file) if name(child) == "p" else [read_provision(child, file, block)]
    provisions = tuple(part for part in parts if isinstance(part, Provision))
    stood = {id(place.provision): place.eid for place in places(provisions)}
    structures = {mod: (provision, stood[id(provision)]) for mod, provision in found.structures.items()}
    return Body(provisions, structures, found.texts, found.stated)


def _read_block(block: Element, found: _Reading, file: Path) -> list[Part]:
    """A paragraph, with what is quoted in it noted; or the provisions that it quotes whole."""
    mods = every(block, "mod")
    if not mods:
        return read_words(block, file)
    if structures := every(mods[0], "quotedStructure"):
        provisions = [read_provision(inner, file) for inner in structures[0]]
        if len(provisions) == 1:
            found.structures[attribute(mods[0], "eId", file)] = provisions[0]
        return list(provisions)
    for mod in mods:
        eid = attribute(mod, "eId", file)
        found.stated[eid] = _stated_in(mod, file)
        for text in every(mod, "quotedText"):
            found.texts[attribute(text, "eId", file)] = words(text, file)
    return ["".join(map(str, block.itertext()))]


def _stated_in(mod: Element, file: Path) -> str:
    """The eId of the provision in whose words a modification stands."""
    for above in mod.iterancestors():
        if name(above) in (*LEVELS, "item"):
            return attribute(above, "eId", file)
    raise RecordDamaged(file, f"line {mod.sourceline}: a modification stands in no provision")
