"""The grammar of amending sentences, by recursive descent: each function reads the rule that its docstring gives.

A paragraph may hold several instructions; they are read in order, and "it" is the provision named before.
"""

from __future__ import annotations

from collections.abc import Iterator

from amendments.prose.additions import addition, holder, quoted_here, reading
from amendments.prose.instructions import (
    Entitle,
    Extend,
    Insert,
    Instruction,
    LeadIn,
    Number,
    Remove,
    Replace,
    RestateAll,
)
from amendments.prose.phrases import (
    ACCORDINGLY,
    AMENDED,
    AS_FOLLOWS,
    DELETED,
    ENTIRETY,
    HEREBY,
    LEAD,
    NEW,
    READ,
    REPLACED,
    RESERVED,
)
from amendments.prose.places import beside, one, places, sentence, several, whole, within, work
from amendments.prose.scanner import NotRead, Scanner, Unread
from amendments.prose.telling import only_tells
from amendments.prose.wording import after_by, words_first
from corpus.address import Address, read_address


def read_sentences(paragraph: str) -> tuple[Instruction, ...] | Unread:
    """The instructions of a paragraph; none where it only tells something; or where and why the reading stopped."""
    if only_tells(paragraph):
        return ()
    scanner = Scanner(paragraph)
    try:
        return tuple(_instructions(scanner))
    except NotRead:
        return scanner.unread()


def _instructions(scanner: Scanner) -> Iterator[Instruction]:
    """instructions = lead-in words, instruction {("." | ";" | "and") instruction}"""
    scanner.take(LEAD)
    yield from _instruction(scanner)
    while not scanner.ended():
        scanner.take(r"[.;,:]*\s*(?:and (?:that )?|further,? )?")
        scanner.take(LEAD)
        yield from _instruction(scanner)


def _instruction(scanner: Scanner) -> tuple[Instruction, ...]:
    """instruction = addition | words | imperative | heading | sentence | whole | provisions"""
    for rule in (_accordingly, addition, words_first, _imperative, _heading, _sentence, _bylaws, _provisions):
        start = scanner.at
        found = rule(scanner)
        if found:
            return found
        scanner.at = start
    raise scanner.stopped("an instruction such as “Section 2 of Article III is amended to read as follows”")


def _imperative(scanner: Scanner) -> tuple[Instruction, ...]:
    """imperative = ("delete" | "repeal" …) [sentence] place | "amend" place ("to read" … | "by" …)"""
    if scanner.take(r"(?:delete|repeal|rescind|strike|remove)(?= )"):
        if which := sentence(scanner):
            return (Remove(targets=(one(places(scanner) or (), scanner),), sentence=which),)
        targets = several(scanner)
        scanner.take(ENTIRETY)
        return () if targets is None else (Remove(targets=targets, reserved=scanner.take(RESERVED) is not None),)
    if scanner.take(r"(?:amend and restate|amend|revise|restate)(?= )") is None:
        return ()
    targets = several(scanner)
    if targets is None:
        return ()
    work(scanner)
    return _as_amended(targets, scanner)


def _provisions(scanner: Scanner) -> tuple[Instruction, ...]:
    """provisions = place ("shall read" … | "is" (replaced | deleted | added | renumbered | amended …))"""
    scanner.take(r"(?:the )?(?:text|language|provisions|whole|entirety) of")
    targets = several(scanner)
    if targets is None:
        return ()
    work(scanner)
    scanner.take(r",? (?:entitled |titled |captioned |\()(?:[\"“][^\"”]+[\"”]|[^,.;()]+)\)?,?")
    if scanner.take(rf",? (?:shall|will)(?: now| hereafter| henceforth)? read{ENTIRETY}{AS_FOLLOWS}{ENTIRETY}"):
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
        return (_entitled(targets, scanner),)
    if scanner.take(
        r"(?:hereby )?added(?: to [^:]*?)?(?:,? (?:to read|reading|which (?:shall )?reads?))?" + AS_FOLLOWS
    ):
        return (Insert(numbers=targets, words=quoted_here(scanner)),)
    scanner.expect(AMENDED, "“amended”, “deleted”, “replaced”, “added” or “renumbered”")
    return _as_amended(targets, scanner)


def _as_amended(targets: tuple[Address, ...], scanner: Scanner) -> tuple[Instruction, ...]:
    """as-amended = "to read as follows" [quotation] | amended-by"""
    if scanner.take(READ) or scanner.take(r",? (?:as follows|in the following manner)"):
        return (Replace(targets=targets, words=quoted_here(scanner)),)
    return _amended_by(targets, scanner)


def _amended_by(targets: tuple[Address, ...], scanner: Scanner) -> tuple[Instruction, ...]:
    """amended-by = "by" change {("and" | ";") "by" change} | "to include the following" | "to add" …"""
    start = scanner.at
    if scanner.take(rf",? to (?:add|include)(?: thereto)? {NEW}"):
        numbers = places(scanner)
        if numbers:
            under = holder(numbers, one(targets, scanner), scanner)
            return (Insert(numbers=numbers, under=under, words=reading(scanner)),)
    scanner.at = start
    if scanner.take(r",? to (?:include|add)(?: the following)?(?: (?P<what>sentence|paragraph)s?)?"):
        placed = scanner.take(r"at the end(?: thereof)?") is not None
        return (Extend(target=one(targets, scanner), words=quoted_here(scanner), placed=placed),)
    scanner.expect(r",?(?: as follows:)? by", "“to read”, “by striking”, “by adding” or the like")
    made: list[Instruction] = []
    while True:
        made += _one_change(targets, scanner)
        if not scanner.take(
            r"[;,]?(?: and)?(?: further)? by(?= )|[;,]? and (?=(?:inserting|adding|striking|deleting|"
            r"replacing|renumbering)\b)|;(?= \w+ing\b)|[;,](?: and)?(?= \((?:[ivx]+|[a-z]|\d)\) )"
        ):
            return tuple(made)


