"""A step chart of one term: what it was from each day on, a band where it has two limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from amendments.terms_over_time.follow import Point, Series
from amendments.terms_over_time.quantities import Quantity

WIDTH, HEIGHT = 640, 190
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 92, 26, 30
_LETTER, _LINE = 7, 13
"""About how wide a letter of a label is, and how high it is."""
_NEAR = 74
"""Pixels between two years on the axis."""


@dataclass(frozen=True, slots=True)
class Step:
    """From ``x`` to ``end``, between ``low`` and ``high``, from the top. ``open`` is "up", "down" or empty: which of
    the two is no limit. ``mark`` is where its dot stands, ``words`` where its label does; ``number`` counts points, and
    ``lasts`` says that it stands still."""

    number: int
    x: float
    end: float
    low: float
    high: float
    open: str
    mark: float
    words: float
    label: str
    lasts: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """``years`` and ``figures`` are places on the axes with what is printed there."""

    steps: tuple[Step, ...]
    years: tuple[tuple[float, str], ...]
    figures: tuple[tuple[float, str], ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = WIDTH - _RIGHT
    floor: int = HEIGHT - _BOTTOM


def chart(series: Series, today: date) -> Chart | None:
    """None where the term never changed, or one of its values is no number or of another unit than the others."""
    known = [point.quantity for point in series.points if point.quantity and point.value]
    if len(series.points) < 2 or len(known) < len(series.points) or len({one.unit for one in known}) > 1:
        return None
    first = series.points[0].since
    last = series.points[-1].until or _shown_until(first, series.points[-1].since, today)
    highest = max(float(value) for one in known for value in (one.least, one.most) if value is not None)
    scale = _Scale(first, last, _ceiling(highest))
    steps: list[Step] = []
    for number, (point, quantity) in enumerate(zip(series.points, known, strict=True)):
        steps.append(_step(number, point, quantity, scale, last, steps))
    figures = tuple((scale.y(value), f"{value:g}") for value in sorted({0.0, scale.top / 2, scale.top}))
    return Chart(tuple(steps), tuple(_years(scale)), figures)


def _shown_until(first: date, changed: date, today: date) -> date:
    """Where the axis ends: not so long after the last change that all before it is pressed together."""
    some = max((changed - first) // 4, timedelta(days=90))
    return max(changed + timedelta(days=1), min(today, changed + some))


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date
    top: float

    def x(self, day: date) -> float:
        whole = max(1, (self.last - self.first).days)
        return round(_LEFT + (day - self.first).days / whole * (WIDTH - _LEFT - _RIGHT), 1)

    def y(self, value: float) -> float:
        return round(HEIGHT - _BOTTOM - value / self.top * (HEIGHT - _TOP - _BOTTOM), 1)


def _step(number: int, point: Point, quantity: Quantity, scale: _Scale, last: date, before: Sequence[Step]) -> Step:
    least, most = quantity.least, quantity.most
    low = scale.y(float(least) if least is not None else 0)
    high = scale.y(float(most) if most is not None else scale.top)
    mark = low if least is not None else high
    x = scale.x(point.since)
    return Step(
        number=number,
        x=x,
        end=scale.x(point.until or last),
        low=low,
        high=high,
        open="up" if most is None else "down" if least is None else "",
        mark=mark,
        words=_free(x, (high if least is not None and most is not None else mark) - 8, before),
        label=point.value,
        lasts=point.until is None,
    )


def _free(x: float, y: float, before: Sequence[Step]) -> float:
    """Where a label has room: above those that begin near it on the left."""
    for one in sorted(before, key=lambda step: -step.words):
        if one.x + _LETTER * len(one.label) > x - 4 and abs(one.words - y) < _LINE:
            y = one.words - _LINE
    return round(max(_LINE, y), 1)


def _years(scale: _Scale) -> Sequence[tuple[float, str]]:
    """The first days of years, as many as there is room for."""
    span = max(1, scale.last.year - scale.first.year)
    room = max(1, (WIDTH - _LEFT - _RIGHT) // _NEAR)
    every = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if span / step <= room)
    years = (year for year in range(scale.first.year + 1, scale.last.year + 1) if year % every == 0)
    return [(scale.x(date(year, 1, 1)), str(year)) for year in years]


def _ceiling(highest: float) -> float:
    """A round number above a value."""
    power = 10.0 ** (len(str(int(highest))) - 1)
    return next(step * power for step in (1, 2, 4, 5, 8, 10, 20) if step * power > highest)
