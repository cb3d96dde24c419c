"""Consolidated text as a Word file: what people edit and give to ``bylaws draft``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from corpus.paragraphs import Paragraph
from renderer.view import Entry, View, dated
from renderer.word.lines import Line, Style, Words
from renderer.word.write import write_word


def write_consolidated_word(view: View) -> bytes:
    """The text on letter paper, with the source notes that it has in every format."""
    return write_word(tuple(_lines(view)), title=" ".join(view.preface))


def _lines(view: View) -> Iterator[Line]:
    yield from (_line(line, "title") for line in view.preface)
    yield _line(f"({dated(view)})", "subtitle")
    yield from (_line(line, "article") for line in view.within)
    for entry in view.entries:
        yield from _article(entry) if entry.level == "article" else _section(entry)
        if entry.note:
            yield _line(entry.note, "note")
    yield from (_line(line, "closing") for line in view.conclusions)


def _article(entry: Entry) -> Iterator[Line]:
    yield _line("\n".join(entry.title), "article")
    yield from map(_paragraph, entry.paragraphs)
    if entry.placeholder:
        yield _line(entry.placeholder, "text")


def _section(entry: Entry) -> Iterator[Line]:
    """Number and heading stand before the first words, as in the filings; a heading without a stop, above them."""
    run_in = entry.lead if entry.run_in else ""
    yield Line(words=_headed(entry.head, run_in), style="section")
    if entry.lead and not run_in:
        yield _line(entry.lead, "text")
    yield from map(_paragraph, entry.rest)


def _paragraph(paragraph: Paragraph) -> Line:
    """An item hangs from its number; a further paragraph of it stands under its words."""
    if not paragraph.num:
        return _line(paragraph.text, "text", paragraph.depth)
    head, words = paragraph.head, paragraph.text
    words = words.removeprefix(head).lstrip() if head else words
    runs = _headed(head, words)
    number = f"{paragraph.num} "
    hung = (replace(runs[0], text=f"{paragraph.num}\t{runs[0].text.removeprefix(number)}"), *runs[1:])
    return Line(words=hung if runs[0].text.startswith(number) else runs, style="item", depth=paragraph.depth)


def _headed(head: str, words: str) -> tuple[Words, ...]:
    """The head in bold, and words after it."""
    between = " " if head and words else ""
    runs = (Words(text=head, bold=True), Words(text=f"{between}{words}"))
    return tuple(run for run in runs if run.text)


def _line(text: str, style: Style, depth: int = 0) -> Line:
    return Line(words=(Words(text=text),), style=style, depth=depth)
