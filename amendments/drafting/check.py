"""The law of a draft: read back and applied to the text in force, it gives the edited copy, word for word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from amendments.akn.instrument import read_instrument, write_instrument
from amendments.drafting.plain import first_difference
from amendments.instrument import Instrument
from amendments.intake import propose
from amendments.patch.apply import apply_operation
from amendments.proposal import Wishes
from amendments.record import Record
from corpus.errors import BylawsError
from corpus.model import Text
from corpus.sources.reader import read_source


@dataclass(frozen=True, slots=True)
class Broken:
    """Where a draft does not do what the copy asks for, and why; no address where it is not read at all."""

    address: str
    why: str


def read_back(content: bytes, name: str, record: Record, after: Text, day: date, *, said: bool) -> Instrument | Broken:
    """The instrument that a draft is read as, or how it breaks the law. ``name`` is that of a file of its format.

    ``day`` is the one that it takes effect on; ``said`` whether the draft says it itself.
    """
    wishes = Wishes(key=record.work.key, amends=True, effective=None if said else day)
    try:
        reading = read_source(content, name, amends=True)
        proposal = propose(reading, wishes, record)
    except BylawsError as error:  # it is why this draft is not given: the caller says it
        return Broken("", error.message)
    if unread := next((one for understood in proposal.understood for one in understood.unread), None):
        return Broken("", unread.why)
    if proposal.unread:
        return Broken("", f"the line '{proposal.unread[0].text}' can be read in two ways")
    instruments = [one.recorded for one in proposal.understood if isinstance(one.recorded, Instrument)]
    if len(instruments) != 1 or instruments[0].effective != day:
        return Broken("", "it is not read as one amendment of that day")
    (instrument,) = instruments
    text = proposal.before(instrument).latest().text
    for operation in instrument.operations:
        outcome = apply_operation(text, operation, instrument.id)
        faults = [finding for finding in outcome.findings if finding.severity != "note"]
        if faults or not outcome.effects:
            return Broken(str(operation.target), faults[0].message if faults else "an operation does nothing")
        text = outcome.text
    if read_instrument(write_instrument(instrument, record.work), Path("draft.xml")) != instrument:
        return Broken("", "it could not be recorded as it is read: look for quotation marks that do not pair")
    different = first_difference(text, after)
    return instrument if different is None else Broken(different, "its words, number or place would not be the same")
