"""The page of every Word file: letter paper, Times, page numbers; and its package, the same bytes for the same."""

from __future__ import annotations

import zipfile
from io import BytesIO

from docx import Document
from docx.document import Document as Made
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FONT, SIZE = "Times New Roman", Pt(12)
STEP = 0.5
"""Inches that quoted words, and each level of a list, are set in by."""
_UNUSED = ("thumbnail", "stylesWithEffects", "customXml")
"""Parts of the library's template, by the end of their relation's type: a picture of it, styles that Word 2010 read."""
_NEVER, _UNIX = (1980, 1, 1, 0, 0, 0), 3
"""The time and the system that a package says of each of its parts: files made of the same words are the same."""


def blank_page() -> Made:
    """A document without words: letter paper, an inch of margin, the number of the page at its foot."""
    document = Document()
    (section,) = document.sections
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Inches(1)
    normal = named(document, "Normal")
    set_font(normal)
    normal.paragraph_format.space_after = Pt(12)
    normal.paragraph_format.line_spacing = 1.0
    normal.paragraph_format.widow_control = True
    _number_pages(section.footer.paragraphs[0])
    for mode in document.settings.element.iter(qn("w:compatSetting")):
        if mode.get(qn("w:name")) == "compatibilityMode":
            mode.set(qn("w:val"), "15")
    for part in (document.part, document.part.package):
        for key, relation in list(part.rels.items()):
            if relation.reltype.endswith(_UNUSED):
                del part.rels[key]
    return document


def named(document: Made, name: str) -> ParagraphStyle:
    found = document.styles[name]
    assert isinstance(found, ParagraphStyle)
    return found


def set_font(styled: ParagraphStyle) -> None:
    """Times for every script, in place of the theme's fonts."""
    styled.font.name, styled.font.size = FONT, SIZE
    fonts = styled.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    for kind in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), FONT)


def _number_pages(foot: Paragraph) -> None:
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    foot._p.append(field)


def saved(document: Made, title: str, body: bytes | None = None) -> bytes:
    """The file, with ``body`` in place of the document's own part; of itself it says its title alone."""
    about = document.core_properties
    about.title, about.author, about.comments, about.last_modified_by = title[:255], "", "", ""
    for day in about._element.xpath("dcterms:created | dcterms:modified"):
        about._element.remove(day)
    packed, made = BytesIO(), BytesIO()
    document.save(packed)
    main = document.part.partname.lstrip("/")
    with zipfile.ZipFile(packed) as parts, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name in parts.namelist():
            content = body if body is not None and name == main else parts.read(name)
            part = zipfile.ZipInfo(name, _NEVER)
            part.create_system = _UNIX
            package.writestr(part, content, zipfile.ZIP_DEFLATED)
    return made.getvalue()
