"""Source notes and placeholders: which instruments brought the words that stand, and which took others out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from amendments.adoption import source_phrase
from amendments.instrument import Instrument
from amendments.operations import Kind
from amendments.timeline import Event
from corpus.address import Address
from corpus.dates import spoken
from corpus.model import Place, Provision, Text, places, places_at

Sources = Mapping[str, tuple[Event, ...]]
"""The events that brought the words of each provision, by its identity."""

EDITED = "Its operations were edited by hand."
"""What is said of an instrument of which a person edited the operations."""
ASSUMED = "Assumed: no document of it is in the record."
"""What is said of an instrument that is known only by what later ones assume."""
DONE: dict[Kind, str] = {
    "substitute": "substituted",
    "add": "added",
    "delete": "deleted",
    "substitute-words": "amended",
    "add-words": "amended",
    "delete-words": "amended",
    "retitle": "retitled",
    "renumber": "renumbered",
    "restate": "restated",
}


@dataclass(frozen=True, slots=True)
class Noted:
    """An event with what inside the provision it was about: ``(a)``, ``Section 4.5.2``; empty for the whole."""

    item: str
    event: Event


def noted(place: Place, sources: Sources) -> tuple[Noted, ...]:
    """What happened to a provision and to the list items in it, in the order in which it did."""
    found = {event.serial: Noted("", event) for event in sources.get(place.provision.wid, ())}
    depth = len(place.address.steps)
    for inner in _items(place.provision, place.address):
        item = str(Address(tuple(step for step in inner.address.steps[depth:] if step.number)))
        for event in sources.get(inner.provision.wid, ()):
            found.setdefault(event.serial, Noted(item, event))
    return tuple(found[serial] for serial in sorted(found))


def _items(provision: Provision, address: Address) -> Iterator[Place]:
    """The list items of a provision, not those of sections inside it."""
    for inner in provision.children:
        if inner.level not in ("article", "section"):
            yield from places_at(inner, address.under(inner.step))


def source_note(happened: Sequence[Noted]) -> str:
    """What instruments did to a provision: ``Added March 26, 1998; paragraph (b) amended February 28, 2000.``

    An instrument is named once for all that it did, one after the other ("retitled and amended March 26, 1998"); what
    was done is named once for the instruments that follow one another ("substituted March 26, 1998; July 29, 1999").
    """
    parts: list[str] = []
    before = ""
    for _, group in groupby(happened, key=lambda one: one.event.instrument.id):
        done = tuple(group)
        deed = _together(tuple(dict.fromkeys(map(_deed, done))))
        when = _when(done[0].event)
        parts.append(when if deed == before else f"{deed} {when}")
        before = deed
    note = "; ".join(parts)
    return f"{note[:1].upper()}{note[1:]}." if note else ""


def _together(deeds: Sequence[str]) -> str:
    *others, last = deeds
    return (
        f"{', '.join(deed.removesuffix(',') for deed in others)}{',' * (len(others) > 1)} and {last}"
        if others
        else last
    )


def placeholder(events: Sequence[Event]) -> str:
    """What stands for a deleted provision: ``[Deleted February 28, 2000.]``"""
    deletions = [Noted("", event) for event in events if event.effect.kind == "delete"]
    return f"[{source_note(deletions[-1:]) or 'Deleted.'}]"


def deleted_items(text: Text, sources: Sources) -> dict[str, str]:
    """The placeholders of deleted provisions, by their identity."""
    return {
        place.provision.wid: placeholder(sources.get(place.provision.wid, ()))
        for place in places(text.provisions)
        if place.provision.status == "deleted"
    }


def marked(instrument: Instrument) -> str:
    """What is said of an instrument beside its title where it is not all read in a document; else empty."""
    return ASSUMED if instrument.assumed else EDITED if instrument.edited else ""


def _deed(one: Noted) -> str:
    effect = one.event.effect
    verb = DONE[effect.kind]
    if effect.kind == "renumber":
        verb += f" from {effect.address},"
    if not one.item:
        return verb
    return f"{one.item} {verb}" if one.item.startswith("Section") else f"paragraph {one.item} {verb}"


def _when(event: Event) -> str:
    """The day, and how the record says that it was adopted, or that it is assumed."""
    phrase = source_phrase(event.instrument.adoption)
    mark = " [assumed]" if event.instrument.assumed else ""
    return spoken(event.instrument.effective) + (f", {phrase}" if phrase else "") + mark
