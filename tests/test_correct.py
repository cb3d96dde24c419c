"""Correcting what is recorded of an instrument, and the events that pending ones wait for."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from amendments.adoption import Adoption
from amendments.audit.audit import audit
from amendments.errors import ConditionStated, NotPrintable, SaidOfSeveral
from amendments.fact_errors import (
    AlreadyWithdrawn,
    BeforeItCould,
    NoReason,
    NothingCorrected,
    NotPending,
    NotYet,
    TurnTaken,
    UnknownInstrument,
)
from amendments.facts import correct, happened, withdraw
from amendments.proposal import Wishes
from amendments.record import Record, open_record
from amendments.recording import prepare, record
from amendments.timeline import Timeline
from amendments.verify import Checkpoint, verify
from conftest import Outcome
from corpus.address import read_address
from corpus.sources.reader import read_source
from corpus.store import LEDGER, Book
from corpus.tree import find
from filings import TITLE
from renderer.view import view_text
from sample import IVM, LIBRARY, RECORDED, reading

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
JULY, OCTOBER, LAST = "1999-07-29-1", "1999-10-20-1", "2000-02-28-1"
WHY = "The minutes were found."
Command = Callable[..., Outcome]


@pytest.fixture
def book(tmp_path: Path) -> Book:
    shutil.copytree(LIBRARY, tmp_path / "book")
    return Book(tmp_path / "book")


def text_of(found: Record, day: str, address: str = "III.1") -> str:
    text = Timeline(found.base, found.instruments).as_of(date.fromisoformat(day)).text
    provision = find(text, read_address(address)[0])
    assert provision is not None
    return provision.text()


def test_who_adopted_it_and_how_stands_in_notes_and_placeholders(book: Book) -> None:
    said = {"adopted": "2000-02-20", "body": "board of directors", "how": "meeting", "vote": "5 to 1"}
    after = correct(book, IVM, LAST, said, WHY, NOW)
    view = view_text(after.work, Timeline(after.base, after.instruments).latest())
    entries = {entry.id: entry for entry in view.entries}
    by = "February 28, 2000, by the board of directors at a meeting on February 20, 2000"
    assert entries["art_V__sec_13"].placeholder == f"[Deleted {by}.]"
    assert entries["art_V__sec_1"].note == f"(Substituted March 26, 1998; {by}.)"
    assert "adoption-unrecorded" not in [f.code for f in audit(after) if f.instrument == LAST]


def test_nothing_is_erased_and_the_file_stays(book: Book) -> None:
    before = {path: path.read_bytes() for path in (book.path / IVM).rglob("*") if path.is_file()}
    after = correct(book, IVM, LAST, {"adopted": "2000-02-20"}, WHY, NOW)
    for path, content in before.items():
        assert path.read_bytes().startswith(content) if path.name == LEDGER else path.read_bytes() == content
    assert after.instrument(LAST).adoption == Adoption()
    assert after.instruments[-1].adoption == Adoption(day=date(2000, 2, 20))
    assert after.known_at("2026-11-30T23:59:59Z").instruments[-1].adoption == Adoption()
    result = verify(book, IVM)
    assert isinstance(result, Checkpoint)
    assert result.count == 6


def test_a_later_correction_counts(book: Book) -> None:
    correct(book, IVM, LAST, {"adopted": "2000-02-20", "body": "members"}, WHY, NOW)
    after = correct(book, IVM, LAST, {"adopted": ""}, "It was another meeting.", NOW)
    assert after.instruments[-1].adoption == Adoption(body="members")


def test_another_effective_day_rebuilds_the_texts_and_reports_what_it_meets(book: Book) -> None:
    after = correct(book, IVM, JULY, {"effective": "1999-10-25"}, "The day was misread.", NOW)
    assert [instrument.id for instrument in after.instruments[1:3]] == [OCTOBER, JULY]
    assert "eight (8)" in text_of(after, "1999-08-01")
    assert "nine (9)" in text_of(after, "1999-10-31")
    changed = {finding.instrument for finding in audit(after) if finding.code == "precondition-changed"}
    assert changed == {OCTOBER, JULY, LAST}
    assert isinstance(verify(book, IVM), Checkpoint)


def test_two_of_one_day_and_the_reason_for_their_order(book: Book, bylaws: Command) -> None:
    after = correct(book, IVM, JULY, {"effective": "1999-10-20"}, "The day was misread.", NOW)
    assert [(one.id, one.turn) for one in after.instruments[1:3]] == [(OCTOBER, 1), (JULY, 2)]
    assert "nine (9)" in text_of(after, "1999-10-20")
    with pytest.raises(TurnTaken, match=OCTOBER):
        correct(book, IVM, JULY, {"turn": "1"}, "The minutes list it first.", NOW)
    after = correct(book, IVM, JULY, {"turn": "0"}, "The minutes list it first.", NOW)
    assert "not less than ten (10)" in text_of(after, "1999-10-20")
    history = bylaws("history", IVM, "--book", book.path).out
    assert "Turn 0 of that day: The minutes list it first." in history
    assert "Turn 1 of that day: in the order of the file, or of recording." in history
    assert isinstance(verify(book, IVM), Checkpoint)


def test_undoing_a_correction_of_the_day_gives_the_text_back(book: Book) -> None:
    before = text_of(open_record(book, IVM), "1999-08-01")
    correct(book, IVM, JULY, {"effective": "1999-10-20"}, "The day was misread.", NOW)
    after = correct(book, IVM, JULY, {"effective": "1999-07-29"}, "It was right.", NOW)
    assert [(one.id, one.turn) for one in after.instruments] == [
        (one.id, one.turn) for one in open_record(Book(LIBRARY), IVM).instruments
    ]
    assert text_of(after, "1999-08-01") == before


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"adopted": "2099-01-01"}, NotYet),
        ({"vote": "4 to 1\x1b[31m"}, NotPrintable),
        ({"turn": "-1"}, ValueError),
        ({"how": "show of hands"}, ValueError),
        ({"bogus": "x"}, ValueError),
    ],
)
def test_what_could_not_be_read_again_is_never_written(
    book: Book, said: dict[str, str], error: type[Exception]
) -> None:
    before = (book.path / IVM / LEDGER).read_bytes()
    with pytest.raises(error):
        correct(book, IVM, LAST, said, WHY, NOW)
    assert (book.path / IVM / LEDGER).read_bytes() == before


@pytest.mark.parametrize(
    ("said", "reason", "instrument", "error"),
    [
        ({}, WHY, LAST, NothingCorrected),
        ({"effective": "2000-02-28"}, WHY, LAST, NothingCorrected),
        ({"effective": "1991-01-01"}, WHY, LAST, BeforeItCould),
        ({"adopted": "2000-02-20"}, " ", LAST, NoReason),
        ({"adopted": "2000-02-20"}, WHY, "2000-02-29-1", UnknownInstrument),
    ],
)
def test_what_can_not_be_corrected(
    book: Book, said: dict[str, str], reason: str, instrument: str, error: type[Exception]
) -> None:
    before = (book.path / IVM / LEDGER).read_bytes()
    with pytest.raises(error):
        correct(book, IVM, instrument, said, reason, NOW)
    assert (book.path / IVM / LEDGER).read_bytes() == before


def test_what_was_withdrawn_is_not_corrected(book: Book) -> None:
    withdraw(book, IVM, JULY, "It was never adopted.", NOW)
    with pytest.raises(AlreadyWithdrawn):
        correct(book, IVM, JULY, {"adopted": "1999-07-20"}, WHY, NOW)


BASE = TITLE + "     Section 1. Place. In Fresno.\n\n     Section 2. Seal. None.\n\nDated: May 4, 1990\n"


def schedule(words: str, dated: str) -> bytes:
    title = "SCHEDULE A".center(78), "SUBSTITUTED SECTIONS".center(78)
    lines = (*title, "", "ARTICLE I".center(78), "", f"     Section 1. Place. {words}", "", f"Dated: {dated}", "")
    return "\n".join(lines).encode()


@pytest.fixture
def pending(tmp_path: Path) -> Book:
    """A move to Reno that waits for the closing of a merger, and one to Boise recorded after it."""
    made = Book(tmp_path / "minutes")
    record(made, read_source(BASE.encode(), "base.txt"), Wishes(key="acme"), RECORDED)
    reno = read_source(schedule("In Reno.", "June 1, 1995"), "reno.txt")
    record(made, reno, Wishes(key="acme", upon="the closing of the Merger"), RECORDED)
    record(made, read_source(schedule("In Boise.", "June 1, 1996"), "boise.txt"), Wishes(key="acme"), RECORDED)
    return made


def test_a_conditional_amendment_waits_for_its_event(pending: Book, bylaws: Command) -> None:
    found = open_record(pending, "acme")
    assert [one.id for one in found.instruments] == ["1996-06-01-1"]
    assert [(one.id, one.condition) for one in found.standing.pending] == [
        ("1995-06-01-1", "the closing of the Merger")
    ]
    assert text_of(found, "1995-07-01", "I.1") == "In Fresno."
    codes = [(finding.code, finding.severity) for finding in audit(found) if finding.instrument == "1995-06-01-1"]
    assert ("amendment-pending", "note") in codes
    assert "It takes effect upon the closing of the Merger." in bylaws("history", "acme", "--book", pending.path).out
    assert isinstance(verify(pending, "acme"), Checkpoint)


def test_it_takes_effect_on_the_day_of_the_event(pending: Book) -> None:
    after = happened(pending, "acme", "1995-06-01-1", date(1997, 3, 3), "The merger closed.", NOW)
    assert text_of(after, "1997-03-02", "I.1") == "In Boise."
    assert text_of(after, "1997-03-03", "I.1") == "In Reno."
    (changed,) = [finding for finding in audit(after) if finding.code == "precondition-changed"]
    assert changed.instrument == "1995-06-01-1"
    earlier = after.known_at("2026-11-30T23:59:59Z")
    assert text_of(earlier, "1997-03-03", "I.1") == "In Boise."
    assert isinstance(verify(pending, "acme"), Checkpoint)
    with pytest.raises(NotPending, match="it took effect on March 3, 1997"):
        happened(pending, "acme", "1995-06-01-1", date(1997, 3, 4), "Again.", NOW)


def test_an_event_of_a_day_that_others_share_comes_last(pending: Book) -> None:
    after = happened(pending, "acme", "1995-06-01-1", date(1996, 6, 1), "The merger closed.", NOW)
    assert [(one.id, one.turn) for one in after.instruments] == [("1996-06-01-1", 1), ("1995-06-01-1", 2)]
    assert text_of(after, "1996-06-01", "I.1") == "In Reno."


def test_an_event_comes_after_those_that_were_put_last(pending: Book) -> None:
    correct(pending, "acme", "1996-06-01-1", {"turn": "5"}, "It was the last.", NOW)
    after = happened(pending, "acme", "1995-06-01-1", date(1996, 6, 1), "The merger closed.", NOW)
    assert [(one.id, one.turn) for one in after.instruments] == [("1996-06-01-1", 5), ("1995-06-01-1", 6)]


def test_what_has_not_come_has_not_happened(pending: Book) -> None:
    with pytest.raises(NotYet):
        happened(pending, "acme", "1995-06-01-1", date(2026, 12, 2), "It will close.", NOW)


def test_a_document_that_speaks_of_an_event_is_not_taken_for_one_that_does_not(pending: Book) -> None:
    words = schedule("In Salem.", "June 1, 1997, effective upon the closing of the Loan")
    reading = read_source(words, "salem.txt")
    with pytest.raises(ConditionStated, match="upon the closing of the Loan"):
        record(pending, reading, Wishes(key="acme"), RECORDED)
    record(pending, reading, Wishes(key="acme", upon="the closing of the Loan"), RECORDED)
    plain = schedule("In Tacoma.", "June 1, 1998, effective upon its adoption")
    record(pending, read_source(plain, "tacoma.txt"), Wishes(key="acme"), RECORDED)
    for said in ("contingent on the sale of the plant", "conditional upon approval by the court"):
        with pytest.raises(ConditionStated):
            record(
                pending,
                read_source(schedule("In Bend.", f"June 1, 1999, {said}"), "b.txt"),
                Wishes(key="acme"),
                RECORDED,
            )


def test_an_event_can_not_come_before_the_amendment_nor_to_one_that_waits_for_nothing(pending: Book) -> None:
    with pytest.raises(BeforeItCould):
        happened(pending, "acme", "1995-06-01-1", date(1995, 5, 31), "Closed.", NOW)
    with pytest.raises(NotPending, match="it takes effect on June 1, 1996 by itself"):
        happened(pending, "acme", "1996-06-01-1", date(1996, 6, 2), "Closed.", NOW)


def test_what_is_said_of_one_amendment_is_not_said_of_five(tmp_path: Path) -> None:
    wishes = Wishes(key=IVM, adoption=Adoption(body="members"))
    with pytest.raises(SaidOfSeveral):
        prepare(Book(tmp_path / "b"), reading(IVM), wishes)


def test_the_commands(bylaws: Command, tmp_path: Path) -> None:
    (tmp_path / "base.txt").write_text(BASE)
    (tmp_path / "reno.txt").write_bytes(schedule("In Reno.", "June 1, 1995"))
    assert bylaws("import", "base.txt", "--work", "acme", "--yes").code == 0
    done = bylaws(
        *("import", "reno.txt", "--work", "acme", "--yes", "--upon", "upon the closing", "--by", "the Board"),
        *("--how", "written consent", "--adopted", "5/20/1995", "--vote", "unanimous"),
    )
    assert done.code == 0
    assert "Pending: it takes effect upon the closing" in done.out
    assert "by written consent of the board of directors dated May 20, 1995; vote: unanimous." in " ".join(
        done.out.split()
    )
    assert "In Fresno." in bylaws("show", "acme", "I.1").out
    done = bylaws("event", "acme", "1995-06-01-1", "--on", "July 1, 1995", "--reason", "It closed.")
    assert (done.code, "took effect on July 1, 1995" in done.err) == (0, True)
    shown = " ".join(bylaws("show", "acme", "I.1").out.split())
    assert "(Substituted July 1, 1995, by written consent of the board of directors dated May 20, 1995.)" in shown
    done = bylaws(
        *("correct", "acme", "1995-06-01-1", "--reason", "Misread.", "--unknown", "how", "--certified-by", "J. Doe")
    )
    assert (done.code, "certified by J. Doe. Its file stays as it was." in done.err) == (0, True)
    shown = " ".join(bylaws("show", "acme", "I.1").out.split())
    assert "(Substituted July 1, 1995, by the board of directors on May 20, 1995.)" in shown
    known = "--known-at", "1990-01-01"
    for command in (("show",), ("history",), ("redline",)):
        assert "had been recorded by" in bylaws(*command, "acme", *known).err
    history = " ".join(bylaws("history", "acme").out.split())
    assert "certified by J. Doe." in history
    assert "corrected on" in history
    assert "adopted by way of (not known); certified by J. Doe. Reason: Misread." in history
    assert bylaws("verify", "acme").code == 0
    assert bylaws("correct", "acme", "1995-06-01-1", "--reason", "Nothing.").code == 2
    both = bylaws("correct", "acme", "1995-06-01-1", "--reason", "Both.", "--by", "members", "--unknown", "by")
    assert (both.code, "--by says it" in both.err) == (2, True)


def test_a_fact_tells_what_it_causes_and_nothing_else(bylaws: Command, book: Book) -> None:
    done = bylaws("withdraw", IVM, "1998-03-26-1", "--reason", "It was never adopted.", "--book", book.path)
    assert done.out.startswith("It causes these findings:")
    assert "missing-target" in done.out
    assert "adoption-unrecorded" not in done.out
    done = bylaws("correct", IVM, JULY, "--reason", WHY, "--by", "members", "--book", book.path)
    assert "missing-target" not in done.out


def test_nothing_is_made_where_there_is_no_book(bylaws: Command, tmp_path: Path) -> None:
    for words in (("withdraw", IVM, JULY), ("event", IVM, JULY, "--on", "2000-01-01"), ("correct", IVM, JULY)):
        done = bylaws(*words, "--reason", "Why.")
        assert (done.code, "read-only" in done.err) == (2, True)
    assert "read-only" in bylaws("recover", IVM).err
    assert not (tmp_path / "book").exists()


def test_what_was_known_on_a_day_says_so(bylaws: Command) -> None:
    shown = bylaws("show", IVM, "III.1", "--known-at", "2026-11-22").out
    assert "as recorded by November 22, 2026)" in " ".join(shown.split())
    assert '"known_at": "2026-11-22"' in bylaws("show", IVM, "--known-at", "2026-11-22", "--format", "json").out
