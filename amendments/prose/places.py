"""The grammar of places: addresses and lists of them."""

from __future__ import annotations

import re

from amendments.prose.instructions import BYLAWS, Named
from amendments.prose.phrases import AS_IT_STANDS, ENTITLED
from amendments.prose.scanner import Scanner
from corpus.address import LEVELS, Address, read_address
from corpus.errors import NotAnAddress

_INNER = r"\((?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,5})\)"
_NUMBER = (
    r"(?:\d+(?:\.\d+)*(?:-?[A-Za-z](?![A-Za-z]))?|(?-i:[IVXLC]+)(?:\.\d+)?(?![a-z])|"
    rf"(?-i:[A-Z])(?![A-Za-z]))(?:\s?{_INNER})*"
)
_LEVEL = r"(?:Articles?|Sections?|Sect?s?\.|§+|Sub-?sections?|Sub-?paragraphs?|Paragraphs?|Clauses?|Items?)"
_ITEM = rf"{_INNER}(?:{_INNER})*"
_ONE = rf"(?P<level>{_LEVEL})\s*(?P<number>{_NUMBER}|{_ITEM})"
_MORE = (
    rf"\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)(?P<number>{_NUMBER}|{_ITEM})(?!\s*(?:of\s+the\s+|%|days?\b|percent))"
)
_RANGE = (
    r"(?:\s+(?:through|to)\s+|(?<=\d)\s?[-–]\s?(?=\d))(?:and\s+including\s+)?"
    rf"(?:(?P<again>{_LEVEL})\s*)?(?P<number>{_NUMBER})"
)
_SAME = (
    r"(?:the\s+same|said|such|that)\s+(?P<level>Article|Section)\b"
    rf"(?!\s*(?:{_NUMBER}|{_ITEM}))"
)
_HOLDER = (
    rf"(?:(?:\s*,\s*|\s+of\s+(?:(?:the|said|such)\s+)?|\s+in\s+|\s+)(?=(?:{_LEVEL})\s*(?:{_NUMBER}|{_ITEM}))"
    rf"|\s+(?:of|in)\s+(?={_SAME.replace('?P<level>', '?:')}))"
)
_NAMED = (
    r"(?:(?!(?:is|are|be|been|was|were|shall|will|may|and|or|hereby|that|articles?|sections?|paragraphs?|"
    r"old|former|prior|previous|draft|proposed|superseded|repealed)\b)"
    r"(?:(?:Inc|Corp|Co|Ltd)\.,?|[\w’'&,()-]+)\s+)"
)
"""A word of the name of the bylaws: no verb and no other provision, or what stands before it would be passed over.

Nor do former bylaws or a draft of them stand in the text.
"""
_COMPANY = (
    r"of (?:the )?(?!Article|Section)(?-i:[A-Z])[\w’'&.-]*"
    r"(?:,?\s+(?:(?:of|and|&)\s+)?(?!Article|Section)(?-i:[A-Z(])[\w’'&.()-]*)*"
)
_TITLE = r"(?:By-?\s?laws|Code\s+of\s+Regulations|Constitution|Plan)\b"
_WORK = (
    rf"(?:,?\s+(?:of|to|in)\s+)?(?:the|these|said|our|its)?\s*{_NAMED}{{0,8}}?{_TITLE}"
    rf"(?:\s+{_COMPANY})?(?:\s*\((?!as\s)[^()]*\))?"
)
_WHOLE = rf"(?:the|these|said|our)\s+{_NAMED}{{0,6}}?{_TITLE}"


def places(scanner: Scanner) -> tuple[Address, ...] | None:
    """place = ("Section" number {"," number} ["and" number] | "Sections" number "through" number) [holder] | same

    The holder may be named first: "Article II, Sections 1 and 2".
    """
    if same := _same(scanner):
        return (same,)
    found = scanner.take(rf"(?:(?:the|said|such)\s+)?(?:current\s+|existing\s+|present\s+)?{_ONE}")
    if found is None:
        return None
    levels, numbers = found["level"], [found["number"]]
    while more := scanner.take(_MORE):
        numbers.append(_inner(more["number"], numbers[-1]))
    at = scanner.at
    through = (
        scanner.take(_RANGE) if levels.lower().endswith("s") or scanner.take(r"(?=\s+through\b|\s+to\b)") else None
    )
    if through and through["again"] and through["again"][:3].lower() != levels[:3].lower():
        scanner.at, through = at, None  # "add a new Section 5 to Article II"
    if through:
        between = _between(numbers[-1], through["number"])
        if not between:
            raise scanner.stopped("a run of numbers that can be counted")
        numbers += between
        scanner.take(r",? (?:both )?inclusive,?")
    above = _holder(scanner)
    if above is not None and len(above) > 1 and len(numbers) > 1:
        raise scanner.stopped("one provision that holds what is named before it")
    made = tuple(_address(f"{levels} {number}", holder, scanner) for holder in above or (BYLAWS,) for number in numbers)
    scanner.name(made)
    return made


