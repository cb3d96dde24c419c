"""The patch: apply one operation to a text.

Applying returns a new text and leaves the one given untouched. What can't be applied leaves the text exactly
as it was and is reported as a finding; so is what is applied against the editor's expectation.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, assert_never

from amendments import faults
from amendments.operations import Add, Delete, Operation, Substitute
from corpus.address import Address
from corpus.finding import Finding
from corpus.model import Provision, Text, identify
from corpus.tree import find, inserted, replaced

Kind = Literal["substitute", "add", "delete"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What an operation did to one provision. ``before`` is None where nothing stood there.

    ``covers`` holds the identity of the provision and of those inside it whose words the operation brought.
    """

    kind: Kind
    operation: str
    wid: str
    address: Address
    before: Provision | None
    after: Provision
    covers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The text after an operation, what the operation did, and what is to be reported of it."""

    text: Text
    effect: Effect | None
    findings: tuple[Finding, ...] = ()


def apply_operation(text: Text, operation: Operation, instrument: str) -> Outcome:
    """``instrument`` is the id that the identities of new provisions begin with."""
    standing = find(text, operation.target)
    match operation:
        case Substitute():
            return _substitute(text, operation, standing, instrument)
        case Add():
            return _add(text, operation, standing, instrument)
        case Delete():
            return _delete(text, operation, standing, instrument)
        case _:
            assert_never(operation)


def _substitute(text: Text, operation: Substitute, standing: Provision | None, instrument: str) -> Outcome:
    if standing is None or standing.status == "deleted":
        return _refused(text, faults.missing_target(operation, standing, "Its words were not put in."))
    new = _identified(operation.new, standing, operation.target, instrument)
    return Outcome(
        replaced(text, operation.target, lambda _: new),
        _effect("substitute", operation, standing, new),
        faults.precondition_changed(operation, operation.seen, standing),
    )


def _add(text: Text, operation: Add, standing: Provision | None, instrument: str) -> Outcome:
    if standing is not None and standing.status != "deleted":
        return _refused(text, faults.occupied_target(operation, standing))
    if _orphaned(text, operation.target):
        return _refused(text, faults.missing_target(operation, None, "It was not added."))
    new = _identified(operation.new, None, operation.target, instrument)
    changed = (
        inserted(text, operation.target, new) if standing is None else replaced(text, operation.target, lambda _: new)
    )
    return Outcome(changed, _effect("add", operation, standing, new))


def _delete(text: Text, operation: Delete, standing: Provision | None, instrument: str) -> Outcome:
    if standing is None:
        return _delete_unrecorded(text, operation, instrument)
    if standing.status == "deleted":
        return _refused(text, faults.missing_target(operation, standing, "It stays deleted."))
    gone = replace(standing, heading="", body=(), status="deleted")
    return Outcome(
        replaced(text, operation.target, lambda _: gone),
        _effect("delete", operation, standing, gone),
        faults.heading_mismatch(operation, standing) + faults.precondition_changed(operation, operation.seen, standing),
    )


def _delete_unrecorded(text: Text, operation: Delete, instrument: str) -> Outcome:
    """A number that the record never had leaves the same placeholder, and a finding."""
    if _orphaned(text, operation.target):
        return _refused(text, faults.missing_target(operation, None, "Nothing was deleted."))
    bare = Provision(level=operation.target.steps[-1].level, num=operation.num, status="deleted")
    gone = _identified(bare, None, operation.target, instrument)
    return Outcome(
        inserted(text, operation.target, gone),
        _effect("delete", operation, None, gone),
        (faults.missing_target(operation, None, "A placeholder stands at the number."),),
    )


def _refused(text: Text, finding: Finding) -> Outcome:
    return Outcome(text, None, (finding,))


def _orphaned(text: Text, target: Address) -> bool:
    if len(target.steps) == 1:
        return False
    parent = find(text, target.parent)
    return parent is None or parent.status == "deleted"


def _identified(new: Provision, standing: Provision | None, target: Address, instrument: str) -> Provision:
    """The new words under the standing provision's identity; inner numbers that it had keep theirs too."""
    if standing is not None:
        new = _inherit(new, standing)
    above = f"{target.parent.eid}__" if len(target.steps) > 1 else ""
    return identify((new,), f"{instrument}__", above)[0]


def _inherit(new: Provision, old: Provision) -> Provision:
    known = {inner.step: inner for inner in reversed(old.children)}
    body = tuple(
        _inherit(part, known.pop(part.step)) if isinstance(part, Provision) and part.step in known else part
        for part in new.body
    )
    return replace(new, body=body, wid=old.wid)


def _effect(kind: Kind, operation: Operation, before: Provision | None, after: Provision) -> Effect:
    return Effect(
        kind=kind,
        operation=operation.id,
        wid=after.wid,
        address=operation.target,
        before=before,
        after=after,
        covers=frozenset(_identities(after)),
    )


def _identities(provision: Provision) -> list[str]:
    return [provision.wid, *(wid for child in provision.children for wid in _identities(child))]
