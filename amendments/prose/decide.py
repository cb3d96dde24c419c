"""Deciding: hold what an instrument says against the text in force just before it, and make operations of it.

Each instruction meets the text as those before it left it. What can't be decided in one way only is not decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from amendments.operations import Add, AddWords, Delete, Operation, Retitle, Seen, Substitute
from amendments.patch.apply import apply_operation
from amendments.prose.abridged import is_abridged, spelled_out
from amendments.prose.brought import (
    Brought,
    are_sentences,
    as_printed,
    check_follows,
    check_marks,
    check_may_follow,
    check_unabridged,
    matching,
    words_of,
)
from amendments.prose.clauses import Clause
from amendments.prose.find import Undecided, here, next_to, parent_for, resolve
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
from amendments.prose.numbering import accordingly, in_order, make_room, moved
from amendments.prose.rewriting import part_of, rewrite, where_it_stands, whole_part
from amendments.prose.scanner import Unread
from corpus.address import LEVELS, Address
from corpus.model import Place, Text
from corpus.tree import find

_RESTATED = "A restatement is read as a document of its own: give the restated bylaws alone, without this sentence."


def decide(clauses: Sequence[Clause], before: Text) -> tuple[tuple[Operation, ...], tuple[Unread, ...]]:
    """The operations in the order of the instructions, and what could not be read or decided."""
    decider = _Decider(before, clauses)
    for clause in clauses:
        decider.clause(clause)
    return tuple(decider.operations), tuple(decider.unread)


class _Decider:
    def __init__(self, before: Text, clauses: Sequence[Clause]) -> None:
        self.text = before
        self._ordered = {clause.place: in_order(clause.instructions) for clause in clauses}
        self._left = [(said, place) for place, instructions in self._ordered.items() for said in instructions]
        self.operations: list[Operation] = []
        self.unread: list[Unread] = []
        self._deleted: list[Delete] = []

    def clause(self, clause: Clause) -> None:
        if clause.unread is not None:
            self.unread.append(clause.unread)
            return
        brought = list(clause.brought)
        self._deleted = []
        for instruction in self._ordered[clause.place]:
            try:
                for said, place in self._due(instruction):
                    for operation in self._decided(said, place, brought):
                        self._do(operation)
            except Undecided as stopped:
                at = clause.paragraph.find(stopped.words) if stopped.words else 0
                self.unread.append(Unread(clause.paragraph, max(at, 0), stopped.why, stopped.readings))
                return
        if brought:
            why = "The words that follow it have no place: the instruction does not say what to do with them."
            self.unread.append(Unread(clause.paragraph, len(clause.paragraph), why))

    def _due(self, instruction: Instruction) -> Iterator[tuple[Instruction, str]]:
        """An instruction, after the renumbering that is said right after it and frees the number that it adds.

        It is none where it was carried out so.
        """
        at = next((at for at, (said, _) in enumerate(self._left) if said is instruction), None)
        if at is None:
            return
        due = self._left.pop(at)
        later = self._left[at] if at < len(self._left) else None
        if later is not None and isinstance(instruction, Insert) and self._frees(later[0], instruction):
            yield self._left.pop(at)
        yield due

    def _frees(self, later: Instruction, insert: Insert) -> bool:
        """Whether a renumbering moves what stands at a number that is added."""
        if not isinstance(later, Number) or not later.numbers:
            return False
        added = [Address((*insert.under.steps, *number.steps)) for number in insert.numbers]
        taken = [one for one in added if (found := find(self.text, one)) is not None and found.status != "deleted"]
        return any(target.names(one) for one in taken for target in later.targets)

    def _do(self, operation: Operation) -> None:
        named = replace(operation, id=f"mod_{len(self.operations) + 1}")
        outcome = apply_operation(self.text, named, "draft")
        if not outcome.effects:
            again = isinstance(named, Add) and any(
                isinstance(earlier, Add) and earlier.target.matches(named.target) for earlier in self.operations
            )
            why = f" A paragraph before it adds {named.target} too: one of them needs another number." if again else ""
            raise Undecided(outcome.findings[0].message + why)
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
                if not instruction.targets:
                    yield rewrite(instruction, where_it_stands(instruction.old, self.text), self.text, place)
            case Entitle(target=target, heading=heading):
                found = self._standing(target)
                seen = Seen.of(found.provision)
                printed = as_printed(heading, found.provision.heading)
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
        if instruction.part.narrows:
            words = instruction.words or words_of(brought)
            yield whole_part(instruction.part, words, found[0], place)
            return
        if not brought and instruction.words:
            raise Undecided("It can't be told where the new words end: put them in a paragraph of their own.")
        if not brought:
            raise Undecided("The new words are missing: they should follow it.")
        for standing in found:
            new, at = matching(standing, found, brought)
            if not new.body:
                raise Undecided(f"The new words of {standing.address} are its number and heading alone.")
            if is_abridged(new):
                yield from spelled_out(new, at, standing, place)
                continue
            seen = Seen.of(standing.provision)
            yield Substitute(id="", place=at, target=standing.address, new=new, seen=seen)

    def _remove(self, instruction: Remove, place: str) -> Iterator[Operation]:
        for target in instruction.targets:
            standing = self._standing(target)
            if instruction.part.narrows:
                yield whole_part(instruction.part, "", standing, place)
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
            check_marks(new, address)
            check_unabridged(new)
            brought.remove((new, at))
            yield Add(id="", place=at, target=self._place_for(address, instruction), new=new)
        if numbers:
            raise Undecided(f"The words of {numbers[0]} do not follow.", str(numbers[0]))

    def _place_for(self, number: Address, instruction: Insert) -> Address:
        """The address of a new provision: in what is said to hold it, beside its neighbour, or where words went."""
        if instruction.under.steps or len(number.steps) > 1:
            return parent_for(self.text, number, instruction.under)
        if instruction.here:
            return here(self.text, number, self.operations[-1].target)
        if instruction.beside.steps:
            return next_to(self.text, number, self._standing(instruction.beside))
        return parent_for(self.text, number, Address(()))

    def _extend(self, instruction: Extend, place: str, brought: Brought) -> Iterator[Operation]:
        standing = self._standing(instruction.target)
        if brought and all(new.num for new, _ in brought):
            for new, at in brought:
                if LEVELS.index(new.level) <= LEVELS.index(standing.provision.level):
                    raise Undecided(f"What follows is {new.num}, which is no part of {standing.address}.")
                check_marks(new, standing.address.under(new.step))
                check_unabridged(new)
                yield Add(id="", place=at, target=standing.address.under(new.step), new=new)
            brought.clear()
            return
        words = instruction.words or words_of(brought)
        if not instruction.placed and not (are_sentences(words) and not standing.provision.children):
            raise Undecided(f"It does not say where in {standing.address} the words stand.")
        if instruction.side == "after" and not instruction.apart and not instruction.part.narrows:
            check_may_follow(words, standing)
        if instruction.part.narrows:
            last = part_of(standing, instruction.part)
            if instruction.side == "after" and not instruction.apart:
                check_follows(words, last, standing)
        yield AddWords(
            id="",
            place=place,
            target=standing.address,
            spot=instruction.part,
            side=instruction.side,
            new=words,
            apart=instruction.apart,
            seen=Seen.of(standing.provision),
        )
