"""Renumbering: provisions take other numbers, all at once, and keep their identity."""

from __future__ import annotations

from dataclasses import replace

from amendments.operations import Move, Renumber
from amendments.patch import faults
from amendments.patch.outcome import Effect, Outcome, effect, orphaned, refused
from corpus.address import Address, bare_number
from corpus.finding import Finding
from corpus.model import Provision, Text
from corpus.tree import find, inserted, removed, replaced


def renumber(text: Text, operation: Renumber) -> Outcome:
    """A number that is left stays empty; a placeholder gives way to what takes its number."""
    standing: list[tuple[Move, Provision]] = []
    for number, move in enumerate(operation.moves):
        if any(_holds(move.target, other.target) for other in operation.moves[:number] + operation.moves[number + 1 :]):
            return refused(text, faults.renumbered_twice(operation, move.target))
        if not _alike(move):
            return refused(text, faults.number_mismatch(operation, move.to))
        found = find(text, move.target)
        if found is None or found.status == "deleted":
            return refused(text, faults.missing_target(operation, found, "Nothing was renumbered.", move.target))
        standing.append((move, found))
    changed = text
    for move, _ in standing:
        changed = removed(changed, move.target)
    effects: list[Effect] = []
    findings: list[Finding] = []
    for move, before in standing:
        taken = find(changed, move.to)
        if taken is not None and taken.status != "deleted":
            return refused(text, faults.occupied_target(operation, taken, move.to))
        if orphaned(changed, move.to):
            return refused(text, faults.missing_target(operation, None, "Nothing was renumbered.", move.to))
        after = replace(before, level=move.to.steps[-1].level, num=renumbered(before.num, move.to.steps[-1].number))
        changed = _standing_at(changed, move, after, taken)
        effects.append(effect(operation, move.target, before, after, whole=False, to=move.to))
        findings += faults.precondition_changed(operation, move.seen, before, move.target)
    return Outcome(changed, tuple(effects), tuple(findings))


def _holds(address: Address, other: Address) -> bool:
    """Whether an address is another one, or that of what the other stands in."""
    return other.steps[: len(address.steps)] == address.steps


def _alike(move: Move) -> bool:
    """Whether a provision stays what it is: an article, a section, or an item at the same depth of a list."""
    old, new = move.target.steps, move.to.steps
    named = ("article", "section")
    if old[-1].level in named or new[-1].level in named:
        return old[-1].level == new[-1].level
    return len(old) == len(new)


def renumbered(printed: str, number: str) -> str:
    """The printed number with another number in it.

    >>> renumbered("Section 13.", "12"), renumbered("ARTICLE IV", "III"), renumbered("(b)", "c")
    ('Section 12.', 'ARTICLE III', '(c)')
    """
    old = bare_number(printed)
    at = printed.rindex(old)
    return f"{printed[:at]}{number}{printed[at + len(old) :]}"


def _standing_at(text: Text, move: Move, new: Provision, placeholder: Provision | None) -> Text:
    return inserted(text, move.to, new) if placeholder is None else replaced(text, move.to, lambda _: new)
