"""The checks of the text, which a proposal is held against before it is recorded."""

from __future__ import annotations

from collections.abc import Sequence

from amendments.audit.beginnings import check_beginnings
from amendments.audit.duplicates import check_duplicates
from amendments.audit.gaps import check_brought_twice, check_gaps
from amendments.audit.lost.check import check_lost
from amendments.audit.numbers import check_numbers
from amendments.audit.references.check import check_references
from amendments.audit.references.redirected import check_redirected
from amendments.audit.replay import check_article_headings, check_replay
from amendments.audit.subject import Check, Subject
from amendments.audit.terms.defined import check_definitions
from amendments.audit.terms.stale import check_stale_terms
from amendments.audit.terms.two_names import check_two_names
from amendments.audit.wording.announced import check_unannounced
from amendments.audit.wording.reverted import check_reverted
from amendments.audit.wording.slips import check_slips
from amendments.audit.wording.unchanged import check_unchanged
from amendments.instrument import Instrument
from corpus.finding import Finding
from corpus.model import Base

CHECKS: tuple[Check, ...] = (
    check_numbers,
    check_brought_twice,
    check_gaps,
    check_beginnings,
    check_lost,
    check_replay,
    check_article_headings,
    check_duplicates,
    check_references,
    check_redirected,
    check_stale_terms,
    check_definitions,
    check_two_names,
    check_reverted,
    check_unchanged,
    check_slips,
    check_unannounced,
)


def check_text(base: Base, instruments: Sequence[Instrument]) -> tuple[Finding, ...]:
    """Every finding of every check here; the instruments are those that count, in order of effect."""
    subject = Subject(base, instruments)
    return tuple(finding for check in CHECKS for finding in check(subject))
