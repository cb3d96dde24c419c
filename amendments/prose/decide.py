"""Deciding: hold what an instrument says against the text in force just before it, and make operations of it.

Each instruction meets the text as those before it left it. What can't be decided in one way only is not decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from amendments.operations import Add, AddWords, Delete, Operation, Retitle, Seen, Spot, Substitute
from amendments.patch.apply import apply_operation
from amendments.prose.clauses import Clause
from amendments.prose.find import Undecided, parent_for, resolve
from amendments.prose.instructions import (
    Entitle,
    Extend,
    Insert,
    Instruction,
    LeadIn,
    Number,
    Remove,
    Replace,
    RestateAll,
    Rewrite,
)
from amendments.prose.numbering import accordingly, gap_for, make_room, moved
from amendments.prose.rewriting import rewrite, whole_sentence
from amendments.prose.scanner import Unread
from corpus.address import LEVELS, Address
from corpus.model import Place, Provision, Text

_RESTATED = "A restatement is read as a document of its own: give the restated bylaws alone, without this sentence."
Brought = list[tuple[Provision, str]]


def decide(clauses: Sequence[Clause], before: Text) -> tuple[tuple[Operation, ...], tuple[Unread, ...]]:
    """The operations in the order of the instructions, and what could not be read or decided."""
    decider = _Decider(before)
    for clause in clauses:
        decider.clause(clause)
    return tuple(decider.operations), tuple(decider.unread)


class _Decider:
    def __init__(self, before: Text) -> None:
        self.text = before
        self.operations: list[Operation] = []
        self.unread: list[Unread] = []
        self._deleted: list[Delete] = []

    def clause(self, clause: Clause) -> None:
        if clause.unread is not None:
            self.unread.append(clause.unread)
            return
        brought = list(clause.brought)
        self._deleted = []
        for instruction in _in_order(clause.instructions):
            try:
                for operation in self._decided(instruction, clause.place, brought):
                    self._do(operation)
            except Undecided as stopped:
                at = clause.paragraph.find(stopped.words) if stopped.words else 0
                self.unread.append(Unread(clause.paragraph, max(at, 0), stopped.why, stopped.readings))
                return
        if brought:
            why = "The words that follow it have no place: the instruction does not say what to do with them."
            self.unread.append(Unread(clause.paragraph, len(clause.paragraph), why))

    def _do(self, operation: Operation) -> None:
        named = replace(operation, id=f"mod_{len(self.operations) + 1}")
        outcome = apply_operation(self.text, named, "draft")
        if not outcome.effects:
            raise Undecided(outcome.findings[0].message)
        self.text = outcome.text
        self.operations.append(named)
        self._deleted += [named] if isinstance(named, Delete) else []

    def _decided(self, instruction: Instruction, place: str, brought: Brought) -> Iterator[Operation]:
        match instruction:
            case Replace():
                yield from self._replace(instruction, place, brought)
            case Remove():
                yield from self._remove(instruction, place)
            case Insert():
                yield from self._insert(instruction, brought)
            case Extend():
                yield from self._extend(instruction, place, brought)
            case Rewrite():
                for target in instruction.targets:
                    yield rewrite(instruction, self._standing(target) if target.steps else None, self.text, place)
            case Entitle(target=target, heading=heading):
                found = self._standing(target)
                seen = Seen.of(found.provision)
                printed = _as_printed(heading, found.provision.heading)
                yield Retitle(id="", place=place, target=found.address, heading=printed, seen=seen)
            case Number(targets=(), numbers=()):
                yield accordingly(instruction, self._deleted, self.text, place)
            case Number(targets=targets, numbers=()):
                yield from make_room(instruction, parent_for(self.text, targets[0], Address(())), self.text, place)
            case Number(targets=targets, numbers=numbers):
                yield moved([self._standing(target) for target in targets], numbers, place)
            case RestateAll():
                raise Undecided(_RESTATED)
            case LeadIn():
                pass
            case _:
                assert_never(instruction)

    def _standing(self, target: Address) -> Place:
        return resolve(self.text, target)

    def _replace(self, instruction: Replace, place: str, brought: Brought) -> Iterator[Operation]:
        found = [self._standing(target) for target in instruction.targets]
        if instruction.sentence:
            words = instruction.words or _words_of(brought)
            yield whole_sentence(instruction.sentence, words, found[0], self.text, place)
            return
        if not brought:
            raise Undecided("The new words are missing: they should follow it.")
        for standing in found:
            new, at = _matching(standing, found, brought)
            seen = Seen.of(standing.provision)
            yield Substitute(id="", place=at, target=standing.address, new=new, seen=seen)

    def _remove(self, instruction: Remove, place: str) -> Iterator[Operation]:
        for target in instruction.targets:
            standing = self._standing(target)
            if instruction.sentence:
                yield whole_sentence(instruction.sentence, "", standing, self.text, place)
                continue
            yield Delete(
                id="",
                place=place,
                target=standing.address,
                num=standing.provision.num,
                heading="",
                reserved=instruction.reserved,
                seen=Seen.of(standing.provision),
            )

    def _insert(self, instruction: Insert, brought: Brought) -> Iterator[Operation]:
        if instruction.words or not brought:
            raise Undecided("The new provision is missing: it should follow.")
        numbers = list(instruction.numbers)
        for new, at in list(brought):
            said = next((number for number in numbers if not new.num or number.steps[-1].matches(new.step)), None)
            if said is None and (numbers or not new.num):
                raise Undecided(f"It does not speak of '{new.num} {new.heading}', which follows it.")
            if said is not None:
                numbers.remove(said)
            address = said or Address((new.step,))
            _own_number(new, address)
            brought.remove((new, at))
            yield Add(id="", place=at, target=parent_for(self.text, address, instruction.under), new=new)
        if numbers:
            raise Undecided(f"The words of {numbers[0]} do not follow.", str(numbers[0]))

    def _extend(self, instruction: Extend, place: str, brought: Brought) -> Iterator[Operation]:
        standing = self._standing(instruction.target)
        if brought and all(new.num for new, _ in brought):
            for new, at in brought:
                if LEVELS.index(new.level) <= LEVELS.index(standing.provision.level):
                    raise Undecided(f"What follows is {new.num}, which is no part of {standing.address}.")
                yield Add(id="", place=at, target=standing.address.under(new.step), new=new)
            brought.clear()
            return
        if not instruction.placed:
            raise Undecided(f"It does not say where in {standing.address} the words stand.")
        words = instruction.words or _words_of(brought)
        if instruction.side == "after" and not instruction.apart:
            may_follow(words, standing)
        yield AddWords(
            id="",
            place=place,
            target=standing.address,
            spot=Spot(sentence=instruction.sentence),
            side=instruction.side,
            new=words,
            apart=instruction.apart,
            seen=Seen.of(standing.provision),
        )


def _as_printed(heading: str, standing: str) -> str:
    """A heading with the full stop that the one before it has, or without: it is the printer's, not a word of it."""
    bare = heading.rstrip(".")
    return f"{bare}." if standing.endswith(".") and bare[-1:] not in "?!:" else bare if standing else heading


