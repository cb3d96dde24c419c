"""A drafted document: blocks in reading order, free of any file format."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from amendments.adoption import Adoption, source_phrase
from corpus.dates import spoken
from corpus.model import Provision
from corpus.sources.line import Block as Read
from corpus.sources.line import Line

Kind = Literal["title", "heading", "clause", "provision", "closing", "signature"]
Style = Literal["resolution", "schedule"]
STEP = 4
"""Columns that each level of a list is set in by."""
PAGE = 80
"""Columns of a page of plain text."""
_BLANK = "_" * 30
_ENDED = re.compile(r".*[.:?!–—-]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. ``lead`` are its first words, which are printed strong; of a heading the number, above the words.

    ``depth`` counts the lists that it stands in; ``quoted`` where it is new words under a clause.
    """

    kind: Kind
    text: str
    lead: str = ""
    depth: int = 0
    quoted: bool = False

    @property
    def words(self) -> str:
        return " ".join(filter(None, (self.lead, self.text)))

    @property
    def lines(self) -> tuple[str, ...]:
        """A heading's number and its words; any other block is one line, however long."""
        return tuple(filter(None, (self.lead, self.text))) if self.kind == "heading" else (self.words,)

    @property
    def centred(self) -> bool:
        return self.kind in ("title", "heading")


def columns(block: Block, line: str) -> int:
    """How far a line of a block is set in on a page of plain text."""
    return max(0, (PAGE - len(line)) // 2) if block.centred else STEP * block.depth


def as_read(block: Block) -> Read:
    """A block as it is read where nothing breaks its lines."""
    return Read(lines=tuple(Line(text=one, indent=columns(block, one), number=1, offset=0) for one in block.lines))


def printed(provision: Provision) -> tuple[Block, ...]:
    """A provision as bylaws print it: an article below its number, a section with its first words run in."""
    return tuple(_printed(provision))


def _printed(provision: Provision) -> Iterator[Block]:
    if provision.level == "article":
        yield Block("heading", provision.heading, provision.num)
        yield from _body(provision.body, 0)
        return
    lead = " ".join(filter(None, (provision.num, provision.heading)))
    body = provision.body
    runs_in = bool(body) and isinstance(body[0], str) and (not provision.heading or _ENDED.fullmatch(lead))
    first = body[0] if runs_in and isinstance(body[0], str) else ""
    yield Block("provision", first, lead)
    yield from _body(body[1:] if runs_in else body, 0)


def _body(body: Sequence[str | Provision], depth: int) -> Iterator[Block]:
    for part in body:
        if isinstance(part, str):
            yield Block("provision", part, depth=depth)
        elif part.level in ("article", "section"):
            yield from _printed(part)
        else:
            yield from _item(part, depth + 1)


def _item(item: Provision, depth: int) -> Iterator[Block]:
    head = " ".join(filter(None, (item.num, item.heading)))
    first, rest = (item.body[0], item.body[1:]) if item.body and isinstance(item.body[0], str) else ("", item.body)
    yield Block("provision", " ".join(filter(None, (head, first))), depth=depth)
    yield from _body(rest, depth)


def quoted(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """New words between quotation marks: one before their first word, one after their last."""
    first, *_ = blocks
    opened = replace(first, lead=f"“{first.lead}") if first.lead else replace(first, text=f"“{first.text}")
    *before, last = (opened, *blocks[1:])
    closed = replace(last, text=f"{last.text}”") if last.text else replace(last, lead=f"{last.lead}”")
    return set_in((*before, closed))


def set_in(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """New words under a clause, without marks: where their own marks would be taken for those of the quotation."""
    return tuple(replace(block, quoted=True) for block in blocks)


def certificate(what: str, adoption: Adoption) -> tuple[Block, ...]:
    """The secretary's certificate, with blanks for what was not said, and the lines for date and signature."""
    how = source_phrase(adoption) or (f"on {spoken(adoption.day)}" if adoption.day else "")
    how = how or f"by {_BLANK} on {_BLANK}"
    return (
        Block("closing", f"I, the undersigned, certify that the foregoing {what} was duly adopted {how}."),
        Block("closing", f"Dated: {_BLANK}"),
        Block("signature", _BLANK),
        Block("signature", adoption.certified_by or "Secretary"),
    )
