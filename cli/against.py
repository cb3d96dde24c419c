"""``bylaws audit --against``: a supplied copy held against the text in force."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cli.options import Changes
from corpus.finding import Finding

if TYPE_CHECKING:
    from corpus.store import Book


def findings_against(
    book: Book, work: str, file: Path, as_of: str = "", changes: Changes | None = None
) -> tuple[Finding, ...]:
    """What a copy has otherwise than the text in force on its day, which is told on standard error."""
    from amendments.audit.against.check import check_against
    from amendments.audit.against.supplied import read_supplied, stated_day
    from amendments.record import open_record
    from amendments.timeline import Timeline
    from cli.progress import working
    from cli.report import tell
    from corpus.dates import parse_date, spoken
    from corpus.sources.formats import load_source
    from corpus.sources.reader import read_source
    from renderer.reread import reread

    record = open_record(book, work)
    with working(f"Reading {file.name}"):
        reading = read_source(load_source(file), file.name, changes=changes)
    stated = stated_day(reading)
    day = parse_date(as_of) if as_of else stated or date.today()
    why = "as --as-of says" if as_of else "the day that it states" if stated else "today, for it states no day"
    tell(f"Holding {file.name} against the text in force on {spoken(day)}, {why}.")
    standing = Timeline(record.base, record.instruments).as_of(day)
    supplied = read_supplied(reading, standing.text, reread(record.work, standing))
    with working(f"Comparing {file.name}"):
        return check_against(record, supplied, day)
