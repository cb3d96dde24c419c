"""Tracked changes settled straight from the standard's rules, and lines made at random to try it on.

Nothing of the program's own reader is used: ECMA-376 part 1, 17.13.5, read with Python's own parser.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from renderer.word.lines import KEPT, Author, Change, Line, Words

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n"}
_PUT_IN, _TAKEN_OUT = {f"{_W}ins", f"{_W}moveTo"}, {f"{_W}del", f"{_W}moveFrom"}


def settled(content: bytes, *, accept: bool) -> list[str]:
    """The paragraphs of a Word file with every change accepted, or every one rejected; pages before them left out."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        body = ElementTree.fromstring(package.read("word/document.xml")).find(f"{_W}body")
    assert body is not None
    gone = _TAKEN_OUT if accept else _PUT_IN
    found, text, ended = [], "", True
    for paragraph in body.iter(f"{_W}p"):
        text += "".join(_words(paragraph, gone, struck=False))
        ended = not any(mark.tag in gone for mark in paragraph.iterfind(f"{_W}pPr/{_W}rPr/*"))
        if ended:
            found.append(text)
            text = ""
        if paragraph.find(f"{_W}pPr/{_W}sectPr") is not None:
            found.clear()
    assert ended, "the last paragraph of a file has an end"
    return found


def _words(element: ElementTree.Element, gone: set[str], *, struck: bool) -> Iterator[str]:
    for child in element:
        if child.tag in gone or child.tag == f"{_W}pPr":
            continue
        if child.tag in (f"{_W}t", f"{_W}delText"):
            assert (child.tag == f"{_W}delText") == struck, "struck words are written apart from others (17.3.3.7)"
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        else:
            yield from _words(child, gone, struck=struck or child.tag == f"{_W}del")


def audited(content: bytes, folder: Path) -> list[str]:
    """What a validator of the standard's schemas and rules has to say of a Word file."""
    file = folder / "audited.docx"
    file.write_bytes(content)
    return [one.description for one in OpenXmlValidator().validate(file).errors]


def revisions(content: bytes) -> list[ElementTree.Element]:
    """Every element that carries the author of a change."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))
    return [element for element in root.iter() if element.get(f"{_W}author") is not None]


def meant(lines: Sequence[Line], *, accept: bool) -> list[str]:
    """The paragraphs that the new text is to have, or the old one; a file has one at least, be it empty."""
    found, text = [], ""
    for line in lines:
        text += "".join(words.text for words in line.words if _stands(words.change, accept=accept))
        if _stands(line.mark, accept=accept):
            found.append(text)
            text = ""
    return [*found, text] if text or not found else found


def _stands(change: Change, *, accept: bool) -> bool:
    return change.taken_out is None if accept else change.put_in is None


FIRST = Author("Amendment No. 1", date(1998, 3, 26))
SECOND = Author("Amendment No. 2", date(2000, 2, 28))
ADDED, STRUCK = Change(put_in=SECOND), Change(taken_out=SECOND)
SUPERSEDED = Change(put_in=FIRST, taken_out=SECOND)

_LETTERS = st.sampled_from([*"abcXYZ019 .,;&<>\"'\t\n", "é", "\u0301", "א", "ש", "ع", "中", "𝔄", "\u00a0", "“", "§"])
_TEXT = st.text(_LETTERS, max_size=8)
_MOVED = st.text(_LETTERS, min_size=1, max_size=8)
_CHANGE = st.sampled_from([KEPT, KEPT, ADDED, STRUCK, Change(put_in=FIRST), Change(taken_out=FIRST), SUPERSEDED])
_WORDS = st.builds(lambda text, change, bold: Words(text=text, change=change, bold=bold), _TEXT, _CHANGE, st.booleans())
_STYLES = st.sampled_from([("article", 0), ("section", 0), ("item", 1), ("item", 3), ("text", 0), ("closing", 0)])


@st.composite
def _line(draw: st.DrawFn, *, joins: bool) -> Line:
    """A line that was put in or taken out whole, or one in which words were; with ``joins`` its end alone may be."""
    style, depth = draw(_STYLES)
    mark = draw(_CHANGE)
    words = draw(st.lists(_WORDS, max_size=4))
    if mark != KEPT and not (joins and draw(st.booleans())):
        words = [Words(text=one.text, change=mark, bold=one.bold) for one in words]
    return Line(words=tuple(words), style=style, depth=depth, mark=mark)  # type: ignore[arg-type]


@st.composite
def changed_lines(draw: st.DrawFn, *, joins: bool = True) -> list[Line]:
    """Lines changed in any way: in a row, at the start, at the end, all of them; and up to two blocks that moved."""
    lines = draw(st.lists(_line(joins=joins), min_size=1, max_size=6))
    for number in range(draw(st.integers(0, 2))):
        block = [(draw(_STYLES), draw(_MOVED)) for _ in range(draw(st.integers(1, 2)))]
        for mark in (STRUCK, ADDED):
            at = draw(st.integers(0, len(lines)))
            if 0 < at < len(lines) and lines[at - 1].move and lines[at - 1].move == lines[at].move:
                at = len(lines)
            lines[at:at] = [
                Line(words=(Words(text=text, change=mark),), style=style, depth=depth, mark=mark, move=f"move{number}")
                for (style, depth), text in block
            ]
    return lines


def printed(lines: Sequence[Line]) -> bool:
    """Whether no paragraph is empty in either text, as none is that was read from a page."""
    return all(text.strip() for accept in (True, False) for text in meant(lines, accept=accept))
