"""Terms over time as JSON and CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from fractions import Fraction
from io import StringIO
from typing import Any

from amendments.terms_over_time.follow import Point, Series
from corpus.model import Work

_COLUMNS = (
    "kind", "id", "address", "heading", "value", "least", "most", "unit", "words", "since", "until", "instrument",
    "sentence",
)  # fmt: skip


def write_terms_data(work: Work, found: Sequence[Series]) -> str:
    """``{work, title, terms: [{kind, id, address, standing, values: […]}]}``, as docs/commands.md describes it."""
    told = [
        {
            "kind": one.kind,
            "id": one.id,
            "address": one.address,
            "standing": one.standing,
            "values": [_point(point) for point in one.points],
        }
        for one in found
    ]
    return json.dumps({"work": work.key, "title": work.title, "terms": told}, ensure_ascii=False, indent=2) + "\n"


def write_terms_csv(found: Sequence[Series]) -> str:
    """A line for each value of each term, under a line of names."""
    made = StringIO()
    writer = csv.DictWriter(made, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_rows(found))
    return made.getvalue()


def _rows(found: Sequence[Series]) -> Iterator[dict[str, Any]]:
    for one in found:
        for point in one.points:
            told = {name: value for name, value in _point(point).items() if name in _COLUMNS}
            yield {"kind": one.kind, "id": one.id, "address": one.address, **told}


def _point(point: Point) -> dict[str, Any]:
    """``least`` and ``most`` are null where no limit is set or it can't be read.

    ``beyond``: the limit itself is not within them, as in "more than 45 days".
    """
    quantity = point.quantity
    return {
        "value": point.value,
        "least": _figure(quantity.least) if quantity else None,
        "most": _figure(quantity.most) if quantity else None,
        "beyond": bool(quantity and quantity.beyond),
        "unit": quantity.unit if quantity else "",
        "words": point.words,
        "heading": point.head,
        "since": str(point.since),
        "until": str(point.until) if point.until else None,
        "instrument": point.instrument.id if point.instrument else "",
        "sentence": f"{point.before}{point.words}{point.after}",
    }


def _figure(value: Fraction | None) -> int | float | None:
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else round(float(value), 4)
