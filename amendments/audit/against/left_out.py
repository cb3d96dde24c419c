"""The instruments that a copy was made without: those without which replaying gives its provisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from amendments.audit.against.words import Key, Undeleted, body_key, heading_key, lines_of, number_key
from amendments.compare.units import units
from amendments.instrument import Instrument
from amendments.timeline import Timeline
from corpus.model import Base, Provision, Text, places_at

_MOST_TRIED = 60
"""Instruments that are left out one by one; of more those that changed most of what differs."""
_MOST_PUT_BACK = 12
"""Instruments left out together that are each put back on trial."""
_SECTIONED = ("article", "section")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """``instruments`` in order of effect, and the texts that all others make one after the other."""

    instruments: tuple[Instrument, ...]
    texts: tuple[Text, ...]

    @property
    def text(self) -> Text:
        """The last of the texts."""
        return self.texts[-1]


class Replays:
    """A base with instruments, and the texts that some of them make; ``now`` is that of all.

    None of the texts has what is deleted in it.
    """

    def __init__(self, base: Base, instruments: Sequence[Instrument]) -> None:
        self.base = base
        self.instruments = tuple(instruments)
        self.timeline = Timeline(base, instruments)
        self._signatures = Signatures()
        self._undeleted = Undeleted()
        self._texts = self.timeline.texts
        self.now = self._undeleted.of(self._texts[-1])

    def without(self, left_out: Iterable[Instrument]) -> Text:
        """The text that is made where some instruments are left out."""
        gone = {instrument.id for instrument in left_out}
        first = next((at for at, one in enumerate(self.instruments) if one.id in gone), len(self.instruments))
        start = Base(work=self.base.work, text=self._texts[first])
        rest = [one for one in self.instruments[first:] if one.id not in gone]
        return self._undeleted.of(Timeline(start, rest).latest().text)

    def far(self, text: Text, wanted: Counter[Key]) -> int:
        """How many provisions, and how many numbers of them, are in one only of a text and what is wanted."""
        there = self._signatures.of(text)
        return sum((there - wanted).values()) + sum((wanted - there).values())

    def wanted(self, copy: Text) -> Counter[Key]:
        """What a text must have to be a copy's."""
        return self._signatures.of(copy)

    def search(self, copy: Text) -> LeftOut:
        """The fewest instruments without which the text is nearest to a copy; none where leaving out helps nothing."""
        wanted = self.wanted(copy)
        best, chosen = self.far(self.now, wanted), ()  # type: tuple[int, tuple[Instrument, ...]]
        tried = self._worth_trying(copy) if best else ()
        while best:
            ways = [self._ordered((*chosen, one)) for one in tried if one not in chosen]
            found = [(self.far(self.without(way), wanted), len(way), way) for way in ways]
            if not chosen:
                stages = ((at, self.instruments[at:]) for at in range(len(self.instruments)))
                found += (
                    (self.far(self._undeleted.of(self._texts[at]), wanted), len(later), later) for at, later in stages
                )
            nearest = min(found, key=lambda way: way[:2], default=(best, 0, ()))
            if nearest[0] >= best:
                break
            best, _, chosen = nearest
        if 1 < len(chosen) <= _MOST_PUT_BACK:
            for one in chosen:
                fewer = tuple(other for other in chosen if other is not one)
                if self.far(self.without(fewer), wanted) <= best:
                    chosen = fewer
        return LeftOut(chosen, self._all(chosen))

    def _all(self, left_out: Sequence[Instrument]) -> tuple[Text, ...]:
        rest = Timeline(self.base, [one for one in self.instruments if one not in left_out])
        return tuple(map(self._undeleted.of, rest.texts))

    def _ordered(self, some: Iterable[Instrument]) -> tuple[Instrument, ...]:
        wanted = {one.id for one in some}
        return tuple(one for one in self.instruments if one.id in wanted)

    def _worth_trying(self, copy: Text) -> tuple[Instrument, ...]:
        """The instruments that did something to what differs, the last first."""
        wanted = self._signatures.of(copy)
        differing = {
            inner.provision.wid
            for unit in units(self.now)
            if any(key not in wanted for key in keys(unit.provision, ()))
            for inner in places_at(unit.provision, unit.place.address)
        }
        touched: Counter[str] = Counter()
        for event in self.timeline.latest().events:
            there = len(differing & (event.effect.covers | {event.effect.wid}))
            touched[event.instrument.id] += there + (event.effect.kind in ("delete", "renumber", "restate"))
        known = {one.id: one for one in reversed(self.instruments)}
        return tuple(known[name] for name in list(known) if touched[name])[:_MOST_TRIED]


class Signatures:
    """What a text consists of: its provisions by their words, and by their numbers. Texts share most of them."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Provision, tuple[Key, ...]]] = {}

    def of(self, text: Text) -> Counter[Key]:
        found: Counter[Key] = Counter()
        for part in text.provisions:
            held = self._known.get(id(part))
            if held is None:
                held = self._known[id(part)] = (part, tuple(_all(part, ())))
            found.update(held[1])
        return found


def _all(provision: Provision, above: Key) -> Iterable[Key]:
    yield from keys(provision, above)
    for part in provision.children:
        if part.level in _SECTIONED:
            yield from _all(part, (*above, number_key(provision)))


def keys(provision: Provision, above: Key) -> tuple[Key, ...]:
    """What tells a provision of its words, and one that tells where it stands."""
    heading = heading_key(provision.heading)
    words = body_key(lines_of(provision))
    named = ("words", heading, words)
    return (named, ("number", *above, number_key(provision), heading)) if above else (named,)
