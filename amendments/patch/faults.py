"""What the patch reports: findings about an operation and the provision that it met."""

from __future__ import annotations

from amendments.describe import describe, target_of
from amendments.operations import Add, Delete, Operation, Renumber, Restate, Seen, Substitute, kind_of
from corpus.address import Address
from corpus.digest import digest_provision
from corpus.finding import Finding, Severity
from corpus.model import Provision


def missing_target(
    operation: Operation, standing: Provision | None, result: str, address: Address | None = None
) -> Finding:
    """The target isn't there, or only as a placeholder. ``result`` says what became of the operation."""
    target = address or operation.target
    if isinstance(operation, Add) or (isinstance(operation, Renumber) and target not in _sources(operation)):
        lacks = f"has no {target.parent} to hold it"
    else:
        lacks = "has no such number" if standing is None else "has it deleted already"
    return make_finding(
        "missing-target",
        "error",
        operation,
        f"The instrument would {_verb(operation)} {target}, but the text in force just before {lacks}. {result}",
        f"The instrument names '{stated(operation)}'.",
        "Look for an amendment that is missing from the record.",
        target,
    )


def occupied_target(operation: Add | Renumber, standing: Provision, address: Address | None = None) -> Finding:
    """An addition or a renumbering meets a number that is taken."""
    adds = isinstance(operation, Add)
    target = address or operation.target
    return make_finding(
        "occupied-target",
        "error",
        operation,
        f"The instrument would {'add' if adds else 'renumber a provision to'} {target}, but that number is taken. "
        f"{'It was not added.' if adds else 'Nothing was renumbered.'}",
        f"The instrument {'adds' if adds else 'says'} '{stated(operation)}'; {_standing(standing)}.",
        "Look for a renumbering that is missing from the record.",
        target,
    )


def number_mismatch(operation: Operation, address: Address) -> Finding:
    """The new words bear another number than the provision that they are for, or a number of another kind."""
    result = "Nothing was renumbered." if isinstance(operation, Renumber) else "They were not put in."
    what = (
        "A provision would become another kind"
        if isinstance(operation, Renumber)
        else "The new words bear another number"
    )
    return make_finding(
        "number-mismatch",
        "error",
        operation,
        f"{what} than {address} has. {result}",
        f"The instrument says '{stated(operation)}'.",
        "Check the number in the instrument; a section stays a section, and an item an item.",
        address,
    )


def renumbered_twice(operation: Renumber, address: Address) -> Finding:
    """One renumbering names a provision twice, or one and what it stands in."""
    return make_finding(
        "number-mismatch",
        "error",
        operation,
        f"{address} would be renumbered twice at once. Nothing was renumbered.",
        f"The instrument says '{stated(operation)}'.",
        "Record the renumberings one after the other.",
        address,
    )


def ambiguous_target(operation: Operation, address: Address, count: int) -> Finding:
    """More than one provision stands at the address."""
    return make_finding(
        "ambiguous-target",
        "error",
        operation,
        f"The instrument names {address}, and {count} provisions of that number stand there. Nothing was changed.",
        f"The instrument says '{stated(operation)}'.",
        f"Find out which is meant: {address}-1 is the first, {address}-2 the second.",
        address,
    )


def heading_mismatch(operation: Delete, standing: Provision) -> tuple[Finding, ...]:
    """The instrument deletes a provision under a heading that isn't the one at that number."""
    if not operation.heading or _folded(operation.heading) == _folded(standing.heading):
        return ()
    return (
        make_finding(
            "heading-mismatch",
            "error",
            operation,
            f"{operation.target} was deleted under a heading that the record does not have at that number.",
            f"The instrument deletes '{stated(operation)}'; {_standing(standing)}.",
            "Look for an amendment that renumbered or replaced it before this one.",
        ),
    )


def precondition_changed(
    operation: Operation, seen: Seen | None, standing: Provision, address: Address | None = None
) -> tuple[Finding, ...]:
    """The replay meets other words than the editor of the operation saw.

    Not where the instrument names the heading that it meets and its editor saw another: it fits now, and did not then.
    """
    if seen is not None and seen.digest == digest_provision(standing):
        return ()
    if _names(operation, standing.heading) and (seen is None or not _names(operation, seen.heading)):
        return ()
    if seen is None:
        evidence = f"The editor saw nothing at that number; {_standing(standing)}."
    elif seen.heading == standing.heading:
        evidence = f"The heading was '{seen.heading}' as it is now; the words below it were others."
    else:
        evidence = f"The editor saw the heading '{seen.heading}'; {_standing(standing)}."
    return (precondition(operation, evidence, address),)


def _names(operation: Operation, heading: str) -> bool:
    """Whether an operation on a whole provision gives it that heading."""
    match operation:
        case Substitute(new=new):
            named = new.heading
        case Delete(heading=named):
            pass
        case _:
            return False
    return bool(named) and _folded(named) == _folded(heading)


def restated_another(operation: Restate) -> Finding:
    """The text that was restated is not the one that its editor saw."""
    return precondition(operation, "The text that was restated had other words, or other provisions, than it has now.")


def precondition(operation: Operation, evidence: str, address: Address | None = None) -> Finding:
    target = target_of(address or operation.target)
    return make_finding(
        "precondition-changed",
        "warning",
        operation,
        f"{target[:1].upper()}{target[1:]} was not as it stood when the amendment was recorded.",
        evidence,
        "Compare the amendment with the text just before it: another may have been recorded or withdrawn since.",
        address,
    )


def make_finding(
    code: str,
    severity: Severity,
    operation: Operation,
    message: str,
    evidence: str,
    next_step: str,
    address: Address | None = None,
) -> Finding:
    """A finding at the operation's target, or at one of its addresses."""
    target = address or operation.target
    return Finding(
        code=code,
        severity=severity,
        message=message,
        evidence=evidence,
        next_step=next_step,
        id=target.eid,
        address=str(target),
    )


def stated(operation: Operation) -> str:
    """The number and heading by which the instrument names its target, or what it says it does."""
    match operation:
        case Substitute(new=new) | Add(new=new):
            return f"{new.num} {new.heading}".strip()
        case Delete(num=num, heading=heading):
            return f"{num} {heading}".strip()
        case _:
            return describe(operation)


def _verb(operation: Operation) -> str:
    """``substitute``, ``add``, ``change the words of``."""
    kind = kind_of(operation)
    return "change the words of" if kind.endswith("-words") else kind


def _sources(operation: Renumber) -> tuple[Address, ...]:
    return tuple(move.target for move in operation.moves)


def _standing(provision: Provision) -> str:
    words = f"{provision.num} {provision.heading}".strip()
    return f"the text in force just before has '{words}'"


def _folded(heading: str) -> str:
    return " ".join(heading.split()).rstrip(".").casefold()
