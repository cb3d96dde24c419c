"""What an operation says it does, in a few words, for lists, previews and findings."""

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
    Spot,
    Substitute,
    SubstituteWords,
)
from corpus.address import Address
from corpus.ordinals import ordinal

_LONGEST = 60
"""Characters of a quotation in a list."""


def describe(operation: Operation) -> str:
    """``"ten (10)" → "fifteen (15)"``, ``President. → Chief Executive Officer.``, ``→ Section 12``."""
    match operation:
        case Substitute(new=new, seen=seen):
            kept = not new.num and not new.heading  # new words alone leave the heading as it is
            return seen.heading if kept or seen.heading == new.heading else f"{seen.heading} → {new.heading}"
        case Add(new=new):
            return new.heading
        case Delete(heading=heading, reserved=reserved):
            return heading if not reserved else f"{heading} (reserved)".strip()
        case SubstituteWords(spot=spot, new=new):
            return f"{_spot(spot)} → {quoted(new)}"
        case AddWords(spot=spot, new=new, side=side, apart=apart):
            return f"{quoted(new)} {_beside(spot, side, apart=apart)}"
        case DeleteWords(spot=spot):
            return f"strike {_spot(spot)}"
        case Retitle(heading=heading, seen=seen):
            return f"{seen.heading} → {heading}"
        case Renumber(moves=moves):
            return ", ".join(f"{move.target} → {move.to}" for move in moves)
        case Restate():
            return "the whole text"
        case _:
            assert_never(operation)


def target_of(address: Address) -> str:
    """The address as it is said; an empty one is the whole text."""
    return str(address) or "the whole text"


def quoted(words: str) -> str:
    """The words in quotation marks, the middle of long ones left out."""
    if len(words) > _LONGEST:
        first, last = words[: _LONGEST // 2 + 1], words[-_LONGEST // 3 - 1 :]
        # no word is cut, unless it alone is longer than what is shown
        words = f"{(first.rpartition(' ')[0] or first).rstrip()} … {(last.partition(' ')[2] or last).lstrip()}"
    return f'"{words}"'


def _spot(spot: Spot) -> str:
    if not spot.words:
        return _part(spot)
    parts = [quoted(spot.words)]
    if spot.which == "each":
        parts.append(f"each of {spot.count}" if spot.count != 1 else "wherever it appears")
    elif spot.which != "only":
        parts.append(f"the {ordinal(spot.which)} time")
    if spot.narrows:
        parts.append(f"in {_part(spot)}")
    return parts[0] + (f" ({', '.join(parts[1:])})" if parts[1:] else "")


def _part(spot: Spot) -> str:
    counted = ((spot.sentence, "sentence"), (spot.paragraph, "paragraph"))
    return " of ".join(f"the {'last' if at == -1 else ordinal(at)} {of}" for at, of in counted if at)


def _beside(spot: Spot, side: str, *, apart: bool) -> str:
    edge = "at the beginning" if side == "before" else "at the end"
    if spot.words or spot.sentence or (spot.paragraph and apart):
        return f"{side} {_spot(spot)}"
    return f"{edge} of {_part(spot)}" if spot.paragraph else edge
