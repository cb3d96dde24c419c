"""The history of a work or provision for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from amendments.adoption import adoption_line
from amendments.history import HistoryEntry
from amendments.instrument import Instrument
from amendments.ledger import Entry
from amendments.record import Record
from corpus.dates import parse_date, spoken
from renderer.notes import DONE
from renderer.terminal import Screen

_HANGING = 13


def write_history_table(record: Record, entries: Sequence[HistoryEntry], screen: Screen) -> str:
    """What happened, an instrument a group, as it took effect; what is pending; what was withdrawn or corrected."""
    lines = list(screen.wrap(record.work.title, "title"))
    counting, pending = record.standing.counting, record.standing.pending
    by_id = {instrument.id: instrument for instrument in counting}
    for _, group in groupby(entries, lambda entry: (entry.effective, entry.instrument)):
        told = list(group)
        lines += ("", *_adopted(told[0], screen)) if told[0].deed == "adopt" else ()
        if told[0].instrument:
            lines += ("", *_instrument(by_id[told[0].instrument], told, record, screen))
    for instrument in pending:
        words = f"Pending  ({instrument.id})"
        lines += ("", *screen.wrap(words, "heading"), *screen.wrap(instrument.title, "note", indent=2))
        lines += screen.wrap(f"It takes effect upon {instrument.condition}.", indent=2)
    for entry in record.facts("correct", "withdraw", "event"):
        lines += ("", *screen.wrap(_fact(entry), "note", hanging=2))
    return "\n".join(lines) + "\n"


def _adopted(entry: HistoryEntry, screen: Screen) -> Iterator[str]:
    yield from screen.wrap(f"{spoken(entry.effective)}  Adopted", "heading")
    if entry.address:
        yield from screen.wrap(f"{entry.address}  {entry.heading_after}", indent=2)


def _instrument(
    instrument: Instrument, entries: Sequence[HistoryEntry], record: Record, screen: Screen
) -> Iterator[str]:
    number = f", file {instrument.file_number}" if instrument.file_number else ""
    yield from screen.wrap(f"{spoken(instrument.effective)}  ({instrument.id}{number})", "heading")
    yield from screen.wrap(instrument.title, "note", indent=2)
    if instrument.adoption:
        yield from screen.wrap(adoption_line(instrument.adoption), indent=2)
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
    if before and after and before != after:
        heading = f"{before} → {after}"
    else:
        heading = after or before or ("" if entry.detail else "(not in the record)")
    return "  ".join(filter(None, (heading, entry.detail)))


def _why(instrument: Instrument, record: Record) -> str:
    """The reason for the order on a day: the last one that was given, or that it was recorded so."""
    for entry in reversed(record.facts("correct", "event")):
        if entry.instrument == instrument.id and (entry.fact == "event" or "turn" in dict(entry.corrected)):
            return entry.reason
    return "in the order of the file, or of recording."


def _fact(entry: Entry) -> str:
    day = entry.recorded[:10]
    match entry.fact:
        case "correct":
            said = ", ".join(f"{name.replace('_', ' ')} {value or 'not known'}" for name, value in entry.corrected)
            return f"{entry.instrument} corrected on {day}: {said}. {entry.reason}"
        case "event":
            happened = spoken(parse_date(entry.occurred))
            return f"{entry.instrument} took effect by an event of {happened}, recorded on {day}: {entry.reason}"
        case _:
            return f"{entry.instrument} withdrawn on {day}: {entry.reason}"
