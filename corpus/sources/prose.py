"""Documents that amend in sentences: where their title ends and their conclusions begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.sources.closing import opens_conclusions
from corpus.sources.line import Block
from corpus.sources.marks import AMENDMENT, is_centred, opens_item

_AMENDS = re.compile(
    r"\b(?:is|are|be|hereby)\b[^.]{0,40}\b(?:amended|deleted|repealed|replaced|added|renumbered|redesignated|restated)\b"
    r"|\b(?:shall|will|to)\b[^.]{0,20}\bread\b|\bretitled\b"
    r"|(?:^|[.,;:] )(?:strike|insert|delete|replace|amend|repeal|change|add|renumber)\b",
    re.IGNORECASE,
)
_NAMES_A_PLACE = re.compile(r"\b(?:Sections?|Articles?|Paragraphs?)\s+(?:\d|[IVX]+\b|\()")
_SPEAKS = re.compile(r"(?:WHEREAS|RESOLVED|VOTED|NOW|BE IT|RECITALS?|BACKGROUND|Pursuant|The|I,|At a)\b")
_COUNTED = re.compile(r"\(?(?:\d{1,2}|[IVX]+)[.)]\s")
"""How the title of one of several amendments begins, which is none of the document."""
_ENDED = re.compile(r"(?:[;:.,]|\b(?:and|or))$")
_LONGEST_TITLE = 100
"""Characters of a line of a title."""


def items_apart(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with the items of a list parted that stand on lines of their own without blank lines between them."""
    made: list[Block] = []
    for block in blocks:
        start = 0
        for at in range(1, len(block.lines)):
            if opens_item(" ".join(block.lines[at].text.split())) and _ENDED.search(block.lines[at - 1].text):
                made.append(Block(lines=block.lines[start:at], after_page=block.after_page and not start))
                start = at
        made.append(Block(lines=block.lines[start:], after_page=block.after_page and not start))
    return tuple(made)


def title_length(blocks: Sequence[Block]) -> int:
    """How many blocks the title has."""
    return next((number for number, block in enumerate(blocks) if not _is_title(block)), len(blocks))


def conclusions(blocks: Sequence[Block], title: int) -> int:
    """Where the conclusions begin: at the first sign of them after the last paragraph that amends."""
    last = max((n for n, block in enumerate(blocks) if n >= title and _AMENDS.search(block.text)), default=title)
    signs = (n for n in range(last + 1, len(blocks)) if opens_conclusions(blocks[n]))
    return next(signs, len(blocks))


def _is_title(block: Block) -> bool:
    text = block.text
    if _COUNTED.match(text):
        return False
    if _NAMES_A_PLACE.search(text) and not AMENDMENT.match(text) and not text.isupper():
        return False
    if _AMENDS.search(text) or (_SPEAKS.match(text) and not text.isupper() and not is_centred(block.lines[0])):
        return False
    return (len(text) <= _LONGEST_TITLE and not text.endswith((".", ":", ";"))) or text.isupper()
