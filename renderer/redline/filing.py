"""The filing style: what is deleted stands in brackets, what is inserted is underlined, and there is nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from renderer.redline.view import Line, Mark, Redline, put_in_whole


def as_filed(marked: Redline) -> Redline:
    """The redline with both ends of a move written out: all that stood deleted, all that stands inserted.

    What was edited inside of a provision that moved is then no change of its own, and the rest are numbered again.
    """
    units = tuple(put_in_whole(unit, unit.by) if unit.verdict == "moved" else unit for unit in marked.units)
    numbers = {0: 0}
    used = {mark.change for mark in _marks(replace(marked, units=units))}
    changes = tuple(change for change in marked.changes if change.number in used)
    numbers |= {change.number: number for number, change in enumerate(changes, 1)}
    return replace(
        marked,
        preface=_numbered(marked.preface, numbers),
        units=tuple(
            replace(
                unit,
                head=_again(unit.head, numbers),
                lines=_numbered(unit.lines, numbers),
                change=numbers[unit.change],
            )
            for unit in units
        ),
        conclusions=_numbered(marked.conclusions, numbers),
        changes=tuple(replace(change, number=numbers[change.number]) for change in changes),
    )


def _numbered(lines: Iterable[Line], numbers: dict[int, int]) -> tuple[Line, ...]:
    return tuple(replace(line, marks=_again(line.marks, numbers)) for line in lines)


def _again(marks: Iterable[Mark], numbers: dict[int, int]) -> tuple[Mark, ...]:
    return tuple(replace(mark, change=numbers[mark.change]) for mark in marks)


def _marks(marked: Redline) -> Iterator[Mark]:
    for line in (*marked.preface, *(line for unit in marked.units for line in unit.lines), *marked.conclusions):
        yield from line.marks
    for unit in marked.units:
        yield from unit.head
