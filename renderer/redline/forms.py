"""The forms that a redline is written in, by the name of the format."""

from __future__ import annotations

from dataclasses import dataclass

from renderer.redline.filing import as_filed
from renderer.redline.view import Redline
from renderer.terminal import Screen

ENDINGS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".pdf": "pdf",
    ".json": "json",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a redline is to look.

    With ``whole`` it has what did not change too, with ``summary`` it begins with a list of the changes. ``filing``
    sets deletions in brackets and underlines insertions. ``side_by_side`` is of web pages, ``moves`` of Word files,
    which can show a move as a deletion and an insertion instead.
    """

    whole: bool = False
    summary: bool = False
    filing: bool = False
    side_by_side: bool = False
    moves: bool = True


def write(marked: Redline, form: str, look: Look, screen: Screen, work: str = "") -> str | bytes:
    """The redline in a format: bytes of a Word file or a PDF, else text. ``work`` is the key for JSON."""
    match form:
        case "markdown":
            from renderer.redline.markdown import write_redline_markdown

            return write_redline_markdown(_filed(marked, look), look.whole, look.summary, look.filing)
        case "html":
            from renderer.redline.html import write_redline_html

            return write_redline_html(
                marked, look.whole, summary=look.summary, side_by_side=look.side_by_side, filing=look.filing
            )
        case "docx":
            from renderer.redline.word import write_redline_word

            marked = _filed(marked, look)
            return write_redline_word(marked, summary=look.summary, filing=look.filing, moves=look.moves)
        case "pdf":
            from renderer.redline.pdf import write_redline_pdf

            return write_redline_pdf(_filed(marked, look), whole=look.whole, summary=look.summary, filing=look.filing)
        case "json":
            from renderer.redline.data import write_redline_data

            return write_redline_data(marked, work)
        case _:
            from renderer.redline.text import write_redline

            return write_redline(marked, screen, look.whole, look.summary, look.filing)


def _filed(marked: Redline, look: Look) -> Redline:
    return as_filed(marked) if look.filing else marked
