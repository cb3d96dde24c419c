"""A redline as a view: changed provisions with their runs, the counts, and where each change comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from amendments.compare.comparison import Comparison, UnitChange, Verdict, compare
from amendments.compare.paragraphs import Passage
from amendments.compare.words import Run
from amendments.timeline import Consolidated, Event
from corpus.model import Work
from renderer.notes import Sources, deleted_items, noted, placeholder, source_note

_UNCOUNTED: tuple[Verdict, ...] = ("same", "moved-away", "placeholder")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedUnit:
    """An article or section as a redline prints it.

    ``remark`` says what can't be seen from the marks: where it moved, that a placeholder stands in its place;
    ``note`` names the instruments that changed it between the two dates.
    """

    id: str
    address: str
    level: str
    verdict: Verdict
    head: tuple[Run, ...]
    passages: tuple[Passage, ...]
    remark: str
    note: str

    @property
    def changed(self) -> bool:
        return self.verdict != "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Redline:
    """The marked comparison of a work on two dates."""

    work: Work
    old: date
    new: date
    preface: tuple[Passage, ...]
    units: tuple[MarkedUnit, ...]
    conclusions: tuple[Passage, ...]
    changed: bool

    def counts(self) -> dict[Verdict, int]:
        """How many provisions were changed, added, deleted and moved."""
        return dict(Counter(unit.verdict for unit in self.units if unit.verdict not in _UNCOUNTED))


def redline(work: Work, old: Consolidated, new: Consolidated, within: str = "") -> Redline:
    """Mark what turns ``old`` into ``new``; ``within`` keeps to one provision, by the eId of either side."""
    sources, stood = new.sources(), old.sources()
    comparison = compare(old.text, new.text, deleted_items(old.text, stood), deleted_items(new.text, sources))
    before = frozenset(map(_key, old.events))
    units = tuple(
        _marked(unit, comparison, sources, stood, before)
        for unit in comparison.units
        if not within or _stands_within(unit, within)
    )
    return Redline(
        work=work,
        old=old.as_of,
        new=new.as_of,
        preface=comparison.preface if not within else (),
        units=units,
        conclusions=comparison.conclusions if not within else (),
        changed=any(unit.changed for unit in units) if within else comparison.changed,
    )


def _stands_within(unit: UnitChange, within: str) -> bool:
    eids = [place.eid for place in (unit.old, unit.new) if place]
    return any(eid == within or eid.startswith(f"{within}__") or within.startswith(f"{eid}__") for eid in eids)


def _marked(
    unit: UnitChange,
    comparison: Comparison,
    sources: Sources,
    stood: Sources,
    before: frozenset[tuple[str, str]],
) -> MarkedUnit:
    place = unit.new or unit.old
    assert place is not None  # a unit stands on one side at least
    events = sources.get(place.provision.wid, ())
    passages = unit.passages
    if unit.verdict != "same" and unit.verdict != "moved" and unit.old and unit.old.provision.status == "deleted":
        struck = placeholder(stood.get(unit.old.provision.wid, ()))
        passages = (Passage((Run("delete", struck),), 0), *passages)
    if unit.new is not None and unit.new.provision.status == "deleted":
        kept = unit.verdict == "same"
        passages += (Passage((Run("keep" if kept else "insert", placeholder(events)),), 0),)
    recent = tuple(one for one in noted(place, sources) if _key(one.event) not in before)
    return MarkedUnit(
        id=place.eid,
        address=str(place.address),
        level=place.provision.level,
        verdict=unit.verdict,
        head=unit.head,
        passages=passages,
        remark=_remark(unit, comparison),
        note=f"({source_note(recent)})"
        if recent and unit.new and unit.verdict not in ("same", "deleted", "placeholder")
        else "",
    )


def _key(event: Event) -> tuple[str, str]:
    return event.instrument.id, event.effect.operation


def _remark(unit: UnitChange, comparison: Comparison) -> str:
    if unit.verdict == "moved" and unit.old and unit.new:
        if unit.old.address == unit.new.address:
            return "Moved: it stood elsewhere among the others"
        return f"Moved from {unit.old.address}"
    if unit.verdict == "moved-away" and unit.old:
        to = _destination(unit, comparison.units)
        return f"Moved to {to}" if to != str(unit.old.address) else "Moved: it stands elsewhere among the others"
    return ""


def _destination(unit: UnitChange, units: Iterable[UnitChange]) -> str:
    return next(
        str(other.new.address) for other in units if other.verdict == "moved" and other.old == unit.old and other.new
    )
