"""Terms over time for the terminal: a term a paragraph, a line for each value that it had."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from amendments.terms_over_time.follow import Point, Series
from corpus.dates import spoken
from corpus.model import Work
from renderer.terminal import Screen

_AROUND = 60


def write_terms(work: Work, found: Sequence[Series], screen: Screen) -> str:
    """By kind; those that stand no more last."""
    lines = [*screen.wrap(f"{work.title}: its terms over time", "title"), ""]
    if not found:
        lines.append("No term was found.")
    for (standing, kind), those in groupby(found, key=lambda one: (one.standing, one.kind)):
        lines += (*screen.wrap(kind_said(kind, standing=standing), "heading"), "")
        for one in those:
            lines += (*_series(one, screen), "")
    return "\n".join(lines).rstrip() + "\n"


def kind_said(kind: str, *, standing: bool) -> str:
    """``Number of directors``, ``Quorum (no longer in the text)``."""
    return f"{kind[0].upper()}{kind[1:]}{'' if standing else ' (no longer in the text)'}"


def _series(one: Series, screen: Screen) -> Iterator[str]:
    yield from screen.wrap(f"{one.address}  {one.points[-1].head}", indent=2, hanging=2)
    for point in one.points:
        yield from screen.wrap(f"{point.shown}  {days_said(point)}, {source_said(point)}", indent=4, hanging=2)
        yield from screen.wrap(around(point), "note", indent=6)


def days_said(point: Point) -> str:
    """``from March 26, 1998 until July 29, 1999``."""
    return f"from {spoken(point.since)}" + (f" until {spoken(point.until)}" if point.until else "")


def source_said(point: Point) -> str:
    """The instrument that brought it; one that only changed words around it is none."""
    return f"by {point.instrument.id}" if point.instrument else "as adopted"


def around(point: Point) -> str:
    """The words with those before and after them in the sentence: ``… composed of [five (5)] members who …``."""
    before, after = point.before[-_AROUND:], point.after[:_AROUND]
    if len(before) < len(point.before):
        before = f"… {before.partition(' ')[2]}"
    if len(after) < len(point.after):
        after = f"{after.rpartition(' ')[0]} …"
    return f"{before}[{point.words}]{after}"
