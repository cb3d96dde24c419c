"""What applying an operation gives: the text after it, what it did to which provision, and what is to be reported."""

from __future__ import annotations

from dataclasses import dataclass

from amendments.operations import Kind, Operation, kind_of
from corpus.address import Address
from corpus.finding import Finding
from corpus.model import Provision, Text, identify
from corpus.tree import find


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What an operation did to one provision, or to the whole text: ``wid`` and ``address`` are then empty.

    ``address`` is where the provision stood, or was put. ``before`` is None where nothing stood there, and both are for
    the whole text. ``to`` is where it stands afterwards. ``took`` holds the identity of all that was inside it before;
    ``covers`` holds the identity of every provision whose words, number or heading the operation
    brought.
    """

    kind: Kind
    operation: str
    wid: str
    address: Address
    before: Provision | None
    after: Provision | None
    covers: frozenset[str]
    took: frozenset[str]
    to: Address


@dataclass(frozen=True, slots=True)
class Outcome:
    """The text after an operation, what the operation did, and what is to be reported of it.

    Without effects the text is the one given.
    """

    text: Text
    effects: tuple[Effect, ...]
    findings: tuple[Finding, ...] = ()


def refused(text: Text, finding: Finding) -> Outcome:
    return Outcome(text, (), (finding,))


def effect(
    operation: Operation,
    address: Address,
    before: Provision | None,
    after: Provision,
    *,
    whole: bool = True,
    to: Address | None = None,
) -> Effect:
    """``whole`` where the operation brought all that is inside the provision, not only its own words."""
    return Effect(
        kind=kind_of(operation),
        operation=operation.id,
        wid=after.wid,
        address=address,
        before=before,
        after=after,
        covers=frozenset(identities(after)) if whole else frozenset((after.wid,)),
        took=frozenset(identities(before)) if before and (whole or to) else frozenset(),
        to=to or address,
    )


def identities(provision: Provision) -> list[str]:
    """The identity of a provision and of all that is inside it."""
    return [provision.wid, *(wid for child in provision.children for wid in identities(child))]


def identified(new: Provision, target: Address, instrument: str, operation: str) -> Provision:
    """The provision with identities for whatever in it has none.

    They name the instrument and the operation, so that what one of them takes out and another puts back is new.
    """
    above = f"{target.parent.eid}__" if len(target.steps) > 1 else ""
    return identify((new,), f"{instrument}__{operation}__", above)[0]


def orphaned(text: Text, target: Address) -> bool:
    """Whether nothing stands that could hold a provision at the address."""
    if len(target.steps) == 1:
        return False
    parent = find(text, target.parent)
    return parent is None or parent.status == "deleted"
