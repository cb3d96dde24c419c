"""Remarks of ours as Word's comments: they stand beside the text, and are no words of it."""

from __future__ import annotations

from collections.abc import Iterable

from docx.document import Document as Made
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from lxml import etree

from renderer.word.page import W, named

_OURS, _INITIALS = "bylaws", "b"


def add_comments(document: Made, remarks: Iterable[str]) -> None:
    """Put remarks into the document, numbered from 0 in order, without a day; the lines say where each belongs."""
    words = list(remarks)
    if not words:
        return
    _add_styles(document)
    root = document.part._comments_part.element
    for number, remark in enumerate(words):
        comment = etree.SubElement(
            root, f"{W}comment", {f"{W}id": str(number), f"{W}author": _OURS, f"{W}initials": _INITIALS}
        )
        paragraph = etree.SubElement(comment, f"{W}p")
        properties = etree.SubElement(paragraph, f"{W}pPr")
        etree.SubElement(properties, f"{W}pStyle", {f"{W}val": "CommentText"})
        sign = etree.SubElement(paragraph, f"{W}r")
        etree.SubElement(etree.SubElement(sign, f"{W}rPr"), f"{W}rStyle", {f"{W}val": "CommentReference"})
        etree.SubElement(sign, f"{W}annotationRef")
        etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = remark


def _add_styles(document: Made) -> None:
    """The styles that Word itself gives to comments."""
    sign = document.styles.add_style("annotation reference", WD_STYLE_TYPE.CHARACTER)
    text = document.styles.add_style("annotation text", WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(text, ParagraphStyle)
    text.base_style = named(document, "Normal")
    text.paragraph_format.space_after = Pt(0)
    sign.font.size, text.font.size = Pt(8), Pt(10)
    sign.element.styleId, text.element.styleId = "CommentReference", "CommentText"
