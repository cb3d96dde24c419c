"""Which quantities of a sentence are terms that bylaws fix, and what each is about: read from the sentence itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from amendments.terms_over_time.quantities import Quantity, limits, quantities, quantity
from corpus.dates import MONTHS

Kind = Literal[
    "number of directors",
    "quorum",
    "notice",
    "meeting",
    "votes or shares",
    "term of office",
    "amount",
    "record date",
    "fiscal year",
    "period",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""In the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term in a sentence. ``quantity`` is None where it is words and no number: a majority, the second Friday of May.

    ``start`` and ``end`` are the place of its words in the sentence.
    """

    kind: Kind
    start: int
    end: int
    quantity: Quantity | None = None


_DIRECTORS_ARE = re.compile(
    r"\b(?:board\s+of\s+(?:directors|trustees|governors|managers)\b[^.;]{0,60}?\b(?:composed|compris(?:ed|ing)|consist(?:s|ing)?|made\s+up)"
    r"(?:\s+of)?|number\s+of\s+(?:the\s+)?(?:directors|trustees)\b(?:\s+of\s+th[ei]s?\s+\w+)?\s+(?:shall|will|is|may)(?:\s+be)?(?:\s+fixed\s+at)?)\s+",
    re.IGNORECASE,
)
_COUNT = re.compile(
    limits(r"(?=\W|$)(?P<unit{0}>)(?:\s*(?:members|directors|trustees|persons|individuals)\b)?"), re.IGNORECASE
)
_MAJORITY = re.compile(
    r"\b(?:a|the|an\s+absolute|a\s+simple)\s+majority\b(?:\s+(?:in\s+interest|vote)\b)?", re.IGNORECASE
)
_VOTING = re.compile(
    r"\b(?:votes?|voted|voting|consent|approv\w+|adopted|elected|removed|amended|repealed|resolution|affirmative|act|action|decision|order"
    r"|adjourn\w*|filled|designated|found|required|presence|request\w*|called|holders?|holding)\b",
    re.IGNORECASE,
)
_OWNED = re.compile(r"\bof\s+which\s+is\s+(?:owned|held|controlled)\b|\b(?:owned|controlled)\s+by\b", re.IGNORECASE)
_SHARES = re.compile(r"\bmajority\b|\d\s*%|\bper\s*cent|;", re.IGNORECASE)
_OF_VOTES = re.compile(
    r"\s*\)?\s*(?:in\s+interest\s+)?(?:of|or\s+more\s+of)\s+(?:all\s+)?(?:of\s+)?(?:the\s+|its\s+|such\s+|those\s+)?(?:\w+\s+){0,4}?"
    r"(?:shares?|votes?|stock|members?|membership|shareholders|stockholders|directors|trustees|board|voting|holders|lots|owners|units)\b",
    re.IGNORECASE,
)
_MAKES_QUORUM = re.compile(r"(?<!required to )\bconstitut\w+\b[^.;]{0,40}\bquorum\b", re.IGNORECASE)
_QUORUM_IS = re.compile(
    r"\bquorum\b[^.;]{0,60}\b(?:shall|will)\s+(?:be|consist\s+of|require)(?:\s+\w+){0,4}\s*\Z", re.IGNORECASE
)
_RECORD_DATE = re.compile(r"\brecord\s+date\b", re.IGNORECASE)
_LONGER = re.compile(r"more\s+than\b", re.IGNORECASE)
_LASTS = re.compile(r"\bfor\s*\Z", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:hold(?:s|ing)?\s+(?:\w+\s+)?office|serves?)\b[^.;]{0,60}?\b(?P<until>until\s+[^.;]{3,})", re.IGNORECASE
)
_FOR_A_PERIOD = re.compile(r"\bfor\s+a\s+(?:\w+\s+)?period\b[^.;,]{0,20}\Z", re.IGNORECASE)
_IN_OFFICE = re.compile(
    r"\b(?:term|terms)\s+(?:of\s+office\s+)?(?:of|shall\s+be|is)\b|\b(?:hold\s+office|serve)\b", re.IGNORECASE
)
_NOTICE = re.compile(r"\bnotices?\b|\bnotif\w+\b", re.IGNORECASE)
_NOTICE_NEAR = re.compile(
    r"\A['’]?\s*(?:\w+\s+){0,2}(?:notice|prior|before|in\s+advance|after\s+(?:the\s+)?(?:\w+\s+){0,3}(?:mail\w*|deposit\w*|sent))\b"
    r"|\A\s*nor\s+more\b",
    re.IGNORECASE,
)
_SHORT = ("days", "weeks", "hours", "minutes")
_MEETING = re.compile(r"\bmeetings?\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b(?:\d{1,2}(?::\d{2})?\s*(?:o['’]clock)?\s*,?\s*(?:[ap]\.\s?m\.|[ap]m\b)|(?:12(?::00)?\s+)?noon\b)",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_NTH = r"(?:first|second|third|fourth|fifth|last|\d{1,2}(?:st|nd|rd|th))"
_WHEN = re.compile(
    rf"\b{_NTH}\s+(?:{_WEEKDAY}|day|week)\s+(?:of|in)\s+(?:the\s+{_NTH}\s+(?:full\s+)?(?:calendar\s+)?month\b(?:\s+of\s+each(?:\s+\w+)?\s+year)?"
    rf"|(?:each\s+|every\s+)?(?:{'|'.join(MONTHS)}|month\b|quarter\b|year\b|week\b))(?:\s+of\s+each\s+year)?"
    rf"|\b(?:{'|'.join(MONTHS)})\s+\d{{1,2}}(?:st|nd|rd|th)?\b",
    re.IGNORECASE,
)
_FISCAL = re.compile(r"\bfiscal\s+year\b", re.IGNORECASE)


def terms(sentence: str, heading: str = "") -> tuple[Term, ...]:
    """The terms of a sentence in reading order, none of which overlap; ``heading`` is that of its provision."""
    made: list[Term] = []
    measured = _measured(sentence, headed=bool(_NOTICE.search(heading)))
    for one in (*_directors(sentence), *measured, *_majorities(sentence), *_times(sentence)):
        if all(one.end <= other.start or one.start >= other.end for other in made):
            made.append(one)
    return tuple(sorted(made, key=lambda one: one.start))


def _directors(sentence: str) -> Iterator[Term]:
    for lead in _DIRECTORS_ARE.finditer(sentence):
        if found := _COUNT.match(sentence, lead.end()):
            said = quantity(found, "persons")
            yield Term("number of directors", said.start, said.end, said)


def _measured(sentence: str, *, headed: bool) -> Iterator[Term]:
    for one in quantities(sentence):
        if one.unit == "$":
            yield Term("amount", one.start, one.end, one)
        elif one.unit == "%":
            kind = _share_of(sentence, one.start, one.end)
            if kind:
                yield Term(kind, one.start, one.end, one)
        else:
            yield Term(_time_of(sentence, one, headed=headed), one.start, one.end, one)


def _share_of(sentence: str, start: int, end: int) -> Kind | None:
    """What a share is of: a quorum or a vote; None where it is of neither."""
    if not _OF_VOTES.match(sentence, end) or _OWNED.search(sentence, end, end + 80):
        return None
    makes = _MAKES_QUORUM.search(sentence, end)
    if (makes and not _SHARES.search(sentence, end, makes.start())) or _QUORUM_IS.search(sentence[:start]):
        return "quorum"
    return "votes or shares" if _VOTING.search(sentence) else None


def _time_of(sentence: str, one: Quantity, *, headed: bool) -> Kind:
    before, after = sentence[max(0, one.start - 60) : one.start], sentence[one.end :]
    if _IN_OFFICE.search(before) and one.unit in ("years", "months"):
        return "term of office"
    if _LONGER.match(sentence, one.start) and _LASTS.search(before):
        return "period"
    if _RECORD_DATE.search(sentence, 0, one.start):
        return "record date"
    of_notice = headed or bool(_NOTICE_NEAR.search(after)) or bool(_NOTICE.search(before))
    if _NOTICE.search(sentence) and of_notice and one.unit.split()[-1] in _SHORT and not _FOR_A_PERIOD.search(before):
        return "notice"
    return "period"


def _majorities(sentence: str) -> Iterator[Term]:
    for found in _MAJORITY.finditer(sentence):
        kind = _share_of(sentence, *found.span())
        if kind:
            yield Term(kind, *found.span())


def _times(sentence: str) -> Iterator[Term]:
    kind: Kind | None = "fiscal year" if _FISCAL.search(sentence) and not _MEETING.search(sentence) else None
    kind = "meeting" if _MEETING.search(sentence) else kind
    yield from (Term("term of office", *found.span("until")) for found in _UNTIL.finditer(sentence))
    for pattern in (_WHEN, *((_CLOCK,) if kind == "meeting" else ())):
        yield from (Term(kind, *found.span()) for found in pattern.finditer(sentence) if kind)
