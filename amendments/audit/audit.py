"""The audit: a list of checks, each a small function that returns what it finds in a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from amendments.audit.adoption import check_pending, check_too_late
from amendments.audit.assumed import check_assumed
from amendments.audit.authority import check_authority
from amendments.audit.edited import check_edited
from amendments.audit.files import check_sources, check_unlisted
from amendments.audit.late import check_recorded_late
from amendments.audit.papers import check_papers
from amendments.audit.running import check_running_heads
from amendments.audit.succession import check_succession
from amendments.audit.text import check_text
from amendments.record import Record
from corpus.finding import SEVERITIES, Finding

Check = Callable[[Record], Iterable[Finding]]


def audit(record: Record, checks: Sequence[Check] | None = None) -> tuple[Finding, ...]:
    """Every finding of every check, or of some, by instrument in order of effect, then the gravest first."""
    found = [finding for check in (CHECKS if checks is None else checks) for finding in check(record)]
    standing = record.standing
    order = {instrument.id: number for number, instrument in enumerate((*standing.counting, *standing.pending), 1)}
    return tuple(
        sorted(found, key=lambda finding: (order.get(finding.instrument, 0), SEVERITIES.index(finding.severity)))
    )


def check_files(record: Record) -> tuple[Finding, ...]:
    """What ``amendments.audit.files`` finds of the files."""
    return check_sources(record) + check_unlisted(record)


def check_record_text(record: Record) -> tuple[Finding, ...]:
    """What ``amendments.audit.text`` finds of the base and the instruments."""
    return check_text(record.base, record.instruments)


CHECKS: tuple[Check, ...] = (
    check_files,
    check_record_text,
    check_assumed,
    check_papers,
    check_too_late,
    check_running_heads,
    check_recorded_late,
    check_succession,
    check_authority,
    check_edited,
    check_pending,
)
FORESEEN: tuple[Check, ...] = tuple(check for check in CHECKS if check is not check_files)
"""What can be checked of a record before it is written."""
