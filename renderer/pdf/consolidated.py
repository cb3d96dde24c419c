"""A consolidated text as a PDF: the conformed copy that a law firm sends."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.paragraphs import Paragraph
from renderer.pdf.document import Document, Line, Run, plain_runs
from renderer.pdf.typeset import typeset
from renderer.view import Entry, View, dated


def write_pdf(view: View) -> bytes:
    """The text with its notes, a foot on every page, bookmarks, and contents where it is long."""
    document = Document(
        title=view.work.title,
        dated=dated(view),
        parts=tuple(_lines(view)),
        contents=True,
    )
    return typeset(document)


def _lines(view: View) -> Iterator[Line]:
    for line in view.preface:
        yield Line(kind="title", runs=(Run(line),))
    yield Line(kind="subtitle", runs=(Run(f"({dated(view)})"),))
    for line in view.within:
        yield Line(kind="article", head=(Run(line),), entry=line)
    for entry in view.entries:
        yield from _article(entry) if entry.level == "article" else _section(entry)
    for line in view.conclusions:
        yield Line(kind="closing", runs=(Run(line),))


def _article(entry: Entry) -> Iterator[Line]:
    yield Line(kind="article", head=(Run("\n".join(entry.title)),), entry=_listed(entry))
    if entry.placeholder:
        yield Line(kind="words", runs=(Run(entry.placeholder, quiet=True),))
    yield from map(paragraph_line, entry.paragraphs)
    yield from _note(entry)


def _section(entry: Entry) -> Iterator[Line]:
    lead = (Run(entry.placeholder, quiet=True),) if entry.placeholder else plain_runs(entry.lead)
    yield Line(kind="section", head=plain_runs(entry.head), runs=lead, entry=_listed(entry), run_in=entry.run_in)
    yield from map(paragraph_line, entry.rest)
    yield from _note(entry)


def _listed(entry: Entry) -> str:
    return f"{entry.head} {entry.placeholder}".strip()


def paragraph_line(paragraph: Paragraph) -> Line:
    """A paragraph or an item of a list, which hangs from its number."""
    if not paragraph.num:
        return Line(kind="words", runs=plain_runs(paragraph.text), depth=paragraph.depth)
    words = paragraph.text.removeprefix(paragraph.num).lstrip()
    heading = paragraph.heading if paragraph.head else ""
    runs = (*((Run(heading, bold=True),) if heading else ()), *plain_runs(words.removeprefix(heading)))
    number = Run(paragraph.num, bold=bool(paragraph.head))
    return Line(kind="item", head=(number,), runs=runs, depth=paragraph.depth)


def _note(entry: Entry) -> Iterator[Line]:
    if entry.note:
        yield Line(kind="note", runs=(Run(entry.note),))
