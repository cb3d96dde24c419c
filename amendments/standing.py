"""What counts of the instruments recorded, as the facts of the ledger leave them: corrected, withdrawn, or pending."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from amendments.adoption import HOWS
from amendments.instrument import Instrument, turn_of
from amendments.ledger import Entry


@dataclass(frozen=True, slots=True)
class Standing:
    """Instruments that count, as they take effect, and those that wait for the event that their condition names."""

    counting: tuple[Instrument, ...]
    pending: tuple[Instrument, ...]


def standing(recorded: Iterable[Instrument], ledger: Sequence[Entry]) -> Standing:
    """``recorded`` are the instruments as their files have them, in the order recorded; nothing in them is changed."""
    known = {instrument.id: instrument for instrument in recorded}
    waiting = {name for name, instrument in known.items() if instrument.condition}
    for entry in ledger:
        match entry.fact:
            case "withdraw":
                known.pop(entry.instrument, None)
            case "correct" if entry.instrument in known:
                known[entry.instrument] = corrected(known[entry.instrument], dict(entry.corrected))
            case "event" if entry.instrument in known:
                happened = date.fromisoformat(entry.occurred)
                known[entry.instrument] = replace(known[entry.instrument], effective=happened, turn=entry.turn)
                waiting.discard(entry.instrument)
    return Standing(
        counting=in_order(instrument for name, instrument in known.items() if name not in waiting),
        pending=in_order(instrument for name, instrument in known.items() if name in waiting),
    )


def in_order(instruments: Iterable[Instrument]) -> tuple[Instrument, ...]:
    """Instruments as they take effect: by date, then by the turn on that day, then as they were recorded."""
    return tuple(sorted(instruments, key=lambda instrument: instrument.order))


def last_turn(day: date, standing: Iterable[Instrument], ids: Iterable[str]) -> int:
    """The turn after all that instruments have on a day, or that ids name."""
    taken = {turn_of(name) for name in ids if name.startswith(f"{day}-")}
    taken |= {instrument.turn for instrument in standing if instrument.effective == day}
    return max(taken, default=0) + 1


def corrected(instrument: Instrument, said: dict[str, str]) -> Instrument:
    """The instrument with what a correction says; an empty day of adoption means that it is not known after all."""
    adoption = replace(
        instrument.adoption,
        day=_day(said["adopted"]) if "adopted" in said else instrument.adoption.day,
        body=said.get("body", instrument.adoption.body),
        how=next(how for how in HOWS if how == said.get("how", instrument.adoption.how)),
        vote=said.get("vote", instrument.adoption.vote),
        certified_by=said.get("certified_by", instrument.adoption.certified_by),
    )
    return replace(
        instrument,
        title=said.get("title", instrument.title),
        number=said.get("number", instrument.number),
        effective=_day(said.get("effective", "")) or instrument.effective,
        turn=int(said.get("turn", instrument.turn)),
        adoption=adoption,
    )


def _day(said: str) -> date | None:
    return date.fromisoformat(said) if said else None
