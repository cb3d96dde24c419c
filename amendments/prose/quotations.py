"""The grammar of quoted words: those that stand, with where they stand, and those that are to stand there."""

from __future__ import annotations

from typing import Literal

from amendments.operations import Side, Spot, Which
from amendments.prose.instructions import Rewrite
from amendments.prose.parts import occurrence, part
from amendments.prose.scanner import Scanner
from corpus.address import Address

THE_WORDS = (
    r"\s*(?:the |all )?(?:(?:following|new|specific|existing)\s+)?(?:words?|phrases?|terms?|numbers?|figures?|"
    r"references?|language|text|amount|dates?|punctuation|sentences?"
    r"|paragraphs?)?(?: (?:and|or) (?:figures?|numbers?|words?|phrases?))?(?: (?:that |which )?(?:reads?|"
    r"reading))?(?: to)?(?: the)?(?: (?:words?|phrases?|terms?))?\s*[:,]?"
)
INSTEAD = (
    r"(?:,? (?:in (?:lieu|place|substitution) (?:thereof|of (?:it|them))|in (?:its|their) (?:place|"
    r"stead)|therefor|instead))"
)
_SIGNS = {"period": ".", "comma": ",", "semicolon": ";", "semi-colon": ";", "colon": ":"}
_SIGN_NAMES = "|".join(_SIGNS)
Place = Which | Literal["last"]
"""Which occurrence is meant; "last" for a sign at the end."""


def old_words(scanner: Scanner, where: Spot) -> tuple[str, Place | None, Spot]:
    """["the words"] quotation [occurrence] ["in the second sentence"] | "the period at the end" ["of the …"]"""
    sign = scanner.take(rf"the (?P<sign>{_SIGN_NAMES}) at the end(?: thereof)?(?: of)?")
    if sign:
        where = narrowed(scanner, where)
        scanner.take(r"(?:the|such|said) (?:section|paragraph|article|sentence)")
        return _SIGNS[sign["sign"].lower()], "last", where
    scanner.take(THE_WORDS)
    which = occurrence(scanner) if scanner.take(r"(?=the \w+ (?:time|place|instance))") else None
    old = scanner.quotation()
    if old is None:
        raise scanner.stopped("the words in quotation marks")
    which = which or occurrence(scanner)
    if scanner.take(r",? (?:in|from|of)(?= the \w+ (?:sentence|paragraph))"):
        where = part(scanner)
        scanner.take(r"thereof")
    which = which or occurrence(scanner)
    return old, which, where


def new_words(scanner: Scanner, *, needed: bool = True) -> str:
    """[("in lieu thereof" | "with")] ["the words"] quotation | "a semicolon"; empty where they need not be said"""
    scanner.take(rf"(?:{INSTEAD})?(?: with)? ?{THE_WORDS}")
    scanner.take(r"(?:a )?reference to")
    new = scanner.quotation()
    if new is None and (sign := scanner.take(rf"a (?P<sign>{_SIGN_NAMES})\b")):
        new = _SIGNS[sign["sign"].lower()]
    if new is None and needed:
        raise scanner.stopped("the new words in quotation marks")
    return new or ""


def narrowed(scanner: Scanner, known: Spot) -> Spot:
    """The sentence or paragraph that is said here, or the one said before."""
    found = part(scanner)
    return found if found.narrows else known


def rewrite_of(
    targets: tuple[Address, ...], old: str, which: Place | None, where: Spot, new: str, side: str = ""
) -> Rewrite:
    """The change of words that these are the parts of."""
    beside: Side | None = None if not side else "before" if side.lower() in ("before", "preceding") else "after"
    return Rewrite(targets=targets, old=old, new=new, part=where, which=which or "only", beside=beside)
