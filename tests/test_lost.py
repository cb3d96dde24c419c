"""An amendment that the record lacks, reconstructed from the headings that a later one assumes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from amendments.assuming import assume, lost_from
from amendments.audit.audit import audit
from amendments.audit.lost.check import check_lost
from amendments.audit.lost.reconstruct import UNKNOWN_WORDS, Lost
from amendments.audit.subject import Subject
from amendments.fact_errors import AssumedOtherwise
from amendments.facts import withdraw
from amendments.record import open_record
from amendments.timeline import Timeline
from amendments.verify import Checkpoint, verify
from conftest import Outcome
from corpus.address import read_address
from corpus.store import Book
from corpus.tree import find
from lost_records import numbers
from sample import IVM, LIBRARY, opened

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
ASSUMED = "2000-02-27-1"
MOVED = {8: 19, 18: 20, 19: 21, 20: 12, 12: 17, 13: 18, 17: 8}


@pytest.fixture
def book(tmp_path: Path) -> Book:
    shutil.copytree(LIBRARY, tmp_path / "book")
    return Book(tmp_path / "book")


def lost_from_sample() -> Lost:
    (found,) = lost_from(opened(IVM))
    return found


def test_the_amendment_that_the_sample_lacks_is_reconstructed() -> None:
    lost = lost_from_sample()
    assert numbers(lost) == MOVED
    assert [(str(one.target), one.assumption.heading) for one in lost.additions] == [
        ("Article V, Section 13", "Assistant Chief Financial Officer.")
    ]
    assert lost.assumed is not None
    assert (lost.assumed.id, lost.assumed.assumed) == (ASSUMED, True)


def test_the_finding_says_when_it_was_what_is_certain_and_what_is_guessed() -> None:
    record = opened(IVM)
    (finding,) = check_lost(Subject(record.base, record.instruments))
    assert (finding.code, finding.severity, finding.instrument) == ("lost-amendment", "error", "2000-02-28-1")
    assert finding.message == (
        "An amendment between October 20, 1999 and February 28, 2000 is missing: one that renumbered seven provisions "
        "and added one."
    )
    for said in (
        "'Section 19. President.' (8 → 19)",
        "Guessed: 'Section 13. Assistant Chief Financial Officer.' was added",
        "those of March 26, 1998 are the last that do, so it may lie as far back as that",
        "missing-target at Article V, Section 21",
        "would then delete 'Assistant Chief Financial Officer.', 'President.', 'Chief Technology Officer.', 'Chief "
        "People Officer.', not 'Assistant Treasurers.', 'Chief People Officer.', 'Chief Financial Officer.'",
        "The words in force today would be the same",
    ):
        assert said in finding.evidence


def test_what_is_assumed_takes_the_findings_away_and_is_told_itself(book: Book) -> None:
    record = open_record(book, IVM)
    before = audit(record)
    after = assume(book, IVM, lost_from(record), NOW)
    gone = {finding.code for finding in before} - {finding.code for finding in audit(after)}
    assert gone == {"heading-mismatch", "missing-target", "lost-amendment"}
    known = {(finding.code, finding.instrument, finding.id) for finding in before}
    (new,) = [one for one in audit(after) if (one.code, one.instrument, one.id) not in known]
    assert (new.code, new.severity, new.instrument) == ("amendment-assumed", "warning", ASSUMED)
    assert isinstance(verify(book, IVM), Checkpoint)


def test_the_words_in_force_are_the_same_and_each_is_of_the_right_provision(book: Book) -> None:
    before = open_record(book, IVM)
    after = assume(book, IVM, lost_from(before), NOW)
    day = date(2000, 2, 28)
    old, new = (Timeline(one.base, one.instruments).as_of(day) for one in (before, after))
    assert old.text.words() == new.text.words()
    wids = {number: f"art_V__sec_{number}" for number in (8, 12, 13)}
    stood = {number: find(new.text, read_address(f"V.{number}")[0]) for number in (17, 18, 19)}
    assert {number: found.wid for number, found in stood.items() if found} == {17: wids[12], 18: wids[13], 19: wids[8]}
    assert stood[19] is not None
    assert stood[19].status == "deleted"


def test_the_day_before_everything_stands_where_the_schedule_says(book: Book) -> None:
    after = assume(book, IVM, lost_from(open_record(book, IVM)), NOW)
    text = Timeline(after.base, after.instruments).as_of(date(2000, 2, 27)).text
    heading = {number: getattr(find(text, read_address(f"V.{number}")[0]), "heading", None) for number in range(7, 23)}
    assert [heading[number] for number in (8, 12, 13, 17, 18, 19, 20, 21, 22)] == [
        "Chief Executive Officer.", "Chief Financial Officer.", "Assistant Chief Financial Officer.", "Treasurer.",
        "Assistant Treasurers.", "President.", "Chief Technology Officer.", "Chief People Officer.", None,
    ]  # fmt: skip
    added = find(text, read_address("V.13")[0])
    assert added is not None
    assert added.text() == UNKNOWN_WORDS


def test_it_is_withdrawn_when_the_real_one_turns_up_and_can_be_assumed_again(book: Book) -> None:
    before = open_record(book, IVM)
    audited = audit(before)
    assume(book, IVM, lost_from(before), NOW)
    after = withdraw(book, IVM, ASSUMED, "The amendment of January 15, 2000 was found.", NOW + timedelta(days=1))
    assert after.instruments == before.instruments
    assert audit(after) == audited
    again = assume(book, IVM, lost_from(after), NOW + timedelta(days=2))
    assert [one.id for one in again.instruments if one.assumed] == ["2000-02-27-2"]
    assert isinstance(verify(book, IVM), Checkpoint)
    known = again.known_on(date(2026, 12, 1))
    assert [one.id for one in known.instruments if one.assumed] == [ASSUMED]


def test_nothing_is_recorded_of_another_record_than_was_shown(book: Book) -> None:
    shown = lost_from(open_record(book, IVM))
    assume(book, IVM, shown, NOW)
    with pytest.raises(AssumedOtherwise):
        assume(book, IVM, shown, NOW)
    assert len(open_record(book, IVM).ledger) == len(opened(IVM).ledger) + 1


def test_the_command_shows_asks_records_and_marks_it_everywhere(
    bylaws: Callable[..., Outcome], book: Book, tmp_path: Path
) -> None:
    asked = bylaws("audit", IVM, "--assume", "--book", book.path)
    assert asked.code == 2
    assert "add  Article V, Section 13  Assistant Chief Financial Officer." in asked.out
    assert open_record(book, IVM).ledger == opened(IVM).ledger
    done = bylaws("audit", IVM, "--assume", "--yes", "--book", book.path)
    assert done.code == 0
    assert ASSUMED in done.err
    shown = bylaws("show", IVM, "V.17", "--as-of", "2000-02-28", "--book", book.path).out
    assert "(as in force on February 28, 2000, with an assumed amendment)" in shown
    assert "February 27, 2000 [assumed]; substituted" in " ".join(shown.split())
    assert "Assumed: no document of it" in bylaws("history", IVM, "--book", book.path).out
    redline = bylaws("redline", IVM, "--from", "1999-10-20", "--to", "2000-02-27", "--summary", "--book", book.path)
    assert "(1) Assumed amendment, February 27, 2000" in redline.out
    assert "Article V, Section 19: moved from Article V, Section 8." in redline.out
    told = json.loads(bylaws("history", IVM, "--format", "json", "--book", book.path).out)
    assert {one["instrument"] for one in told["history"] if one["assumed"]} == {ASSUMED}
    assert [fact["instrument"] for fact in told["facts"] if fact["fact"] == "assume"] == [ASSUMED]
    again = bylaws("audit", IVM, "--assume", "--yes", "--book", book.path)
    assert (again.code, "can be reconstructed" in again.err) == (2, True)


def test_a_copy_with_an_assumed_amendment_is_read_back(
    bylaws: Callable[..., Outcome], book: Book, tmp_path: Path
) -> None:
    bylaws("audit", IVM, "--assume", "--yes", "--book", book.path)
    bylaws("show", IVM, "--as-of", "2000-02-28", "-o", tmp_path / "copy.txt", "--book", book.path)
    words = (tmp_path / "copy.txt").read_text(encoding="utf-8")
    (tmp_path / "copy.txt").write_text(words.replace("second Friday", "third Friday"), encoding="utf-8")
    drafted = bylaws("draft", IVM, tmp_path / "copy.txt", "--as-of", "2000-02-28", "--book", book.path)
    assert drafted.code == 0, drafted.err
    assert "inserting in lieu thereof the word “third”" in " ".join(drafted.out.split())


def test_the_sample_library_and_a_book_without_a_name_are_refused(bylaws: Callable[..., Outcome], book: Book) -> None:
    assert "read-only" in bylaws("audit", IVM, "--assume", "--yes", "--book", LIBRARY).err
    assert "none is named" in bylaws("audit", "--assume", "--yes", "--book", book.path).err
