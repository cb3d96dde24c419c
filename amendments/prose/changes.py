"""The grammar of what follows "is amended": to read as follows, by striking, by adding, to include."""

from __future__ import annotations

import re
from collections.abc import Sequence

from amendments.operations import Spot
from amendments.prose.additions import heading_said, holder, quoted_here, reading
from amendments.prose.instructions import WHOLE, Extend, Insert, Instruction, Number, Remove, Replace
from amendments.prose.parts import part, parts
from amendments.prose.phrases import ACCORDINGLY, ENTIRETY, INSTEAD_OF_IT, MARK, NEW, NEW_PROVISION, READ, VERBS
from amendments.prose.places import beside, one, places, within
from amendments.prose.quotations import INSTEAD
from amendments.prose.scanner import Scanner
from amendments.prose.wording import after_by
from corpus.address import Address, read_address

_NEXT = (
    r"[;,]?(?: and)?(?: further)? by(?= )|[;,]? and (?=(?:inserting|adding|striking|deleting|"
    r"replacing|renumbering|redesignating|changing|amending)\b)|"
    rf"[;,]? and(?: to)?(?= {VERBS} [\"“])|;(?= \w+ing\b)|[;,](?: and)?(?= \((?:[ivx]+|[a-z]|\d)\) )"
)
"""What stands between two changes of one provision."""


def as_amended(targets: tuple[Address, ...], scanner: Scanner) -> tuple[Instruction, ...]:
    """as-amended = "to read as follows" [quotation] | amended-by"""
    if scanner.take(READ):
        return (Replace(targets=targets, words=quoted_here(scanner)),)
    start = scanner.at
    if scanner.take(r",? (?:as follows|in the following (?:manner|respects|particulars))(?!:? ?by )"):
        return (Replace(targets=targets, words=quoted_here(scanner), listed=True),)
    scanner.at = start
    return amended_by(targets, scanner)


def changes_alone(targets: tuple[Address, ...], scanner: Scanner) -> tuple[Instruction, ...]:
    """changes = [mark] ["by"] change {…}, of provisions that a paragraph before them names"""
    scanner.take(MARK)
    scanner.take(r"by(?= )")
    return _changes(targets, scanner, WHOLE)


def amended_by(targets: tuple[Address, ...], scanner: Scanner) -> tuple[Instruction, ...]:
    """amended-by = "by" change {("and" | ";") "by" change} | "to include the following" | "to add" …"""
    start = scanner.at
    if scanner.take(rf",? to (?:add|include|insert)(?: thereto| therein)? {NEW}"):
        numbers = places(scanner)
        if numbers:
            return (_added(numbers, targets, scanner),)
    scanner.at = start
    if included := scanner.take(
        r",? to (?:include|add)(?: the following)?(?: new)?(?: (?P<what>sentence|paragraph)s?)?(?=:| |$)"
    ):
        placed = scanner.take(r"at the end(?: thereof)?") is not None
        apart = (included["what"] or "").lower() == "paragraph"
        made_of = Extend(target=one(targets, scanner), words=quoted_here(scanner), placed=placed, apart=apart)
        if scanner.ended() or made_of.words:
            return (made_of,)
    scanner.at = start
    where = part(scanner) if scanner.take(r",? (?:in|as to)(?= the \w+ (?:sentence|paragraph))") else WHOLE
    scanner.take(r"thereof")
    scanner.expect(rf",?(?: as follows:)? by|,? to(?= {VERBS} )", "“to read”, “by striking”, “by adding” or the like")
    return _changes(targets, scanner, where)


def _changes(targets: tuple[Address, ...], scanner: Scanner, where: Spot) -> tuple[Instruction, ...]:
    made: list[Instruction] = []
    while True:
        made += _one_change(targets, scanner, where)
        if not scanner.take(_NEXT):
            return tuple(made)


_ROW = r"\((?:[ivx]+|[a-z]|\d)\)"
"""The number of one of several changes: "by (i) striking …"."""


