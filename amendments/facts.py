"""Facts about an instrument already recorded: it is withdrawn, corrected, or what it waited for has happened.

Each takes a reason and erases nothing: its file and its line stay, and the texts are rebuilt from what the ledger
then says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Literal

from amendments.errors import NotPrintable
from amendments.fact_errors import (
    AlreadyWithdrawn,
    BeforeItCould,
    NoReason,
    NothingCorrected,
    NotPending,
    NotYet,
    TurnTaken,
)
from amendments.instrument import Instrument
from amendments.ledger import Entry, append, are_corrections, moment, write_ledger
from amendments.record import Record, open_record
from amendments.standing import corrected, last_turn
from amendments.timeline import Timeline
from corpus.dates import spoken
from corpus.digest import digest_text
from corpus.store import LEDGER, Book

Draft = Callable[[Record, Instrument], Entry]
"""The fact about an instrument, as it counts or waits in the record, still without reason, moment and replay."""


def withdraw(book: Book, key: str, instrument: str, reason: str, now: datetime) -> Record:
    """Record that an instrument does not count, and why."""
    return _record_fact(book, key, instrument, reason, now, lambda record, standing: _fact("withdraw", standing))


def correct(book: Book, key: str, instrument: str, said: Mapping[str, str], reason: str, now: datetime) -> Record:
    """Record that something about an instrument is other than was recorded; ``said`` by the names in CORRECTIONS.

    One that moves to another day takes the first free turn there, unless a turn is said too.
    """
    for name, value in said.items():
        if not value.isprintable():
            raise NotPrintable(name.replace("_", " ").capitalize(), value)
    if not are_corrections(said):
        raise ValueError(f"no corrections: {dict(said)}")
    if said.get("adopted", "") > str(now.date()):
        raise NotYet(date.fromisoformat(said["adopted"]))

    def draft(record: Record, standing: Instrument) -> Entry:
        changed = corrected(standing, dict(said))
        if changed == standing:
            raise NothingCorrected(instrument)
        others = [other for other in _all(record) if other.id != instrument]
        complete = dict(said)
        if "turn" in said:
            _refuse_taken(changed, others)
        elif changed.effective != standing.effective:
            complete["turn"] = str(_turn_on(changed.effective, record.instrument(instrument), others, record))
        earliest = record.instrument(instrument).effective if standing.condition else record.work.adopted
        if changed.effective < earliest:
            raise BeforeItCould(instrument, changed.effective, earliest)
        return replace(_fact("correct", standing), corrected=tuple(sorted(complete.items())))

    return _record_fact(book, key, instrument, reason, now, draft)


def happened(book: Book, key: str, instrument: str, day: date, reason: str, now: datetime) -> Record:
    """Record that what an instrument waited for happened on a day: it then takes effect, after all others of it."""
    if day > now.date():
        raise NotYet(day)

    def draft(record: Record, standing: Instrument) -> Entry:
        if standing not in record.standing.pending:
            since = spoken(standing.effective)
            why = f"it took effect on {since}" if standing.condition else f"it takes effect on {since} by itself"
            raise NotPending(instrument, why)
        if day < standing.effective:
            raise BeforeItCould(instrument, day, standing.effective)
        turn = last_turn(day, _all(record), _ids(record))
        return replace(_fact("event", standing), occurred=str(day), turn=turn)

    return _record_fact(book, key, instrument, reason, now, draft)


def reason_given(said: str) -> str:
    """A reason on one line; raises NoReason or NotPrintable."""
    reason = " ".join(said.split())
    if not reason:
        raise NoReason
    if not reason.isprintable():
        raise NotPrintable("The reason", reason)
    return reason


def _record_fact(book: Book, key: str, instrument: str, reason: str, now: datetime, draft: Draft) -> Record:
    reason = reason_given(reason)
    with book.writing():
        record = open_record(book, key)
        fact = replace(draft(record, _standing(record, instrument)), reason=reason, recorded=moment(now))
        after = replace(record, ledger=(*record.ledger, fact))
        replay = digest_text(Timeline(record.base, after.instruments).latest().text)
        book.record(key, {LEDGER: write_ledger(append(record.ledger, [replace(fact, replay=replay)]))})
    return open_record(book, key)


def _standing(record: Record, name: str) -> Instrument:
    """The instrument as it counts or waits; raises UnknownInstrument or AlreadyWithdrawn."""
    record.instrument(name)
    for entry in record.withdrawals:
        if entry.instrument == name:
            raise AlreadyWithdrawn(name, entry.recorded)
    return next(instrument for instrument in _all(record) if instrument.id == name)


def _all(record: Record) -> tuple[Instrument, ...]:
    found = record.standing
    return found.counting + found.pending


def _ids(record: Record) -> list[str]:
    return [instrument.id for instrument in record.recorded]


def _fact(kind: Literal["withdraw", "correct", "event"], instrument: Instrument) -> Entry:
    return Entry(fact=kind, instrument=instrument.id, recorded="", replay="")


def _turn_on(day: date, filed: Instrument, others: list[Instrument], record: Record) -> int:
    """After all others of a day; on the day that its file has, the turn that its file has, where that is free."""
    if day == filed.effective and all(other.order != filed.order for other in others):
        return filed.turn
    return last_turn(day, others, (name for name in _ids(record) if name != filed.id))


def _refuse_taken(changed: Instrument, others: list[Instrument]) -> None:
    for other in others:
        if other.order == changed.order:
            raise TurnTaken(changed.effective, changed.turn, other.id)
