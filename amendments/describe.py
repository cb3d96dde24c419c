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
        case AddWords(spot=spot, new=new, side=side):
            return f"{quoted(new)} {_beside(spot, side)}"
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
        words = f"{words[: _LONGEST // 2].rstrip()} … {words[-_LONGEST // 3 :].lstrip()}"
    return f'"{words}"'


def _spot(spot: Spot) -> str:
    if not spot.words:
        return _sentence(spot)
    parts = [quoted(spot.words)]
    if spot.which == "each":
        parts.append(f"each of {spot.count}" if spot.count != 1 else "wherever it appears")
    elif spot.which != "only":
        parts.append(f"the {ordinal(spot.which)} time")
    if spot.sentence:
        parts.append(f"in {_sentence(spot)}")
    return parts[0] + (f" ({', '.join(parts[1:])})" if parts[1:] else "")


def _sentence(spot: Spot) -> str:
    return "the last sentence" if spot.sentence == -1 else f"the {ordinal(spot.sentence)} sentence"


def _beside(spot: Spot, side: str) -> str:
    if spot.words or spot.sentence:
        return f"{side} {_spot(spot)}"
    return "at the beginning" if side == "before" else "at the end"