def _inner(number: str, before: str) -> str:
    """The number of an item said alone after that of another: "Section 2(a) and (c)" is 2(a) and 2(c)."""
    held = re.fullmatch(rf"(?P<holder>[^()\s]+)\s?{_INNER}", before)
    return f"{held['holder']}{number}" if held and number.startswith("(") else number


def _holder(scanner: Scanner) -> tuple[Address, ...] | None:
    """holder = "of" place | "thereof" | ["of the Bylaws"]"""
    before = scanner.at
    if scanner.take(_HOLDER):
        above = places(scanner)
        if above is not None:
            return above
    scanner.at = before
    if scanner.named and scanner.take(r" thereof\b"):
        return scanner.named
    work(scanner)
    return None


def _same(scanner: Scanner) -> Address | None:
    """same = ("the same" | "said" | "such" | "that") ("Article" | "Section"), the one named before"""
    found = scanner.take(_SAME)
    if found is None:
        return None
    level = LEVELS.index("article" if found["level"].lower() == "article" else "section")
    cut = {Address(tuple(one for one in named.steps if LEVELS.index(one.level) <= level)) for named in scanner.named}
    meant = [one for one in cut if one.steps and LEVELS.index(one.steps[-1].level) == level]
    if len(meant) != 1 or len(cut) != 1:
        raise scanner.stopped(f"the number of the {found['level'].lower()} that is meant")
    return meant[0]


def named_as(targets: tuple[Address, ...], scanner: Scanner) -> tuple[Named, ...]:
    """named as = [", as renumbered,"] [", entitled" heading ","], which is held against the text"""
    said: list[Named] = []
    if (how := scanner.take(AS_IT_STANDS)) and how["how"].lower().startswith("re"):
        said.append(Named(targets=targets, renumbered=True))
    if called := scanner.take(ENTITLED):
        said.append(Named(targets=(one(targets, scanner),), heading=called["quoted"] or called["bare"]))
    return tuple(said)


def several(scanner: Scanner) -> tuple[Address, ...] | None:
    """several = place {"and" place}, each said in full: "Section 4 of Article II and Section 3 of Article IV" """
    found = places(scanner)
    while found and scanner.take(rf",?\s+and\s+(?={_LEVEL}\s*(?:{_NUMBER}|{_ITEM}))"):
        more = places(scanner)
        if more is None or len({len(address.steps) for address in (*found, *more)}) > 1:
            raise scanner.stopped("a provision named in full like the one before it")
        found += more
        scanner.name(found)
    return found


def whole(scanner: Scanner) -> tuple[Address, ...] | None:
    """whole = ("the" | "these") [words] "Bylaws" [of the company]"""
    if scanner.take(_WHOLE) is None:
        return None
    scanner.take(r"\s*\((?!as\s)[^()]*\)")
    scanner.take(_COMPANY)
    return (BYLAWS,)


def work(scanner: Scanner) -> None:
    """work = ["of" "the" [words] "Bylaws" [of the company]], which says nothing that isn't known."""
    scanner.take(_WORK)


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


def one(targets: tuple[Address, ...], scanner: Scanner) -> Address:
    if len(targets) != 1:
        raise scanner.stopped("one provision, not several")
    return targets[0]


def within(named: tuple[Address, ...], above: Address, scanner: Scanner) -> tuple[Address, ...]:
    """Addresses said inside a provision that was named first: "Article IV is amended by deleting Section 3"."""
    if not above.steps:
        return named
    if any(above.steps[0] in address.steps for address in named):
        return named
    if any(step.level == above.steps[0].level for address in named for step in address.steps):
        raise scanner.stopped(f"a provision of {above}")
    return tuple(Address((*above.steps, *address.steps)) for address in named)


def beside(numbers: tuple[Address, ...], targets: tuple[Address, ...]) -> tuple[Address, ...]:
    """New numbers said without their article stand in the article of the old ones."""
    return tuple(
        number
        if len(number.steps) >= len(target.steps)
        else Address((*target.steps[: -len(number.steps)], *number.steps))
        for number, target in zip(numbers, targets, strict=True)
    )
