"""What a document says of itself: its kind, its date, its file number, the state whose law it names.

Each is returned with the words that say it, so that it can be shown before it is recorded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from corpus.dates import find_dates
from corpus.model import Text
from corpus.sources.documents import Document
from corpus.sources.line import Block
from corpus.sources.marks import SCHEDULE
from corpus.sources.outline import opens_block

_ADOPTED = re.compile(r"\b(?:adopted|approved|ratified)\b", re.IGNORECASE)
_DATED = re.compile(r"DATED?\b\s*:?", re.IGNORECASE)
_EFFECTIVE = re.compile(r"\beffective\b", re.IGNORECASE)
_TAKES_EFFECT = re.compile(
    r"\b(?:effective|takes?\s+effect|in\s+effect|force)\b(?=[^.;]{0,40}\b\d{4}\b)", re.IGNORECASE
)
_OF_ITSELF = re.compile(r"\b(?:amend\w*|resolutions?|resolved|hereby|adopted)\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"\b(?:effective|takes?\s+effect)\b[^.;]{0,30}?"
    r"\b(?:upon|immediately\s+(?:prior\s+to|following|after)|if\s+and\s+when|subject\s+to)\s+"
    r"(?!(?:its\s+|the\s+)?adoption|approval\s+by\s+the\s+board)[^.;]{0,80}"
    r"|\b(?:contingent|condition(?:ed|al))\s+(?:up)?on\s+[^.;]{0,80}",
    re.IGNORECASE,
)
_OTHERS = (
    re.compile(r"\b(?:amended|revised|restated)\b|\bas\s+of\b|\bexecuted\b", re.IGNORECASE),
    re.compile(r"\bday\s+of\b", re.IGNORECASE),
    re.compile(""),
)
_BASE_SIGNS = (_ADOPTED, _DATED, _EFFECTIVE, *_OTHERS)
_PROSE_SIGNS = (_TAKES_EFFECT, _ADOPTED, _DATED, *_OTHERS)
_INSTRUMENT_SIGNS = (_EFFECTIVE, _DATED, *_OTHERS[:1], _ADOPTED, *_OTHERS[1:])
_FILE_NUMBER = re.compile(r"\d[\d.\-]{3,}")
_STATES = {
    "Alabama": "al", "Alaska": "ak", "Arizona": "az", "Arkansas": "ar", "California": "ca", "Colorado": "co",
    "Connecticut": "ct", "Delaware": "de", "Florida": "fl", "Georgia": "ga", "Hawaii": "hi", "Idaho": "id",
    "Illinois": "il", "Indiana": "in", "Iowa": "ia", "Kansas": "ks", "Kentucky": "ky", "Louisiana": "la",
    "Maine": "me", "Maryland": "md", "Massachusetts": "ma", "Michigan": "mi", "Minnesota": "mn",
    "Mississippi": "ms", "Missouri": "mo", "Montana": "mt", "Nebraska": "ne", "Nevada": "nv",
    "New Hampshire": "nh", "New Jersey": "nj", "New Mexico": "nm", "New York": "ny", "North Carolina": "nc",
    "North Dakota": "nd", "Ohio": "oh", "Oklahoma": "ok", "Oregon": "or", "Pennsylvania": "pa",
    "Rhode Island": "ri", "South Carolina": "sc", "South Dakota": "sd", "Tennessee": "tn", "Texas": "tx",
    "Utah": "ut", "Vermont": "vt", "Virginia": "va", "Washington": "wa", "West Virginia": "wv",
    "Wisconsin": "wi", "Wyoming": "wy",
}  # fmt: skip
_NAMES = "|".join(sorted(_STATES, key=len, reverse=True))
_LAW = re.compile(rf"\bState\s+of\s+({_NAMES})\b|\b\(?an?\s+({_NAMES})\s+(?:nonprofit\s+|public\s+)*corporation\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """A date and the words and line that give it."""

    day: date
    words: str
    line: int


def is_schedule(document: Document) -> bool:
    """Whether a document amends by listing sections, as a Schedule A does."""
    return bool(SCHEDULE.search(document.title))


def is_amendment(document: Document) -> bool:
    """Whether a document amends: by listing sections, or in sentences."""
    return bool(document.prose) or is_schedule(document)


def dating(document: Document) -> Dating | None:
    """The day a document counts from, taken from its conclusions or, where they give none, from its title block.

    Bylaws: "adopted on …", then "Dated: …", "effective …", and others. A schedule: "effective …" before "Dated: …", and
    when it was adopted only after those. Sentences that amend: "effective …", then "adopted … on", then "Dated: …".
    """
    if document.prose:
        return _found(document, _PROSE_SIGNS)
    return _found(document, _INSTRUMENT_SIGNS if is_amendment(document) else _BASE_SIGNS)


def effective_days(document: Document) -> tuple[date, ...]:
    """The days that the sentences of an amendment say it takes effect on, each once."""
    days: list[date] = []
    for block in document.prose:
        found = _TAKES_EFFECT.search(block.text) if _speaks_of_itself(block) else None
        days += find_dates(block.text[found.start() :])[:1] if found else ()
    return tuple(dict.fromkeys(days))


@dataclass(frozen=True, slots=True)
class Stated:
    """Words of a document and the line that they begin on."""

    words: str
    line: int


def condition_stated(document: Document) -> Stated | None:
    """Where a document says that it takes effect upon an event."""
    said = [(block.number, block.text) for block in document.prose]
    said += zip(document.closing_lines, document.text.conclusions, strict=True)
    for line, words in (*said, *((document.first_line, words) for words in document.text.preface)):
        found = _CONDITION.search(words)
        if found:
            return Stated(found.group().strip(), line)
    return None


def adoption(document: Document) -> Dating | None:
    """The day that the conclusions say a document was adopted on."""
    return _found(document, (_ADOPTED,))


def other_days(document: Document) -> tuple[date, ...]:
    """The days that the conclusions name besides the one that is taken."""
    taken = dating(document)
    days = (day for words in document.text.conclusions for day in find_dates(words))
    return tuple(dict.fromkeys(day for day in days if taken is None or day != taken.day))


def _found(document: Document, signs: tuple[re.Pattern[str], ...]) -> Dating | None:
    closing = [*zip(document.closing_lines, document.text.conclusions, strict=True)]
    closing += ((block.number, block.text) for block in document.prose if _speaks_of_itself(block))
    closing += ((document.first_line, words) for words in document.text.preface)
    for sign in signs:
        for line, words in closing:
            found = sign.search(words)
            days = find_dates(words[found.start() :]) if found else ()
            if found and not days and document.prose:  # "at a meeting held on May 10, 2002, the following was adopted"
                days = find_dates(words)
            if days:
                return Dating(day=days[0], words=words, line=line)
    return None


def _speaks_of_itself(block: Block) -> bool:
    """Whether a paragraph of an amendment may say when it was adopted or takes effect; new words do not."""
    quoted = block.text[:1] in ("“", '"') or opens_block(block)
    return bool(_OF_ITSELF.search(block.text)) and not quoted


def file_number(text: Text) -> str:
    """The number that stands alone in the conclusions, such as ``139574``; empty where there is none."""
    return next((words for words in text.conclusions if _FILE_NUMBER.fullmatch(words)), "")


def states_named(text: Text) -> tuple[str, ...]:
    """The names of the American states whose law or territory the text names, each once."""
    found = (match for passage in text.passages() for match in _LAW.finditer(passage))
    return tuple(dict.fromkeys(match[1] or match[2] for match in found))


def jurisdiction_of(state: str) -> str:
    """``us-ca`` for California."""
    return f"us-{_STATES[state]}"
