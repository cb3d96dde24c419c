"""The timeline of a work: the consolidated text in force at the end of any day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from amendments.instrument import Instrument
from amendments.patch import Effect, apply_operation
from corpus.dates import spoken
from corpus.errors import BeforeAdoption
from corpus.finding import Finding
from corpus.model import Base, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One effect with the instrument it comes from."""

    instrument: Instrument
    effect: Effect


@dataclass(frozen=True, slots=True, kw_only=True)
class Consolidated:
    """Base plus every operation effective up to a date. ``events`` stand in the order in which they happened."""

    as_of: date
    text: Text
    events: tuple[Event, ...]
    findings: tuple[Finding, ...]

    def sources(self) -> dict[str, tuple[Event, ...]]:
        """The events that brought the words of each provision, by its identity."""
        found: dict[str, tuple[Event, ...]] = {}
        for event in self.events:
            for wid in event.effect.covers:
                found[wid] = (*found.get(wid, ()), event)
        return found


class Timeline:
    """The texts of a work over time. Each stage shares with the one before it whatever did not change."""

    def __init__(self, base: Base, instruments: Iterable[Instrument]) -> None:
        self.base = base
        self._stages: list[Consolidated] = [
            Consolidated(as_of=base.work.adopted, text=base.text, events=(), findings=())
        ]
        for instrument in instruments:
            self._stages.append(_after(self._stages[-1], instrument, base))

    @property
    def dates(self) -> tuple[date, ...]:
        """The days on which the text changed, the adoption first."""
        return tuple(dict.fromkeys(stage.as_of for stage in self._stages))

    @property
    def stages(self) -> tuple[Consolidated, ...]:
        """The text as adopted, then after each instrument in turn."""
        return tuple(self._stages)

    def as_of(self, day: date) -> Consolidated:
        """The text in force at the end of ``day``; raises BeforeAdoption."""
        work = self.base.work
        if day < work.adopted:
            raise BeforeAdoption(day, work.adopted, work.title, spoken(work.adopted))
        last = bisect_right([stage.as_of for stage in self._stages], day) - 1
        return replace(self._stages[last], as_of=day)

    def before(self, day: date) -> Consolidated:
        """The text in force just before ``day`` began."""
        return self.as_of(day - timedelta(days=1))

    def latest(self) -> Consolidated:
        """The text after everything recorded, whatever its date."""
        return self._stages[-1]


def _after(stage: Consolidated, instrument: Instrument, base: Base) -> Consolidated:
    text, events, findings = stage.text, list(stage.events), list(stage.findings)
    for operation in instrument.operations:
        outcome = apply_operation(text, operation, instrument.id)
        text = outcome.text
        if outcome.effect is not None:
            events.append(Event(instrument=instrument, effect=outcome.effect))
        findings += (replace(finding, work=base.work.key, instrument=instrument.id) for finding in outcome.findings)
    return Consolidated(
        as_of=max(stage.as_of, instrument.effective),
        text=text,
        events=tuple(events),
        findings=tuple(findings),
    )
