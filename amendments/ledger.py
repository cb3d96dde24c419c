"""The ledger: an append-only list of what was recorded in a work, a line a fact, chained by hashes.

Each line is a JSON object whose ``hash`` is the SHA-256 of the rest of it, ``prev`` (the hash of the line before)
included: no line can be changed, dropped or moved without the chain showing it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, get_args

from amendments.adoption import HOWS
from corpus.errors import RecordDamaged

Fact = Literal["adopt", "amend", "correct", "withdraw", "event", "assume", "accept", "reopen"]

GENESIS = "0" * 64
"""The ``prev`` of the first line."""

_DOCUMENT = ("file", "digest", "replay", "source", "source_name", "set_aside", "words", "lines")
_FIELDS: dict[Fact, tuple[str, ...]] = {
    "adopt": _DOCUMENT,
    "amend": _DOCUMENT,
    "correct": ("instrument", "corrected", "reason", "replay"),
    "withdraw": ("instrument", "reason", "replay"),
    "event": ("instrument", "occurred", "turn", "reason", "replay"),
    "assume": ("instrument", "file", "digest", "reason", "replay"),
    "accept": ("finding", "instrument", "reason", "replay"),
    "reopen": ("finding", "instrument", "reason", "replay"),
}
"""What a line says besides ``seq``, ``fact``, ``recorded``, ``prev`` and ``hash``, in this order."""


CORRECTIONS = ("title", "number", "effective", "turn", "adopted", "body", "how", "vote", "certified_by")
"""What of an instrument can be corrected without withdrawing it."""

FINDING = ("code", "severity", "id", "address", "message", "evidence")
"""What is kept of a finding that is accepted, besides its instrument: all that it says, for it counts as long as the
audit says the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One fact. What its kind does not say is empty.

    ``recorded`` is a UTC moment to the second, ISO 8601 ending in Z; ``replay`` is the digest of the text that
    everything recorded up to this fact gives. Of an adoption or amendment, ``file`` and ``digest`` name the XML file
    and its SHA-256, ``source`` is the SHA-256 of the imported file, ``set_aside`` that of the list of what was set
    aside of it, ``words`` that of the words extracted from it (empty where it is plain text), ``lines`` the first and
    last line used of it. The other facts are about an ``instrument`` and have a ``reason``: a correction says what is
    ``corrected``, by the names in CORRECTIONS; an event, on which day it ``occurred`` and the ``turn`` on that day at
    which the instrument that waited for it takes effect. An assumption has the ``file`` and ``digest`` of an instrument
    that no source has. An acceptance and its withdrawal say which ``finding`` of the audit is meant, by the names in
    FINDING; its instrument may be empty.
    """

    seq: int = 0
    fact: Fact
    recorded: str
    replay: str
    file: str = ""
    digest: str = ""
    source: str = ""
    source_name: str = ""
    set_aside: str = ""
    words: str = ""
    lines: tuple[int, int] = (0, 0)
    instrument: str = ""
    corrected: tuple[tuple[str, str], ...] = ()
    finding: tuple[tuple[str, str], ...] = ()
    occurred: str = ""
    turn: int = 0
    reason: str = ""
    prev: str = ""
    hash: str = ""

    def sealed(self) -> Entry:
        return replace(self, hash=self.seal())

    def seal(self) -> str:
        body = _body(self)
        del body["hash"]
        return sha256(_line(body).encode()).hexdigest()


def append(ledger: tuple[Entry, ...], entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The ledger with the entries chained to its end, numbered and sealed."""
    made = list(ledger)
    for entry in entries:
        prev = made[-1].hash if made else GENESIS
        made.append(replace(entry, seq=len(made) + 1, prev=prev).sealed())
    return tuple(made)


def write_ledger(ledger: tuple[Entry, ...]) -> bytes:
    """JSON lines, keys in order, UTF-8."""
    return "".join(f"{_line(_body(entry))}\n" for entry in ledger).encode()


def read_ledger(content: bytes, path: Path) -> tuple[Entry, ...]:
    """Read and verify the chain; raises RecordDamaged at the first line that is not as it was recorded."""
    entries: list[Entry] = []
    for number, line in enumerate(content.split(b"\n")[:-1], 1):
        entry = _read_line(line, number, path)
        prev = entries[-1].hash if entries else GENESIS
        if entry.seq != number or entry.prev != prev or entry.hash != entry.seal():
            raise RecordDamaged(path, f"line {number} is not as it was recorded: the chain of hashes breaks there")
        entries.append(entry)
    if not entries or not content.endswith(b"\n"):
        if not entries:
            raise RecordDamaged(path, "no line of it is whole")
        torn = f"line {len(entries) + 1} is torn; {len(entries)} before it are whole"
        raise RecordDamaged(path, torn, f"'bylaws recover {path.parent.name}' keeps those; look at its --help.")
    return tuple(entries)


def moment(now: datetime) -> str:
    """A moment as the ledger writes it: ``2026-03-01T09:30:00Z``."""
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _body(entry: Entry) -> dict[str, Any]:
    values = {**asdict(entry), "corrected": dict(entry.corrected), "finding": dict(entry.finding)}
    said = ("seq", "fact", "recorded", *_FIELDS[entry.fact], "prev", "hash")
    return {key: values[key] for key in said if key != "words" or entry.words}


def _line(body: dict[str, Any]) -> str:
    return json.dumps(body, ensure_ascii=False, separators=(", ", ": "))


def _read_line(line: bytes, number: int, path: Path) -> Entry:
    try:
        entry = _entry(json.loads(line))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        entry = None
    if entry is None or _line(_body(entry)).encode() != line:
        raise RecordDamaged(path, f"line {number} is not a line of a ledger")
    return entry


def _entry(body: dict[str, Any]) -> Entry | None:
    if body.get("fact") not in get_args(Fact):
        return None
    lines = body.get("lines", (0, 0))
    said = {name: tuple(body.get(name, {}).items()) for name in ("corrected", "finding")}
    entry = Entry(**{**body, "lines": (lines[0], lines[1]), **said})
    return entry if _can_be_read(entry) else None


def _can_be_read(entry: Entry) -> bool:
    """Whether days are days, and corrections and findings say what this version knows; raises ValueError for what is no
    day."""
    if entry.occurred:
        date.fromisoformat(entry.occurred)
    if entry.fact in ("accept", "reopen") and tuple(name for name, _ in entry.finding) != FINDING:
        return False
    return are_corrections(dict(entry.corrected))


def are_corrections(said: Mapping[str, str]) -> bool:
    """Whether these can be corrections of an instrument; raises ValueError for what is no day."""
    for day in filter(None, (said.get("effective"), said.get("adopted"))):
        date.fromisoformat(day)
    return said.keys() <= set(CORRECTIONS) and said.get("how", "") in HOWS and said.get("turn", "1").isdecimal()
