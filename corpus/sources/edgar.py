"""EDGAR plain text: bytes to lines.

The filings are plain ASCII with pages marked by ``<PAGE>`` or by nothing at all (SEC, EDGAR Filer Manual,
volume II, section 5.2). Windows-1252 is read too, since filers' quotation marks come in it, and UTF-16 under its mark.
"""

from __future__ import annotations

import re

from corpus.errors import EmptySource, NotText
from corpus.sources.line import Line

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_TAB = 8


def decode(content: bytes, name: str) -> str:
    """The characters of a text file; raises EmptySource or NotText."""
    if not content.strip():
        raise EmptySource(name)
    text = _characters(content, name)
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise NotText(name, f"line {line} holds the control character U+{ord(found.group()):04X}")
    return text


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


def _characters(content: bytes, name: str) -> str:
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotText(name, "its bytes are neither UTF-8, UTF-16 with its mark, nor Windows-1252")
