"""The audit of a work or a book as the command line asks for it, and the forms that it is written in."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from amendments.audit.accepted import Review
from amendments.audit.audited import Audited, audited, failed
from cli.progress import counting
from corpus.errors import BylawsError
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
_MANY = 40
"""Works from which on it pays to start processes, which takes as long as auditing a dozen."""
_CHUNK = 4
"""Works handed to a process at a time."""


class WorkerEnded(BylawsError):
    def __init__(self) -> None:
        super().__init__(
            "A process that audited some of the works was ended from outside, perhaps for want of memory.",
            "Run it again, or audit the works one by one: bylaws audit WORK.",
        )


def audit_works(book: Book, keys: Sequence[str]) -> tuple[Audited, ...]:
    """Works of a book in the order of the keys, over all cores where they are many enough for that to pay.

    Where the audit of one of several breaks off, that is its finding. Raises WorkerEnded, UnknownWork.
    """
    if len(keys) == 1:
        return (audited(book, keys[0]),)
    with counting("Auditing works", len(keys)) as advance:
        found = over_cores(book, keys) if len(keys) >= _MANY and _cores() > 1 else one_by_one(book, keys)
        return tuple(_each(found, advance))


def one_by_one(book: Book, keys: Sequence[str]) -> Iterator[Audited]:
    for key in keys:
        yield audited_or_failed(book, key)


def over_cores(book: Book, keys: Sequence[str]) -> Iterator[Audited]:
    """New processes of their own, whatever the system, so that no thread of this one is copied into them."""
    from concurrent.futures import ProcessPoolExecutor  # only a big book needs them
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(min(_cores(), len(keys)), get_context("spawn"), _begin_worker, gc.get_threshold())
    try:
        yield from pool.map(partial(audited_or_failed, book), keys, chunksize=_CHUNK)
    except BrokenProcessPool as error:
        raise WorkerEnded from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin_worker(*collections: int) -> None:
    """Control-C is for the process that started the others; garbage is as rare in them as there."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*collections)


def _each(found: Iterable[Audited], advance: Callable[[], None]) -> Iterator[Audited]:
    for one in found:
        advance()
        yield one


def audited_or_failed(book: Book, key: str) -> Audited:
    """A work of several: whatever goes wrong with it must not keep the others from being audited."""
    try:
        return audited(book, key)
    except Exception as error:
        if os.environ.get("BYLAWS_TRACEBACK"):
            raise
        return failed(key, error)


def _cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


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


def write_audit(
    works: Sequence[Audited], form: str, screen: Screen, *, listed: bool = False, marked: bool = False
) -> str | bytes:
    """The audit in a format: bytes of a PDF, else text.

    ``listed`` is of the table: what was accepted in full too. ``marked`` is of CSV: it begins with a byte order mark,
    by which spreadsheets know UTF-8.
    """
    match form:
        case "json":
            from renderer.data import write_findings

            return write_findings(whole(works))
        case "csv":
            from renderer.audit.csv import write_findings_csv

            return ("\ufeff" if marked else "") + write_findings_csv(whole(works))
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
