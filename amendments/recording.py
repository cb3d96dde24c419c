"""Recording: write a proposal into a book, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from amendments.akn.instrument import read_instrument, write_instrument
from amendments.errors import InstructionsUnread, NotAsWritten
from amendments.instrument import Instrument
from amendments.intake import propose
from amendments.ledger import Entry, append, moment, write_ledger
from amendments.proposal import Proposal, Understood, Wishes
from amendments.record import Record, open_record
from amendments.standing import in_order
from amendments.timeline import Timeline
from corpus.akn.base import read_base, write_base
from corpus.digest import digest_bytes, digest_text
from corpus.errors import NotValid
from corpus.model import Base, Text, Work
from corpus.schema import validate
from corpus.sources.aside import write_set_aside
from corpus.sources.coverage import prove_coverage
from corpus.sources.formats import stored_suffix
from corpus.sources.reader import Reading
from corpus.store import BASE, LEDGER, Book, check_key, source_names


def prepare(book: Book, reading: Reading, wishes: Wishes) -> Proposal:
    """What recording the file in this book would mean; nothing is written."""
    check_key(wishes.key)
    return propose(reading, wishes, _standing(book, wishes.key))


def record(book: Book, reading: Reading, wishes: Wishes, now: datetime) -> Proposal:
    """Record a file. The proposal is made again under the lock, so another writer can't come between."""
    check_key(wishes.key)
    with book.writing():
        standing = _standing(book, wishes.key)
        proposal = propose(reading, wishes, standing)
        for understood in proposal.understood:
            if understood.faults:
                raise NotAsWritten(reading.name, understood.faults[0].why)
            if understood.unread:
                raise InstructionsUnread(reading.name, understood.document.first_line, len(understood.unread))
        files = stored_files(proposal, standing, now)
        _prove(proposal, files)
        book.record(wishes.key, files)
    return proposal


def stored_files(proposal: Proposal, standing: Record | None, now: datetime) -> dict[str, bytes]:
    """The files that record a proposal, by their names in the work's folder; the ledger is among them."""
    reading, work = proposal.reading, proposal.base.work
    names = source_names(reading.digest, stored_suffix(reading.name) if reading.extracted else ".txt")
    files = {names.source: reading.content, names.set_aside: write_set_aside(reading.set_aside)}
    files |= {names.words: reading.characters.encode()} if reading.extracted else {}
    entries: list[Entry] = []
    known = list(standing.instruments) if standing else []
    for understood in proposal.understood:
        recorded = understood.recorded
        name, content = _file_name(recorded), _written(recorded, work)
        files[name] = content
        known += [recorded] if isinstance(recorded, Instrument) and not recorded.condition else []
        entries.append(_entry(understood, name, files, replay(proposal.base, known), reading, now))
    ledger = append(standing.ledger if standing else (), entries)
    return files | {LEDGER: write_ledger(ledger)}


def replay(base: Base, instruments: Iterable[Instrument]) -> str:
    """The digest of the text that a base and instruments, in whatever order they were recorded, give."""
    return digest_text(Timeline(base, in_order(instruments)).latest().text)


def _standing(book: Book, key: str) -> Record | None:
    return open_record(book, key) if book.has(key) else None


def _file_name(recorded: Base | Instrument) -> str:
    return BASE if isinstance(recorded, Base) else f"{recorded.id}.xml"


def _written(recorded: Base | Instrument, work: Work) -> bytes:
    return write_base(recorded) if isinstance(recorded, Base) else write_instrument(recorded, work)


def _entry(
    understood: Understood, name: str, files: dict[str, bytes], replayed: str, reading: Reading, now: datetime
) -> Entry:
    document = understood.document
    return Entry(
        fact="adopt" if name == BASE else "amend",
        recorded=moment(now),
        file=name,
        digest=digest_bytes(files[name]),
        replay=replayed,
        source=reading.digest,
        source_name=reading.name,
        set_aside=digest_bytes(files[source_names(reading.digest).set_aside]),
        words=digest_bytes(reading.characters.encode()) if reading.extracted else "",
        lines=(document.first_line, document.last_line),
    )


def _prove(proposal: Proposal, files: dict[str, bytes]) -> None:
    """Hold the files, as they will be read back, against the schema and against every word of the source."""
    reading = proposal.reading
    stored: dict[int, Text] = {}
    for understood in proposal.understood:
        name = _file_name(understood.recorded)
        path, content = Path(name), files[name]
        validate(content, path)
        read = read_base(content, path) if name == BASE else read_instrument(content, path)
        if read != understood.recorded:
            raise NotValid(path, 1, "it would not be read back as it was written")
        stored[understood.document.first_line] = read.text
    in_source_order = (stored[line] for line in sorted(stored))
    prove_coverage(reading.characters, reading.set_aside, in_source_order, reading.name)
