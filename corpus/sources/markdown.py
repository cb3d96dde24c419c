"""Markdown: CommonMark with tables, struck words and a front matter, as the bytes print when rendered.

Departures from CommonMark, each because it would change or hide words of a legal text: a line that begins with a
number begins no list in the middle of a paragraph, nor one with a dash unless a colon announced it, for a wrapped line
may begin so (where a sentence ended above it, the line is doubtful); a run of underscores is a blank to fill in;
``<Name of Corporation>``, which is no tag of HTML, is words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml.html import defs
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, list_block
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from corpus.errors import ChangesTracked, WordsUnaccounted
from corpus.sources.decoded import Decoded, Paragraph, Piece, compose
from corpus.sources.edgar import decode
from corpus.sources.formats import Changes
from corpus.sources.html import html_paragraphs

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?=[\w-]+[ \t]*:|---|\.\.\.)(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_BULLET = "•"
_IN_LIST = 4
"""Columns by which a list is set in."""
_STRUCK = "tracked-deletion"
_INLINE_TAG = re.compile(r"</?(?:del|s|strike)\b", re.IGNORECASE)
_TAG = re.compile(r"</?([a-z][a-z0-9-]*)", re.IGNORECASE)
_BLANK = re.compile(r"_{4,}")
_DEEPEST = 60
"""Quotations and lists inside one another; the library leaves out what is deeper, and the proof refuses it."""
_LETTERS = re.compile(r"[^\W_]")


def read_markdown(content: bytes, name: str, changes: Changes | None) -> Decoded:
    """Read a Markdown file; raises NotText, and ChangesTracked where words are struck and ``changes`` is None."""
    text = decode(content, name).replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT_MATTER.match(text)
    body = text[front.end() :] if front else text
    above = text.count("\n", 0, front.end()) if front else 0
    tokens = _parser().parse(body)
    _prove(body, tokens, above, name)
    walker = _Walker(name=name, source=tuple(body.split("\n")), above=above, changes=changes)
    paragraphs = list(walker.walk(tokens))
    if walker.struck and changes is None:
        raise ChangesTracked(name, 0, len(walker.struck), walker.struck[0][:60])
    matter = [Paragraph(pieces=(Piece(text=front.group()),), number=1, aside="front-matter")] if front else []
    return compose([*matter, *paragraphs])


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST, "inline_definitions": True})
    parser.enable(["table", "strikethrough"])
    parser.block.ruler.at("list", _list, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.inline.ruler.before("emphasis", "blank", _blank)
    return parser


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The rule for lists; at the top of a document a paragraph gives way only to dashes, and only after a colon."""
    if silent and state.parentType == "paragraph" and state.blkIndent == 0:
        above = state.src[state.bMarks[start - 1] : state.eMarks[start - 1]] if start else ""
        begins = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
        if begins[:1].isdigit() or not above.rstrip().endswith(":"):
            return False
    return list_block(state, start, end, silent)


def _blank(state: StateInline, silent: bool) -> bool:
    """``this ______ day of ______``: no emphasis."""
    found = _BLANK.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.pending += found.group()
    state.pos = found.end()
    return True


def _prove(body: str, tokens: Sequence[Token], above: int, name: str) -> None:
    """Hold the letters that the parser gives against those of the file; raises WordsUnaccounted at the first apart."""
    wanted = [(found.group(), found.start()) for found in _LETTERS.finditer(body.replace("\0", ""))]
    given = "".join(_LETTERS.findall("".join(_raw(body.split("\n"), tokens))))
    for place, (letter, at) in enumerate(wanted):
        if given[place : place + 1] != letter:
            found, line = given[place : place + 20] or "nothing", above + body.count("\n", 0, at) + 1
            raise WordsUnaccounted(name, line, found, body[at : at + 20].split("\n")[0])


def _raw(lines: Sequence[str], tokens: Sequence[Token]) -> Iterator[str]:
    """What the file says in each token, the marks of its block apart."""
    for token in tokens:
        if token.type == "definition" and token.map:
            yield "\n".join(lines[token.map[0] : token.map[1]])
        elif token.type in ("list_item_open", "fence"):
            yield token.info
        if token.type != "definition":
            yield token.content


@dataclass(slots=True)
class _List:
    """A list that is open: the numbers that its items show, in order; none for bullets."""

    shown: list[str]
    next: int = 0


@dataclass(slots=True)
class _Walker:
    """Goes through the tokens of a document once; keeps what is open and what was struck."""

    name: str
    source: tuple[str, ...]
    above: int
    changes: Changes | None
    lists: list[_List] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    number: int = 1
    lead: str = ""
    heading: int = 0
    quotations: int = 0

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
                case "blockquote_open":
                    self.quotations += 1
                case "blockquote_close":
                    self.quotations -= 1
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
                case "html_block" if _is_tag(token.content):
                    yield from self._html(token.content)
                case "html_block":
                    yield self._paragraph((Piece(text=token.content),), self._taken_lead())
                case "hr" if token.map and "_" in token.markup:  # a line to sign on
                    yield self._paragraph((Piece(text=self.source[token.map[0]]),), self._taken_lead())
                case "definition":
                    yield self._definition(token)

    def _paragraph(self, pieces: tuple[Piece, ...], lead: str) -> Paragraph:
        return Paragraph(
            pieces=(Piece(text=f"{lead} "), *pieces) if lead else pieces,
            number=self.number,
            indent=_IN_LIST * len(self.lists),
            heading=self.heading,
            set_off=self.quotations > 0,
        )

    def _html(self, markup: str) -> Iterator[Paragraph]:
        paragraphs, changed = html_paragraphs(markup, self.name, self.changes)
        self.struck += changed
        for paragraph in paragraphs:
            yield replace(paragraph, number=self.number)

    def _definition(self, token: Token) -> Paragraph:
        """``[1]: Amended.``: no paragraph shows it, though an author may have meant a note."""
        words = " ".join(filter(None, (f"[{token.meta['label']}]:", token.meta["url"], token.meta["title"])))
        return Paragraph(pieces=(Piece(text=words),), number=self.number, aside="link-definition")

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
                case "softbreak" | "hardbreak":
                    yield Piece(text="\n")
                case "image":
                    yield Piece(text=token.content, aside="graphic-omitted")
                case "html_inline" if re.match(r"<br\b", token.content, re.IGNORECASE):
                    yield Piece(text="\n")
                case "html_inline" if token.content.startswith("<!--"):
                    yield Piece(text=token.content[4:-3], aside="comment")
                case "html_inline" if _INLINE_TAG.match(token.content):
                    struck = not token.content.startswith("</")
                case "html_inline" if not _is_tag(token.content):
                    yield Piece(text=token.content)

    def _item(self) -> str:
        innermost = self.lists[-1]
        innermost.next += 1
        return innermost.shown[innermost.next - 1] if innermost.shown else _BULLET

    def _taken_lead(self) -> str:
        lead, self.lead = self.lead, ""
        return lead


def _is_tag(markup: str) -> bool:
    """Whether markup begins with a tag that HTML has, or with a comment: else it is words between angle brackets."""
    found = _TAG.match(markup.lstrip())
    return found is None or found[1].lower() in defs.tags


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
