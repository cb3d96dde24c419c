"""Reading sources of every format, longer and longer, beside what the library of each takes to give its words."""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from formats import as_html, as_markdown, as_pdf, as_text, as_word

_WORDS = "The office shall be in the County of Fresno, and the board may by resolution establish others elsewhere. "
_LARGEST = {"bylaws.txt": 10_000, "bylaws.md": 10_000, "bylaws.htm": 10_000, "bylaws.docx": 1_000, "bylaws.pdf": 1_000}
"""Kilobytes of text up to which a format is measured: python-docx takes minutes to write a longer Word file."""
_SECTION = 700
"""Bytes of text that a section takes, about."""


def parts(size: int) -> Iterator[tuple[str, str]]:
    """Articles of ten sections with lists, of so many bytes together."""
    for number in range(max(size // _SECTION, 1)):
        if number % 10 == 0:
            yield "article", f"ARTICLE {number // 10 + 1}\nOFFICES"
        yield "section", f"Section {number % 10 + 1}. Principal Office. {_WORDS * 5}"
        yield "item", "(a) within the County, by a majority of the directors then in office; and"
        yield "item", "(b) outside of it, by two-thirds of the whole board."


def reading_curve() -> Iterator[str]:
    """Per format and size: the time, the time for each megabyte of text, and the ratio to the peer."""
    from corpus.sources.reader import read_source

    yield ""
    yield f"{'reading':<20}{'text':>10}{'time':>10}{'per MB':>10}{'ratio':>8}  peer"
    for name, write, peer, called in _formats():
        for kilobytes in (10, 100, 1_000, 10_000):
            if kilobytes <= _LARGEST[name]:
                content = write(kilobytes * 1_000)
                ours, theirs = _fastest(partial(read_source, content, name)), _fastest(partial(peer, content))
                per = ours / kilobytes * 1_000
                yield f"{name:<20}{kilobytes:>7} KB{ours:>8.2f} s{per:>8.2f} s{ours / theirs:>8.1f}  {called}"


Peer = Callable[[bytes], object]


def _formats() -> Iterator[tuple[str, Callable[[int], bytes], Peer, str]]:
    import docx
    import pypdfium2
    from lxml import html
    from markdown_it import MarkdownIt

    def pages(content: bytes) -> list[str]:
        return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content)]

    def lines(size: int) -> list[str]:
        return as_text(parts=parts(size)).decode().splitlines()

    yield "bylaws.txt", lambda size: as_text(parts=parts(size)), lambda text: text.decode().split(), "str.split"
    markdown = MarkdownIt()
    yield (
        "bylaws.md",
        lambda size: as_markdown(parts=parts(size)),
        lambda text: markdown.render(text.decode()),
        "markdown-it",
    )
    yield (
        "bylaws.htm",
        lambda size: as_html(parts=parts(size)),
        lambda page: html.fromstring(page).text_content(),
        "lxml.html",
    )
    yield (
        "bylaws.docx",
        lambda size: as_word(parts=parts(size)),
        lambda file: [paragraph.text for paragraph in docx.Document(io.BytesIO(file)).paragraphs],
        "python-docx",
    )
    yield "bylaws.pdf", lambda size: as_pdf(lines(size)), pages, "pypdfium2"


def _fastest(run: Callable[[], object]) -> float:
    """Seconds, the best of three."""
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return min(taken)
