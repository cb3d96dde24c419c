"""What the papers of an instrument lack: a date of its own, who adopted it, how and when, a signature.

The minutes or the written consent answer all of it, so an instrument is found once, with all that it lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from amendments.instrument import Instrument
from amendments.ledger import Entry
from amendments.operations import Restate
from amendments.record import Record
from corpus.dates import dates_where, find_dates, parse_date, spoken
from corpus.finding import Finding

_DAYLIKE = re.compile(
    r"(?<!\d)\d{1,2}[/.\-]\d{1,2}[/.\-](?:\d{4}|\d{2})(?!\d)"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?\d{4}\b",
)
"""What gives a day, or a month, in words that could not be read as one date: ``3/4/2001``, ``May 2001``."""
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_CERTIFIES = re.compile(
    r"/s/|\b(?:certif|attest|undersigned|in\s+witness|witness\s+whereof|signed|signature|executed|by\s*:)",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:secretary|president|chair(?:man|woman|person)?|clerk|directors?|trustees?|treasurer|officer|incorporators?|"
    r"shareholders?|stockholders?|members?|manager|partner|counsel|name|title)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[A-Z][\w.’'-]*,?\s+){1,4}[A-Z][\w.’'-]*,?(?:\s+(?:Jr|Sr|II|III|Esq)\.?)?")
_SIGNED_AFTER = re.compile(
    r"[A-Z][\w.’'-]*\s+(?:[A-Z][\w.’'-]*\s+)*[A-Z][\w’'-]+,?\s+(?:the\s+)?(?:\w+\s+)?"
    r"(?:Secretary|President|Chair\w*|Clerk|Treasurer|Director|Officer)\b"
)
"""A name and an office at the end of a line that begins with a date."""
_FULL_NAME = re.compile(r"[A-Z][a-z]+\s+(?:[A-Z]\.\s+)?[A-Z][a-z]+")
_BLANK = re.compile(r"_{4,}")
_NO_NAME = re.compile(
    r"(?:DATED?|EFFECTIVE|AS\s+OF|ADOPTED|APPROVED|AMENDED|REVISED|EXHIBIT|SCHEDULE|BY-?LAWS|PAGE|END\s+OF)\b",
    re.IGNORECASE,
)


def check_papers(record: Record) -> tuple[Finding, ...]:
    """Instruments of which the papers do not say when, by whom or how they were adopted, or that nobody signed."""
    standing, said = record.standing, _days_said(record)
    return tuple(
        finding
        for one in (*standing.counting, *standing.pending)
        if not one.assumed
        for finding in _lacking(record.work.key, one, said.get(one.id))
    )


def ending(instrument: Instrument) -> str:
    """The evidence for what an instrument says of itself: its title, and how it ends."""
    ends = " ".join(instrument.text.conclusions) or _last_clause(instrument)
    ended = f"ends: '{ends}'." if ends else "ends without a date or signature."
    return f"'{instrument.title}' {ended}"


def states_a_day(instrument: Instrument) -> bool:
    """Whether its own words give a day: not the new words that it brings or quotes, unless it is the day recorded."""
    own = (*instrument.text.preface, *(_QUOTED.sub("", words) for words in _sentences(instrument)))
    if any(dates_where(words) or _DAYLIKE.search(words) for words in (*own, *instrument.text.conclusions)):
        return True
    return any(instrument.effective in find_dates(words) for words in _sentences(instrument))


def is_signed(instrument: Instrument) -> bool:
    """Whether its words bear a name, an office or a certificate where documents are signed; a blank line is none."""
    closing = instrument.text.conclusions
    if any(_CERTIFIES.search(_QUOTED.sub("", words)) for words in (*instrument.text.preface, *_sentences(instrument))):
        return not _blank(closing)
    signs = any(_CERTIFIES.search(words) or _OFFICE.search(words) or _is_name(words) for words in _signing(closing))
    return signs and not _blank(closing)


def _lacking(work: str, instrument: Instrument, said: Entry | None) -> Iterator[Finding]:
    adoption, effective = instrument.adoption, spoken(instrument.effective)
    unknown = adoption.day is None and not adoption.body
    undated = adoption.day is None and not instrument.condition and not states_a_day(instrument)
    unsigned = not adoption.certified_by and not is_signed(instrument)
    known = {
        "who adopted them": adoption.body,
        "at a meeting or by written consent": adoption.how,
        "when": adoption.day,
    }
    missing = "; ".join(what for what, named in known.items() if not named)
    if not (undated or missing or unsigned):
        return
    if undated:
        message = f"The amendments recorded as effective {effective} state no day in their own words{_given(said)}."
        message += f" The record does not say of their adoption: {missing}." if missing else ""
    elif unknown:
        message = f"The record does not say who adopted the amendments of {effective}, or when."
    elif missing:
        message = f"The record does not say of the adoption of {instrument.id}, effective {effective}: {missing}."
    else:
        message = f"The amendments of {effective} bear no signature, and the record does not say who certified them."
    if unsigned and (undated or missing):
        message += " They bear no signature or certificate either."
    next_step = (
        "Find the minutes or the written consent by which it was adopted; 'bylaws correct' records them."
        if undated or missing
        else "Find a signed or certified copy; 'bylaws correct --certified-by' records who certified it."
    )
    yield Finding(
        code="undated" if undated else "adoption-unrecorded" if missing else "unsigned",
        severity="warning" if undated or unknown else "note",
        message=message,
        evidence=ending(instrument),
        next_step=next_step,
        work=work,
        instrument=instrument.id,
    )


def _days_said(record: Record) -> dict[str, Entry]:
    """The fact that last said on which day each instrument takes effect."""
    said = {entry.file.removesuffix(".xml"): entry for entry in record.facts("amend")}
    for entry in record.facts("correct"):
        if "effective" in dict(entry.corrected):
            said[entry.instrument] = entry
    return said


def _given(said: Entry | None) -> str:
    if said is None:
        return ""
    day = spoken(parse_date(said.recorded[:10]))
    if said.fact == "correct":
        return f"; the day was corrected on {day}, for this reason: '{said.reason}'"
    return f"; the day was given when {said.source_name} was recorded, on {day}"


def _sentences(instrument: Instrument) -> Iterator[str]:
    """The paragraphs in which it speaks itself; what a schedule or a restatement lists is the bylaws' words."""
    if any(isinstance(operation, Restate) for operation in instrument.operations):
        return
    for provision in instrument.text.provisions:
        if provision.level == "clause":
            yield from provision.paragraphs


def _signing(closing: Sequence[str]) -> Iterator[str]:
    """The paragraphs of the conclusions in which a name or an office can be a signature."""
    return (words for words in closing if not _NO_NAME.match(words) or "/s/" in words or _SIGNED_AFTER.search(words))


def _is_name(words: str) -> bool:
    return len(words) <= 60 and _NAME.fullmatch(words) is not None and not dates_where(words)


def _blank(closing: Sequence[str]) -> bool:
    """Whether a line to sign on stands there and no name."""
    ruled = any(_BLANK.search(words) for words in closing)
    return ruled and not any("/s/" in words or _FULL_NAME.search(_OFFICE.sub("", words)) for words in closing)


def _last_clause(instrument: Instrument) -> str:
    """The paragraph that an amendment in sentences ends with; empty where it ends with new words or has none."""
    last = instrument.text.provisions[-1:]
    return " ".join(last[0].passages()) if last and last[0].level == "clause" and not last[0].children else ""
