"""A work as an audit leaves it: what it is, how far its record reaches, and what was found. Plain values, which can
be handed from one process to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from amendments.audit.accepted import Review, review
from amendments.audit.files import damaged
from amendments.instrument import Instrument
from amendments.record import Record, try_open
from corpus.errors import RecordDamaged
from corpus.finding import Finding
from corpus.store import Book

State = Literal["recorded", "assumed", "pending"]
"""Of an instrument: it counts, it counts without a document, it waits for an event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An instrument as a report names it; ``condition`` is the event that a pending one waits for."""

    id: str
    title: str
    number: str
    effective: date
    state: State
    condition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far a record reaches: the base, the instruments in order of effect, and the days on which it was written."""

    adopted: date
    instruments: tuple[Listed, ...]
    first_recorded: date
    last_recorded: date
    withdrawn: int

    @property
    def counting(self) -> tuple[Listed, ...]:
        """Without those that wait."""
        return tuple(one for one in self.instruments if one.state != "pending")


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """A work and its findings. ``reach`` is None, and ``title`` the key, where the record can't be opened."""

    key: str
    title: str
    review: Review = field(default_factory=lambda: Review(()))
    reach: Reach | None = None


def audited(book: Book, key: str) -> Audited:
    """Audit a work of a book; a record that can't be opened is itself the finding."""
    record = try_open(book, key)
    if isinstance(record, RecordDamaged):
        return Audited(key=key, title=key, review=Review((damaged(key, record),)))
    return Audited(key=key, title=record.work.title, review=review(record), reach=_reach(record))


def failed(key: str, error: Exception) -> Audited:
    """A work of which the audit itself broke off."""
    finding = Finding(
        code="audit-failed",
        severity="error",
        message=f"The audit of '{key}' broke off, so nothing is known of it.",
        evidence=f"{type(error).__name__}: {error}",
        next_step=f"Run 'bylaws audit {key}' by itself. If it fails again, report it; BYLAWS_TRACEBACK=1 shows where.",
        work=key,
    )
    return Audited(key=key, title=key, review=Review((finding,)))


def _reach(record: Record) -> Reach:
    return Reach(
        adopted=record.work.adopted,
        instruments=tuple(_listed(record)),
        first_recorded=date.fromisoformat(record.ledger[0].recorded[:10]),
        last_recorded=date.fromisoformat(record.ledger[-1].recorded[:10]),
        withdrawn=len(record.withdrawals),
    )


def _listed(record: Record) -> Iterator[Listed]:
    standing = record.standing
    for one in standing.counting:
        yield _one(one, "assumed" if one.assumed else "recorded")
    for one in standing.pending:
        yield _one(one, "pending")


def _one(instrument: Instrument, state: State) -> Listed:
    return Listed(
        id=instrument.id,
        title=instrument.title,
        number=instrument.number,
        effective=instrument.effective,
        state=state,
        condition=instrument.condition if state == "pending" else "",
    )
