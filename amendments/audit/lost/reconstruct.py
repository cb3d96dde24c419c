"""The reconstruction: the renumbering and the additions that make everything that an instrument assumes fit at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count

from amendments.audit.lost.assumed import Assumption, assumptions
from amendments.audit.lost.fit import Claim, Fit, fit
from amendments.audit.subject import Subject
from amendments.instrument import Instrument
from amendments.operations import Add, Move, Operation, Renumber, Seen
from amendments.patch.apply import apply_operation
from amendments.standing import in_order, last_turn
from corpus.dates import spoken
from corpus.finding import Finding
from corpus.model import Provision, Text

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
    for instrument in subject.instruments:
        caused = _caused(subject, instrument)
        lost = _lost(subject, instrument, caused, taken) if caused else None
        if lost is None:
            continue
        yield lost
        subject = lost.after or subject


def _caused(subject: Subject, instrument: Instrument) -> tuple[Finding, ...]:
    """Its findings about headings and numbers; also of the articles that it places its sections under."""
    from amendments.audit.replay import check_article_headings

    found = (*subject.latest.findings, *check_article_headings(subject))
    return tuple(one for one in found if one.instrument == instrument.id and one.code in _HEADINGS)


def _lost(subject: Subject, instrument: Instrument, caused: tuple[Finding, ...], taken: Sequence[str]) -> Lost | None:
    before = next(text for one, text, _ in subject.steps if one.id == instrument.id)
    drawn = _draw(before, tuple(assumptions(instrument, before)))
    lost = Lost(
        instrument=instrument, claims=drawn.claims, unsettled=drawn.unsettled, caused=caused, before=subject
    )
    if not drawn.operations or not _enough(lost):
        return None
    if lost.unsettled:
        return lost
    return _held(lost, drawn.operations, taken)


def _enough(lost: Lost) -> bool:
    """A number by itself can be a slip of the pen, a heading that the record never had can't be one of a number."""
    exact = [claim for claim in lost.moves if not claim.how]
    if lost.unsettled:
        return len(exact) > 1
    return not lost.moves or len(lost.moves) + len(lost.additions) > 1


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
        for operation in _operations(found, names):
            made.append(operation)
            text = apply_operation(text, operation, "").text
    return _Drawn(tuple(claims), tuple(unsettled), tuple(made))


def _operations(found: Fit, names: Iterator[str]) -> Iterator[Operation]:
    moves = tuple(
        Move(target=place.address, to=claim.target, seen=Seen.of(place.provision))
        for claim in found.moves
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
    left = {_about(one): one for one in _errors(after)}
    new = [one for about, one in left.items() if about not in {_about(other) for other in _errors(lost.before)}]
    stays = {claim.target.eid for claim in lost.claims if claim.stays}
    kept = [one for one in _caused(after, lost.instrument) if one.id not in stays]
    if new or kept:
        return replace(lost, unsettled=tuple(one.message for one in (*kept, *new)))
    gone = {_about(one) for one in lost.caused} - {_about(one) for one in _caused(after, lost.instrument)}
    return replace(
        lost, assumed=assumed, after=after, caused=tuple(one for one in lost.caused if _about(one) in gone)
    )


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
