"""The view of a consolidated text: what every writer prints, in reading order and free of any format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amendments.timeline import Consolidated
from corpus.dates import spoken
from corpus.model import Place, Status, Work, places
from corpus.paragraphs import Paragraph, paragraphs
from renderer.notes import Sources, noted, placeholder, source_note

_STOPS = ".,:;?!-–—"
_CLOSING = "\"'”’)]"
"""What may stand after the stop of a heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article, section or item as printed.

    ``paragraphs`` are its own and its items'; ``note`` is the source note "(Substituted …)" or empty;
    ``placeholder`` stands for the words of a deleted provision, "[Deleted …]", and is empty for others.
    """

    id: str
    address: str
    level: str
    num: str
    heading: str
    status: Status
    paragraphs: tuple[Paragraph, ...]
    note: str
    placeholder: str

    @property
    def head(self) -> str:
        """Number and heading on one line."""
        return " ".join(filter(None, (self.num, self.heading)))

    @property
    def title(self) -> tuple[str, ...]:
        """Number and heading as an article shows them: a number with a word before it stands above its heading."""
        return tuple(filter(None, (self.num, self.heading))) if " " in self.num else (self.head,)

    @property
    def lead(self) -> str:
        """The words that stand beside number and heading, before every other paragraph; empty where none do."""
        if self.placeholder:
            return self.placeholder
        return self.paragraphs[0].text if self.paragraphs and not self.paragraphs[0].depth else ""

    @property
    def rest(self) -> tuple[Paragraph, ...]:
        """The paragraphs after the lead."""
        return self.paragraphs[1:] if self.lead and not self.placeholder else self.paragraphs

    @property
    def run_in(self) -> bool:
        """Whether the lead goes on in the line of the heading: a heading that no stop ends has a line of its own."""
        return runs_in(self.heading)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A text on a date.

    Where only a part was asked for, ``preface`` is the title, ``within`` the number and heading of each article
    above it, and there are no ``conclusions``. ``known_on`` is the day of which it tells what had been recorded, or
    None. ``assumed`` counts the amendments in it of which the record has no document.
    """

    work: Work
    as_of: date
    known_on: date | None = None
    assumed: int = 0
    preface: tuple[str, ...]
    within: tuple[str, ...]
    entries: tuple[Entry, ...]
    conclusions: tuple[str, ...]


def runs_in(heading: str) -> bool:
    """Whether words go on in the line of a heading: where a stop ends it, or where there is none."""
    return not heading or heading.rstrip(_CLOSING)[-1:] in _STOPS


def view_text(work: Work, consolidated: Consolidated, part: Place | None = None, known_on: date | None = None) -> View:
    """The whole text, or one provision with what is inside it."""
    sources = consolidated.sources()
    whole = part is None
    standing = tuple(places(consolidated.text.provisions))
    if part is not None:
        standing = tuple(place for place in standing if place.eid == part.eid or _inside(place, part))
    shown = (place for place in standing if _is_unit(place) or (part is not None and place.eid == part.eid))
    return View(
        work=work,
        as_of=consolidated.as_of,
        known_on=known_on,
        assumed=len({event.instrument.id for event in consolidated.events if event.instrument.assumed}),
        preface=consolidated.text.preface if whole else (work.title,),
        within=_above(consolidated, part) if part is not None else (),
        entries=tuple(_entry(place, sources) for place in shown),
        conclusions=consolidated.text.conclusions if whole else (),
    )


def ends_in_stop(heading: str) -> bool:
    """Whether a heading ends in a stop or a dash, so that words may go on after it."""
    return heading.rstrip(_CLOSING)[-1:] in _STOPS


def dated(view: View) -> str:
    """Of which day the text is: ``as in force on February 28, 2000``, as recorded by when if that was asked, and
    whether an amendment is assumed.
    """
    known = f", as recorded by {spoken(view.known_on)}" if view.known_on else ""
    several = f"{view.assumed} assumed amendments" if view.assumed > 1 else "an assumed amendment"
    return f"as in force on {spoken(view.as_of)}{known}{f', with {several}' if view.assumed else ''}"


def _above(consolidated: Consolidated, part: Place) -> tuple[str, ...]:
    above = (place for place in places(consolidated.text.provisions) if _inside(part, place))
    return tuple(f"{place.provision.num} {place.provision.heading}".strip() for place in above)


def _entry(place: Place, sources: Sources) -> Entry:
    provision = place.provision
    happened = noted(place, sources)
    gone = provision.status == "deleted"
    deleted = {
        inner.provision.wid: placeholder(sources.get(inner.provision.wid, ()))
        for inner in places((provision,))
        if inner.provision.status == "deleted"
    }
    return Entry(
        id=place.eid,
        address=str(place.address),
        level=provision.level,
        num=provision.num,
        heading=provision.heading,
        status=provision.status,
        paragraphs=tuple(paragraphs(provision, deleted)),
        note=f"({source_note(happened)})" if happened and not gone else "",
        placeholder=deleted[provision.wid] if gone else "",
    )


def _is_unit(place: Place) -> bool:
    """Articles and sections are printed under their own heads; items are printed within their section."""
    return place.provision.level in ("article", "section") or len(place.address.steps) == 1


def _inside(place: Place, part: Place) -> bool:
    return place.eid.startswith(f"{part.eid}__")
