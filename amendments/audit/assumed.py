"""Instruments that the record has no document of: reconstructed, and assumed until the real one turns up."""

from __future__ import annotations

from amendments.describe import describe, target_of
from amendments.instrument import Instrument
from amendments.operations import Operation, Renumber, kind_of
from amendments.record import Record
from corpus.finding import Finding


def check_assumed(record: Record) -> tuple[Finding, ...]:
    """Each of them that counts, with what it is assumed to have done."""
    return tuple(_assumed(record.work.key, one) for one in record.standing.counting if one.assumed)


def _assumed(work: str, instrument: Instrument) -> Finding:
    return Finding(
        code="amendment-assumed",
        severity="warning",
        message=f"The amendments recorded as {instrument.id} are assumed: no document of them is in the record.",
        evidence=f"They {'; '.join(f'{kind_of(done)} {_told(done)}' for done in instrument.operations)}.",
        next_step=f"When the document turns up: bylaws withdraw {work} {instrument.id} --reason WORDS, then import it.",
        work=work,
        instrument=instrument.id,
    )


def _told(operation: Operation) -> str:
    what = describe(operation)
    return what if isinstance(operation, Renumber) else f"{target_of(operation.target)} ({what})"
