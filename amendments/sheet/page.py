"""The sheet as a whole: operations under the sentences that state them, what was not read, and how to write more."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from amendments.instrument import Instrument
from amendments.operations import Operation
from amendments.prose.scanner import Unread
from amendments.sheet.provisions import WIDTH
from amendments.sheet.stated import FORMS, Fault
from amendments.sheet.write import write_operation
from corpus.dates import spoken
from corpus.model import places

UNREAD = "unread"
"""What stands for an instruction that was not read, until a person decides what becomes of it."""
_MARK = "#!"
"""How the line of an error begins."""
_LONGEST = 150
"""Characters of a sentence that is quoted above its operations."""
_HELP = (
    'Which of several: "old words" (the first time), (each of 4), (in the second sentence).',
    "An ADDRESS is such as Article III, Section 2(b), or: the whole text.",
    "New text has its number and heading as in print: Section 2. Dues. The dues are ten dollars. Empty lines part its "
    "paragraphs; the items of a list are set in further. A heading that is not told from the words stands between "
    "underscores: Section 2. _Dues_ The dues are. Two underscores say that there is none: Section 2. __ The dues are.",
    "A quotation mark within quoted words is doubled. Lines that begin with # are not read.",
)


def write_sheet(instrument: Instrument, unread: Sequence[Unread], name: str) -> str:
    """The sheet of an instrument: its operations, and what could not be read of the document ``name``."""
    lines = [
        *_comment(f"What {name} does to the bylaws in force just before {spoken(instrument.effective)}."),
        *_comment("Change it, save it and close the editor: it is read back, and you are asked."),
        *_comment("To stop, delete everything. The end says how operations are written."),
        "",
    ]
    for sentence, operations, stopped in _by_sentence(instrument, unread):
        if sentence and operations:
            lines += _comment(textwrap.shorten(sentence, _LONGEST, placeholder=" …"), "  ")
        for operation in operations:
            lines += (*write_operation(operation), "")
        for one in stopped:
            lines += (*_unread(one), f"- {UNREAD}", "")
    return "\n".join((*lines, *_help())) + "\n"


def with_faults(sheet: str, faults: Iterable[Fault]) -> str:
    """The sheet, without the errors that stood in it, with each of these under the line that it concerns."""
    told: dict[int, list[str]] = {}
    for fault in faults:
        told.setdefault(fault.line, []).append(fault.why)
    made = [f"{_MARK} It is not right yet: the lines that begin with {_MARK} say what is wrong above them."]
    for number, line in enumerate(without_faults(sheet).split("\n"), 1):
        made.append(line)
        for why in told.get(number, ()):
            made += textwrap.wrap(why, WIDTH, initial_indent=f"{_MARK} ", subsequent_indent=f"{_MARK}   ")
    return "\n".join(made)


def without_faults(sheet: str) -> str:
    """The sheet without the errors that stand in it."""
    return "\n".join(line for line in sheet.split("\n") if not line.startswith(_MARK))


def _by_sentence(
    instrument: Instrument, unread: Sequence[Unread]
) -> Iterator[tuple[str, list[Operation], list[Unread]]]:
    """The operations that each sentence states and what of it was not read; without a sentence where none does.

    They stand in the order in which they are carried out: a sentence that makes room for another comes before it.
    """
    order = {operation.id: at for at, operation in enumerate(instrument.operations)}
    turn, found = -1, list[tuple[int, tuple[str, list[Operation], list[Unread]]]]()
    operations, stopped = list(instrument.operations), list(unread)
    top = (place for place in places(instrument.text.provisions) if len(place.address.steps) == 1)
    for place in top if stopped or any(one.place for one in operations) else ():
        stated = [one for one in operations if one.place == place.eid or one.place.startswith(f"{place.eid}__")]
        here = [one for one in stopped if one.sentence in place.provision.passages()]
        operations = [one for one in operations if one not in stated]
        stopped = [one for one in stopped if one not in here]
        turn = order[stated[0].id] if stated else turn
        said = next(iter(place.provision.paragraphs), "") if place.provision.level == "clause" else ""
        found.append((turn, (said, stated, here)))
    yield from (group for _, group in sorted(found, key=lambda one: one[0]))
    yield "", operations, stopped


def _unread(unread: Unread) -> Iterator[str]:
    """The sentence with a caret under the word at which the reading stopped, and the reason."""
    yield "# Not read:"
    at = min(
        unread.at + len(unread.sentence[unread.at :]) - len(unread.sentence[unread.at :].lstrip()), len(unread.sentence)
    )
    start = 0
    for line in textwrap.wrap(unread.sentence, WIDTH - 6, break_on_hyphens=False):
        start = unread.sentence.index(line, start)
        yield f"#   {line}"
        if start <= at <= start + len(line):
            yield f"#   {' ' * (at - start)}^"
            at = -1
        start += len(line)
    yield from _comment(unread.why)
    for reading in unread.readings:
        yield from _comment(f"- {reading}", "  ")
    yield from _comment("Put the operation in place of the next line; where it changes nothing, delete that line.")


def _help() -> Iterator[str]:
    yield from _comment("An operation begins with a hyphen in the first column. It is one of:")
    for form in FORMS.values():
        yield from textwrap.wrap(f"- {form}", WIDTH, initial_indent="#   ", subsequent_indent="#       ")
    for said in _HELP:
        yield from _comment(said)


def _comment(said: str, indent: str = "") -> list[str]:
    return textwrap.wrap(said, WIDTH, initial_indent=f"# {indent}", subsequent_indent=f"# {indent}")
