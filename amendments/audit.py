"""The audit: a list of checks, each a small function that returns what it finds in a record."""

from __future__ import annotations

from collections.abc import Callable

from amendments.integrity import check_sources, check_unlisted, damaged
from amendments.record import Record, try_open
from amendments.timeline import Timeline
from corpus.dates import spoken
from corpus.errors import RecordDamaged
from corpus.finding import SEVERITIES, Finding
from corpus.model import places
from corpus.store import Book
from corpus.tree import find

Check = Callable[[Record, Timeline], tuple[Finding, ...]]


def audit_work(book: Book, key: str) -> tuple[Finding, ...]:
    """Audit a work of a book; a record that can't be opened is itself the finding."""
    record = try_open(book, key)
    return (damaged(key, record),) if isinstance(record, RecordDamaged) else audit(record)


def audit(record: Record) -> tuple[Finding, ...]:
    """Every finding of every check, by instrument in order of effect, then the gravest first."""
    timeline = Timeline(record.base, record.instruments)
    found = [finding for check in CHECKS for finding in check(record, timeline)]
    order = {instrument.id: number for number, instrument in enumerate(record.instruments, 1)}
    return tuple(
        sorted(found, key=lambda finding: (order.get(finding.instrument, 0), SEVERITIES.index(finding.severity)))
    )


def check_files(record: Record, timeline: Timeline) -> tuple[Finding, ...]:
    """What ``amendments.integrity`` finds of the files."""
    return check_sources(record) + check_unlisted(record)


def check_replay(record: Record, timeline: Timeline) -> tuple[Finding, ...]:
    """What the patch reported when the operations ran: missing and occupied targets, headings, preconditions."""
    return timeline.latest().findings


def check_adoption(record: Record, timeline: Timeline) -> tuple[Finding, ...]:
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


def check_article_headings(record: Record, timeline: Timeline) -> tuple[Finding, ...]:
    """Instruments that place their sections under an article by another heading than it has."""
    found: list[Finding] = []
    for instrument, before in zip(record.instruments, timeline.texts, strict=False):
        operative = {operation.place for operation in instrument.operations}
        for place in places(instrument.text.provisions):
            stated, standing = place.provision, find(before, place.address)
            if place.eid in operative or stated.level != "article" or standing is None or not stated.heading:
                continue
            if stated.heading.casefold() != standing.heading.casefold():
                found.append(
                    Finding(
                        code="heading-mismatch",
                        severity="warning",
                        message=f"The instrument gives {place.address} another heading than the record has.",
                        evidence=f"The instrument has '{stated.num} {stated.heading}'; "
                        f"the text in force just before has '{standing.num} {standing.heading}'.",
                        next_step="Look for an amendment that renumbered the articles or changed the heading.",
                        work=record.work.key,
                        instrument=instrument.id,
                        id=place.eid,
                        address=str(place.address),
                    )
                )
    return tuple(found)


def check_numbers(record: Record, timeline: Timeline) -> tuple[Finding, ...]:
    """Numbers that the base gives to two provisions that stand side by side."""
    return tuple(
        Finding(
            code="duplicate-number",
            severity="warning",
            message=f"The number of {place.address} is given twice. Both provisions are kept.",
            evidence=f"'{place.provision.num} {place.provision.heading}'",
            next_step=f"Name the second one by its eId, {place.eid}, and correct the number by an amendment.",
            work=record.work.key,
            id=place.eid,
            address=str(place.address),
        )
        for place in places(record.base.text.provisions)
        if place.eid.rpartition("__")[2] != place.provision.step.eid
    )


CHECKS: tuple[Check, ...] = (check_files, check_numbers, check_replay, check_article_headings, check_adoption)
