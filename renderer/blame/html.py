"""Blame as one self-contained web page: the text in force, amended words numbered and coloured by instrument."""

from __future__ import annotations

from renderer.blame.view import Blame, BlamedUnit, Row, sources_in
from renderer.environment import render
from renderer.redline.view import Source

_TINTS = 8
"""Colours that the page has for instruments; their numbers and kinds of line tell them apart too."""


def write_blame_html(blame: Blame) -> str:
    """A page with a legend. Words name their instrument under the pointer and on focus; nothing is loaded."""
    sources = {source.number: source for source in blame.sources}
    counts = blame.counts()
    return render(
        "blame.html",
        blame=blame,
        source=sources.__getitem__,
        counts=counts,
        tint=_tint,
        sources_of=lambda unit: _sources_of(unit, sources),
        dated=f"{blame.dated[:1].upper()}{blame.dated[1:]}",
    )


def _tint(number: int) -> int:
    """The colour of a source; 0, the text as adopted, has none."""
    return (number - 1) % _TINTS + 1 if number else 0


def _sources_of(unit: BlamedUnit, sources: dict[int, Source]) -> list[Source]:
    """Whose words a provision has, in the order in which they took effect."""
    row: Row = tuple(words for row in unit.rows() for words in row)
    return [sources[number] for number in sorted(sources_in(row))]
