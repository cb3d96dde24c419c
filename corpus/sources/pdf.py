"""PDF with a text layer: the lines of each page, where they stand on it, and the space between them.

A PDF holds marks on a page and no paragraphs. What PDFium gives in reading order is laid out again as the plain text
that such a page would be: indents in columns, a blank line where the space between two lines is wider than the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

import pypdfium2

from corpus.errors import NotReadable
from corpus.sources.decoded import PAGE_BREAK, Decoded, plain
from corpus.sources.line import Line

_PASSWORD = 4
"""PDFium's code for a file that asks for a password (FPDF_ERR_PASSWORD)."""
_WIDER = 1.35
"""Times the usual distance of two lines: what is wider parts two paragraphs."""
_SAME = 0.4
"""Times the height of a line: marks that stand nearer than that above one another are one line."""
_OFF_CENTRE = 0.02
_SET_IN = 0.05
"""Parts of the width of the text: how far from the middle a centred line may be, and from the margin it must be."""
_HYPHEN = "\u00ad"
"""Stands for PDFium's sign for a hyphen: within a line it is an optional one, which does not print."""
_MOST_PAGES = 5_000
_PICTURED = 0.5
"""Part of a page that a picture covers where the page may be a scan."""
_STAMP = 30
"""Words: a scanned page with fewer has no text layer but a stamp or a foot."""
_DRAWN = 100
"""Lines and shapes of a page without words that are letters drawn, not rules."""
_TYPED = {
    pypdfium2.raw.FPDF_ANNOT_FREETEXT: "words typed over the page",
    pypdfium2.raw.FPDF_ANNOT_STRIKEOUT: "words struck out in a comment",
    pypdfium2.raw.FPDF_ANNOT_WIDGET: "a form that is filled in",
}
_FLATTEN_FONT = "Run OCR on a picture of it, check its words, and give the result."
_FLATTEN = "Print it to PDF again, so that all of it is part of the page, and give that."


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a page: its words, its edges in points, and where its letters stand, counted from the foot."""

    text: str
    left: float
    right: float
    base: float
    height: float


def read_pdf(content: bytes, name: str) -> Decoded:
    """Read a PDF; raises NotReadable where it is damaged, asks for a password or has a page without a text layer."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise NotReadable(name, "it is protected by a password", "Save it without a password.") from error
        raise NotReadable(name, "it is damaged, or no PDF", "Print it to PDF again, or give it as text.") from error
    try:
        if len(document) > _MOST_PAGES:
            raise NotReadable(name, f"it has {len(document):,} pages", "Give the pages of the bylaws alone.")
        pages = [_rows(document[number], name, number + 1) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise NotReadable(name, "it is damaged", "Print it to PDF again, or give it as text.") from error
    finally:
        document.close()
    if not any(pages):
        raise NotReadable(name, "it has no text layer", "Run OCR first, check its words, and give the result.")
    return _laid_out(pages)


def _rows(page: Any, name: str, number: int) -> list[_Row]:
    textpage = page.get_textpage()
    if any(pypdfium2.raw.FPDFText_HasUnicodeMapError(textpage, at) == 1 for at in range(textpage.count_chars())):
        raise NotReadable(name, f"page {number} has letters whose font does not say which they are", _FLATTEN_FONT)
    rows = _joined(_pieces(textpage))
    if kind := _typed(page):
        raise NotReadable(name, f"page {number} has {kind}", _FLATTEN)
    if _is_picture(page, sum(len(row.text.split()) for row in rows)):
        raise NotReadable(
            name,
            f"page {number} has no text layer: it is a picture",
            "Run OCR first, check its words, and give the result.",
        )
    return _edges_in_place(rows)


def _is_picture(page: Any, words: int) -> bool:
    """Whether what a page says is in a picture, or in letters that are drawn: a stamp or a foot may stand on it."""
    if words >= _STAMP:
        return False
    pictures = list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))
    if not words:
        drawn = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])
        return bool(pictures) or sum(1 for _ in drawn) > _DRAWN
    width, height = page.get_size()
    boxes = (picture.get_bounds() for picture in pictures)
    covered = sum((right - left) * (top - bottom) for left, bottom, right, top in boxes)
    return bool(covered > _PICTURED * width * height)


def _typed(page: Any) -> str | None:
    """What stands on a page beside its own words and changes them; None where nothing does."""
    raw = pypdfium2.raw
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, index)
        try:
            kind = raw.FPDFAnnot_GetSubtype(note)
            filled = raw.FPDFAnnot_GetStringValue(note, b"V", None, 0) > len("\0".encode("utf-16-le"))
            if kind in _TYPED and (filled or kind != raw.FPDF_ANNOT_WIDGET):
                return _TYPED[kind]
        finally:
            raw.FPDFPage_CloseAnnot(note)
    return None


