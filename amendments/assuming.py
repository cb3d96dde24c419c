"""Recording what is assumed: a lost amendment, reconstructed, as an editorial instrument that no source has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from amendments.akn.instrument import read_instrument, write_instrument
from amendments.audit.lost.reconstruct import Lost, lost_amendments
from amendments.audit.lost.told import what
from amendments.audit.subject import Subject
from amendments.fact_errors import AssumedOtherwise
from amendments.instrument import Instrument
from amendments.ledger import Entry, append, moment, write_ledger
from amendments.record import Record, open_record
from amendments.recording import replay
from corpus.digest import digest_bytes
from corpus.errors import NotValid
from corpus.model import Work
from corpus.schema import validate
from corpus.store import LEDGER, Book


def lost_from(record: Record) -> tuple[Lost, ...]:
    """The lost amendments of a record, those that can't be reconstructed among them."""
    ids = tuple(instrument.id for instrument in record.recorded)
    return tuple(lost_amendments(Subject(record.base, record.instruments), ids))


def assume(book: Book, key: str, shown: Sequence[Lost], now: datetime) -> Record:
    """Record what was ``shown`` and can be reconstructed; raises AssumedOtherwise where the record has changed since.

    Each is an instrument of its own, with the reason in the ledger; ``facts.withdraw`` takes it out again.
    """
    with book.writing():
        record = open_record(book, key)
        found = lost_from(record)
        if [one.assumed for one in found] != [one.assumed for one in shown]:
            raise AssumedOtherwise(key)
        files: dict[str, bytes] = {}
        entries: list[Entry] = []
        known = list(record.instruments)
        for lost in found:
            if lost.assumed is None:
                continue
            name, content = f"{lost.assumed.id}.xml", _written(lost.assumed, record.work)
            files[name] = content
            known.append(lost.assumed)
            entries.append(
                Entry(
                    fact="assume",
                    instrument=lost.assumed.id,
                    file=name,
                    digest=digest_bytes(content),
                    reason=_reason(lost),
                    recorded=moment(now),
                    replay=replay(record.base, known),
                )
            )
        book.record(key, {**files, LEDGER: write_ledger(append(record.ledger, entries))})
    return open_record(book, key)


def _reason(lost: Lost) -> str:
    return f"{lost.instrument.id} names headings that stand at its numbers only after an amendment that {what(lost)}."


def _written(instrument: Instrument, work: Work) -> bytes:
    """The file, held against the schema and read back."""
    content, path = write_instrument(instrument, work), Path(f"{instrument.id}.xml")
    validate(content, path)
    if read_instrument(content, path) != instrument:
        raise NotValid(path, 1, "it would not be read back as it was written")
    return content
