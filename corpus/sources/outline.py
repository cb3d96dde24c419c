"""From blocks to the provision tree: articles hold sections, sections hold paragraphs and lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from corpus.address import LEVELS, Level
from corpus.model import Provision, Status
from corpus.sources.counting import is_first, is_next
from corpus.sources.line import Block, Line, Numbered, Opening
from corpus.sources.marks import is_centred, is_heading, opens_article, opens_item, opens_section

_RESERVED = re.compile(r"\[?\(?(?:intentionally\s+(?:omitted|left\s+blank)|reserved)\)?\]?\.?", re.IGNORECASE)
_SHORT = 80
"""Characters of a heading that does not stand in the middle of the page."""
_ITEM_LEVELS: tuple[Level, ...] = ("paragraph", "subparagraph", "clause", "subclause")


@dataclass(slots=True)
class _Open:
    """A provision still being read. Mutable, and seen by nobody outside this file."""

    level: Level
    num: str
    heading: str
    indent: int
    body: list[str | _Open] = field(default_factory=list)

    def close(self) -> Provision:
        body = tuple(part if isinstance(part, str) else part.close() for part in self.body)
        return Provision(
            level=self.level,
            num=self.num,
            heading=self.heading,
            body=body,
            status=status_of(self.heading, body),
        )


class Outline:
    """Builds one document's provisions, a block at a time and in order.

    ``take`` says whether it placed the block; what it can't place is the caller's to keep. With ``quoted`` a number may
    stand after a quotation mark, as in an amending document; the mark stays before it.
    """

    def __init__(self, *, quoted: bool = False) -> None:
        self._quoted = quoted
        self._top: list[_Open] = []
        self._path: list[_Open] = []
        self._heading_due = False
        self.strays: list[Line] = []
        """The lines of items that begin a list and do not bear its first number."""

    @property
    def heading_due(self) -> bool:
        """Whether an article's number was read and its heading was not."""
        return self._heading_due

    def provisions(self) -> tuple[Provision, ...]:
        return tuple(provision.close() for provision in self._top)

    def take(self, block: Block) -> bool:
        if block.opening:
            return self._open_numbered(block.opening, block)
        mark, bare = _unmarked(block) if self._quoted else ("", block)
        if article := _article(bare):
            self._open_article(article.after(mark), block)
        elif self._heading_due and _is_heading_block(block):
            self._path[-1].heading = block.text
            self._heading_due = False
        elif section := opens_section(bare.text):
            self._open_section(section.after(mark), block)
        elif item := opens_item(bare.text):
            return self._open_item(item.after(mark), block)
        else:
            return self._paragraph(block)
        return True

    def _open_numbered(self, numbered: Numbered, block: Block) -> bool:
        """Open what a bare number opens: an article, a section or what stands below it, or an item of a list."""
        match numbered.level:
            case None:
                return self._open_item(numbered.opening, block)
            case "article":
                self._open_article(numbered.opening, block)
            case "section":
                self._open_section(numbered.opening, block)
            case level:
                self._open_below(level, numbered.opening, block)
        return True

    def _open_below(self, level: Level, opening: Opening, block: Block) -> None:
        """Open a provision inside the section that is open, or at the top of a document that has none."""
        self._heading_due = False
        while self._path and LEVELS.index(self._path[-1].level) >= LEVELS.index(level):
            self._path.pop()
        opened = _Open(level, opening.num, opening.heading, block.indent, [opening.rest] if opening.rest else [])
        (self._path[-1].body if self._path else self._top).append(opened)
        self._path.append(opened)

    def _open_article(self, article: Opening, block: Block) -> None:
        opened = _Open("article", article.num, article.heading, block.indent)
        self._top.append(opened)
        self._path = [opened]
        self._heading_due = not article.heading and not article.rest
        if article.rest:
            opened.body.append(article.rest)

    def _open_section(self, section: Opening, block: Block) -> None:
        self._heading_due = False
        opened = _Open("section", section.num, section.heading, block.indent)
        if section.rest:
            opened.body.append(section.rest)
        article = self._path[0] if self._path and self._path[0].level == "article" else None
        (article.body if article else self._top).append(opened)
        self._path = [article, opened] if article else [opened]

    def _open_item(self, item: Opening, block: Block) -> bool:
        """An item goes on with the list that it is next in, at its own indent before others, or begins one inside."""
        if not self._path:
            return False
        self._heading_due = False
        lists = [n for n, provision in enumerate(self._path) if provision.level in _ITEM_LEVELS]
        following = [n for n in reversed(lists) if is_next(self._path[n].num, item.num)]
        if not following and self._open_run_in(item, block):
            lists = following = [len(self._path) - 1]
        aligned = [n for n in following if self._path[n].indent == block.indent]
        deeper = lists and block.indent > self._path[lists[-1]].indent and is_first(item.num)
        follows = aligned[0] if aligned else following[0] if following and not deeper else None
        if follows is None and not is_first(item.num):
            self.strays.append(block.lines[0])
        if follows is None and not is_first(item.num) and lists:
            follows = next((n for n in reversed(lists) if self._path[n].indent == block.indent), lists[-1])
        if follows is None and len(lists) == len(_ITEM_LEVELS):
            follows = lists[-1]  # no list stands deeper than its levels: it goes on beside the last item
        del self._path[follows if follows is not None else len(self._path) :]
        depth = sum(provision.level in _ITEM_LEVELS for provision in self._path)
        opened = _Open(_ITEM_LEVELS[min(depth, len(_ITEM_LEVELS) - 1)], item.num, "", block.indent, [item.rest])
        self._path[-1].body.append(opened)
        self._path.append(opened)
        return True

    def _open_run_in(self, item: Opening, block: Block) -> bool:
        """Open the first item of a list that stands in the words before it: "Section 1. (a) …", below it "(b) …"."""
        holder = self._path[-1]
        words = holder.body[-1] if holder.body else ""
        first = opens_item(words) if isinstance(words, str) else None
        if first is None or not is_first(first.num) or not is_next(first.num, item.num):
            return False
        depth = sum(provision.level in _ITEM_LEVELS for provision in self._path)
        if depth >= len(_ITEM_LEVELS):
            return False
        opened = _Open(_ITEM_LEVELS[depth], first.num, "", block.indent, [first.rest])
        holder.body[-1] = opened
        self._path.append(opened)
        return True

    def _paragraph(self, block: Block) -> bool:
        """A paragraph belongs to the innermost item that it is indented under, else to the section."""
        if not self._path:
            return False
        self._heading_due = False
        while self._path[-1].level in _ITEM_LEVELS and not self._inside_item(block):
            self._path.pop()
        self._path[-1].body.append(block.text)
        return True

    def _inside_item(self, block: Block) -> bool:
        """Whether a paragraph is set in as the last item is; on a page that sets nothing in, it is not."""
        item, holder = self._path[-1], next(open_ for open_ in reversed(self._path) if open_.level not in _ITEM_LEVELS)
        return block.indent >= item.indent and (item.indent > holder.indent or block.indent > item.indent)


