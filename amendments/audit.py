"""The audit: a list of checks, each a small function that returns what it finds in a record."""

from __future__ import annotations

from collections.abc import Callable

from amendments.checks import check_text
from amendments.integrity import check_sources, check_unlisted, damaged
from amendments.record import Record, try_open
from corpus.dates import spoken
from corpus.errors import RecordDamaged
from corpus.finding import SEVERITIES, Finding
from corpus.store import Book

Check = Callable[[Record], tuple[Finding, ...]]


def audit_work(book: Book, key: str) -> tuple[Finding, ...]:
    """Audit a work of a book; a record that can't be opened is itself the finding."""
    record = try_open(book, key)
    return (damaged(key, record),) if isinstance(record, RecordDamaged) else audit(record)


def audit(record: Record) -> tuple[Finding, ...]:
    """Every finding of every check, by instrument in order of effect, then the gravest first."""
    found = [finding for check in CHECKS for finding in check(record)]
    order = {instrument.id: number for number, instrument in enumerate(record.instruments, 1)}
    return tuple(
        sorted(found, key=lambda finding: (order.get(finding.instrument, 0), SEVERITIES.index(finding.severity)))
    )


def check_files(record: Record) -> tuple[Finding, ...]:
    """What ``amendments.integrity`` finds of the files."""
    return check_sources(record) + check_unlisted(record)


def check_record_text(record: Record) -> tuple[Finding, ...]:
    """What ``amendments.checks`` finds of the base and the instruments."""
    return check_text(record.base, record.instruments)


def check_adoption(record: Record) -> tuple[Finding, ...]:
    """Instruments of which the record does not say when, and so by whom, they were adopted, or says it was too late."""
    found: list[Finding] = []
    for instrument in record.instruments:
        effective = spoken(instrument.effective)
        if instrument.adopted is None:
            code, message = (
                "adoption-unrecorded",
                f"The record does not say who adopted the amendments of {effective}, or when.",
            )
            next_step = "Find the minutes or the written consent by which it was adopted."
        elif instrument.adopted > instrument.effective:
            code = "effective-before-adopted"
            message = (
                f"The amendments of {effective} were adopted on {spoken(instrument.adopted)}, after they took effect."
            )
            next_step = "Check both dates; an amendment that reaches back needs a word that says so."
        else:
            continue
        found.append(
            Finding(
                code=code,
                severity="warning",
                message=message,
                evidence=f"'{instrument.title}' ends: '{' '.join(instrument.text.conclusions)}'.",
                next_step=next_step,
                work=record.work.key,
                instrument=instrument.id,
            )
        )
    return tuple(found)


CHECKS: tuple[Check, ...] = (check_files, check_record_text, check_adoption)
