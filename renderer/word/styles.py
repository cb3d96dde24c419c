"""The looks of lines as styles of Word: its headings for articles and sections, which its navigation pane lists."""

from __future__ import annotations

from collections.abc import Iterable

from docx.document import Document as Made
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt
from docx.styles.style import ParagraphStyle

from renderer.word.lines import Line
from renderer.word.page import STEP, named

_CENTRE, _BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


def style_id(line: Line) -> str:
    """The id of the style of a line; every depth of a list has its own."""
    match line.style:
        case "title":
            return "Title"
        case "subtitle":
            return "Subtitle"
        case "article":
            return "Heading1"
        case "section":
            return "Heading2"
        case "item":
            return f"Item{max(line.depth, 1)}"
        case "text":
            return f"Text{line.depth}"
        case "note":
            return "SourceNote"
        case "closing":
            return "Closing"


def set_styles(document: Made, lines: Iterable[Line]) -> None:
    """Give the document the styles that the lines ask for."""
    for line in {style_id(line): line for line in lines}.values():
        _set(document, line)


def _set(document: Made, line: Line) -> None:
    match line.style:
        case "title":
            _heading(named(document, "Title"), after=6)
        case "subtitle":
            _heading(named(document, "Subtitle"))
            _as_note(named(document, "Subtitle"))
        case "article":
            _heading(named(document, "Heading 1"), before=18, level=0)
        case "section":
            styled = _emptied(named(document, "Heading 2"))
            styled.paragraph_format.alignment = _BOTH
            _list_at(styled, 1)
        case "note":
            _as_note(_new(document, "Source Note", "SourceNote"))
        case "closing":
            _new(document, "Conclusions", "Closing").paragraph_format.alignment = _BOTH
        case "item" | "text":
            styled = _new(document, f"{line.style.capitalize()} {line.depth}", style_id(line))
            styled.paragraph_format.alignment = _BOTH
            styled.paragraph_format.left_indent = Inches(STEP * (line.depth + 1 if line.depth else 0))
            if line.style == "item":
                styled.paragraph_format.first_line_indent = Inches(-STEP)


def _heading(styled: ParagraphStyle, *, before: int = 0, after: int = 12, level: int | None = None) -> None:
    _emptied(styled)
    form = styled.paragraph_format
    form.alignment, form.keep_with_next, form.keep_together = _CENTRE, True, True
    form.space_before, form.space_after = Pt(before), Pt(after)
    if level is not None:
        _list_at(styled, level)
    styled.font.bold = True


def _as_note(styled: ParagraphStyle) -> None:
    styled.font.bold, styled.font.italic, styled.font.size = False, True, Pt(10)


def _list_at(styled: ParagraphStyle, level: int) -> None:
    """The place in the outline of the document, from 0."""
    outline = OxmlElement("w:outlineLvl")
    outline.set(qn("w:val"), str(level))
    styled.element.get_or_add_pPr().append(outline)


def _emptied(styled: ParagraphStyle) -> ParagraphStyle:
    """A style of the template without its own looks: colours, borders, the fonts of the theme."""
    for properties in (styled.element.pPr, styled.element.rPr):
        if properties is not None:
            styled.element.remove(properties)
    return styled


def _new(document: Made, name: str, key: str) -> ParagraphStyle:
    styled = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(styled, ParagraphStyle)
    styled.element.styleId = key
    styled.base_style = named(document, "Normal")
    styled.quick_style = True
    return styled
