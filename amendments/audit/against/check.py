"""Holding a supplied copy against the base with every amendment: instruments that it lacks, and drift."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amendments.audit.against.absent import Absence, absences
from amendments.audit.against.drift import drift
from amendments.audit.against.held import hold, share_alike
from amendments.audit.against.left_out import Replays
from amendments.audit.against.supplied import NotThisText, Supplied
from amendments.blame.threads import weave
from amendments.record import Record
from amendments.timeline import Timeline
from corpus.dates import spoken
from corpus.finding import Finding

_LEAST_ALIKE = 0.25


def check_against(record: Record, supplied: Supplied, day: date) -> tuple[Finding, ...]:
    """The findings of a copy as a text in force on ``day``; raises BeforeAdoption, and NotThisText for another text."""
    timeline = Timeline(record.base, record.instruments)
    in_force = record.instruments[: timeline.as_of(day).instruments]
    replays = Replays(record.base, in_force)
    left = replays.search(supplied.text)
    woven = weave(
        left.texts[0], zip((one.id for one in in_force if one not in left.instruments), left.texts[1:], strict=True)
    )
    held = hold(left.text, supplied.text, woven)
    if share_alike(held) < _LEAST_ALIKE:
        raise NotThisText(supplied.name, spoken(day))
    found = absences(replays, left, supplied.text, held, woven)
    missing = (_absent(record, one, supplied.name, day) for one in found.absences)
    return (*missing, *drift(record, supplied, found.unexplained, replays, day))


def _absent(record: Record, absence: Absence, name: str, day: date) -> Finding:
    instrument, places = absence.instrument, absence.absent
    whole = not absence.present
    told = _listed([one.address for one in places])
    alone = places[0] if len({one.id for one in places}) == 1 else None
    effective = spoken(instrument.effective)
    return Finding(
        code="instrument-absent",
        severity="error",
        message=f"{name} does not have what the amendments of {effective} did"
        + (
            f": {told}."
            if whole
            else f" to {told}; it has the rest of what they did ({_listed(list(absence.present))})."
        ),
        evidence=" ".join(_evidence(absence)),
        next_step=f"Compare with the paper of {instrument.id}; if it counts, the copy is to be made anew: "
        f"bylaws show {record.work.key} --as-of {day} -o FILE.",
        work=record.work.key,
        instrument=instrument.id,
        id=alone.id if alone else "",
        address=alone.address if alone else "",
    )


def _evidence(absence: Absence) -> Iterator[str]:
    most = 4
    yield from (f"{one.address}: {one.told}" for one in absence.absent[:most])
    if len(absence.absent) > most:
        yield f"So it is in {len(absence.absent) - most} more."


def _listed(told: list[str]) -> str:
    most = 12
    shown = list(dict.fromkeys(told))
    return "; ".join(shown[:most]) + (f" and {len(shown) - most} more" if len(shown) > most else "")
