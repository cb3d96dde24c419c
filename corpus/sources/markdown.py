"""Markdown: CommonMark with tables, struck words and a front matter, as the bytes print when rendered.

One departure from CommonMark: a line that begins with a number begins no list in the middle of a paragraph, for a
wrapped line of a legal text may begin with one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.errors import ChangesTracked
from corpus.sources.decoded import Decoded, Paragraph, Piece, compose
from corpus.sources.edgar import decode
from corpus.sources.formats import Changes
from corpus.sources.html import html_paragraphs

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_BULLET = "•"
_IN_LIST = 4
"""Columns by which a list is set in."""
_STRUCK = "tracked-deletion"
_INLINE_TAG = re.compile(r"</?(?:del|s|strike)\b", re.IGNORECASE)


def read_markdown(content: bytes, name: str, changes: Changes | None) -> Decoded:
    """Read a Markdown file; raises NotText, and ChangesTracked where words are struck and ``changes`` is None."""
    text = decode(content, name).replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT_MATTER.match(text)
    body = text[front.end() :] if front else text
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.block.ruler.at("list", _rule(parser, "list"), {"alt": ["reference", "blockquote"]})
    walker = _Walker(above=text.count("\n", 0, front.end()) if front else 0, changes=changes)
    paragraphs = list(walker.walk(parser.parse(body)))
    if walker.struck and changes is None:
        raise ChangesTracked(name, 0, len(walker.struck), walker.struck[0][:60])
    matter = [Paragraph(pieces=(Piece(text=front.group()),), number=1, aside="front-matter")] if front else []
    return compose([*matter, *paragraphs])


def _rule(parser: MarkdownIt, name: str):  # type: ignore[no-untyped-def]  # the type of a rule has no public name
    return next(rule.fn for rule in parser.block.ruler.__rules__ if rule.name == name)


@dataclass(slots=True)
class _List:
    """A list that is open: the numbers that its items show, in order; none for bullets."""

    shown: list[str]
    next: int = 0


@dataclass(slots=True)
class _Walker:
    """Goes through the tokens of a document once; keeps what is open and what was struck."""

    above: int
    changes: Changes | None
    lists: list[_List] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    number: int = 1
    lead: str = ""
    heading: int = 0

    def walk(self, tokens: Sequence[Token]) -> Iterator[Paragraph]:
        row: list[Piece] = []
        for at, token in enumerate(tokens):
            if token.map:
                self.number = self.above + token.map[0] + 1
            match token.type:
                case "heading_open":
                    self.heading = int(token.tag[1:])
                case "heading_close":
                    self.heading = 0
                case "ordered_list_open" | "bullet_list_open":
                    self.lists.append(_List(_numbers(tokens, at) if token.type.startswith("ordered") else []))
                case "ordered_list_close" | "bullet_list_close":
                    self.lists.pop()
                case "list_item_open":
                    self.lead = self._item()
                case "list_item_close" if self.lead:  # an item without words keeps its number
                    yield self._paragraph((), self._taken_lead())
                case "tr_close":
                    yield self._paragraph(tuple(row[1:]), self._taken_lead())
                    row = []
                case "inline" if tokens[at - 1].type in ("td_open", "th_open"):
                    row += (Piece(text="\t"), *self._inline(token.children or []))
                case "inline":
                    yield self._paragraph(tuple(self._inline(token.children or [])), self._taken_lead())
                case "code_block" | "fence":
                    yield self._paragraph((Piece(text=token.content),), self._taken_lead())
                case "html_block":
                    yield from self._html(token.content)

    def _paragraph(self, pieces: tuple[Piece, ...], lead: str) -> Paragraph:
        return Paragraph(
            pieces=(Piece(text=f"{lead} "), *pieces) if lead else pieces,
            number=self.number,
            indent=_IN_LIST * len(self.lists),
            heading=self.heading,
        )

    def _html(self, markup: str) -> Iterator[Paragraph]:
        paragraphs, changed = html_paragraphs(markup, self.changes)
        self.struck += changed
        for paragraph in paragraphs:
            yield replace(paragraph, number=self.number)

    def _inline(self, tokens: Sequence[Token]) -> Iterator[Piece]:
        struck = False
        for token in tokens:
            match token.type:
                case "s_open":
                    struck = True
                case "s_close":
                    struck = False
                case "text" | "code_inline":
                    if struck:
                        self.struck.append(token.content)
                    yield Piece(text=token.content, aside=_STRUCK if struck and self.changes != "rejected" else "")
                case "softbreak":
                    yield Piece(text=" ")
                case "hardbreak":
                    yield Piece(text="\n")
                case "image":
                    yield Piece(text=token.content, aside="graphic-omitted")
                case "html_inline" if re.match(r"<br\b", token.content, re.IGNORECASE):
                    yield Piece(text="\n")
                case "html_inline" if token.content.startswith("<!--"):
                    yield Piece(text=token.content[4:-3], aside="comment")
                case "html_inline" if _INLINE_TAG.match(token.content):
                    struck = not token.content.startswith("</")

    def _item(self) -> str:
        innermost = self.lists[-1]
        innermost.next += 1
        return innermost.shown[innermost.next - 1] if innermost.shown else _BULLET

    def _taken_lead(self) -> str:
        lead, self.lead = self.lead, ""
        return lead


def _numbers(tokens: Sequence[Token], at: int) -> list[str]:
    """The numbers that the items of the list opened at a place show: as written, or counted where all are the same."""
    depth, written = tokens[at].level + 1, []
    for token in tokens[at + 1 :]:
        if token.type == "ordered_list_close" and token.level == tokens[at].level:
            break
        if token.type == "list_item_open" and token.level == depth:
            written.append((token.info, token.markup))
    figures = [figure for figure, _ in written]
    if len(figures) > 1 and len(set(figures)) == 1:
        figures = [str(int(figures[0]) + step) for step in range(len(figures))]
    return [f"{figure}{mark}" for figure, (_, mark) in zip(figures, written, strict=True)]
