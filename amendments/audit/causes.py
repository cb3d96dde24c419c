"""Findings that have one cause, put together: what a person does about one of them settles the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from amendments.audit.lost.told import explains
from corpus.finding import SEVERITIES, Finding

_OF_THE_FILES = ("ledger-broken", "file-altered", "audit-failed")
"""Until these are settled nothing else that is said of the work can be relied on."""
_OF_PAPERS = frozenset(
    (
        "adoption-unrecorded",
        "undated",
        "unsigned",
        "recorded-late",
        "amending-power-unread",
        "authority-unknown",
        "file-unlisted",
        "amendment-assumed",
        "amendment-pending",
        "operations-edited",
    )
)
"""What the papers of several instruments lack, or those of several works, is looked for in one go."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Findings of one kind and one origin, in their order, and what the first of them explains besides."""

    findings: tuple[Finding, ...]
    explained: tuple[Finding, ...] = ()

    @property
    def first(self) -> Finding:
        return self.findings[0]


def causes(findings: Sequence[Finding]) -> tuple[Cause, ...]:
    """Every finding in one cause, the most urgent cause first.

    That is: damaged files, then the gravest; among them a lost amendment that explains others, then what was found
    most often, then the order of the findings.
    """
    explained = _explained(findings)
    gone = {id(one) for several in explained.values() for one in several}
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        if id(finding) not in gone:
            groups.setdefault(_origin(finding), []).append(finding)
    found = [
        Cause(tuple(group), tuple(one for finding in group for one in explained.get(id(finding), ())))
        for group in groups.values()
    ]
    return tuple(sorted(found, key=_urgency))


def _explained(findings: Iterable[Finding]) -> dict[int, list[Finding]]:
    """What each lost amendment explains, by the ``id()`` of its finding."""
    of_work: dict[str, list[Finding]] = {}
    lost: list[Finding] = []
    for finding in findings:
        if finding.code == "lost-amendment":
            lost.append(finding)
        else:
            of_work.setdefault(finding.work, []).append(finding)
    taken: set[int] = set()
    explained: dict[int, list[Finding]] = {}
    for cause in lost:
        mine = [one for one in of_work.get(cause.work, ()) if id(one) not in taken and explains(cause, one)]
        taken |= set(map(id, mine))
        explained[id(cause)] = mine
    return explained


def _origin(finding: Finding) -> tuple[str, ...]:
    if finding.code in _OF_PAPERS:
        return finding.severity, finding.code
    if finding.code == "lost-amendment":
        return finding.severity, finding.code, finding.work, finding.instrument, finding.id
    return finding.severity, finding.code, finding.work, finding.instrument


def _urgency(cause: Cause) -> tuple[int, bool, int, int]:
    first = cause.first
    files = _OF_THE_FILES.index(first.code) if first.code in _OF_THE_FILES else len(_OF_THE_FILES)
    return (
        files if first.severity == "error" else len(_OF_THE_FILES),
        first.severity != "error",
        SEVERITIES.index(first.severity),
        -len(cause.findings) - len(cause.explained),
    )
