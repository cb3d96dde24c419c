"""The audit of a book over several processes: the same findings in the same order, and one failure is one finding."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from cli.auditing import audit_works, one_by_one, over_cores
from corpus.errors import UnknownWork
from corpus.store import Book
from sample import FMP, IVM, LIBRARY


@pytest.fixture
def book(tmp_path: Path) -> Book:
    copytree(LIBRARY, tmp_path / "book")
    (tmp_path / "book" / FMP / "base.xml").write_bytes(b"<broken/>")
    return Book(tmp_path / "book")


def test_several_processes_find_what_one_finds_in_the_same_order(book: Book) -> None:
    keys = (IVM, FMP, IVM, "gone", IVM, FMP)
    assert list(over_cores(book, keys)) == list(one_by_one(book, keys))


def test_the_failure_of_one_work_is_its_finding(book: Book) -> None:
    found = audit_works(book, (FMP, "gone", IVM))
    assert [one.key for one in found] == [FMP, "gone", IVM]
    assert [one.review.findings[0].code for one in found[:2]] == ["file-altered", "audit-failed"]
    assert len(found[2].review.findings) > 2


def test_one_work_that_is_asked_for_fails_as_ever(book: Book) -> None:
    with pytest.raises(UnknownWork):
        audit_works(book, ("gone",))
