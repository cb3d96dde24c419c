"""Recording a lost amendment that the audit reconstructs: shown, asked, recorded."""

from __future__ import annotations

from datetime import UTC, datetime

from amendments.assuming import assume, lost_from
from amendments.audit.lost.check import finding_of
from amendments.describe import describe, target_of
from amendments.fact_errors import NothingToAssume, NoWorkNamed
from amendments.operations import Operation, Renumber, kind_of
from amendments.record import open_record
from cli.report import agreed, deliver, recorded, screen, tell
from corpus.store import Book
from renderer.tables import write_findings_table


def assume_lost(book: Book, work: str, *, yes: bool, width: int | None) -> bool:
    """Whether it was recorded; raises NothingToAssume where nothing can be reconstructed."""
    if not work:
        raise NoWorkNamed
    record = open_record(book, work)
    lost = lost_from(record)
    assumed = [one.assumed for one in lost if one.assumed is not None]
    if not assumed:
        raise NothingToAssume(work)
    shown = screen(width, None)
    page = write_findings_table([finding_of(work, one) for one in lost], shown)
    for instrument in assumed:
        page += f"\n{instrument.id}  {instrument.title}\n"
        page += "".join(f"  {line}\n" for one in instrument.operations for line in _lines(one))
    deliver(page, None)
    if not yes and not agreed(book.path):
        tell("Nothing was recorded.")
        return False
    recorded(book, work, lambda: assume(book, work, lost, datetime.now(UTC)))
    names = ", ".join(one.id for one in assumed)
    tell(f"Recorded in {book.path / work}, marked as assumed: {names}. 'bylaws withdraw' takes it out again.")
    return True


def _lines(operation: Operation) -> list[str]:
    if isinstance(operation, Renumber):
        return [f"{kind_of(operation)}  {move.target} → {move.to}  {move.seen.heading}" for move in operation.moves]
    return [f"{kind_of(operation)}  {target_of(operation.target)}  {describe(operation)}"]
