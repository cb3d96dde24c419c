"""Consolidated text for the terminal and for plain text files."""

from __future__ import annotations

from collections.abc import Iterator

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
    yield from screen.centre(entry.num, "heading")
    yield from screen.centre(entry.heading, "heading")
    yield from _body(entry, screen)


def _section(entry: Entry, screen: Screen) -> Iterator[str]:
    """Number and heading stand before the first words, as in the filings."""
    head = " ".join(filter(None, (entry.num, entry.heading)))
    first = entry.paragraphs[0].text if entry.paragraphs and not entry.paragraphs[0].depth else ""
    run_in = first or entry.placeholder
    pieces = f"{head} {run_in}".strip() if run_in else head
    lines = list(screen.wrap(pieces))
    if lines and screen.colour:
        lines = _embolden(lines, head, screen)
    yield from lines
    yield from _body(entry, screen, skip=1 if first else 0)


def _body(entry: Entry, screen: Screen, skip: int = 0) -> Iterator[str]:
    for paragraph in entry.paragraphs[skip:]:
        yield ""
        yield from screen.wrap(paragraph.text, indent=_STEP * paragraph.depth)
    if entry.placeholder and entry.level == "article":
        yield from screen.centre(entry.placeholder)
    if entry.note:
        yield from screen.wrap(entry.note, "note")


def _embolden(lines: list[str], head: str, screen: Screen) -> list[str]:
    """Paint the number and heading, which may run over several lines."""
    painted: list[str] = []
    left = len(head)
    for line in lines:
        painted.append(screen.paint(line[:left], "heading") + line[left:] if left > 0 else line)
        left -= len(line) + 1
    return painted
