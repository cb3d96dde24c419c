"""The numbers that amendments bear, "Second Amendment", "Amendment No. 2": those that are missing, doubled or late.

They count from the base or from the last restatement, after which they may begin again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amendments.instrument import Instrument
from amendments.operations import Restate
from amendments.record import Record
from corpus.address import article_value
from corpus.dates import spoken
from corpus.finding import Finding, Severity
from corpus.ordinals import ORDINALS, ordinal

_NUMBERED = re.compile(r"AMENDMENT\s+(?:NO\b\.?|NUMBER\b|#)?\s*(\d{1,2}|[IVX]+|[A-Z]{3,})", re.IGNORECASE)
_OF_A_YEAR = re.compile(r"\bAMENDMENT\s+(?:NO\b\.?|NUMBER\b|#)?\s*\d+\s*[-–/.]\s*\d", re.IGNORECASE)
"""Numbers such as 2005-1, which count something else."""
_TENS = {"twenty": 20, "thirty": 30, "forty": 40}
_ORDINAL = re.compile(
    rf"\b(?:(?P<word>{'|'.join(ORDINALS)}|thirtieth|fortieth)|(?P<tens>{'|'.join(_TENS)})-(?P<unit>{'|'.join(ORDINALS[:9])})"
    r"|(?P<figure>\d{1,3})(?:st|nd|rd|th))\s+AMENDMENT\b(?=\s*(?:$|TO\b|OF\b|\())(?!\s+(?:TO|OF)\s+(?:ARTICLE|SECTION)\b)",
    re.IGNORECASE,
)
_TITLED = re.compile(r"\AAMENDMENT\s+(\d{1,2}|[IVX]+)(?=\s*(?:$|TO\b|OF\s+THE\b))")
_REVISED = re.compile(r"\b(?:amended|restated|revised)\b", re.IGNORECASE)


def number_of(instrument: Instrument) -> int | None:
    """What an instrument counts as, by the number that it is called by or by its title; None where neither says."""
    if _OF_A_YEAR.search(instrument.title):
        return None
    called = instrument.number.strip()
    if said := _NUMBERED.fullmatch(called) if called else _TITLED.match(instrument.title):
        word = said[1]
        return int(word) if word.isdigit() else article_value(word)
    found = None if instrument.number else _ORDINAL.search(instrument.title)
    if found is None:
        return None
    if found["figure"]:
        return int(found["figure"])
    if found["tens"]:
        return _TENS[found["tens"].lower()] + ORDINALS.index(found["unit"].lower()) + 1
    word = found["word"].lower()
    return ORDINALS.index(word) + 1 if word in ORDINALS else {"thirtieth": 30, "fortieth": 40}[word]


@dataclass(frozen=True, slots=True)
class _Numbered:
    """An instrument with its number, and how many without one stand before it since the count began."""

    number: int
    instrument: Instrument
    unnumbered: int


def check_succession(record: Record) -> Iterator[Finding]:
    """Numbers that are skipped, given twice, or borne by an amendment that takes effect after a higher one."""
    texts = (record.work.title, *record.base.text.preface, *record.base.text.conclusions)
    revised = any(_REVISED.search(words) for words in texts)
    highest = 0
    for serial, count in enumerate(_counts(record)):
        yield from _order(record, count)
        yield from _gaps(record, count, highest, sure=not revised or serial > 0)
        highest = max((one.number for one in count), default=highest)


def _counts(record: Record) -> Iterator[Sequence[_Numbered]]:
    """The numbered amendments, those withdrawn among them, between one restatement and the next.

    Parts of one document that take effect on several days are one amendment, at the first of them.
    """
    standing = record.standing
    here = {one.id: one for one in (*record.recorded, *standing.counting, *standing.pending)}
    origin = {entry.file.removesuffix(".xml"): (entry.source, entry.lines) for entry in record.facts("amend")}
    count: list[_Numbered] = []
    unnumbered, seen = 0, set[tuple[str, tuple[int, int]]]()
    for instrument in sorted(here.values(), key=lambda one: one.order):
        read = origin.get(instrument.id)  # one that is assumed was read nowhere, and may be the one that lacks
        if read in seen:
            continue
        seen |= {read} if read else set()
        number = number_of(instrument)
        if number is not None:
            count.append(_Numbered(number, instrument, unnumbered))
        else:
            unnumbered += 1
        if any(isinstance(operation, Restate) for operation in instrument.operations):
            yield count
            count, unnumbered = [], 0
    yield count


def _gaps(record: Record, count: Sequence[_Numbered], before: int, *, sure: bool) -> Iterator[Finding]:
    """Numbers that no amendment bears, where those without a number beside them are too few to be them.

    ``before`` is the highest number before the last restatement: the count may go on after it.
    """
    first: dict[int, _Numbered] = {}
    for one in count:
        first.setdefault(one.number, one)
    below: _Numbered | None = None
    for number, one in sorted(first.items()):
        missing = range(below.number + 1 if below else 1 if number != before + 1 else number, number)
        between = one.unnumbered - (below.unnumbered if below else 0)
        if len(missing) > max(between, 0):
            yield _gap(record, below, one, missing, "warning" if below or sure else "note")
        below = one


def _gap(record: Record, below: _Numbered | None, above: _Numbered, missing: range, severity: Severity) -> Finding:
    names = [f"{ordinal(number).capitalize()} Amendment" for number in missing]
    told = " or ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
    if len(names) > 4:
        told = f"{names[0]} to {names[-1]}"
    after = f"{_called(below.instrument)} and " if below else ""
    place = "stand beside each other" if below else "is the first that bears a number"
    begins = "" if severity == "warning" else " The base is itself a revised text, and may hold it."
    return Finding(
        code="amendment-number-gap",
        severity=severity,
        message=f"The record has no {told}.{begins}",
        evidence=f"{after}{_called(above.instrument)} {place}.",
        next_step="Look for the amendment that bears the number, in the minutes and the filings of that time, and "
        "import it; if none was adopted, 'bylaws accept' says so.",
        work=record.work.key,
        instrument=above.instrument.id,
    )


def _order(record: Record, count: Sequence[_Numbered]) -> Iterator[Finding]:
    """Amendments, withdrawn ones aside, whose number was given before or is lower than that of one before them."""
    withdrawn = {entry.instrument for entry in record.withdrawals}
    standing = [one for one in count if one.instrument.id not in withdrawn]
    given: dict[int, Instrument] = {}
    highest: _Numbered | None = None
    for one in standing:
        if one.number == 1 and 1 in given:
            yield _disorder(record, given[1], one.instrument, "The numbers of the amendments begin again", "note")
            given, highest = {}, None
        elif one.number in given:
            what = "Two amendments bear the same number"
            yield _disorder(record, given[one.number], one.instrument, what, "warning")
        elif highest and one.number < highest.number and not _adopted_before(one.instrument, highest.instrument):
            what = "An amendment takes effect after one with a higher number"
            yield _disorder(record, highest.instrument, one.instrument, what, "warning")
        given.setdefault(one.number, one.instrument)
        highest = one if highest is None or one.number > highest.number else highest


def _adopted_before(one: Instrument, other: Instrument) -> bool:
    """Whether the numbers follow the days of adoption: an effect may be put off."""
    ours, theirs = one.adoption.day, other.adoption.day
    return ours is not None and ours <= (theirs or other.effective)


def _disorder(record: Record, earlier: Instrument, later: Instrument, what: str, severity: Severity) -> Finding:
    return Finding(
        code="amendment-number-order",
        severity=severity,
        message=f"{what}.",
        evidence=f"{_called(earlier)}; {_called(later)}.",
        next_step="Compare the two documents: a date or a number may be wrong, which 'bylaws correct' puts right, or "
        "one of them may never have been adopted.",
        work=record.work.key,
        instrument=later.id,
    )


def _called(instrument: Instrument) -> str:
    name = instrument.number or instrument.title
    return f"{instrument.id}, '{name}', effective {spoken(instrument.effective)}"