def _pieces(textpage: Any) -> Iterator[_Row]:
    """What PDFium holds for a line, which may be part of one."""
    start, words = 0, []
    count = textpage.count_chars()
    for index in range(count + 1):
        letter = _letter(textpage, index) if index < count else "\n"
        if letter not in "\r\n":
            words.append(letter)
            if letter != _HYPHEN or not _breaks_after(textpage, index, count):
                continue
            words[-1] = "-"
        inked = [at for at, one in enumerate(words) if one.strip()]
        if inked:
            boxes = [textpage.get_charbox(start + at, loose=True) for at in inked]
            yield _Row(
                text=plain("".join(words)).strip(),
                left=min(box[0] for box in boxes),
                right=max(box[2] for box in boxes),
                base=median(box[1] for box in boxes),
                height=max(median(box[3] - box[1] for box in boxes), 1.0),
            )
        start, words = index + 1, []


def _letter(textpage: Any, index: int) -> str:
    code = pypdfium2.raw.FPDFText_GetUnicode(textpage, index)
    if code in (0x02, 0xFFFE):
        return _HYPHEN
    return chr(code) if code and code <= 0x10FFFF else ""


def _breaks_after(textpage: Any, index: int, count: int) -> bool:
    """Whether a line ends at a hyphen: PDFium gives no other sign of it, and runs on with the next line."""
    if index + 1 >= count:
        return True
    here, following = (textpage.get_charbox(at, loose=True) for at in (index, index + 1))
    return bool(following[3] <= here[1] or following[2] <= here[0])


def _joined(pieces: Iterable[_Row]) -> list[_Row]:
    """Pieces that stand beside one another as one line: a number and the heading set off from it."""
    rows: list[_Row] = []
    for piece in pieces:
        before = rows[-1] if rows else None
        if (
            before
            and abs(before.base - piece.base) < _SAME * min(before.height, piece.height)
            and piece.left > before.left
        ):
            rows[-1] = _Row(
                f"{before.text} {piece.text}",
                before.left,
                max(before.right, piece.right),
                before.base,
                max(before.height, piece.height),
            )
        else:
            rows.append(piece)
    return rows


def _edges_in_place(rows: list[_Row]) -> list[_Row]:
    """Running heads and feet where they stand on the page: files may hold them before or after its text."""
    if len(rows) < 3:
        return sorted(rows, key=lambda row: -row.base)
    order = sorted(range(len(rows)), key=lambda at: -rows[at].base)
    first = [
        at for at in order[:2] if at >= len(rows) - 2 and rows[at].base > max(r.base for r in rows[: len(rows) - 2])
    ]
    last = [at for at in order[-2:] if at < 2 and rows[at].base < min(row.base for row in rows[2:] or rows[-1:])]
    moved = {*first, *last}
    middle = [row for at, row in enumerate(rows) if at not in moved]
    return [*(rows[at] for at in first), *middle, *(rows[at] for at in last)]


def _laid_out(pages: Sequence[Sequence[_Row]]) -> Decoded:
    """The pages as lines of text, a page break between two."""
    rows = [row for page in pages for row in page]
    margin = min(row.left for row in rows)
    width = max(row.right for row in rows) - margin
    column = median((row.right - row.left) / max(len(row.text), 1) for row in rows) or 1.0
    made: list[str] = []
    lines: list[Line] = []
    at = 0

    def put(text: str, indent: int = 0, centred: bool | None = False) -> None:
        nonlocal at
        lines.append(Line(text=text, indent=indent, number=len(lines) + 1, offset=at, centred=centred))
        made.append(f"{text}\n")
        at += len(text) + 1

    for number, page in enumerate(pages):
        if number:
            put(PAGE_BREAK)
        usual = _usual_distance(page)
        before: _Row | None = None
        for row in page:
            if before and before.base - row.base > _WIDER * usual:
                put("")
            middle = abs((row.left + row.right) / 2 - (margin + width / 2)) < _OFF_CENTRE * width
            put(row.text, round((row.left - margin) / column), middle and row.left - margin > _SET_IN * width)
            before = row
    return Decoded(characters="".join(made), lines=tuple(lines))


def _usual_distance(page: Sequence[_Row]) -> float:
    """Between two lines of one paragraph, in points: the smallest distance that is not an exception."""
    gaps = sorted(above.base - below.base for above, below in pairwise(page) if above.base > below.base)
    return gaps[len(gaps) // 10] if gaps else 12.0
