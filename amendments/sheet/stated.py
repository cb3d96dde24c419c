"""What a sheet states: operations as they are written there, each with its line, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from amendments.operations import (
    Add,
    AddWords,
    Delete,
    DeleteWords,
    Kind,
    Move,
    Operation,
    Renumber,
    Restate,
    Retitle,
    Seen,
    Spot,
    Substitute,
    SubstituteWords,
)
from corpus.model import Provision, Text

UNSEEN = Seen(heading="", digest="")
"""What an operation that is only written has seen."""

FORMS: dict[Kind, str] = {
    "substitute": "substitute ADDRESS, the new text set in under it",
    "add": "add ADDRESS, the new text set in under it",
    "delete": "delete ADDRESS, or: delete ADDRESS (reserved)",
    "substitute-words": 'substitute-words ADDRESS "old words" -> "new words", or: the second sentence -> "new words"',
    "add-words": 'add-words ADDRESS "new" after "old words", or: before "old words", at the beginning, at the end',
    "delete-words": 'delete-words ADDRESS strike "old words", or: strike the last sentence',
    "retitle": 'retitle ADDRESS "Old heading." -> "New heading."',
    "renumber": "renumber ADDRESS -> ADDRESS, further ones set in under it",
    "restate": "restate the whole text, where the document is a restatement",
}
"""How each kind of operation is written."""


@dataclass(frozen=True, slots=True)
class Stated:
    """An operation as a sheet has it, and the line that it begins on, from 1. It has no id, no place, and saw nothing.

    The words of a restatement stand in its document and not in the sheet; its ``new`` is empty.
    """

    operation: Operation
    line: int


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a line of a sheet, and what to do about it."""

    line: int
    why: str


def bare(operation: Operation) -> Operation:
    """The operation as it can be read back from a sheet.

    Of what its editor saw that is the old heading of a retitling and the number of places of "each". Whether a new text
    is reserved follows from its words.
    """
    match operation:
        case Substitute(new=new):
            return replace(operation, id="", place="", new=_words_of(new), seen=UNSEEN)
        case Add(new=new):
            return replace(operation, id="", place="", new=_words_of(new))
        case Delete():
            return replace(operation, id="", place="", num="", seen=UNSEEN)
        case SubstituteWords() | AddWords() | DeleteWords():
            return replace(operation, id="", place="", spot=_spot(operation.spot), seen=UNSEEN)
        case Retitle(seen=seen):
            return replace(operation, id="", place="", seen=replace(seen, digest=""))
        case Renumber(moves=moves):
            unseen = tuple(Move(target=move.target, to=move.to, seen=UNSEEN) for move in moves)
            return replace(operation, id="", place="", moves=unseen)
        case Restate():
            return replace(operation, id="", place="", new=Text(), seen="")
        case _:
            assert_never(operation)


def _words_of(new: Provision) -> Provision:
    body = tuple(part if isinstance(part, str) else _words_of(part) for part in new.body)
    return replace(new, status="in-force", body=body)


def _spot(spot: Spot) -> Spot:
    return replace(spot, which=spot.which if spot.words else "only", count=spot.count if spot.which == "each" else 1)
