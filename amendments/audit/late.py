"""Instruments that entered the book long after they took effect, while it was already kept: its texts lacked them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from amendments.instrument import Instrument
from amendments.record import Record
from corpus.dates import spoken
from corpus.finding import Finding

_LONG = 365
"""Days."""


def check_recorded_late(record: Record) -> Iterator[Finding]:
    """What was recorded on one day is found once.

    Time counts from the day that the base was recorded: a history that is imported when a book begins is not late.
    """
    began = date.fromisoformat(record.ledger[0].recorded[:10])
    recorded = _recorded(record)
    late = [
        (recorded[one.id], one)
        for one in record.instruments
        if not one.assumed and (recorded[one.id] - max(one.effective, began)).days > _LONG
    ]
    for day, group in groupby(sorted(late, key=lambda found: (found[0], found[1].order)), lambda found: found[0]):
        yield _found(record, began, day, [one for _, one in group])


def _recorded(record: Record) -> dict[str, date]:
    """The day on which the record first had each instrument in force.

    One that was withdrawn and recorded again, from the same file or for the same day, was known from the first time.
    """
    days: dict[str, date] = {}
    first: dict[str, date] = {}
    withdrawn = {entry.instrument for entry in record.withdrawals}
    effective = {one.id: str(one.effective) for one in (*record.recorded, *record.instruments)}
    for entry in record.facts("amend", "event"):
        name, day = entry.instrument or entry.file.removesuffix(".xml"), date.fromisoformat(entry.recorded[:10])
        if name in withdrawn:
            for trait in filter(None, (entry.source, effective[name])):
                first.setdefault(trait, day)
        known = [first[trait] for trait in (entry.source, effective[name]) if trait in first]
        days[name] = min([day, *known])
    return days


def _found(record: Record, began: date, day: date, late: list[Instrument]) -> Finding:
    first = late[0]
    since = "; ".join(f"{one.id}, effective {spoken(one.effective)}" for one in late)
    one = len(late) == 1
    what, they, them = ("An amendment was", "it", "it") if one else (f"{len(late)} amendments were", "they", "them")
    from_day = max(first.effective, began)
    return Finding(
        code="recorded-late",
        severity="note",
        message=f"{what} recorded on {spoken(day)}, more than a year after {they} should have stood in the record.",
        evidence=f"Recorded then: {since}. The record begins on {spoken(began)}.",
        next_step=f"What was printed or certified from {from_day} to {day} lacks {them}: 'bylaws show "
        f"{record.work.key} --known-at DATE' prints the text as it was known then.",
        work=record.work.key,
        instrument=first.id,
    )
