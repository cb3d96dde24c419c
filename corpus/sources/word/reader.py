"""Word documents: bytes to paragraphs.

Numbers come from Word's own numbering, styles say what is a heading. Tracked changes are read as accepted or as
rejected, whichever is asked for; what they take away is set aside by name, as are comments, footnotes, running heads
and a table of contents that Word made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from corpus.errors import NotReadable, WordsUnaccounted
from corpus.sources.decoded import Decoded, Paragraph, Piece, compose
from corpus.sources.formats import Changes
from corpus.sources.word.numbering import Numbering
from corpus.sources.word.package import Package, W, open_package
from corpus.sources.word.refusals import refuse_tracked, refuse_unread
from corpus.sources.word.styles import Styles, is_on
from corpus.sources.word.words import (
    DELETED,
    DELETION,
    FALLBACK,
    INSERTED,
    INSERTION,
    MATHS,
    Fields,
    UnprintedNumber,
    boxes,
    pieces,
    said,
)

_ASIDE = {
    "footnotes": "footnote",
    "endnotes": "endnote",
    "comments": "comment",
    "header": "running-head",
    "footer": "running-foot",
}
_KINDS = frozenset({*_ASIDE, "styles", "numbering"})
_TWIPS = 144
"""A column is a tenth of an inch, as on a page of ten characters to the inch."""
_CONTENTS = "table-of-contents"
_NO_NOTES = ("separator", "continuationSeparator", "continuationNotice")


@dataclass(frozen=True, slots=True)
class _Raw:
    """A paragraph of the file: what it says of itself, its words, and the reason for which its end is taken away.

    The last of a row of a table has the ``cells`` before it, with their numbers.
    """

    properties: etree._Element | None
    cells: tuple[Piece, ...]
    pieces: tuple[Piece, ...]
    glued: str
    contents: bool


def read_word(content: bytes, name: str, changes: Changes | None) -> Decoded:
    """Read a Word file; raises NotReadable, and ChangesTracked where ``changes`` is needed and None."""
    package = open_package(content, name, _KINDS)
    refuse_unread(package, name)
    styles = Styles(package.part("styles"))
    styles.settle(package.document)
    if changes is None:
        refuse_tracked(package, name)
    try:
        paragraphs = list(_paragraphs(package, styles, name, changes))
    except UnprintedNumber as error:
        raise NotReadable(
            name,
            f"it has a number in the text that Word counts when it prints (the field {error}), and keeps nowhere",
            "Type the numbers in place of the fields, or save the file from Word as plain text, and give that.",
        ) from error
    _prove(package.document, paragraphs, name)
    return compose(paragraphs)


def _paragraphs(package: Package, styles: Styles, name: str, changes: Changes | None) -> Iterator[Paragraph]:
    numbering = Numbering(package.part("numbering"), styles, name)
    number = 0
    for group in _groups(_raw(package.document, styles, numbering, changes)):
        last = group[-1].properties  # the end that is left says what the whole paragraph is
        has_words = any(not piece.aside and piece.text.strip() for raw in group for piece in (*raw.cells, *raw.pieces))
        counts = has_words or (len(group) == 1 and not _is_hidden(group[0]))
        printed, level_indent = numbering.next(last) if counts else ("", None)
        for place, raw in enumerate(group):
            number += 1
            lead = (Piece(text=f"{printed}\t"),) if printed and not place else ()
            yield Paragraph(
                pieces=(*raw.cells, *lead, *raw.pieces),
                number=number,
                indent=_indent(styles, last, level_indent),
                centred=styles.is_centred(last),
                heading=styles.heading(last),
                aside=_CONTENTS if raw.contents else "",
                glued=raw.glued,
            )
    for kind, reason in _ASIDE.items():
        for part in package.parts.get(kind, ()):
            for note in _notes(part):
                number += 1
                yield replace(note, number=number, aside=reason)


def _is_hidden(raw: _Raw) -> bool:
    """Whether a paragraph is hidden to its end: Word neither prints nor counts it."""
    marks = raw.properties.find(f"{W}rPr") if raw.properties is not None else None
    return is_on(marks, "vanish") and not any(not piece.aside for piece in raw.pieces)


def _groups(raws: Iterator[_Raw]) -> Iterator[list[_Raw]]:
    """Paragraphs that run on into one another, together."""
    group: list[_Raw] = []
    for raw in raws:
        group.append(raw)
        if not raw.glued:
            yield group
            group = []
    if group:
        yield [*group[:-1], replace(group[-1], glued="")]


def _raw(document: etree._Element, styles: Styles, numbering: Numbering, changes: Changes | None) -> Iterator[_Raw]:
    fields = Fields()
    for row in _rows(document):
        cells: list[Piece] = []
        for place, paragraph in enumerate(row):
            own = _properties(paragraph, changes)
            contents = fields.in_contents or styles.is_contents(own)
            words = pieces(paragraph, fields, changes)
            if place + 1 < len(row) and _is_cell_end(paragraph):
                printed = "" if _glued(paragraph, changes) else numbering.next(own)[0]
                cells += (*([Piece(text=f"{printed}\t")] if printed else []), *words, Piece(text="\t"))
                continue
            yield _Raw(own, tuple(cells), words, _glued(paragraph, changes), contents or fields.in_contents)
            cells = []
            for box in boxes(paragraph):
                yield from _raw(box, styles, numbering, changes)


def _rows(element: etree._Element) -> Iterator[list[etree._Element]]:
    """The paragraphs in reading order: those in one row of a table together, others each alone."""
    for child in element:
        if child.tag == f"{W}p":
            yield [child]
        elif child.tag == f"{W}tbl":
            for row in child.iter(f"{W}tr"):
                if next(row.iterancestors(f"{W}tbl")) is child:
                    yield [paragraph for group in _rows(row) for paragraph in group]
        elif isinstance(child.tag, str) and child.tag not in (f"{W}pPr", f"{W}sectPr"):
            yield from _rows(child)


def _is_cell_end(paragraph: etree._Element) -> bool:
    """Whether a paragraph is the last of its cell: the words of the next cell go on beside it."""
    parent = paragraph.getparent()
    return parent is not None and parent.tag == f"{W}tc" and parent[-1] is paragraph


def _properties(paragraph: etree._Element, changes: Changes | None) -> etree._Element | None:
    """What a paragraph says of itself; with changes rejected, what it said before they were made."""
    own = paragraph.find(f"{W}pPr")
    if own is not None and changes == "rejected":
        before = own.find(f"{W}pPrChange/{W}pPr")
        return own if before is None else before
    return own


def _glued(paragraph: etree._Element, changes: Changes | None) -> str:
    marks = {mark.tag for mark in paragraph.iterfind(f"{W}pPr/{W}rPr/*")}
    row = paragraph.getparent()
    while row is not None and row.tag != f"{W}tr":
        row = row.getparent()
    if row is not None:
        marks |= {mark.tag for mark in row.iterfind(f"{W}trPr/*")}
    if changes == "rejected":
        return INSERTION if marks & INSERTED else ""
    return DELETION if marks & DELETED else ""


def _indent(styles: Styles, own: etree._Element | None, level: int | None) -> int:
    """Columns from the margin to the first line: what the paragraph says, else its list, else its styles."""
    stated = [one.find(f"{W}ind") for one in styles.properties(own)]
    for at, indent in enumerate(stated):
        if indent is None:
            continue
        left = indent.get(f"{W}left") or indent.get(f"{W}start")
        if left is None and level is not None:
            break
        if at and level is not None:
            break
        first = _twips(indent.get(f"{W}firstLine")) - _twips(indent.get(f"{W}hanging"))
        return max(0, round((_twips(left) + (0 if level is not None else first)) / _TWIPS))
    return max(0, round((level or 0) / _TWIPS))


def _twips(text: str | None) -> int:
    try:
        return int(float(text)) if text else 0
    except (ValueError, OverflowError):
        return 0


def _notes(part: etree._Element) -> Iterator[Paragraph]:
    """The paragraphs of a part beside the text."""
    for note in part:
        if note.get(f"{W}type") not in _NO_NOTES:
            for paragraph in note.iter(f"{W}p"):
                yield Paragraph(pieces=pieces(paragraph, Fields(), None), number=0)


def _prove(document: etree._Element, paragraphs: list[Paragraph], name: str) -> None:
    """Hold the words that were read against every word element of the file, however deep; raises WordsUnaccounted."""
    elements = document.iter(f"{W}t", f"{W}delText", MATHS)
    written = Counter(
        said(element) if element.tag != MATHS else element.text or ""
        for element in elements
        if element.text and next(element.iterancestors(FALLBACK), None) is None
    )
    read = Counter(piece.text for paragraph in paragraphs for piece in paragraph.pieces)
    for words in written:
        if read[words] < written[words]:
            raise WordsUnaccounted(name, 1, "nothing", words)
