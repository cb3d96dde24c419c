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

_SIGNS = re.compile(r"([\\`*_{}\[\]<>|~#$^])")
"""What Markdown, or a renderer that knows formulas, would take for its own wherever it stands."""
_OPENS = re.compile(r"^([+=-])", re.MULTILINE)
"""What it would take for its own at the beginning of a paragraph."""
_NUMBER = re.compile(r"^(\d+)([.)])(?=\s|$)", re.MULTILINE)
"""What it would count a list by."""


def write_markdown(view: View) -> str:
    """CommonMark with a front matter, a paragraph a line, ending in a line feed."""
    front = f'---\ntitle: {json.dumps(view.work.title, ensure_ascii=False)}\ntext: "{dated(view)}"\n---'
    return "\n\n".join((front, *_blocks(view))) + "\n"


def inline(words: str) -> str:
    """Words inside a line, with every sign that Markdown would read made one that it prints."""
    return _SIGNS.sub(r"\\\1", words.replace("&", "&amp;"))


def escaped(words: str) -> str:
    """Words that begin a paragraph."""
    return _NUMBER.sub(r"\1\\\2", _OPENS.sub(r"\\\1", inline(words)))


def strong(words: str) -> str:
    """The words in bold; nothing where there are none."""
    return f"**{inline(words)}**" if words else ""


def set_in(paragraph: str, depth: int) -> str:
    """A paragraph as a quotation of a depth, as the items of a list are set in."""
    return f"{'> ' * depth}{paragraph}"


def _blocks(view: View) -> Iterator[str]:
    if view.preface:
        yield _heading(1, view.preface)
    for line in view.within:
        yield _heading(2, (line,))
    for entry in view.entries:
        yield from _article(entry) if entry.level == "article" else _section(entry)
    yield from map(escaped, view.conclusions)


def _heading(rank: int, lines: Iterable[str]) -> str:
    return f"{'#' * rank} {'<br>'.join(map(inline, lines))}"


def _article(entry: Entry) -> Iterator[str]:
    yield _heading(2, (entry.head,))
    if entry.placeholder:
        yield escaped(entry.placeholder)
    yield from map(_paragraph, entry.paragraphs)
    yield from _note(entry)


def _section(entry: Entry) -> Iterator[str]:
    if entry.run_in:
        yield headed(entry.head, entry.lead)
    else:
        yield strong(entry.head)
        if entry.lead:
            yield escaped(entry.lead)
    yield from map(_paragraph, entry.rest)
    yield from _note(entry)


def headed(head: str, words: str) -> str:
    """A paragraph with its head, which may be empty, in bold."""
    return f"{strong(head)} {inline(words)}".strip() if head else escaped(words)


def _paragraph(paragraph: Paragraph) -> str:
    return set_in(headed(paragraph.head, paragraph.text.removeprefix(paragraph.head).lstrip()), paragraph.depth)


def _note(entry: Entry) -> Iterator[str]:
    """A comment, which no two hyphens may end before its time."""
    if entry.note:
        yield f"<!-- {entry.note.replace('--', '–')} -->"
