"""The notice as a Word file: landscape, three columns whose heads stand on every page, the amendment in full after."""

from __future__ import annotations

from collections.abc import Iterable

from docx.document import Document as Made
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from renderer.notice.view import ANNEX, HEADS, KEY, Cell, CellLine, Notice, NoticeRow, Words
from renderer.word.page import blank_page, named, saved

_MARGIN, _WIDTH, _HEIGHT = 0.8, 11, 8.5
"""Inches of letter paper that lies on its side."""
_STEP = 0.25
"""Inches that each level of a list is set in by."""
_GONE, _NEW, _QUIET = RGBColor(0xA3, 0x18, 0x0E), RGBColor(0x0B, 0x5D, 0x2B), RGBColor(0x5C, 0x57, 0x50)
_TEXT, _TOLD, _WHERE = "Notice Text", "Notice Remark", "Notice Provision"
"""Styles: words of a text, what is said about them, and the provision that a row is of."""


def write_notice_word(notice: Notice) -> bytes:
    """A Word document with one table; a provision's row goes on over pages where it must."""
    document = blank_page()
    _lay_out(document)
    _centred(document, notice.title, after=6)
    _centred(document, notice.kind, after=18)
    for label, value in notice.facts:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(6)
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(value)
    document.add_paragraph(KEY, style=_TOLD)
    if notice.rows:
        _table(document, notice)
    annex = _centred(document, ANNEX, after=12)
    annex.paragraph_format.page_break_before = True
    for line in notice.annex:
        _line(document, line, 1)
    return saved(document, f"{notice.kind}: {notice.title}")


def _lay_out(document: Made) -> None:
    (section,) = document.sections
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Inches(_WIDTH), Inches(_HEIGHT)
    section.left_margin = section.right_margin = Inches(_MARGIN)
    text = _style(document, _TEXT)
    text.font.size, text.paragraph_format.space_after = Pt(10), Pt(6)
    told = _style(document, _TOLD)
    told.font.size, told.font.italic, told.font.color.rgb = Pt(10), True, _QUIET
    told.paragraph_format.space_after = Pt(6)
    where = _style(document, _WHERE)
    where.font.size, where.font.bold, where.paragraph_format.keep_with_next = Pt(10), True, True
    where.paragraph_format.space_before = where.paragraph_format.space_after = Pt(4)


def _style(document: Made, name: str) -> ParagraphStyle:
    made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(made, ParagraphStyle)
    made.base_style = named(document, "Normal")
    return made


def _centred(document: Made, words: str, after: int) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(after)
    paragraph.add_run(words).bold = True
    return paragraph


def _table(document: Made, notice: Notice) -> None:
    table = document.add_table(rows=1, cols=len(HEADS))
    table.autofit = False
    _rule(table)
    for column in table.columns:
        column.width = Inches((_WIDTH - 2 * _MARGIN) / len(HEADS))
    heads = table.rows[0]
    heads._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, head in zip(heads.cells, HEADS, strict=True):
        _first(cell, _WHERE).add_run(head)
    for row in notice.rows:
        _provision(table.add_row(), row)
        for at, (cell, lines) in enumerate(zip(table.add_row().cells, row.cells, strict=True)):
            _fill(cell, lines, at)


def _provision(made: _Row, row: NoticeRow) -> None:
    """The address over all three columns, on the page of what it is of."""
    first, *_, last = made.cells
    paragraph = _first(first.merge(last), _WHERE)
    paragraph.add_run(row.where)
    if row.remark:
        remark = paragraph.add_run(f"  {row.remark}")
        remark.bold, remark.italic = False, True
    made._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _fill(cell: _Cell, lines: Cell, at: int) -> None:
    """``at`` is the column, which says how words that changed are shown."""
    empty = cell.paragraphs[0]._p
    for line in lines:
        _line(cell, line, at)
    empty.getparent().remove(empty)


def _line(parent: Made | _Cell, line: CellLine, at: int) -> None:
    paragraph = parent.add_paragraph(style=_TOLD if line.told else _TEXT)
    paragraph.paragraph_format.left_indent = Inches(_STEP * line.depth)
    _words(paragraph, line.head, at, bold=True)
    if line.head and line.words and line.run_in:
        paragraph.add_run(" ")
    elif line.head and line.words:
        paragraph.paragraph_format.keep_with_next = True
        paragraph = parent.add_paragraph(style=_TEXT)
    _words(paragraph, line.words, at)


def _words(paragraph: Paragraph, words: Iterable[Words], at: int, *, bold: bool = False) -> None:
    for one in words:
        run = paragraph.add_run(one.text)
        run.bold = bold or None
        if one.changed and at == 0:
            run.font.strike, run.font.color.rgb = True, _GONE
        elif one.changed:
            run.font.underline, run.font.color.rgb = True, _NEW


def _first(cell: _Cell, style: str) -> Paragraph:
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph.style = style
    return paragraph


def _rule(table: Table) -> None:
    """Thin lines between rows and columns."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "8C867D")):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    properties = table._tbl.tblPr
    layout = properties.find(qn("w:tblLayout"))
    if layout is not None:
        layout.addprevious(borders)
    else:
        properties.append(borders)
