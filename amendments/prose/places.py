"""The grammar of places: addresses and lists of them, sentences, occurrences."""

from __future__ import annotations

import re

from amendments.operations import Which
from amendments.prose.instructions import BYLAWS
from amendments.prose.scanner import Scanner
from corpus.address import LEVELS, Address, read_address
from corpus.errors import NotAnAddress
from corpus.ordinals import ORDINALS

_NUMBER = (
    r"(?:\d+(?:\.\d+)*(?:-?[A-Za-z](?![A-Za-z]))?|(?-i:[IVXLC]+)(?:\.\d+)?(?![a-z])|"
    r"(?-i:[A-Z])(?![A-Za-z]))(?:\s?\(\w{1,4}\))*"
)
_LEVEL = r"(?:Articles?|Sections?|Sect?s?\.|§+|Sub-?sections?|Sub-?paragraphs?|Paragraphs?|Clauses?|Items?)"
_ITEM = r"\(\w{1,4}\)(?:\(\w{1,4}\))*"
_ONE = rf"(?P<level>{_LEVEL})\s*(?P<number>{_NUMBER}|{_ITEM})"
_MORE = (
    rf"\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)(?P<number>{_NUMBER}|{_ITEM})(?!\s*(?:of\s+the\s+|%|days?\b|percent))"
)
_RANGE = rf"\s+(?:through|to)\s+(?:and\s+including\s+)?(?:{_LEVEL}\s*)?(?P<number>{_NUMBER})"
_HOLDER = rf"(?:\s*,\s*|\s+of\s+(?:the\s+)?|\s+in\s+|\s+)(?=(?:{_LEVEL})\s*(?:{_NUMBER}|{_ITEM}))"
_WORK = (
    r"(?:,?\s+(?:of|to|in)\s+)?(?:the|these|said|our|its)?\s*(?:[\w’'&.,()-]+\s+){0,8}?"
    r"(?:By-?\s?laws|Code\s+of\s+Regulations|Constitution|Plan)\b(?:\s+of\s+(?:the\s+)?(?!Article|Section)(?-i:[A-Z])[\w’'&.-]*"
    r"(?:,?\s+(?:(?:of|and|&)\s+)?(?-i:[A-Z(])[\w’'&.()-]*)*)?(?:\s*\([^()]*\))?"
)
_COMPANY = r"of (?:the )?(?!Article|Section)(?-i:[A-Z])[\w’'&.-]*(?:,?\s+(?:(?:of|and|&)\s+)?(?-i:[A-Z(])[\w’'&.()-]*)*"
_ORDINALS = "|".join(ORDINALS)
_WHOLE = (
    r"(?:the|these|said|our)\s+(?:[\w’'&.,()-]+\s+){0,6}?(?:By-?\s?laws|Code\s+of\s+Regulations|Constitution|Plan)\b"
)


def places(scanner: Scanner) -> tuple[Address, ...] | None:
    """place = ("Section" number {"," number} ["and" number] | "Sections" number "through" number) ["of" place]"""
    found = scanner.take(rf"(?:the\s+)?(?:current\s+|existing\s+)?{_ONE}")
    if found is None:
        return None
    levels, numbers = found["level"], [found["number"]]
    while more := scanner.take(_MORE):
        numbers.append(more["number"])
    if through := scanner.take(_RANGE):
        between = _between(numbers[-1], through["number"])
        if not between:
            raise scanner.stopped("a run of numbers that can be counted")
        numbers += between
    above: tuple[Address, ...] | None = None
    before = scanner.at
    if scanner.take(_HOLDER):
        above = places(scanner)
    if above is None:
        scanner.at = before
        work(scanner)
    elif len(above) > 1:
        raise scanner.stopped("one provision that holds what is named before it")
    return tuple(_address(f"{levels} {number}", above[0] if above else BYLAWS, scanner) for number in numbers)


def whole(scanner: Scanner) -> tuple[Address, ...] | None:
    """whole = ("the" | "these") [words] "Bylaws" [of the company]"""
    if scanner.take(_WHOLE) is None:
        return None
    scanner.take(r"\s*\([^()]*\)")
    scanner.take(_COMPANY)
    return (BYLAWS,)


def work(scanner: Scanner) -> None:
    """work = ["of" "the" [words] "Bylaws" [of the company]], which says nothing that isn't known."""
    scanner.take(_WORK)


def sentence(scanner: Scanner) -> int:
    """sentence = "the" ("first" | … | "last" | "final") "sentence"; 0 where there is none"""
    found = scanner.take(rf"the (?P<which>{_ORDINALS}|last|final) sentence(?: of| in| thereof)?")
    if found is None:
        return 0
    named = found["which"].lower()
    return ORDINALS.index(named) + 1 if named in ORDINALS else -1


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


def _address(written: str, above: Address, scanner: Scanner) -> Address:
    plain = re.sub(r"(?i)\b(article|section|subsection|subparagraph|paragraph|clause)s\b", r"\1", written)
    plain = re.sub(r"(?i)sub-(?=section|paragraph)", "sub", plain)
    plain = re.sub(r"(?i)^(?:items?)\s*", "paragraph ", plain)
    try:
        inner = read_address(plain)[0]
    except NotAnAddress:
        raise scanner.stopped("the number of a provision") from None
    steps = sorted((*above.steps, *inner.steps), key=lambda step: LEVELS.index(step.level))
    if len({step.level for step in steps}) < len(steps):
        raise scanner.stopped("a provision of another level than the one that it is said to stand in")
    return Address(tuple(steps))


def _between(first: str, last: str) -> list[str]:
    """The numbers after ``first`` up to ``last``; none where they can't be counted."""
    one, two = first.rpartition("."), last.rpartition(".")
    if one[0] == two[0] and one[2].isdigit() and two[2].isdigit() and int(one[2]) < int(two[2]):
        return [f"{one[0]}{one[1]}{number}" for number in range(int(one[2]) + 1, int(two[2]) + 1)]
    if len(first) == len(last) == 1 and first.isalpha() and last.isalpha() and first < last:
        return [chr(code) for code in range(ord(first) + 1, ord(last) + 1)]
    return []
