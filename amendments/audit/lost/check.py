"""The check: amendments that the record lacks, as later ones show."""

from __future__ import annotations

from collections.abc import Iterator

from amendments.audit.lost.reconstruct import Lost, lost_amendments
from amendments.audit.lost.told import between, evidence, what
from amendments.audit.subject import Subject
from corpus.finding import Finding


def check_lost(subject: Subject) -> Iterator[Finding]:
    """One finding for each gap, of the instrument that shows it."""
    for lost in lost_amendments(subject):
        yield finding_of(subject.base.work.key, lost)


def finding_of(work: str, lost: Lost) -> Finding:
    """What is known of a lost amendment, as a finding of the instrument that shows it."""
    earlier, later = between(lost)
    target = (*lost.moves, *lost.additions)[0].target
    if lost.assumed is not None:
        verb = "is" if lost.moves else "seems to be"
        message = f"An amendment between {earlier} and {later} {verb} missing: one that {what(lost)}."
        next_step = (
            "Look for it in the minutes and consents of that time, and import it. Until then 'bylaws audit "
            f"{work} --assume' records it as an assumption that 'bylaws withdraw' takes out again."
        )
    else:
        message = (
            f"An amendment between {earlier} and {later} seems to be missing: headings stand at other numbers "
            "than the record has. What it did can't be told."
        )
        next_step = "Look for it in the minutes and consents of that time; nothing is assumed of it."
    return Finding(
        code="lost-amendment",
        severity="error",
        message=message,
        evidence=evidence(lost),
        next_step=next_step,
        work=work,
        instrument=lost.instrument.id,
        id=target.eid,
        address=str(target),
    )
