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
