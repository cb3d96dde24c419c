"""Attribution: the instruments that each mark of a comparison comes from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from amendments.blame.strands import Line, Strands
from amendments.blame.threads import Thread, Woven
from amendments.compare.comparison import Comparison, UnitChange
from amendments.compare.paragraphs import Passage
from amendments.compare.words import Run


def attribute(comparison: Comparison, woven: Woven) -> Comparison:
    """The comparison with the instruments of each mark; ``woven`` leads from its old text to its new one."""
    first = {thread.first: thread for thread in woven.threads if thread.first}
    last = {thread.last: thread for thread in woven.threads if thread.last}
    return Comparison(
        preface=_around(comparison.preface, woven.preface, woven),
        units=tuple(_attributed(unit, first, last, woven) for unit in comparison.units),
        conclusions=_around(comparison.conclusions, woven.conclusions, woven),
    )


def _around(passages: tuple[Passage, ...], lines: tuple[Line, ...], woven: Woven) -> tuple[Passage, ...]:
    if not any(passage.changed for passage in passages):
        return passages
    strands = _strands(lines)
    return _told_passages(passages, _Told(strands, strands, woven.order, woven.order))


def _attributed(unit: UnitChange, first: dict[str, Thread], last: dict[str, Thread], woven: Woven) -> UnitChange:
    if unit.verdict == "same":
        return unit
    old = first.get(unit.old.provision.wid) if unit.old else None
    new = last.get(unit.new.provision.wid) if unit.new else None
    touched = {*(old.by if old else ()), *(new.by if new else ())}
    moved = old or new
    by = (moved.moved_by,) if unit.verdict == "moved-away" and moved and moved.moved_by else ()
    otherwise = by or tuple(one for one in woven.order if one in touched) or woven.rearranged
    head = _Told(old.head if old else (), new.head if new else (), woven.order, otherwise)
    words = _Told(_strands(old.lines if old else ()), _strands(new.lines if new else ()), woven.order, otherwise)
    return replace(unit, head=tuple(map(head.told, unit.head)), passages=_told_passages(unit.passages, words))


def _told_passages(passages: tuple[Passage, ...], told: _Told) -> tuple[Passage, ...]:
    return tuple(replace(passage, runs=tuple(map(told.told, passage.runs))) for passage in passages)


def _strands(lines: Iterable[Line]) -> Strands:
    return tuple(chain.from_iterable(line.strands for line in lines))


class _Told:
    """Where the marks of a passage come from, asked in reading order.

    ``old`` are the strands that the old words are among, ``new`` those of the new; ``otherwise`` is said of words that
    stood all the time, where the marks of two texts lie otherwise than those of the instruments between them.
    """

    def __init__(self, old: Strands, new: Strands, order: Sequence[str], otherwise: tuple[str, ...]) -> None:
        self._taken_out = _Ruler((strand.text, strand.taken_out) for strand in old if not strand.put_in)
        self._put_in = _Ruler((strand.text, strand.put_in) for strand in new if not strand.taken_out)
        self._order = order
        self._otherwise = otherwise
        self._at_old = self._at_new = 0

    def told(self, run: Run) -> Run:
        start_old, start_new, length = self._at_old, self._at_new, len(run.text)
        self._at_old += length if run.kind != "insert" else 0
        self._at_new += length if run.kind != "delete" else 0
        if run.kind == "keep":
            return run
        known = (
            self._put_in.between(start_new, start_new + length)
            if run.kind == "insert"
            else self._taken_out.between(start_old, start_old + length)
        )
        return replace(run, by=tuple(one for one in self._order if one in known) or self._otherwise)


class _Ruler:
    """Ids along a passage, asked for by the places of its characters."""

    def __init__(self, pieces: Iterable[tuple[str, str]]) -> None:
        self._ends: list[int] = []
        self._ids: list[str] = []
        at = 0
        for text, name in pieces:
            at += len(text)
            self._ends.append(at)
            self._ids.append(name)

    def between(self, start: int, end: int) -> set[str]:
        return {name for name in self._ids[bisect_right(self._ends, start) : self._last(end)] if name}

    def _last(self, end: int) -> int:
        return bisect_right(self._ends, end - 1) + 1
