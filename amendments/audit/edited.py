"""Instruments of which a person edited the operations, and the instructions in their words that none carries out."""

from __future__ import annotations

from collections.abc import Iterator

from amendments.describe import quoted, target_of
from amendments.instrument import Instrument
from amendments.operations import Operation, is_by_hand, kind_of
from amendments.prose.grammar import read_sentences
from amendments.prose.instructions import LeadIn, Named
from amendments.prose.scanner import Unread
from amendments.record import Record
from corpus.finding import Finding
from corpus.model import places


def check_edited(record: Record) -> tuple[Finding, ...]:
    """Of each such instrument one finding: a warning where it says more than is carried out, else a note."""
    standing = record.standing
    instruments = (one for one in (*standing.counting, *standing.pending) if not one.assumed)
    return tuple(_edited(record.work.key, one) for one in instruments if one.edited)


def _edited(work: str, instrument: Instrument) -> Finding:
    written = [one for one in instrument.operations if is_by_hand(one)]
    left = list(_left(instrument))
    # a person who writes operations does so for what could not be read: those sentences are carried out by them
    unread = len(left) > len(written)
    message = f"The operations of {instrument.id} were edited by hand before they were recorded; its words were not."
    if unread:
        message = f"{instrument.id} has instructions that no operation carries out; its operations were edited by hand."
    return Finding(
        code="instructions-unread" if unread else "operations-edited",
        severity="warning" if unread else "note",
        message=message,
        evidence=" ".join(filter(None, (_without(left) if unread else "", _told(written, left)))),
        next_step=f"Compare them with its words, which stand in {instrument.id}.xml as the document has them."
        + (f" 'bylaws withdraw {work} {instrument.id}' makes room for recording it again." if unread else ""),
        work=work,
        instrument=instrument.id,
    )


def _left(instrument: Instrument) -> Iterator[str]:
    """The sentences that instruct, or might, and that no operation was read in."""
    carried = {operation.place for operation in instrument.operations}
    for place in places(instrument.text.provisions):
        clause = place.provision
        if clause.level != "clause" or clause.num or len(place.address.steps) > 1:
            continue
        if place.eid in carried or any(name.startswith(f"{place.eid}__") for name in carried):
            continue
        for paragraph in clause.paragraphs:
            said = read_sentences(paragraph)
            if isinstance(said, Unread) or any(not isinstance(one, LeadIn | Named) for one in said):
                yield paragraph


def _without(left: list[str]) -> str:
    return f"No operation comes from {'; '.join(map(quoted, left))}."


def _told(written: list[Operation], left: list[str]) -> str:
    if written:
        return f"Written by hand: {'; '.join(f'{kind_of(one)} {target_of(one.target)}' for one in written)}."
    if left:
        return ""
    return (
        "All its operations were read in its words; their order was changed, or one of several in a sentence left out."
    )
