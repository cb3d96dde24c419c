"""The grammar of additions: what is added, to what, beside what, and how it is to read."""

from __future__ import annotations

from amendments.prose.instructions import BYLAWS, Insert, Instruction
from amendments.prose.phrases import AS_FOLLOWS, ENTIRETY, ENTITLED, HEREBY, NEW
from amendments.prose.places import one, places, whole, within
from amendments.prose.scanner import Scanner
from corpus.address import Address


def addition(scanner: Scanner) -> tuple[Instruction, ...]:
    """addition = "a new Section 1.11" "is added" ["to Article I"] ["after Section 1.10"] ["to read as follows"]

    In the imperative the number may be left to what follows: "insert" ["the following new section"] ["in" place].
    """
    imperative = scanner.take(r"(?:to )?(?:add|insert)(?: to| in)?(?= |$)")
    to = ""
    if imperative or scanner.take(r"(?:there )?(?:is|shall be)(?: hereby)? added(?: to)?"):
        to = "said"
        above = places(scanner) or whole(scanner)
        scanner.take(r",")
    else:
        above = None
    named = scanner.take(rf"(?:{NEW}|the following(?: (?:is|are) (?:hereby )?added as )?(?: new)?)")
    if not named and not to:
        return ()
    numbers = places(scanner)
    if numbers is None:
        return _below(above, scanner) if imperative else ()
    heading = heading_said(numbers, scanner)
    if not to:
        scanner.expect(HEREBY + r"(?:added|inserted|adopted)", "“is added”")
    found, beside = placing(scanner)
    heading = heading or heading_said(numbers, scanner)
    under = (found or above or (BYLAWS,))[0]
    return (Insert(numbers=numbers, under=under, beside=beside, words=reading(scanner), heading=heading),)


def heading_said(numbers: tuple[Address, ...], scanner: Scanner) -> str:
    """[", entitled" heading ","], of the one provision that is added"""
    found = scanner.take(ENTITLED)
    if found is None:
        return ""
    one(numbers, scanner)
    return found["quoted"] or found["bare"]


def _below(above: tuple[Address, ...] | None, scanner: Scanner) -> tuple[Instruction, ...]:
    """below = [new] placing [new], and then nothing: the numbers stand in what follows."""
    new = r"(?:(?:the following|an?)(?: new)? )?(?:articles?|sections?)\b"
    scanner.take(new)
    found, beside = placing(scanner)
    scanner.take(new)
    made = Insert(under=(found or above or (BYLAWS,))[0], beside=beside, words=reading(scanner))
    return (made,) if scanner.ended() and not made.words else ()


def placing(scanner: Scanner) -> tuple[tuple[Address, ...] | None, Address]:
    """placing = {"to" place | "at the end" | ["immediately"] ("after" | "following" | "before") place}

    The number decides where a provision stands; only what holds it is kept, and what stands beside it.
    """
    above: tuple[Address, ...] | None = None
    neighbour = BYLAWS
    while True:
        if scanner.take(r",? (?:in )?numerical order| (?:at|to) the end(?: thereof| of(?= the))?|,? thereto"):
            continue
        if scanner.take(
            r",? (?:immediately )?(?:after|following|before|preceding|between)(?: the (?:current|existing))?(?= )"
        ):
            beside = places(scanner)
            if beside is None:
                raise scanner.stopped("the provision that it stands beside")
            neighbour = beside[0]
            continue
        if scanner.take(r",? (?:to|in|under|of)(?= (?:the )?(?:article|section))"):
            above = places(scanner)
            continue
        if scanner.take(r",? (?:to|in)(?= (?:the|these|said|our)\b)") and whole(scanner):
            continue
        return above, neighbour


def holder(numbers: tuple[Address, ...], above: Address, scanner: Scanner) -> Address:
    """What holds an addition: the provision that is amended, or one that is named with the new number inside it."""
    within(numbers, above, scanner)
    placed, _ = placing(scanner)
    return within(placed, above, scanner)[0] if placed and placed[0] != above else above


def reading(scanner: Scanner) -> str:
    """reading = ["which shall read" ["as follows"]] [quotation]"""
    scanner.take(
        r",?(?: and)?(?: (?:to|which shall|which|that shall|shall|and shall))?"
        r"(?: (?:read|reads|provide|provides|state|states|consists? of)|,? (?:reading|consisting of))?"
        + ENTIRETY
        + AS_FOLLOWS
    )
    return quoted_here(scanner)


def quoted_here(scanner: Scanner) -> str:
    """[":"] [quotation], the words that follow in the same sentence; empty where they follow below."""
    scanner.take(r"(?: the\b)?(?: following)?\s*[:,-]*")
    return scanner.quotation() or ""
