"""Web pages, above all EDGAR's exhibits: markup to paragraphs.

Exhibits set their text with tables, ``&nbsp;`` and styles on every element, so what counts is how a page looks: a row
of a table is a line, an indent is an indent however it is made, words that are not displayed are set aside.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree, html

from corpus.errors import ChangesTracked, EmptySource, NotReadable
from corpus.sources.decoded import C1, PAGE_BREAK, Decoded, Paragraph, Piece, compose
from corpus.sources.edgar import refuse_mixed
from corpus.sources.formats import Changes
from corpus.sources.html_layout import (
    CELLS,
    PUT_IN,
    UNSEEN,
    Layout,
    Sheet,
    breaks_page,
    is_block,
    item_number,
    layout_of,
    sheet_of,
    strikes,
    style_of,
)
from corpus.sources.html_proof import prove_words

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_AS_WINDOWS = ("iso-8859-1", "latin1", "us-ascii", "ascii", "utf-8", "utf8")
_FILING = frozenset("type sequence filename description".split())
_SPACE = re.compile(r"[ \t\r\n\f]+")


def read_html(content: bytes, name: str, changes: Changes | None) -> Decoded:
    """Read a web page; raises NotReadable, and ChangesTracked where words are struck and ``changes`` is None."""
    markup = _characters(content, name).replace("\0", "")
    walker = _Walker(changes)
    walker.read(_tree(markup, name))
    if walker.changed and changes is None:
        deleted = sum(struck for _, struck in walker.changed)
        raise ChangesTracked(name, len(walker.changed) - deleted, deleted, walker.changed[0][0][:60])
    prove_words(markup, walker.said, name)
    return compose(walker.made)


def html_paragraphs(markup: str, name: str, changes: Changes | None) -> tuple[tuple[Paragraph, ...], tuple[str, ...]]:
    """The paragraphs of a piece of markup inside another format, and the words that it marks as changed."""
    walker = _Walker(changes)
    walker.read(_tree(f"<div>{markup}</div>", name))
    prove_words(markup, walker.said, name)
    return tuple(walker.made), tuple(words for words, _ in walker.changed)


def _characters(content: bytes, name: str) -> str:
    """The characters of a page: UTF-8 where its bytes are that, else what it declares, else Windows-1252."""
    declared = _DECLARED.search(content, 0, 4096)
    said = declared[1].decode("ascii").lower() if declared else "utf-8"
    for encoding in ("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", said):
        try:
            text = content.decode("cp1252" if encoding in _AS_WINDOWS else encoding)
        except (UnicodeError, LookupError):
            continue
        if encoding in _AS_WINDOWS:
            refuse_mixed(content, name)
        return text
    refuse_mixed(content, name)
    return content.decode("cp1252", errors="replace")


def _tree(markup: str, name: str) -> etree._Element:
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False)
    try:
        root = html.document_fromstring(markup.encode(), parser=parser)
    except etree.ParserError as error:
        raise EmptySource(name) from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise NotReadable(
            name,
            "its elements are nested more than 256 deep",
            "Open it in a browser, save it as plain text or print it to PDF, and give that.",
        )
    return root


@dataclass(slots=True)
class _Walker:
    """Goes through a page once. ``made`` are its paragraphs, ``said`` the words of the page itself, in order.

    A paragraph ends only when words come after its end, so that the cells of a row can go on in one.
    """

    changes: Changes | None
    made: list[Paragraph] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    changed: list[tuple[str, bool]] = field(default_factory=list)
    _pieces: list[Piece] = field(default_factory=list)
    _cell: int = 0
    _ended: bool = False
    _layout: Layout | None = None
    _sheet: Sheet = field(default_factory=dict)
    _counts: dict[etree._Element, int] = field(default_factory=dict)

    def read(self, root: etree._Element) -> None:
        self._sheet = sheet_of(root)
        self._element(root, Layout())
        self._flush()

    def _element(self, element: etree._Element, around: Layout) -> None:
        tag = element.tag.rpartition(":")[2].lower() if isinstance(element.tag, str) else "comment"
        if tag in UNSEEN:
            return
        if tag == "comment":
            if isinstance(element, etree._Comment):
                self._add(Piece(text=element.text or "", aside="comment"), around)
            return
        style = style_of(element, self._sheet)
        layout = layout_of(element, tag, style, around)
        block = is_block(tag, style)
        if breaks_page(style, "before"):
            self._page()
        if block:
            self._end()
        if tag == "tr" and self._ended:  # an empty first cell would go on with the words before the table
            self._flush()
        self._begin(element, tag, style, layout)
        self._say(element.text, replace(layout, aside="filing-header") if tag in _FILING else layout)
        for child in element:
            self._element(child, layout)
            self._say(child.tail, layout)
        if tag == "q":
            self._add(Piece(text="”", aside=layout.aside), layout)
        if tag in CELLS:
            self._end_cell()
        if block:
            self._end(row=tag == "tr")
        if tag == "hr" or breaks_page(style, "after"):
            self._page()

    def _begin(self, element: etree._Element, tag: str, style: dict[str, str], layout: Layout) -> None:
        if tag == "br":
            self._add(Piece(text="\n"), layout)
        elif tag == "q":
            self._add(Piece(text="“", aside=layout.aside), layout)
        elif tag == "li" and (number := item_number(element, self._sheet, self._counts)):
            self._add(Piece(text=f"{number} ", aside=layout.aside), layout)
        elif tag == "img" and element.get("alt"):
            self._add(Piece(text=element.get("alt", ""), aside="graphic-omitted"), layout)
        struck = strikes(tag, style)
        if (struck or tag in PUT_IN) and (words := " ".join("".join(map(str, element.itertext())).split())):
            self.changed.append((words, struck))

    def _say(self, text: str | None, layout: Layout) -> None:
        if not text:
            return
        words = (text if layout.pre else _SPACE.sub(" ", text)).translate(C1)
        self.said.append(words)
        aside = {"inserted": "tracked-insertion", "struck": "tracked-deletion"}.get(layout.change, "")
        kept = layout.change == ("struck" if self.changes == "rejected" else "inserted")
        self._add(Piece(text=words, aside=layout.aside or ("" if kept else aside)), layout)

    def _add(self, piece: Piece, layout: Layout) -> None:
        has_words = bool(piece.text.strip())
        if self._ended and (has_words or "\xa0" in piece.text):
            self._flush()
        if self._ended:
            return
        if has_words and self._layout is None:
            self._layout = layout
        self._pieces.append(piece)

    def _end(self, *, row: bool = False) -> None:
        """The end of a paragraph. Inside a row, words of the cells before do not make one: they go on."""
        own = self._pieces if row else self._pieces[self._cell :]
        self._ended = self._ended or any(piece.text.strip() for piece in own)

    def _end_cell(self) -> None:
        self._ended = False
        self._pieces.append(Piece(text="\t"))
        self._cell = len(self._pieces)

    def _flush(self) -> None:
        text = "".join(piece.text for piece in self._pieces)
        if text.strip():
            layout = self._layout or Layout()
            lead = len(text.lstrip("\t\n ")) - len(text.lstrip())
            self.made.append(
                Paragraph(
                    pieces=tuple(self._pieces),
                    number=len(self.made) + 1,
                    indent=max(0, round(layout.indent + layout.first) + lead),
                    centred=layout.centred,
                    heading=layout.heading,
                )
            )
        self._pieces, self._cell, self._ended, self._layout = [], 0, False, None

    def _page(self) -> None:
        self._flush()
        self.made.append(Paragraph(pieces=(Piece(text=PAGE_BREAK),), number=len(self.made) + 1))
