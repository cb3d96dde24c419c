"""From a comparison to the redline of it: numbered changes, remarks, and where each change comes from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from amendments.blame.between import compare_dates, compare_dates_by_instrument, instruments_between
from amendments.compare.comparison import Comparison, UnitChange, compare
from amendments.compare.paragraphs import Passage
from amendments.compare.words import Kind, Run
from amendments.timeline import Consolidated, Event, Timeline
from corpus.dates import spoken
from corpus.model import Place, Text, Work
from renderer.notes import Sources, deleted_items, noted, placeholder, source_note
from renderer.redline.numbering import Counter
from renderer.redline.sources import sources_of
from renderer.redline.view import Line, Mark, MarkedUnit, Redline
from renderer.view import runs_in


def redline(
    work: Work,
    timeline: Timeline,
    old: Consolidated,
    new: Consolidated,
    within: str = "",
    *,
    by_instrument: bool = False,
    superseded: bool = False,
) -> Redline:
    """Mark what turns ``old`` into ``new``, two texts of a timeline; ``within`` keeps to one provision, by the eId of
    either side.

    With ``by_instrument`` every mark is of one instrument, and with ``superseded`` the words that one put in and
    another took out are marked too.
    """
    sources, stood = new.sources(), old.sources()
    gone = deleted_items(old.text, stood), deleted_items(new.text, sources)
    comparison = (
        compare_dates_by_instrument(timeline, old, new, *gone, superseded=superseded)
        if by_instrument
        else compare_dates(timeline, old, new, *gone)
    )
    between = sources_of(instruments_between(timeline, old, new))
    events = _Events(sources, stood, frozenset(map(_key, old.events)), frozenset(source.id for source in between))
    named = Redline(
        title=work.title,
        old=spoken(old.as_of),
        new=spoken(new.as_of),
        day=new.as_of,
        sources=between,
        by_instrument=by_instrument,
    )
    return _filled(named, comparison, events, within)


def compare_files(old: Text, new: Text, title: str, names: tuple[str, str]) -> Redline:
    """Mark what turns one text into another, neither of which is of a record; ``names`` are what to call them."""
    named = Redline(title=title, old=names[0], new=names[1])
    return _filled(named, compare(old, new), _Events({}, {}, frozenset(), frozenset()))


@dataclass(frozen=True, slots=True)
class _Events:
    """What happened to each provision by the new text and by the old one, the keys of what is in the old one, and the
    ids of the instruments between the two."""

    sources: Sources
    stood: Sources
    before: frozenset[tuple[str, str]]
    between: frozenset[str]


def _filled(named: Redline, comparison: Comparison, events: _Events, within: str = "") -> Redline:
    """A redline that has its names only, with the marks of a comparison."""
    counter = Counter()
    whole = not within
    shown = [unit for unit in comparison.units if whole or _stands_within(unit, within)]
    preface = counter.lines("", "changed", comparison.preface if whole else ())
    units = tuple(_marked(unit, comparison, events, counter) for unit in shown)
    conclusions = counter.lines("", "changed", comparison.conclusions if whole else ())
    return replace(named, preface=preface, units=units, conclusions=conclusions, changes=counter.changes())


def _stands_within(unit: UnitChange, within: str) -> bool:
    eids = [place.eid for place in (unit.old, unit.new) if place]
    return any(eid == within or eid.startswith(f"{within}__") or within.startswith(f"{eid}__") for eid in eids)


def _marked(unit: UnitChange, comparison: Comparison, events: _Events, counter: Counter) -> MarkedUnit:
    place = unit.new or unit.old
    assert place is not None  # a unit stands on one side at least
    if unit.verdict == "same" and _deleted_anew(unit, events):
        unit = replace(unit, verdict="changed")
    recent = tuple(one for one in noted(place, events.sources) if _key(one.event) not in events.before)
    note = f"({source_note(recent)})" if recent and unit.new and unit.verdict not in _UNNOTED else ""
    head, lines, change = counter.unit(unit, _first_words_together(_with_placeholders(unit, events)))
    return MarkedUnit(
        id=place.eid,
        address=str(place.address),
        old=str(unit.old.address) if unit.old else "",
        new=str(unit.new.address) if unit.new else "",
        level=place.provision.level,
        verdict=unit.verdict,
        head=head,
        lines=lines,
        remark=_remark(unit, comparison, told=bool(note)),
        note=note,
        by=_by(head, lines),
        change=change,
        run_in=place.provision.level != "article" and runs_in(place.provision.heading),
    )


_UNNOTED = ("same", "deleted", "placeholder")


def _with_placeholders(unit: UnitChange, events: _Events) -> tuple[Passage, ...]:
    """The passages, with what stands for the words of the provision where it is deleted on one side or both."""
    was, stands = _placeholder(unit.old, events.stood), _placeholder(unit.new, events.sources)
    passages = unit.passages
    if was and was == stands:
        return _led_by((Run("keep", stands),), passages)
    deleted_by = _deleted_by(unit.new, events.sources, events) or _deleted_by(unit.old, events.stood, events)
    if was and unit.verdict not in ("moved", "superseded"):
        passages = _led_by((Run("delete", was, _first_by(unit) or deleted_by),), passages)
    if stands:
        passages = _led_by((Run("insert", stands, deleted_by or _first_by(unit)),), passages)
    return passages


def _deleted_by(place: Place | None, sources: Sources, events: _Events) -> tuple[str, ...]:
    """The instrument between the two texts that deleted a provision last, if one of them did."""
    happened = sources.get(place.provision.wid, ()) if place else ()
    deletions = [event.instrument.id for event in happened if event.effect.kind == "delete"]
    return tuple(name for name in deletions[-1:] if name in events.between)


def _placeholder(place: Place | None, sources: Sources) -> str:
    if place is None or place.provision.status != "deleted":
        return ""
    return placeholder(sources.get(place.provision.wid, ()))


def _deleted_anew(unit: UnitChange, events: _Events) -> bool:
    """Whether a provision that is deleted in both texts was put in and deleted again between them."""
    return _placeholder(unit.old, events.stood) != _placeholder(unit.new, events.sources)


def _first_words_together(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The first words of each text in one paragraph where one gave way to the other: both stand beside the heading."""
    first = next((at for at, one in enumerate(passages) if _kinds(one) != {"delete"}), 0)
    if not first or _kinds(passages[first]) != {"insert"} or passages[0].depth or passages[first].depth:
        return passages
    together = Passage((*passages[0].runs, *passages[first].runs), 0)
    return (together, *passages[1:first], *passages[first + 1 :])


