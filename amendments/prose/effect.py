"""The grammar of what stands before an instruction and after it, and of the day that either says it takes effect on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from amendments.prose.additions import quoted_here
from amendments.prose.instructions import Instruction, LeadIn, Replace
from amendments.prose.phrases import AS_FOLLOWS, EFFECTIVE, LEAD
from amendments.prose.scanner import Scanner
from corpus.dates import parse_date
from corpus.errors import NotADate


def dated(said: tuple[Instruction, ...], scanner: Scanner) -> Iterator[Instruction]:
    """instruction ["effective" day], which is that of the only instruction of its paragraph"""
    if found := scanner.take(EFFECTIVE):
        if found["day"]:
            yield LeadIn(day=_day(found["day"], scanner))
        said = _with_words(said, scanner)
        if not scanner.ended():
            raise scanner.stopped("a paragraph for each change that takes effect on a day of its own")
    yield from said


def _with_words(said: tuple[Instruction, ...], scanner: Scanner) -> tuple[Instruction, ...]:
    """The new words after the day: "to read, effective" day ", as follows" quotation"""
    last = said[-1]
    if isinstance(last, Replace) and not last.words:
        scanner.take(AS_FOLLOWS)
        return (*said[:-1], replace(last, words=quoted_here(scanner)))
    return said


def _day(words: str, scanner: Scanner) -> date:
    try:
        return parse_date(words)
    except NotADate:
        raise scanner.stopped("a day of the calendar") from None


def lead(scanner: Scanner) -> Iterator[Instruction]:
    """lead = {"RESOLVED," | "that" | "effective" day "," | "1." | …}, words that open an instruction"""
    found = scanner.take(rf"\s*{LEAD}")
    if found and found["day"]:
        yield LeadIn(day=_day(found["day"], scanner))
