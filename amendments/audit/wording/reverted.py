"""Words that one instrument changed and a later one put back as they had been."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from amendments.audit.subject import Subject
from amendments.audit.wording.marks import Mark, marks_between
from amendments.blame.strands import Strands
from amendments.blame.threads import Thread
from corpus.dates import spoken
from corpus.finding import Finding
from corpus.model import places

_CONTEXT = 3
"""Words that must stand unchanged on each side, unless the paragraph begins or ends there.

In a passage that was written anew single words come and go by chance."""
_REACH = 4
"""How many amendments of a paragraph later its words are still held against what one of them changed."""


@dataclass(frozen=True, slots=True)
class _Reverted:
    """A mark whose words went from ``was`` to ``between`` by ``first`` and back by ``second``."""

    mark: Mark
    first: str
    second: str
    was: str
    between: str


def check_reverted(subject: Subject) -> Iterator[Finding]:
    """One finding for each provision and each pair of instruments, with every such change."""
    if len(subject.instruments) < 2:
        return
    eids = {place.provision.wid: place.eid for place in places(subject.latest.text.provisions)}
    for thread in subject.woven.threads:
        if len(thread.by) < 2 or not thread.last:
            continue
        found = sorted(_reverted(thread), key=lambda one: (one.first, one.second))
        for (first, second), several in groupby(found, key=lambda one: (one.first, one.second)):
            yield _finding(subject, thread, eids[thread.last], first, second, tuple(several))


def _reverted(thread: Thread) -> Iterator[_Reverted]:
    retitled = {strand.put_in for strand in thread.head if strand.put_in}
    for line in thread.lines:
        touched = {name for strand in line.strands for name in strand.by}
        order = tuple(name for name in thread.by if name in touched)
        for at, first in enumerate(order):
            for second in order[at + 1 : at + 1 + _REACH]:
                if not retitled & {first, second}:
                    yield from _between(line.strands, order, first, second)


def _between(strands: Strands, order: tuple[str, ...], first: str, second: str) -> Iterator[_Reverted]:
    earlier, later = order[: order.index(first)], order[order.index(second) + 1 :]
    for mark in marks_between(strands, earlier, later):
        was, between, now = mark.after(), mark.after(first), mark.after(first, second)
        whole = not (was or mark.preceding or mark.following)  # a paragraph that came and went
        if mark.by == {first, second} and was == now != between and not whole and mark.stands_apart(_CONTEXT):
            yield _Reverted(mark, first, second, was, between)


def _finding(
    subject: Subject, thread: Thread, eid: str, first: str, second: str, several: tuple[_Reverted, ...]
) -> Finding:
    days = {instrument.id: spoken(instrument.effective) for instrument in subject.instruments}
    quoted = "; ".join(_told(one, days) for one in several)
    return Finding(
        code="reverted-wording",
        severity="note",
        message=f"In {thread.address} the amendments of {days[second]} put back, word for word, what those of"
        f" {days[first]} had changed.",
        evidence=f"{quoted}.",
        next_step=f"Where the words of {days[first]} were a slip, the text of the time between may have to be read as"
        " if it had not happened; compare both documents.",
        work=subject.base.work.key,
        instrument=second,
        id=eid,
        address=str(thread.address),
    )


def _told(one: _Reverted, days: dict[str, str]) -> str:
    was, between = one.mark.shown(one.was), one.mark.shown(one.between)
    became = f"became '{between}'" if between else "was taken out"
    return (
        f"'{was}' {became} on {days[one.first]} ({one.first}), and '{was}' again on {days[one.second]} ({one.second})"
    )
