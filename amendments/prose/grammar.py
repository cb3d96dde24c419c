"""The grammar of amending sentences, by recursive descent: each function reads the rule that its docstring gives.

A paragraph may hold several instructions; they are read in order, and "it" is the provision named before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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
from amendments.prose.places import places, sentence, whole, work
from amendments.prose.scanner import NotRead, Scanner, Unread
from amendments.prose.wording import after_by, words_first
from corpus.address import Address

HEREBY = (
    r"(?:,?\s*(?:shall\s+be|will\s+be|is\s+to\s+be|are\s+to\s+be|be|is|are)\b"
    r"(?:,?\s+and\s+(?:(?:it|they|each|each\s+of\s+them|the\s+same)\s+)?(?:(?:hereby|is|are|be)\s*){1,2},?)?"
    r"(?:\s*\b(?:hereby|further|also|therefore)\b)*\s*)"
)
_ENTIRETY = r"(?:,? in (?:its|their) entirety| in full| in whole)?"
_AMENDED = rf"(?:amended(?:,? and (?:hereby )?restated)?|restated|revised|changed|modified){_ENTIRETY}"
_AS_FOLLOWS = r"(?:,? (?:as follows|the following|as set forth below))?"
_READ = (
    r"(?:,? (?:so as )?(?:to (?:hereafter )?(?:read|provide|state)|reading|and (?:shall |to )?(?:now )?reads?|"
    r"so (?:that|as),?(?: as (?:so )?amended,)? (?:it|they|the same)"
    rf"(?:,? as (?:so )?amended,)? (?:shall (?:now )?read|reads?|will read)|shall"
    rf" (?:now )?read)){_ENTIRETY}{_AS_FOLLOWS}{_ENTIRETY}"
)
_REPLACED = (
    r"(?:(?:deleted|stricken|struck|removed|repealed|amended)(?: out)?"
    + _ENTIRETY
    + r"(?: and(?: (?:is|are))?(?: hereby)?)? )?"
    r"(?:replaced|superseded|substituted)"
    + _ENTIRETY
    + r" (?:with|by)(?: the following)?(?: new)?(?: (?:section|article|paragraph|sentence)s?)?"
)
_DELETED = rf"(?:deleted|repealed|rescinded|removed|stricken|struck|eliminated|revoked|cancell?ed)(?: out)?{_ENTIRETY}"
_RESERVED = (
    r",?(?: and| to be)?(?: (?:is|are|shall be)(?: hereby)?)?(?: marked| designated| replaced with|"
    r" left)?(?: as)? [\"“\[(]*(?:intentionally )?(?:reserved|omitted)[\"”\])]*\.?[\"”]?"
)
_NEW = r"(?:a |the following |an? additional |the )?(?:new |additional )"
_LEAD = (
    r"(?:(?:now,? therefore,? )?(?:be it )?(?:further )?resolved,?(?: further)?,? (?:that )?|that |and that |"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s*[:.,]\s*|\(?[0-9]{1,2}[.)]\s+|"
    r"\([a-z]\) |[A-Z]\. |"
    r"effective (?:as of |on |immediately )?[^,;]{0,40},? |pursuant to [^,;]+, |in accordance with [^,;]+, )*"
)
_ACCORDINGLY = (
    r"(?:and )?(?:the|all)?\s*(?:(?:following|subsequent|succeeding|remaining|other|current|"
    r"existing)\s*)+(?:articles|sections|paragraphs|subsections|provisions)"
    r"(?: of (?:this |that |such |said )?(?:article|section)(?: [0-9IVXLC.]+)?)?(?: thereof)?"
    + HEREBY
    + r"(?:renumbered|redesignated)(?: accordingly| in order| consecutively)?"
    r"|(?:and )?(?:to )?renumber(?:ing)? the (?:following|remaining|subsequent|succeeding) (?:sections|"
    r"articles|paragraphs) accordingly"
)
_NARRATES = re.compile(
    r"(?:WHEREAS|IN WITNESS|Except as|Except for|NOTWITHSTANDING|All other|The remaining|The remainder|I,|"
    r"The undersigned|"
    r"This Amendment|The foregoing|These amendments|Capitalized|In all other respects|As (?:so )?amended|Other than)\b",
    re.IGNORECASE,
)
_SIGNS = re.compile(
    r"\b(?:amended|restated|deleted|stricken|struck|repealed|rescinded|replaced|superseded|renumbered|redesignated|retitled|"
    r"strike|insert|inserted|delete|added|adding|substituted?|substituting|removed|eliminated|changed|revised|modified)\b",
    re.IGNORECASE,
)


def read_sentences(paragraph: str, before: Address | None = None) -> tuple[Instruction, ...] | Unread:
    """The instructions of a paragraph; none where it only tells something; or where and why the reading stopped.

    ``before`` is the provision that the paragraph before named last.
    """
    if _NARRATES.match(paragraph) or not _SIGNS.search(paragraph):
        return ()
    scanner = Scanner(paragraph)
    try:
        return tuple(_instructions(scanner))
    except NotRead:
        return scanner.unread()


def _instructions(scanner: Scanner) -> Iterator[Instruction]:
    """instructions = lead-in words, instruction {("." | ";" | "and") instruction}"""
    scanner.take(_LEAD)
    yield from _instruction(scanner)
    while not scanner.ended():
        scanner.take(r"[.;,:]*\s*(?:and (?:that )?|further,? )?")
        scanner.take(_LEAD)
        yield from _instruction(scanner)


def _instruction(scanner: Scanner) -> tuple[Instruction, ...]:
    """instruction = addition | words | heading | sentence | whole | provisions"""
    for rule in (_accordingly, _addition, words_first, _heading, _sentence, _bylaws, _provisions):
        start = scanner.at
        found = rule(scanner)
        if found:
            return found
        scanner.at = start
    raise scanner.stopped("an instruction such as “Section 2 of Article III is amended to read as follows”")


def _provisions(scanner: Scanner) -> tuple[Instruction, ...]:
    """provisions = place "is" (replaced | deleted | added | renumbered | amended …)"""
    scanner.take(r"(?:the )?(?:text|language|provisions|whole|entirety) of")
    targets = places(scanner)
    if targets is None:
        return ()
    work(scanner)
    scanner.take(r",? (?:entitled |titled |captioned |\()(?:[\"“][^\"”]+[\"”]|[^,.;()]+)\)?,?")
    scanner.expect(HEREBY, "“is amended”, “is deleted”, “is renumbered” or the like")
    if scanner.take(_REPLACED):
        return (Replace(targets=targets, words=_quoted_here(scanner)),)
    if scanner.take(_DELETED):
        reserved = scanner.take(_RESERVED) is not None
        return (Remove(targets=targets, reserved=reserved),)
    if scanner.take(r"(?:renumbered|redesignated|re-numbered|re-designated)(?: (?:as|to|to be))?"):
        numbers = places(scanner)
        if numbers is None or len(numbers) != len(targets):
            raise scanner.stopped("as many new numbers as provisions")
        scanner.take(r",? respectively")
        return (Number(targets=targets, numbers=_beside(numbers, targets)),)
    if scanner.take(r"(?:re-?titled|re-?named)(?: as)?"):
        return (_entitled(targets, scanner),)
    if scanner.take(
        r"(?:hereby )?added(?: to [^:]*?)?(?:,? (?:to read|reading|which (?:shall )?reads?))?" + _AS_FOLLOWS
    ):
        return (Insert(numbers=targets, words=_quoted_here(scanner)),)
    scanner.expect(_AMENDED, "“amended”, “deleted”, “replaced”, “added” or “renumbered”")
    if scanner.take(_READ) or scanner.take(r",? (?:as follows|in the following manner)"):
        return (Replace(targets=targets, words=_quoted_here(scanner)),)
    return _amended_by(targets, scanner)


def _amended_by(targets: tuple[Address, ...], scanner: Scanner) -> tuple[Instruction, ...]:
    """amended-by = "by" change {("and" | ";") "by" change} | "to include the following" | "to add" …"""
    if scanner.take(
        r",? to (?:include|add)(?: the following)?(?: (?P<what>sentence|paragraph)s?)?(?: at the end(?: thereof)?)?"
    ):
        return (Extend(target=_one(targets, scanner), words=_quoted_here(scanner)),)
    scanner.expect(r",?(?: as follows:)? by", "“to read”, “by striking”, “by adding” or the like")
    made: list[Instruction] = []
    while True:
        made += _one_change(targets, scanner)
        if not scanner.take(
            r"[;,]?(?: and)?(?: further)? by(?= )|[;,]? and (?=(?:inserting|adding|striking|deleting|"
            r"replacing|renumbering)\b)|;(?= \w+ing\b)"
        ):
            return tuple(made)


def _one_change(targets: tuple[Address, ...], scanner: Scanner) -> tuple[Instruction, ...]:
    """change = "adding" a new provision | "deleting" a provision | a change of words | "renumbering" …"""
    start = scanner.at
    if scanner.take(
        rf"(?:adding|inserting)(?: thereto| therein)?(?:,? (?:at|to) the end(?: thereof)?)?(?: thereto)?,? {_NEW}"
    ):
        numbers = places(scanner)
        if numbers:
            _placing(scanner)
            return (Insert(numbers=numbers, under=_one(targets, scanner), words=_reading(scanner)),)
    scanner.at = start
    if scanner.take(r"(?:deleting|striking|removing|repealing)(?: out)?(?: in (?:its|their) entirety)?(?: all of)?"):
        removed = places(scanner)
        if removed:
            scanner.take(_ENTIRETY)
            return (Remove(targets=_within(removed, _one(targets, scanner))),)
    scanner.at = start
    if scanner.take(_ACCORDINGLY):
        return (Number(),)
    return after_by(targets, scanner)


def _addition(scanner: Scanner) -> tuple[Instruction, ...]:
    """addition = "a new Section 1.11" "is added" ["to Article I"] ["after Section 1.10"] ["to read as follows"]"""
    to = ""
    if scanner.take(r"(?:there )?(?:is|shall be)(?: hereby)? added(?: to)?|(?:to )?(?:add|insert)(?: to)?(?= )"):
        to = "said"
        above = places(scanner) or whole(scanner)
        scanner.take(r",")
    else:
        above = None
    named = scanner.take(rf"(?:{_NEW}|the following(?: (?:is|are) (?:hereby )?added as )?(?: new)?)")
    if not named and not to:
        return ()
    numbers = places(scanner)
    if numbers is None:
        return ()
    scanner.take(
        r",? (?:entitled |titled |captioned |to be entitled )(?:[\"“][^\"”]+[\"”]|[^,.;:]+?),?"
        r"(?= (?:is|shall|which|to|be)\b)"
    )
    if not to:
        scanner.expect(HEREBY + r"(?:added|inserted|adopted)", "“is added”")
    found = _placing(scanner)
    return (Insert(numbers=numbers, under=(found or above or (Address(()),))[0], words=_reading(scanner)),)


def _placing(scanner: Scanner) -> tuple[Address, ...] | None:
    """placing = {"to" place | "at the end" | ["immediately"] ("after" | "following" | "before") place}

    The number decides where a provision stands; only what holds it is kept.
    """
    above: tuple[Address, ...] | None = None
    while True:
        if scanner.take(r",? (?:in )?numerical order| at the end(?: thereof| of)?|,? thereto"):
            continue
        if scanner.take(
            r",? (?:immediately )?(?:after|following|before|preceding|between)(?: the (?:current|existing))?(?= )"
        ):
            beside = places(scanner)
            if beside is None:
                raise scanner.stopped("the provision that it stands beside")
            continue
        if scanner.take(r",? (?:to|in|under|of)(?= (?:the )?(?:article|section))"):
            above = places(scanner)
            continue
        if scanner.take(r",? (?:to|in)(?= (?:the|these|said|our)\b)") and whole(scanner):
            continue
        return above


def _reading(scanner: Scanner) -> str:
    """reading = ["which shall read" ["as follows"]] [quotation]"""
    scanner.take(
        r",?(?: and)?(?: (?:to|which shall|which|that shall|shall|and shall))?"
        r"(?: (?:read|reads|provide|provides|state|states)|,? reading)?" + _ENTIRETY + _AS_FOLLOWS
    )
    return _quoted_here(scanner)


def _heading(scanner: Scanner) -> tuple[Instruction, ...]:
    """heading = "the heading of" place "is amended to read" quotation"""
    if scanner.take(r"the (?:section |article )?(?:heading|title|caption)s? (?:of|to|for)") is None:
        return ()
    targets = places(scanner)
    if targets is None:
        raise scanner.stopped("the provision whose heading it is")
    scanner.expect(HEREBY + rf"(?:{_AMENDED}|replaced)?", "“is amended”")
    scanner.take(rf"(?:{_READ}|,? (?:to be|to|with|by|as))")
    return (_entitled(targets, scanner),)


def _entitled(targets: tuple[Address, ...], scanner: Scanner) -> Instruction:
    scanner.take(r"[:,]")
    heading = scanner.quotation()
    if heading is None:
        raise scanner.stopped("the heading in quotation marks")
    return Entitle(target=_one(targets, scanner), heading=heading)


def _sentence(scanner: Scanner) -> tuple[Instruction, ...]:
    """sentence = "the fourth sentence of" place "is" (deleted | amended to read | replaced by) …"""
    which = sentence(scanner)
    if not which:
        return ()
    targets = places(scanner)
    if targets is None:
        raise scanner.stopped("the provision that has the sentence")
    target = _one(targets, scanner)
    scanner.expect(HEREBY, "“is amended” or “is deleted”")
    if scanner.take(_REPLACED):
        return (Replace(targets=(target,), sentence=which, words=_quoted_here(scanner)),)
    if scanner.take(_DELETED):
        return (Remove(targets=(target,), sentence=which),)
    scanner.expect(_AMENDED, "“amended” or “deleted”")
    if scanner.take(_READ):
        return (Replace(targets=(target,), sentence=which, words=_quoted_here(scanner)),)
    scanner.expect(r",? by", "“to read” or “by striking”")
    return after_by(targets, scanner, which)


def _bylaws(scanner: Scanner) -> tuple[Instruction, ...]:
    """whole = "the Bylaws are amended and restated in their entirety" | "the Bylaws are amended as follows" | by …"""
    if whole(scanner) is None:
        return ()
    scanner.take(r",? (?:be |is |are )?(?:adopted|dated|effective)[^,]{0,60},")
    scanner.expect(HEREBY, "“are amended”")
    if scanner.take(
        rf"(?:amended and restated|restated|replaced){_ENTIRETY}(?:{_READ})?"
        r"(?:,? (?:as follows|as set forth [^.:;]*|with the following))?"
    ):
        return (RestateAll(),)
    scanner.expect(_AMENDED, "“amended”")
    dated = r"(?:,? effective(?: as of| on)? [A-Za-z]+ \d{1,2}, \d{4},?)?"
    if scanner.take(dated + r"(?:,? (?:as follows|in the following (?:respects|manner|particulars)))"):
        return (LeadIn(),)
    return _amended_by((Address(()),), scanner)


def _accordingly(scanner: Scanner) -> tuple[Instruction, ...]:
    """accordingly = "the following sections are renumbered accordingly" """
    return (Number(),) if scanner.take(_ACCORDINGLY) else ()


def _quoted_here(scanner: Scanner) -> str:
    """[":"] [quotation], the words that follow in the same sentence; empty where they follow below."""
    scanner.take(r"(?: the)?(?: following)?\s*[:,-]*")
    return scanner.quotation() or ""


def _one(targets: tuple[Address, ...], scanner: Scanner) -> Address:
    if len(targets) != 1:
        raise scanner.stopped("one provision, not several")
    return targets[0]


def _within(named: tuple[Address, ...], above: Address) -> tuple[Address, ...]:
    """Addresses said inside a provision that was named first: "Article IV is amended by deleting Section 3"."""
    if not above.steps or any(len(address.steps) > 1 for address in named):
        return named
    return tuple(Address((*above.steps, *address.steps)) for address in named)


def _beside(numbers: tuple[Address, ...], targets: tuple[Address, ...]) -> tuple[Address, ...]:
    """New numbers said without their article stand in the article of the old ones."""
    return tuple(
        number
        if len(number.steps) >= len(target.steps)
        else Address((*target.steps[: -len(number.steps)], *number.steps))
        for number, target in zip(numbers, targets, strict=True)
    )
