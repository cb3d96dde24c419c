"""Checks of the text: what replaying instruments on a base reports, and what numbers and headings show.

Each takes the base and the instruments in order of effect, so that a proposal can be held against them before it is
recorded.
"""

from __future__ import annotations

from collections.abc import Sequence

from amendments.instrument import Instrument
from amendments.number_checks import check_numbers
from amendments.timeline import Timeline
from corpus.finding import Finding
from corpus.model import Base, places
from corpus.tree import find


def check_text(base: Base, instruments: Sequence[Instrument]) -> tuple[Finding, ...]:
    """Every finding of every check here."""
    timeline = Timeline(base, instruments)
    return (
        *check_numbers(base),
        *timeline.latest().findings,
        *_check_article_headings(base, instruments, timeline),
    )


def _check_article_headings(base: Base, instruments: Sequence[Instrument], timeline: Timeline) -> tuple[Finding, ...]:
    """Instruments that place their sections under an article by another heading than it has."""
    found: list[Finding] = []
    for instrument, before in zip(instruments, timeline.texts, strict=False):
        operative = {operation.place for operation in instrument.operations}
        for place in places(instrument.text.provisions):
            stated, standing = place.provision, find(before, place.address)
            if place.eid in operative or stated.level != "article" or standing is None or not stated.heading:
                continue
            if stated.heading.casefold() != standing.heading.casefold():
                found.append(
                    Finding(
                        code="heading-mismatch",
                        severity="warning",
                        message=f"The instrument gives {place.address} another heading than the record has.",
                        evidence=f"The instrument has '{stated.num} {stated.heading}'; "
                        f"the text in force just before has '{standing.num} {standing.heading}'.",
                        next_step="Look for an amendment that renumbered the articles or changed the heading.",
                        work=base.work.key,
                        instrument=instrument.id,
                        id=place.eid,
                        address=str(place.address),
                    )
                )
    return tuple(found)
