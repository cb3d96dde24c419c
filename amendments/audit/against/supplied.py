"""The supplied copy: its words without what is printed beside them, and the day that it says it is of."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from amendments.drafting.edited import Printed, day_said, read_whole
from corpus.dates import find_dates
from corpus.errors import SourceError
from corpus.model import Provision, Text
from corpus.sources.reader import Reading

_WITHIN = r"(?:[^()]|\([^()]*\))*"
_NOTE = re.compile(
    rf"\s*\((?:Added|Substituted|Amended|Retitled|Renumbered|Restated|Paragraph)\b{_WITHIN}\b\d{{4}}{_WITHIN}\)\Z"
)
"""A source note at the end of a provision, of whatever day."""
_LEADERS = re.compile(r"(?:\.\s*){8,}\d*\s*\Z")
_AMENDED_TO = re.compile(
    r"\b(?:as\s+)?(?:last\s+)?(?:amended(?:\s+and\s+restated)?|restated|conformed|consolidated)\s+"
    r"(?:(?:through|to|as\s+of|effective|on|until)\s+)?(?:and\s+including\s+)?(?P<rest>.{6,40})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Supplied:
    """``stated`` is the day that the copy says it is of, or None."""

    name: str
    text: Text
    stated: date | None


def stated_day(reading: Reading) -> date | None:
    """The day of "as in force on …" as this program prints it, else the last of "as amended through …" in the title."""
    said = day_said(reading)
    if said is not None or not reading.documents:
        return said
    days = [
        day
        for line in (" ".join(reading.documents[0].text.preface),)
        for found in _AMENDED_TO.finditer(line)
        for day in find_dates(found["rest"])[:1]
    ]
    return max(days, default=None)


def read_supplied(reading: Reading, current: Text, printed: Printed) -> Supplied:
    """The copy as a plain text; raises NotACopy. ``current`` is the text in force on its day, ``printed`` the same read
    where it is printed."""
    text = read_whole(reading, current, printed)
    return Supplied(
        reading.name,
        replace(text, provisions=tuple(_without_notes(part) for part in text.provisions if not _of_contents(part))),
        stated_day(reading),
    )


def _of_contents(provision: Provision) -> bool:
    """Whether it is a line of a table of contents: a heading with dots after it that lead to a page."""
    return bool(_LEADERS.search(" ".join(provision.passages())))


def _without_notes(provision: Provision) -> Provision:
    inner = [part if isinstance(part, str) else _without_notes(part) for part in provision.body]
    if inner and isinstance(inner[-1], str):
        left = _NOTE.sub("", inner[-1])
        inner[-1:] = [left] if left else []
    return replace(provision, body=tuple(inner))


class NotThisText(SourceError):
    """Hardly a provision of the file is one of the work's."""

    def __init__(self, name: str, day: str) -> None:
        super().__init__(
            f"{name} is no copy of this work: hardly any provision of it is like one of the text in force on {day}.",
            "Check the key of the work and the file.",
        )
