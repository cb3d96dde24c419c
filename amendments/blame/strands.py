"""Strands: the words of a passage, each with the instrument that put it in and the one that took it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from amendments.compare.neighbours import merged
from amendments.compare.paragraphs import compare_paragraphs
from amendments.compare.words import Kind, Run
from corpus.paragraphs import Paragraph


@dataclass(frozen=True, slots=True)
class Strand:
    """Words with the ids of two instruments: ``put_in`` is empty for those that stood from the start, ``taken_out`` for
    those that stand still."""

    text: str
    put_in: str = ""
    taken_out: str = ""

    @property
    def kind(self) -> Kind:
        if self.put_in:
            return "superseded" if self.taken_out else "insert"
        return "delete" if self.taken_out else "keep"

    @property
    def by(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.put_in, self.taken_out)))


Strands = tuple[Strand, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as strands; ``depth`` counts the lists that it stands in."""

    strands: Strands
    depth: int = 0

    @property
    def words(self) -> str:
        """The words that stand."""
        return standing(self.strands)


def standing(strands: Iterable[Strand]) -> str:
    """The words of strands that stand."""
    return "".join(strand.text for strand in strands if not strand.taken_out)


def original(strands: Iterable[Strand]) -> str:
    """The words of strands that stood from the start."""
    return "".join(strand.text for strand in strands if not strand.put_in)


def lay(paragraphs: Iterable[Paragraph], put_in: str = "") -> tuple[Line, ...]:
    """Paragraphs as lines of one strand."""
    return tuple(Line((Strand(paragraph.text, put_in),), paragraph.depth) for paragraph in paragraphs)


def take_out(strands: Iterable[Strand], by: str) -> Strands:
    """The strands with all that stands taken out."""
    return tuple(strand if strand.taken_out else replace(strand, taken_out=by) for strand in strands)


def amend_lines(lines: Sequence[Line], new: Sequence[Paragraph], by: str) -> tuple[Line, ...]:
    """The lines after an instrument made the paragraphs that stand into ``new``."""
    standing_now = [Paragraph(line.words, line.depth) for line in lines if line.words]
    if standing_now == list(new):
        return tuple(lines)
    left = list(reversed(lines))
    made: list[Line] = []
    for passage in compare_paragraphs(standing_now, new):
        while left and not left[-1].words:  # what is gone stands before what comes in its place
            made.append(left.pop())
        put_in = all(run.kind == "insert" for run in passage.runs)
        strands = () if put_in else left.pop().strands
        made.append(Line(amend(strands, passage.runs, by), passage.depth))
    return (*made, *reversed(left))


def amend(strands: Sequence[Strand], runs: Iterable[Run], by: str) -> Strands:
    """The strands after an instrument; the runs kept and deleted are together the words that stood."""
    made: list[Strand] = []
    left = _Left(strands)
    for run in runs:
        if run.kind == "insert":
            made += left.gone()
            made.append(Strand(run.text, by))
        else:
            taken = left.take(len(run.text))
            made += taken if run.kind == "keep" else take_out(taken, by)
    made += left.gone()
    return tuple(merged(made, lambda strand: (strand.put_in, strand.taken_out)))


class _Left:
    """Strands that are read from the start, so many characters of what stands at a time."""

    def __init__(self, strands: Sequence[Strand]) -> None:
        self._strands = list(reversed(strands))

    def gone(self) -> Iterator[Strand]:
        """Those at the front that stand no more."""
        while self._strands and self._strands[-1].taken_out:
            yield self._strands.pop()

    def take(self, count: int) -> list[Strand]:
        """Those that make up so many standing characters, and those gone that stand before the last of them."""
        taken: list[Strand] = []
        while count:
            taken += self.gone()
            strand = self._strands.pop()
            if len(strand.text) > count:
                self._strands.append(replace(strand, text=strand.text[count:]))
                strand = replace(strand, text=strand.text[:count])
            taken.append(strand)
            count -= len(strand.text)
        return taken
