"""What the papers of an instrument lack is said once; amendments that are skipped, doubled or late are found."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from amendments.adoption import Adoption
from amendments.facts import correct, happened, withdraw
from amendments.proposal import Wishes
from amendments.recording import record
from audited import audit_work
from corpus.finding import Finding
from corpus.sources.reader import read_source
from corpus.store import Book
from filings import TITLE, centred, schedule, section

NOW = datetime(2020, 1, 2, tzinfo=UTC)
BASE = TITLE + section("1.", "Place. In Fresno.") + section("2.", "Seal. Round.") + "Dated: May 4, 1990\n"
BOARD = Adoption(body="board of directors", how="meeting")
OFFICES = centred("ARTICLE I", "OFFICES")
SIGNED = "\n/s/ Jane Roe\nJane Roe, Secretary\n"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    made = Book(tmp_path / "minutes")
    record(made, read_source(BASE.encode(), "base.txt"), Wishes(key="acme"), NOW)
    return made


def resolved(place: str, *, title: str = "AMENDMENT TO THE BY-LAWS", dated: str = "June 1, 1995", end: str = "") -> str:
    """An amendment in a sentence that moves the office."""
    dated = f"Dated: {dated}\n" if dated else ""
    return (
        centred(title)
        + f'     RESOLVED, that Section 1 of Article I is amended to read "Section 1. Place. {place}."\n\n'
        + dated
        + end
    )


def amend(book: Book, text: str | bytes, now: datetime = NOW, **said: object) -> None:
    content = text.encode() if isinstance(text, str) else text
    record(book, read_source(content, f"{len(content)}.txt", amends=True), Wishes(key="acme", **said), now)  # type: ignore[arg-type]


def found(book: Book, *codes: str) -> list[Finding]:
    return [finding for finding in audit_work(book, "acme") if not codes or finding.code in codes]


def told(book: Book, *codes: str) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.severity, finding.instrument) for finding in found(book, *codes)]


def test_an_amendment_without_a_day_is_undated_once_with_all_that_it_lacks(book: Book) -> None:
    amend(book, resolved("In Reno", dated=""), effective=date(1995, 6, 1))
    (one,) = found(book)
    assert (one.code, one.severity, one.instrument) == ("undated", "warning", "1995-06-01-1")
    assert one.message == (
        "The amendments recorded as effective June 1, 1995 state no day in their own words; the day was given when "
        "146.txt was recorded, on January 2, 2020. The record does not say of their adoption: who adopted them; at a "
        "meeting or by written consent; when. They bear no signature or certificate either."
    )


def test_a_corrected_day_is_told_with_its_reason(book: Book) -> None:
    amend(book, resolved("In Reno", dated=""), effective=date(1995, 6, 1))
    correct(book, "acme", "1995-06-01-1", {"effective": "1995-07-01"}, "The treasurer's letter says so.", NOW)
    (one,) = found(book, "undated")
    assert "effective July 1, 1995 state no day in their own words" in one.message
    assert "corrected on January 2, 2020, for this reason: 'The treasurer's letter says so.'" in one.message


def test_the_day_of_the_minutes_is_enough(book: Book) -> None:
    amend(book, resolved("In Reno", dated="", end=SIGNED), effective=date(1995, 6, 1), adoption=BOARD)
    assert told(book) == [("undated", "warning", "1995-06-01-1")]
    correct(book, "acme", "1995-06-01-1", {"adopted": "1995-05-20"}, "The minutes say so.", NOW)
    assert told(book) == []


@pytest.mark.parametrize(
    "said",
    ["Adopted by the members, May 1995", "Dated: 6/1/95", "Effective 6/1/1995", "As of the 1st day of June, 1995"],
)
def test_a_day_in_any_form_is_one(book: Book, said: str) -> None:
    amend(book, resolved("In Reno", dated="") + f"{said}\n", effective=date(1995, 6, 1))
    assert [code for code, _, _ in told(book)] == ["adoption-unrecorded"]


def test_a_day_that_is_only_quoted_is_none(book: Book) -> None:
    amend(book, resolved("In Reno since July 4, 1990", dated="", end=SIGNED), effective=date(1995, 6, 1))
    assert [code for code, _, _ in told(book)] == ["undated"]


def test_the_unrecorded_adoption_of_an_unsigned_schedule_is_one_finding(book: Book) -> None:
    amend(book, schedule(OFFICES, section("1.", "Place. In Reno.")))
    (one,) = found(book)
    assert (one.code, one.severity) == ("adoption-unrecorded", "warning")
    assert one.message == (
        "The record does not say who adopted the amendments of June 1, 1995, or when. They bear no signature or "
        "certificate either."
    )


@pytest.mark.parametrize(
    ("end", "codes"),
    [
        ("", ["unsigned"]),
        ("0104268.01\n", ["unsigned"]),
        ("\n____________________\nSecretary\n", ["unsigned"]),
        (SIGNED, []),
        ("\nJane Roe\n", []),
        ("\n____________________\nJane Roe, Secretary\n", []),
        ("\nI, the undersigned, certify that the foregoing was duly adopted.\n", []),
        ("\nATTEST: John Doe\n", []),
    ],
)
def test_who_signed(book: Book, end: str, codes: list[str]) -> None:
    amend(book, resolved("In Reno", end=end), adopted=date(1995, 5, 20), adoption=BOARD)
    assert [code for code, _, _ in told(book)] == codes


def test_a_certificate_on_record_is_enough(book: Book) -> None:
    amend(book, resolved("In Reno"), adopted=date(1995, 5, 20), adoption=BOARD)
    assert told(book) == [("unsigned", "note", "1995-06-01-1")]
    correct(book, "acme", "1995-06-01-1", {"certified_by": "Jane Roe, Secretary"}, "Her certificate of 1995.", NOW)
    assert told(book) == []


def test_a_history_that_is_imported_when_a_book_begins_is_not_late(book: Book) -> None:
    amend(book, resolved("In Reno"), datetime(2020, 11, 1, tzinfo=UTC))
    assert found(book, "recorded-late") == []


def test_what_is_recorded_years_later_is_found_once_a_day(book: Book) -> None:
    later = datetime(2023, 3, 1, tzinfo=UTC)
    amend(book, resolved("In Reno"), later)
    amend(book, resolved("In Provo", dated="June 1, 2021"), later)
    amend(book, resolved("In Boise", dated="January 5, 2023"), later)
    (one,) = found(book, "recorded-late")
    assert (one.severity, one.instrument) == ("note", "1995-06-01-1")
    assert "1995-06-01-1, effective June 1, 1995; 2021-06-01-1, effective June 1, 2021." in one.evidence
    assert "from 2020-01-02 to 2023-03-01 lacks them" in one.next_step


def test_what_is_recorded_again_was_known_from_the_first_time(book: Book) -> None:
    amend(book, resolved("In Reno"))
    withdraw(book, "acme", "1995-06-01-1", "It had a slip.", datetime(2024, 1, 1, tzinfo=UTC))
    amend(book, resolved("In Reno, Nevada"), datetime(2024, 1, 1, tzinfo=UTC))
    assert found(book, "recorded-late") == []


def test_an_event_that_is_recorded_years_later_is_late(book: Book) -> None:
    amend(book, resolved("In Reno"), upon="the closing")
    happened(book, "acme", "1995-06-01-1", date(2021, 1, 5), "It closed.", datetime(2023, 1, 1, tzinfo=UTC))
    assert told(book, "recorded-late") == [("recorded-late", "note", "1995-06-01-1")]


def test_the_same_schedule_under_another_date_is_a_duplicate(book: Book) -> None:
    parts = (OFFICES, section("1.", "Place. In Reno."), section("2.", "Seal. DELETED"))
    amend(book, schedule(*parts))
    amend(
        book, schedule(OFFICES, section("1.", "Place: In Reno"), section("2.", "Seal. DELETED"), dated="June 30, 1995")
    )
    (one,) = found(book, "duplicate-instrument")
    assert (one.severity, one.instrument) == ("warning", "1995-06-30-1")
    assert "1995-06-01-1" in one.evidence
    assert "and 1 more" in one.evidence


def test_a_change_that_was_undone_and_made_again_is_no_duplicate(book: Book) -> None:
    for place, day in (("In Reno", "June 1, 1995"), ("In Provo", "June 1, 1996"), ("In Reno", "June 1, 1997")):
        amend(book, resolved(place, dated=day))
    assert found(book, "duplicate-instrument") == []


def numbers(book: Book, *titles: str) -> list[tuple[str, str, str]]:
    for year, title in enumerate(titles, 1995):
        amend(book, resolved(f"In Town {year}", title=title, dated=f"June 1, {year}"))
    return told(book, "amendment-number-gap", "amendment-number-order")


@pytest.mark.parametrize(
    "titles",
    [
        ("FIRST AMENDMENT TO BYLAWS", "SECOND AMENDMENT TO BYLAWS", "AMENDMENT NO. 3"),
        ("AMENDMENT TO BYLAWS", "SECOND AMENDMENT TO BYLAWS"),
        ("FIRST AMENDMENT TO BYLAWS", "AMENDMENT TO BYLAWS", "AMENDMENT NUMBER THREE TO BYLAWS"),
        ("AMENDMENT NO. 2005-1", "AMENDMENT NO. 2005-4"),
        ("SECOND AMENDMENT TO ARTICLE I OF BYLAWS",),
        ("AMENDMENT TO BYLAWS OF THE FIRST AMENDMENT CENTER", "AMENDMENT TO BYLAWS"),
    ],
)
def test_numbers_that_follow_each_other(book: Book, titles: tuple[str, ...]) -> None:
    assert numbers(book, *titles) == []


@pytest.mark.parametrize(
    ("titles", "instrument", "missing"),
    [
        (("FIRST AMENDMENT TO BYLAWS", "THIRD AMENDMENT TO BYLAWS"), "1996-06-01-1", "no Second Amendment."),
        (("SECOND AMENDMENT TO BYLAWS",), "1995-06-01-1", "no First Amendment."),
        (("AMENDMENT NO. 1", "AMENDMENT NO. 4"), "1996-06-01-1", "no Second Amendment or Third Amendment."),
        (("FIRST AMENDMENT TO BYLAWS", "AMENDMENT NO. 8"), "1996-06-01-1", "no Second Amendment to Seventh Amendment."),
        (("21ST AMENDMENT TO BYLAWS", "TWENTY-THIRD AMENDMENT TO BYLAWS"), "1996-06-01-1", "no 22nd Amendment."),
    ],
)
def test_a_number_that_is_skipped(book: Book, titles: tuple[str, ...], instrument: str, missing: str) -> None:
    numbers(book, *titles)
    last = found(book, "amendment-number-gap")[-1]
    assert (last.severity, last.instrument) == ("warning", instrument)
    assert missing in last.message


def test_a_revised_base_may_hold_what_came_before(tmp_path: Path) -> None:
    book = Book(tmp_path / "minutes")
    text = BASE.replace("Dated:", "As amended and adopted:")
    record(book, read_source(text.encode(), "base.txt"), Wishes(key="acme"), NOW)
    assert numbers(book, "FIFTH AMENDMENT TO BYLAWS", "SIXTH AMENDMENT TO BYLAWS") == [
        ("amendment-number-gap", "note", "1995-06-01-1")
    ]


def test_the_count_may_begin_again_after_a_restatement_or_go_on(book: Book) -> None:
    restated = centred("AMENDED AND RESTATED BY-LAWS") + BASE.split("\n", 3)[-1].replace("May 4, 1990", "July 1, 1995")
    amend(book, resolved("In Reno", title="FIRST AMENDMENT TO BYLAWS"))
    record(book, read_source(restated.encode(), "restated.txt"), Wishes(key="acme", amends=True), NOW)
    amend(book, resolved("In Provo", title="FIRST AMENDMENT TO BYLAWS", dated="June 1, 1996"))
    assert told(book, "amendment-number-gap", "amendment-number-order") == []
    withdraw(book, "acme", "1996-06-01-1", "It is to be called otherwise.", NOW)
    amend(book, resolved("In Boise", title="SECOND AMENDMENT TO BYLAWS", dated="June 1, 1997"))
    assert told(book, "amendment-number-gap", "amendment-number-order") == []


def test_a_withdrawn_amendment_leaves_no_gap(book: Book) -> None:
    numbers(book, "FIRST AMENDMENT TO BYLAWS", "SECOND AMENDMENT TO BYLAWS", "THIRD AMENDMENT TO BYLAWS")
    withdraw(book, "acme", "1996-06-01-1", "It was never adopted.", NOW)
    assert found(book, "amendment-number-gap") == []


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (("AMENDMENT NO. 1", "AMENDMENT NO. 2", "AMENDMENT NO. 2"), ("warning", "1997-06-01-1")),
        (("AMENDMENT NO. 1", "AMENDMENT NO. 3", "AMENDMENT NO. 2"), ("warning", "1997-06-01-1")),
        (("AMENDMENT NO. 1", "AMENDMENT NO. 2", "AMENDMENT NO. 1"), ("note", "1997-06-01-1")),
    ],
)
def test_numbers_out_of_order(book: Book, titles: tuple[str, ...], expected: tuple[str, str]) -> None:
    assert numbers(book, *titles) == [("amendment-number-order", *expected)]


def test_an_effect_that_was_put_off_is_in_order(book: Book) -> None:
    amend(book, resolved("In Reno", title="AMENDMENT NO. 2"), adopted=date(1995, 5, 20))
    amend(book, resolved("In Provo", title="AMENDMENT NO. 1", dated="July 1, 1996"), adopted=date(1995, 5, 10))
    assert told(book, "amendment-number-order", "amendment-number-gap") == []
