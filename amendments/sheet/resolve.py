"""Resolving a sheet: its operations held against the text in force, each as those before it left that text.

What is as it was proposed keeps the place in the document that it was read at; a person's own has none. An operation
that can't be carried out is a fault, unless it was proposed so: the record may lack what it needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from amendments.describe import quoted
from amendments.operations import (
    Add,
    AddWords,
    Delete,
    DeleteWords,
    Operation,
    Renumber,
    Restate,
    Retitle,
    Seen,
    Spot,
    Substitute,
    SubstituteWords,
    WordOperation,
)
from amendments.patch.apply import apply_operation
from amendments.prose.brought import check_follows, check_may_follow
from amendments.prose.find import Undecided, parent_for, resolve
from amendments.prose.instructions import Rewrite
from amendments.prose.numbering import moved
from amendments.prose.rewriting import part_of, rewrite
from amendments.sheet.stated import Fault, Stated
from amendments.sheet.write import write_operation
from corpus.address import Address, Step
from corpus.model import Text

_RESTATES = (
    "A restatement puts a whole text in the place of the old one, and nothing else: record the other changes apart."
)
_NO_RESTATEMENT = "Only a document that is a restatement can restate the whole text. Give the restated bylaws alone."


def resolve_sheet(
    stated: Sequence[Stated], proposed: Sequence[Operation], before: Text
) -> tuple[tuple[Operation, ...], tuple[Fault, ...]]:
    """The operations with what their editor saw, numbered in their order; and those that can't be carried out."""
    left, failing = list(proposed), _failing(proposed, before)
    text, operations, faults = before, list[Operation](), list[Fault]()
    for one in stated:
        original = next((known for known in left if write_operation(known) == write_operation(one.operation)), None)
        if original is not None:
            left.remove(original)
        try:
            found = original if original and original.id in failing else _resolved(one.operation, original, text)
        except Undecided as stopped:
            faults.append(Fault(one.line, _told(stopped)))
            continue
        named = replace(found, id=f"mod_{len(operations) + 1}")
        outcome = apply_operation(text, named, "draft")
        if not outcome.effects and not (original and original.id in failing):
            finding = outcome.findings[0]
            faults.append(Fault(one.line, f"{finding.message} {finding.evidence}"))
        text = outcome.text
        operations.append(named)
    if len(stated) > 1:
        faults += [Fault(one.line, _RESTATES) for one in stated if isinstance(one.operation, Restate)]
    return tuple(operations), tuple(faults)


def _failing(proposed: Sequence[Operation], text: Text) -> set[str]:
    """The ids of operations that, as they were proposed, name what is not there or can't be carried out."""
    failing: set[str] = set()
    for operation in proposed:
        try:
            _found(operation, text)
        except Undecided:
            failing.add(operation.id)
        outcome = apply_operation(text, operation, "draft")
        text = outcome.text
        failing |= set() if outcome.effects else {operation.id}
    return failing


def _resolved(stated: Operation, original: Operation | None, text: Text) -> Operation:
    """What a person wrote must be there, once; what was proposed is as it was, with what it meets now."""
    if original is None:
        found = _found(stated, text)
        return _numbered(found) if isinstance(found, Substitute | Add) and found.new.num else found
    found = replace(_found(original, text), place=original.place)
    if isinstance(found, Delete) and isinstance(original, Delete):
        return replace(found, num=original.num)
    return found


def _numbered(stated: Substitute | Add) -> Operation:
    """New text at the level of its target, for "Section 2.2.1" says none; raises Undecided where it has another number.

    The address of the second of two provisions with one number ends in ``-2``.
    """
    step, new = stated.target.steps[-1], stated.new
    if not any(new.step.matches(Step(step.level, number)) for number in (step.number, step.number.partition("-")[0])):
        raise Undecided(f"The new text begins with '{new.num}', which is not the number of {stated.target}.")
    return replace(stated, new=replace(new, level=step.level))


def _found(stated: Operation, text: Text) -> Operation:
    """The operation at the full addresses, with what stands there; raises Undecided."""
    match stated:
        case Substitute(target=target):
            place = resolve(text, target)
            return replace(stated, target=place.address, seen=Seen.of(place.provision))
        case Add(target=target):
            return replace(stated, target=parent_for(text, target, Address(())))
        case Delete(target=target):
            place = resolve(text, target)
            return replace(stated, target=place.address, num=place.provision.num, seen=Seen.of(place.provision))
        case SubstituteWords() | AddWords() | DeleteWords():
            return _words(stated, text)
        case Retitle(target=target, seen=seen):
            place = resolve(text, target)
            if seen.heading and seen.heading != place.provision.heading:
                raise Undecided(f"The heading of {place.address} is {quoted(place.provision.heading)}.")
            return replace(stated, target=place.address, seen=Seen.of(place.provision))
        case Renumber(moves=moves):
            found = moved([resolve(text, move.target) for move in moves], [move.to for move in moves], "")
            return replace(stated, moves=found.moves)
        case Restate():
            if not stated.id:
                raise Undecided(_NO_RESTATEMENT)
            return stated
        case _:
            assert_never(stated)


def _words(stated: WordOperation, text: Text) -> WordOperation:
    spot, new = stated.spot, "" if isinstance(stated, DeleteWords) else stated.new
    place = resolve(text, stated.target) if stated.target.steps else None
    if spot.narrows and place is None:
        raise Undecided("Name the provision whose sentence is meant.")
    if spot.words:
        beside = stated.side if isinstance(stated, AddWords) else None
        said = Rewrite(
            targets=(stated.target,), old=spot.words, new=new, part=_where(spot), which=spot.which, beside=beside,
            exact=True,
        )  # fmt: skip
        found = rewrite(said, place, text, "").spot
        if found.words != spot.words:  # without a printer's comma
            raise Undecided(f"The words {quoted(spot.words)} do not stand there; {quoted(found.words)} do.")
        if spot.which == "each" and spot.count not in (0, found.count):
            raise Undecided(f"The words stand there {found.count} times, and each of {spot.count} is named.")
        spot = found
    elif spot.narrows and place is not None:
        last = part_of(place, spot)
        if isinstance(stated, AddWords) and stated.side == "after" and not stated.apart:
            check_follows(new, last, place)
        spot = _where(spot)
    elif isinstance(stated, AddWords) and stated.side == "after" and not stated.apart and place is not None:
        check_may_follow(new, place)
    seen = Seen.of(place.provision) if place else None
    return replace(stated, target=place.address if place else Address(()), spot=spot, seen=seen)


def _where(spot: Spot) -> Spot:
    """The sentence or paragraph alone."""
    return Spot(sentence=spot.sentence, paragraph=spot.paragraph)


def _told(stopped: Undecided) -> str:
    if not stopped.readings:
        return stopped.why
    return f"{stopped.why} Say which: {'; '.join(stopped.readings)}."
