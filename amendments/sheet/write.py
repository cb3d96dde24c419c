"""Operations as a sheet writes them: one a paragraph, new text set in under it."""

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
    kind_of,
)
from amendments.sheet.provisions import INDENT, WIDTH, write_provision
from amendments.sheet.quotations import write_quoted, write_spot
from corpus.address import Address

WHOLE = "the whole text"


def write_operation(operation: Operation) -> list[str]:
    """The lines of one operation."""
    kind, where = kind_of(operation), address_of(operation.target)
    match operation:
        case Substitute(new=new) | Add(new=new):
            return [f"- {kind} {where}", *write_provision(new, operation.target.steps[-1])]
        case Delete(heading=heading, reserved=reserved):
            said = f"{where}  {write_quoted(heading)}" if heading else where
            return _wrapped(f"{kind} {said}{' (reserved)' if reserved else ''}")
        case SubstituteWords(spot=spot, new=new):
            return _wrapped(f"{kind} {where}  {write_spot(spot)} -> {write_quoted(new)}")
        case AddWords(spot=spot, side=side, new=new, apart=apart):
            edge = "at the beginning" if side == "before" else "at the end"
            beside = f"{side} {write_spot(spot)}" if spot.words or spot.narrows else edge
            return _wrapped(f"{kind} {where}  {write_quoted(new)} {beside}{', as a paragraph' if apart else ''}")
        case DeleteWords(spot=spot):
            return _wrapped(f"{kind} {where}  strike {write_spot(spot)}")
        case Retitle(heading=heading, seen=seen):
            before = f"{write_quoted(seen.heading)} " if seen.heading else ""
            return _wrapped(f"{kind} {where}  {before}-> {write_quoted(heading)}")
        case Renumber(moves=moves):
            told = [f"{address_of(move.target)} -> {address_of(move.to)}" for move in moves]
            if len(told) == 1:
                return [f"- {kind} {told[0]}"]
            return [f"- {kind}", *(" " * INDENT + one for one in told)]
        case Restate():
            return [f"- {kind} {where}", "# Its words are those of the document, which can't be changed here."]
        case _:
            assert_never(operation)


def address_of(address: Address) -> str:
    """The address as it is said; that of the whole text has words of its own."""
    return str(address) or WHOLE


def _wrapped(said: str) -> list[str]:
    """The lines of an operation that is one sentence, set in from the second on; two spaces in it stay."""
    lines: list[str] = []
    for word in f"- {said}".split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= WIDTH:
            lines[-1] += f" {word}"
        elif word:
            lines.append(f"{' ' * INDENT if lines else ''}{word}")
    return [line.rstrip() for line in lines]
