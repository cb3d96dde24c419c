"""What a Word file is made of: lines, their words, and who put each in or took it out. Free of any file format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

Style = Literal["title", "subtitle", "article", "section", "item", "text", "note", "closing"]


@dataclass(frozen=True, slots=True)
class Author:
    """Who made a change, and when: what Word shows beside it."""

    name: str
    date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Who put something in, and who took it out; with both it stands in neither text, with none in both."""

    put_in: Author | None = None
    taken_out: Author | None = None

    @property
    def in_old(self) -> bool:
        return self.put_in is None

    @property
    def in_new(self) -> bool:
        return self.taken_out is None


KEPT = Change()


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of one kind, with their spaces; a tab and a line feed are those of the page."""

    text: str
    change: Change = KEPT
    bold: bool = False
    italic: bool = False
    underline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph. ``mark`` says who put in or took out its end: without an end its words go on in the next line.

    ``depth`` counts the lists that it stands in. Lines that stand elsewhere in the other text name their ``move``: one
    name at both ends, where they follow one another and have the same words; they were put in or taken out whole.
    ``remarks`` are notes of ours: they are shown at the line and are no words of it.
    """

    words: tuple[Words, ...] = ()
    style: Style = "text"
    depth: int = 0
    mark: Change = KEPT
    move: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "".join(words.text for words in self.words)

    @property
    def change(self) -> Change:
        """Who put in or took out all of the line; KEPT where its words differ in that."""
        return self.mark if all(words.change == self.mark for words in self.words) else KEPT


def check_moves(lines: Sequence[Line]) -> None:
    """Raise ValueError where a move has not the same words at its two ends, or not in lines that follow one another."""
    ends: dict[str, dict[bool, list[str]]] = {}
    for (move, in_new), block in groupby(lines, lambda line: (line.move, line.mark.in_new)):
        if not move:
            continue
        moved = list(block)
        if in_new in ends.setdefault(move, {}) or any(KEPT in (line.mark, line.change) for line in moved):
            raise ValueError(f"the lines of {move} are not one whole block that was put in, and one that was taken out")
        ends[move][in_new] = [line.text for line in moved]
    for move, texts in ends.items():
        if texts.get(True) != texts.get(False):
            raise ValueError(f"the lines of {move} are not the same where they were and where they are")
