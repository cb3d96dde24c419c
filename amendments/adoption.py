"""The adoption of an instrument: who adopted it, how, when, by what vote, and who certified it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from corpus.dates import dates_where, spoken

How = Literal["", "meeting", "written consent"]
HOWS: tuple[How, ...] = get_args(How)

_BY_BODY = re.compile(
    r"\b(?:by|consent\s+of|meeting\s+of|action\s+of)\s+(?:the\s+)?((?:entire\s+)?(?:board(?:\s+of\s+(?:directors|trustees))?|directors|trustees|members"
    r"|shareholders|stockholders))\b",
    re.IGNORECASE,
)
_CONSENT, _MEETING = re.compile(r"\bconsent\b", re.IGNORECASE), re.compile(r"\bmeeting\b", re.IGNORECASE)
_ADOPTS = re.compile(r"\b(?:adopted|approved|ratified)\b", re.IGNORECASE)
_OF_THE_BYLAWS = re.compile(
    r"\bby-?laws(?:\s+of\s+[^,;]{1,80}?)?,?(?:\s+\([^)]*\),?)?\s+(?:(?:as|originally|previously|heretofore|first|duly|last)\s+)*"
    r"(?:adopted|approved|ratified|dated|in\s+effect|as\s+(?:amended|restated|amended\s+and\s+restated))"
    r"(?:\s+by\s+the\s+(?:board(?:\s+of\s+directors)?|members|shareholders|stockholders))?(?:\s+(?:on|as\s+of|through))?\s*\Z",
    re.IGNORECASE,
)
"""What stands before a date that is one of the bylaws that are amended."""
_ARE_AMENDED = re.compile(r"[^.;]*?\b(?:are|is|be)\s+(?:(?:hereby|further)\s+)*amended\b", re.IGNORECASE)
_AMENDS = re.compile(r"\bamends?\s+(?:the|its|our|these|said)\b", re.IGNORECASE)
_TAKES_EFFECT = re.compile(r"\beffective\b|\beffect\b|\bin\s+force\b", re.IGNORECASE)
_STOP = re.compile(r"[.;]\s+(?=[A-Z])")
_BODIES = {"board": "board of directors", "directors": "board of directors", "trustees": "board of trustees"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """What the record does not say is None or empty.

    ``day`` is the date of the meeting or of the consent; ``body`` is who adopted it, such as ``board of directors``,
    ``shareholders`` or ``members``; ``vote`` is in the words of the minutes.
    """

    day: date | None = None
    body: str = ""
    how: How = ""
    vote: str = ""
    certified_by: str = ""

    def __bool__(self) -> bool:
        return self != UNKNOWN


UNKNOWN = Adoption()
"""What is known where the record says nothing."""


def body_named(said: str) -> str:
    """The body as it is printed after "the": ``board`` is ``board of directors``, ``the members`` is ``members``."""
    plain = " ".join(said.split())
    plain = plain[4:] if plain.lower().startswith("the ") else plain
    return _BODIES.get(plain.lower(), plain)


def stated_in(words: str) -> Adoption:
    """The body and the way that a sentence such as a certificate names, without the day.

    >>> stated_in("Adopted by the Board by unanimous written consent on May 1, 2001").how
    'written consent'
    """
    body = _BY_BODY.search(words)
    consent, meeting = _CONSENT.search(words), _MEETING.search(words)
    how: How = "" if bool(consent) == bool(meeting) else "written consent" if consent else "meeting"
    return Adoption(body=body_named(body[1].lower()) if body else "", how=how)


def adopted_on(words: str) -> date | None:
    """The day of the adoption in a sentence that tells of it; None where it names other days only.

    A day on which something takes effect is none, nor is the one on which the bylaws that are amended were adopted.

    >>> adopted_on("On March 4, 2021 the Board adopted the following amendment, to take effect on April 1, 2021:")
    datetime.date(2021, 3, 4)
    """
    dates = [one for one in dates_where(words) if not _dates_the_bylaws(words, *one[:2])]
    for said in _ADOPTS.finditer(words):
        after = next(((start, day) for start, _, day in dates if start >= said.end()), None)
        if after and not _TAKES_EFFECT.search(words[said.end() : after[0]]):
            return after[1]
        before = [one for one in dates if one[1] <= said.start() and not _STOP.search(words[one[1] : said.start()])]
        if before and not _TAKES_EFFECT.search(words[before[-2][1] if len(before) > 1 else 0 : before[-1][0]]):
            return before[-1][2]
    return None


def is_of_the_bylaws(day: date, words: str) -> bool:
    """Whether a sentence says a day of the bylaws that it amends only, as "the Bylaws adopted May 4, 1990" does."""
    spans = [(start, end) for start, end, found in dates_where(words) if found == day]
    return bool(spans) and all(_dates_the_bylaws(words, *span) for span in spans)


def _dates_the_bylaws(words: str, start: int, end: int) -> bool:
    """Whether the date that stands there says which bylaws are amended: "the Bylaws adopted … are amended"."""
    amends = _ARE_AMENDED.match(words, end) or _AMENDS.search(words, 0, start)
    return amends is not None and _OF_THE_BYLAWS.search(words, 0, start) is not None


def source_phrase(adoption: Adoption) -> str:
    """What a source note says after the day that an amendment took effect; empty where neither body nor way is known.

    ``by the board of directors at a meeting on March 20, 1998``, ``by written consent of the members dated May 1,
    2001``.
    """
    day = spoken(adoption.day) if adoption.day else ""
    of_body = f" of the {adoption.body}" if adoption.body else ""
    if adoption.how == "written consent":
        return f"by written consent{of_body}{f' dated {day}' if day else ''}"
    by_body = f"by the {adoption.body}" if adoption.body else ""
    if adoption.how == "meeting":
        at = f"at a meeting{f' on {day}' if day else ''}"
        return f"{by_body} {at}".strip()
    return f"{by_body}{f' on {day}' if day else ''}" if by_body else ""


def adoption_line(adoption: Adoption) -> str:
    """Everything that is known, as a sentence; empty where nothing is."""
    if not adoption:
        return ""
    day = f"on {spoken(adoption.day)}" if adoption.day else ""
    how = source_phrase(adoption) or day
    parts = [f"adopted {how}" if how else "", f"vote: {adoption.vote}" if adoption.vote else ""]
    parts.append(f"certified by {adoption.certified_by}" if adoption.certified_by else "")
    line = "; ".join(filter(None, parts))
    return f"{line[:1].upper()}{line[1:]}."
