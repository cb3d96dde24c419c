"""EDGAR plain text: bytes to lines.

The filings are plain ASCII with pages marked by ``<PAGE>`` or by nothing at all (SEC, EDGAR Filer Manual,
volume II, section 5.2). Windows-1252 is read too, since filers' quotation marks come in it.
"""

from __future__ import annotations

import re

from corpus.errors import EmptySource, NotText
from corpus.sources.line import Line

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
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
    for number, raw in enumerate(text.split("\n"), 1):
        for part in re.split(r"(?=\f)|(?<=\f)", raw):
            words = part.strip(" \t\r\v\xa0")
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
        offset += 1
    return tuple(lines)


def _characters(content: bytes, name: str) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotText(name, "its bytes are neither UTF-8 nor Windows-1252")
