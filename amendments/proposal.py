"""What a person wishes of a file that is offered, and what would be recorded of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amendments.adoption import UNKNOWN, Adoption
from amendments.audit.adoption import too_late
from amendments.audit.text import check_text
from amendments.instrument import Instrument
from amendments.prose.scanner import Unread
from amendments.sheet.stated import Fault, Stated
from amendments.timeline import Timeline
from corpus.finding import Finding
from corpus.model import Base
from corpus.sources.documents import Document
from corpus.sources.line import Line
from corpus.sources.particulars import (
    Dating,
)
from corpus.sources.reader import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the person importing says of the file; None and empty where the file is to say it itself.

    ``adopted`` is the day of the base's adoption or, in a file without one, of the amendment's; ``adoption`` is what
    else is known of the latter, ``upon`` the event that it waits for, and ``number`` what its parties call it by.
    ``stated`` are the operations as the person wrote them, None where they are to be read in the document.
    ``amends`` where bylaws in the file restate those that stand.
    """

    key: str
    title: str = ""
    jurisdiction: str = ""
    effective: date | None = None
    adopted: date | None = None
    adoption: Adoption = UNKNOWN
    upon: str = ""
    number: str = ""
    stated: tuple[Stated, ...] | None = None
    amends: bool = False

    @property
    def speaks_of_one_instrument(self) -> bool:
        """Whether something is said that can be true of one amendment only."""
        return bool(self.adoption or self.upon or self.number or self.stated is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """One document as it would be recorded, and what the file says of its date (None: nothing).

    ``unread`` is what can't be read, ``faults`` what is wrong with the operations that the person wrote, ``notes`` what
    one should know of how the rest was read.
    """

    document: Document
    recorded: Base | Instrument
    dating: Dating | None
    unread: tuple[Unread, ...] = ()
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What would be recorded of one file, in the order of the dates.

    ``base`` is that of the work, new or already recorded; ``standing`` are the instruments that it has and
    ``instruments`` those that it would have; ``jurisdiction_from`` says how the jurisdiction was found.
    """

    reading: Reading
    base: Base
    understood: tuple[Understood, ...]
    standing: tuple[Instrument, ...]
    instruments: tuple[Instrument, ...]
    jurisdiction_from: str

    @property
    def amends(self) -> bool:
        """Whether it holds amendments and no base."""
        return all(isinstance(one.recorded, Instrument) for one in self.understood)

    @property
    def timeline(self) -> Timeline:
        """The work as it would be."""
        return Timeline(self.base, self.instruments)

    def findings(self) -> tuple[Finding, ...]:
        """What the checks of the text would report that they do not report now, of any instrument."""
        now = set(check_text(self.base, self.standing)) if self.standing or self.amends else set()
        new = [one.recorded for one in self.understood if isinstance(one.recorded, Instrument)]
        caused = tuple(finding for finding in check_text(self.base, self.instruments) if finding not in now)
        return (*caused, *too_late(self.base.work.key, new))

    def before(self, instrument: Instrument) -> Timeline:
        """The work as it stands just before an instrument takes effect."""
        return Timeline(self.base, (one for one in self.instruments if one.order < instrument.order))

    @property
    def unread(self) -> tuple[Line, ...]:
        """The doubtful lines of schedules: what they may do to the text is not done."""
        documents = (one.document for one in self.understood if isinstance(one.recorded, Instrument))
        return tuple(line for document in documents for line in document.doubts)
