"""What replaying the instruments on the base reports, and the headings that they place their sections under."""

from __future__ import annotations

from collections.abc import Iterator

from amendments.audit.subject import Subject
from corpus.finding import Finding
from corpus.model import places
from corpus.tree import find


def check_replay(subject: Subject) -> tuple[Finding, ...]:
    """What the patch reported of each operation."""
    return subject.latest.findings


def check_article_headings(subject: Subject) -> Iterator[Finding]:
    """Instruments that place their sections under an article by another heading than it has."""
    for instrument, before, _ in subject.steps:
        operative = {operation.place for operation in instrument.operations}
        for place in places(instrument.text.provisions):
            stated, standing = place.provision, find(before, place.address)
            if place.eid in operative or stated.level != "article" or standing is None or not stated.heading:
                continue
            if stated.heading.casefold() != standing.heading.casefold():
                yield Finding(
                    code="heading-mismatch",
                    severity="warning",
                    message=f"The instrument gives {place.address} another heading than the record has.",
                    evidence=f"The instrument has '{stated.num} {stated.heading}'; "
                    f"the text in force just before has '{standing.num} {standing.heading}'.",
                    next_step="Look for an amendment that renumbered the articles or changed the heading.",
                    work=subject.base.work.key,
                    instrument=instrument.id,
                    id=place.eid,
                    address=str(place.address),
                )
