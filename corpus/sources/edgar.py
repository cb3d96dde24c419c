"""EDGAR plain text: bytes to lines.

The filings are plain ASCII with pages marked by ``<PAGE>`` or by nothing at all (SEC, EDGAR Filer Manual,
volume II, section 5.2). Windows-1252 is read too, since filers' quotation marks come in it, and UTF-16 under its mark.
"""

from __future__ import annotations

import re

from corpus.errors import EmptySource, MixedEncodings, NotText
from corpus.sources.decoded import Decoded, printable
from corpus.sources.line import Line

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_UTF_8 = re.compile(rb"[\xc2\xc3][\x80-\xbf]|[\xe2\xed][\x80-\xbf]{2}")
"""Accented letters, signs, dashes and quotation marks in UTF-8: read as Windows-1252 they spell nothing at all."""
_TAB = 8


def read_text(content: bytes, name: str) -> Decoded:
    """Read a text file; raises EmptySource, NotText or MixedEncodings."""
    text = decode(content, name)
    return Decoded(characters=text, lines=read_lines(text), extracted=False)


def decode(content: bytes, name: str) -> str:
    """The characters of a text file; raises EmptySource, NotText or MixedEncodings."""
    if not content.strip():
        raise EmptySource(name)
    return printable(_characters(content, name), name)


def read_lines(text: str) -> tuple[Line, ...]:
    """Every line, blank ones too; a form feed stands on a line of its own."""
    lines: list[Line] = []
    offset = 0
    for number, (raw, end) in enumerate(_LINE.findall(text), 1):
        for part in re.split(r"(?=\f)|(?<=\f)", raw):
            words = part if part == "\f" else part.strip()
            lead = part[: part.index(words)] if words else ""
            lines.append(
                Line(
                    text=words,
                    indent=len(lead.expandtabs(_TAB)),
                    number=number,
                    offset=offset + len(lead),
                )
            )
            offset += len(part)
        offset += len(end)
    return tuple(lines)


def refuse_mixed(content: bytes, name: str) -> None:
    """Raise MixedEncodings where bytes that are about to be read as Windows-1252 hold letters in UTF-8."""
    if found := _UTF_8.search(content):
        line = content.count(b"\n", 0, found.start()) + 1
        raise MixedEncodings(name, line, found.group().decode(errors="replace"))


def _characters(content: bytes, name: str) -> str:
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "cp1252":
            refuse_mixed(content, name)
        return text
    raise NotText(name, "its bytes are neither UTF-8, UTF-16 with its mark, nor Windows-1252")
