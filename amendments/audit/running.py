"""Running heads and feet that name another day than the amendments under them: "March 26, 1998 Amendments"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from amendments.instrument import Instrument
from amendments.record import Record
from corpus.dates import find_dates, spoken
from corpus.errors import RecordDamaged
from corpus.finding import Finding
from corpus.sources.aside import read_set_aside
from corpus.sources.line import SetAside
from corpus.store import read_file, source_names

_NAMES = re.compile(r"\bamend(?:ments?|ed)\b|\badopted\b|\beffective\b", re.IGNORECASE)
"""What says that the day is that of the amendments; another may be that of the print."""
_REASONS = ("running-head", "running-foot")


def check_running_heads(record: Record) -> Iterator[Finding]:
    """One finding of an instrument at most, in the order of effect."""
    printed = _printed(record)
    for instrument in (*record.standing.counting, *record.standing.pending):
        for item in printed.get(instrument.id, ()):
            named = set(find_dates(item.line.text))
            if len(named) == 1 and _NAMES.search(item.line.text) and not named & _own_days(instrument):
                yield _found(record, instrument, item)
                break


def _printed(record: Record) -> dict[str, list[SetAside]]:
    """The heads and feet set aside of each instrument's pages: of all up to where the next document begins."""
    found: dict[str, list[SetAside]] = {}
    for source in dict.fromkeys(entry.source for entry in record.ledger if entry.source):
        begins = sorted((entry.lines[0], entry.file) for entry in record.ledger if entry.source == source)
        for item in _set_aside(record, source):
            at = bisect_right(begins, item.line.number, key=lambda begun: begun[0])
            if at and item.reason in _REASONS:
                found.setdefault(begins[at - 1][1].removesuffix(".xml"), []).append(item)
    return found


def _set_aside(record: Record, source: str) -> tuple[SetAside, ...]:
    path = record.folder / source_names(source).set_aside
    try:
        return read_set_aside(read_file(path), path)
    except RecordDamaged:
        return ()  # that the list is lost or damaged is a finding of the files


def _own_days(instrument: Instrument) -> set[object]:
    """The days that the instrument states itself, and those that are recorded of it."""
    stated = (day for passage in instrument.text.passages() for day in find_dates(passage))
    return {instrument.effective, instrument.adoption.day, *stated}


def _found(record: Record, instrument: Instrument, item: SetAside) -> Finding:
    where = "foot" if item.reason == "running-foot" else "head"
    return Finding(
        code="date-mismatch",
        severity="warning",
        message=f"The pages of the amendments of {spoken(instrument.effective)} bear another day at their {where}.",
        evidence=f"Line {item.line.number} of the source, at the {where} of a page, is '{item.line.text.strip()}'; no"
        " other words of the document name that day.",
        next_step="Compare the document with the minutes: its date, or the pages, may be those of another amendment."
        " 'bylaws correct' puts a date right.",
        work=record.work.key,
        instrument=instrument.id,
    )
