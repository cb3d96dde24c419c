"""Drawing an instrument from a document: its day, its adoption, and what it does to the text in force before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from amendments.adoption import Adoption, adopted_on, stated_in
from amendments.days import Due
from amendments.errors import ConditionStated
from amendments.instrument import Instrument
from amendments.operations import Operation
from amendments.prose.notices import of_another
from amendments.prose.scanner import Unread
from amendments.restatement import read_restatement
from amendments.schedule import read_schedule
from amendments.sheet.stated import Fault, Stated
from amendments.standing import last_turn
from amendments.timeline import Timeline
from corpus.address import NUMBER_WORDS
from corpus.model import Base, Text
from corpus.sources.documents import Document
from corpus.sources.particulars import (
    adoption,
    condition_stated,
    file_number,
    is_amendment,
)

_NUMBER = re.compile(
    rf"AMENDMENT\s+(?:(?:NO\b\.?|NUMBER)\s*|#\s*)(?:\d+[A-Z]?|[IVXL]+|{'|'.join(NUMBER_WORDS)})\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """An instrument, and the instructions of its document that could not be read or decided.

    ``faults`` are what a person wrote that can't be carried out, ``notes`` what one should know of how it was read.
    """

    instrument: Instrument
    unread: tuple[Unread, ...]
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()


def adoption_of(document: Document, said: Adoption, day: date | None) -> Adoption:
    """What the person said of the adoption, and else what the document says in its sentences or its title."""
    stated = adoption(document)
    read = stated_in(stated.words if stated else document.title)
    known = day or (adopted_on(stated.words) if stated else None)
    return replace(said, day=known, body=said.body or read.body, how=said.how or read.how)


def own_number(title: Sequence[str]) -> str:
    """What a document calls itself by where a line of its title begins so, as printed; empty where two do otherwise.

    >>> own_number(["AMENDMENT NO. 2 TO THE", "AMENDED AND RESTATED BYLAWS"])
    'AMENDMENT NO. 2'
    """
    found = {said.group() for line in title if (said := _NUMBER.match(line))}
    return found.pop() if len(found) == 1 else ""


def draw(
    due: Due,
    adopted: Adoption,
    upon: str,
    base: Base,
    known: Sequence[Instrument],
    taken: AbstractSet[str],
    name: str,
    *,
    said: bool,
    number: str = "",
    stated: Sequence[Stated] | None = None,
) -> Drawn:
    """The instrument, its operations decided against ``base`` with those of ``known`` that take effect before it.

    ``upon`` is the event that it waits for, or empty; ``taken`` are the ids in use; ``said`` whether the person
    said the day; ``number`` is what they call the instrument by, or empty; ``stated`` are the operations that they
    wrote in place of those that are read, or None. Raises ConditionStated where the document names an event and the
    person neither that nor a day.
    """
    document, effective = due.document, due.day
    condition = condition_stated(document)
    if condition and not upon and not said:
        raise ConditionStated(name, condition.line, condition.words)
    turn = last_turn(effective, known, taken)
    drawn = Instrument(
        id=f"{effective}-{turn}",
        title=document.title,
        effective=effective,
        turn=turn,
        condition=upon,
        adoption=adopted,
        file_number=file_number(document.text),
        number=number or own_number(document.text.preface),
        text=document.text,
        operations=(),
    )
    earlier = (instrument for instrument in known if instrument.order < drawn.order)
    before = Timeline(base, earlier).latest().text
    text, operations, unread, notes = _read(due, before)
    unread = _unanswered(unread) if upon or said else unread
    drawn = replace(drawn, text=text)
    notes += tuple(filter(None, (of_another(document.text, (base.work.title, *base.text.preface)),)))
    if stated is None:
        return Drawn(replace(drawn, operations=operations), unread, notes=notes)
    from amendments.sheet.resolve import resolve_sheet  # few amendments are edited by hand

    resolved, faults = resolve_sheet(stated, operations, before)
    edited = resolved != operations or bool(unread)
    return Drawn(replace(drawn, operations=resolved, edited=edited), (), faults, notes)


def _unanswered(unread: tuple[Unread, ...]) -> tuple[Unread, ...]:
    """Without the one sentence that says when everything takes effect, where the person has said it."""
    if not unread:
        return ()
    from amendments.prose.telling import PUT_OFF  # schedules do without, and have nothing unread

    later = [one for one in unread if one.why == PUT_OFF]
    return tuple(one for one in unread if one not in later) if len(later) == 1 else unread


def _read(due: Due, before: Text) -> tuple[Text, tuple[Operation, ...], tuple[Unread, ...], tuple[str, ...]]:
    """The words of a document as its instrument keeps them, its operations, what of it can't be read, and notes."""
    document = due.document
    if not is_amendment(document):
        restatement = read_restatement(document.text, before)
        return restatement.new, (restatement,), (), ()
    if not document.prose:
        return document.text, read_schedule(document.text, before), (), ()
    from amendments.prose.clauses import read_clauses  # schedules do without, and the grammar takes a while to load
    from amendments.prose.decide import decide

    text, clauses = read_clauses(document, due.day if due.part else None)
    notes = tuple(note for clause in clauses for note in clause.notes)
    return text, *decide(clauses, before), notes
