"""Intake: from what was read of a file to what would be recorded, shown before it is recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from amendments.instrument import Instrument, instrument_id
from amendments.record import Record
from amendments.schedule import read_schedule
from amendments.timeline import Timeline
from corpus.errors import AlreadyRecorded, BaseExists, BaseMissing, Undated
from corpus.model import Base, Work, identify
from corpus.sources.documents import Document
from corpus.sources.particulars import (
    Dating,
    dating,
    file_number,
    is_schedule,
    jurisdiction_of,
    states_named,
)
from corpus.sources.reader import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the person importing says of the file; None and empty where the file is to say it itself."""

    key: str
    title: str = ""
    jurisdiction: str = ""
    effective: date | None = None
    adopted: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """One document as it would be recorded, and the words its date was taken from (None: said by the person)."""

    document: Document
    recorded: Base | Instrument
    dating: Dating | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What would be recorded of one file, in the order of the dates.

    ``base`` is that of the work, new or already recorded; ``jurisdiction_from`` says how it was found.
    """

    reading: Reading
    base: Base
    understood: tuple[Understood, ...]
    instruments: tuple[Instrument, ...]
    jurisdiction_from: str

    @property
    def timeline(self) -> Timeline:
        """The work as it would be."""
        return Timeline(self.base, self.instruments)


def propose(reading: Reading, wishes: Wishes, record: Record | None) -> Proposal:
    """Decide what each document of a file is, and what each section of an instrument does.

    ``record`` is the work as it stands, None for a new one. Raises a SourceError or BookError that says why the
    file can't be recorded.
    """
    if record is not None:
        _refuse_known(reading, record)
    dated = sorted(
        ((_dating(document, reading, wishes), document) for document in reading.documents),
        key=lambda pair: pair[0][0],
    )
    bases = [(day, document) for day, document in dated if not is_schedule(document)]
    if bases and (record is not None or len(bases) > 1):
        raise BaseExists(wishes.key, reading.name)
    if not bases and record is None:
        raise BaseMissing(wishes.key, reading.name)
    understood: list[Understood] = []
    jurisdiction_from = "as recorded"
    if record is not None:
        base, known = record.base, list(record.instruments)
    else:
        (day, found), document = bases[0]
        base, jurisdiction_from = _base(document, day, wishes)
        known = []
        understood.append(Understood(document=document, recorded=base, dating=found))
    for (day, found), document in dated:
        if is_schedule(document):
            instrument = _instrument(document, day, wishes, base, known)
            known = sorted((*known, instrument), key=lambda known_one: known_one.order)
            understood.append(Understood(document=document, recorded=instrument, dating=found))
    return Proposal(
        reading=reading,
        base=base,
        understood=tuple(understood),
        instruments=tuple(known),
        jurisdiction_from=jurisdiction_from,
    )


def _refuse_known(reading: Reading, record: Record) -> None:
    for entry in record.ledger:
        if entry.source == reading.digest:
            raise AlreadyRecorded(reading.name, record.work.key, entry.recorded)


def _dating(document: Document, reading: Reading, wishes: Wishes) -> tuple[date, Dating | None]:
    found = dating(document)
    said = wishes.effective if is_schedule(document) else wishes.adopted or wishes.effective
    if said is not None:
        return said, None
    if found is None:
        raise Undated(reading.name, document.first_line, document.title)
    return found.day, found


def _base(document: Document, adopted: date, wishes: Wishes) -> tuple[Base, str]:
    jurisdiction, reason = _jurisdiction(document, wishes)
    work = Work(key=wishes.key, title=wishes.title or document.title, jurisdiction=jurisdiction, adopted=adopted)
    text = replace(document.text, provisions=identify(document.text.provisions))
    return Base(work=work, text=text), reason


def _jurisdiction(document: Document, wishes: Wishes) -> tuple[str, str]:
    if wishes.jurisdiction:
        return wishes.jurisdiction, "as you said"
    states = states_named(document.text)
    if len(states) == 1:
        return jurisdiction_of(states[0]), f"the text names {states[0]} and no other state"
    named = f"the text names {', '.join(states)}" if states else "the text names no state"
    return "us", f"{named}; say it with --jurisdiction"


def _instrument(
    document: Document, effective: date, wishes: Wishes, base: Base, known: Sequence[Instrument]
) -> Instrument:
    name = instrument_id(effective, frozenset(instrument.id for instrument in known))
    drawn = Instrument(
        id=name,
        title=document.title,
        effective=effective,
        adopted=wishes.adopted,
        file_number=file_number(document.text),
        text=document.text,
        operations=(),
    )
    earlier = (instrument for instrument in known if instrument.order < drawn.order)
    before = Timeline(base, earlier).latest().text
    return replace(drawn, operations=read_schedule(document.text, before))
