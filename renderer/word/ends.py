"""The ends of paragraphs as a Word file can hold them: the last one stands in both texts, whatever happened to it.

An end that is taken out joins its paragraph to the *following* one, and a file can't do without its last. So where the
last paragraphs stand in one text only, the end of the file stands for the last end that the other text has. An end
that stands in neither text is none: LibreOffice would leave it in one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from renderer.word.lines import KEPT, Author, Change, Line

_Side = Callable[[Change], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A line with its end as it is written; ``opens`` and ``closes`` where it is the first or last of what moved."""

    line: Line
    end: Change
    opens: bool
    closes: bool

    @property
    def moved(self) -> bool:
        """Whether its end moved with it."""
        return bool(self.line.move) and self.end == self.line.mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Lines that make one paragraph of the file, mostly one.

    ``old`` and ``new`` are the lines whose look it has in each text; where they differ, ``by`` made it so.
    """

    parts: tuple[Part, ...]
    old: Line
    new: Line
    by: Author | None

    @property
    def end(self) -> Change:
        return self.parts[-1].end


def paragraphs(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """The paragraphs of a file that lines make, of which there is one at least."""
    ends = _settled(lines)
    olds, news = _looked_like(lines, ends, _in_old), _looked_like(lines, ends, _in_new)
    last = lines[-1].mark
    held: list[Part] = []
    for part in _parts(lines, ends):
        held.append(part)
        if part.end.in_old or part.end.in_new:
            old = next(olds) if part.end.in_old else None
            new = next(news) if part.end.in_new else None
            yield Paragraph(
                parts=tuple(held),
                old=old or new or part.line,
                new=new or old or part.line,
                by=last.put_in or last.taken_out,
            )
            held = []


def _parts(lines: Sequence[Line], ends: Sequence[Change]) -> Iterator[Part]:
    for before, line, after, end in zip((None, *lines), lines, (*lines[1:], None), ends, strict=False):
        opens, closes = not _moves_on(before, line), not _moves_on(line, after)
        yield Part(line=line, end=end, opens=bool(line.move) and opens, closes=bool(line.move) and closes)


def _moves_on(line: Line | None, after: Line | None) -> bool:
    return line is not None and after is not None and (line.move, line.mark) == (after.move, after.mark)


def _settled(lines: Sequence[Line]) -> list[Change]:
    """For each line the change of its end in the file: the last is kept."""
    ends = [line.mark for line in lines]
    last = ends[-1]
    if last.put_in and (at := _last_end(lines, _in_old)) is not None:
        ends[at] = replace(ends[at], put_in=last.put_in)
    if last.taken_out and (at := _last_end(lines, _in_new)) is not None:
        ends[at] = replace(ends[at], taken_out=last.taken_out)
    ends[-1] = KEPT
    return ends


def _last_end(lines: Sequence[Line], stands: _Side) -> int | None:
    """The last line whose end stands in a text; None where words of that text follow, which the file's end ends."""
    for at in range(len(lines) - 1, -1, -1):
        if stands(lines[at].mark):
            return at
        if any(words.text and stands(words.change) for words in lines[at].words):
            return None
    return None


def _looked_like(lines: Sequence[Line], ends: Sequence[Change], stands: _Side) -> Iterator[Line]:
    """The lines whose ends a text has, in order, as many as the file has; its own end may be that of the last line."""
    found = [line for line in lines if stands(line.mark)]
    return iter([*found, lines[-1]][: sum(map(stands, ends))])


def _in_old(change: Change) -> bool:
    return change.in_old


def _in_new(change: Change) -> bool:
    return change.in_new