def _kinds(passage: Passage) -> set[Kind]:
    return {run.kind for run in passage.runs}


def _led_by(words: tuple[Run, ...], passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The words put into the first passage, so that one paragraph gives way to another; deletions stand first."""
    if not passages or passages[0].depth:
        return (Passage(words, 0), *passages)
    runs = sorted((*passages[0].runs, *words), key=lambda run: run.kind != "delete")
    return (Passage(tuple(runs), 0), *passages[1:])


def _first_by(unit: UnitChange) -> tuple[str, ...]:
    runs = (*unit.head, *(run for passage in unit.passages for run in passage.runs))
    return next((run.by for run in runs if run.by), ())


def _by(head: Sequence[Mark], lines: Iterable[Line]) -> tuple[str, ...]:
    marks = (*head, *(mark for line in lines for mark in line.marks))
    return tuple(dict.fromkeys(name for mark in marks for name in mark.by))


def _key(event: Event) -> tuple[str, str]:
    return event.instrument.id, event.effect.operation


def _remark(unit: UnitChange, comparison: Comparison, told: bool) -> str:
    """``told`` where a note says already how it was renumbered."""
    if unit.old is None or unit.new is None:
        return _gone(unit, comparison)
    was, now = unit.old, unit.new
    if unit.verdict == "moved":
        same = was.address == now.address
        return "Moved: it stood elsewhere among the others" if same else f"Moved from {was.address}"
    if unit.verdict != "same" and not told and was.address.steps[-1] != now.address.steps[-1]:
        return f"Renumbered from {was.address}"
    return ""


def _gone(unit: UnitChange, comparison: Comparison) -> str:
    if unit.verdict == "superseded":
        return "Added and deleted between the two dates"
    if unit.verdict != "moved-away" or unit.old is None:
        return ""
    to = next(
        other.new.address
        for other in comparison.units
        if other.verdict == "moved" and other.old == unit.old and other.new
    )
    return "Moved: it stands elsewhere among the others" if to == unit.old.address else f"Moved to {to}"
