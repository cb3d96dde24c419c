"""Checks of a base's numbers: those given twice, out of their order, or under another number than they name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from amendments.audit.subject import Subject
from corpus.address import Step, article_value
from corpus.finding import Finding
from corpus.model import Base, Place, places
from corpus.ranks import ranks


def check_numbers(subject: Subject) -> tuple[Finding, ...]:
    """What is wrong with the numbers of a base, in the order of the text. All of them are kept as they are."""
    base = subject.base
    standing = tuple(places(base.text.provisions))
    return (*_given_twice(base, standing), *_misplaced(base, standing))


def _given_twice(base: Base, standing: tuple[Place, ...]) -> Iterator[Finding]:
    for place in standing:
        if place.provision.step.number and place.eid.rpartition("__")[2] != place.provision.step.eid:
            yield Finding(
                code="duplicate-number",
                severity="warning",
                message=f"The number of {place.address} is given twice. Both provisions are kept.",
                evidence=f"'{place.provision.num} {place.provision.heading}'",
                next_step=f"The second one's eId is {place.eid}; an amendment that names the number alone changes"
                " neither.",
                work=base.work.key,
                id=place.eid,
                address=str(place.address),
            )


def _misplaced(base: Base, standing: tuple[Place, ...]) -> Iterator[Finding]:
    """Articles and sections whose number is lower than that before it, or names another provision than holds it."""
    rows = groupby(
        sorted(
            (place for place in standing if place.provision.level in ("article", "section", "subsection")),
            key=lambda place: len(place.address.steps),
        ),
        key=lambda place: (len(place.address.steps), place.eid.rpartition("__")[0]),
    )
    for _, siblings in rows:
        row = [place for place in siblings if place.provision.step.number]
        ranked = ranks([place.provision.step for place in row])
        for (before, lower), (place, rank) in pairwise(zip(row, ranked, strict=True)):
            if rank < lower:
                yield _misnumbered(base, place, f"it stands after '{_printed(before)}'")
        for place in row:
            if (holder := place.address.steps[:-1]) and not _names_holder(place.provision.step, holder[-1]):
                yield _misnumbered(base, place, f"it stands in {place.address.parent}")


def _names_holder(step: Step, holder: Step) -> bool:
    """Whether a number with points names what holds it: 2.3.8 is one of 2.3. Numbers without points name nothing."""
    prefix = step.number.rpartition(".")[0]
    return not prefix or prefix in (holder.number, str(article_value(holder.number)))


def _misnumbered(base: Base, place: Place, why: str) -> Finding:
    return Finding(
        code="misnumbered",
        severity="warning",
        message=f"The number of {place.address} does not fit where it stands. It is kept as printed.",
        evidence=f"'{_printed(place)}': {why}.",
        next_step="Compare it with the document; where it is the document's own slip, an amendment can renumber it.",
        work=base.work.key,
        id=place.eid,
        address=str(place.address),
    )


def _printed(place: Place) -> str:
    return f"{place.provision.num} {place.provision.heading}".strip()
