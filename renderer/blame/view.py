"""Blame as a view: the text in force, every word with the instrument that put it there, free of any format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from corpus.dates import spoken
from corpus.model import Status, Work
from renderer.redline.view import Source


@dataclass(frozen=True, slots=True)
class Words:
    """Words that one instrument put in; ``source`` is its number, 0 for the text as adopted."""

    text: str
    source: int


Row = tuple[Words, ...]
"""Words that stand in one line, with no space between that is not among them."""


@dataclass(frozen=True, slots=True)
class BlamedLine:
    """A paragraph; ``depth`` counts the lists that it stands in."""

    words: Row
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BlamedUnit:
    """An article or section, or the item that was asked for.

    ``placeholder`` stands for the words of a deleted one and is of the instrument that deleted it. With ``run_in`` the
    first words go on in the line of number and heading.
    """

    id: str
    address: str
    level: str
    status: Status
    num: Row
    heading: Row
    placeholder: Row
    lines: tuple[BlamedLine, ...]
    run_in: bool

    @property
    def lead(self) -> Row:
        """The words that stand beside number and heading, before every other paragraph."""
        return self.placeholder or (self.lines[0].words if self.lines and not self.lines[0].depth else ())

    @property
    def rest(self) -> tuple[BlamedLine, ...]:
        """The paragraphs after the lead."""
        return self.lines[1:] if self.lead and not self.placeholder else self.lines

    @property
    def head(self) -> Row:
        """Number and heading as they are printed."""
        return joined(self.num, self.heading)

    def rows(self) -> Iterator[Row]:
        yield from (self.num, self.heading, self.placeholder, *(line.words for line in self.lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """A text on a date, whole or one provision of it.

    ``sources`` are those of the words shown, in the order in which they took effect, and ``silent`` those of which
    nothing shown is left; the text as adopted is number 0 and bears no id. ``known_on`` is the day of which it tells
    what had been recorded, or None. ``within`` are the heads above the part asked for.
    """

    work: Work
    as_of: date
    known_on: date | None
    sources: tuple[Source, ...]
    silent: tuple[Source, ...]
    preface: tuple[Row, ...]
    within: tuple[Row, ...]
    units: tuple[BlamedUnit, ...]
    conclusions: tuple[Row, ...]

    @property
    def dated(self) -> str:
        """Of which day it is: ``as in force on February 28, 2000``."""
        known = f", as recorded by {spoken(self.known_on)}" if self.known_on else ""
        return f"as in force on {spoken(self.as_of)}{known}"

    def source(self, number: int) -> Source:
        return next(source for source in self.sources if source.number == number)

    def rows(self) -> Iterator[Row]:
        """All that is shown, in reading order."""
        yield from (*self.preface, *self.within)
        for unit in self.units:
            yield from unit.rows()
        yield from self.conclusions

    def counts(self) -> dict[int, int]:
        """How many words, or parts of them, are of each source, by its number."""
        found: Counter[int] = Counter()
        for row in self.rows():
            found.update(number for word in words_of(row) for number in sources_in(word))
        return dict(found)


def joined(*rows: Row) -> Row:
    """Rows as one, a space between; it is of what follows it."""
    made: list[Words] = []
    for row in filter(None, rows):
        if made:
            made.append(Words(" ", row[0].source))
        made += row
    return tuple(merged(made))


def cut(row: Row, length: int) -> tuple[Row, Row]:
    """So many characters of a row, and what stands after the space that follows them."""
    first: list[Words] = []
    rest: list[Words] = []
    at = 0
    for one in row:
        first.append(Words(one.text[: max(0, length - at)], one.source))
        rest.append(Words(one.text[max(0, length + (1 if length else 0) - at) :], one.source))
        at += len(one.text)
    return tuple(merged(first)), tuple(merged(rest))


def merged(words: Iterable[Words]) -> Iterator[Words]:
    """Neighbours of one source made one, none empty."""
    held: Words | None = None
    for one in words:
        if held and held.source == one.source:
            held = Words(held.text + one.text, held.source)
        elif one.text:
            if held:
                yield held
            held = one
    if held:
        yield held


def words_of(row: Iterable[Words]) -> Iterator[Row]:
    """The single words of a row, each of one piece or, where it was amended within, of several."""
    word: list[Words] = []
    for one in row:
        first, *others = one.text.split(" ")
        word.append(Words(first, one.source))
        for text in others:
            yield from _whole(word)
            word = [Words(text, one.source)]
    yield from _whole(word)


def sources_in(row: Iterable[Words]) -> tuple[int, ...]:
    """The numbers of the sources of a row, each once, as they come."""
    return tuple(dict.fromkeys(one.source for one in row))


def _whole(word: list[Words]) -> Iterator[Row]:
    if made := tuple(merged(word)):
        yield made
