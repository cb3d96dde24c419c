"""The same bylaws written as text, Markdown, a web page, a Word file and a PDF, for tests of the readers."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

TITLE = ("BYLAWS OF", "ACME MUTUAL WATER CO.")
LEAVE = "The board may grant a leave of absence, and shall"
PARTS: tuple[tuple[str, str], ...] = (
    ("article", "ARTICLE I\nOFFICES"),
    (
        "section",
        "Section 1. Principal Office. The principal office shall be in the County of Fresno, State of California.",
    ),
    ("section", "Section 2. Other Offices. The board may establish branch offices:"),
    ("item", "(a) within the County, by a majority of the directors then in office; and"),
    ("item", "(b) outside of it, by two-thirds of the whole board."),
    ("paragraph", "No office shall be established for less than “one” year."),
    ("article", "ARTICLE II\nDIRECTORS"),
    ("section", f"Section 1. Number. The board has five (5) directors. {LEAVE} fill the place for its time."),
    ("section", "Section 2. Seal. The seal is round, and bears the name of the corporation."),
    ("closing", "Adopted May 4, 1990."),
)


def as_text(title: Sequence[str] = TITLE, parts: Iterable[tuple[str, str]] = PARTS, width: int = 78) -> bytes:
    """Plain text, wrapped: titles in the middle, lists set in."""
    made = ["\n".join(line.center(width).rstrip() for line in title)]
    for kind, words in parts:
        if kind == "article":
            made.append("\n".join(line.center(width).rstrip() for line in words.split("\n")))
        else:
            lead = "        " if kind == "item" else "     "
            hanging = lead if kind == "item" else ""
            made.append(textwrap.fill(words, width, initial_indent=lead, subsequent_indent=hanging))
    return ("\n\n".join(made) + "\n").encode()


def as_markdown(title: Sequence[str] = TITLE, parts: Iterable[tuple[str, str]] = PARTS) -> bytes:
    """Markdown: headings with their marks, numbers in bold."""
    made = [f"# {title[0]}\n\n{title[1]}"]
    for kind, words in parts:
        if kind == "article":
            number, _, heading = words.partition("\n")
            made.append(f"## {number}\n\n### {heading}")
        elif kind == "section":
            number, _, rest = words.partition(". ")
            made.append(f"**{number}.** {textwrap.fill(rest, 60)}")
        else:
            made.append(words)
    return ("\n\n".join(made) + "\n").encode()


def as_html(title: Sequence[str] = TITLE, parts: Iterable[tuple[str, str]] = PARTS) -> bytes:
    """A web page as EDGAR has them: styles on every element, tables for lists, references for spaces and quotes."""
    made = [f'<p style="text-align:center"><b>{title[0]}<br>{title[1]}</b></p>']
    for kind, words in parts:
        words = words.replace("“", "&#147;").replace("”", "&#148;")
        if kind == "article":
            made.append(f'<p align="center">{words.replace(chr(10), "<br>")}</p>')
        elif kind == "item":
            number, _, rest = words.partition(" ")
            made.append(
                "<table><tr><td style='width:4%'>&nbsp;</td>"
                f"<td><font size=2>{number}</font></td><td><p>{rest}</p></td></tr></table>"
            )
        elif kind == "section":
            number, heading, rest = words.split(". ", 2)
            made.append(
                f'<p style="text-indent:0.5in"><font>{number.replace(" ", "&nbsp;")}.&nbsp;&nbsp;<u>{heading}</u>. '
                f"{textwrap.fill(rest, 50)}</font></p>"
            )
        else:
            made.append(f"<div>{words}</div>")
    body = "\n".join(made)
    return (
        f"<html><head><title>ex3-2.htm</title><style>p {{margin:0}}</style></head><body>{body}</body></html>".encode()
    )


@dataclass(frozen=True)
class Level:
    """A level of a list in Word's numbering."""

    form: str
    text: str
    left: int = 0


ARTICLES = (Level("upperRoman", "ARTICLE %1"), Level("decimal", "Section %2."), Level("lowerLetter", "(%3)", 720))


def as_word(title: Sequence[str] = TITLE, parts: Iterable[tuple[str, str]] = PARTS) -> bytes:
    """A Word file whose numbers all come from Word's own numbering."""
    document = docx.Document()
    number = add_list(document, ARTICLES)
    heading = document.add_paragraph("\n".join(title))
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, words in parts:
        if kind == "article":
            paragraph = document.add_paragraph()
            paragraph.add_run("\n" + words.partition("\n")[2])
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            numbered(paragraph, number, 0)
        elif kind == "section":
            numbered(document.add_paragraph(words.split(". ", 1)[1]), number, 1)
        elif kind == "item":
            numbered(document.add_paragraph(words.split(" ", 1)[1]), number, 2)
        else:
            document.add_paragraph(words)
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def element(tag: str, parent: object = None, **attributes: str) -> OxmlElement:
    """A WordprocessingML element, put last into its parent."""
    made = OxmlElement(f"w:{tag}")
    for key, text in attributes.items():
        made.set(qn(f"w:{key}"), text)
    if parent is not None:
        parent.append(made)
    return made


def add_list(document: docx.document.Document, levels: Sequence[Level], key: str = "77") -> str:
    """Put a list of these levels into a document's numbering; gives its key."""
    root = document.part.numbering_part.element
    abstract = element("abstractNum", abstractNumId=key)
    root.insert(0, abstract)
    for place, level in enumerate(levels):
        made = element("lvl", abstract, ilvl=str(place))
        element("start", made, val="1")
        element("numFmt", made, val=level.form)
        element("lvlText", made, val=level.text)
        element("ind", element("pPr", made), left=str(level.left))
    element("abstractNumId", element("num", root, numId=key), val=key)
    return key


def numbered(paragraph: docx.text.paragraph.Paragraph, key: str, level: int) -> None:
    """Number a paragraph in a list."""
    properties = element("numPr", paragraph._p.get_or_add_pPr())
    element("ilvl", properties, val=str(level))
    element("numId", properties, val=key)


def as_pdf(lines: Iterable[str] | None = None, lines_on_page: int = 40) -> bytes:
    """A PDF of lines in Courier, one under the other: the plainest file with a text layer that there can be."""
    given = as_text().decode().splitlines() if lines is None else list(lines)
    pages = [given[at : at + lines_on_page] for at in range(0, len(given), lines_on_page)]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), b" ".join(_page(n) for n in range(len(pages)))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    for n, page in enumerate(pages):
        stream = b"BT /F1 10 Tf 12 TL 60 720 Td\n" + b"".join(_shown(line) for line in page) + b"ET"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * n} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        ]
    made, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + tail


def _page(number: int) -> bytes:
    return b"%d 0 R" % (4 + 2 * number)


def _shown(line: str) -> bytes:
    words = line.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    return b"(%s) Tj T*\n" % words
