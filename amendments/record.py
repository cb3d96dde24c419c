"""The record of one work as it is opened from a book: the base, the instruments, and the ledger behind them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from amendments.akn import read_instrument
from amendments.instrument import Instrument
from amendments.ledger import Entry, read_ledger
from corpus.akn.base import read_base
from corpus.digest import digest_bytes
from corpus.errors import NotYetRecorded, RecordDamaged, UnknownInstrument
from corpus.model import Base, Work
from corpus.store import LEDGER, Book, read_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """``recorded`` are all instruments, in the order in which they take effect; ``ledger`` is in the order recorded.

    ``folder`` is where the work is kept.
    """

    base: Base
    recorded: tuple[Instrument, ...]
    ledger: tuple[Entry, ...]
    folder: Path

    @property
    def work(self) -> Work:
        return self.base.work

    @property
    def withdrawals(self) -> tuple[Entry, ...]:
        """The facts that withdrew an instrument, each with its reason."""
        return tuple(entry for entry in self.ledger if entry.fact == "withdraw")

    @property
    def instruments(self) -> tuple[Instrument, ...]:
        """The instruments that count: those that were not withdrawn."""
        withdrawn = {entry.instrument for entry in self.withdrawals}
        return tuple(instrument for instrument in self.recorded if instrument.id not in withdrawn)

    def known_at(self, moment: str) -> Record:
        """The record as it was at a moment, written as the ledger writes it: what was recorded later is left out."""
        ledger = tuple(entry for entry in self.ledger if entry.recorded <= moment)
        if not ledger:
            raise NotYetRecorded(self.work.key, moment, self.ledger[0].recorded)
        files = {entry.file for entry in ledger}
        kept = (instrument for instrument in self.recorded if f"{instrument.id}.xml" in files)
        return replace(self, recorded=tuple(kept), ledger=ledger)

    def instrument(self, name: str) -> Instrument:
        """A recorded instrument, withdrawn or not; raises UnknownInstrument."""
        found = next((instrument for instrument in self.recorded if instrument.id == name), None)
        if found is None:
            raise UnknownInstrument(name, self.work.key, (instrument.id for instrument in self.recorded))
        return found


def in_order(instruments: Iterable[Instrument]) -> tuple[Instrument, ...]:
    """Instruments as they take effect: by date, then by the order on that day, then as they were recorded."""
    return tuple(sorted(instruments, key=lambda instrument: instrument.order))


def open_record(book: Book, key: str) -> Record:
    """Open a work, holding every file that is read against the ledger.

    Raises UnknownWork, or RecordDamaged at the first file that is missing or not as it was recorded.
    """
    folder = book.folder(key)
    ledger = read_ledger(read_file(folder / LEDGER), folder / LEDGER)
    first, *others = ledger
    if first.fact != "adopt":
        raise RecordDamaged(folder / LEDGER, "its first line is not an adoption")
    base = read_base(_verified(folder, first), folder / first.file)
    if base.work.key != key:
        raise RecordDamaged(folder, f"it holds the record of '{base.work.key}'", "Give the folder that name again.")
    amended = (entry for entry in others if entry.fact == "amend")
    instruments = (read_instrument(_verified(folder, entry), folder / entry.file) for entry in amended)
    return Record(
        base=base,
        recorded=in_order(instruments),
        ledger=ledger,
        folder=folder,
    )


def try_open(book: Book, key: str) -> Record | RecordDamaged:
    """The record of a work, or why it can't be opened, for what goes through a whole book."""
    try:
        return open_record(book, key)
    except RecordDamaged as error:
        return error


def _verified(folder: Path, entry: Entry) -> bytes:
    path = folder / entry.file
    content = read_file(path)
    if digest_bytes(content) != entry.digest:
        raise RecordDamaged(path, f"it is not as it was recorded on {entry.recorded[:10]}: its digest differs")
    return content
