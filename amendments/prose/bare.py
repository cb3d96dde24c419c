"""New words that begin with the bare number of what an instruction names: ``“2.2.1 Proxies. A member may …”``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from amendments.prose.instructions import Insert, Instruction, Replace
from amendments.quoting import OPENING
from corpus.address import Address, Step
from corpus.sources.bare import with_heading
from corpus.sources.line import Block, Opening


def numbered(blocks: Sequence[Block], said: Iterable[Instruction]) -> tuple[Block, ...]:
    """The blocks, each that begins with a number that the instructions name as the opening of that provision."""
    steps = tuple(_steps(said))
    return tuple(_numbered(block, steps) for block in blocks)


def begins_with_number(words: str, target: Address) -> bool:
    """Whether words begin with the number of their target, in any of the ways it is printed."""
    return bool(target.steps) and (
        words.startswith(f"({target.steps[-1].number})") or _opening(words, target.steps[-1]) is not None
    )


def _steps(said: Iterable[Instruction]) -> Iterator[Step]:
    for one in said:
        if isinstance(one, Replace) and not one.part.narrows:
            yield from (target.steps[-1] for target in one.targets if target.steps)
        elif isinstance(one, Insert):
            yield from (number.steps[-1] for number in one.numbers)


def _numbered(block: Block, steps: Sequence[Step]) -> Block:
    mark = block.text[:1] if block.text[:1] in tuple(OPENING) else ""
    words = block.text[len(mark) :].lstrip()
    for step in steps:
        if step.level in ("article", "section") and (opening := _opening(words, step)):
            return replace(block, opening=with_heading(opening.after(mark), step.level))
    return block


def _opening(words: str, step: Step) -> Opening | None:
    """The number and what follows it: one without a point in it needs a stop, or it may be the first word."""
    stop = r"[.:)]?" if step.pointed else r"[.:)]"
    found = re.match(rf"(?P<num>{re.escape(step.number)}{stop})\s+(?P<rest>\S.*)", words, re.DOTALL)
    return Opening(found["num"], "", found["rest"]) if found else None
