"""Small filings for tests to read."""

from __future__ import annotations

from corpus.model import Provision, places
from corpus.sources.reader import Reading, read_source

TITLE = """\
                                    BY-LAWS
                                       OF
                              ACME MUTUAL WATER CO.

                                   ARTICLE I
                                    OFFICES

"""


def read(body: str) -> Reading:
    return read_source((TITLE + body).encode(), "acme.txt")


def reasons(found: Reading) -> dict[str, int]:
    """How many lines were set aside for each reason."""
    return {reason: sum(texts.values()) for reason, texts in found.set_aside_by_reason().items()}


def sections(body: str) -> dict[str, Provision]:
    (document,) = read(body).documents
    return {place.eid: place.provision for place in places(document.text.provisions)}


def centred(*lines: str) -> str:
    return "".join(f"{line.center(80).rstrip()}\n" for line in lines) + "\n"


def section(number: str, words: str) -> str:
    return f"     Section {number} {words}\n\n"


def schedule(*parts: str, dated: str = "June 1, 1995") -> bytes:
    return (centred("SCHEDULE A", "SUBSTITUTED SECTIONS") + "".join(parts) + f"Dated: {dated}\n").encode()
