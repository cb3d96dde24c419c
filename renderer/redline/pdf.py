"""A redline as a PDF: deletions struck, insertions underlined, in colour and seen without it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from renderer.pdf.document import Document, Line, LineKind, Run, words_of
from renderer.pdf.typeset import typeset
from renderer.redline.sources import raised
from renderer.redline.summary import facts, legend, opening, told
from renderer.redline.view import Line as MarkedLine
from renderer.redline.view import Mark, MarkedUnit, Redline

_COLOURS = ("#1a4f8b", "#8a1c6b", "#0b5d2b", "#8a4b08", "#4b2e83", "#0b5f66")
"""Of the instruments, in turn; their numbers tell them apart too."""
_LABEL = re.compile(r"\(?\w{1,5}[.)]|\d+(?:\.\d+)+\.?|•")
"""The number of an item, from which its words hang."""


def write_redline_pdf(marked: Redline, *, whole: bool = False, summary: bool = False, filing: bool = False) -> bytes:
    """The changed provisions, or with ``whole`` every one; ``summary`` puts a list of the changes on pages before them.

    With ``filing`` deletions stand in [brackets] and insertions are underlined, as in a filing.
    """
    return typeset(
        Document(
            title=marked.title,
            dated=f"changes from {marked.old} to {marked.new}",
            parts=tuple(_Writer(marked, filing).lines(whole, summary)),
            filing=filing,
            contents=whole and not summary,
        )
    )


class _Writer:
    """Turns marks into runs, with the colour and the number of the instrument that each comes from."""

    def __init__(self, marked: Redline, filing: bool) -> None:
        self._marked = marked
        self._filing = filing
        self._numbers = {source.id: source.number for source in marked.sources} if marked.by_instrument else {}

    def lines(self, whole: bool, summary: bool) -> Iterator[Line]:
        marked = self._marked
        if summary:
            yield from self._summary()
        preface = [line for line in marked.preface if whole or line.changed]
        if not (whole and preface):
            yield Line(kind="title", runs=(Run(marked.title),))
        yield from (Line(kind="title", runs=self._runs(line.marks)) for line in preface)
        yield Line(kind="subtitle", runs=(Run(opening(marked)),))
        yield from self._legend()
        units = [unit for unit in marked.units if whole or unit.changed]
        yield from chain.from_iterable(self._unit(unit, whole) for unit in units)
        yield from self._paragraphs("closing", (line for line in marked.conclusions if whole or line.changed))

    def _summary(self) -> Iterator[Line]:
        yield Line(kind="title", runs=(Run(self._marked.title),))
        yield Line(kind="subtitle", runs=(Run("Summary of changes"),))
        for label, value in facts(self._marked):
            yield Line(kind="words", runs=(Run(f"{label}: ", bold=True), Run(value)))
        for change in self._marked.changes:
            told_change = Run(told(self._marked, change))
            yield Line(kind="item", head=(Run(f"{change.number}."),), runs=(told_change,), depth=1)
        yield Line(kind="page")

    def _legend(self) -> Iterator[Line]:
        """How the marks look, and with them the names of the instruments, each in its colour."""
        if not self._marked.changed:
            return
        gone = "Deleted words stand in brackets" if self._filing else "Deleted words are struck through"
        yield Line(kind="legend", runs=(Run(f"{gone}, inserted words are underlined."),))
        if self._numbers:
            for source, name in zip(self._marked.sources, legend(self._marked), strict=True):
                yield Line(kind="legend", runs=(Run(name, colour=self._colour(source.number)),))

    def _unit(self, unit: MarkedUnit, whole: bool) -> Iterator[Line]:
        remarks = ("" if whole or unit.level == "article" else unit.address, unit.remark)
        if said := " – ".join(filter(None, remarks)):
            yield Line(kind="where", runs=(Run(said),))
        head = self._runs(unit.head)
        entry = words_of(head).strip() or unit.address
        if unit.level == "article":
            yield Line(kind="article", head=head, entry=entry)
            yield from self._paragraphs("words", unit.lines)
        else:
            lead = self._runs(unit.lines[0].marks) if unit.lines and not unit.lines[0].depth else ()
            yield Line(kind="section", head=head, runs=lead, entry=entry, run_in=unit.run_in)
            yield from self._paragraphs("words", unit.lines[1 if lead else 0 :])
        if unit.note:
            yield Line(kind="note", runs=(Run(unit.note),))

    def _paragraphs(self, kind: LineKind, lines: Iterable[MarkedLine]) -> Iterator[Line]:
        for line in lines:
            label, marks = _labelled(line) if line.depth else (None, line.marks)
            head = tuple(self._shown(label))[:1] if label else ()
            yield Line(kind="item" if line.depth else kind, head=head, runs=self._runs(marks), depth=line.depth)

    def _runs(self, marks: Sequence[Mark]) -> tuple[Run, ...]:
        return tuple(run for mark in marks for run in self._shown(mark))

    def _shown(self, mark: Mark) -> Iterator[Run]:
        numbers = [self._numbers[name] for name in mark.by if name in self._numbers]
        colour = self._colour(numbers[-1]) if numbers else ""
        yield Run(mark.text, mark.kind, colour=colour)
        if numbers:
            yield Run(raised(numbers), colour=colour)

    def _colour(self, number: int) -> str:
        return _COLOURS[(number - 1) % len(_COLOURS)]


def _labelled(line: MarkedLine) -> tuple[Mark | None, tuple[Mark, ...]]:
    """The number that an item begins with, where no change cuts it from the words after it, and its other marks."""
    first = line.marks[0]
    label, space, rest = first.text.partition(" ")
    if not space or not _LABEL.fullmatch(label):
        return None, line.marks
    return replace(first, text=label), (replace(first, text=rest), *line.marks[1:])
