"""Short bylaws with amendments in sentences, and what the checks of the text find in them."""

from __future__ import annotations

from pathlib import Path

from amendments.audit.audited import audited
from amendments.audit.text import check_text
from amendments.proposal import Wishes
from amendments.record import open_record
from amendments.recording import record
from corpus.finding import Finding
from corpus.sources.reader import read_source
from corpus.store import Book
from sample import RECORDED


def findings(folder: Path, bylaws: str, *amendments: str) -> tuple[Finding, ...]:
    """Of bylaws adopted on May 4, 1990, with amendments that take effect on June 1 of each year from 1991 on."""
    book = Book(folder / "book")
    base = f"BYLAWS OF THE HILL CLUB\n\n{bylaws}\n\nAdopted May 4, 1990.\n"
    record(book, read_source(base.encode(), "bylaws.txt"), Wishes(key="hill"), RECORDED)
    for year, words in enumerate(amendments, 1991):
        text = f"AMENDMENT\n\nEffective June 1, {year}, the By-Laws are amended as follows:\n\n{words}\n"
        wishes = Wishes(key="hill", amends=True)
        record(book, read_source(text.encode(), "amendment.txt", amends=True), wishes, RECORDED)
    kept = open_record(book, "hill")
    return check_text(kept.base, kept.standing.counting)


def of_code(code: str, found: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in found if finding.code == code]


def audit_work(book: Book, key: str) -> tuple[Finding, ...]:
    """What the audit finds of a work of a book, accepted or not."""
    review = audited(book, key).review
    return (*review.findings, *(one.finding for one in review.accepted))
