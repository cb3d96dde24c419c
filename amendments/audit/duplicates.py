"""Instruments that are recorded twice, under other dates or from other files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amendments.audit.subject import Subject
from amendments.describe import describe, quoted, target_of
from amendments.instrument import Instrument
from amendments.operations import (
    Add,
    AddWords,
    Delete,
    DeleteWords,
    Operation,
    Renumber,
    Restate,
    Retitle,
    Substitute,
    SubstituteWords,
    kind_of,
)
from corpus.address import Address
from corpus.dates import spoken
from corpus.finding import Finding

_WORD = re.compile(r"[^\W_]+")


def check_duplicates(subject: Subject) -> Iterator[Finding]:
    """Instruments that do just what an earlier one did, where nothing between the two touched what they change."""
    last: dict[tuple[str, ...], int] = {}
    for number, instrument in enumerate(subject.instruments):
        done = tuple(_done(operation) for operation in instrument.operations)
        earlier = last.get(done)
        if earlier is not None and done and not _changed_between(subject.instruments[earlier + 1 : number], instrument):
            yield _found(subject, subject.instruments[earlier], instrument)
        last[done] = number


def _done(operation: Operation) -> str:
    """What an operation does, its words without punctuation, case or quotation marks: copies differ in those."""
    match operation:
        case Substitute(new=new) | Add(new=new):
            said = " ".join(new.passages())
        case SubstituteWords(spot=spot, new=new) | AddWords(spot=spot, new=new):
            said = f"{spot.words} | {spot.sentence} {spot.paragraph} {spot.which} | {new}"
        case DeleteWords(spot=spot):
            said = f"{spot.words} | {spot.sentence} {spot.paragraph} {spot.which}"
        case Retitle(heading=heading):
            said = heading
        case Renumber(moves=moves):
            said = " ".join(f"{move.target} to {move.to}" for move in moves)
        case Restate(new=new):
            said = " ".join(new.passages())
        case Delete():
            said = ""
    return f"{kind_of(operation)} {operation.target.eid} {' '.join(_WORD.findall(said.casefold()))}"


def _changed_between(between: tuple[Instrument, ...], instrument: Instrument) -> bool:
    changed = [address for one in between for address in _touched(one)]
    return any(_overlap(ours, theirs) for ours in _touched(instrument) for theirs in changed)


def _key(address: Address) -> tuple[str, ...]:
    return tuple(step.eid.casefold() for step in address.steps)


def _touched(instrument: Instrument) -> Iterator[Address]:
    for operation in instrument.operations:
        if isinstance(operation, Renumber):
            for move in operation.moves:
                yield from (move.target, move.to)
        else:
            yield operation.target


def _overlap(one: Address, other: Address) -> bool:
    """Whether one stands in the other; the whole text, which has no steps, holds all."""
    first, second = _key(one), _key(other)
    shared = min(len(first), len(second))
    return first[:shared] == second[:shared]


def _found(subject: Subject, earlier: Instrument, later: Instrument) -> Finding:
    first = later.operations[0]
    does = f"{kind_of(first)} {target_of(first.target)} {describe(first)}".strip()
    copy = earlier if earlier.assumed else later
    more = f" and {len(later.operations) - 1} more" if len(later.operations) > 1 else ""
    return Finding(
        code="duplicate-instrument",
        severity="warning",
        message=f"The amendments of {spoken(later.effective)} do just what those of {spoken(earlier.effective)} did, "
        "and nothing between them changed it.",
        evidence=f"{earlier.id}, {quoted(earlier.title)}, and {later.id}, {quoted(later.title)}, "
        f"both have: {does}{more}.",
        next_step=f"Compare the two documents. If one is a copy of the other, 'bylaws withdraw {subject.base.work.key} "
        f"{copy.id} --reason WORDS' stops counting it.",
        work=subject.base.work.key,
        instrument=later.id,
    )
