"""The law of redlines: what accepting and rejecting every change must give, in whatever form they are written."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from hypothesis import strategies as st

from amendments.timeline import Consolidated, Timeline
from corpus.model import Base, Work
from histories import histories
from renderer.redline.build import redline
from renderer.redline.view import Redline
from renderer.view import Entry, View, view_text
from sample import FMP, IVM, days, opened, timeline


def printed(view: View) -> list[str]:
    """Every paragraph of a text as it is printed, number and heading before; no notes."""
    return [words for words in (*view.preface, *_provisions(view), *view.conclusions) if words]


def _provisions(view: View) -> Iterator[str]:
    for entry in view.entries:
        yield " ".join(filter(None, (entry.num, entry.heading)))
        yield from _body(entry)


def _body(entry: Entry) -> Iterator[str]:
    """A placeholder stands behind the words before any list, in their paragraph."""
    texts = [paragraph.text for paragraph in entry.paragraphs]
    if not entry.placeholder:
        yield from texts
    elif texts and not entry.paragraphs[0].depth:
        yield f"{texts[0]} {entry.placeholder}"
        yield from texts[1:]
    else:
        yield entry.placeholder
        yield from texts


def words(view: View) -> list[str]:
    return " ".join(printed(view)).split()


class Played:
    """A redline of two texts, with both as they are printed."""

    def __init__(self, work: Work, line: Timeline, old: Consolidated, new: Consolidated, way: str) -> None:
        self.marked: Redline = redline(
            work, line, old, new, by_instrument=way != "plain", superseded=way == "superseded"
        )
        self.old, self.new = view_text(work, old), view_text(work, new)


WAYS = ("plain", "by instrument", "superseded")
PAIRS = [(key, old, new, way) for key in (IVM, FMP) for old, new in product(days(key), repeat=2) for way in WAYS]
"""Every pair of days of the samples, the same day twice and backwards too."""


def of_sample(key: str, old: object, new: object, way: str) -> Played:
    line = timeline(key)
    return Played(opened(key).work, line, line.as_of(old), line.as_of(new), way)  # type: ignore[arg-type]


def _played(drawn: tuple[Base, list], ends: tuple[int, int], way: str) -> Played:  # type: ignore[type-arg]
    base, instruments = drawn
    line = Timeline(base, instruments)
    dates = [base.work.adopted, *(one.effective for one in instruments)]
    old, new = (line.as_of(dates[end % len(dates)]) for end in ends)
    return Played(base.work, line, old, new, way)


redlines = st.builds(_played, histories, st.tuples(st.integers(0, 60), st.integers(0, 60)), st.sampled_from(WAYS))
"""Redlines of two days of random histories, forward and backward."""
