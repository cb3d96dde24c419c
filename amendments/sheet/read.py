"""Reading a sheet: the operations that it states, and every line of it that can't be read, with what to do about it.

sheet = {comment | operation}; comment = "#" to the end of the line, in the first column;
operation = "-" kind rest {set-in line}.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import takewhile

from amendments.operations import Add, Kind, Move, Operation, Renumber, Substitute
from amendments.sheet.page import UNREAD
from amendments.sheet.provisions import SheetLine, read_provision
from amendments.sheet.sentences import ARROW, NotStated, form, read_sentence, read_target
from amendments.sheet.stated import FORMS, UNSEEN, Fault, Stated
from corpus.address import read_address
from corpus.errors import NotAnAddress

_HEAD = re.compile(r"[-–—•*]\s*(?P<kind>[^\s\"“]*)\s*(?P<rest>.*)")
_UNDECIDED = (
    "This instruction was not read: put the operation that it means in place of this line or, where it changes "
    "nothing, delete the line."
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The operations that a sheet states, in its order, and what is wrong with it."""

    stated: tuple[Stated, ...]
    faults: tuple[Fault, ...]


def read_sheet(sheet: str) -> Sheet:
    """Read a sheet as a person left it; each operation that can't be read is a fault, and the others are read."""
    stated: list[Stated] = []
    faults = list(_unprintable(sheet))
    for head, lines in _paragraphs(sheet, faults):
        try:
            stated.append(Stated(_operation(head, lines), head.number))
        except NotStated as stopped:
            faults.append(Fault(stopped.line or head.number, stopped.why))
    return Sheet(tuple(stated), tuple(faults))


def _unprintable(sheet: str) -> list[Fault]:
    signs = {number: line for number, line in enumerate(sheet.split("\n"), 1) if not line.startswith("#")}
    return [
        Fault(number, f"This line holds a control character, {sign!r}: take it out.")
        for number, line in signs.items()
        for sign in dict.fromkeys(line)
        if sign != "\t" and unicodedata.category(sign) in ("Cc", "Cn", "Cs")
    ]


def _paragraphs(sheet: str, faults: list[Fault]) -> list[tuple[SheetLine, list[SheetLine]]]:
    """Each line that begins an operation, with the lines set in under it; a stray line is a fault."""
    found: list[tuple[SheetLine, list[SheetLine]]] = []
    for number, raw in enumerate(sheet.split("\n"), 1):
        line = raw.expandtabs(4).rstrip()
        text = line.lstrip()
        if line.startswith("#"):
            continue
        if _HEAD.fullmatch(line):
            found.append((SheetLine(number, 0, line), []))
        elif text and (not found or line == text):
            faults.append(Fault(number, 'An operation begins with "-", and new text is set in under it: set this in.'))
        elif found:
            found[-1][1].append(SheetLine(number, len(line) - len(text), text))
    return found


def _operation(head: SheetLine, lines: Sequence[SheetLine]) -> Operation:
    said = _HEAD.fullmatch(head.text)
    assert said is not None  # it is how the line was known for a head
    named, rest = said["kind"].lower().rstrip(":"), said["rest"]
    if named == UNREAD:
        raise NotStated(_UNDECIDED)
    kind = next((known for known in FORMS if known == named), None)
    if kind is None:
        near = get_close_matches(named, FORMS, n=1)
        hint = f" Is {near[0]} meant?" if near else ""
        raise NotStated(f"'{named}' is no operation.{hint} There are: {', '.join(FORMS)}.")
    if kind in ("substitute", "add"):
        return _whole(kind, rest, lines)
    if kind == "renumber":
        return _renumbering(rest, lines)
    run_on = list(takewhile(lambda line: line.text, lines))
    if strays := [line for line in lines[len(run_on) :] if line.text]:
        raise NotStated("No new text can stand under this operation: take it out.", strays[0].number)
    return read_sentence(kind, " ".join(" ".join((rest, *(line.text for line in run_on))).split()))


def _whole(kind: Kind, rest: str, lines: Sequence[SheetLine]) -> Operation:
    target, more = read_target(kind, rest)
    if more:
        raise NotStated(f"The address is followed by '{more[:40]}', which can't be read. {form(kind)}")
    if not target.steps:
        raise NotStated("One provision is meant; the whole text can only be restated, by a document that does so.")
    if not any(line.text for line in lines):
        raise NotStated(f"The new text is missing. {form(kind)}")
    new = read_provision(lines, target.steps[-1])
    if isinstance(new, Fault):
        raise NotStated(new.why, new.line)
    if kind == "add":
        return Add(id="", place="", target=target, new=new)
    return Substitute(id="", place="", target=target, new=new, seen=UNSEEN)


def _renumbering(rest: str, lines: Sequence[SheetLine]) -> Operation:
    moves: list[Move] = []
    told = ([(rest, 0)] if rest.strip() else []) + [(line.text, line.number) for line in lines if line.text]
    for said, number in told:
        sides = [side.strip() for side in ARROW.split(said)]
        try:
            old, new = (read_address(side)[0] for side in sides)
        except (NotAnAddress, ValueError) as error:
            raise NotStated(f"'{said[:60]}' can't be read. {form('renumber')}", number) from error
        moves.append(Move(target=old, to=new, seen=UNSEEN))
    if not moves:
        raise NotStated(f"It does not say what is renumbered. {form('renumber')}")
    return Renumber(id="", place="", moves=tuple(moves))
