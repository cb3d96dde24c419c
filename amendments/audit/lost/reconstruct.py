"""The reconstruction: the renumbering and the additions that make everything that an instrument assumes fit at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count

from amendments.audit.lost.assumed import Assumption, Key, assumptions, key
from amendments.audit.lost.fit import Claim, Fit, fit
from amendments.audit.replay import check_article_headings
from amendments.audit.subject import Subject
from amendments.instrument import Instrument
from amendments.operations import Add, Move, Operation, Renumber, Seen
from amendments.patch.apply import apply_operation
from amendments.standing import in_order, last_turn
from corpus.address import Address
from corpus.dates import spoken
from corpus.finding import Finding
from corpus.model import Provision, Text, places
from corpus.tree import find

UNKNOWN_WORDS = "[Words not in the record.]"
"""What stands for the words of a provision that is known by its heading only."""
TITLE = "Assumed: an amendment that the record does not have"
_HEADINGS = ("heading-mismatch", "missing-target", "occupied-target")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """What an ``instrument`` assumes that the record does not have.

    ``claims`` are all that the headings say; those that stay where they are in the record are among them. ``unsettled``
    says why they don't fit together. Where they do, ``assumed`` is the instrument that makes them, and ``after`` the
    record with it; ``caused`` are the findings that it takes away.
    """

    instrument: Instrument
    claims: tuple[Claim, ...]
    unsettled: tuple[str, ...]
    caused: tuple[Finding, ...]
    assumed: Instrument | None = None
    before: Subject
    after: Subject | None = None

    @property
    def moves(self) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.claims if claim.moves)

    @property
    def additions(self) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.claims if claim.place is None)


def lost_amendments(subject: Subject, taken: Sequence[str] = ()) -> Iterator[Lost]:
    """One for each instrument whose headings don't fit the text before it, in order; each with those before assumed.

    ``taken`` are ids in use besides those of the instruments.
    """
    caused = _caused(subject)
    for instrument in subject.instruments if caused else ():
        lost = _lost(subject, instrument, tuple(caused[instrument.id]), taken) if instrument.id in caused else None
        if lost is None:
            continue
        yield lost
        if lost.after is not None:
            subject = lost.after
            caused = _caused(subject)


def _caused(subject: Subject) -> dict[str, list[Finding]]:
    """The findings about headings and numbers by instrument; also of the articles that sections are placed under."""
    found: dict[str, list[Finding]] = {}
    for finding in (*subject.latest.findings, *check_article_headings(subject)):
        if finding.code in _HEADINGS:
            found.setdefault(finding.instrument, []).append(finding)
    return found


def _lost(subject: Subject, instrument: Instrument, caused: tuple[Finding, ...], taken: Sequence[str]) -> Lost | None:
    before = next(text for one, text, _ in subject.steps if one.id == instrument.id)
    drawn = _draw(before, tuple(assumptions(instrument, before)))
    lost = Lost(instrument=instrument, claims=drawn.claims, unsettled=drawn.unsettled, caused=caused, before=subject)
    if not drawn.operations or not _enough(lost, before):
        return None
    if lost.unsettled:
        return lost
    return _held(lost, drawn.operations, taken)


def _enough(lost: Lost, before: Text) -> bool:
    """Whether it tells of an amendment: one number by itself can be a slip of the pen.

    A heading that the record never had can't be one of the number, where that is the next.
    """
    exact = [claim for claim in lost.moves if claim.backed and not claim.how]
    changed = (*lost.moves, *lost.additions)
    about = {claim.target.eid for claim in changed} | {one.place.address.eid for one in lost.moves if one.place}
    if not about & {finding.id for finding in lost.caused}:
        return False
    if lost.unsettled:
        return len(exact) > 1
    if lost.moves:
        return sum(claim.backed for claim in changed) > 1
    added = {key(claim.target) for claim in lost.additions}
    return all(_follows(claim.target, before, added) for claim in lost.additions)


def _follows(target: Address, before: Text, added: set[Key]) -> bool:
    """Whether the number before it stands, or is added too."""
    *above, last = target.steps
    head, digits = re.fullmatch(r"(.*?)(\d*)", last.number).groups()  # type: ignore[union-attr]  # it matches anything
    if not digits or int(digits) == 1:
        return False
    written = {f"{int(digits) - 1}", f"{int(digits) - 1:0{len(digits)}}"}  # 3.10 follows 3.9, or 3.09
    previous = [Address((*above, replace(last, number=head + number))) for number in written]
    return any(find(before, one) is not None or key(one) in added for one in previous)


@dataclass(frozen=True, slots=True)
class _Drawn:
    claims: tuple[Claim, ...]
    unsettled: tuple[str, ...]
    operations: tuple[Operation, ...]


def _draw(text: Text, assumed: Sequence[Assumption]) -> _Drawn:
    """From the top down: what stands in an article is told once it is known which article it was."""
    claims: list[Claim] = []
    unsettled: list[str] = []
    made: list[Operation] = []
    names = (f"mod_{number}" for number in count(1))
    for depth in sorted({len(one.target.steps) for one in assumed}):
        found = fit(text, [one for one in assumed if len(one.target.steps) == depth])
        claims += found.claims
        unsettled += found.unsettled
        for operation in _operations(text, found, names):
            made.append(operation)
            text = apply_operation(text, operation, "").text
    return _Drawn(tuple(claims), tuple(unsettled), tuple(made))


def _operations(text: Text, found: Fit, names: Iterator[str]) -> Iterator[Operation]:
    """All that move at once, as they stand in the text, then what is added."""
    order = {place.provision.wid: at for at, place in enumerate(places(text.provisions))} if found.moves else {}
    moves = tuple(
        Move(target=place.address, to=claim.target, seen=Seen.of(place.provision))
        for claim in sorted(found.moves, key=lambda claim: order[claim.place.provision.wid] if claim.place else 0)
        if (place := claim.place)
    )
    if moves:
        yield Renumber(id=next(names), place="", moves=moves)
    for claim in found.additions:
        yield Add(id=next(names), place="", target=claim.target, new=_added(claim))


def _added(claim: Claim) -> Provision:
    """The provision as far as it is known: the number and heading that the later instrument names."""
    step = claim.target.steps[-1]
    num = claim.assumption.said.removesuffix(claim.assumption.heading).strip() or str(step)
    return Provision(level=step.level, num=num, heading=claim.assumption.heading, body=(UNKNOWN_WORDS,))


def _held(lost: Lost, operations: tuple[Operation, ...], taken: Sequence[str]) -> Lost:
    """The assumption held against the record: all that was caused must go, and nothing else may come."""
    order = _order(lost.before, lost.instrument, taken)
    if order is None:
        return replace(lost, unsettled=("There is no day between the two instruments on which it could have been.",))
    effective, turn = order
    assumed = _instrument(lost, operations, effective, turn)
    after = Subject(lost.before.base, in_order((*lost.before.instruments, assumed)))
    before = {_about(one) for one in _errors(lost.before)}
    stays = {claim.target.eid for claim in lost.claims if claim.stays}
    left = _caused(after).get(lost.instrument.id, [])
    kept = {one.message for one in left if one.id not in stays}
    kept |= {one.message for one in _errors(after) if _about(one) not in before}
    if kept:
        return replace(lost, unsettled=tuple(sorted(kept)))
    gone = {_about(one) for one in lost.caused} - {_about(one) for one in left}
    return replace(lost, assumed=assumed, after=after, caused=tuple(one for one in lost.caused if _about(one) in gone))


def _instrument(lost: Lost, operations: tuple[Operation, ...], effective: date, turn: int) -> Instrument:
    said = (
        "[No document of this amendment is in the record. It is assumed, for the amendments of "
        f"{spoken(lost.instrument.effective)} name provisions by numbers that they do not have without it.]"
    )
    return Instrument(
        id=f"{effective}-{turn}",
        title=TITLE,
        effective=effective,
        turn=turn,
        assumed=True,
        edited=True,
        text=Text(provisions=(Provision(level="clause", num="", body=(said,)),)),
        operations=operations,
    )


def _order(subject: Subject, later: Instrument, taken: Sequence[str]) -> tuple[date, int] | None:
    """The day before an instrument and the turn after all of that day; on its own day only where a turn is free."""
    day = later.effective - timedelta(days=1)
    earlier = [one.order for one in subject.instruments if one.order < later.order]
    ids = (*taken, *(one.id for one in subject.instruments))
    turn = last_turn(day, subject.instruments, ids)
    if day >= subject.base.work.adopted and all(order < (day, turn) for order in earlier):
        return day, turn
    free = (number for number in range(later.turn) if f"{later.effective}-{number}" not in ids)
    between = ((later.effective, number) for number in free)
    return next((order for order in between if all(other < order for other in earlier)), None)


def _errors(subject: Subject) -> list[Finding]:
    return [finding for finding in subject.latest.findings if finding.severity == "error"]


def _about(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.instrument, finding.id
