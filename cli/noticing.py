"""What the command line says of a notice, made into one: of a recorded amendment, or of a file with one."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path

import typer

from amendments.instrument import Instrument
from amendments.ledger import Entry
from amendments.proposal import Proposal
from amendments.record import Record, open_record
from amendments.ripple import ripple
from amendments.timeline import Timeline
from cli.amending import Said, read_amendment
from cli.report import tell, tell_book
from cli.workspace import reading_book
from corpus.errors import BylawsError
from corpus.sources.formats import Changes
from corpus.store import Book
from renderer.notice.build import notice
from renderer.notice.view import Notice
from renderer.preview import write_preview
from renderer.tables import write_findings_table
from renderer.terminal import Screen


class Withdrawn(BylawsError):
    def __init__(self, entry: Entry) -> None:
        super().__init__(
            f"{entry.instrument} was withdrawn on {entry.recorded[:10]}: {entry.reason}",
            "A notice is of an amendment that counts or waits for an event, or of a file.",
        )


class SeveralAmendments(BylawsError):
    def __init__(self, path: Path, ids: tuple[str, ...]) -> None:
        super().__init__(
            f"{path.name} holds {len(ids)} amendments ({', '.join(ids)}), and a notice is of one.",
            "Keep one of them in a copy of the file, or record them and name one by its id.",
        )


class SaidOfRecorded(BylawsError):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is recorded with its day and its adoption: the options that say them are for a file.",
            "Leave them out; 'bylaws correct' puts right what is recorded.",
        )


class NoSuchAmendment(BylawsError):
    """Neither an id nor a file."""

    def __init__(self, name: str, work: str, known: tuple[str, ...]) -> None:
        super().__init__(
            f"'{name}' is no file, and the record of '{work}' has no amendment of that id.",
            f"It has: {', '.join(known) or 'none'}.",
        )


def notice_of(
    context: typer.Context, book: Path | None, work: str, named: str, said: Said, changes: Changes | None
) -> Notice:
    """The notice of the amendment that is ``named`` by its id or by a file; what is ``said`` is of the file.

    An amendment of which anything can't be read gets none: it is shown, and ends the command with 2.
    """
    found = reading_book(context, book)
    tell_book(found)
    record = open_record(found, work)
    if any(instrument.id == named for instrument in record.recorded):
        if any(asdict(said).values()) or changes:
            raise SaidOfRecorded(named)
        return _of_recorded(record, named, date.today())
    path = Path(named)
    if not path.exists():
        raise NoSuchAmendment(named, work, tuple(instrument.id for instrument in record.recorded))
    _, proposal = read_amendment(found, path, said.wishes(work), changes)
    instrument = _read(found, path, work, proposal)
    return notice(proposal.before(instrument), instrument, as_of=instrument.effective, in_force=False)


def _of_recorded(record: Record, name: str, today: date) -> Notice:
    """One that waits for an event is shown as if that happened today, or on the first day that it could."""
    withdrawn = next((entry for entry in record.withdrawals if entry.instrument == name), None)
    if withdrawn is not None:
        raise Withdrawn(withdrawn)
    standing = record.standing
    pending = next((one for one in standing.pending if one.id == name), None)
    if pending is not None:
        day = max(pending.effective, today)
        before = Timeline(record.base, (one for one in standing.counting if one.effective <= day))
        return notice(before, pending, as_of=day, in_force=False)
    instrument = next(one for one in standing.counting if one.id == name)
    before = Timeline(record.base, (one for one in standing.counting if one.order < instrument.order))
    return notice(before, instrument, as_of=instrument.effective, in_force=instrument.effective <= today)


def _read(book: Book, path: Path, work: str, proposal: Proposal) -> Instrument:
    """The one amendment of a file, all of it read; what it would cause is told."""
    shown = Screen()
    if any(one.unread for one in proposal.understood) or proposal.unread:
        tell(write_preview(proposal, ripple(book, proposal, datetime.now(UTC)), shown))
        tell(
            "No notice was written: not everything could be read. Mend the words in a copy of the file, or record it "
            f"with operations of your own, bylaws amend {work} {path} --edit, and name it by its id."
        )
        raise typer.Exit(2)
    instruments = [one.recorded for one in proposal.understood if isinstance(one.recorded, Instrument)]
    if len(instruments) > 1:
        raise SeveralAmendments(path, tuple(one.id for one in instruments))
    for note in (note for one in proposal.understood for note in one.notes):
        tell(note)
    if findings := proposal.findings():
        tell(f"It would cause these findings:\n\n{write_findings_table(findings, shown)}")
    return instruments[0]
