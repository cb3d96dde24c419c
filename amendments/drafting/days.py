"""The days of a draft: of which text the copy was made, and which text the amendment would meet."""

from __future__ import annotations

from datetime import date

from amendments.drafting.errors import ChangedMeanwhile, CopyOfAnotherDay
from amendments.drafting.plain import first_difference
from amendments.timeline import Timeline


def refuse_other_day(name: str, said: date | None, timeline: Timeline, day: date) -> None:
    """Raise CopyOfAnotherDay where a copy says that it is of a day on which the text was another than on ``day``."""
    if said is None or said == day:
        return
    different = first_difference(timeline.as_of(said).text, timeline.as_of(day).text)
    if different is not None:
        raise CopyOfAnotherDay(name, said, day, different)


def refuse_changed(timeline: Timeline, day: date, effective: date) -> None:
    """Raise ChangedMeanwhile where the text in force on ``effective`` is not the one that was copied on ``day``."""
    different = first_difference(timeline.as_of(day).text, timeline.as_of(effective).text)
    if different is not None:
        raise ChangedMeanwhile(day, effective, different)
