"""The grammar of amending sentences, by recursive descent: each function reads the rule that its docstring gives.

A paragraph may hold several instructions; they are read in order, and "it" is the provision named before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from amendments.operations import Spot
from amendments.prose.additions import addition, placing, quoted_here, reading
from amendments.prose.changes import (
    accordingly,
    amended_by,
    as_amended,
    changes_alone,
    only_replaces,
    parted,
    removed_parts,
)
from amendments.prose.effect import dated, lead
from amendments.prose.extensions import extension
from amendments.prose.headings import entitled, heading
from amendments.prose.instructions import (
    BYLAWS,
    Insert,
    Instruction,
    LeadIn,
    Number,
    Remove,
    Replace,
    RestateAll,
)
from amendments.prose.parts import part_after, parts
from amendments.prose.phrases import (
    AMENDED,
    DAY,
    DELETED,
    EFFECTIVE,
    ENTIRETY,
    HEREBY,
    INSTEAD_OF_IT,
    NEW_PROVISION,
    READ,
    REPLACED,
    RESERVED,
    SHALL_READ,
    VERBS,
)
from amendments.prose.places import beside, named_as, one, places, several, whole, work
from amendments.prose.scanner import NotRead, Scanner, Unread
from amendments.prose.telling import only_tells
from amendments.prose.wording import after_by, words_first
from corpus.address import Address
from corpus.dates import parse_date


def read_sentences(paragraph: str, named: tuple[Address, ...] = ()) -> tuple[Instruction, ...] | Unread:
    """The instructions of a paragraph; none where it only tells something; or where and why the reading stopped.

    ``named`` are the provisions that "the same Article" and the like may speak of at its beginning.
    """
    return read_with_names(paragraph, named)[0]


def read_with_names(
    paragraph: str, named: tuple[Address, ...]
) -> tuple[tuple[Instruction, ...] | Unread, tuple[Address, ...]]:
    """The same, and the provisions that were named last."""
    if only_tells(paragraph):
        return (), named
    scanner = Scanner(paragraph, named)
    try:
        return tuple(_instructions(scanner)), scanner.named
    except NotRead:
        return scanner.unread(), named


def read_below(paragraph: str, targets: tuple[Address, ...]) -> tuple[Instruction, ...]:
    """The changes that a paragraph says of provisions which a lead-in above it names; none where it says none."""
    scanner = Scanner(paragraph, targets)
    try:
        said = changes_alone(targets, scanner)
    except NotRead:
        return ()
    scanner.take(r"[;,.]\s*and\s*$")
    return said if scanner.ended() else ()


def _instructions(scanner: Scanner) -> Iterator[Instruction]:
    """instructions = lead-in words, instruction {("." | ";" | "and") instruction}"""
    days = tuple(lead(scanner))
    yield from days
    yield from dated(_instruction(scanner), scanner)
    while not scanner.ended() and not scanner.take(r"[;,]?\s*and\s*[,;:]?\s*$"):
        scanner.take(r"[.;,:]*\s*(?:and (?:that )?|further,? )?")
        start = scanner.next
        more = tuple(lead(scanner))
        if more and not days:
            raise scanner.stopped("a paragraph for each change that takes effect on a day of its own")
        try:
            made = _instruction(scanner)
        except NotRead:
            if scanner.reached <= start:
                raise scanner.stopped("the end of the instruction, or another one,") from None
            raise
        yield from (*more, *made)
        if scanner.take(EFFECTIVE):
            raise scanner.stopped("a paragraph for each change that takes effect on a day of its own")


def _instruction(scanner: Scanner) -> tuple[Instruction, ...]:
    """instruction = extension | addition | words | imperative | heading | part | whole | provisions"""
    for rule in (accordingly, extension, addition, words_first, _imperative, heading, _part, _bylaws, _provisions):
        start = scanner.at
        found = rule(scanner)
        if found:
            return found
        scanner.at = start
    raise scanner.stopped("an instruction such as “Section 2 of Article III is amended to read as follows”")


def _imperative(scanner: Scanner) -> tuple[Instruction, ...]:
    """imperative = ("delete" | "repeal" …) [part] place ["and insert" …] | "amend" place ("to read" … | "by" …)"""
    if verb := scanner.take(r"(?:delete|repeal|rescind|strike|remove|replace)(?: out)?(?: all of| the whole of)?(?= )"):
        which, *more = parts(scanner)
        targets = several(scanner)
        if targets is None:
            return ()
        if more:
            return removed_parts(targets, (which, *more), scanner) if not only_replaces(verb) else ()
        known = named_as(targets, scanner)
        scanner.take(ENTIRETY)
        if scanner.take(INSTEAD_OF_IT):
            scanner.take(NEW_PROVISION)
            return (*known, Replace(targets=parted(targets, which, scanner), part=which, words=quoted_here(scanner)))
        if only_replaces(verb):
            return ()
        if which.narrows:
            return (*known, Remove(targets=parted(targets, which, scanner), part=which))
        return (*known, Remove(targets=targets, reserved=scanner.take(RESERVED) is not None))
    if scanner.take(r"(?:amend and restate|amend|revise|restate|change)(?= )") is None:
        return ()
    targets = several(scanner)
    if targets is None:
        return ()
    work(scanner)
    return (*named_as(targets, scanner), *as_amended(targets, scanner))


def _provisions(scanner: Scanner) -> tuple[Instruction, ...]:
    """provisions = place ("shall read" … | "is" (replaced | deleted | added | renumbered | amended …))"""
    scanner.take(r"(?:the )?(?:text|language|provisions|whole|entirety|each) of")
    targets = several(scanner)
    if targets is None:
        return ()
    work(scanner)
    known = named_as(targets, scanner)
    if (which := part_after(scanner)).narrows:
        return (*known, *_part_changed(targets, which, scanner))
    if scanner.take(rf"\s*[:–—-]+ (?:delete|strike|repeal){ENTIRETY}(?=[.;]|$)"):
        return (*known, Remove(targets=targets))
    if scanner.take(r"\s*[:–—-]+(?= (?:strike|delete|replace|change|insert) )"):
        return (*known, *after_by(targets, scanner))
    done = _done_to(targets, scanner)
    if (
        isinstance(done[0], Insert) and done[0].numbers == targets
    ):  # what is added has no heading to hold the one said against
        said = next((named.heading for named in known if named.heading), done[0].heading)
        return (replace(done[0], heading=said), *done[1:])
    return (*known, *done)


def _done_to(targets: tuple[Address, ...], scanner: Scanner) -> tuple[Instruction, ...]:
    """ "shall read" … | "is" (replaced | deleted | added | renumbered | amended …), after the place"""
    if scanner.take(SHALL_READ):
        return (Replace(targets=targets, words=quoted_here(scanner)),)
    scanner.expect(HEREBY, "“is amended”, “is deleted”, “is renumbered” or the like")
    if scanner.take(REPLACED):
        if scanner.take(r" [\"“\[(]+(?:intentionally )?(?:reserved|omitted|deleted)\.?[\"”\])]+\.?[\"”]?"):
            return (Remove(targets=targets, reserved=True),)
        return (Replace(targets=targets, words=quoted_here(scanner)),)
    if scanner.take(DELETED):
        reserved = scanner.take(RESERVED) is not None
        return (Remove(targets=targets, reserved=reserved),)
    if scanner.take(r"(?:renumbered|redesignated|re-numbered|re-designated)(?: (?:as|to be|to))?"):
        numbers = places(scanner)
        if numbers is None or len(numbers) != len(targets):
            raise scanner.stopped("as many new numbers as provisions")
        scanner.take(r",? respectively")
        return (Number(targets=targets, numbers=beside(numbers, targets)),)
    if scanner.take(r"(?:re-?titled|re-?named)(?: as)?"):
        return (entitled(targets, scanner),)
    if scanner.take(r"(?:hereby )?(?:added|inserted)"):
        found, neighbour = placing(scanner)
        return (Insert(numbers=targets, under=(found or (BYLAWS,))[0], beside=neighbour, words=reading(scanner)),)
    scanner.expect(AMENDED, "“amended”, “deleted”, “replaced”, “added” or “renumbered”")
    return as_amended(targets, scanner)


def _part(scanner: Scanner) -> tuple[Instruction, ...]:
    """part = "the fourth sentence of" place ("is" (deleted | amended to read | replaced by) | "shall read") …"""
    which, *more = parts(scanner)
    if not which.narrows:
        return ()
    targets = places(scanner)
    if targets is None:
        raise scanner.stopped("the provision that has it")
    if more:
        scanner.expect(HEREBY, "“are deleted”")
        scanner.expect(DELETED, "“deleted”")
        return removed_parts(targets, (which, *more), scanner)
    return _part_changed(targets, which, scanner)


def _part_changed(targets: tuple[Address, ...], which: Spot, scanner: Scanner) -> tuple[Instruction, ...]:
    target = one(targets, scanner)
    if scanner.take(SHALL_READ):
        return (Replace(targets=(target,), part=which, words=quoted_here(scanner)),)
    scanner.expect(HEREBY, "“is amended” or “is deleted”")
    if scanner.take(REPLACED):
        return (Replace(targets=(target,), part=which, words=quoted_here(scanner)),)
    if scanner.take(DELETED):
        return (Remove(targets=(target,), part=which),)
    scanner.expect(AMENDED, "“amended” or “deleted”")
    if scanner.take(READ):
        return (Replace(targets=(target,), part=which, words=quoted_here(scanner)),)
    scanner.expect(rf",? by|,? to(?= {VERBS} )", "“to read” or “by striking”")
    return after_by(targets, scanner, which)


def _bylaws(scanner: Scanner) -> tuple[Instruction, ...]:
    """whole = "the Bylaws are amended and restated in their entirety" | "the Bylaws are amended as follows" | by …"""
    if whole(scanner) is None:
        return ()
    scanner.take(r",? (?:be |is |are )?(?:adopted|dated)[^,]{0,60}(?:, \d{4})?,")
    scanner.expect(HEREBY, "“are amended”")
    if scanner.take(
        rf"(?:amended and restated|restated|replaced){ENTIRETY}(?:{READ})?"
        r"(?:,? (?:as follows|as set forth [^.:;]*|with the following))?"
    ):
        return (RestateAll(),)
    scanner.expect(AMENDED, "“amended”")
    dated = rf"(?:,? effective(?: as of| on)? (?P<day>{DAY}),?)?"
    if found := scanner.take(dated + r"(?:,? (?:as follows|in the following (?:respects|manner|particulars)))"):
        return (LeadIn(day=parse_date(found["day"]) if found["day"] else None),)
    return amended_by((Address(()),), scanner)
