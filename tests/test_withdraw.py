"""Withdrawing: an instrument recorded by mistake stops counting, and nothing is erased."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from amendments.audit.audit import audit
from amendments.errors import AlreadyRecorded
from amendments.fact_errors import AlreadyWithdrawn, NoReason, UnknownInstrument
from amendments.facts import withdraw
from amendments.proposal import Wishes
from amendments.record import Record, open_record
from amendments.recording import record
from amendments.timeline import Timeline
from amendments.verify import Checkpoint, verify
from conftest import Outcome
from corpus.address import read_address
from corpus.errors import BookReadOnly, UnknownWork
from corpus.sources.reader import read_source
from corpus.store import LEDGER, Book
from corpus.tree import find
from filings import TITLE
from sample import IVM, LIBRARY, RECORDED, opened, reading

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
JULY = "1999-07-29-1"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    shutil.copytree(LIBRARY, tmp_path / "book")
    return Book(tmp_path / "book")


def directors(found: Record, day: str) -> str:
    text = Timeline(found.base, found.instruments).as_of(date.fromisoformat(day)).text
    provision = find(text, read_address("III.1")[0])
    assert provision is not None
    return provision.text()


def test_the_texts_are_rebuilt_without_it_and_what_follows_is_reported(book: Book) -> None:
    assert "nine (9)" in directors(open_record(book, IVM), "1999-08-01")
    after = withdraw(book, IVM, JULY, "It was never adopted.", NOW)
    assert "eight (8)" in directors(after, "1999-08-01")
    assert "not less than ten (10)" in directors(after, "1999-11-01")
    assert [(finding.code, finding.instrument) for finding in audit(after) if finding.code.startswith("pre")] == [
        ("precondition-changed", "1999-10-20-1")
    ]


def test_nothing_is_erased(book: Book) -> None:
    before = {path: path.read_bytes() for path in (book.path / IVM).rglob("*") if path.is_file()}
    after = withdraw(book, IVM, JULY, "It was  never\nadopted.", NOW)
    for path, content in before.items():
        assert path.read_bytes().startswith(content) if path.name == LEDGER else path.read_bytes() == content
    assert after.instrument(JULY) == opened(IVM).instrument(JULY)
    (fact,) = after.withdrawals
    assert (fact.seq, fact.reason, fact.recorded) == (6, "It was never adopted.", "2026-12-01T09:00:00Z")


def test_it_still_counted_before(book: Book) -> None:
    after = withdraw(book, IVM, JULY, "It was never adopted.", NOW)
    assert "nine (9)" in directors(after.known_at("2026-11-30T23:59:59Z"), "1999-08-01")


def test_a_record_with_a_withdrawal_is_verified(book: Book) -> None:
    withdraw(book, IVM, JULY, "It was never adopted.", NOW)
    result = verify(book, IVM)
    assert isinstance(result, Checkpoint)
    assert result.count == 6


def test_a_schedule_may_be_recorded_again_under_another_id_once_it_is_withdrawn(tmp_path: Path) -> None:
    book = Book(tmp_path / "minutes")
    base = TITLE + "     Section 1. Place. In Fresno.\n\nDated: May 4, 1990\n"
    title, article = ("SCHEDULE A".center(78), "SUBSTITUTED SECTIONS".center(78)), "ARTICLE I".center(78)
    schedule = "\n".join((*title, "", article, "", "     Section 1. Place. In Reno.", "", "Dated: June 1, 1995", ""))
    for name, text in (("base.txt", base), ("schedule.txt", schedule)):
        record(book, read_source(text.encode(), name), Wishes(key="acme"), RECORDED)
    again = read_source(schedule.encode(), "schedule.txt")
    with pytest.raises(AlreadyRecorded):
        record(book, again, Wishes(key="acme"), NOW)
    withdraw(book, "acme", "1995-06-01-1", "It is to be dated anew.", NOW)
    record(book, again, Wishes(key="acme"), NOW)
    assert [instrument.id for instrument in open_record(book, "acme").instruments] == ["1995-06-01-2"]
    assert isinstance(verify(book, "acme"), Checkpoint)


def test_a_file_that_still_counts_in_part_is_not_recorded_again(book: Book) -> None:
    withdraw(book, IVM, JULY, "It was never adopted.", NOW)
    with pytest.raises(AlreadyRecorded):
        record(book, reading(IVM), Wishes(key=IVM), RECORDED)


@pytest.mark.parametrize(
    ("key", "instrument", "reason", "error"),
    [
        (IVM, "1999-07-30-1", "Wrong.", UnknownInstrument),
        (IVM, JULY, " \n", NoReason),
        ("acme", JULY, "Wrong.", UnknownWork),
    ],
)
def test_what_can_not_be_withdrawn(book: Book, key: str, instrument: str, reason: str, error: type[Exception]) -> None:
    before = (book.path / IVM / LEDGER).read_bytes()
    with pytest.raises(error):
        withdraw(book, key, instrument, reason, NOW)
    assert (book.path / IVM / LEDGER).read_bytes() == before


def test_nothing_is_withdrawn_twice_nor_from_the_sample_library(book: Book) -> None:
    withdraw(book, IVM, JULY, "It was never adopted.", NOW)
    with pytest.raises(AlreadyWithdrawn, match="2026-12-01"):
        withdraw(book, IVM, JULY, "Again.", NOW)
    with pytest.raises(BookReadOnly):
        withdraw(Book(LIBRARY, read_only=True), IVM, JULY, "Wrong.", NOW)


def test_the_command_and_the_history(bylaws: Callable[..., Outcome], book: Book) -> None:
    done = bylaws("withdraw", IVM, JULY, "--reason", "It was never adopted.", "--book", book.path)
    assert (done.code, "rebuilt without it" in done.err) == (0, True)
    assert "precondition-changed" in done.out
    history = bylaws("history", IVM, "--book", book.path).out
    assert "1999-07-29-1 withdrawn on" in history
    assert "July 29, 1999" not in history
    withdrawn = json.loads(bylaws("history", IVM, "--format", "json", "--book", book.path).out)["withdrawn"]
    assert [(fact["instrument"], fact["reason"]) for fact in withdrawn] == [(JULY, "It was never adopted.")]
    assert bylaws("withdraw", IVM, JULY, "--book", book.path).code == 2