def _in_order(instructions: Sequence[Instruction]) -> list[Instruction]:
    """What makes room for an addition comes before it, though it is said after."""
    ordered = list(instructions)
    for at in range(1, len(ordered)):
        one, two = ordered[at - 1], ordered[at]
        if isinstance(one, Insert) and isinstance(two, Number) and not two.targets:
            ordered[at - 1 : at + 1] = [gap_for(one, two), one]
    return ordered


def _matching(standing: Place, found: Sequence[Place], brought: Brought) -> tuple[Provision, str]:
    """The new words for a provision: those under its number or, for the only one, those without a number."""
    for new, at in brought:
        alone = len(found) == 1 and len(brought) == 1
        _own_number(new, standing.address)
        if (new.num and new.step.matches(standing.address.steps[-1])) or (alone and not new.num):
            brought.remove((new, at))
            return new, at
    named = "; ".join(f"{new.num} {new.heading}".strip() or "words without a number" for new, _ in brought)
    raise Undecided(f"The new words of {standing.address} do not follow; what follows is: {named or 'nothing'}.")


def may_follow(words: str, standing: Place) -> None:
    """Words that begin no sentence can't be put after a full stop: they may be meant before it."""
    *_, last = standing.provision.passages()
    if last.endswith(".") and (words[:1].islower() or words[:1] in tuple(",;:")):
        raise Undecided(f"{standing.address} ends in a full stop: it does not say on which side of it the words stand.")


def _own_number(new: Provision, target: Address) -> None:
    """New words must not begin with the number that their item has anyway, nor keep marks of a quotation."""
    words = " ".join(new.passages())
    if words.count('"') % 2 or words.count("“") != words.count("”") or words[:1] in tuple("'‘"):
        raise Undecided(f"The quotation marks about the new words of {target} do not pair.")
    if not new.num and target.steps and next(new.passages(), "").startswith(f"({target.steps[-1].number})"):
        raise Undecided(f"The words of {target} begin with its number, but can't be told from the items below it.")


def _words_of(brought: Brought) -> str:
    """What follows as words alone; raises Undecided where it is more than one paragraph of words."""
    paragraphs = [part for new, _ in brought if not new.num for part in new.body if isinstance(part, str)]
    if len(brought) != 1 or len(paragraphs) != 1 or brought[0][0].children:
        raise Undecided("The new words should follow it as one paragraph.")
    brought.clear()
    return paragraphs[0]
