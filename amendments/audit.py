"""The audit: a list of checks, each a small function that returns what it finds in a record."""

from __future__ import annotations

from collections.abc import Callable

from amendments.record import Record, open_record
from amendments.timeline import Timeline
from corpus.dates import spoken
from corpus.errors import RecordDamaged
from corpus.finding import SEVERITIES, Finding
from corpus.store import LEDGER, Book

Check = Callable[[Record, Timeline], tuple[Finding, ...]]


def audit(record: Record) -> tuple[Finding, ...]:
    """Every finding of every check, by effective date of the instrument, then the gravest first."""
    timeline = Timeline(record.base, record.instruments)
    found = [finding for check in CHECKS for finding in check(record, timeline)]
    return tuple(sorted(found, key=lambda finding: (finding.instrument, SEVERITIES.index(finding.severity))))


def audit_work(book: Book, key: str) -> tuple[Finding, ...]:
    """Audit a work of a book; a record that can't be opened is itself the finding."""
    try:
        return audit(open_record(book, key))
    except RecordDamaged as error:
        return (_damaged(key, error),)


def check_replay(record: Record, timeline: Timeline) -> tuple[Finding, ...]:
    """What the patch reported when the operations ran: missing and occupied targets, headings, preconditions."""
    return timeline.latest().findings


def check_adoption(record: Record, timeline: Timeline) -> tuple[Finding, ...]:
    """Instruments of which the record does not say when, and so by whom, they were adopted."""
    return tuple(
        Finding(
            code="adoption-unrecorded",
            severity="warning",
            message=f"The record does not say who adopted the amendments effective {spoken(instrument.effective)}, "
            "or when.",
            evidence=f"'{instrument.title}' ends: '{' '.join(instrument.text.conclusions)}'.",
            next_step="Find the minutes or the written consent by which it was adopted.",
            work=record.work.key,
            instrument=instrument.id,
        )
        for instrument in record.instruments
        if instrument.adopted is None
    )


CHECKS: tuple[Check, ...] = (check_replay, check_adoption)


def _damaged(key: str, error: RecordDamaged) -> Finding:
    return Finding(
        code="ledger-broken" if error.path.name == LEDGER else "file-altered",
        severity="error",
        message=f"The record of '{key}' can't be relied on, and its text is not shown.",
        evidence=error.message,
        next_step=error.next_step,
        work=key,
    )
