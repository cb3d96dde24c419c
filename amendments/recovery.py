"""Recovery of a ledger whose last line was torn, by a power cut or a copy that stopped halfway."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from amendments.fact_errors import NothingTorn
from amendments.ledger import read_ledger
from corpus.errors import RecordDamaged
from corpus.store import LEDGER, Book, read_file

_FACTS = {
    "adopt": "the base of",
    "amend": "the amendment",
    "correct": "a correction of",
    "withdraw": "the withdrawal of",
    "event": "the event of",
    "assume": "the assumption of",
    "accept": "the acceptance of",
    "reopen": "the withdrawn acceptance of",
}


@dataclass(frozen=True, slots=True)
class Recovered:
    """How many facts are whole, the file that keeps the torn words (empty: none were), and what they had recorded."""

    count: int
    kept: str = ""
    lost: str = ""


def recover(book: Book, key: str) -> Recovered:
    """Put a torn ledger right without losing an earlier fact.

    A line that lacks only its end is whole again; of any other the words go into a file of their own. Raises
    NothingTorn, or RecordDamaged where no line is whole or more than the last one is wrong.
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
            return Recovered(len(entries), name, _told(torn))
        book.record(key, {LEDGER: content + b"\n"})
        return Recovered(len(entries))


def _told(torn: bytes) -> str:
    """What the beginning of a line says that it recorded."""
    words = torn.decode(errors="replace")
    fact = next((what for name, what in _FACTS.items() if f'"fact": "{name}"' in words), "a fact that can't be told")
    found = re.search(r'"(?:code|instrument|source_name|file)": "([^"]+)"', words)
    return f"{fact} {found[1]}" if found else fact
