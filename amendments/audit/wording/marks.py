"""Marks: the places of a paragraph at which instruments changed its words, with the words that stood there in turn."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from amendments.blame.strands import Strand, Strands

_SHOWN = 5
"""Words shown on each side of a mark."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Strands that were put in or taken out, between ``preceding`` and ``following``: what stood there all the time.

    ``opens`` and ``closes`` say whether the paragraph begins or ends with them.
    """

    strands: Strands
    preceding: str
    following: str
    opens: bool
    closes: bool

    def after(self, *done: str) -> str:
        """The words that stood here when these instruments had taken effect, and no others that changed them."""
        return "".join(
            strand.text
            for strand in self.strands
            if (not strand.put_in or strand.put_in in done) and strand.taken_out not in done
        )

    @property
    def by(self) -> frozenset[str]:
        """The instruments that changed something here."""
        return frozenset(name for strand in self.strands for name in strand.by)

    def shown(self, words: str) -> str:
        """Words in the place of the mark, with a few that stand around it."""
        left, right = self.preceding.split(" "), self.following.split(" ")
        before = " ".join(left[-_SHOWN - 1 :]) if len(left) > _SHOWN + 1 else self.preceding
        after = " ".join(right[: _SHOWN + 1]) if len(right) > _SHOWN + 1 else self.following
        begun = len(left) > _SHOWN + 1 or not self.opens
        ends = len(right) > _SHOWN + 1 or not self.closes
        return f"{'… ' if begun else ''}{f'{before}{words}{after}'.strip()}{' …' if ends else ''}"

    def stands_apart(self, words: int) -> bool:
        """Whether so many words stand unchanged on each side, or the paragraph begins or ends there."""
        begun = self.opens and not self.preceding
        ended = self.closes and not self.following
        return (begun or len(self.preceding.split()) >= words) and (ended or len(self.following.split()) >= words)


def marks_between(strands: Strands, earlier: Collection[str], later: Collection[str]) -> Iterator[Mark]:
    """The marks of a paragraph, in reading order, as though the earlier changes had always stood and no later come."""
    return _marks(tuple(_projected(strands, earlier, later)))


def _projected(strands: Strands, earlier: Collection[str], later: Collection[str]) -> Iterator[Strand]:
    for strand in strands:
        if strand.taken_out in earlier or strand.put_in in later:
            continue
        yield replace(
            strand,
            put_in="" if strand.put_in in earlier else strand.put_in,
            taken_out="" if strand.taken_out in later else strand.taken_out,
        )


def _marks(strands: Strands) -> Iterator[Mark]:
    groups = [(changed, tuple(group)) for changed, group in groupby(strands, key=_changed)]
    for at, (changed, group) in enumerate(groups):
        if changed:
            before = _words(groups[at - 1][1]) if at else ""
            after = _words(groups[at + 1][1]) if at + 1 < len(groups) else ""
            yield Mark(group, before, after, at <= 1, at >= len(groups) - 2)


def _changed(strand: Strand) -> bool:
    return bool(strand.by)


def _words(strands: Strands) -> str:
    return "".join(strand.text for strand in strands)
