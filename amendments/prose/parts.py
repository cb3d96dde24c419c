"""The grammar of parts of a provision: sentences, paragraphs, and occurrences of words."""

from __future__ import annotations

import re

from amendments.operations import Spot, Which
from amendments.prose.scanner import Scanner
from corpus.ordinals import ORDINALS

_ORDINALS = "|".join(ORDINALS)


def part(scanner: Scanner) -> Spot:
    """part = "the" nth "sentence" ["of" "the" nth "paragraph"] | "the" nth "paragraph"; all where there is none"""
    sentence = nth(scanner, "sentence")
    return Spot(sentence=sentence, paragraph=nth(scanner, "paragraph"))


def parts(scanner: Scanner) -> tuple[Spot, ...]:
    """parts = part | "the" nth {"," nth} "and" nth ("sentences" | "paragraphs") "of" | "the first two" …"""
    row = rf"(?:{_ORDINALS}|last|final)"
    found = scanner.take(
        rf"the (?:(?P<row>{row}(?:, {row})*,? and {row})|first (?P<count>two|three|four))"
        r" (?P<what>sentence|paragraph)s\b(?: (?:of|in)(?! its| their)| thereof)?"
    )
    if found is None:
        return (part(scanner),)
    if found["count"]:
        counts = list(range(1, ("two", "three", "four").index(found["count"].lower()) + 3))
    else:
        counts = [_counted(word) for word in re.findall(row, found["row"], re.IGNORECASE)]
    made = (Spot(sentence=at) if found["what"].lower() == "sentence" else Spot(paragraph=at) for at in counts)
    return tuple(made)


def part_after(scanner: Scanner) -> Spot:
    """part after = "," ["the"] nth ("sentence" | "paragraph") [","], said after its provision; all where none is"""
    found = scanner.take(rf", (?:the )?(?P<which>{_ORDINALS}|last|final) (?P<what>sentence|paragraph)\b,?")
    if found is None:
        return Spot()
    at = _counted(found["which"])
    return Spot(sentence=at) if found["what"].lower() == "sentence" else Spot(paragraph=at)


def _counted(word: str) -> int:
    return ORDINALS.index(word.lower()) + 1 if word.lower() in ORDINALS else -1


def nth(scanner: Scanner, what: str) -> int:
    """nth = "the" ("first" | … | "last" | "final") what ["of" | "thereof"]; 0 where there is none"""
    found = scanner.take(rf"the (?P<which>{_ORDINALS}|last|final) {what}\b(?: of| in(?! its| their)| thereof)?")
    if found is None:
        return 0
    return _counted(found["which"])


def occurrence(scanner: Scanner) -> Which | None:
    """occurrence = "wherever" … | "each" ("place" | "time" | "instance") … | "the" ordinal ("time" | "place") …"""
    it = r"(?:it|they|such words?|the same|said words?|that (?:word|phrase|term))"
    if scanner.take(
        r",?\s*(?:wherever|(?:in )?each (?:place|time|instance)(?: that| where| in which)?)"
        rf"(?: {it})?(?: (?:may )?(?:appears?|occurs?|is used|are used))?(?: therein)?"
    ):
        return "each"
    found = scanner.take(
        rf",?\s*(?:in )?the (?P<which>{_ORDINALS}) (?:place|time|instance)"
        rf"(?: (?:that |where |in which )?{it} appears?)?"
    )
    return ORDINALS.index(found["which"].lower()) + 1 if found else None