def _one_change(targets: tuple[Address, ...], scanner: Scanner, where: Spot) -> tuple[Instruction, ...]:
    """change = "adding" a new provision | "deleting" a provision | "amending" a provision | a change of words | …"""
    scanner.take(_ROW)
    start = scanner.at
    if scanner.take(
        rf"(?:adding|add|inserting|insert|the (?:addition|insertion) of)(?: thereto| therein)?"
        rf"(?:,? (?:at|to) the end(?: thereof)?)?(?: thereto)?,? {NEW}"
    ):
        numbers = places(scanner)
        if numbers or scanner.take(r"(?:articles?|sections?)\b"):
            return (_added(numbers or (), targets, scanner),)
    scanner.at = start
    if verb := scanner.take(
        r"(?:(?:deleting|delete|striking|strike|removing|repealing|repeal|replacing|replace)(?: out)?|"
        r"the (?:deletion|removal|repeal) of)(?: in (?:its|their) entirety)?(?: all of)?"
    ):
        which, *more = parts(scanner)
        if more and not only_replaces(verb):
            scanner.take(r"thereof")
            return removed_parts(targets, (which, *more), scanner)
        same = not only_replaces(verb) and scanner.take(r"(?:the same|it)\b") is not None
        removed = places(scanner)
        if removed or which.narrows or same:
            scanner.take(ENTIRETY)
            meant = within(removed, one(targets, scanner), scanner) if removed else targets
            if scanner.take(INSTEAD_OF_IT):
                scanner.take(NEW_PROVISION)
                words = quoted_here(scanner)
                scanner.take(INSTEAD if words else "")
                return (Replace(targets=parted(meant, which, scanner), part=which, words=words),)
            if not only_replaces(verb):
                return (Remove(targets=parted(meant, which, scanner), part=which),)
    scanner.at = start
    if scanner.take(r"amending(?: and restating)?(?= )"):
        inner = places(scanner)
        if inner:
            return as_amended(within(inner, one(targets, scanner), scanner), scanner)
    scanner.at = start
    if scanner.take(r"(?:re-?numbering|re-?designating)(?= )"):
        moved = places(scanner)
        numbers = places(scanner) if moved and scanner.take(r" (?:as|to be|to)(?= )") else None
        if moved and numbers and len(moved) == len(numbers):
            scanner.take(r",? respectively")
            full = within(moved, one(targets, scanner), scanner)
            return (Number(targets=full, numbers=beside(within(numbers, one(targets, scanner), scanner), full)),)
    scanner.at = start
    return accordingly(scanner) or after_by(targets, scanner, where)


def _added(numbers: tuple[Address, ...], targets: tuple[Address, ...], scanner: Scanner) -> Instruction:
    """added = [heading] [placing] [heading] reading, after the numbers of what is added"""
    heading = heading_said(numbers, scanner)
    under = holder(numbers, one(targets, scanner), scanner)
    heading = heading or heading_said(numbers, scanner)
    return Insert(numbers=numbers, under=under, words=reading(scanner), heading=heading)


def removed_parts(targets: tuple[Address, ...], which: Sequence[Spot], scanner: Scanner) -> tuple[Instruction, ...]:
    """Several sentences or paragraphs of one provision are deleted: from the last on, so that each keeps its count."""
    target = one(targets, scanner)
    backwards = sorted(which, key=lambda spot: spot.sentence + spot.paragraph, reverse=True)
    ordered = [spot for spot in backwards if -1 in (spot.sentence, spot.paragraph)]
    ordered += [spot for spot in backwards if spot not in ordered]
    return tuple(Remove(targets=(target,), part=spot) for spot in ordered)


def only_replaces(verb: re.Match[str]) -> bool:
    return verb.group().lower().startswith("replac")


def parted(targets: tuple[Address, ...], which: Spot, scanner: Scanner) -> tuple[Address, ...]:
    """A part is one of one provision."""
    return (one(targets, scanner),) if which.narrows else targets


def accordingly(scanner: Scanner) -> tuple[Instruction, ...]:
    """accordingly = "the following sections are renumbered accordingly" """
    found = scanner.take(ACCORDINGLY)
    if found is None:
        return ()
    level = (found["level"] or found["rest"]).lower()
    return (Number(level="" if level == "provision" else level, under=_said_under(found["under"])),)


def _said_under(named: str | None) -> Address:
    return read_address(named)[0] if named else Address(())
