"""What the patch reports: findings about an operation and the provision that it met."""

from __future__ import annotations

from typing import assert_never

from amendments.operations import Add, Delete, Operation, Seen, Substitute
from corpus.digest import digest_provision
from corpus.finding import Finding, Severity
from corpus.model import Provision


def missing_target(operation: Operation, standing: Provision | None, result: str) -> Finding:
    """The target isn't there, or only as a placeholder. ``result`` says what became of the operation."""
    verb, stated = _stated(operation)
    if isinstance(operation, Add):
        lacks = f"has no {operation.target.parent} to hold it"
    else:
        lacks = "has no such number" if standing is None else "has it deleted already"
    return _finding(
        "missing-target",
        "error",
        operation,
        f"The instrument would {verb} {operation.target}, but the text in force just before {lacks}. {result}",
        f"The instrument names '{stated}'.",
        "Look for an amendment that is missing from the record.",
    )


def occupied_target(operation: Add, standing: Provision) -> Finding:
    """An addition meets a number that is taken."""
    return _finding(
        "occupied-target",
        "error",
        operation,
        f"The instrument would add {operation.target}, but that number is taken. It was not added.",
        f"The instrument adds '{_stated(operation)[1]}'; {_standing(standing)}.",
        "Look for a renumbering that is missing from the record.",
    )


def heading_mismatch(operation: Delete, standing: Provision) -> tuple[Finding, ...]:
    """The instrument deletes a provision under a heading that isn't the one at that number."""
    if not operation.heading or _folded(operation.heading) == _folded(standing.heading):
        return ()
    return (
        _finding(
            "heading-mismatch",
            "error",
            operation,
            f"{operation.target} was deleted under a heading that the record does not have at that number.",
            f"The instrument deletes '{_stated(operation)[1]}'; {_standing(standing)}.",
            "Look for an amendment that renumbered or replaced it before this one.",
        ),
    )


def precondition_changed(operation: Operation, seen: Seen | None, standing: Provision) -> tuple[Finding, ...]:
    """The replay meets other words than the editor of the operation saw."""
    if seen is not None and seen.digest == digest_provision(standing):
        return ()
    if seen is None:
        evidence = f"The editor saw nothing at that number; {_standing(standing)}."
    elif seen.heading == standing.heading:
        evidence = f"The heading was '{seen.heading}' as it is now; the words below it were others."
    else:
        evidence = f"The editor saw the heading '{seen.heading}'; {_standing(standing)}."
    return (
        _finding(
            "precondition-changed",
            "warning",
            operation,
            f"{operation.target} was not as it stood when the amendment was recorded.",
            evidence,
            "Compare the amendment with the text just before it: another may have been recorded or withdrawn since.",
        ),
    )


def _stated(operation: Operation) -> tuple[str, str]:
    """The verb, and the number and heading by which the instrument names its target."""
    match operation:
        case Substitute():
            return "substitute", f"{operation.new.num} {operation.new.heading}".strip()
        case Add():
            return "add", f"{operation.new.num} {operation.new.heading}".strip()
        case Delete():
            return "delete", f"{operation.num} {operation.heading}".strip()
        case _:
            assert_never(operation)


def _standing(provision: Provision) -> str:
    words = f"{provision.num} {provision.heading}".strip()
    return f"the text in force just before has '{words}'"


def _finding(
    code: str, severity: Severity, operation: Operation, message: str, evidence: str, next_step: str
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        message=message,
        evidence=evidence,
        next_step=next_step,
        id=operation.target.eid,
        address=str(operation.target),
    )


def _folded(heading: str) -> str:
    return " ".join(heading.split()).rstrip(".").casefold()
