"""A redline as a Word file with tracked changes: accepting all gives the new text, rejecting all the old one.

It holds the whole text. Edits inside what moved break accepting or rejecting in LibreOffice in every form there is, so
only what moved unchanged is tracked as a move; else it is deleted where it stood and inserted where it stands. What we
say of a change is a comment, and no word of either text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from renderer.redline.filing import Signs
from renderer.redline.sources import raised
from renderer.redline.summary import edits, facts, legend, opening, told
from renderer.redline.view import Line, Mark, MarkedUnit, Redline, paragraph_kind, put_in_whole
from renderer.word.lines import KEPT, Author, Change, Style, Words
from renderer.word.lines import Line as WordLine
from renderer.word.write import write_word

_FILED = Signs(("[", "]"), ("", ""), "Deleted words stand in bold [brackets], inserted words are underlined.")
_NOBODY = "bylaws"
"""The author of changes that are not told apart by instrument."""


def write_redline_word(marked: Redline, *, summary: bool = False, filing: bool = False, moves: bool = True) -> bytes:
    """The whole text with its changes tracked; ``summary`` puts a list of them on pages of its own before it.

    The author of a change is its instrument where they are told apart. Without ``moves`` a move is a deletion and an
    insertion. With ``filing`` nothing is tracked: deletions stand in brackets, insertions are underlined.
    """
    writer = _Writer(marked, filing, moves and not filing)
    front = tuple(writer.summary()) if summary else ()
    return write_word(tuple(writer.lines()), title=marked.title, front=front, tracked=not filing)


class _Writer:
    """Turns the marks of a redline into the lines of a Word file."""

    def __init__(self, marked: Redline, filing: bool, moves: bool) -> None:
        self._marked = marked
        self._filing = filing
        self._authors = {source.id: Author(source.name, source.effective) for source in marked.sources}
        self._nobody = Author(_NOBODY, marked.day or date.today())
        still = {unit.change for unit in marked.units if unit.verdict == "moved" and _stayed(unit)}
        self._moved = still if moves else set()

    def summary(self) -> Iterator[WordLine]:
        yield _plain(self._marked.title, "title")
        yield _plain(opening(self._marked), "note")
        for label, value in facts(self._marked):
            yield WordLine(words=(Words(text=f"{label}: ", bold=True), Words(text=value)))
        for change in self._marked.changes:
            yield _plain(f"{change.number}.\t{told(self._marked, change)}", "item", depth=1)

    def lines(self) -> Iterator[WordLine]:
        if self._filing:
            yield _plain(f"{opening(self._marked)} {_FILED.told}", "note")
            if self._marked.by_instrument:
                yield from (_plain(line, "note") for line in legend(self._marked))
        for line in self._marked.preface:
            yield self._line("title", line.marks)
        for unit in self._marked.units:
            yield from self._unit(unit)
        for line in self._marked.conclusions:
            yield self._line("closing", line.marks)

    def _unit(self, unit: MarkedUnit) -> Iterator[WordLine]:
        remarks = tuple(filter(None, (unit.remark, *edits(self._marked, unit), unit.note)))
        move = f"move{unit.change}" if unit.change in self._moved else ""
        if unit.verdict == "moved":
            unit = put_in_whole(unit, self._marked.change(unit.change).by)
        head, lines = unit.head, unit.lines
        if unit.level == "article":
            yield self._line("article", head, remarks=remarks, move=move)
        else:
            lead = lines[:1] if lines and not lines[0].depth and unit.run_in else ()
            yield self._section(head, lead, lines, remarks, move)
            lines = lines[len(lead) :]
        for line in lines:
            yield self._line("item" if line.depth else "text", line.marks, line.depth, move=move)

    def _section(
        self, head: tuple[Mark, ...], lead: Sequence[Line], lines: Sequence[Line], remarks: tuple[str, ...], move: str
    ) -> WordLine:
        """Number and heading, and the words that go on in their line.

        Where the first paragraph stands in one text only and the other begins with a later one, the end of the line is
        of that text alone: without it the later paragraph goes on in it.
        """
        first = lead[0].marks if lead else ()
        space: tuple[Mark, ...] = ()
        mark = paragraph_kind((*head, *first))
        if head and first:
            kind = paragraph_kind(first)
            later = kind in ("insert", "delete") and _stands_later(kind, lines)
            both = paragraph_kind(head) == "keep" and (kind == "keep" or later)
            space = (Mark("keep", " ") if both else Mark(kind, " ", first[0].by),)
            mark = kind if later else mark
        words = tuple(self._words((*space, *first), head))
        by = next((one.by for one in (*first, *head) if one.kind == mark), ())
        return WordLine(words=words, style="section", mark=self._change(mark, by), move=move, remarks=remarks)

    def _line(
        self, style: Style, marks: tuple[Mark, ...], depth: int = 0, remarks: tuple[str, ...] = (), move: str = ""
    ) -> WordLine:
        kind = paragraph_kind(marks)
        by = next((mark.by for mark in marks if mark.kind == kind), ())
        return WordLine(
            words=tuple(self._words(marks)),
            style=style,
            depth=depth,
            mark=self._change(kind, by),
            move=move,
            remarks=remarks,
        )

    def _words(self, marks: Iterable[Mark], head: Iterable[Mark] = ()) -> Iterator[Words]:
        """The ``head`` is bold. As filed, neighbours of one kind and origin stand in one pair of signs, numbered."""
        pieces = (*((mark, True) for mark in head), *((mark, False) for mark in marks))
        if not self._filing:
            for mark, bold in pieces:
                yield Words(text=mark.text, change=self._change(mark.kind, mark.by), bold=bold)
            return
        for (kind, numbers), together in groupby(pieces, lambda piece: (piece[0].kind, self._numbers(piece[0]))):
            opens, closes = _FILED.round(kind)
            yield Words(text=opens, bold=True)
            for mark, bold in together:
                yield Words(text=mark.text, bold=bold, underline=kind in ("insert", "superseded"))
            yield Words(text=closes, bold=True)
            yield Words(text=numbers)

    def _numbers(self, mark: Mark) -> str:
        """Raised, where the instruments are told apart."""
        by = mark.by if self._marked.by_instrument else ()
        return raised(self._marked.source(name).number for name in by)

    def _change(self, kind: str, by: tuple[str, ...]) -> Change:
        if kind == "keep" or self._filing:
            return KEPT
        first, last = self._author(by[:1]), self._author(by[-1:])
        return Change(
            put_in=first if kind in ("insert", "superseded") else None,
            taken_out=last if kind in ("delete", "superseded") else None,
        )

    def _author(self, by: tuple[str, ...]) -> Author:
        return self._authors[by[0]] if by and self._marked.by_instrument else self._nobody


def _stayed(unit: MarkedUnit) -> bool:
    """Whether no word of it changed, number and heading included."""
    return all(mark.kind == "keep" for marks in (unit.head, *(line.marks for line in unit.lines)) for mark in marks)


def _stands_later(kind: str, lines: Sequence[Line]) -> bool:
    """Whether the text that the first paragraph is not of begins with a later one, beside the heading too."""
    found = next((line for line in lines[1:] if paragraph_kind(line.marks) not in (kind, "superseded")), None)
    return found is not None and not found.depth


def _plain(text: str, style: Style, depth: int = 0) -> WordLine:
    return WordLine(words=(Words(text=text),), style=style, depth=depth)
