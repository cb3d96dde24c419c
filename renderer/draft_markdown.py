"""A drafted document as Markdown: headings, new words and list items set in as quotations, a blank line between all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from amendments.drafting.document import Block

_SIGNS = re.compile(r"([\\`*_{}\[\]<>|~])")
"""What Markdown would take for its own wherever it stands."""
_OPENS = re.compile(r"^([#>+=-]|\d+(?=[.)]))", re.MULTILINE)
"""What it would take for its own at the beginning of a paragraph."""


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
        yield f"{'> ' * (block.depth + block.quoted)}{words}"


def _words(block: Block) -> str:
    if block.centred:
        return f"{'#' if block.kind == 'title' else '##'} {_plain(block.words)}"
    lead = f"**{_plain(block.lead)}**" if block.lead else ""
    return " ".join(filter(None, (lead, _plain(block.text))))


def _plain(words: str) -> str:
    """The words with every sign that Markdown would read made one that it prints."""
    return _OPENS.sub(r"\\\1", _SIGNS.sub(r"\\\1", words)).replace("&", "&amp;")
