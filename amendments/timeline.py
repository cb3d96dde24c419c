"""The timeline of a work: the consolidated text in force at the end of any day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from amendments.instrument import Instrument
from amendments.patch.apply import apply_operation
from amendments.patch.outcome import Effect
from corpus.dates import spoken
from corpus.errors import BeforeAdoption
from corpus.finding import Finding
from corpus.model import Base, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One effect with the instrument it comes from. ``serial`` counts the events of a work as they happened, from 0."""

    serial: int
    instrument: Instrument
    effect: Effect


@dataclass(frozen=True, slots=True, kw_only=True)
class Consolidated:
    """Base plus every operation effective up to a date. ``events`` stand in the order in which they happened.

    ``instruments`` is how many have taken effect.
    """

    as_of: date
    instruments: int
    text: Text
    events: tuple[Event, ...]
    findings: tuple[Finding, ...]

    def sources(self) -> dict[str, tuple[Event, ...]]:
        """The events that brought the words of each provision, by its identity."""
        found: dict[str, list[Event]] = {}
        for event in self.events:
            for wid in event.effect.covers:
                found.setdefault(wid, []).append(event)
        return {wid: tuple(events) for wid, events in found.items()}


@dataclass(frozen=True, slots=True)
class _Stage:
    """The text after an instrument, and how many events and findings there had been by then."""

    day: date
    instrument: Instrument | None
    text: Text
    events: int
    findings: int


class Timeline:
    """The texts of a work over time. Each shares with the one before it whatever did not change."""

    def __init__(self, base: Base, instruments: Iterable[Instrument]) -> None:
        self.base = base
        self._events: list[Event] = []
        self._findings: list[Finding] = []
        self._stages = [_Stage(base.work.adopted, None, base.text, 0, 0)]
        self._days = [base.work.adopted]
        for instrument in instruments:
            self.append(instrument)

    def append(self, instrument: Instrument) -> None:
        """Let an instrument take effect after all others. What was answered before stays as it is."""
        stage = self._after(self._stages[-1], instrument)
        self._stages.append(stage)
        self._days.append(stage.day)

    @property
    def texts(self) -> tuple[Text, ...]:
        """The text as adopted, then after each instrument in turn."""
        return tuple(stage.text for stage in self._stages)

    def between(self, old: Consolidated, new: Consolidated) -> tuple[tuple[Instrument, Text], ...]:
        """The instruments that took effect between two of its texts, in order, each with the text after it."""
        stages = self._stages[old.instruments + 1 : new.instruments + 1]
        return tuple((stage.instrument, stage.text) for stage in stages if stage.instrument is not None)

    def as_of(self, day: date) -> Consolidated:
        """The text in force at the end of ``day``; raises BeforeAdoption."""
        work = self.base.work
        if day < work.adopted:
            raise BeforeAdoption(day, work.adopted, work.title, spoken(work.adopted))
        return replace(self._at(bisect_right(self._days, day) - 1), as_of=day)

    def adopted(self) -> Consolidated:
        """The text as adopted, before any instrument, of whatever day."""
        return self._at(0)

    def before(self, day: date) -> Consolidated:
        """The text in force just before ``day`` began."""
        return self.as_of(day - timedelta(days=1))

    def latest(self) -> Consolidated:
        """The text after everything recorded, whatever its date."""
        return self._at(len(self._stages) - 1)

    def _at(self, number: int) -> Consolidated:
        stage = self._stages[number]
        return Consolidated(
            as_of=stage.day,
            instruments=number,
            text=stage.text,
            events=tuple(self._events[: stage.events]),
            findings=tuple(self._findings[: stage.findings]),
        )

    def _after(self, stage: _Stage, instrument: Instrument) -> _Stage:
        text, work = stage.text, self.base.work.key
        for operation in instrument.operations:
            outcome = apply_operation(text, operation, instrument.id)
            text = outcome.text
            for effect in outcome.effects:
                self._events.append(Event(serial=len(self._events), instrument=instrument, effect=effect))
            self._findings += (replace(finding, work=work, instrument=instrument.id) for finding in outcome.findings)
        day = max(stage.day, instrument.effective)
        return _Stage(day, instrument, text, len(self._events), len(self._findings))
