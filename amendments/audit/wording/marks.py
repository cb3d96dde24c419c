"""Marks: the places of a paragraph at which instruments changed its words, with the words that stood there in turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from amendments.blame.strands import Strand, Strands

_SHOWN = 5
"""Words shown on each side of a mark."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Strands that were put in or taken out, between ``before`` and ``after``: what stood there all the time.

    ``opens`` and ``closes`` say whether the paragraph begins or ends with them.
    """

    strands: Strands
    before: str
    after_: str
    opens: bool
    closes: bool

    @property
    def original(self) -> str:
        """The words that stood here at first."""
        return "".join(strand.text for strand in self.strands if not strand.put_in)

    def by(self, order: Sequence[str]) -> tuple[str, ...]:
        """The instruments that changed something here, as they took effect."""
        touched = {name for strand in self.strands for name in strand.by}
        return tuple(name for name in order if name in touched)

    def after(self, by: str, order: Sequence[str]) -> str:
        """The words that stood here after an instrument."""
        done = set(order[: order.index(by) + 1])
        return "".join(
            strand.text
            for strand in self.strands
            if (not strand.put_in or strand.put_in in done) and strand.taken_out not in done
        )

    def shown(self, words: str) -> str:
        """Words in the place of the mark, with a few that stand around it."""
        left, right = self.before.split(" "), self.after_.split(" ")
        before = " ".join(left[-_SHOWN - 1 :]) if len(left) > _SHOWN + 1 else self.before
        after = " ".join(right[: _SHOWN + 1]) if len(right) > _SHOWN + 1 else self.after_
        begun = len(left) > _SHOWN + 1 or not self.opens
        ends = len(right) > _SHOWN + 1 or not self.closes
        return f"{'… ' if begun else ''}{f'{before}{words}{after}'.strip()}{' …' if ends else ''}"

    def stands_apart(self, words: int) -> bool:
        """Whether so many words stand unchanged on each side, or the paragraph begins or ends there."""
        return (self.opens and not self.before or len(self.before.split()) >= words) and (
            self.closes and not self.after_ or len(self.after_.split()) >= words
        )


def marks_of(strands: Strands) -> Iterator[Mark]:
    """The marks of a paragraph in reading order."""
    groups = [(kept, tuple(group)) for kept, group in groupby(strands, key=_kept)]
    for at, (kept, group) in enumerate(groups):
        if not kept:
            before = _words(groups[at - 1][1]) if at else ""
            after = _words(groups[at + 1][1]) if at + 1 < len(groups) else ""
            yield Mark(group, before, after, at <= 1, at >= len(groups) - 2)


def _kept(strand: Strand) -> bool:
    return not strand.by


def _words(strands: Strands) -> str:
    return "".join(strand.text for strand in strands)
