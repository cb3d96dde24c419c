"""Checks of how instruments came to be: who adopted them, when, who read them, and whether they have taken effect."""

from __future__ import annotations

from collections.abc import Iterable

from amendments.describe import describe, target_of
from amendments.instrument import Instrument
from amendments.operations import Operation, Renumber, is_by_hand, kind_of
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


def check_adoption(record: Record) -> tuple[Finding, ...]:
    """Instruments of which the record does not say who adopted them, how or when, or says that it was too late."""
    standing = record.standing
    instruments = (one for one in (*standing.counting, *standing.pending) if not one.assumed)
    unrecorded = (finding for one in instruments for finding in _unrecorded(record.work.key, one))
    return (*unrecorded, *too_late(record.work.key, standing.counting))


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


def check_edited(record: Record) -> tuple[Finding, ...]:
    """Instruments of which a person edited the operations."""
    standing = record.standing
    instruments = (one for one in (*standing.counting, *standing.pending) if not one.assumed)
    return tuple(_edited(record.work.key, one) for one in instruments if one.edited)


def check_assumed(record: Record) -> tuple[Finding, ...]:
    """Instruments of which the record has no document."""
    work = record.work.key
    return tuple(
        _finding(
            work,
            one,
            "amendment-assumed",
            "warning",
            f"The amendments recorded as {one.id} are assumed: no document of them is in the record.",
            f"When the document turns up: bylaws withdraw {work} {one.id} --reason WORDS, then import it.",
            f"They {'; '.join(f'{kind_of(done)} {_told(done)}' for done in one.operations)}.",
        )
        for one in record.standing.counting
        if one.assumed
    )


def _told(operation: Operation) -> str:
    what = describe(operation)
    return what if isinstance(operation, Renumber) else f"{target_of(operation.target)} ({what})"


def _edited(work: str, instrument: Instrument) -> Finding:
    written = [one for one in instrument.operations if is_by_hand(one)]
    told = "; ".join(f"{kind_of(one)} {target_of(one.target)}" for one in written)
    evidence = (
        f"Written by hand: {told}."
        if written
        else "All its operations were read in its words; others, or sentences that could not be read, were left out, "
        "or their order was changed."
    )
    return _finding(
        work,
        instrument,
        "operations-edited",
        "note",
        f"The operations of {instrument.id} were edited by hand before they were recorded; its words were not.",
        f"Compare them with its words, which stand in {instrument.id}.xml as the document has them.",
        evidence,
    )


def _unrecorded(work: str, instrument: Instrument) -> tuple[Finding, ...]:
    adoption, effective = instrument.adoption, spoken(instrument.effective)
    next_step = "Find the minutes or the written consent by which it was adopted; 'bylaws correct' records them."
    if adoption.day is None and not adoption.body:
        message = f"The record does not say who adopted the amendments of {effective}, or when."
        return (_finding(work, instrument, "adoption-unrecorded", "warning", message, next_step),)
    known = {
        "who adopted them": adoption.body,
        "at a meeting or by written consent": adoption.how,
        "when": adoption.day,
    }
    missing = [what for what, said in known.items() if not said]
    if not missing:
        return ()
    lacks = "; ".join(missing)
    message = f"The record does not say of the adoption of {instrument.id}, effective {effective}: {lacks}."
    return (_finding(work, instrument, "adoption-unrecorded", "note", message, next_step),)


def _finding(
    work: str,
    instrument: Instrument,
    code: str,
    severity: Severity,
    message: str,
    next_step: str,
    evidence: str = "",
) -> Finding:
    """Without ``evidence`` it is how the instrument ends."""
    ends = " ".join(instrument.text.conclusions) or _last_clause(instrument)
    ended = f"ends: '{ends}'." if ends else "ends without a date or signature."
    return Finding(
        code=code,
        severity=severity,
        message=message,
        evidence=evidence or f"'{instrument.title}' {ended}",
        next_step=next_step,
        work=work,
        instrument=instrument.id,
    )


def _last_clause(instrument: Instrument) -> str:
    """The paragraph that an amendment in sentences ends with; empty where it ends with new words or has none."""
    last = instrument.text.provisions[-1:]
    return " ".join(last[0].passages()) if last and last[0].level == "clause" and not last[0].children else ""
