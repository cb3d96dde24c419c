"""What every format comes to: one run of characters, the lines in it, and what the format sets aside by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.errors import NotText
from corpus.sources.line import Line, SetAside

_LINE = re.compile(r"[^\n]+")
_PARTED = "\n\n"
_UNPRINTED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
"""Optional hyphens and marks without width: they print nothing, and would hide a word from whoever looks for it."""
C1 = {code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)}
"""What pages mean by ``&#147;``: the references to control characters stand for Windows-1252."""
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2004\u2005\u2007\u2008\u2009\u200a\u202f\u3000"), " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A source as characters.

    ``lines`` know where they stand in ``characters``; ``set_aside`` is what the format itself says is no text
    (comments, running heads, tracked changes). ``extracted`` where the characters are not simply the bytes decoded, so
    that they have to be kept beside the source for the proof of coverage.
    """

    characters: str
    lines: tuple[Line, ...]
    set_aside: tuple[SetAside, ...] = ()
    extracted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of a paragraph; with ``aside``, the reason for which they are no words of the text."""

    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph as a format marks it.

    ``number`` is its line or its place in the file, from 1; ``indent`` is in columns; a line end within it is a line
    end that the author set; ``set_off`` is a quotation by its layout. ``aside`` is the reason for which all of it is no
    text; ``glued`` the reason for which it runs on into the next one, its end having been taken away.
    """

    pieces: tuple[Piece, ...]
    number: int
    indent: int = 0
    centred: bool = False
    heading: int = 0
    aside: str = ""
    glued: str = ""
    set_off: bool = False


PAGE_BREAK = "\f"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def printable(text: str, name: str) -> str:
    """The text itself; raises NotText where it holds a control character, which no XML file may hold."""
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise NotText(name, f"line {line} holds the control character U+{ord(found.group()):04X}")
    return text


def plain(text: str) -> str:
    """Words as they print: spaces of every width become plain ones, marks that print nothing go.

    The control characters that web pages and what is saved from them hold for quotation marks and dashes become these.
    """
    return text.translate(C1).translate(_SPACES).translate(_UNPRINTED)


def compose(paragraphs: Iterable[Paragraph]) -> Decoded:
    """The paragraphs one under the other, a blank line between two."""
    characters: list[str] = []
    lines: list[Line] = []
    aside: list[SetAside] = []
    gathered: list[tuple[str, int]] = []
    at = 0
    for paragraph in paragraphs:
        for piece in paragraph.pieces:
            text = plain(piece.text)
            if reason := paragraph.aside or piece.aside:
                aside.append(_aside(reason, text, at, paragraph, joins=not paragraph.aside))
            else:
                gathered.append((text, at))
            characters.append(text)
            at += len(text)
        characters.append(_PARTED)
        if paragraph.glued:
            aside.append(_aside(paragraph.glued, _PARTED, at, paragraph, joins=True))
        else:
            lines += _lines(gathered, paragraph)
            lines.append(Line(text="", indent=0, number=paragraph.number, offset=at))
            gathered = []
        at += len(_PARTED)
    return Decoded(
        characters="".join(characters),
        lines=tuple(lines),
        set_aside=tuple(item for item in aside if item.joins or item.line.text.strip()),
    )


def _aside(reason: str, text: str, at: int, paragraph: Paragraph, *, joins: bool) -> SetAside:
    return SetAside(reason=reason, line=Line(text=text, indent=0, number=paragraph.number, offset=at), joins=joins)


def _lines(gathered: list[tuple[str, int]], paragraph: Paragraph) -> Iterator[Line]:
    text = "".join(piece for piece, _ in gathered)
    starts: list[tuple[int, int]] = []
    length = 0
    for piece, at in gathered:
        starts.append((length, at))
        length += len(piece)
    for found in _LINE.finditer(text):
        words = found.group() if found.group() == PAGE_BREAK else found.group().strip()
        if not words:
            continue
        first = found.start() + found.group().index(words)
        start, at = next(pair for pair in reversed(starts) if pair[0] <= first)
        yield Line(
            text=words,
            indent=paragraph.indent,
            number=paragraph.number,
            offset=at + first - start,
            centred=paragraph.centred,
            heading=paragraph.heading,
            whole=words != PAGE_BREAK,
            set_off=paragraph.set_off,
        )
