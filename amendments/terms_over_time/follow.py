"""Terms followed from the adoption on: every value of each, in which words, by which instrument, from which day.

A provision is followed through renumbering and moves by its words; a term in it by the sentence around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from amendments.blame.strands import Strands
from amendments.blame.threads import Thread, weave
from amendments.compare.bags import Bag
from amendments.compare.tokens import tokenise
from amendments.instrument import Instrument
from amendments.record import Record
from amendments.terms_over_time.quantities import Quantity
from amendments.terms_over_time.terms import KINDS, Kind, terms
from amendments.timeline import Timeline
from corpus.model import Base, places
from corpus.sentences import sentences

_SAME_SENTENCE = 0.5
"""Likeness of what stands around two terms from which they are one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What a term was ``since`` a day, and up to the day ``until`` which it changed or went; None where it stands.

    ``before``, ``words`` and ``after`` are the sentence. ``value`` is the words read, empty where they are no number;
    ``instrument`` brought them, and is None where they stand as adopted. ``head`` is what its provision was called.
    """

    since: date
    until: date | None
    before: str
    words: str
    after: str
    quantity: Quantity | None
    head: str
    instrument: Instrument | None

    @property
    def value(self) -> str:
        return self.quantity.value if self.quantity else ""

    @property
    def shown(self) -> str:
        """The value, or the words where it can't be read."""
        return self.value or self.words


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A term over time. ``id`` and ``address`` are of the provision that it stands in, or stood in last."""

    kind: Kind
    id: str
    address: str
    points: tuple[Point, ...]

    @property
    def standing(self) -> bool:
        return self.points[-1].until is None


def follow(record: Record) -> tuple[Series, ...]:
    """Every term that stood at any time: those that stand, then those gone, by kind, then in reading order."""
    return followed(record.base, record.instruments)


def followed(base: Base, instruments: Sequence[Instrument]) -> tuple[Series, ...]:
    """The same of a base with instruments in order of effect."""
    timeline = Timeline(base, instruments)
    first, *later = timeline.texts
    woven = weave(first, zip((one.id for one in instruments), later, strict=True))
    eids = {place.provision.wid: place.eid for place in places(timeline.texts[-1].provisions)}
    days = _days(base, instruments)
    found = [
        Series(
            kind=kind,
            id=eids.get(thread.provision.wid, thread.address.eid),
            address=str(thread.address),
            points=points,
        )
        for thread in woven.threads
        for kind, points in _Followed(thread, instruments, days).series()
    ]
    return tuple(sorted(found, key=lambda one: (not one.standing, KINDS.index(one.kind))))


def _days(base: Base, instruments: Sequence[Instrument]) -> tuple[date, ...]:
    """From when each text stood: a day is never before the one before it."""
    days = [base.work.adopted]
    for one in instruments:
        days.append(max(days[-1], one.effective))
    return tuple(days)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A term as one version of a provision has it."""

    kind: Kind
    point: Point
    around: Bag


class _Followed:
    """A thread with the stages at which it changed."""

    def __init__(self, thread: Thread, instruments: Sequence[Instrument], days: Sequence[date]) -> None:
        self._thread, self._instruments, self._days = thread, instruments, days
        self._stage = {one.id: at for at, one in enumerate(instruments, 1)}

    def series(self) -> Iterator[tuple[Kind, tuple[Point, ...]]]:
        open_ones: list[tuple[_Seen, list[Point]]] = []
        made: list[tuple[Kind, list[Point]]] = []
        stages = [0] * bool(self._thread.first) + sorted({self._stage[name] for name in self._thread.by})
        for stage in stages:
            now = list(self._version(stage))
            came_from = _pairs([seen for seen, _ in open_ones], now)
            for at, (_, points) in enumerate(open_ones):
                if at not in came_from.values():
                    points[-1] = replace(points[-1], until=self._days[stage])
            still: list[tuple[_Seen, list[Point]]] = []
            for at, seen in enumerate(now):
                points = open_ones[came_from[at]][1] if at in came_from else []
                if not points:
                    made.append((seen.kind, points))
                if not points or not _alike(points[-1], seen.point):
                    points[-1:] = [replace(one, until=seen.point.since) for one in points[-1:]]
                    points.append(seen.point)
                still.append((seen, points))
            open_ones = still
        yield from ((kind, tuple(points)) for kind, points in made)

    def _version(self, stage: int) -> Iterator[_Seen]:
        head = self._standing(self._thread.head, stage).strip()
        instrument = self._instruments[stage - 1] if stage else None
        for line in self._thread.lines:
            words = self._standing(line.strands, stage)
            for span in (sentence.span for sentence in sentences(words)):
                sentence = words[slice(*span)]
                for term in terms(sentence, head):
                    before, after = sentence[: term.start], sentence[term.end :]
                    point = Point(
                        since=self._days[stage],
                        until=None,
                        before=before,
                        words=sentence[term.start : term.end],
                        after=after,
                        quantity=term.quantity,
                        head=head,
                        instrument=instrument,
                    )
                    yield _Seen(term.kind, point, Bag.of(tokenise(f"{before} {after}")))

    def _standing(self, strands: Strands, stage: int) -> str:
        """The words that stood at a stage."""
        return "".join(
            strand.text
            for strand in strands
            if (not strand.put_in or self._stage[strand.put_in] <= stage)
            and (not strand.taken_out or self._stage[strand.taken_out] > stage)
        )


def _alike(one: Point, other: Point) -> bool:
    """Whether two versions say the same: the same value, or the same words."""
    return one.words.casefold() == other.words.casefold() or bool(one.value and one.value == other.value)


def _pairs(old: Sequence[_Seen], new: Sequence[_Seen]) -> dict[int, int]:
    """By the index of each term of a version that of the one before it: of one kind, the likest sentences first."""
    likely = sorted(
        (-one.around.likeness(other.around), not _alike(one.point, other.point), abs(i - j), i, j)
        for i, one in enumerate(old)
        for j, other in enumerate(new)
        if one.kind == other.kind
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for likeness, _, _, i, j in likely:
        if -likeness >= _SAME_SENTENCE and i not in taken and j not in found:
            found[j] = i
            taken.add(i)
    return found
