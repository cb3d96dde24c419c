"""Verification: recompute everything that the ledger says, and name the first thing that is wrong.

A checkpoint is one line (the work, how many facts, the hash of the last) that can be kept where the book is not: held
against the ledger later, it shows whether facts were cut off its end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amendments.audit.files import check_sources, damaged
from amendments.fact_errors import NotACheckpoint
from amendments.ledger import Entry
from amendments.record import Record, try_open
from amendments.timeline import Timeline
from corpus.digest import TextDigests
from corpus.errors import RecordDamaged
from corpus.finding import Finding
from corpus.store import Book

_MARK = "bylaws-checkpoint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """``count`` facts of a work, the last of which has the hash ``head``."""

    work: str
    count: int
    head: str

    def __str__(self) -> str:
        return f"{_MARK} {self.work} {self.count} {self.head}"


def read_checkpoint(line: str) -> Checkpoint:
    """Read the line back; raises NotACheckpoint."""
    parts = line.split()
    if len(parts) != 4 or parts[0] != _MARK or not parts[2].isdigit() or len(parts[3]) != 64:
        raise NotACheckpoint(line)
    return Checkpoint(work=parts[1], count=int(parts[2]), head=parts[3])


def checkpoint(record: Record) -> Checkpoint:
    """The checkpoint of a record as it stands."""
    return Checkpoint(work=record.work.key, count=len(record.ledger), head=record.ledger[-1].hash)


def verify(book: Book, key: str, known: Checkpoint | None = None) -> Checkpoint | Finding:
    """The checkpoint of a work in which all is as it was recorded, or the first thing that is not.

    In turn: the chain and the digest of each file, a checkpoint kept elsewhere, the sources with the proof of coverage,
    and the replay after each fact.
    """
    record = try_open(book, key)
    if isinstance(record, RecordDamaged):
        return damaged(key, record)
    for finding in (*_check_checkpoint(record, known), *check_sources(record), *_check_replay(record)):
        return finding
    return checkpoint(record)


def _check_replay(record: Record) -> tuple[Finding, ...]:
    """Where the program gives another text today than it gave when a fact was recorded."""
    for entry, digest in zip(record.ledger, _replays(record), strict=True):
        if entry.replay != digest:
            return (_replay_differs(record, entry, digest),)
    return ()


def _replays(record: Record) -> Iterator[str]:
    """The digest of the text after each fact.

    A fact that comes last in effect as it did in recording costs one step.
    """
    digests = TextDigests()
    timeline, last = Timeline(record.base, ()), None
    for count, entry in enumerate(record.ledger, 1):
        amends = entry.fact in ("amend", "assume")
        added = record.instrument(entry.file.removesuffix(".xml")) if amends else None
        if added and not added.condition and (last is None or last <= added.order):
            timeline.append(added)
            last = added.order
        elif entry.fact not in ("adopt", "accept", "reopen"):
            instruments = record.upto(count).instruments
            timeline = Timeline(record.base, instruments)
            last = instruments[-1].order if instruments else None
        yield digests.digest(timeline.latest().text)


def _replay_differs(record: Record, entry: Entry, digest: str) -> Finding:
    return Finding(
        code="replay-differs",
        severity="error",
        message=f"Replaying the record up to line {entry.seq} of the ledger gives another text than it gave on "
        f"{entry.recorded[:10]}.",
        evidence=f"The digest recorded with that line is {entry.replay[:16]}…; it is {digest[:16]}… now.",
        next_step="Compare the texts that this version of the program and the one of that day print.",
        work=record.work.key,
    )


def _check_checkpoint(record: Record, known: Checkpoint | None) -> tuple[Finding, ...]:
    if known is None:
        return ()
    facts = len(record.ledger)
    if known.work != record.work.key:
        evidence = f"The checkpoint is one of '{known.work}'."
    elif facts < known.count:
        evidence = f"The checkpoint counts {known.count} facts; the ledger has {facts}."
    elif known.count < 1 or record.ledger[known.count - 1].hash != known.head:
        evidence = f"Line {known.count} of the ledger has another hash than the checkpoint."
    else:
        return ()
    return (
        Finding(
            code="checkpoint-mismatch",
            severity="error",
            message=f"The ledger of '{record.work.key}' is not the one that the checkpoint was taken of.",
            evidence=evidence,
            next_step="Facts were cut off or replaced since: restore the book from a copy.",
            work=record.work.key,
        ),
    )
