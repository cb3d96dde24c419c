"""Operations on a whole provision, or on its heading alone."""

from __future__ import annotations

from dataclasses import replace

from amendments.operations import Add, Delete, Retitle, Substitute
from amendments.patch import faults
from amendments.patch.outcome import Outcome, effect, identified, orphaned, refused
from amendments.patch.renumber import renumbered
from corpus.address import Address, Level
from corpus.model import Provision, Text
from corpus.tree import find, inserted, replaced

_RESERVED = "[Reserved]"


def substitute(text: Text, operation: Substitute, instrument: str) -> Outcome:
    """The provision keeps its identity, and so do inner ones whose number it had before."""
    standing = find(text, operation.target)
    if standing is None or standing.status == "deleted":
        return refused(text, faults.missing_target(operation, standing, "Its words were not put in."))
    if not _bears(operation.new, operation.target):
        return refused(text, faults.number_mismatch(operation, operation.target))
    put = _levelled(operation.new, standing.level) if operation.new.num else _unnumbered(operation.new, standing)
    new = identified(_inherit(put, standing), operation.target, instrument, operation.id)
    return Outcome(
        replaced(text, operation.target, lambda _: new),
        (effect(operation, operation.target, standing, new),),
        faults.precondition_changed(operation, operation.seen, standing),
    )


def add(text: Text, operation: Add, instrument: str) -> Outcome:
    """A placeholder gives way to what is added at its number."""
    target, standing = operation.target, find(text, operation.target)
    if standing is not None and standing.status != "deleted":
        return refused(text, faults.occupied_target(operation, standing))
    if orphaned(text, target):
        return refused(text, faults.missing_target(operation, None, "It was not added."))
    if not _bears(operation.new, target):
        return refused(text, faults.number_mismatch(operation, target))
    level = target.steps[-1].level
    put = _levelled(operation.new, level) if operation.new.num else _numbered(operation.new, target, text)
    new = identified(put, target, instrument, operation.id)
    changed = inserted(text, target, new) if standing is None else replaced(text, target, lambda _: new)
    return Outcome(changed, (effect(operation, target, standing, new),))


def delete(text: Text, operation: Delete, instrument: str) -> Outcome:
    """The number stays as a placeholder."""
    standing = find(text, operation.target)
    if standing is None:
        return _delete_unrecorded(text, operation, instrument)
    if standing.status == "deleted":
        return refused(text, faults.missing_target(operation, standing, "It stays deleted."))
    gone = replace(standing, heading="", body=(), status="deleted")
    if operation.reserved:
        gone = replace(gone, body=(_RESERVED,), status="reserved")
    return Outcome(
        replaced(text, operation.target, lambda _: gone),
        (effect(operation, operation.target, standing, gone),),
        faults.heading_mismatch(operation, standing) + faults.precondition_changed(operation, operation.seen, standing),
    )


def retitle(text: Text, operation: Retitle) -> Outcome:
    """Only the heading is another one."""
    standing = find(text, operation.target)
    if standing is None or standing.status == "deleted":
        return refused(text, faults.missing_target(operation, standing, "It was given no other heading."))
    new = replace(standing, heading=operation.heading)
    return Outcome(
        replaced(text, operation.target, lambda _: new),
        (effect(operation, operation.target, standing, new, whole=False),),
        faults.precondition_changed(operation, operation.seen, standing),
    )


def _delete_unrecorded(text: Text, operation: Delete, instrument: str) -> Outcome:
    """A number that the record never had leaves the same placeholder, and a finding."""
    if orphaned(text, operation.target):
        return refused(text, faults.missing_target(operation, None, "Nothing was deleted."))
    bare = Provision(level=operation.target.steps[-1].level, num=operation.num, status="deleted")
    gone = identified(bare, operation.target, instrument, operation.id)
    return Outcome(
        inserted(text, operation.target, gone),
        (effect(operation, operation.target, None, gone),),
        (faults.missing_target(operation, None, "A placeholder stands at the number."),),
    )


def _bears(new: Provision, target: Address) -> bool:
    """Whether new words have the number of their target, or none of their own."""
    return not new.num or new.bears(target.steps[-1]) or target.steps[-1].number.partition("-")[0] == new.step.number


def _levelled(new: Provision, level: Level) -> Provision:
    """A bare number says no level: what it opens has that of what it takes the place of."""
    return replace(new, level=level) if new.num[:1].isdigit() else new


def _unnumbered(new: Provision, standing: Provision) -> Provision:
    """New words that come without a number, under the number and heading that stand."""
    return replace(new, level=standing.level, num=standing.num, heading=new.heading or standing.heading)


def _numbered(new: Provision, target: Address, text: Text) -> Provision:
    """New words that come without a number, under the target's, printed as the number of a sibling is."""
    step = target.steps[-1]
    above = find(text, target.parent) if len(target.steps) > 1 else None
    siblings = above.children if above is not None else text.provisions
    alike = next((one.num for one in siblings if one.level == step.level and one.step.number), "")
    num = renumbered(alike, step.number) if alike else f"{step}"
    return replace(new, level=step.level, num=num)


def _inherit(new: Provision, old: Provision) -> Provision:
    known = {inner.step: inner for inner in reversed(old.children)}
    body = tuple(
        _inherit(part, known.pop(part.step)) if isinstance(part, Provision) and part.step in known else part
        for part in new.body
    )
    return replace(new, body=body, wid=old.wid)
