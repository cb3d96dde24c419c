"""A paragraph that instructs or tells something, kept with the new words under it while these are read."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from amendments.prose.cutting import instructs_later
from amendments.prose.instructions import Extend, Insert, Instruction, LeadIn, Replace, RestateAll
from amendments.prose.scanner import Unread
from amendments.prose.telling import is_title
from amendments.quoting import OPENING
from corpus.sources.line import Block
from corpus.sources.marks import opens_item
from corpus.sources.outline import opens_block


@dataclass(slots=True)
class Opened:
    """A paragraph that instructs or tells something, and the new words under it; still being read.

    ``set_off`` where the format sets these words off from it, without marks.
    """

    paragraph: str
    said: tuple[Instruction, ...] | Unread
    quoted: list[Block] = field(default_factory=list)
    awaits: bool = False
    within: bool = False
    loose: bool = False
    unended: bool = False
    set_off: bool = False
    line: int = 0

    @property
    def instructs(self) -> bool:
        """Whether it is read to do something."""
        return not isinstance(self.said, Unread) and any(not isinstance(one, LeadIn) for one in self.said)

    @property
    def days(self) -> tuple[date, ...]:
        """The days that it says its instructions take effect on, each once."""
        said = () if isinstance(self.said, Unread) else self.said
        return tuple(dict.fromkeys(one.day for one in said if isinstance(one, LeadIn) and one.day))

    def unread(self) -> Unread | None:
        """Why it can't be read, or the new words under it can't be told from what follows them."""
        return self.said if isinstance(self.said, Unread) else _run_on(self)


def brings(instruction: Instruction) -> bool:
    """Whether new words follow an instruction, for it has none in its own sentence."""
    match instruction:
        case Replace(words=words) | Insert(words=words) | Extend(words=words):
            return not words
        case RestateAll():
            return True
        case _:
            return False


def restates(one: Opened) -> bool:
    return not isinstance(one.said, Unread) and any(isinstance(said, RestateAll) for said in one.said)


def may_go_on(one: Opened, block: Block) -> Unread:
    begins = textwrap.shorten(block.text, 60, placeholder=" …")
    why = f"It can't be told whether the new words go on with '{begins}': put them in quotation marks."
    return Unread(one.paragraph, len(one.paragraph), why)


def _run_on(one: Opened) -> Unread | None:
    """New words without quotation marks, after which a paragraph follows that may be part of them or not."""
    if not one.quoted or one.set_off or restates(one) or one.quoted[0].text[:1] in tuple(OPENING):
        return None
    if told := next((words for block in one.quoted if (words := instructs_later(block.text))), ""):
        begins = textwrap.shorten(told, 60, placeholder=" …")
        why = f"It can't be told whether '{begins}' is one of the new words: put them in quotation marks."
        return Unread(one.paragraph, len(one.paragraph), why)
    for before, block in pairwise(one.quoted):
        titled = opens_block(before) and len(before.text.split()) <= 2 and is_title(block.text)
        if not (titled or opens_item(block.text) or opens_block(block)):
            return may_go_on(one, block)
    return None
