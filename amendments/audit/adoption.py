"""Checks of when instruments were adopted and take effect: too late, or not yet."""

from __future__ import annotations

from collections.abc import Iterable

from amendments.audit.papers import ending
from amendments.instrument import Instrument
from amendments.record import Record
from corpus.dates import spoken
from corpus.finding import Finding, Severity


def too_late(work: str, instruments: Iterable[Instrument]) -> tuple[Finding, ...]:
    """Instruments that were adopted after they took effect."""
    found = []
    for instrument in instruments:
        adopted, effective = instrument.adoption.day, instrument.effective
        if adopted is not None and adopted > effective and not instrument.condition:
            message = (
                f"The amendments of {spoken(effective)} were adopted on {spoken(adopted)}, after they took effect."
            )
            next_step = "Check both dates; an amendment that reaches back needs a word that says so."
            found.append(_finding(work, instrument, "effective-before-adopted", "warning", message, next_step))
    return tuple(found)


def check_too_late(record: Record) -> tuple[Finding, ...]:
    """What ``too_late`` finds of the instruments that count."""
    return too_late(record.work.key, record.instruments)


def check_pending(record: Record) -> tuple[Finding, ...]:
    """Instruments that wait for an event."""
    return tuple(
        _finding(
            record.work.key,
            one,
            "amendment-pending",
            "note",
            f"The amendments recorded as {one.id} take effect upon {one.condition}, and that is not recorded.",
            f"bylaws event {record.work.key} {one.id} --on DATE --reason WORDS records that it happened.",
        )
        for one in record.standing.pending
    )


def _finding(
    work: str,
    instrument: Instrument,
    code: str,
    severity: Severity,
    message: str,
    next_step: str,
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        message=message,
        evidence=ending(instrument),
        next_step=next_step,
        work=work,
        instrument=instrument.id,
    )
