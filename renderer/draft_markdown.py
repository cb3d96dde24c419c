"""A drafted document as Markdown: headings, new words and list items set in as quotations, a blank line between all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from amendments.drafting.document import Block
from renderer.markdown import headed, inline, set_in


def write_draft_markdown(blocks: Sequence[Block]) -> bytes:
    """CommonMark in UTF-8, a paragraph a line, ending in a line feed."""
    return ("\n\n".join(_paragraphs(blocks)) + "\n").encode()


def _paragraphs(blocks: Sequence[Block]) -> Iterator[str]:
    for number, block in enumerate(blocks):
        words = _words(block)
        if block.kind == "signature" and number + 1 < len(blocks):
            words += "  "  # two spaces break the line: who signs stands right under it
            yield f"{words}\n{_words(blocks[number + 1])}"
            return
        yield set_in(words, block.depth + block.quoted)


def _words(block: Block) -> str:
    if block.centred:
        return f"{'#' if block.kind == 'title' else '##'} {inline(block.words)}"
    return headed(block.lead, block.text)
