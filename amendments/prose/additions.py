"""The grammar of additions: what is added, to what, beside what, and how it is to read."""

from __future__ import annotations

from amendments.prose.instructions import Insert, Instruction
from amendments.prose.phrases import AS_FOLLOWS, ENTIRETY, HEREBY, NEW
from amendments.prose.places import places, whole, within
from amendments.prose.scanner import Scanner
from corpus.address import Address


def addition(scanner: Scanner) -> tuple[Instruction, ...]:
    """addition = "a new Section 1.11" "is added" ["to Article I"] ["after Section 1.10"] ["to read as follows"]"""
    to = ""
    if scanner.take(r"(?:there )?(?:is|shall be)(?: hereby)? added(?: to)?|(?:to )?(?:add|insert)(?: to)?(?= )"):
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
        return ()
    scanner.take(
        r",? (?:entitled |titled |captioned |to be entitled )(?:[\"“][^\"”]+[\"”]|[^,.;:]+?),?"
        r"(?= (?:is|shall|which|to|be)\b)"
    )
    if not to:
        scanner.expect(HEREBY + r"(?:added|inserted|adopted)", "“is added”")
    found = _placing(scanner)
    return (Insert(numbers=numbers, under=(found or above or (Address(()),))[0], words=reading(scanner)),)


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


def holder(numbers: tuple[Address, ...], above: Address, scanner: Scanner) -> Address:
    """What holds an addition: the provision that is amended, or one that is named with the new number inside it."""
    within(numbers, above, scanner)
    placed = _placing(scanner)
    return within(placed, above, scanner)[0] if placed and placed[0] != above else above


def reading(scanner: Scanner) -> str:
    """reading = ["which shall read" ["as follows"]] [quotation]"""
    scanner.take(
        r",?(?: and)?(?: (?:to|which shall|which|that shall|shall|and shall))?"
        r"(?: (?:read|reads|provide|provides|state|states)|,? reading)?" + ENTIRETY + AS_FOLLOWS
    )
    return quoted_here(scanner)


def quoted_here(scanner: Scanner) -> str:
    """[":"] [quotation], the words that follow in the same sentence; empty where they follow below."""
    scanner.take(r"(?: the)?(?: following)?\s*[:,-]*")
    return scanner.quotation() or ""
