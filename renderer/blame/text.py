"""Blame in the terminal: a margin with the day and the name, as version control prints it, beside the words.

The margin of a line is about the words that begin on it. Where they come from several instruments it has the numbers of
all and the name of the latest, and in the line a raised number stands before the words that it goes with, up to the
next number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from corpus.dates import spoken
from renderer.blame.view import Blame, BlamedUnit, Row, joined, sources_in, words_of
from renderer.redline.sources import raised
from renderer.redline.view import Source
from renderer.terminal import Screen, Style

_STEP = 4
_RULE = "│ "
_TINTS = sum(style.startswith("source-") for style in get_args(Style))
_LONGEST_NAME = 16
_NARROW, _NARROWEST = 72, 50
"""Columns below which the margin has no names, and no days either."""
_MOST_SILENT = 8


def write_blame(blame: Blame, screen: Screen) -> str:
    """The text in force with its margin, ending in a line feed."""
    return "\n".join(_lines(blame, screen)) + "\n"


def _lines(blame: Blame, screen: Screen) -> Iterator[str]:
    yield from screen.wrap(blame.work.title, "title")
    yield from screen.wrap(f"{blame.dated[:1].upper()}{blame.dated[1:]}, with the instrument of each word", "note")
    yield ""
    yield from _legend(blame, screen)
    page = _Page(blame.sources, screen)
    if blame.preface:
        yield ""
    for row in blame.preface:
        yield from page.row(row)
    for row in blame.within:
        yield ""
        yield from page.row(row)
    for unit in blame.units:
        yield ""
        yield from _unit(unit, page)
    for row in blame.conclusions:
        yield ""
        yield from page.row(row)


def _legend(blame: Blame, screen: Screen) -> Iterator[str]:
    margin = len(str(blame.sources[-1].number)) if blame.sources else 1
    counts = blame.counts()
    for source in blame.sources:
        count = counts[source.number]
        words = f"{source.number:>{margin}}  {source.name}: {count:,} {'word' if count == 1 else 'words'}"
        yield from screen.wrap(words, _style(source.number), hanging=margin + 2)
    if blame.silent:
        names = [source.name for source in blame.silent[:_MOST_SILENT]]
        more = len(blame.silent) - len(names)
        told = "; ".join([*names, *([f"{more:,} more"] if more else [])])
        yield from screen.wrap(f"No words here are of: {told}.", "note")


def _unit(unit: BlamedUnit, page: _Page) -> Iterator[str]:
    """First words stand beside number and heading, or below them where the heading has a line of its own."""
    if unit.run_in:
        yield from page.row(joined(unit.head, unit.lead))
    else:
        yield from page.row(unit.head)
        yield from page.row(unit.lead)
    for line in unit.rest:
        yield ""
        yield from page.row(line.words, _STEP * line.depth)


class _Page:
    """Where rows are laid out: the margin's columns, and those that are left for the words."""

    def __init__(self, sources: Iterable[Source], screen: Screen) -> None:
        self._screen = screen
        self._sources = {source.number: source for source in sources}
        self._names = screen.width >= _NARROW
        self._days = screen.width >= _NARROWEST
        two = len(f"{max(self._sources, default=0)}·")  # there is room for two numbers
        self._margin = two + max((len(self._said((number,))) for number in self._sources), default=0)

    def row(self, row: Row, indent: int = 0) -> Iterator[str]:
        """A paragraph, wrapped beside its margin."""
        width = max(20, self._screen.width - self._margin - len(_RULE) - 1 - indent)
        for line in _wrapped(row, width):
            numbers = tuple(sorted({number for word in line for number in sources_in(word)}))
            said = self._said(numbers)
            said = said if len(said) <= self._margin else f"{said[: self._margin - 1]}…"
            margin = self._screen.paint(f"{said:<{self._margin}}", _style(numbers[-1]) if numbers[-1] else "note")
            yield f"{margin} {_RULE}{' ' * indent}{self._words(line, numbered=len(numbers) > 1)}"

    def _said(self, numbers: tuple[int, ...]) -> str:
        latest = self._sources[numbers[-1]]
        day = [str(latest.effective)] if self._days else []
        name = [_short(latest)] if self._names else []
        return " ".join(["·".join(map(str, numbers)), *day, *name])

    def _words(self, line: Iterable[Row], *, numbered: bool) -> str:
        said: list[str] = []
        last = -1
        for word in line:
            said.append(" " if said else "")
            for piece in word:
                above = _above(piece.source) if numbered and piece.source != last else ""
                said.append(self._screen.paint(above + piece.text, _style(piece.source)))
                last = piece.source
        return "".join(said)


def _wrapped(row: Row, width: int) -> Iterator[list[Row]]:
    """The words of a row, a list a line, with room for the numbers; no word is ever broken or lost."""
    line: list[Row] = []
    columns = signs = 0
    sources: set[int] = set()
    last = -1
    for word in words_of(row):
        length = sum(len(piece.text) for piece in word) + (1 if line else 0)
        raised = _signs(word, last)
        several = len(sources | set(sources_in(word))) > 1
        if line and columns + length + (signs + raised if several else 0) > width:
            yield line
            line, columns, signs, sources = [], 0, 0, set()
            length, raised = length - 1, _signs(word, -1)
        line.append(word)
        columns, signs, last = columns + length, signs + raised, word[-1].source
        sources |= set(sources_in(word))
    if line:
        yield line


def _signs(word: Row, last: int) -> int:
    """The columns that the raised numbers of a word take up after words of source ``last``."""
    before = (last, *(piece.source for piece in word))
    return sum(len(str(piece.source)) for piece, source in zip(word, before, strict=False) if piece.source != source)


def _short(source: Source) -> str:
    """The name without its day, cut to what the margin holds."""
    name = source.name.partition(f" {spoken(source.effective)}")[0].rstrip(",")
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def _above(number: int) -> str:
    return raised((number,))


def _style(number: int) -> Style:
    """A colour for each instrument; the text as adopted has none."""
    return f"source-{(number - 1) % _TINTS + 1}" if number else "plain"  # type: ignore[return-value]
