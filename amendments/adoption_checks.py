"""Checks of how instruments came to be: who adopted them, when, and whether they have taken effect."""

from __future__ import annotations

from amendments.instrument import Instrument
from amendments.record import Record
from corpus.dates import spoken
from corpus.finding import Finding, Severity


def check_adoption(record: Record) -> tuple[Finding, ...]:
    """Instruments of which the record does not say who adopted them, how or when, or says that it was too late."""
    standing = record.standing
    instruments = (*standing.counting, *standing.pending)
    return tuple(finding for one in instruments for finding in (*_unrecorded(record, one), *_too_late(record, one)))


def check_pending(record: Record) -> tuple[Finding, ...]:
    """Instruments that wait for an event."""
    return tuple(
        _finding(
            record,
            one,
            "amendment-pending",
            "note",
            f"The amendments recorded as {one.id} take effect upon {one.condition}, and that is not recorded.",
            f"bylaws event {record.work.key} {one.id} --on DATE --reason WORDS records that it happened.",
        )
        for one in record.standing.pending
    )


def _unrecorded(record: Record, instrument: Instrument) -> tuple[Finding, ...]:
    adoption, effective = instrument.adoption, spoken(instrument.effective)
    next_step = "Find the minutes or the written consent by which it was adopted; 'bylaws correct' records them."
    if adoption.day is None and not adoption.body:
        message = f"The record does not say who adopted the amendments of {effective}, or when."
        return (_finding(record, instrument, "adoption-unrecorded", "warning", message, next_step),)
    known = {
        "who adopted them": adoption.body,
        "at a meeting or by written consent": adoption.how,
        "when": adoption.day,
    }
    missing = [what for what, said in known.items() if not said]
    if not missing:
        return ()
    message = f"Of the adoption of the amendments of {effective} the record does not say: {'; '.join(missing)}."
    return (_finding(record, instrument, "adoption-unrecorded", "note", message, next_step),)


def _too_late(record: Record, instrument: Instrument) -> tuple[Finding, ...]:
    adopted, effective = instrument.adoption.day, instrument.effective
    if adopted is None or adopted <= effective or instrument in record.standing.pending:
        return ()
    message = f"The amendments of {spoken(effective)} were adopted on {spoken(adopted)}, after they took effect."
    next_step = "Check both dates; an amendment that reaches back needs a word that says so."
    return (_finding(record, instrument, "effective-before-adopted", "warning", message, next_step),)


def _finding(
    record: Record, instrument: Instrument, code: str, severity: Severity, message: str, next_step: str
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        message=message,
        evidence=f"'{instrument.title}' ends: '{' '.join(instrument.text.conclusions)}'.",
        next_step=next_step,
        work=record.work.key,
        instrument=instrument.id,
    )
