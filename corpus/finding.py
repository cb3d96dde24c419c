"""A finding: one thing that is wrong, or that a person must look at, in a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""From the gravest: the text may be wrong, a person must look, for information."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A code in words, where it was seen, the evidence for it and what to do next.

    ``instrument`` is the id of an instrument or empty; ``id`` is the eId of the provision and ``address``
    how people name it, both empty where the finding is about the whole work.
    """

    code: str
    severity: Severity
    message: str
    evidence: str
    next_step: str
    work: str = ""
    instrument: str = ""
    id: str = ""
    address: str = ""
