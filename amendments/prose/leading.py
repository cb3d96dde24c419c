"""Lead-ins over several changes: "Article II is amended as follows:", and the numbered paragraphs below it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import assert_never

from amendments.prose.grammar import read_below, read_sentences
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
from amendments.prose.phrases import MARK
from amendments.prose.scanner import Unread
from corpus.address import LEVELS, Address

_MARK = re.compile(MARK.replace(" ", r"\s"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """The provision that paragraphs below speak of, and how they are numbered: "a." of "b.", "(1)" of "(2)"."""

    target: Address
    marks: str


def led_by(said: tuple[Instruction, ...] | Unread, lead_in: str, below: str) -> Lead | None:
    """The lead that a clause is for the paragraph below it, where that instructs; None where it brings new words."""
    if isinstance(said, Unread) or not said:
        return None
    last = said[-1]
    if not isinstance(last, Replace) or not last.listed or last.words or len(last.targets) != 1:
        return None
    lead = Lead(target=last.targets[0], marks=_marks(below))
    if lead.marks and lead.marks == _marks(lead_in):
        return None
    return lead if _instructs(below, lead) else None


def governs(lead: Lead, paragraph: str) -> bool:
    """Whether a paragraph is one of those below the lead-in: numbered as the first of them is."""
    return _marks(paragraph) == lead.marks


def changes_below(paragraph: str, lead: Lead) -> tuple[Instruction, ...]:
    """What a paragraph says to do with the provision of the lead itself; none where it names another inside it."""
    return read_below(paragraph, (lead.target,))


def completed(said: tuple[Instruction, ...] | Unread, lead: Lead, paragraph: str) -> tuple[Instruction, ...] | Unread:
    """Instructions with the addresses that they leave unsaid; the error where they name what the lead does not hold."""
    if isinstance(said, Unread):
        return said
    made = [_under(one, lead.target) for one in said]
    if None in made:
        why = f"It names a provision that {lead.target} does not hold, of which the changes here are said."
        return Unread(paragraph, 0, why)
    return tuple(one for one in made if one is not None)


def _instructs(paragraph: str, lead: Lead) -> bool:
    if changes_below(paragraph, lead):
        return True
    said = read_sentences(paragraph)
    return not isinstance(said, Unread) and bool(said) and not isinstance(completed(said, lead, paragraph), Unread)


def _marks(paragraph: str) -> str:
    """The kind of the number that a paragraph begins with, empty where it has none."""
    found = _MARK.match(paragraph)
    if found is None:
        return ""
    bare = found.group().strip("().")
    kind = "1" if bare.isdigit() else "A" if bare.isupper() else "a"
    return found.group().replace(bare, kind)


def _under(said: Instruction, above: Address) -> Instruction | None:
    """An instruction with its addresses completed; None where one can't stand in ``above``."""
    match said:
        case Replace(targets=named) | Remove(targets=named) | Rewrite(targets=named) | Named(targets=named):
            full = [_full(one, above) for one in named]
            targets = tuple(one for one in full if one is not None)
            return replace(said, targets=targets) if targets and len(targets) == len(full) else None
        case Insert():
            return _insert_under(said, above)
        case Extend(target=target) | Entitle(target=target):
            whole = _full(target, above)
            return replace(said, target=whole) if whole else None
        case Number(targets=named, numbers=numbers):
            moved = [(_full(one, above), _full(to, above)) for one, to in zip(named, numbers, strict=False)]
            if not named:
                return said if said.under.steps else replace(said, under=above)
            if any(one is None or to is None for one, to in moved) or len(moved) != len(numbers):
                return None
            return replace(
                said,
                targets=tuple(one for one, _ in moved if one),
                numbers=tuple(to for _, to in moved if to),
            )
        case LeadIn() | RestateAll():
            return said if isinstance(said, LeadIn) else None
        case _:
            assert_never(said)


def _insert_under(said: Insert, above: Address) -> Insert | None:
    """What is added stands in the lead's provision, or in one inside it that is said to hold it."""
    under = _full(said.under, above) if said.under.steps else above
    beside = _full(said.beside, above) if said.beside.steps else said.beside
    numbers = [number for number in said.numbers if len(number.steps) > 1 or _rank(number) <= _rank(above)]
    if under is None or beside is None or numbers:
        return None
    if said.beside.steps and not said.under.steps and len(beside.steps) > len(above.steps) + 1:
        under = beside.parent
    return replace(said, under=under, beside=beside)


def _full(named: Address, above: Address) -> Address | None:
    """An address said inside another; None where it names none, or one that the other does not hold."""
    if not named.steps:
        return None
    if above.steps[0] in named.steps or any(step.matches(above.steps[0]) for step in named.steps):
        return named
    if LEVELS.index(named.steps[0].level) <= _rank(above):
        return None
    return Address((*above.steps, *named.steps))


def _rank(address: Address) -> int:
    return LEVELS.index(address.steps[-1].level)
