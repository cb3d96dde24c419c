"""From an instrument and the text just before it to the notice of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from amendments.adoption import adoption_line
from amendments.describe import describe, target_of
from amendments.instrument import Instrument
from amendments.operations import Operation, Restate, is_by_hand, kind_of
from amendments.patch.outcome import identities
from amendments.timeline import Consolidated, Event, Timeline
from corpus.dates import spoken
from corpus.model import Place, places
from corpus.tree import find
from renderer.notes import EDITED
from renderer.notice.excerpt import excerpt, full
from renderer.notice.view import Cell, CellLine, Notice, NoticeRow, Words, told, words_of
from renderer.redline.build import redline
from renderer.redline.view import Line, Mark, MarkedUnit, Redline

_NOTHING, _DELETED = (told("(none)"),), (told("(deleted)"),)


def notice(timeline: Timeline, instrument: Instrument, *, as_of: date, in_force: bool) -> Notice:
    """What an instrument changes in the text after all instruments of ``timeline``, on which it is put.

    ``as_of`` is the day on which it takes effect, or is shown as if it did where it waits for an event.
    """
    work, before = timeline.base.work, timeline.latest()
    timeline.append(replace(instrument, effective=as_of))
    after = timeline.latest()
    marked = redline(work, timeline, before, after)
    done = _Done(instrument, before, after)
    return Notice(
        title=work.title,
        kind="Notice of amendment" if in_force else "Notice of proposed amendment",
        facts=tuple(_facts(instrument, as_of)),
        rows=tuple(_rows(marked, done)),
        annex=full(instrument.text),
    )


def _facts(instrument: Instrument, as_of: date) -> Iterator[tuple[str, str]]:
    """What the record, or the document, says of the amendment; nothing that neither says."""
    if instrument.title:
        yield "Amendment", instrument.title
    if instrument.number and instrument.number.casefold() not in instrument.title.casefold():
        yield "Number", instrument.number
    if instrument.condition and as_of != instrument.effective:
        yield "Effective", f"Upon {instrument.condition}; shown as if on {spoken(as_of)}"
    elif instrument.condition:
        yield "Effective", f"Upon {instrument.condition}, and not before {spoken(as_of)}"
    else:
        yield "Effective", spoken(as_of)
    if instrument.adoption:
        yield "Adoption", adoption_line(instrument.adoption)
    if instrument.edited:
        yield "Note", EDITED


@dataclass(frozen=True, slots=True)
class _Done:
    """An instrument, and the texts just before it and after it."""

    instrument: Instrument
    before: Consolidated
    after: Consolidated

    @property
    def events(self) -> Sequence[Event]:
        return self.after.events[len(self.before.events) :]

    def operations_on(self, place: Place) -> tuple[Operation, ...]:
        """The operations that did something to a provision, or to an item in it, in their order."""
        own = {place.provision.wid, *_items(place)}
        direct = {event.effect.operation for event in self.events if event.effect.wid in own}
        within = {event.effect.operation for event in self.events if own & (event.effect.covers | event.effect.took)}
        return tuple(one for one in self.instrument.operations if one.id in direct | within)

    def amendment(self, place: Place) -> Cell:
        """What the instrument says of a provision: its own words or, of what was written by hand, what that does."""
        operations = self.operations_on(place)
        lines = excerpt(self.instrument.text, operations, place.address)
        by_hand = tuple(told(_said(one)) for one in operations if is_by_hand(one))
        if lines or by_hand:
            return (*lines, *by_hand)
        restated = any(isinstance(one, Restate) for one in operations)
        return (told("(The restated text has no such provision.)" if restated else "(See the amendment in full.)"),)


def _items(place: Place) -> Iterator[str]:
    for item in place.provision.children:
        if item.level not in ("article", "section"):
            yield from identities(item)


def _said(operation: Operation) -> str:
    """An operation that a person wrote, in words."""
    what = f"{kind_of(operation)} {target_of(operation.target)}: {describe(operation)}".rstrip(": ")
    return f"(Written by hand: {what})"


def _rows(marked: Redline, done: _Done) -> Iterator[NoticeRow]:
    """In reading order; a restatement may change what stands around the provisions too."""
    text = done.instrument.text
    yield from _around("Title block", marked.preface, text.preface)
    yield from _units(marked, done)
    yield from _around("After the last provision", marked.conclusions, text.conclusions)
    yield from _undone(done)


def _around(where: str, lines: Sequence[Line], words: Sequence[str]) -> Iterator[NoticeRow]:
    if any(line.changed for line in lines):
        yield NoticeRow(
            where=where,
            remark="",
            current=_side((), lines, "insert"),
            amendment=tuple(CellLine(words=(Words(line),)) for line in words) or _NOTHING,
            amended=_side((), lines, "delete"),
        )


def _units(marked: Redline, done: _Done) -> Iterator[NoticeRow]:
    """The provisions that are changed. One that moved has its current text where it is to stand."""
    old, new = ({place.eid: place for place in places(text.text.provisions)} for text in (done.before, done.after))
    went = [unit for unit in marked.units if unit.verdict == "moved-away"]
    moves = [unit for unit in marked.units if unit.verdict == "moved"]
    for unit in marked.units:
        if unit.changed and unit.verdict != "moved-away":
            yield NoticeRow(
                where=unit.address,
                remark=_remark(unit),
                current=_current(unit, went, moves),
                amendment=done.amendment((new if unit.new else old)[unit.id]),
                amended=_side(unit.head, unit.lines, "delete", run_in=unit.run_in) if unit.new else _DELETED,
            )


def _current(unit: MarkedUnit, went: Iterable[MarkedUnit], moves: Iterable[MarkedUnit]) -> Cell:
    """What stands there; where that moves away, it stands in the row of where it goes to.

    ``went`` are the provisions that move as they stood, and ``moves`` the same as they will stand.
    """
    if not unit.old:
        to = {other.new for other in moves if other.old == unit.new}
        return (told(f"(What stands here becomes {to.pop()}.)"),) if len(to) == 1 else _NOTHING
    current = _side(unit.head, unit.lines, "insert", run_in=unit.run_in)
    if unit.verdict == "moved" and len(words_of(current)) == 1:
        (head,) = words_of(current)
        placeholder = f"{head} [Deleted"  # one that moves is marked without it
        stood = (_side(one.head, one.lines, "insert", run_in=one.run_in) for one in went if one.old == unit.old)
        return next((cell for cell in stood if words_of(cell)[0].startswith(placeholder)), current)
    return current


def _remark(unit: MarkedUnit) -> str:
    if unit.old and unit.new and unit.old != unit.new and not unit.remark:
        return f"Renumbered from {unit.old}"
    if unit.remark:
        return unit.remark
    return {"added": "New", "deleted": "Deleted"}.get(unit.verdict, "")


def _side(head: Iterable[Mark], lines: Iterable[Line], without: str, *, run_in: bool = True) -> Cell:
    """The words of one text: without those that are of the other, and those of it alone as changed."""
    title = _words(head, without)
    rows = [(words, line.depth) for line in lines if (words := _words(line.marks, without))]
    lead = rows.pop(0)[0] if title and rows and not rows[0][1] else ()
    first = (CellLine(head=title, words=lead, run_in=run_in),) if title else ()
    return (*first, *(CellLine(words=words, depth=depth) for words, depth in rows)) or _NOTHING


def _words(marks: Iterable[Mark], without: str) -> tuple[Words, ...]:
    return tuple(Words(mark.text, mark.kind != "keep") for mark in marks if mark.kind not in (without, "superseded"))


def _undone(done: _Done) -> Iterator[NoticeRow]:
    """Operations that change nothing, for what they are about is not as they say."""
    carried_out = {event.effect.operation for event in done.events}
    findings = done.after.findings[len(done.before.findings) :]
    for operation in done.instrument.operations:
        if operation.id in carried_out:
            continue
        target = operation.target
        why = [one.message for one in findings if one.address == str(target)]
        stands = find(done.before.text, target) if target.steps else None
        lines = excerpt(done.instrument.text, (operation,), target)
        yield NoticeRow(
            where=target_of(target),
            remark=" ".join(["Changes nothing.", *why]),
            current=(told("(stands as it is)"),) if stands else _NOTHING,
            amendment=lines or (told(_said(operation)),),
            amended=(told("(no change)"),),
        )
