"""The record of one work as it is opened from a book: the base, the instruments, and the ledger behind them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile
from pathlib import Path

from amendments.akn.instrument import read_instrument
from amendments.fact_errors import NotYetRecorded, UnknownInstrument
from amendments.instrument import Instrument
from amendments.ledger import Entry, Fact, read_ledger
from amendments.standing import Standing, standing
from corpus.akn.base import read_base
from corpus.digest import digest_bytes
from corpus.errors import RecordDamaged
from corpus.model import Base, Work
from corpus.store import LEDGER, Book, read_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """``recorded`` are all instruments as their files have them, in the order in which they were recorded, as is
    ``ledger``.

    ``folder`` is where the work is kept.
    """

    base: Base
    recorded: tuple[Instrument, ...]
    ledger: tuple[Entry, ...]
    folder: Path

    @property
    def work(self) -> Work:
        return self.base.work

    def facts(self, *kinds: Fact) -> tuple[Entry, ...]:
        """The facts of some kinds, in the order recorded."""
        return tuple(entry for entry in self.ledger if entry.fact in kinds)

    @property
    def withdrawals(self) -> tuple[Entry, ...]:
        """The facts that withdrew an instrument, each with its reason."""
        return self.facts("withdraw")

    @property
    def standing(self) -> Standing:
        """What counts and what is pending."""
        return standing(self.recorded, self.ledger)

    @property
    def instruments(self) -> tuple[Instrument, ...]:
        """The instruments that count, corrected, as they take effect."""
        return self.standing.counting

    def upto(self, count: int) -> Record:
        """The record as it was when it had so many facts."""
        ledger = self.ledger[:count]
        files = {entry.file for entry in ledger}
        kept = (instrument for instrument in self.recorded if f"{instrument.id}.xml" in files)
        return replace(self, recorded=tuple(kept), ledger=ledger)

    def known_on(self, day: date) -> Record:
        """The record as it was at the end of a day (UTC)."""
        return self.known_at(f"{day}T23:59:59Z")

    def known_at(self, moment: str) -> Record:
        """The record as it was at a moment, written as the ledger writes it: what was recorded later is left out."""
        count = len(list(takewhile(lambda entry: entry.recorded <= moment, self.ledger)))
        if not count:
            raise NotYetRecorded(self.work.key, moment, self.ledger[0].recorded)
        return self.upto(count)

    def instrument(self, name: str) -> Instrument:
        """An instrument as its file has it, withdrawn or not; raises UnknownInstrument."""
        found = next((instrument for instrument in self.recorded if instrument.id == name), None)
        if found is None:
            raise UnknownInstrument(name, self.work.key, (instrument.id for instrument in self.recorded))
        return found


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
    amended = (entry for entry in others if entry.fact in ("amend", "assume"))
    instruments = tuple(read_instrument(_verified(folder, entry), folder / entry.file) for entry in amended)
    return Record(
        base=base,
        recorded=instruments,
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
