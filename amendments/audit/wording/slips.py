"""Words that an instrument brought and that can hardly be meant: a near miss of a word, a sign inside a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from amendments.audit.passages import excerpt
from amendments.audit.subject import Subject
from amendments.audit.wording.near_miss import near_miss
from amendments.blame.strands import Line, Strand, Strands
from amendments.blame.threads import Thread
from amendments.instrument import Instrument
from corpus.dates import spoken
from corpus.finding import Finding
from corpus.model import Text, places

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OFTEN, _LONG = 3, 6
"""How often a short word that was left must stand in the text for the other to be a slip; a long one once."""
_BROKEN = (
    (
        re.compile(r"\b(?:shall|will|may|must)\s+be\s+(?:have|has|do|shall|make|serve|hold)\b"),
        "no sentence has these words in a row",
    ),
    (
        re.compile(r"(?<![\w-])(?!(?:that|had|very)\b)(a|[a-z]{2,})\s+\1(?![\w-])"),
        "the word is written twice",
    ),
    (
        re.compile(
            r"\b(?!approx|assoc|admin)[a-z]{5,}\."
            r"(?=\s+(?:as|of|or|and|to|the|by|for|shall|may|with|from|which)\s+[a-z])"
        ),
        "a full stop stands within the sentence, which goes on in small letters",
    ),
)
_CONNECTS = frozenset(
    "if of to by in for with at from on into upon not be been is are was were has have and or than as who which".split()
)
"""Small words without which hardly any sentence goes on."""
_LIST_BEGUN = re.compile(r"\s*(?:(?:The|Each|Any|All|No)\s+)?\w+")
_LIST_ENDS = re.compile(r"\s+\w+,?\s+(?:and|or)\s")


@dataclass(frozen=True, slots=True)
class _Slip:
    """Where in a line's standing words it is, who brought it and what speaks for it."""

    start: int
    end: int
    by: str
    reason: str


class _Words:
    """How often each word, and each two in a row, stand in the text in force, without capitals; counted when first
    asked for."""

    def __init__(self, text: Text) -> None:
        self._text = text

    @cached_property
    def counts(self) -> Counter[str]:
        return Counter(word.casefold() for passage in self._text.passages() for word in _WORD.findall(passage))

    @cached_property
    def pairs(self) -> Counter[tuple[str, str]]:
        passages = ([word.casefold() for word in _WORD.findall(passage)] for passage in self._text.passages())
        return Counter(pair for words in passages for pair in pairwise(words))


def check_slips(subject: Subject) -> Iterator[Finding]:
    """Slips that stand in the text in force and that an instrument put there, in the order of the text."""
    if not subject.instruments:
        return
    instruments = {one.id: one for one in subject.instruments}
    order = {name: number for number, name in enumerate(instruments, 1)}
    words = _Words(subject.latest.text)
    eids: dict[str, str] = {}
    for thread in subject.woven.threads:
        if not (thread.by and thread.last):
            continue
        for line in thread.lines:
            for slip in (*_slips(line, words), *_broken(line, order), *_lost(thread, line, words)):
                eids = eids or {place.provision.wid: place.eid for place in places(subject.latest.text.provisions)}
                yield _finding(subject, instruments[slip.by], thread, eids[thread.last], line, slip)


def _slips(line: Line, words: _Words) -> Iterator[_Slip]:
    at, text = 0, line.words
    for number, strand in enumerate(line.strands):
        if strand.taken_out:
            continue
        end = at + len(strand.text)
        if strand.put_in:
            yield from _missed(line.strands, number, at, words)
            yield from _semicolon(line.strands, number, at, text)
        at = end


def _gone(strands: Strands, number: int) -> list[Strand]:
    """What the instrument that put in a strand took out beside it."""
    return [one for one in strands[max(number - 1, 0) : number + 2] if one.taken_out == strands[number].put_in]


def _missed(strands: Strands, number: int, at: int, words: _Words) -> Iterator[_Slip]:
    """A single word put in the place of one that it is a letter away from, and that stands nowhere else."""
    strand, gone = strands[number], _gone(strands, number)
    new = _WORD.fullmatch(strand.text.strip())
    if not new or len(gone) != 1 or not (old := _WORD.fullmatch(gone[0].text.strip())):
        return
    was, now = old.group().casefold(), new.group().casefold()
    if near_miss(was, now) and words.counts[now] == 1 and words.counts[was] >= (1 if len(was) >= _LONG else _OFTEN):
        start = at + strand.text.index(new.group())
        reason = f"'{old.group()}' stood there before, and '{new.group()}' stands nowhere else in the text"
        yield _Slip(start, start + len(new.group()), strand.put_in, reason)


