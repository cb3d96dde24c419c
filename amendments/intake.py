"""Intake: from what was read of a file to what would be recorded, shown before it is recorded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from amendments.days import due
from amendments.draw import Drawn, adoption_of, draw
from amendments.errors import (
    AlreadyRecorded,
    BadJurisdiction,
    BadTitle,
    BaseExists,
    BaseMissing,
    NothingAmended,
    NotPrintable,
    SaidOfSeveral,
    SameWords,
    SeveralBases,
    TooEarly,
)
from amendments.instrument import Instrument
from amendments.proposal import Proposal, Understood, Wishes
from amendments.record import Record
from corpus.errors import NoProvisions, Undated
from corpus.model import Base, Work, identify
from corpus.sources.documents import Document
from corpus.sources.particulars import (
    dating,
    is_amendment,
    jurisdiction_of,
    states_named,
)
from corpus.sources.reader import Reading

_JURISDICTION = re.compile(r"[a-z]{2}(?:-[a-z0-9]{1,3})?")


def propose(reading: Reading, wishes: Wishes, record: Record | None) -> Proposal:
    """Decide what each document of a file is, and what each section of an instrument does.

    ``record`` is the work as it stands, None for a new one. Raises a SourceError or BookError that says why the
    file can't be recorded.
    """
    schedules = [document for document in reading.documents if is_amendment(document)]
    bases = [document for document in reading.documents if not is_amendment(document)]
    if record is not None:
        _refuse_known(reading, record)
    _refuse_unprintable(wishes)
    _refuse_documents(reading, bases)
    if bases and record is not None:
        if not wishes.amends:
            raise BaseExists(wishes.key, reading.name)
        schedules, bases = [*schedules, *bases], []  # bylaws given as an amendment restate those that stand
    understood = [_base(document, reading, wishes) for document in bases]
    base = record.base if record is not None else next((_as_base(found) for found in understood), None)
    if base is None:
        raise BaseMissing(wishes.key, reading.name)
    standing = record.instruments if record is not None else ()
    taken = {instrument.id for instrument in record.recorded} if record is not None else set[str]()
    instruments = list(standing)
    dues = due(schedules, reading.name, wishes.effective)
    if wishes.speaks_of_one_instrument and (bases or len(dues) > 1):
        raise SaidOfSeveral(reading.name, max(len(reading.documents), len(dues)))
    for one in dues:
        document = one.document
        adopted = adoption_of(document, wishes.adoption, None if bases else wishes.adopted)
        drawn = draw(
            *(one, adopted, wishes.upon, base, instruments, taken, reading.name),
            said=wishes.effective is not None,
            number=wishes.number,
            stated=wishes.stated,
        )
        instrument = drawn.instrument
        taken.add(instrument.id)
        _refuse_unfit(drawn, document, base, instruments, reading.name)
        instruments = sorted((*instruments, instrument), key=lambda known: known.order)
        found = Understood(
            document=document,
            recorded=instrument,
            dating=one.dating,
            unread=drawn.unread,
            faults=drawn.faults,
            notes=drawn.notes,
        )
        understood.append(found)
    return Proposal(
        reading=reading,
        base=base,
        understood=tuple(understood),
        standing=tuple(standing),
        instruments=tuple(instruments),
        jurisdiction_from=_jurisdiction(bases[0], wishes)[1] if bases else "as recorded",
    )


def _refuse_documents(reading: Reading, bases: Sequence[Document]) -> None:
    for document in reading.documents:
        if not document.text.provisions:
            raise NoProvisions(reading.name, document.last_line - document.first_line + 1)
    if len(bases) > 1:
        raise SeveralBases(reading.name, [document.first_line for document in bases])


def _refuse_unprintable(wishes: Wishes) -> None:
    said = wishes.adoption
    options = {
        "--by": said.body,
        "--vote": said.vote,
        "--certified-by": said.certified_by,
        "--upon": wishes.upon,
        "--number": wishes.number,
    }
    for option, words in options.items():
        if not words.isprintable():
            raise NotPrintable(option, words)


def _refuse_known(reading: Reading, record: Record) -> None:
    """The same file again, unless all that it amended was withdrawn since: then it may be recorded anew."""
    withdrawn = {f"{entry.instrument}.xml" for entry in record.withdrawals}
    for entry in record.ledger:
        if entry.source == reading.digest and entry.file not in withdrawn:
            raise AlreadyRecorded(reading.name, record.work.key, entry.recorded)


def _refuse_unfit(drawn: Drawn, document: Document, base: Base, known: Iterable[Instrument], name: str) -> None:
    instrument = drawn.instrument
    if not (instrument.operations or drawn.unread or drawn.faults):
        raise NothingAmended(name, document.first_line, document.title)
    if instrument.effective < base.work.adopted:
        raise TooEarly(name, document.first_line, instrument.effective, base.work.adopted)
    for other in known:
        if (other.effective, other.text.words()) == (instrument.effective, instrument.text.words()):
            raise SameWords(name, document.first_line, other.id)


def _base(document: Document, reading: Reading, wishes: Wishes) -> Understood:
    found = dating(document)
    adopted = wishes.adopted or (found.day if found else None)
    if adopted is None:
        raise Undated(reading.name, document.first_line, document.title, "--adopted")
    if not wishes.title.isprintable():
        raise BadTitle(wishes.title)
    work = Work(
        key=wishes.key,
        title=wishes.title or document.title,
        jurisdiction=_jurisdiction(document, wishes)[0],
        adopted=adopted,
    )
    text = replace(document.text, provisions=identify(document.text.provisions))
    return Understood(document=document, recorded=Base(work=work, text=text), dating=found)


def _as_base(understood: Understood) -> Base:
    assert isinstance(understood.recorded, Base)
    return understood.recorded


def _jurisdiction(document: Document, wishes: Wishes) -> tuple[str, str]:
    if wishes.jurisdiction:
        if not _JURISDICTION.fullmatch(wishes.jurisdiction):
            raise BadJurisdiction(wishes.jurisdiction)
        return wishes.jurisdiction, "as you said"
    states = states_named(document.text)
    if len(states) == 1:
        return jurisdiction_of(states[0]), f"the text names {states[0]} and no other state"
    named = f"the text names {', '.join(states)}" if states else "the text names no state"
    return "us", f"{named}; say it with --jurisdiction"
