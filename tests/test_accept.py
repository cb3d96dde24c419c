"""Findings that are accepted with a reason: out of the way, listed, and back when what they say changes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from amendments.accepting import Which, accept, reopen
from amendments.audit.accepted import review
from amendments.audit.audit import audit
from amendments.fact_errors import NoReason, NoSuchFinding, NotAcceptable, SeveralFindings
from amendments.facts import correct
from amendments.record import open_record
from amendments.recovery import recover
from amendments.verify import Checkpoint, verify
from conftest import Outcome
from corpus.errors import BookReadOnly, NotAnAddress, RecordDamaged
from corpus.store import LEDGER, Book
from sample import FMP, IVM, LIBRARY, opened

Command = Callable[..., Outcome]
NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
MARCH, LAST = "1998-03-26-1", "2000-02-28-1"
ADOPTION = Which(code="adoption-unrecorded", instrument=MARCH)
BURNT = "The minutes  burnt\nin 1999."


@pytest.fixture
def book(tmp_path: Path) -> Book:
    shutil.copytree(LIBRARY, tmp_path / "book")
    return Book(tmp_path / "book")


def told(done: Outcome) -> str:
    return " ".join(done.out.split())


def test_what_is_accepted_is_out_of_the_way_and_listed(book: Book) -> None:
    before = audit(open_record(book, IVM))
    (finding,) = accept(book, IVM, ADOPTION, BURNT, NOW)
    after = review(open_record(book, IVM))
    assert after.findings == tuple(one for one in before if one != finding)
    assert [(one.finding, one.fact.reason) for one in after.accepted] == [(finding, "The minutes burnt in 1999.")]
    assert audit(open_record(book, IVM)) == before


def test_it_is_a_fact_that_verify_counts_and_that_changes_no_text(book: Book) -> None:
    accept(book, IVM, ADOPTION, BURNT, NOW)
    result = verify(book, IVM)
    assert isinstance(result, Checkpoint)
    assert result.count == 6
    fact = open_record(book, IVM).ledger[-1]
    assert (fact.fact, fact.instrument, fact.replay) == ("accept", MARCH, opened(IVM).ledger[-1].replay)
    assert dict(fact.finding)["evidence"].endswith("ends: 'Dated: March 26, 1998 0104268.01'.")
    assert review(open_record(book, IVM).known_at("2026-11-30T00:00:00Z")).accepted == ()


def test_it_comes_back_when_it_says_something_else(book: Book) -> None:
    accept(book, IVM, ADOPTION, BURNT, NOW)
    after = correct(book, IVM, MARCH, {"body": "board of directors"}, "The minutes were found.", NOW)
    (back,) = [finding for finding in review(after).findings if finding.instrument == MARCH]
    assert (back.code, back.severity) == ("adoption-unrecorded", "note")
    assert review(after).accepted == ()
    again = correct(book, IVM, MARCH, {"body": ""}, "They were of another year.", NOW)
    assert [one.finding.severity for one in review(again).accepted] == ["warning"]


def test_an_acceptance_that_fits_nothing_any_more_is_told(bylaws: Command, book: Book) -> None:
    accept(book, IVM, ADOPTION, BURNT, NOW)
    after = correct(book, IVM, MARCH, {"body": "board of directors"}, "The minutes were found.", NOW)
    assert [fact.instrument for fact in review(after).lapsed] == [MARCH]
    listed = told(bylaws("audit", IVM, "--accepted", "--book", book.path))
    assert (
        "adoption-unrecorded, 1998-03-26-1: accepted on December 1, 2026, and no longer found in those words." in listed
    )
    assert "no longer found" not in told(bylaws("audit", IVM, "--book", book.path))


def test_an_acceptance_is_taken_back(book: Book) -> None:
    accept(book, IVM, ADOPTION, BURNT, NOW)
    (finding,) = reopen(book, IVM, ADOPTION, "A copy was found.", NOW)
    after = open_record(book, IVM)
    assert finding in review(after).findings
    assert review(after).accepted == ()
    assert [entry.fact for entry in after.ledger[-2:]] == ["accept", "reopen"]
    assert isinstance(verify(book, IVM), Checkpoint)


@pytest.mark.parametrize(
    ("which", "count"),
    [
        (Which(code="heading-mismatch", place="art_V__sec_13"), 1),
        (Which(code="heading-mismatch", place="V.13"), 1),
        (Which(code="heading-mismatch", place="Section 13 of Article V"), 1),
        (Which(code="heading-mismatch", words="chief people officer"), 1),
        (Which(code="heading-mismatch", every=True), 3),
        (Which(code="missing-target"), 1),
    ],
)
def test_which_is_meant(book: Book, which: Which, count: int) -> None:
    assert len(accept(book, IVM, which, "Known.", NOW)) == count
    assert len(review(open_record(book, IVM)).accepted) == count


@pytest.mark.parametrize(
    ("which", "reason", "error"),
    [
        (Which(code="heading-mismatch"), "Known.", SeveralFindings),
        (Which(code="heading-mismatch", place="V.14"), "Known.", NoSuchFinding),
        (Which(code="heading-mismatch", place="somewhere"), "Known.", NotAnAddress),
        (Which(code="misnumbered"), "Known.", NoSuchFinding),
        (Which(code="missing-target"), " ", NoReason),
        (Which(code="file-altered"), "Known.", NotAcceptable),
    ],
)
def test_what_is_not_accepted(book: Book, which: Which, reason: str, error: type[Exception]) -> None:
    before = (book.path / IVM / LEDGER).read_bytes()
    with pytest.raises(error):
        accept(book, IVM, which, reason, NOW)
    assert (book.path / IVM / LEDGER).read_bytes() == before


def test_a_choice_that_is_not_clear_lists_what_it_can_mean(book: Book) -> None:
    with pytest.raises(SeveralFindings, match=r"can mean 3 findings: 2000-02-28-1, Article V, Section 13; .* 20\."):
        accept(book, IVM, Which(code="heading-mismatch"), "Known.", NOW)
    with pytest.raises(NoSuchFinding) as stopped:
        accept(book, IVM, Which(code="adoption-unrecorded", instrument="1998"), "Known.", NOW)
    assert "1998-03-26-1; 1999-07-29-1" in stopped.value.next_step


def test_nothing_is_accepted_twice_nor_in_the_sample_library(book: Book) -> None:
    accept(book, IVM, ADOPTION, BURNT, NOW)
    with pytest.raises(NoSuchFinding):
        accept(book, IVM, ADOPTION, BURNT, NOW)
    with pytest.raises(BookReadOnly):
        accept(Book(LIBRARY, read_only=True), IVM, ADOPTION, BURNT, NOW)


def test_a_stray_file_is_accepted_until_it_changes(book: Book) -> None:
    stray = book.path / FMP / "notes.xml"
    stray.write_text("<notes/>")
    accept(book, FMP, Which(code="file-unlisted"), "Notes of the clerk.", NOW)
    assert review(open_record(book, FMP)).findings == ()
    stray.write_text("<others/>")
    assert [finding.code for finding in review(open_record(book, FMP)).findings] == ["file-unlisted"]


def test_an_altered_or_torn_acceptance_is_found(book: Book) -> None:
    accept(book, IVM, ADOPTION, BURNT, NOW)
    path = book.path / IVM / LEDGER
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"The minutes burnt", b"The minutes learnt"))
    with pytest.raises(RecordDamaged, match="line 6 "):
        open_record(book, IVM)
    path.write_bytes(whole[:-30])
    done = recover(book, IVM)
    assert (done.count, done.lost) == (5, "the acceptance of adoption-unrecorded")
    assert review(open_record(book, IVM)).accepted == ()


def test_the_exit_code_counts_what_is_open(bylaws: Command, book: Book) -> None:
    said = ("--reason", "Known to the board.", "--book", book.path)
    codes = {finding.code: finding.severity for finding in audit(opened(IVM))}
    for graver, next_gravest in (("error", "warning"), ("warning", "note")):
        assert bylaws("audit", "--fail-on", graver, "--book", book.path).code == 1
        for code, severity in codes.items():
            if severity == graver:
                assert bylaws("accept", IVM, code, "--all", *said).code == 0
        assert bylaws("audit", "--fail-on", graver, "--book", book.path).code == 0
        open_still = {finding.severity for finding in review(open_record(book, IVM)).findings}
        expected = 1 if next_gravest in open_still else 0
        assert bylaws("audit", "--fail-on", next_gravest, "--book", book.path).code == expected
    assert bylaws("accept", IVM, "missing-target", *said).code == 2


def test_it_is_listed_in_the_table_in_json_and_in_the_history(bylaws: Command, book: Book) -> None:
    said = ("--reason", "Known to the board.", "--book", book.path)
    done = bylaws("accept", IVM, "heading-mismatch", "--id", "V.13", *said)
    assert done.err.endswith("Accepted: heading-mismatch, 2000-02-28-1, Article V, Section 13.\n")
    table = told(bylaws("audit", "--book", book.path))
    assert "heading-mismatch interactive-voice-media, 2000-02-28-1, Article V, Section 13" not in table
    assert table.endswith("Accepted: heading-mismatch. 'bylaws audit --accepted' lists them with the reasons.")
    listed = told(bylaws("audit", "--accepted", "--book", book.path))
    assert "s. accepted error heading-mismatch 2000-02-28-1, Article V, Section 13" in listed
    assert "Known to the board. Accepted: 1 error." in listed
    body = json.loads(bylaws("audit", "--format", "json", "--book", book.path).out)
    assert [finding["id"] for finding in body["findings"] if finding["code"] == "heading-mismatch"] == [
        "art_V__sec_19", "art_V__sec_20",
    ]  # fmt: skip
    (one,) = body["accepted"]
    assert list(one)[-3:] == ["next_step", "recorded", "reason"]
    assert (one["id"], one["reason"]) == ("art_V__sec_13", "Known to the board.")
    history = told(bylaws("history", IVM, "--book", book.path))
    assert "The finding heading-mismatch 2000-02-28-1 Article V, Section 13 was accepted, recorded on" in history
    bylaws("accept", IVM, "heading-mismatch", "--id", "V.13", "--reopen", *said)
    facts = json.loads(bylaws("history", IVM, "--format", "json", "--book", book.path).out)["facts"]
    assert [(fact["fact"], fact["finding"]["code"]) for fact in facts] == [
        ("accept", "heading-mismatch"), ("reopen", "heading-mismatch"),
    ]  # fmt: skip
