"""A drafted document for Word: titles in the middle, numbers hanging, lines for the signature."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as Made
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Inches, Pt
from docx.text.parfmt import ParagraphFormat

from amendments.drafting.document import Block
from corpus.sources.marks import opens_item
from renderer.word.page import STEP, blank_page, saved

_RIGHT_HALF = 3.25
"""Inches from the margin to the lines of the signature."""


def write_draft_docx(blocks: Sequence[Block]) -> bytes:
    """A Word document, a paragraph for each line of each block."""
    document = blank_page()
    for number, block in enumerate(blocks):
        _write(document, block, blocks[number - 1] if number else None)
    return saved(document, " ".join(block.words for block in blocks if block.kind == "title"))


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
        form.first_line_indent = Inches(STEP)
        form.keep_with_next = block.text.endswith(":")
    else:
        form.keep_with_next = True  # a signature does not stand alone on a page
    if block.lead:
        paragraph.add_run(block.lead).bold = True
    paragraph.add_run(words)


def _hang(form: ParagraphFormat, block: Block) -> None:
    """Sections and items hang from their numbers; further paragraphs stand under their words, left of any item."""
    outer = STEP * (block.depth + block.quoted + (1 if block.depth else 0))
    form.left_indent = Inches(outer + STEP)
    opens = bool(block.lead) or (block.depth > 0 and opens_item(block.text) is not None)
    form.first_line_indent = Inches(-STEP) if opens else Inches(0)
    if block.quoted:
        form.right_indent = Inches(STEP)


def _signature(document: Made, block: Block, *, first: bool) -> None:
    paragraph = document.add_paragraph(block.words)
    form = paragraph.paragraph_format
    form.left_indent = Inches(_RIGHT_HALF)
    form.space_before = Pt(36) if first else Pt(0)
    form.space_after = Pt(0)
    form.keep_with_next = first
