"""The grammar of words that are put in: beside other words, or as a sentence or paragraph of their own."""

from __future__ import annotations

from dataclasses import replace

from amendments.operations import Side, Spot
from amendments.prose.instructions import BYLAWS, WHOLE, Extend, Instruction
from amendments.prose.parts import part
from amendments.prose.phrases import HEREBY
from amendments.prose.places import one, places
from amendments.prose.quotations import new_words, old_words, rewrite_of
from amendments.prose.scanner import Scanner
from corpus.address import Address
from corpus.ordinals import ORDINALS

_ORDINALS = "|".join(ORDINALS)
_THING = (
    r"(?:thereto )?,?(?:(?:the )?following,? as )?(?:as )?(?:the |an? )?(?:following )?(?:new |additional )*(?:(?P<nth>"
    + _ORDINALS
    + r"|last|final) )?"
    r"(?:new )?(?P<what>sentence|paragraph|language|words?|phrase|text|following)s?(?: as follows)?"
)
"""What is put in, and which of its kind it will be."""
_EDGE = (
    r"(?:,? ?(?:to|at) the (?P<edge>end|beginning)"
    r"(?: (?:thereof|of (?:the|said|such) (?:section|paragraph|article|sentence)(?! \d)))?,?)"
)
_SIDE = r"(?:immediately )?(?P<side>after|following|before|preceding)(?= )"


def extension(scanner: Scanner) -> tuple[Instruction, ...]:
    """extension = ("add" | "there is added") thing edge | thing "is added" edge | ("add" | …) edge thing; reading

    thing = ("a new" | "the following") [nth] ("sentence" | "paragraph"), edge = "at the end of" [part] place |
    "after" part place
    """
    active = scanner.take(r"(?:there )?(?:is|shall be)(?: hereby)? added(?= )|(?:to )?(?:add|insert)(?= )")
    said = _edge_of(scanner) if active else None
    thing = scanner.take(_THING)
    if thing is None or thing["what"].lower() not in ("sentence", "paragraph", "language", "text"):
        return ()
    if not active and scanner.take(HEREBY + r"(?:added|inserted)") is None:
        return ()
    said = said or _edge_of(scanner)
    nth_said = (thing["nth"] or "").lower()
    if said is None and nth_said and scanner.take(r",? (?:to|in|of)(?= )"):
        said = "after", WHOLE, places(scanner) or ()
    if said is None:
        return ()
    side, where, targets = said
    scanner.take(r"[:,]?(?:,? (?:to read|reading|which (?:shall )?reads?))?(?: as follows)?[:,]?")
    made = Extend(target=one(targets, scanner), part=where, side=side, words=scanner.quotation() or "")
    return (_as_thing(made, thing["what"].lower(), nth_said, scanner),)


def _edge_of(scanner: Scanner) -> tuple[Side, Spot, tuple[Address, ...]] | None:
    """edge = ("at" | "to") "the" ("end" | "beginning") "of" [part] place | ("after" | "before") part place"""
    start = scanner.at
    edge = scanner.take(r",? (?:to|at) the (?P<edge>end|beginning) of(?= )")
    side = edge or scanner.take(
        r",? (?:immediately )?(?P<edge>after|following|before|preceding)(?= the \w+ (?:sen|par))"
    )
    where = part(scanner) if side else WHOLE
    targets = places(scanner) if side else None
    if side is None or not targets:
        scanner.at = start
        return None
    return "after" if side["edge"].lower() in ("end", "after", "following") else "before", where, targets


def _as_thing(made: Extend, what: str, nth_said: str, scanner: Scanner) -> Extend:
    """What is added as the thing that it is called: a paragraph stands apart, a third sentence after the second."""
    apart = what == "paragraph"
    if nth_said and made.part.narrows:
        raise scanner.stopped("one place, not two, for the new words")
    if apart and made.part.sentence:
        raise scanner.stopped("a sentence beside a sentence, or a paragraph beside a paragraph")
    if nth_said in ORDINALS:
        before = ORDINALS.index(nth_said)
        stands_after = Spot(paragraph=before) if apart else Spot(sentence=before)
        made = replace(made, part=stands_after, side="after" if before else "before")
    return replace(made, apart=apart)


def putting_in(targets: tuple[Address, ...], scanner: Scanner, where: Spot) -> tuple[Instruction, ...]:
    """putting in = quotation ("after" | "before") quotation | [edge] thing [edge] [quotation]"""
    beside = _beside_part(scanner)
    edge = None if beside else scanner.take(_EDGE)
    side = None if edge or beside else scanner.take(_SIDE)
    if side:
        old, which, where = old_words(scanner, where)
        scanner.take(r",")
        return (rewrite_of(targets, old, which, where, new_words(scanner), side["side"]),)
    thing = scanner.take(_THING)
    beside = beside or (None if edge else _beside_part(scanner))
    if edge is None and beside is None:
        edge = scanner.take(_EDGE)
    scanner.take(r"[:,]?(?:,? (?:to read|reading|which (?:shall )?reads?))?(?: as follows)?[:,]?")
    new = scanner.quotation() or ""
    if new and edge is None and beside is None:
        beside = _beside_part(scanner)
        side = None if beside else scanner.take(rf",? ?{_SIDE}")
        if side:
            old, which, where = old_words(scanner, where)
            return (replace(rewrite_of(targets, old, which, where, new, side["side"]), exact=True),)
        edge = scanner.take(_EDGE)
    nth_said = ((thing and thing["nth"]) or "").lower()
    what = thing["what"].lower() if thing else ""
    loose = edge is None and beside is None and not nth_said
    if loose and what not in ("sentence", "following", "language", "text"):
        raise scanner.stopped("where the words stand: “after”, “before” or “at the end”")
    if len(targets) != 1 or targets[0] == BYLAWS:
        raise scanner.stopped("one provision, not several")
    at = beside or ("before" if edge and edge["edge"].lower() == "beginning" else "after", where)
    made = Extend(target=targets[0], part=at[1], side=at[0], words=new, placed=not loose)
    return (_as_thing(made, what, nth_said, scanner),)


def _beside_part(scanner: Scanner) -> tuple[Side, Spot] | None:
    """("after" | "before" | "at the end of" …) "the" nth ("sentence" | "paragraph") ["thereof"]"""
    start = scanner.at
    found = scanner.take(
        r",? ?(?:(?:immediately )?(?P<side>after|following|before|preceding)|(?:at|to) the (?P<edge>end|beginning) of)"
        r"(?= the \w+ (?:sen|par))"
    )
    where = part(scanner) if found else WHOLE
    if found is None or not where.narrows:
        scanner.at = start
        return None
    scanner.take(r",? (?:thereof|of such section),?|,")
    side = (found["side"] or found["edge"]).lower()
    return "after" if side in ("after", "following", "end") else "before", where