def _semicolon(strands: Strands, number: int, at: int, text: str) -> Iterator[_Slip]:
    """A comma of a short list at the beginning of a sentence made a semicolon: "The property; business and affairs"."""
    strand = strands[number]
    if strand.text.strip() != ";" or not any(one.text.strip() == "," for one in _gone(strands, number)):
        return
    sign = at + strand.text.index(";")
    opening = text.rfind(". ", 0, sign) + 1
    ending = text.find(". ", sign)
    sentence = text[opening : ending if ending > 0 else len(text)]
    begun = text[opening:sign]
    if sentence.count(";") == 1 and _LIST_BEGUN.fullmatch(begun) and _LIST_ENDS.match(text[sign + 1 :]):
        start = sign - len(begun.lstrip())
        yield _Slip(start, sign + 1, strand.put_in, "the semicolon took the place of a comma in a list of words")


def _broken(line: Line, order: Mapping[str, int]) -> Iterator[_Slip]:
    """What cannot stand in a sentence, with the last of the instruments that put in some of it."""
    text = line.words
    for pattern, reason in _BROKEN:
        for found in pattern.finditer(text):
            by = max(_put_in(line, found.start(), found.end()), key=lambda name: order.get(name, 0))
            if by:
                yield _Slip(found.start(), found.end(), by, reason)


def _lost(thread: Thread, line: Line, words: _Words) -> Iterator[_Slip]:
    """A small word left out of a sentence that is otherwise as it was, by an instrument that changed others beside it.

    What it leaves must be two words that stand nowhere else in a row. Where the instrument changes no more of the
    provision, that is found by itself.
    """
    at, text = 0, line.words
    for number, strand in enumerate(line.strands):
        if not strand.taken_out:
            at += len(strand.text)
            continue
        gone, by = _WORD.findall(strand.text), strand.taken_out
        if len(gone) != 1 or gone[0].casefold() not in _CONNECTS or not _alone(line.strands, number, at, text):
            continue
        left, right = _WORD.findall(text[:at])[-1:], _WORD.findall(text[at:])[:1]
        beside = any(one is not strand and by in one.by for other in thread.lines for one in other.strands)
        back = gone[0].casefold() in (one.casefold() for one in (*left, *right))  # put back by a later one
        if beside and left and right and not back and words.pairs[left[0].casefold(), right[0].casefold()] == 1:
            start, end = text.rindex(left[0], 0, at), text.index(right[0], at) + len(right[0])
            yield _Slip(start, end, by, f"'{gone[0]}' stood between the two words, and nothing else there was changed")


def _alone(strands: Strands, number: int, at: int, text: str) -> bool:
    """Whether nothing else in the sentence was changed by the instrument that took out a strand."""
    by = strands[number].taken_out
    opening = text.rfind(". ", 0, at) + 1
    ending = text.find(". ", at)
    ending = ending if ending > 0 else len(text)
    place = 0
    for nth, strand in enumerate(strands):
        end = place + (0 if strand.taken_out else len(strand.text))
        if nth != number and by in strand.by and end >= opening and place <= ending:
            return False
        place = end
    return True


def _put_in(line: Line, start: int, end: int) -> Iterator[str]:
    """The ids of the instruments that put in the words of a stretch; empty for those of the base."""
    at = 0
    for strand in line.strands:
        if not strand.taken_out:
            if strand.text[max(start - at, 0) : max(end - at, 0)].strip():
                yield strand.put_in
            at += len(strand.text)


def _finding(subject: Subject, instrument: Instrument, thread: Thread, eid: str, line: Line, slip: _Slip) -> Finding:
    words, day = line.words[slip.start : slip.end], spoken(instrument.effective)
    return Finding(
        code="likely-slip",
        severity="note",
        message=f"'{words}' in {thread.address}, brought by the amendments of {day}, may be a slip. It is kept as it"
        " stands.",
        evidence=f"'{excerpt(line.words, slip.start, slip.end)}': {slip.reason}.",
        next_step="Compare it with the document. If it is the document's own slip, a later amendment can mend it; if it"
        " is not in the document, the source was misread.",
        work=subject.base.work.key,
        instrument=instrument.id,
        id=eid,
        address=str(thread.address),
    )