def opens_block(block: Block) -> bool:
    """Whether a block opens an article or a section."""
    if block.opening:
        return block.opening.level is not None
    return _article(block) is not None or opens_section(block.text) is not None


def _article(block: Block) -> Opening | None:
    """``ARTICLE III``, alone or above its heading."""
    head, below = block.lines[0], block.lines[1:]
    opening = opens_article(_folded(head))
    if opening is None or (below and not _is_heading_block(Block(lines=below))):
        return None
    heading = " ".join(filter(None, (opening.heading, *(_folded(line) for line in below))))
    return Opening(opening.num, heading, "")


def _is_heading_block(block: Block) -> bool:
    """Whether a block under an article's number is its heading: in the middle of the page, or short and capitalised."""
    if all(is_centred(line) for line in block.lines):
        return True
    return len(block.text) <= _SHORT and not block.text.endswith((".", ":", ";")) and is_heading(block.text)


def _unmarked(block: Block) -> tuple[str, Block]:
    """The quotation mark that a block begins with, if it does, and the block without it."""
    first = block.lines[0]
    if first.text[:1] not in ("“", '"'):
        return "", block
    return first.text[0], Block(lines=(replace(first, text=first.text[1:].lstrip()), *block.lines[1:]))


def _folded(line: Line) -> str:
    return " ".join(line.text.split())


def status_of(heading: str, body: tuple[str | Provision, ...]) -> Status:
    """Whether the words of a provision say that its number is reserved."""
    words = " ".join(part if isinstance(part, str) else part.text() for part in body) or heading
    return "reserved" if _RESERVED.fullmatch(words) else "in-force"
