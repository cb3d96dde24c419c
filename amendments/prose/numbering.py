"""Renumbering as it is said: one by one, or "the following sections are renumbered accordingly"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeGuard

from amendments.operations import Delete, Move, Renumber, Seen
from amendments.prose.find import Undecided
from amendments.prose.instructions import Insert, Instruction, Number
from corpus.address import Address, Step, roman_value
from corpus.model import Place, Provision, Text
from corpus.tree import find

_ITEMS = ("paragraph", "clause", "item")
"""What the items of a list are called, at whatever level they stand."""
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def moved(found: Sequence[Place], numbers: Sequence[Address], place: str) -> Renumber:
    """Each provision to the number that is said for it."""
    moves = (
        Move(target=one.address, to=_completed(number, one.address), seen=Seen.of(one.provision))
        for one, number in zip(found, numbers, strict=True)
    )
    return Renumber(id="", place=place, moves=tuple(moves))


def accordingly(said: Number, deleted: Sequence[Delete], text: Text, place: str) -> Renumber:
    """What follows provisions that were just deleted, one after another, closes the gap."""
    if not deleted:
        raise Undecided("It follows no deletion, so it can't be told how the numbers change.")
    _agrees(said, deleted[0].target)
    counted = [_counted(one.target.steps[-1]) for one in deleted]
    if len({one.target.parent for one in deleted}) > 1 or counted != list(range(counted[0], counted[0] + len(counted))):
        raise Undecided(
            "What was deleted before it does not stand together, so it can't be told how the numbers change."
        )
    return _shifted(text, deleted[-1].target, place, -len(deleted))


def in_order(instructions: Sequence[Instruction]) -> list[Instruction]:
    """What makes room for an addition comes before it, though it is said after."""
    ordered = list(instructions)
    for at in range(1, len(ordered)):
        one, two = ordered[at - 1], ordered[at]
        if isinstance(one, Insert) and makes_room(two, one):
            ordered[at - 1 : at + 1] = [gap_for(one, two), one]
    return ordered


def closes_gap(instructions: Sequence[Instruction]) -> bool:
    """Whether a paragraph only says that what remains is renumbered accordingly: to what is done just before it."""
    return len(instructions) == 1 and isinstance(instructions[0], Number) and not instructions[0].targets


def makes_room(said: Instruction, insert: Insert) -> TypeGuard[Number]:
    """Whether what is said right after an addition renumbers what follows accordingly."""
    return isinstance(said, Number) and not said.targets and len(insert.numbers) == 1


def frees(later: Instruction, insert: Insert, text: Text) -> bool:
    """Whether a renumbering moves what stands at a number that is added."""
    if not isinstance(later, Number) or not later.numbers:
        return False
    added = [Address((*insert.under.steps, *number.steps)) for number in insert.numbers]
    taken = [one for one in added if (found := find(text, one)) is not None and found.status != "deleted"]
    return any(target.names(one) for one in taken for target in later.targets)


def gap_for(insert: Insert, said: Number) -> Number:
    """What makes room for an addition: those from its number on take the number after their own."""
    return replace(said, targets=(Address((*insert.under.steps, *insert.numbers[0].steps)),))


def make_room(said: Number, target: Address, text: Text, place: str) -> list[Renumber]:
    """The renumbering that frees a number; none where it is free."""
    _agrees(said, target)
    standing = find(text, target)
    return [] if standing is None or standing.status == "deleted" else [_shifted(text, target, place, 1)]


def _agrees(said: Number, changed: Address) -> None:
    """What is to be renumbered must be of the level, and stand in the provision, of what was deleted or added."""
    level = changed.steps[-1].level
    item = said.level in _ITEMS and level not in ("article", "section")
    if not (item or said.level in ("", level)) or (said.under.steps and not said.under.names(changed.parent)):
        raise Undecided(f"It renumbers other provisions than those beside {changed}.")


def _shifted(text: Text, start: Address, place: str, by: int) -> Renumber:
    above = find(text, start.parent) if len(start.steps) > 1 else None
    siblings = above.children if above is not None else text.provisions
    first = _counted(start.steps[-1])
    moves: list[Move] = []
    for sibling in siblings:
        if sibling.level != start.steps[-1].level or sibling.status == "deleted":
            continue
        number = _counted(sibling.step)
        if number > first or (by > 0 and number == first):
            at = Address((*start.steps[:-1], sibling.step))
            to = Address((*start.steps[:-1], Step(sibling.level, _printed(sibling, number + by))))
            moves.append(Move(target=at, to=to, seen=Seen.of(sibling)))
    if not moves:
        raise Undecided(f"No provision follows {start} that could be renumbered.")
    return Renumber(id="", place=place, moves=tuple(moves))


def _counted(step: Step) -> int:
    """The place of a number in its row: 3 of "3", 2 of "3.02", 4 of "IV", 2 of "b"."""
    last = step.number.rpartition(".")[2]
    roman = roman_value(last) if step.level == "article" else None
    if last.isdigit():
        return int(last)
    if roman is not None:
        return roman
    if len(last) == 1 and last.isalpha():
        return ord(last.lower()) - ord("a") + 1
    raise Undecided(f"'{step.number}' is no number that can be counted on from.")


def _printed(sibling: Provision, number: int) -> str:
    """A number written as a sibling's is."""
    row, point, last = sibling.step.number.rpartition(".")
    if last.isdigit():
        return f"{row}{point}{number:0{len(last)}d}" if last.startswith("0") else f"{row}{point}{number}"
    if sibling.level == "article":
        return _roman(number)
    return chr(ord("A" if last.isupper() else "a") + number - 1)


def _roman(number: int) -> str:
    made = ""
    for value, sign in _ROMAN:
        made += sign * (number // value)
        number %= value
    return made


def _completed(number: Address, old: Address) -> Address:
    """A new number said without what holds it stands where the old one did."""
    last, new = old.steps[-1], number.steps[-1]
    row = last.number.rpartition(".")[0]
    if len(number.steps) == 1 and "." in row and new.number.rpartition(".")[0] == row:
        return old.parent.under(
            Step(last.level, new.number)
        )  # "Section 2.2.3" stands in Section 2.2, whatever its level
    missing = len(old.steps) - len(number.steps)
    return Address((*old.steps[:missing], *number.steps)) if missing > 0 else number
