"""The patch: apply one operation to a text.

Applying returns a new text and leaves the one given untouched. What can't be applied leaves the text exactly
as it was and is reported as a finding; so is what is applied against the editor's expectation.
"""

from __future__ import annotations

from typing import assert_never

from amendments.operations import (
    Add,
    AddWords,
    Delete,
    DeleteWords,
    Operation,
    Renumber,
    Restate,
    Retitle,
    Substitute,
    SubstituteWords,
)
from amendments.patch import faults
from amendments.patch.outcome import Outcome, refused
from amendments.patch.provisions import add, delete, retitle, substitute
from amendments.patch.renumber import renumber
from amendments.patch.restate import restate
from corpus.address import Address
from corpus.model import Text
from corpus.tree import alike


def apply_operation(text: Text, operation: Operation, instrument: str) -> Outcome:
    """``instrument`` is the id that the identities of new provisions begin with."""
    for address in _named(operation):
        if (count := alike(text, address)) > 1:
            return refused(text, faults.ambiguous_target(operation, address, count))
    match operation:
        case Substitute():
            return substitute(text, operation, instrument)
        case Add():
            return add(text, operation, instrument)
        case Delete():
            return delete(text, operation, instrument)
        case SubstituteWords() | AddWords() | DeleteWords():
            from amendments.patch.words import change_words  # few records need it, and it takes a while to load

            return change_words(text, operation)
        case Retitle():
            return retitle(text, operation)
        case Renumber():
            return renumber(text, operation)
        case Restate():
            return restate(text, operation, instrument)
        case _:
            assert_never(operation)


def _named(operation: Operation) -> tuple[Address, ...]:
    """The provisions that an operation is about; none for the whole text."""
    if isinstance(operation, Renumber):
        return tuple(move.target for move in operation.moves)
    return (operation.target,) if operation.target.steps else ()
