"""A drafted document as plain text, laid out so that it is read back as it was drafted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from amendments.drafting.document import PAGE, Block, columns
from corpus.sources.closing import opens_conclusions
from corpus.sources.line import Block as Read
from corpus.sources.line import Line
from corpus.sources.marks import opens_provision, opens_title

_HEADING = 50
"""Columns that a line in the middle of the page may have, so that it is seen to stand there."""


def write_draft_text(blocks: Sequence[Block]) -> bytes:
    """The document in UTF-8, 80 columns wide, a blank line between its paragraphs, ending in a line feed."""
    return ("\n".join(_lines(blocks)) + "\n").encode()


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    for number, block in enumerate(blocks):
        if number:
            yield from _between(blocks[number - 1], block)
        for words in block.lines:
            width = _HEADING if block.centred else PAGE - columns(block, words)
            for line in _wrapped(words, width):
                yield " " * columns(block, line) + line


def _between(before: Block, block: Block) -> tuple[str, ...]:
    """Two blank lines where another part of the document begins; none above who signs."""
    if before.kind == block.kind == "signature":
        return ()
    turns = before.kind != block.kind and (before.kind == "title" or block.kind in ("closing", "signature"))
    return ("", "") if turns or block.kind == "heading" else ("",)


def _wrapped(words: str, width: int) -> Iterator[str]:
    """The lines of a paragraph. No further line begins as a provision, a title or a certificate does, nor is a number.

    A word is kept back for such a line to begin with.
    """
    line: list[str] = []
    rest = words.split(" ")
    while rest:
        while (rest and len(" ".join([*line, rest[0]])) <= width) or not line:
            line.append(rest.pop(0))
            if not rest:
                break
        while len(line) > 1 and rest and _misleads(" ".join(_fitting(rest, width))):
            rest.insert(0, line.pop())
        yield " ".join(line)
        line = []


def _fitting(words: Sequence[str], width: int) -> Sequence[str]:
    """The words that the next line has room for."""
    count = 1
    while count < len(words) and len(" ".join(words[: count + 1])) <= width:
        count += 1
    return words[:count]


def _misleads(line: str) -> bool:
    alone = Read(lines=(Line(text=line, indent=0, number=1, offset=0),))
    return bool(opens_provision(line) or opens_title(line) or opens_conclusions(alone)) or not any(
        letter.isalpha() for letter in line
    )
