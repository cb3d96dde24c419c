"""The words of one Word paragraph: runs, fields, tracked changes, and what is hidden or anchored in it.

ECMA-376 part 1, 17.3 (paragraphs and runs), 17.13.5 (revisions), 17.16 (fields).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from corpus.sources.decoded import Piece
from corpus.sources.formats import Changes
from corpus.sources.word.package import W
from corpus.sources.word.styles import is_on

INSERTED = frozenset(f"{W}{name}" for name in ("ins", "moveTo"))
DELETED = frozenset(f"{W}{name}" for name in ("del", "moveFrom"))
INSERTION, DELETION = "tracked-insertion", "tracked-deletion"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATE, FALLBACK = f"{_COMPATIBLE}AlternateContent", f"{_COMPATIBLE}Fallback"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_BOX = f"{W}txbxContent"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_IN_RUN = {f"{W}{name}": sign for name, sign in _SIGNS.items()}
_WITHOUT_WORDS = frozenset(f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "tcPr", "trPr", "tblPr"))


_COUNTED = frozenset(("LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT"))


class UnprintedNumber(Exception):
    """A field whose number Word counts when it prints, and keeps nowhere."""


@dataclass(slots=True)
class Fields:
    """The fields open at a place: of each its instruction so far, and whether its result has begun.

    Mutable, one for a document: a field may reach over paragraphs.
    """

    open: list[tuple[str, bool]] = field(default_factory=list)

    @property
    def in_instruction(self) -> bool:
        return any(not begun for _, begun in self.open)

    @property
    def in_contents(self) -> bool:
        """Whether the place is in a table of contents that Word made."""
        return any(instruction.split()[:1] == ["TOC"] for instruction, _ in self.open)

    def mark(self, kind: str) -> None:
        """Begin a field, its result, or end it; raises UnprintedNumber where Word counts a result and keeps none."""
        if kind == "begin":
            self.open.append(("", False))
        elif kind == "separate" and self.open:
            self.open[-1] = (self.open[-1][0], True)
        elif kind == "end" and self.open:
            instruction, begun = self.open.pop()
            if not begun and (counts := next(iter(instruction.split()), "")).upper() in _COUNTED:
                raise UnprintedNumber(counts)

    def instruct(self, words: str) -> None:
        if self.open:
            self.open[-1] = (self.open[-1][0] + words, self.open[-1][1])


def pieces(paragraph: etree._Element, fields: Fields, changes: Changes | None) -> tuple[Piece, ...]:
    """The words of a paragraph in order. Text boxes anchored in it are paragraphs of their own (``boxes``)."""
    return tuple(_inside(paragraph, fields, _aside_by(changes), ""))


def boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The text boxes anchored in a paragraph, each once, though files hold most of them in two forms."""
    for child in paragraph:
        if child.tag == _BOX:
            yield child
        elif child.tag == _ALTERNATE:
            yield from (box for choice in list(child)[:1] for box in boxes(choice))
        elif isinstance(child.tag, str):
            yield from boxes(child)


def _aside_by(changes: Changes | None) -> dict[str, str]:
    """The reason for which the words in a revision are set aside, by its tag."""
    if changes == "rejected":
        return dict.fromkeys(INSERTED, INSERTION)
    return dict.fromkeys(DELETED, DELETION)


def _inside(element: etree._Element, fields: Fields, aside_by: dict[str, str], aside: str) -> Iterator[Piece]:
    for child in element:
        tag = child.tag
        if tag in _WITHOUT_WORDS or tag == _BOX or not isinstance(tag, str):
            continue
        if tag == f"{W}r":
            yield from _run(child, fields, aside_by, aside)
        elif tag == _ALTERNATE:
            yield from (piece for choice in list(child)[:1] for piece in _inside(choice, fields, aside_by, aside))
        elif tag == MATHS:
            yield Piece(text=child.text or "", aside=aside)
        elif tag == f"{W}p":
            continue
        else:
            yield from _inside(child, fields, aside_by, aside or aside_by.get(tag, ""))


def _run(run: etree._Element, fields: Fields, aside_by: dict[str, str], aside: str) -> Iterator[Piece]:
    properties = run.find(f"{W}rPr")
    struck = is_on(properties, "strike") or is_on(properties, "dstrike")
    reason = aside or ("hidden" if is_on(properties, "vanish") else "")
    if struck and not reason and f"{W}del" in aside_by:
        reason = DELETION
    for child in run:
        tag = child.tag
        if tag == f"{W}fldChar":
            fields.mark(child.get(f"{W}fldCharType", ""))
        elif tag in (f"{W}instrText", f"{W}delInstrText"):
            fields.instruct(child.text or "")
        elif tag in (f"{W}t", f"{W}delText"):
            yield Piece(text=said(child), aside=reason or ("field-code" if fields.in_instruction else ""))
        elif tag == f"{W}sym":
            yield Piece(text=_symbol(child), aside=reason)
        elif tag in _IN_RUN:
            yield Piece(text=_IN_RUN[tag], aside=reason)
        elif tag == _ALTERNATE:
            yield from (piece for choice in list(child)[:1] for piece in _inside(choice, fields, aside_by, reason))


def said(element: etree._Element) -> str:
    """The words of a text element: space at their edges counts only where it is said to (17.3.3.31)."""
    words = element.text or ""
    kept = next((one.get(_SPACE) for one in (element, *element.iterancestors()) if one.get(_SPACE)), "default")
    return words if kept == "preserve" else words.strip(" \t\r\n")


def _symbol(element: etree._Element) -> str:
    try:
        return chr(int(element.get(f"{W}char", ""), 16))
    except (ValueError, OverflowError):
        return ""
