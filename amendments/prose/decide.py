"""Deciding: hold what an instrument says against the text in force just before it, and make operations of it.

Each instruction meets the text as those before it left it. What can't be decided in one way only is not decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from amendments.operations import Add, Delete, Operation, Retitle, Seen, Spot, Substitute
from amendments.patch.apply import apply_operation
from amendments.prose.abridged import is_abridged, spelled_out
from amendments.prose.brought import (
    Brought,
    as_printed,
    check_heading,
    check_marks,
    check_unabridged,
    heading_to_give,
    matching,
    words_of,
)
from amendments.prose.clauses import Clause
from amendments.prose.earlier import check_number, check_part, check_times
from amendments.prose.extending import extend
from amendments.prose.find import Undecided, here, next_to, parent_for, resolve
from amendments.prose.instructions import (
    Entitle,
    Extend,
    Insert,
    Instruction,
    LeadIn,
    Named,
    Number,
    Remove,
    Replace,
    RestateAll,
    Rewrite,
)
from amendments.prose.numbering import accordingly, closes_gap, frees, gap_for, in_order, make_room, makes_room, moved
from amendments.prose.rewriting import rewrite, where_it_stands, whole_part
from amendments.prose.scanner import Unread
from corpus.address import Address
from corpus.model import Place, Text

_RESTATED = "A restatement is read as a document of its own: give the restated bylaws alone, without this sentence."


def decide(clauses: Sequence[Clause], before: Text) -> tuple[tuple[Operation, ...], tuple[Unread, ...]]:
    """The operations in the order of the instructions, and what could not be read or decided."""
    decider = _Decider(before, clauses)
    for clause in clauses:
        decider.clause(clause)
    return tuple(decider.operations), tuple(decider.unread)


class _Decider:
    def __init__(self, before: Text, clauses: Sequence[Clause]) -> None:
        self.text = self._before = before
        self._renumbered: set[Address] = set()
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
        if not closes_gap(clause.instructions):
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
        if later is not None and isinstance(instruction, Insert):
            if frees(later[0], instruction, self.text):
                yield self._left.pop(at)
            elif makes_room(later[0], instruction):
                yield gap_for(instruction, later[0]), self._left.pop(at)[1]
        yield due

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
                yield from self._insert(instruction, place, brought)
            case Extend():
                yield from extend(instruction, self._part(instruction.part, instruction.target), place, brought)
            case Rewrite():
                yield from self._rewrite(instruction, place)
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
            case Named():
                self._named(instruction)
            case LeadIn():
                pass
            case _:
                assert_never(instruction)

    def _standing(self, target: Address) -> Place:
        if target not in self._renumbered:
            check_number(target, self._before, self.text, self.operations)
        return resolve(self.text, target)

    def _part(self, part: Spot, target: Address) -> Place:
        """The provision of which a part is meant, if the part is the same as before the instrument."""
        standing = self._standing(target)
        check_part(part, standing, self._before, self.operations)
        return standing

    def _named(self, said: Named) -> None:
        if said.renumbered:
            self._renumbered.update(said.targets)
        for target in said.targets if said.heading else ():
            check_heading(said.heading, self._standing(target))

    def _rewrite(self, said: Rewrite, place: str) -> Iterator[Operation]:
        found = [self._part(said.part, target) if target.steps else None for target in said.targets]
        for standing in found or [where_it_stands(said.old, self.text)]:
            made = rewrite(said, standing, self.text, place)
            if said.which != "last":
                check_times(made.spot.words, made.spot, standing, self._before, self.operations)
            yield made

    def _replace(self, instruction: Replace, place: str, brought: Brought) -> Iterator[Operation]:
        found = [self._part(instruction.part, target) for target in instruction.targets]
        if instruction.part.narrows:
            words = instruction.words or words_of(brought, found[0].address)
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
            standing = self._part(instruction.part, target)
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

    def _insert(self, instruction: Insert, place: str, brought: Brought) -> Iterator[Operation]:
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
            heading = heading_to_give(new, instruction.heading, address)
            target = self._place_for(address, instruction)
            yield Add(id="", place=at, target=target, new=new)
            if heading:
                seen = Seen.of(self._standing(target).provision)
                yield Retitle(id="", place=place, target=target, heading=heading, seen=seen)
        if numbers:
            raise Undecided(f"The words of {numbers[0]} do not follow.", str(numbers[0]))

    def _place_for(self, number: Address, instruction: Insert) -> Address:
        """The address of a new provision: in what is said to hold it, beside its neighbour, or where words went."""
        for holder in (instruction.under, Address(number.steps[:-1])):
            if holder.steps:
                self._standing(holder)
        if instruction.under.steps or len(number.steps) > 1:
            return parent_for(self.text, number, instruction.under)
        if instruction.here:
            return here(self.text, number, self.operations[-1].target)
        if instruction.beside.steps:
            return next_to(self.text, number, self._standing(instruction.beside))
        return parent_for(self.text, number, Address(()))
