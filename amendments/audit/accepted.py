"""Findings that a person has accepted with a reason: out of the way, yet listed, for as long as they say the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from amendments.audit.audit import audit
from amendments.ledger import FINDING, Entry
from amendments.record import Record
from corpus.finding import Finding

Said = tuple[str, tuple[tuple[str, str], ...]]
"""All that a finding says of the record: its instrument, and what it says by the names in FINDING."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding, and the fact of the ledger by which it was accepted."""

    finding: Finding
    fact: Entry


@dataclass(frozen=True, slots=True)
class Review:
    """What an audit found: what is open, and what was accepted; each in the order of ``audit``.

    ``lapsed`` are acceptances of what the audit finds no more, or finds in other words, in the order recorded.
    """

    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...] = ()
    lapsed: tuple[Entry, ...] = ()


def review(record: Record) -> Review:
    """Every finding of every check, parted into those that are open and those that were accepted."""
    found = [(finding, said_of(finding)) for finding in audit(record)]
    standing, now = acceptances(record.ledger), {said for _, said in found}
    return Review(
        tuple(finding for finding, said in found if said not in standing),
        tuple(Accepted(finding, standing[said]) for finding, said in found if said in standing),
        tuple(fact for said, fact in standing.items() if said not in now),
    )


def acceptances(ledger: Iterable[Entry]) -> dict[Said, Entry]:
    """The acceptances that were not withdrawn, by what they accept, whether the audit still finds it or not."""
    standing: dict[Said, Entry] = {}
    for entry in ledger:
        if entry.fact == "accept":
            standing[entry.instrument, entry.finding] = entry
        elif entry.fact == "reopen":
            standing.pop((entry.instrument, entry.finding), None)
    return standing


def said_of(finding: Finding) -> Said:
    """What a finding says; its next step is advice, which another version of the program may give otherwise."""
    return finding.instrument, tuple((name, getattr(finding, name)) for name in FINDING)
