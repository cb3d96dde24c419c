"""A drafted document for Word: set in Times, titles in the middle, numbers hanging, lines for the signature."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as Made
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.parfmt import ParagraphFormat

from amendments.drafting.document import Block
from corpus.sources.marks import opens_item

_FONT, _SIZE = "Times New Roman", Pt(12)
_STEP = 0.5
"""Inches that quoted words, and each level of a list, are set in by."""
_RIGHT_HALF = 3.25
"""Inches from the margin to the lines of the signature."""


def write_draft_docx(blocks: Sequence[Block]) -> bytes:
    """A Word document, a paragraph for each line of each block."""
    document = Document()
    _page(document)
    for number, block in enumerate(blocks):
        _write(document, block, blocks[number - 1] if number else None)
    _describe(document, " ".join(block.words for block in blocks if block.kind == "title"))
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _page(document: Made) -> None:
    """Letter paper, an inch of margin, the number of the page at its foot."""
    (section,) = document.sections
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Inches(1)
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    normal.font.name, normal.font.size = _FONT, _SIZE
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
    normal.paragraph_format.space_after = Pt(12)
    normal.paragraph_format.line_spacing = 1.0
    normal.paragraph_format.widow_control = True
    _number_pages(section.footer.paragraphs[0])
    settings = document.settings.element
    compat = settings.find(qn("w:compat"))
    mode = OxmlElement("w:compatSetting")
    mode.set(qn("w:name"), "compatibilityMode")
    mode.set(qn("w:uri"), "http://schemas.microsoft.com/office/word")
    mode.set(qn("w:val"), "15")
    if compat is not None:
        compat.append(mode)


def _number_pages(foot: Paragraph) -> None:
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    foot._p.append(field)


def _write(document: Made, block: Block, before: Block | None) -> None:
    match block.kind:
        case "title":
            _centred(document, block.words, after=6)
        case "heading":
            *above, last = block.lines
            for line in above:
                _centred(document, line, after=0)
            _centred(document, last, after=12)
            document.paragraphs[-len(block.lines)].paragraph_format.space_before = Pt(18)
        case "signature":
            _signature(document, block, first=before is None or before.kind != "signature")
        case _:
            _paragraph(document, block, turns=before is not None and before.kind != block.kind)


def _centred(document: Made, line: str, after: int) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(after)
    paragraph.paragraph_format.keep_with_next = True
    paragraph.add_run(line).bold = True


def _paragraph(document: Made, block: Block, *, turns: bool) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    form = paragraph.paragraph_format
    form.space_before = Pt(12) if turns else Pt(0)
    words = f" {block.text}" if block.lead and block.text else block.text
    if block.kind == "provision":
        item = opens_item(block.text.lstrip("“")) if block.depth and not block.lead else None
        _hang(form, block)
        if item is not None:
            number, _, rest = block.text.partition(" ")
            words = f"{number}\t{rest}"
    elif block.kind == "clause":
        form.first_line_indent = Inches(_STEP)
        form.keep_with_next = block.text.endswith(":")
    else:
        form.keep_with_next = True  # a signature does not stand alone on a page
    if block.lead:
        paragraph.add_run(block.lead).bold = True
    paragraph.add_run(words)


def _hang(form: ParagraphFormat, block: Block) -> None:
    """Sections and items hang from their numbers; further paragraphs stand under their words, left of any item."""
    outer = _STEP * (block.depth + block.quoted + (1 if block.depth else 0))
    form.left_indent = Inches(outer + _STEP)
    opens = bool(block.lead) or (block.depth > 0 and opens_item(block.text) is not None)
    form.first_line_indent = Inches(-_STEP) if opens else Inches(0)
    if block.quoted:
        form.right_indent = Inches(_STEP)


def _signature(document: Made, block: Block, *, first: bool) -> None:
    paragraph = document.add_paragraph(block.words)
    form = paragraph.paragraph_format
    form.left_indent = Inches(_RIGHT_HALF)
    form.space_before = Pt(36) if first else Pt(0)
    form.space_after = Pt(0)
    form.keep_with_next = first


def _describe(document: Made, title: str) -> None:
    """What the file says of itself; the template's own words are taken out."""
    about = document.core_properties
    about.title, about.author, about.comments, about.last_modified_by = title[:255], "", "", ""
