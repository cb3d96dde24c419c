"""From lines to blocks: paragraphs as the author wrote them, whole again where a page cut them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.sources.furniture import PAGE_MARK
from corpus.sources.line import Block, Line, SetAside
from corpus.sources.marks import is_centred, opens_item, opens_provision

_ENDS = re.compile(r"[.:;?!][\"'”’)\]]*$")
_LISTS_ON = re.compile(r"\b(?:and|or)$")
_PAGE_REASONS = frozenset({PAGE_MARK, "page-number"})


def read_blocks(lines: Sequence[Line], set_aside: Iterable[SetAside]) -> tuple[Block, ...]:
    """The blocks of a source without its furniture, in order."""
    aside = {id(item.line): item.reason for item in set_aside}
    joined: list[Block] = []
    for block in _between_blanks(lines, aside):
        if joined and _continues(joined[-1], block):
            joined[-1] = Block(lines=joined[-1].lines + block.lines, after_page=joined[-1].after_page)
        else:
            joined.append(block)
    return tuple(joined)


def _between_blanks(lines: Sequence[Line], aside: dict[int, str]) -> Iterator[Block]:
    gathered: list[Line] = []
    after_page = False
    for line in lines:
        reason = aside.get(id(line))
        if not line.blank and reason is None:
            gathered.append(line)
            continue
        if gathered:
            yield Block(lines=tuple(gathered), after_page=after_page)
            gathered, after_page = [], False
        after_page = after_page or reason in _PAGE_REASONS
    if gathered:
        yield Block(lines=tuple(gathered), after_page=after_page)


def _continues(before: Block, block: Block) -> bool:
    """Whether a block goes on with the sentence that the one before it left open.

    A page may break where the wrap and the indent change, so neither counts. Off a page's edge only a small
    letter shows that the sentence goes on. An inline "(ii)" that a page put first on a line goes on too, unless
    an "and" or "or" announced the next item of a list.
    """
    if _ENDS.search(before.text) or is_centred(before.lines[-1]) or is_centred(block.lines[0]):
        return False
    if opens_item(block.text):
        return block.after_page and not _LISTS_ON.search(before.text)
    if opens_provision(block.text):
        return False
    return block.after_page or block.text[0].islower()
