"""The edges of pages: the lines beside a page mark, and whether a sentence goes on across one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.sources.line import Line

PAGE_MARK = "page-mark"
CENTRED = 15
"""Columns: running feet and page numbers stand well in from the margin."""
STOPS = '.:;!?”"'

Found = dict[int, str]
"""The reason for which each line that is set aside is, by its place."""


def edges_of(lines: Sequence[Line], found: Found) -> Iterator[range]:
    """The last group of lines above each page mark and at the end, and the first line below each mark."""
    standing = list(groups(lines, found))
    for number, (start, end, above_mark, below_mark) in enumerate(standing):
        if above_mark or number == len(standing) - 1:
            yield range(start, end)
        if below_mark and not (above_mark and end - start == 1):
            yield range(start, start + 1)


def groups(lines: Sequence[Line], found: Found) -> Iterator[tuple[int, int, bool, bool]]:
    """Lines that stand together: the first, the one after the last, and whether a page mark follows or precedes."""
    start, marked = None, False
    pending: tuple[int, int, bool] | None = None
    for index, line in enumerate(lines):
        if found.get(index) == PAGE_MARK:
            pending, start = (pending if start is None else (start, index, marked)), None
            if pending is not None:
                yield (pending[0], pending[1], True, pending[2])
            pending, marked = None, True
        elif line.text and index not in found:
            if start is None:
                if pending is not None:
                    yield (pending[0], pending[1], False, pending[2])
                    pending, marked = None, False
                start = index
        elif start is not None:
            pending, start = (start, index, marked), None
    if start is not None:
        pending = (start, len(lines), marked)
    if pending is not None:
        yield (pending[0], pending[1], False, pending[2])


def set_in(line: Line) -> bool:
    """Whether a line stands well in from the margin, by its columns or because its format says that it is centred."""
    return bool(line.centred) or line.indent >= CENTRED


def cuts(lines: Sequence[Line], index: int, found: Found) -> bool:
    """Whether the sentence above a line goes on below it."""
    above = next((line.text for n, line in _upwards(lines, index) if line.text and n not in found), ".")
    below = next((line.text for line in lines[index + 1 :] if line.text), "")
    return above[-1] not in STOPS and below[:1].islower()


def _upwards(lines: Sequence[Line], index: int) -> Iterator[tuple[int, Line]]:
    return ((n, lines[n]) for n in range(index - 1, -1, -1))


def blank_at(lines: Sequence[Line], index: int) -> bool:
    return not 0 <= index < len(lines) or lines[index].blank
