"""Numbers that the text in force leaves out, or that an amendment gave a second time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from amendments.audit.references.resolve import opened
from amendments.audit.subject import Subject
from corpus.address import Step, in_roman, match_key
from corpus.dates import spoken
from corpus.finding import Finding, Severity
from corpus.model import Place, Provision, places
from corpus.ranks import Rank, ranks

_LEFT_OUT = frozenset("ilo")
"""Letters that lists pass over so that none is taken for a figure or a numeral."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """Two neighbours that do not count on, and the first number between them."""

    before: Provision
    after: Provision
    lacks: str


def check_gaps(subject: Subject) -> Iterator[Finding]:
    """Numbers left out in the text in force, each with the instrument since which it is so."""
    standing = tuple(places(subject.latest.text.provisions))
    at = {place.provision.wid: place for place in standing}
    rows = _Rows(subject)
    siblings = [
        ("", subject.latest.text.provisions),
        *((one.provision.wid, one.provision.children) for one in standing),
    ]
    begun = frozenset(key for place in standing for key in opened(place.provision))
    for wid, row in siblings:
        for gap in _gaps(row):
            above = at[wid].provision if wid else None
            if not _told(gap, above, begun):
                yield _missing(subject, gap, rows.since(gap, wid), at[gap.after.wid])


def check_brought_twice(subject: Subject) -> Iterator[Finding]:
    """Numbers that an instrument gave to a second provision; those of the base are found with its own numbers."""
    known = {place.provision.wid for place in _twice(subject.base.text.provisions)}
    for place in _twice(subject.latest.text.provisions):
        if place.provision.wid not in known:
            version = subject.versions.at(place.provision.wid, subject.versions.last)
            stage = version.stage if version else 0
            yield Finding(
                code="duplicate-number",
                severity="warning",
                message=f"The number of {place.address} is given twice since {_by(subject, stage)}. Both are kept.",
                evidence=f"'{_printed(place.provision)}'",
                next_step=f"The second one's eId is {place.eid}; an amendment that names the number alone changes"
                " neither.",
                work=subject.base.work.key,
                instrument=subject.instruments[stage - 1].id if stage else "",
                id=place.eid,
                address=str(place.address),
            )


def _twice(provisions: tuple[Provision, ...]) -> Iterator[Place]:
    for place in places(provisions):
        if place.provision.step.number and place.eid.rpartition("__")[2] != place.provision.step.eid:
            yield place


def _gaps(row: Sequence[Provision]) -> Iterator[_Gap]:
    """Those of a row of siblings, which may hold several lists one after the other."""
    numbered = [part for part in row if part.step.number]
    for _, parts in groupby(numbered, key=lambda part: (part.level, _style(part))):
        alike = list(parts)
        ranked = ranks([part.step for part in alike])
        present = {rank[-1] for rank in ranked if rank}
        for (before, low), (after, high) in pairwise(zip(alike, ranked, strict=True)):
            if lacks := _between(low, high, before, present):
                yield _Gap(before, after, lacks)


def _style(part: Provision) -> tuple[bool, int]:
    """How a number is written, for 3 does not follow on 2.9, nor (1) on (a)."""
    number = part.step.number
    return number[:1].isdigit(), number.count(".")


def _between(low: Rank, high: Rank, before: Provision, present: set[tuple[int, str]]) -> str:
    """The number that should follow on the lower of two ranks, where the higher is not it: empty where nothing is."""
    if len(low) != len(high) or low[:-1] != high[:-1] or not low:
        return _whole(low, high, before)
    (count, letters), (next_count, next_letters) = low[-1], high[-1]
    number = before.step.number
    if letters and next_letters and count == next_count == 1 and len(letters) == len(next_letters) == 1:
        skipped = [chr(code) for code in range(ord(letters) + 1, ord(next_letters))]
        wanted = [one for one in skipped if (1, one) not in present]
        return (wanted[0].upper() if number.isupper() else wanted[0]) if set(wanted) - _LEFT_OUT else ""
    if (
        letters
        or next_letters
        or next_count <= count + 1
        or any((n, "") in present for n in range(count + 1, next_count))
    ):
        return ""
    return _following(number, count + 1)


def _whole(low: Rank, high: Rank, before: Provision) -> str:
    """Between 12A and 14 there is 13."""
    if not low or not high or low[0][1] or high[0][1] or "." in before.step.number:
        return ""
    return str(low[0][0] + 1) if high[0][0] > low[0][0] + 1 else ""


def _following(number: str, value: int) -> str:
    """The number after one, written as it is: 3.04 after 3.03, IV after III."""
    ahead, pointed, last = number.rpartition(".")
    if last.isdigit():
        width = len(last) if last.startswith("0") else 0
        return f"{ahead}{pointed}{value:0{width}d}"
    return in_roman(value) if last.isupper() else in_roman(value).lower()


def _told(gap: _Gap, above: Provision | None, begun: frozenset[tuple[str, str]]) -> bool:
    """Whether the number stands in the middle of a paragraph, where the outline did not see it."""
    if match_key(gap.before.level, gap.lacks) in begun or match_key("section", gap.lacks) in begun:
        return True
    if gap.before.level in ("article", "section"):
        return False
    return f"({gap.lacks})" in (above or gap.before).text()


def _missing(subject: Subject, gap: _Gap, stage: int, place: Place) -> Finding:
    severity: Severity = "warning" if stage else "note"
    lacked = place.address.parent.under(Step(place.provision.level, gap.lacks))
    since = f" since {_by(subject, stage)}" if stage else ""
    return Finding(
        code="numbering-gap",
        severity=severity,
        message=f"There is no {lacked}{since}, and no placeholder for it.",
        evidence=f"'{_printed(gap.before)}' is followed by '{_printed(gap.after)}'.",
        next_step="Look for an amendment that is missing from the record, or for one that should have closed the gap."
        if stage
        else "Compare it with the document: a provision may be missing from the copy, or the number was passed over.",
        work=subject.base.work.key,
        instrument=subject.instruments[stage - 1].id if stage else "",
        id=place.eid,
        address=str(place.address),
    )


class _Rows:
    """Which numbers have stood next to each other, at every stage."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._known: dict[str, list[tuple[int, frozenset[tuple[str, str]]]]] = {}

    def since(self, gap: _Gap, above: str) -> int:
        """The stage from which on the two have stood next to each other under these numbers."""
        if above not in self._known:
            self._known[above] = list(self._stages(above))
        stage = self._subject.versions.last
        for nth, pairs in reversed(self._known[above]):
            if (gap.before.num, gap.after.num) not in pairs:
                break
            stage = nth
        return stage

    def _stages(self, above: str) -> Iterator[tuple[int, frozenset[tuple[str, str]]]]:
        if above:
            for version in self._subject.versions.of(above):
                yield version.stage, _pairs(version.provision.children if version.provision else ())
        else:
            for nth, text in enumerate(self._subject.timeline.texts):
                yield nth, _pairs(text.provisions)


def _pairs(row: Sequence[Provision]) -> frozenset[tuple[str, str]]:
    return frozenset((before.num, after.num) for before, after in pairwise(row))


def _by(subject: Subject, stage: int) -> str:
    return f"the amendments of {spoken(subject.instruments[stage - 1].effective)}" if stage else "the base"


def _printed(provision: Provision) -> str:
    return f"{provision.num} {provision.heading}".strip()
