"""Which format a file is in, told by its first bytes before its name, and its characters."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Literal

from corpus.errors import EmptySource, NotReadable, TooLarge
from corpus.sources.decoded import Decoded, printable

Changes = Literal["accepted", "rejected"]
"""How tracked changes are read."""
Format = Literal["text", "markdown", "html", "word", "pdf"]

_MEGABYTE = 1024 * 1024
LARGEST: dict[Format, int] = {
    **dict.fromkeys(("text", "markdown", "html"), 16 * _MEGABYTE),
    **dict.fromkeys(("word", "pdf"), 64 * _MEGABYTE),
}
"""Bytes of a file. Bylaws have a few hundred kilobytes; Word files and PDFs may hold pictures besides."""

_SUFFIXES: dict[Format, tuple[str, ...]] = {
    "text": (".txt", ".text", ".asc"),
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm", ".xhtml"),
    "word": (".docx", ".docm", ".dotx"),
    "pdf": (".pdf",),
}
_HEAD = 4096
_TAGS = (b"<!doctype html", b"<html", b"<xhtml")
_REFUSED = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": (
        "it is protected by a password, or saved in Word's format of before 2007",
        "Open it in Word and save it as .docx without a password.",
    ),
    b"{\\rtf": ("it is Rich Text", "Open it in Word or LibreOffice and save it as .docx."),
    b"\x89PNG": ("it is a picture", "Run OCR on it and give the text, or a PDF with a text layer."),
    b"\xff\xd8\xff": ("it is a picture", "Run OCR on it and give the text, or a PDF with a text layer."),
    b"II*\x00": ("it is a picture", "Run OCR on it and give the text, or a PDF with a text layer."),
    b"\x1f\x8b": ("it is compressed", "Unpack it and give the file inside."),
}


def format_of(content: bytes, name: str) -> Format:
    """The format of a file; raises NotReadable for those that are known and not read."""
    head = content[:_HEAD]
    for sign, (reason, next_step) in _REFUSED.items():
        if head.startswith(sign):
            raise NotReadable(name, reason, next_step)
    if head.startswith(b"PK\x03\x04"):
        return "word"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    suffix = PurePath(name).suffix.lower()
    if suffix in _SUFFIXES["html"] or any(tag in head.lower() for tag in _TAGS):
        return "html"
    return "markdown" if suffix in _SUFFIXES["markdown"] else "text"


def stored_suffix(name: str) -> str:
    """The suffix under which a source that is no plain text is kept."""
    suffix = PurePath(name).suffix.lower()
    return suffix if any(suffix in suffixes for suffixes in _SUFFIXES.values()) else ".bin"


def load_source(path: Path) -> bytes:
    """The bytes of a file; raises TooLarge before it reads one that no bylaws could fill."""
    size = path.stat().st_size
    if size > max(LARGEST.values()):
        raise TooLarge(path.name, size, max(LARGEST.values()))
    return path.read_bytes()


def decode_source(content: bytes, name: str, changes: Changes | None = None) -> Decoded:
    """The characters and lines of a file of any format that is read; raises a SourceError."""
    decoded = _decoded(content, name, changes)
    printable(decoded.characters, name)
    return decoded


def _decoded(content: bytes, name: str, changes: Changes | None) -> Decoded:
    if not content.strip():
        raise EmptySource(name)
    found = format_of(content, name)
    if len(content) > LARGEST[found]:
        raise TooLarge(name, len(content), LARGEST[found])
    match found:
        case "word":
            from corpus.sources.word.reader import read_word

            return read_word(content, name, changes)
        case "pdf":
            from corpus.sources.pdf import read_pdf

            return read_pdf(content, name)
        case "html":
            from corpus.sources.html import read_html

            return read_html(content, name, changes)
        case "markdown":
            from corpus.sources.markdown import read_markdown

            return read_markdown(content, name, changes)
        case "text":
            from corpus.sources.edgar import read_text

            return read_text(content, name)
