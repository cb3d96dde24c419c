"""The report of an audit, free of any format: a summary that a director reads, then every finding by instrument."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amendments.audit.accepted import Accepted
from corpus.dates import spoken
from corpus.finding import Severity

CALLED: dict[Severity, str] = {"error": "Error", "warning": "Warning", "note": "Note"}
MEANT = "An error says that the text may be wrong, a warning that a person must look; a note informs."


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A finding with its number in the report. ``where`` is its address, ``evidence`` in the pieces that it falls into.

    ``settled`` says, in place of the next step, that it was accepted and why, or which finding explains it. ``work`` is
    the work that it is of, among what was accepted in several.
    """

    number: int
    code: str
    severity: Severity
    where: str
    message: str
    evidence: tuple[str, ...]
    next_step: str
    settled: str = ""
    work: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """A thing to do first: what is wrong, what to do, and the numbers of the findings that it settles.

    ``work`` is the title of the one that it is about, where the report is of several.
    """

    severity: Severity
    work: str
    what: str
    explains: str
    do: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentFindings:
    """What was found of one instrument, or of the base and the record as a whole."""

    name: str
    title: str
    findings: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkFindings:
    """A work, how far its record reaches, and what was found of it; ``counts`` by severity, in words."""

    key: str
    title: str
    reach: str
    counts: str
    groups: tuple[InstrumentFindings, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """``facts`` have labels; ``works`` are those that something was found of; ``meanings`` are of the codes in it.

    ``further`` is a sentence about the findings that no thing to do is about, ``several`` whether it is of a book.
    """

    title: str
    kind: str
    dated: str
    facts: tuple[tuple[str, str], ...]
    counts: tuple[tuple[Severity, int], ...]
    todos: tuple[Todo, ...]
    further: str
    accepted: tuple[Numbered, ...]
    works: tuple[WorkFindings, ...]
    several: bool
    meanings: tuple[tuple[str, str], ...]


def accepted_told(accepted: Accepted) -> str:
    """``Accepted on March 3, 2026: The minute book was lost in the flood.``"""
    return f"Accepted on {spoken(date.fromisoformat(accepted.fact.recorded[:10]))}: {accepted.fact.reason}"
