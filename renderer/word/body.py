"""The main part of a Word file: paragraphs, runs and their tracked changes, as WordprocessingML.

ECMA-376 part 1, 17.3 (paragraphs and runs), 17.13.4 (comments), 17.13.5 (revisions).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from lxml import etree

from renderer.word.ends import Paragraph, paragraphs
from renderer.word.lines import KEPT, Author, Change, Line, Words
from renderer.word.page import W
from renderer.word.styles import style_id

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SIGN = re.compile(r"([\t\n])")
_SIGNS = {"\t": f"{W}tab", "\n": f"{W}br"}
_Element = etree._Element


@dataclass(slots=True)
class Body:
    """Writes lines into a body, and counts their remarks and revisions. Mutable: one for a file.

    LibreOffice joins what one author put in at the end of a paragraph and at the start of the next within a minute, and
    on rejecting takes the end between them too. So the second is given a later minute of the same day.
    """

    element: _Element
    _remarks: Iterator[int] = field(default_factory=count)
    _ids: Iterator[int] = field(default_factory=lambda: count(1))
    _minute: int = 0
    _moves: dict[tuple[str, bool], str] = field(default_factory=dict)

    def write(self, lines: Sequence[Line]) -> None:
        """Write lines, of which there is one at least, as the last paragraphs so far."""
        before: Author | None = None
        for paragraph in paragraphs(lines):
            first, last = _put_in_at_edges(paragraph)
            self._minute = 2 - self._minute if first and first == before else 0
            before = last if paragraph.end == KEPT else None
            self._paragraph(paragraph)

    def _paragraph(self, paragraph: Paragraph) -> None:
        made = etree.SubElement(self.element, f"{W}p")
        self._properties(made, paragraph)
        for part in paragraph.parts:
            if part.opens:
                self._open_move(made, part.line)
            self._words(made, part.line)
            if part.closes:
                self._close_move(self.element if part.moved else made, part.line)
            if part is not paragraph.parts[-1]:  # parted for the eye, in neither text
                self._write(made, Words(text="\n", change=part.end), moved=False)

    def _properties(self, made: _Element, paragraph: Paragraph) -> None:
        properties = etree.SubElement(made, f"{W}pPr")
        etree.SubElement(properties, f"{W}pStyle", {f"{W}val": style_id(paragraph.new)})
        if paragraph.end != KEPT:
            self._changed(etree.SubElement(properties, f"{W}rPr"), paragraph.end, moved=paragraph.parts[-1].moved)
        if style_id(paragraph.old) != style_id(paragraph.new):
            assert paragraph.by is not None  # only an end that was exchanged has two looks
            before = etree.SubElement(self._revision(properties, "pPrChange", paragraph.by), f"{W}pPr")
            etree.SubElement(before, f"{W}pStyle", {f"{W}val": style_id(paragraph.old)})

    def _open_move(self, paragraph: _Element, line: Line) -> None:
        by = line.mark.put_in or line.mark.taken_out
        assert by is not None  # what moved was put in or taken out
        start = self._revision(paragraph, f"{_move_tag(line.mark)}RangeStart", by)
        start.set(f"{W}name", line.move)
        self._moves[line.move, line.mark.in_new] = start.get(f"{W}id", "")

    def _close_move(self, parent: _Element, line: Line) -> None:
        key = self._moves[line.move, line.mark.in_new]
        etree.SubElement(parent, f"{W}{_move_tag(line.mark)}RangeEnd", {f"{W}id": key})

    def _words(self, made: _Element, line: Line) -> None:
        remarks = [next(self._remarks) for _ in line.remarks]
        for key in remarks:
            etree.SubElement(made, f"{W}commentRangeStart", {f"{W}id": str(key)})
        for words in line.words:
            self._write(made, words, moved=bool(line.move))
        for key in remarks:
            etree.SubElement(made, f"{W}commentRangeEnd", {f"{W}id": str(key)})
            run = etree.SubElement(self._changed(made, line.change, moved=bool(line.move)), f"{W}r")
            etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}rStyle", {f"{W}val": "CommentReference"})
            etree.SubElement(run, f"{W}commentReference", {f"{W}id": str(key)})

    def _write(self, made: _Element, words: Words, *, moved: bool) -> None:
        """Write words where there are any. What one author put in and took out is no change, and nothing to show."""
        change = words.change
        if words.text and (change == KEPT or change.put_in != change.taken_out):
            parent = self._changed(made, change, moved=moved)
            _run(parent, words, deleted=bool(change.taken_out) and not moved)

    def _changed(self, parent: _Element, change: Change, *, moved: bool) -> _Element:
        """The element that what was changed goes into."""
        if change.put_in:
            parent = self._revision(parent, "moveTo" if moved else "ins", change.put_in)
        if change.taken_out:
            parent = self._revision(parent, "moveFrom" if moved else "del", change.taken_out)
        return parent

    def _revision(self, parent: _Element, tag: str, by: Author) -> _Element:
        said = {
            f"{W}id": str(next(self._ids)),
            f"{W}author": by.name,
            f"{W}date": f"{by.date.isoformat()}T00:{self._minute:02}:00Z",
        }
        return etree.SubElement(parent, f"{W}{tag}", said)


def _put_in_at_edges(paragraph: Paragraph) -> tuple[Author | None, Author | None]:
    """Who put in the first and the last words of a paragraph."""
    words = [one for part in paragraph.parts for one in part.line.words if one.text]
    return (words[0].change.put_in, words[-1].change.put_in) if words else (None, None)


def _move_tag(mark: Change) -> str:
    return "moveTo" if mark.in_new else "moveFrom"


def _run(parent: _Element, words: Words, *, deleted: bool) -> None:
    run = etree.SubElement(parent, f"{W}r")
    if words.bold or words.italic or words.underline:
        properties = etree.SubElement(run, f"{W}rPr")
        for tag in ("b", "bCs") * words.bold + ("i", "iCs") * words.italic:
            etree.SubElement(properties, f"{W}{tag}")
        if words.underline:
            etree.SubElement(properties, f"{W}u", {f"{W}val": "single"})
    for part in _SIGN.split(words.text):
        if part in _SIGNS:
            etree.SubElement(run, _SIGNS[part])
        elif part:
            text = etree.SubElement(run, f"{W}delText" if deleted else f"{W}t", {_SPACE: "preserve"})
            text.text = part
