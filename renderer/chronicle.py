"""The history of a work or provision for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from amendments.adoption import adoption_line
from amendments.describe import describe, target_of
from amendments.history import HistoryEntry
from amendments.instrument import Instrument
from amendments.ledger import Entry
from amendments.operations import kind_of
from amendments.record import Record
from corpus.dates import parse_date, spoken
from renderer.notes import DONE, marked
from renderer.terminal import Screen

_HANGING = 13
_RECORDED_SO = "in the order of the file, or of recording."
_CORRECTED = {
    "effective": "effective {}",
    "turn": "turn {} of its day",
    "adopted": "adopted on {}",
    "body": "adopted by the {}",
    "how": "adopted by way of {}",
    "vote": "vote: {}",
    "certified_by": "certified by {}",
    "title": "title: {}",
    "number": "number: {}",
}


def write_history_table(record: Record, entries: Sequence[HistoryEntry], screen: Screen, *, whole: bool = True) -> str:
    """What happened, an instrument a group, as it took effect; what is pending; what was withdrawn or corrected.

    ``whole`` where the history is that of the work; else only what was recorded of the instruments in it is told.
    """
    lines = list(screen.wrap(record.work.title, "title"))
    standing = record.standing
    by_id = {instrument.id: instrument for instrument in standing.counting}
    for _, group in groupby(entries, lambda entry: (entry.effective, entry.instrument)):
        told = list(group)
        lines += ("", *_adopted(told[0], screen)) if told[0].deed == "adopt" else ()
        if told[0].instrument:
            lines += ("", *_instrument(by_id[told[0].instrument], told, record, screen))
    for instrument in standing.pending if whole else ():
        lines += ("", *_pending(instrument, screen))
    named = {entry.instrument for entry in entries}
    for entry in record.facts("correct", "withdraw", "event", "assume", "accept", "reopen"):
        if whole or (entry.instrument in named and not entry.finding):
            lines += ("", *screen.wrap(_fact(entry), "note", hanging=2))
    return "\n".join(lines) + "\n"


def _pending(instrument: Instrument, screen: Screen) -> Iterator[str]:
    yield from screen.wrap(f"Pending  ({instrument.id}{_number(instrument)})", "heading")
    yield from screen.wrap(instrument.title, "note", indent=2)
    if instrument.adoption:
        yield from screen.wrap(adoption_line(instrument.adoption), indent=2)
    if mark := marked(instrument):
        yield from screen.wrap(mark, indent=2)
    yield from screen.wrap(f"It takes effect upon {instrument.condition}.", indent=2)
    for operation in instrument.operations:
        words = f"{kind_of(operation):<12} {target_of(operation.target)}  {describe(operation)}"
        yield from screen.wrap(words.rstrip(), indent=2, hanging=_HANGING)


def _number(instrument: Instrument) -> str:
    """What its parties call it by, after its id."""
    return f", {instrument.number}" if instrument.number else ""


def _adopted(entry: HistoryEntry, screen: Screen) -> Iterator[str]:
    yield from screen.wrap(f"{spoken(entry.effective)}  Adopted", "heading")
    if entry.address:
        yield from screen.wrap(f"{entry.address}  {entry.heading_after}", indent=2)


def _instrument(
    instrument: Instrument, entries: Sequence[HistoryEntry], record: Record, screen: Screen
) -> Iterator[str]:
    number = f", file {instrument.file_number}" if instrument.file_number else ""
    names = f"{instrument.id}{_number(instrument)}{number}"
    yield from screen.wrap(f"{spoken(instrument.effective)}  ({names})", "heading")
    yield from screen.wrap(instrument.title, "note", indent=2)
    if instrument.adoption:
        yield from screen.wrap(adoption_line(instrument.adoption), indent=2)
    if mark := marked(instrument):
        yield from screen.wrap(mark, indent=2)
    if instrument.condition:
        yield from screen.wrap(f"It was to take effect upon {instrument.condition}.", indent=2)
    if sum(other.effective == instrument.effective for other in record.instruments) > 1:
        yield from screen.wrap(f"Turn {instrument.turn} of that day: {_why(instrument, record)}", indent=2)
    for entry in entries:
        deed = f"{DONE[entry.deed] if entry.deed != 'adopt' else '':<12}"
        place = entry.address or "the whole text"
        yield from screen.wrap(f"{deed} {place}  {_told(entry)}".rstrip(), indent=2, hanging=_HANGING)


def _told(entry: HistoryEntry) -> str:
    """The heading, or what it was and what it became; and what was changed below it."""
    before, after = entry.heading_before, entry.heading_after
    heading = f"{before} → {after}" if before and after and before != after else after or before
    return "  ".join(filter(None, (heading, entry.detail)))


def _why(instrument: Instrument, record: Record) -> str:
    """The reason for the order on a day: the last one that was given for it, or that it was recorded so."""
    for entry in reversed(record.facts("correct")):
        said = dict(entry.corrected)
        if entry.instrument == instrument.id and "turn" in said:
            return _RECORDED_SO if "effective" in said else entry.reason
    return _RECORDED_SO


def told_corrections(entry: Entry) -> str:
    """What a correction says, in words: ``adopted on May 20, 1995; by the members``."""
    said = dict(entry.corrected)
    if "effective" in said:
        said.pop("turn", None)  # it follows from the day
    return "; ".join(_CORRECTED[name].format(_value(name, said[name])) for name in _CORRECTED if name in said)


def _value(name: str, value: str) -> str:
    if not value:
        return "(not known)"
    return spoken(parse_date(value)) if name in ("adopted", "effective") else value


def _fact(entry: Entry) -> str:
    day, reason = spoken(parse_date(entry.recorded[:10])), entry.reason
    match entry.fact:
        case "correct":
            return f"{entry.instrument} corrected on {day}: {told_corrections(entry)}. Reason: {reason}"
        case "event":
            happened = spoken(parse_date(entry.occurred))
            return f"{entry.instrument} took effect by an event of {happened}, recorded on {day}. Reason: {reason}"
        case "assume":
            return f"{entry.instrument} assumed on {day}. Reason: {reason}"
        case "accept" | "reopen":
            said = dict(entry.finding)
            what = " ".join(filter(None, (said["code"], entry.instrument, said["address"])))
            done = "was accepted" if entry.fact == "accept" else "is accepted no longer"
            return f"The finding {what} {done}, recorded on {day}. Reason: {reason}"
        case _:
            return f"{entry.instrument} withdrawn on {day}. Reason: {reason}"
