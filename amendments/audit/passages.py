"""The words in force as checks read them: each paragraph, quoted with what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from amendments.audit.subject import Subject
from amendments.timeline import Event
from corpus.dates import spoken
from corpus.model import Place, Text, places

_AROUND = 6
"""Words shown on each side of those quoted."""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph of a provision in force, without number and heading."""

    place: Place
    text: str


def paragraphs_in_force(text: Text) -> Iterator[Words]:
    """Every paragraph of every provision that stands, in reading order."""
    for place in places(text.provisions):
        if place.provision.status == "in-force":
            yield from (Words(place, paragraph) for paragraph in place.provision.paragraphs)


def excerpt(passage: str, start: int, end: int) -> str:
    """The words at a place of a passage with a few around them; ``…`` where more stand."""
    before = list(re.finditer(r"\S+", passage[:start]))
    after = list(re.finditer(r"\S+", passage[end:]))
    first = before[-_AROUND].start() if len(before) > _AROUND else 0
    last = end + after[_AROUND - 1].end() if len(after) > _AROUND else len(passage)
    return f"{'… ' if first else ''}{passage[first:last]}{' …' if last < len(passage) else ''}"


class Origins:
    """Since when the words of a provision stand as they do."""

    def __init__(self, subject: Subject) -> None:
        self._adopted = spoken(subject.base.work.adopted)
        self._events: Mapping[str, tuple[Event, ...]] = subject.latest.sources()

    def of(self, place: Place) -> str:
        """``as adopted December 20, 1991``, ``as amended February 28, 2000``."""
        events = self._events.get(place.provision.wid, ())
        return f"as amended {spoken(events[-1].instrument.effective)}" if events else f"as adopted {self._adopted}"

    def instrument(self, place: Place) -> str:
        """The id of the one that last brought words of it; empty where they are the base's."""
        events = self._events.get(place.provision.wid, ())
        return events[-1].instrument.id if events else ""
