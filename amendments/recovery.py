"""Recovery of a ledger whose last line was torn, by a power cut or a copy that stopped halfway."""

from __future__ import annotations

from hashlib import sha256

from amendments.errors import NothingTorn
from amendments.ledger import read_ledger
from corpus.errors import RecordDamaged
from corpus.store import LEDGER, Book, read_file


def recover(book: Book, key: str) -> tuple[int, str]:
    """Put a torn ledger right without losing a fact; gives how many facts it has and where the torn words are kept.

    A line that lacks only its end is whole again; of any other the words go into a file of their own, whose name is
    empty where there was none. Raises NothingTorn, or RecordDamaged where more than the last line is wrong.
    """
    with book.writing():
        folder = book.folder(key)
        path = folder / LEDGER
        content = read_file(path)
        whole, _, torn = content.rpartition(b"\n")
        if not torn:
            raise NothingTorn(key, len(read_ledger(content, path)))
        try:
            entries = read_ledger(content + b"\n", path)
        except RecordDamaged:
            entries = read_ledger(whole + b"\n", path)
            name = f"ledger-torn-{sha256(torn).hexdigest()[:12]}.txt"
            book.record(key, {name: torn, LEDGER: whole + b"\n"})
            return len(entries), name
        book.record(key, {LEDGER: content + b"\n"})
        return len(entries), ""
