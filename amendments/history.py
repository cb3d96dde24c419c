"""History: what happened to a work, or to one provision, and by which instrument."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from amendments.describe import describe
from amendments.operations import Kind
from amendments.timeline import Consolidated, Event
from corpus.address import Address
from corpus.model import Base, Place, places

Deed = Literal["adopt"] | Kind
_TOLD_BY_HEADINGS: tuple[Deed, ...] = ("adopt", "substitute", "add", "delete", "retitle")
_UNKNOWN = "(not in the record)"
"""Said of a number that is deleted and that the record never had."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """One thing that happened. ``instrument`` is empty for the adoption; headings are empty where there is none.

    ``address`` is where the provision stood then, empty for the whole text; ``detail`` says what the headings don't:
    the words that were changed, the number that was given; ``edited`` where operations of the instrument were
    edited by hand, ``assumed`` where no document of it is in the record.
    """

    effective: date
    deed: Deed
    instrument: str
    title: str
    number: str
    file_number: str
    edited: bool
    assumed: bool
    operation: str
    id: str
    address: str
    heading_before: str
    heading_after: str
    detail: str = ""


def work_history(base: Base, latest: Consolidated) -> tuple[HistoryEntry, ...]:
    """Everything from the adoption on, in the order in which it took effect."""
    return (_adoption(base), *_entries(latest.events))


def provision_history(base: Base, latest: Consolidated, place: Place) -> tuple[HistoryEntry, ...]:
    """What happened to one provision, to those inside it and to the whole that it stands in.

    It is followed under its identity, whatever number it had; ``place`` may be where it stood on any day.
    """
    wid = place.provision.wid
    entries = _entries(event for event in latest.events if _touches(event, place))
    original = next((found for found in places(base.text.provisions) if found.provision.wid == wid), None)
    if original is None:
        return entries
    return (_adoption(base, original.address, original.provision.heading), *entries)


def _touches(event: Event, place: Place) -> bool:
    inner = {found.provision.wid for found in places((place.provision,))}
    wid = place.provision.wid
    return event.effect.wid in inner or wid in event.effect.covers or wid in event.effect.took


def _entries(events: Iterable[Event]) -> tuple[HistoryEntry, ...]:
    return tuple(_entry(event) for event in events)


def _entry(event: Event) -> HistoryEntry:
    instrument, effect = event.instrument, event.effect
    told = effect.kind in _TOLD_BY_HEADINGS
    return HistoryEntry(
        effective=instrument.effective,
        deed=effect.kind,
        instrument=instrument.id,
        title=instrument.title,
        number=instrument.number,
        file_number=instrument.file_number,
        edited=instrument.edited,
        assumed=instrument.assumed,
        operation=effect.operation,
        id=effect.address.eid,
        address=str(effect.address),
        heading_before=effect.before.heading if effect.before else "",
        heading_after=effect.after.heading if effect.after else "",
        detail=_detail(event) if not told else _UNKNOWN if effect.kind == "delete" and effect.before is None else "",
    )


def _detail(event: Event) -> str:
    if event.effect.kind == "renumber":
        return f"now {event.effect.to}"
    return describe(event.instrument.operation(event.effect.operation))


def _adoption(base: Base, address: Address = Address(()), heading: str = "") -> HistoryEntry:  # noqa: B008
    return HistoryEntry(
        effective=base.work.adopted,
        deed="adopt",
        instrument="",
        title=base.work.title,
        number="",
        file_number="",
        edited=False,
        assumed=False,
        operation="",
        id=address.eid,
        address=str(address),
        heading_before="",
        heading_after=heading,
    )
