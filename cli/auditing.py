"""The audit of a work or a book as the command line asks for it, and the forms that it is written in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from amendments.audit.accepted import Review
from amendments.audit.audited import Audited, audited
from corpus.finding import Finding
from corpus.store import Book
from renderer.terminal import Screen

ENDINGS = {
    "": "table",
    ".txt": "table",
    ".json": "json",
    ".csv": "csv",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
}


def audit_works(book: Book, keys: Sequence[str]) -> tuple[Audited, ...]:
    """Works of a book, in the order of the keys."""
    return tuple(audited(book, key) for key in keys)


def whole(works: Sequence[Audited]) -> Review:
    """What was found of them all."""
    return Review(
        tuple(finding for one in works for finding in one.review.findings),
        tuple(accepted for one in works for accepted in one.review.accepted),
        tuple(fact for one in works for fact in one.review.lapsed),
    )


def found_besides(work: Audited, findings: Sequence[Finding]) -> Audited:
    """A work with findings that are of more than its record."""
    return replace(work, review=replace(work.review, findings=(*work.review.findings, *findings)))


def write_audit(works: Sequence[Audited], form: str, screen: Screen, *, listed: bool = False) -> str | bytes:
    """The audit in a format: bytes of a PDF, else text. ``listed`` is of the table: what was accepted in full too."""
    match form:
        case "json":
            from renderer.data import write_findings

            return write_findings(whole(works))
        case "csv":
            from renderer.audit.csv import write_findings_csv

            return write_findings_csv(whole(works))
        case "html":
            from renderer.audit.build import report
            from renderer.audit.html import write_report_html

            return write_report_html(report(works, date.today()))
        case "pdf":
            from renderer.audit.build import report
            from renderer.audit.pdf import write_report_pdf

            return write_report_pdf(report(works, date.today()))
        case _:
            from renderer.tables import write_review_table

            return write_review_table(whole(works), screen, listed=listed)
