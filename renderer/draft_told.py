"""What a draft does, told in a few lines beside it."""

from __future__ import annotations

from amendments.describe import describe, target_of
from amendments.instrument import Instrument
from amendments.operations import kind_of
from corpus.dates import spoken
from corpus.sources.marks import opens_section
from corpus.sources.reader import Reading


def told_reading(reading: Reading) -> tuple[str, ...]:
    """What of the copy a person should look at: lines set aside as page furniture, and lines that may be provisions."""
    aside = (
        f"{reading.name}: set aside as {reason}: {', '.join(repr(words) for words in found)}"
        for reason, found in reading.set_aside_by_reason().items()
    )
    doubts = (
        f"{reading.name}, line {line.number}, was read as {'a section' if opens_section(line.text) else 'words'}: "
        f"'{line.text}'"
        for line in reading.doubts
    )
    return (*aside, *doubts)


def told_draft(instrument: Instrument) -> str:
    """The operations that the draft is read as, a line each."""
    count = len(instrument.operations)
    lines = [f"  {kind_of(one)} {target_of(one.target)}  {describe(one)}".rstrip() for one in instrument.operations]
    head = f"{count} operation{'' if count == 1 else 's'}, read back and applied as of {spoken(instrument.effective)}:"
    return "\n".join([head, *lines])