_ROW = r"\((?:[ivx]+|[a-z]|\d)\)"
"""The number of one of several changes: "by (i) striking …"."""


def _one_change(targets: tuple[Address, ...], scanner: Scanner) -> tuple[Instruction, ...]:
    """change = "adding" a new provision | "deleting" a provision | a change of words | "renumbering" …"""
    scanner.take(_ROW)
    start = scanner.at
    if scanner.take(
        rf"(?:adding|inserting|the (?:addition|insertion) of)(?: thereto| therein)?"
        rf"(?:,? (?:at|to) the end(?: thereof)?)?(?: thereto)?,? {NEW}"
    ):
        numbers = places(scanner)
        if numbers or scanner.take(r"(?:articles?|sections?)\b"):
            under = holder(numbers or (), one(targets, scanner), scanner)
            return (Insert(numbers=numbers or (), under=under, words=reading(scanner)),)
    scanner.at = start
    if scanner.take(
        r"(?:(?:deleting|striking|removing|repealing)(?: out)?|the (?:deletion|removal|repeal) of)"
        r"(?: in (?:its|their) entirety)?(?: all of)?"
    ):
        which = sentence(scanner)
        removed = places(scanner)
        if removed or which:
            scanner.take(ENTIRETY)
            meant = within(removed, one(targets, scanner), scanner) if removed else targets
            return (Remove(targets=meant if not which else (one(meant, scanner),), sentence=which),)
    scanner.at = start
    accordingly = _accordingly(scanner)
    return accordingly or after_by(targets, scanner)


def _heading(scanner: Scanner) -> tuple[Instruction, ...]:
    """heading = "the heading of" place "is amended to read" quotation"""
    if scanner.take(r"the (?:section |article )?(?:heading|title|caption)s? (?:of|to|for)") is None:
        return ()
    targets = places(scanner)
    if targets is None:
        raise scanner.stopped("the provision whose heading it is")
    scanner.expect(HEREBY + rf"(?:{AMENDED}|replaced)?", "“is amended”")
    scanner.take(rf"(?:{READ}|,? (?:to be|to|with|by|as))")
    return (_entitled(targets, scanner),)


def _entitled(targets: tuple[Address, ...], scanner: Scanner) -> Instruction:
    scanner.take(r"[:,]")
    heading = scanner.quotation()
    if heading is None:
        raise scanner.stopped("the heading in quotation marks")
    return Entitle(target=one(targets, scanner), heading=heading)


def _sentence(scanner: Scanner) -> tuple[Instruction, ...]:
    """sentence = "the fourth sentence of" place "is" (deleted | amended to read | replaced by) …"""
    which = sentence(scanner)
    if not which:
        return ()
    targets = places(scanner)
    if targets is None:
        raise scanner.stopped("the provision that has the sentence")
    target = one(targets, scanner)
    scanner.expect(HEREBY, "“is amended” or “is deleted”")
    if scanner.take(REPLACED):
        return (Replace(targets=(target,), sentence=which, words=quoted_here(scanner)),)
    if scanner.take(DELETED):
        return (Remove(targets=(target,), sentence=which),)
    scanner.expect(AMENDED, "“amended” or “deleted”")
    if scanner.take(READ):
        return (Replace(targets=(target,), sentence=which, words=quoted_here(scanner)),)
    scanner.expect(r",? by", "“to read” or “by striking”")
    return after_by(targets, scanner, which)


def _bylaws(scanner: Scanner) -> tuple[Instruction, ...]:
    """whole = "the Bylaws are amended and restated in their entirety" | "the Bylaws are amended as follows" | by …"""
    if whole(scanner) is None:
        return ()
    scanner.take(r",? (?:be |is |are )?(?:adopted|dated|effective)[^,]{0,60},")
    scanner.expect(HEREBY, "“are amended”")
    if scanner.take(
        rf"(?:amended and restated|restated|replaced){ENTIRETY}(?:{READ})?"
        r"(?:,? (?:as follows|as set forth [^.:;]*|with the following))?"
    ):
        return (RestateAll(),)
    scanner.expect(AMENDED, "“amended”")
    dated = r"(?:,? effective(?: as of| on)? [A-Za-z]+ \d{1,2}, \d{4},?)?"
    if scanner.take(dated + r"(?:,? (?:as follows|in the following (?:respects|manner|particulars)))"):
        return (LeadIn(),)
    return _amended_by((Address(()),), scanner)


def _accordingly(scanner: Scanner) -> tuple[Instruction, ...]:
    """accordingly = "the following sections are renumbered accordingly" """
    found = scanner.take(ACCORDINGLY)
    if found is None:
        return ()
    level = (found["level"] or found["rest"]).lower()
    return (Number(level="" if level == "provision" else level, under=_said_under(found["under"])),)


def _said_under(named: str | None) -> Address:
    return read_address(named)[0] if named else Address(())
