"""Accepting a finding of the audit, with a reason, and withdrawing that: facts of the ledger like any other.

The finding is kept with all that it says. When the audit says something else, of other words or other dates, it is
another finding and open again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from amendments.audit.accepted import review, said_of
from amendments.fact_errors import NoSuchFinding, NotAcceptable, SeveralFindings
from amendments.facts import reason_given
from amendments.ledger import Entry, append, moment, write_ledger
from amendments.record import Record, open_record
from corpus.address import read_address
from corpus.finding import Finding
from corpus.store import LEDGER, Book

_TAMPERED = ("file-altered", "ledger-broken")
"""Findings that the record is not as it was recorded: no reason makes it so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """Which findings are meant: all of a code, or those of an instrument, at a provision, or that hold some words.

    ``place`` is an eId or an address as people write it. ``every`` where several may be meant.
    """

    code: str
    instrument: str = ""
    place: str = ""
    words: str = ""
    every: bool = False

    def means(self, finding: Finding) -> bool:
        return (
            finding.code == self.code
            and self.instrument in ("", finding.instrument)
            and (not self.place or self._stands_at(finding))
            and self.words.casefold() in f"{finding.message} {finding.evidence}".casefold()
        )

    def _stands_at(self, finding: Finding) -> bool:
        if self.place in (finding.id, finding.address):
            return True
        return any(finding.id == one.eid or finding.address == str(one) for one in read_address(self.place))


def accept(book: Book, key: str, which: Which, reason: str, now: datetime) -> tuple[Finding, ...]:
    """Record that findings are accepted, and why; gives them.

    Raises NoSuchFinding, SeveralFindings where not ``every`` one is meant, NotAcceptable, or NotAnAddress.
    """
    if which.code in _TAMPERED:
        raise NotAcceptable(which.code)
    return _record(book, key, which, reason, now, "accept", lambda record: review(record).findings)


def reopen(book: Book, key: str, which: Which, reason: str, now: datetime) -> tuple[Finding, ...]:
    """Record that findings are accepted no longer, and why; gives them. Raises as ``accept`` does."""
    return _record(
        book, key, which, reason, now, "reopen", lambda record: tuple(one.finding for one in review(record).accepted)
    )


def _record(
    book: Book,
    key: str,
    which: Which,
    reason: str,
    now: datetime,
    fact: Literal["accept", "reopen"],
    choice: Callable[[Record], Sequence[Finding]],
) -> tuple[Finding, ...]:
    reason = reason_given(reason)
    with book.writing():
        record = open_record(book, key)
        meant = _meant(choice(record), which, fact)
        replay = record.ledger[-1].replay  # the text stays as it was
        facts = [
            Entry(fact=fact, instrument=instrument, finding=said, reason=reason, recorded=moment(now), replay=replay)
            for instrument, said in dict.fromkeys(map(said_of, meant))
        ]
        book.record(key, {LEDGER: write_ledger(append(record.ledger, facts))})
    return meant


def _meant(choice: Sequence[Finding], which: Which, fact: Literal["accept", "reopen"]) -> tuple[Finding, ...]:
    meant = tuple(finding for finding in choice if which.means(finding))
    if not meant:
        alike = [_told(finding) for finding in choice if finding.code == which.code]
        codes = dict.fromkeys(finding.code for finding in choice)
        raise NoSuchFinding(which.code, "open" if fact == "accept" else "accepted", alike, codes)
    if len(set(map(said_of, meant))) > 1 and not which.every:
        raise SeveralFindings(which.code, [_told(finding) for finding in meant])
    return meant


def _told(finding: Finding) -> str:
    """How a finding is told from others of its code: instrument and place, and where neither is, what it says."""
    return ", ".join(filter(None, (finding.instrument, finding.address or finding.id))) or finding.message
