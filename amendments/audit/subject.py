"""What the checks of the text are given: a base, the instruments on it, and the texts that they make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from amendments.instrument import Instrument
from amendments.timeline import Consolidated, Timeline
from corpus.finding import Finding
from corpus.model import Base, Text


class Subject:
    """A base with the instruments that count, in order of effect: of a record, or as a proposal would leave it.

    What several checks need of it is found once.
    """

    def __init__(self, base: Base, instruments: Sequence[Instrument]) -> None:
        self.base = base
        self.instruments = tuple(instruments)

    @cached_property
    def timeline(self) -> Timeline:
        return Timeline(self.base, self.instruments)

    @cached_property
    def latest(self) -> Consolidated:
        """The text after everything recorded."""
        return self.timeline.latest()

    @property
    def steps(self) -> Iterable[tuple[Instrument, Text, Text]]:
        """Each instrument with the text just before and just after it."""
        texts = self.timeline.texts
        return zip(self.instruments, texts[:-1], texts[1:], strict=True)


Check = Callable[[Subject], Iterable[Finding]]
"""A check of the text."""
