"""Terms over time as one self-contained web page, with a chart of each number that changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from amendments.terms_over_time.follow import Series
from corpus.model import Work
from renderer.environment import render
from renderer.terms.chart import chart
from renderer.terms.text import days_said, kind_said, source_said


def write_terms_html(work: Work, found: Sequence[Series], today: date) -> str:
    """Those that changed first, each with its values; then all others by kind. Nothing is loaded."""
    numbered = list(enumerate(found, 1))
    changed = [(number, one, chart(one, today)) for number, one in numbered if len(one.points) > 1]
    steady = [
        (kind_said(kind, standing=standing), list(those))
        for (standing, kind), those in groupby(
            ((number, one) for number, one in numbered if len(one.points) == 1),
            key=lambda pair: (pair[1].standing, pair[1].kind),
        )
    ]
    return render(
        "terms.html",
        work=work,
        changed=changed,
        steady=steady,
        kind_said=kind_said,
        days_said=days_said,
        source_said=source_said,
    )
