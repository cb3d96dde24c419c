"""The adoption of an instrument: who adopted it, how, when, by what vote, and who certified it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from corpus.dates import spoken

How = Literal["", "meeting", "written consent"]
HOWS: tuple[How, ...] = get_args(How)

_BY_BODY = re.compile(
    r"\b(?:by|consent\s+of|meeting\s+of|action\s+of)\s+(?:the\s+)?((?:entire\s+)?(?:board(?:\s+of\s+(?:directors|trustees))?|directors|trustees|members"
    r"|shareholders|stockholders))\b",
    re.IGNORECASE,
)
_CONSENT, _MEETING = re.compile(r"\bconsent\b", re.IGNORECASE), re.compile(r"\bmeeting\b", re.IGNORECASE)
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
