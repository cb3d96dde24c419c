"""Drafting an amendment: the documents that may say it, the best first, and the first of them that keeps the law."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from amendments.adoption import Adoption
from amendments.drafting.changes import changes
from amendments.drafting.check import Broken, read_back
from amendments.drafting.document import Block, Style
from amendments.drafting.errors import CantBeDrafted
from amendments.drafting.plain import plain_text
from amendments.drafting.resolution import NotInResolution, resolution
from amendments.drafting.schedule import NotInSchedule, schedule
from amendments.instrument import Instrument
from amendments.record import Record
from amendments.timeline import Timeline
from corpus.model import Text

Attempt = Callable[[], Sequence[Block]]
Write = Callable[[Sequence[Block]], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How a draft is to be.

    ``effective`` is the day that it says it takes effect on, None where it says none; ``day`` is that day, or the one
    on which the text is taken to stand.
    """

    style: Style
    effective: date | None
    day: date
    adoption: Adoption


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft that keeps the law, and the instrument that it is read as."""

    blocks: tuple[Block, ...]
    instrument: Instrument


def draft(record: Record, after: Text, asked: Asked, forms: Mapping[str, Write]) -> Drafted | None:
    """The amendment that turns the text in force into ``after``, a plain text; None where nothing is changed.

    ``forms`` are the forms that are read back, each under a file name of its format. Raises CantBeDrafted where no
    document gives the copy exactly in all of them.
    """
    before = Timeline(record.base, record.instruments).as_of(asked.day).text
    if not changes(plain_text(before), after) and plain_text(before).provisions == after.provisions:
        return None
    said = asked.effective is not None or asked.adoption.day is not None
    broken = Broken("", "")
    for attempt in _attempts(before, after, asked, record.work.title):
        try:
            blocks = tuple(attempt())
        except (NotInResolution, NotInSchedule) as stopped:
            broken = Broken(str(stopped.address), stopped.why)
            continue
        found = [read_back(write(blocks), name, record, after, asked.day, said=said) for name, write in forms.items()]
        faults = [one for one in found if isinstance(one, Broken)]
        read = [one for one in found if isinstance(one, Instrument)]
        if not faults:
            return Drafted(blocks, read[0])
        broken = faults[0]
    raise CantBeDrafted(broken.address, asked.style, broken.why.rstrip("."))


def _attempts(before: Text, after: Text, asked: Asked, title: str) -> Iterator[Attempt]:
    lines = before.preface or (title,)
    if asked.style == "schedule":
        found = changes(plain_text(before), after)
        yield partial(schedule, found, before, lines, asked.effective, asked.adoption)
        return
    for renumbers in (True, False):
        for by_words in (True, False):
            yield partial(
                resolution,
                *(before, after, lines, asked.effective, asked.adoption),
                renumbers=renumbers,
                by_words=by_words,
            )
