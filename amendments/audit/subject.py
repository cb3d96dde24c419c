"""What the checks of the text are given: a base, the instruments on it, and the texts that they make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from amendments.audit.versions import Versions
from amendments.blame.threads import Woven, weave
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

    @cached_property
    def woven(self) -> Woven:
        """Every word that ever stood, with the ids of the instruments that put it in and took it out."""
        first, *later = self.timeline.texts
        ids = (instrument.id for instrument in self.instruments)
        return weave(first, zip(ids, later, strict=True))

    @cached_property
    def versions(self) -> Versions:
        """What each provision was after every instrument."""
        return Versions(self.timeline.texts)

    @property
    def steps(self) -> Iterable[tuple[Instrument, Text, Text]]:
        """Each instrument with the text just before and just after it."""
        texts = self.timeline.texts
        return zip(self.instruments, texts[:-1], texts[1:], strict=True)


Check = Callable[[Subject], Iterable[Finding]]
"""A check of the text."""
