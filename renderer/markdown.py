"""Consolidated text as Markdown that ``bylaws import`` reads as the same provisions and words.

What is about the text and not in it stands where a reader of Markdown sets it aside: the title and the day in the front
matter, source notes in comments.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from corpus.paragraphs import Paragraph
from renderer.view import Entry, View, dated

_SIGNS = re.compile(r"([\\`*_{}\[\]<>|~])")
"""What Markdown would take for its own wherever it stands."""
_OPENS = re.compile(r"^([#>+=-])", re.MULTILINE)
"""What it would take for its own at the beginning of a paragraph."""
_NUMBERS = re.compile(r"^(\d+)([.)])", re.MULTILINE)
"""What it would count a list by."""


def write_markdown(view: View) -> str:
    """CommonMark with a front matter, a paragraph a line, ending in a line feed."""
    front = f'---\ntitle: {json.dumps(view.work.title, ensure_ascii=False)}\ntext: "{dated(view)}"\n---'
    return "\n\n".join((front, *_blocks(view))) + "\n"


def escaped(words: str) -> str:
    """The words with every sign that Markdown would read made one that it prints."""
    return _NUMBERS.sub(r"\1\\\2", _OPENS.sub(r"\\\1", _SIGNS.sub(r"\\\1", words.replace("&", "&amp;"))))


def strong(words: str) -> str:
    """The words in bold; nothing where there are none."""
    return f"**{escaped(words)}**" if words else ""


def set_in(block: str, depth: int) -> str:
    """A paragraph as a quotation of a depth, as the items of a list are set in."""
    return f"{'> ' * depth}{block}"


def _blocks(view: View) -> Iterator[str]:
    if view.preface:
        yield _heading(1, view.preface)
    for line in view.within:
        yield _heading(2, (line,))
    for entry in view.entries:
        yield from _article(entry) if entry.level == "article" else _section(entry)
    yield from map(escaped, view.conclusions)


def _heading(rank: int, lines: Iterable[str]) -> str:
    return f"{'#' * rank} {'<br>'.join(map(escaped, lines))}"


def _article(entry: Entry) -> Iterator[str]:
    yield _heading(2, (entry.head,))
    if entry.placeholder:
        yield escaped(entry.placeholder)
    yield from map(_paragraph, entry.paragraphs)
    yield from _note(entry)


def _section(entry: Entry) -> Iterator[str]:
    if entry.run_in:
        yield f"{strong(entry.head)} {escaped(entry.lead)}".strip()
    else:
        yield strong(entry.head)
        if entry.lead:
            yield escaped(entry.lead)
    yield from map(_paragraph, entry.rest)
    yield from _note(entry)


def _paragraph(paragraph: Paragraph) -> str:
    words = escaped(paragraph.text.removeprefix(paragraph.head).lstrip())
    return set_in(f"{strong(paragraph.head)} {words}".strip(), paragraph.depth)


def _note(entry: Entry) -> Iterator[str]:
    """A comment, which no two hyphens may end before its time."""
    if entry.note:
        yield f"<!-- {entry.note.replace('--', '–')} -->"
