"""From lines to blocks: paragraphs as the author wrote them, whole again where a page cut them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.sources.closing import opens_conclusions
from corpus.sources.counting import is_first, is_next
from corpus.sources.edges import PAGE_MARK
from corpus.sources.line import Block, Line, SetAside
from corpus.sources.marks import (
    is_centred,
    opens_article,
    opens_item,
    opens_provision,
    opens_section,
    opens_title,
    refers_on,
)

_ENDS = re.compile(r"[.:;?!][\"'”’)\]]*$")
_SMALL_MARK = re.compile(r"(?:[a-z]|[ivxl]{2,6})[.)]\s")
"""What begins an item without brackets: no sentence goes on so, though it begins with a small letter."""
_BARE = re.compile(r"((?:\d{1,2}|[A-Za-z]|[ivx]{1,5})[.)])\s")
_LISTS_ON = re.compile(r"\b(?:and|or)$")
_PAGE_REASONS = frozenset({PAGE_MARK, "page-number"})


def read_blocks(lines: Sequence[Line], set_aside: Iterable[SetAside]) -> tuple[Block, ...]:
    """The blocks of a source without its furniture, in order."""
    aside = {id(item.line): item.reason for item in set_aside}
    joined: list[list[Block]] = []
    for block in _between_blanks(lines, aside):
        if joined and _continues(joined[-1][-1], block):
            joined[-1].append(block)
        else:
            joined.append([block])
    return tuple(part for blocks in joined for part in _unglued(_whole(blocks)))


def _whole(blocks: Sequence[Block]) -> Block:
    return Block(lines=tuple(line for block in blocks for line in block.lines), after_page=blocks[0].after_page)


def _between_blanks(lines: Sequence[Line], aside: dict[int, str]) -> Iterator[Block]:
    gathered: list[Line] = []
    after_page = False
    for line in lines:
        reason = aside.get(id(line))
        if not line.blank and reason is None:
            gathered.append(line)
            continue
        if reason == "rule":
            continue  # an underline below a heading or a word: the line goes on under it
        if gathered:
            yield Block(lines=tuple(gathered), after_page=after_page)
            gathered, after_page = [], False
        after_page = after_page or reason in _PAGE_REASONS
    if gathered:
        yield Block(lines=tuple(gathered), after_page=after_page)


def _continues(before: Block, block: Block) -> bool:
    """Whether a block goes on with the sentence that the one before it left open.

    Only a page cuts what a format marks as a whole paragraph, and no figure goes on there: it may be a footnote's.
    A page may break where the wrap and the indent change, so neither counts. Off a page's edge only a small
    letter shows that the sentence goes on. An inline "(ii)" that a page put first on a line goes on too, unless
    an "and" or "or" announced the next item of a list.
    """
    if _ENDS.search(before.lines[-1].text) or is_centred(before.lines[-1]) or is_centred(block.lines[0]):
        return False
    if block.lines[0].whole and (not block.after_page or block.text[0].isdigit()):
        return False
    if item := opens_item(block.text):
        listed = opens_item(before.text)
        if listed and is_next(listed.num, item.num):
            return False
        return block.after_page and not _LISTS_ON.search(before.lines[-1].text)
    if block.after_page and refers_on(block.text):
        return True
    if opens_provision(block.text):
        return False
    return block.after_page or (block.text[0].islower() and not _SMALL_MARK.match(block.text))


def _unglued(block: Block) -> Iterator[Block]:
    """The provisions that stand in one block without a blank line between them, apart.

    A line opens one only where the sentence above it is over, for a wrapped line may begin with "Section 3." too;
    and an item only where its list was announced by a colon, or it is set in. One with a bare number, "a)", must count
    on from the colon, on lines that nothing else marks as one paragraph.
    """
    start, listing = 0, False
    bare = ""
    for index in range(1, len(block.lines)):
        before, line = block.lines[index - 1], block.lines[index]
        ended = bool(_ENDS.search(before.text)) or is_centred(before)
        announced = before.text.endswith(":") or line.indent > block.lines[start].indent
        item = bool(opens_item(line.text)) and (announced or listing) and (ended or bool(_LISTS_ON.search(before.text)))
        if (mark := None if line.whole else _BARE.match(line.text)) and (
            is_next(bare, mark[1]) if bare else before.text.endswith(":") and is_first(mark[1])
        ):
            item, bare = True, mark[1]
        if (
            item
            or opens_heading(line)
            or _opens_title(before, line)
            or (ended and (opens_section(line.text) or opens_conclusions(Block(lines=(line,)))))
        ):
            yield Block(lines=block.lines[start:index], after_page=block.after_page and not start)
            start, listing = index, item
    yield Block(lines=block.lines[start:], after_page=block.after_page and not start) if start else block


def opens_heading(line: Line) -> bool:
    """Whether a line is an article's number in the middle of the page: it opens a block whatever stands above it."""
    return is_centred(line) and opens_article(line.text) is not None


def _opens_title(before: Line, line: Line) -> bool:
    """Whether a title in the middle of the page begins right under other words."""
    return is_centred(line) and opens_title(line.text) and not is_centred(before)
