"""Consolidated text for the terminal and for plain text files."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.paragraphs import Paragraph
from renderer.terminal import Screen
from renderer.view import Entry, View, dated

_STEP = 4
"""Columns that each level of a list is set in by."""


def write_text(view: View, screen: Screen) -> str:
    """The text, wrapped to the screen, ending in a line feed."""
    return "\n".join(_lines(view, screen)) + "\n"


def _lines(view: View, screen: Screen) -> Iterator[str]:
    for line in view.preface:
        yield from screen.centre(line, "title")
    yield from screen.centre(f"({dated(view)})", "note")
    for line in view.within:
        yield ""
        yield from screen.centre(line, "heading")
    for entry in view.entries:
        yield ""
        yield from _article(entry, screen) if entry.level == "article" else _section(entry, screen)
    for line in view.conclusions:
        yield ""
        yield from screen.wrap(line)


def _article(entry: Entry, screen: Screen) -> Iterator[str]:
    yield ""
    for line in entry.title:
        yield from screen.centre(line, "heading")
    for paragraph in entry.paragraphs:
        yield from _paragraph(paragraph, screen)
    if entry.placeholder:
        yield from screen.centre(entry.placeholder)
    yield from _note(entry, screen)


def _section(entry: Entry, screen: Screen) -> Iterator[str]:
    """Number and heading stand before the first words, as in the filings; a heading without a stop, above them."""
    if entry.run_in:
        yield from _headed(entry.head, entry.lead, screen)
    else:
        yield from _headed(entry.head, "", screen)
        if entry.lead:
            yield ""
            yield from screen.wrap(entry.lead)
    for paragraph in entry.rest:
        yield from _paragraph(paragraph, screen)
    yield from _note(entry, screen)


def _paragraph(paragraph: Paragraph, screen: Screen) -> Iterator[str]:
    yield ""
    words = paragraph.text.removeprefix(paragraph.head).lstrip()
    yield from _headed(paragraph.head, words, screen, _STEP * paragraph.depth)


def _note(entry: Entry, screen: Screen) -> Iterator[str]:
    if entry.note:
        yield from screen.wrap(entry.note, "note")


def _headed(head: str, words: str, screen: Screen, indent: int = 0) -> Iterator[str]:
    """A paragraph with its head, which may run over several lines, painted."""
    left = len(head)
    for line in screen.wrap(f"{head} {words}".strip(), indent=indent):
        body = line.lstrip(" ")
        set_in, left, painted = line[: len(line) - len(body)], left - len(body) - 1, max(0, left)
        yield set_in + screen.paint(body[:painted], "heading") + body[painted:]
