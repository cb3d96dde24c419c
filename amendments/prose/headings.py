"""The grammar of headings that are changed."""

from __future__ import annotations

from amendments.prose.instructions import Entitle, Instruction
from amendments.prose.phrases import AMENDED, HEREBY, READ
from amendments.prose.places import one, places
from amendments.prose.scanner import Scanner
from corpus.address import Address


def heading(scanner: Scanner) -> tuple[Instruction, ...]:
    """heading = "the heading of" place "is amended to read" quotation"""
    if scanner.take(r"the (?:section |article )?(?:heading|title|caption)s? (?:of|to|for)") is None:
        return ()
    targets = places(scanner)
    if targets is None:
        raise scanner.stopped("the provision whose heading it is")
    scanner.expect(HEREBY + rf"(?:{AMENDED}|replaced)?", "“is amended”")
    scanner.take(rf"(?:{READ}|,? (?:to be|to|with|by|as))")
    return (entitled(targets, scanner),)


def entitled(targets: tuple[Address, ...], scanner: Scanner) -> Instruction:
    scanner.take(r"[:,]")
    words = scanner.quotation()
    if words is None:
        raise scanner.stopped("the heading in quotation marks")
    return Entitle(target=one(targets, scanner), heading=words)
