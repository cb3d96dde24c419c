"""Numbering the changes of a redline: one number a thought."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from amendments.compare.comparison import UnitChange, Verdict
from amendments.compare.paragraphs import Passage
from amendments.compare.words import Run
from renderer.redline.view import Change, Line, Mark

_WHOLE: tuple[Verdict, ...] = (
    "added",
    "deleted",
    "moved",
    "moved-away",
    "renumbered",
    "retitled",
    "placeholder",
    "superseded",
)
"""Of these the whole provision is one change; what is edited in one that moved has numbers of its own."""


class Counter:
    """Gives each change its number as the provisions are gone through in reading order, and keeps the list."""

    def __init__(self) -> None:
        self._changes: list[Change] = []
        self._moved: dict[str, int] = {}

    def changes(self) -> tuple[Change, ...]:
        return tuple(
            replace(change, deleted=change.deleted.rstrip(), inserted=change.inserted.rstrip())
            for change in self._changes
        )

    def unit(self, unit: UnitChange, passages: tuple[Passage, ...]) -> tuple[tuple[Mark, ...], tuple[Line, ...], int]:
        """The marks of a provision's head and lines, and its number where the whole of it is one change."""
        place = unit.new or unit.old
        address = str(place.address) if place else ""
        if unit.verdict not in _WHOLE:
            return self._head(address, unit), self.lines(address, unit.verdict, passages), 0
        number = self._whole(unit, address, passages)
        head = tuple(_mark(run, number) for run in unit.head)
        if unit.verdict == "moved":
            return head, self.lines(address, "changed", passages), number
        lines = (Line(tuple(_mark(run, number) for run in passage.runs), passage.depth) for passage in passages)
        return head, tuple(lines), number

    def lines(self, address: str, verdict: Verdict, passages: Iterable[Passage]) -> tuple[Line, ...]:
        """Passages as lines. Paragraphs that are put in or taken out one after the other are one change."""
        made: list[Line] = []
        for passage in passages:
            whole = {run.kind for run in passage.runs}
            goes_on = made and len(whole) == 1 and whole == {mark.kind for mark in made[-1].marks} != {"keep"}
            if goes_on:
                number = made[-1].marks[-1].change
                self._add_words(number, passage.runs, apart=True)
                made.append(Line(tuple(_mark(run, number) for run in passage.runs), passage.depth))
            else:
                made.append(Line(tuple(self._regions(address, verdict, passage.runs)), passage.depth))
        return tuple(made)

    def _head(self, address: str, unit: UnitChange) -> tuple[Mark, ...]:
        return tuple(self._regions(address, unit.verdict, unit.head))

    def _regions(self, address: str, verdict: Verdict, runs: Iterable[Run]) -> Iterator[Mark]:
        """The runs as marks; those that stand side by side are one change."""
        number = 0
        for run in runs:
            if run.kind == "keep":
                number = 0
            elif number:
                self._add_words(number, (run,))
            else:
                number = self._new(address, verdict, (run,))
            yield _mark(run, number)

    def _whole(self, unit: UnitChange, address: str, passages: Iterable[Passage]) -> int:
        was = str(unit.old.address) if unit.old and unit.verdict in ("moved", "moved-away", "renumbered") else ""
        if unit.verdict == "moved" or unit.verdict == "moved-away":
            stood = unit.old.eid if unit.old else ""  # no two have one, as two may have a number
            known = self._moved.get(stood)
            if known is None:
                known = self._moved[stood] = self._new(address, "moved", (), was)
            by = tuple(dict.fromkeys(name for run in unit.head for name in run.by))
            change = self._changes[known - 1]
            now = address if unit.verdict == "moved" else change.address
            self._changes[known - 1] = replace(change, address=now, by=by or change.by)
            return known
        number = self._new(address, unit.verdict, unit.head, was)
        for passage in passages:
            self._add_words(number, passage.runs, apart=True)
        return number

    def _new(self, address: str, verdict: Verdict, runs: Iterable[Run], was: str = "") -> int:
        number = len(self._changes) + 1
        self._changes.append(
            Change(number=number, address=address, verdict=verdict, deleted="", inserted="", by=(), was=was)
        )
        self._add_words(number, runs)
        return number

    def _add_words(self, number: int, runs: Iterable[Run], apart: bool = False) -> None:
        """``apart`` where they begin a paragraph after others of the same change."""
        change = self._changes[number - 1]
        if apart:
            change = replace(change, deleted=_then(change.deleted, " "), inserted=_then(change.inserted, " "))
        for run in runs:
            by = tuple(dict.fromkeys((*change.by, *run.by)))
            change = replace(change, by=by)
            if run.kind == "delete":
                change = replace(change, deleted=_then(change.deleted, run.text))
            elif run.kind == "insert":
                change = replace(change, inserted=_then(change.inserted, run.text))
        self._changes[number - 1] = change


def _mark(run: Run, number: int) -> Mark:
    return Mark(run.kind, run.text, run.by, number if run.kind != "keep" else 0)


def _then(words: str, more: str) -> str:
    """Two pieces of words as one, white space folded."""
    return re.sub(r"\s+", " ", words + more).lstrip()
