"""The notice as a PDF: landscape, three columns whose heads stand on every page, the amendment in full at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from renderer.notice.view import ANNEX, HEADS, KEY, Cell, Notice, NoticeRow, Words
from renderer.pdf.document import Document, Line, Run, RunKind, Table
from renderer.pdf.typeset import typeset

_KINDS: tuple[RunKind, ...] = ("delete", "keep", "insert")
"""What words that changed are shown as in each column."""
_BLANK = Line(kind="where", runs=(Run("\u00a0"),))
"""It stands beside the address of a provision, so that the three columns begin on one line."""


def write_notice_pdf(notice: Notice) -> bytes:
    """The notice on letter paper."""
    rows = tuple(tuple(_column(row, at) for at in range(len(HEADS))) for row in notice.rows)
    table = Table(widths=(1,) * len(HEADS), heads=HEADS, rows=rows)
    parts: tuple[Line | Table, ...] = (*_opening(notice), table, Line(kind="page"), *_annex(notice))
    return typeset(Document(title=notice.title, dated=notice.kind, parts=parts, landscape=True))


def _opening(notice: Notice) -> Iterator[Line]:
    yield Line(kind="title", runs=(Run(notice.title),))
    yield Line(kind="subtitle", runs=(Run(notice.kind),))
    for label, value in notice.facts:
        yield Line(kind="words", runs=(Run(f"{label}: ", bold=True), Run(value)))
    yield Line(kind="legend", runs=(Run(KEY),))


def _column(row: NoticeRow, at: int) -> tuple[Line, ...]:
    said = " – ".join(filter(None, (row.where, row.remark)))
    where = Line(kind="where", runs=(Run(said),)) if not at else _BLANK
    return (where, *_lines(row.cells[at], _KINDS[at]))


def _annex(notice: Notice) -> Iterator[Line]:
    yield Line(kind="article", head=(Run(ANNEX),), entry=ANNEX)
    yield from _lines(notice.annex, "keep")


def _lines(cell: Cell, kind: RunKind) -> Iterator[Line]:
    for line in cell:
        if line.told:
            yield Line(kind="note", runs=tuple(Run(one.text) for one in line.words), depth=line.depth)
        elif line.head:
            yield Line(kind="section", head=_runs(line.head, kind), runs=_runs(line.words, kind), run_in=line.run_in)
        else:
            yield Line(kind="words", runs=_runs(line.words, kind), depth=line.depth)


def _runs(words: Iterable[Words], kind: RunKind) -> tuple[Run, ...]:
    return tuple(Run(one.text, kind if one.changed else "keep") for one in words)
