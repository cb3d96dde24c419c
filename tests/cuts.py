"""Where a redline cuts words: nowhere, whatever the texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from amendments.compare.comparison import Comparison
from amendments.compare.words import Kind, Run

_MARKS = "\u0300-\u036f"
_WHOLE = re.compile(rf"\d+(?:[.,/]\d+)+|[^\W_][\w{_MARKS}]*(?:['’\-‐‑][^\W_][\w{_MARKS}]*)*")
"""Words and numbers as a reader takes them, told without the program's own tokens."""


def cuts(found: Comparison) -> list[str]:
    """Every word and number that a mark begins or ends inside of, on either side; none is right."""
    return [word for runs in _rows(found) for word in cuts_of(runs)]


def cuts_of(runs: Iterable[Run]) -> Iterator[str]:
    runs = tuple(runs)
    without: tuple[Kind, ...] = ("insert", "delete")
    for other in without:
        side = [run.text for run in runs if run.kind != other]
        bounds = set(accumulate(map(len, side)))
        for word in _WHOLE.finditer("".join(side)):
            if bounds & set(range(word.start() + 1, word.end())):
                yield word[0]


def _rows(found: Comparison) -> Iterator[tuple[Run, ...]]:
    yield from (passage.runs for passage in (*found.preface, *found.conclusions))
    for unit in found.units:
        yield unit.head
        yield from (passage.runs for passage in unit.passages)
