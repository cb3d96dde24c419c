"""Lines to a Word file."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from docx.document import Document as Made
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from renderer.word.body import Body
from renderer.word.comments import add_comments
from renderer.word.lines import Line, check_moves
from renderer.word.page import W, blank_page, saved
from renderer.word.styles import set_styles


def write_word(lines: Sequence[Line], *, title: str, front: Sequence[Line] = (), tracked: bool = False) -> bytes:
    """A Word document, a paragraph a line; ``front`` stands on pages of its own before them.

    With ``tracked`` Word goes on tracking what is changed in it. Raises ValueError for a move that is none.
    """
    check_moves(lines)
    document = blank_page()
    shown = (*front, *lines)
    set_styles(document, shown or (Line(),))
    add_comments(document, (remark for line in shown for remark in line.remarks))
    if tracked:
        _track(document)
    root = etree.Element(f"{W}document", nsmap=document.element.nsmap)
    body = etree.SubElement(root, f"{W}body")
    section = document.sections[0]._sectPr
    written = Body(body)
    if front:
        written.write(front)
        _part(body[-1], section)
    written.write(lines or (Line(),))
    body.append(deepcopy(section))
    return saved(document, title, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _part(last: etree._Element, section: etree._Element) -> None:
    """End the pages before the text with their last paragraph: they bear no number, and the text's begin at 1."""
    properties = last.find(f"{W}pPr")
    assert properties is not None  # every paragraph has a style
    own = deepcopy(section)
    for foot in own.findall(f"{W}footerReference"):
        own.remove(foot)
    properties.append(own)
    start = etree.Element(f"{W}pgNumType", {f"{W}start": "1"})
    margin = section.find(f"{W}pgMar")
    assert margin is not None  # the page has it
    margin.addnext(start)


def _track(document: Made) -> None:
    """Word keeps the settings in one order: this one stands before the tab stops."""
    settings = document.settings.element
    tabs = settings.find(qn("w:defaultTabStop"))
    assert tabs is not None  # the template has it
    tabs.addprevious(OxmlElement("w:trackRevisions"))
