"""What recording a proposal would do to the audit: findings that it would cause, mend, or make say something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from amendments.audit.audit import FORESEEN, audit
from amendments.instrument import Instrument
from amendments.ledger import Entry, moment
from amendments.proposal import Proposal, Understood
from amendments.record import Record, open_record
from corpus.finding import SEVERITIES, Finding
from corpus.model import Base
from corpus.store import BASE, Book

_QUOTED = re.compile(r"'[^']+'")


@dataclass(frozen=True, slots=True)
class Ripple:
    """Each in the order of the audit. ``altered`` are findings that stay, as they are and as they would be."""

    caused: tuple[Finding, ...] = ()
    mended: tuple[Finding, ...] = ()
    altered: tuple[tuple[Finding, Finding], ...] = ()


def ripple(book: Book, proposal: Proposal, now: datetime) -> Ripple:
    """The audit with the proposal recorded in a book at a moment held against that without it.

    Every check takes part but those of the files, which are not written yet. Raises RecordDamaged.
    """
    key = proposal.base.work.key
    record = open_record(book, key) if book.has(key) else None
    before = audit(record, FORESEEN) if record is not None else ()
    return compared(before, audit(_foreseen(book, proposal, record, now), FORESEEN))


def compared(before: Iterable[Finding], after: Iterable[Finding]) -> Ripple:
    """What comes and what goes. One that goes and comes back in other words is altered, unless it is graver then."""
    old, new = tuple(before), tuple(after)
    known, stay = set(old), set(new)
    gone = [finding for finding in old if finding not in stay]
    come = [finding for finding in new if finding not in known]
    altered: dict[int, Finding] = {}
    for same in _SAME:
        _pair(gone, [one for one in come if id(one) not in altered], same, altered)
    left = {id(one) for one in altered.values()}
    graver = {id(one) for one in come if id(one) in altered and _graver(one, altered[id(one)])}
    return Ripple(
        caused=tuple(one for one in come if id(one) not in altered or id(one) in graver),
        mended=tuple(one for one in gone if id(one) not in left),
        altered=tuple((altered[id(one)], one) for one in come if id(one) in altered and id(one) not in graver),
    )


def _foreseen(book: Book, proposal: Proposal, record: Record | None, now: datetime) -> Record:
    """The record as it would be, but for the files themselves."""
    entries = tuple(_entry(proposal, one, now) for one in proposal.understood)
    new = tuple(one.recorded for one in proposal.understood if isinstance(one.recorded, Instrument))
    if record is None:
        adopted = sorted(entries, key=lambda entry: entry.file != BASE)
        folder = book.path / proposal.base.work.key
        return Record(base=proposal.base, recorded=new, ledger=tuple(adopted), folder=folder)
    return replace(record, recorded=(*record.recorded, *new), ledger=(*record.ledger, *entries))


def _entry(proposal: Proposal, understood: Understood, now: datetime) -> Entry:
    recorded, document = understood.recorded, understood.document
    is_base = isinstance(recorded, Base)
    return Entry(
        fact="adopt" if is_base else "amend",
        recorded=moment(now),
        replay="",
        file=BASE if isinstance(recorded, Base) else f"{recorded.id}.xml",
        source=proposal.reading.digest,
        source_name=proposal.reading.name,
        lines=(document.first_line, document.last_line),
    )


def _pair(
    gone: Iterable[Finding], come: Iterable[Finding], same: Callable[[Finding], Hashable], altered: dict[int, Finding]
) -> None:
    """Add to ``altered``, by the ``id()`` of what comes, what goes and is the same in some way, one to one."""
    taken = {id(one) for one in altered.values()}
    left: dict[Hashable, list[Finding]] = {}
    for one in gone:
        if id(one) not in taken:
            left.setdefault(same(one), []).append(one)
    for one in come:
        if found := left.get(same(one)):
            altered[id(one)] = found.pop(0)


def _words(finding: Finding) -> Hashable:
    """What it is about, wherever that stands: the words that its message quotes."""
    quoted = tuple(_QUOTED.findall(finding.message))
    return (finding.code, quoted) if quoted else (finding.code, finding.message)


_SAME: tuple[Callable[[Finding], Hashable], ...] = (
    lambda one: (one.code, one.id, one.message),
    lambda one: (one.code, one.instrument, one.id),
    _words,
)
"""In which ways two findings are taken for one, the closest first."""


def _graver(one: Finding, other: Finding) -> bool:
    return SEVERITIES.index(one.severity) < SEVERITIES.index(other.severity)
