"""What a PDF is made of: lines of runs and tables of lines, free of what they are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

RunKind = Literal["keep", "insert", "delete", "superseded"]
LineKind = Literal[
    "title", "subtitle", "article", "section", "words", "item", "where", "legend", "note", "closing", "page"
]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. White space at either end counts; a line feed breaks the line.

    ``superseded`` words were put in and taken out again. ``colour`` is that of their author, as ``#1a4f8b``; without it
    insertions are green and deletions red, and struck or underlined in any case. ``quiet`` words are small and grey.
    """

    text: str
    kind: RunKind = "keep"
    bold: bool = False
    italic: bool = False
    quiet: bool = False
    colour: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph, or a heading; ``page`` stands for the end of a page.

    ``head`` is the number and heading of an article or a section, and of an item its number, from which its words
    hang; ``runs`` go on after it, on a line of their own unless ``run_in``. ``entry`` is how the bookmarks and the
    contents name an article or a section; empty where neither is to. ``depth`` counts the lists that an item stands in.
    """

    kind: LineKind
    runs: tuple[Run, ...] = ()
    head: tuple[Run, ...] = ()
    entry: str = ""
    depth: int = 0
    run_in: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells, each cell lines; the heads of the columns stand again on every page that a table goes on to.

    ``widths`` are the shares of the columns, one for each; every row and ``heads`` has as many cells.
    """

    widths: tuple[int, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole PDF on letter paper.

    ``title`` is the file's own and stands at the foot of every page, with ``dated`` and the page's number. With
    ``filing`` deletions stand in [brackets], insertions are underlined, and nothing is coloured. ``contents`` lists
    what has an ``entry`` before the first article or section where the text has more than five pages.
    """

    title: str
    dated: str
    parts: tuple[Line | Table, ...]
    language: str = "en"
    landscape: bool = False
    filing: bool = False
    contents: bool = False


def plain_runs(text: str) -> tuple[Run, ...]:
    """The words as one run; none where there are none."""
    return (Run(text),) if text else ()


def words_of(runs: Sequence[Run]) -> str:
    """What the runs say, without those that are struck."""
    return "".join(run.text for run in runs if run.kind in ("keep", "insert"))
