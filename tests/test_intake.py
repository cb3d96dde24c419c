"""Recording: what the person says, what the file says, and what is refused because it can't be told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from amendments.adoption import Adoption
from amendments.errors import (
    BadJurisdiction,
    BadTitle,
    BaseMissing,
    DatesStated,
    Homeless,
    InstructionsUnread,
    ListedTwice,
    NothingAmended,
    SameWords,
    SeveralBases,
    TooEarly,
    Unplaced,
)
from amendments.instrument import Instrument
from amendments.operations import Delete
from amendments.proposal import Proposal, Wishes
from amendments.record import open_record
from amendments.recording import record
from amendments.ripple import Ripple
from amendments.timeline import Timeline
from audited import audit_work
from conftest import Outcome
from corpus.address import read_address
from corpus.errors import SourceError
from corpus.model import Base
from corpus.sources.reader import read_source
from corpus.store import Book
from corpus.tree import find
from filings import centred, schedule, section
from renderer.preview import write_preview
from renderer.terminal import Screen
from sample import IVM, RECORDED, reading

BASE = (
    centred("BYLAWS", "OF", "ACME, INC.")
    + centred("ARTICLE I", "OFFICES")
    + section("1.", "Place. The office is in Fresno.")
    + section("2.", "Others. There are none.")
    + centred("ARTICLE II", "MEETINGS")
    + section("1.", "Annual. In May.")
    + section("2.", "Quorum. A majority.")
    + "Dated: May 4, 1990\n"
)


MEETINGS = centred("ARTICLE II", "MEETINGS")


@pytest.fixture
def book(tmp_path: Path) -> Book:
    made = Book(tmp_path / "minutes")
    record(made, read_source(BASE.encode(), "base.txt"), Wishes(key="acme"), RECORDED)
    return made


def amend(book: Book, content: bytes, effective: date | None = None, adopted: date | None = None) -> Proposal:
    wishes = Wishes(key="acme", effective=effective, adopted=adopted)
    return record(book, read_source(content, "schedule.txt"), wishes, RECORDED)


def standing(book: Book, written: str) -> str:
    found = open_record(book, "acme")
    provision = find(Timeline(found.base, found.instruments).latest().text, read_address(written)[0])
    assert provision is not None
    return f"{provision.status}: {provision.num} {provision.heading} {provision.text()}"


@pytest.mark.parametrize(
    "words",
    ["Quorum. DELETED", "DELETED", "DELETED.", "Deleted.", "[Deleted.]", "(DELETED IN ITS ENTIRETY)", "REPEALED"],
)
def test_every_way_to_write_deleted(book: Book, words: str) -> None:
    proposal = amend(book, schedule(MEETINGS, section("2.", words)))
    assert isinstance(proposal.instruments[0].operations[0], Delete)
    assert standing(book, "II.2") == "deleted: Section 2.  "
    assert proposal.findings() == ()


def test_an_article_is_deleted_as_a_whole(book: Book) -> None:
    amend(book, schedule(centred("ARTICLE II", "DELETED")))
    assert standing(book, "Article II").startswith("deleted: ARTICLE II")


def test_an_article_that_was_deleted_is_added_whole_again(book: Book) -> None:
    amend(book, schedule(centred("ARTICLE II", "DELETED")))
    amend(book, schedule(centred("ARTICLE II", "MANAGERS"), section("1.", "Manager. One."), dated="June 1, 1996"))
    assert standing(book, "Article II").startswith("in-force: ARTICLE II MANAGERS")


@pytest.mark.parametrize(
    ("parts", "error"),
    [
        ((MEETINGS, "     Section 2(a). Quorum. Four.\n\n"), Unplaced),
        ((MEETINGS, section("2.", "Quorum. A."), section("2.", "Quorum. B.")), ListedTwice),
        ((section("2.", "Quorum. A."),), Homeless),
        ((centred("ARTICLE III", "SEAL"), section("1.", "Form. Round."), section("2.", "Keeper. DELETED")), Unplaced),
        ((MEETINGS, section("2.", "Quorum. OMITTED.")), Unplaced),
        ((MEETINGS, "     Whereas it is wanted.\n\n", section("2.", "Quorum. A third.")), Unplaced),
        ((MEETINGS, section("2.", "Quorum. This section is deleted in its entirety.")), Unplaced),
        ((MEETINGS, section("2.", "Quorum. Renumbered Section 6.")), Unplaced),
        ((MEETINGS, section("1.", "Annual. In June."), "     Sections 3 and 4. DELETED.\n\n"), Unplaced),
    ],
    ids=[
        "unread section",
        "listed twice",
        "two articles have it",
        "added and deleted",
        "omitted",
        "words in no section",
        "deleted in words",
        "renumbered",
        "several deleted",
    ],
)
def test_a_schedule_that_can_not_be_told_is_refused(
    book: Book, parts: tuple[str, ...], error: type[SourceError]
) -> None:
    with pytest.raises(error):
        amend(book, schedule(*parts))
    assert open_record(book, "acme").instruments == ()


def test_a_number_that_the_text_has_twice_is_not_guessed(tmp_path: Path) -> None:
    doubled = BASE.replace("Section 2. Quorum", "Section 1. Quorum")
    book = Book(tmp_path / "minutes")
    record(book, read_source(doubled.encode(), "base.txt"), Wishes(key="acme"), RECORDED)
    with pytest.raises(Homeless, match="art_II__sec_1; art_II__sec_1-2"):
        amend(book, schedule(MEETINGS, section("1.", "Quorum. A third.")))
    (finding,) = audit_work(book, "acme")
    assert (finding.code, finding.id) == ("duplicate-number", "art_II__sec_1-2")


def test_decimal_numbers_are_read_back_as_they_are(tmp_path: Path) -> None:
    book = Book(tmp_path / "minutes")
    decimal = BASE.replace("Section 1.", "Section 1.01.").replace("Section 2.", "Section 1.02.")
    record(book, read_source(decimal.encode(), "base.txt"), Wishes(key="acme"), RECORDED)
    amend(book, schedule(MEETINGS, section("1.02.", "Quorum. A third.")))
    (instrument,) = open_record(book, "acme").instruments
    assert str(instrument.operations[0].target) == "Article II, Section 1.02"
    assert standing(book, "II.1.02") == "in-force: Section 1.02. Quorum. A third."


def test_an_amendment_before_the_adoption_is_refused(book: Book) -> None:
    with pytest.raises(TooEarly, match="1985-03-03"):
        amend(book, schedule(MEETINGS, section("1.", "Annual. In June."), dated="March 3, 1985"))


def test_what_the_person_says_of_the_date_counts_for_one_schedule(book: Book) -> None:
    proposal = amend(book, schedule(MEETINGS, section("1.", "Annual. In June.")), effective=date(1996, 1, 1))
    assert proposal.instruments[0].id == "1996-01-01-1"
    shown = write_preview(proposal, Ripple(), Screen(width=200))
    assert 'as you said; the file has "Dated: June 1, 1995"' in shown


def test_what_the_person_says_of_the_date_can_not_be_meant_for_four(tmp_path: Path) -> None:
    with pytest.raises(DatesStated):
        record(Book(tmp_path), reading(IVM), Wishes(key=IVM, effective=date(2001, 5, 5)), RECORDED)


def test_the_adoption_of_the_base_is_not_that_of_the_schedules_beside_it(tmp_path: Path) -> None:
    proposal = record(Book(tmp_path / "b"), reading(IVM), Wishes(key=IVM, adopted=date(1991, 12, 19)), RECORDED)
    assert proposal.base.work.adopted == date(1991, 12, 19)
    assert {instrument.adoption.day for instrument in proposal.instruments} == {None}


def test_an_amendment_adopted_after_it_took_effect_is_reported(book: Book) -> None:
    amend(book, schedule(MEETINGS, section("1.", "Annual. In June.")), adopted=date(1995, 7, 1))
    assert [finding.code for finding in audit_work(book, "acme")] == ["effective-before-adopted", "adoption-unrecorded"]


def test_the_same_schedule_with_other_line_ends_is_the_same(book: Book) -> None:
    content = schedule(MEETINGS, section("1.", "Annual. In June."))
    amend(book, content)
    with pytest.raises(SameWords, match="1995-06-01-1"):
        amend(book, content.replace(b"\n", b"\r\n"))


@pytest.mark.parametrize("code", ["Delaware", "XX", "us/ca", "us-ca x", ""])
def test_a_jurisdiction_has_a_code(tmp_path: Path, code: str) -> None:
    source = read_source(BASE.encode(), "base.txt")
    if not code:
        proposal = record(Book(tmp_path / "b"), source, Wishes(key="acme"), RECORDED)
        assert (proposal.base.work.jurisdiction, proposal.jurisdiction_from) == (
            "us",
            "the text names no state; say it with --jurisdiction",
        )
        return
    with pytest.raises(BadJurisdiction):
        record(Book(tmp_path / "b"), source, Wishes(key="acme", jurisdiction=code), RECORDED)


def test_a_title_has_no_control_characters(tmp_path: Path) -> None:
    with pytest.raises(BadTitle):
        record(Book(tmp_path / "b"), read_source(BASE.encode(), "b.txt"), Wishes(key="acme", title="A\x07"), RECORDED)


def test_an_article_under_another_heading_is_reported(book: Book) -> None:
    amend(
        book, schedule(centred("ARTICLE II", "ASSEMBLIES"), section("1.", "Annual. In June.")), adopted=date(1995, 6, 1)
    )
    finding, _ = audit_work(book, "acme")
    assert (finding.code, finding.severity, finding.address) == ("heading-mismatch", "warning", "Article II")
    assert "'ARTICLE II ASSEMBLIES'" in finding.evidence


def test_a_late_discovery_shows_what_it_does_to_what_follows(book: Book) -> None:
    amend(book, schedule(MEETINGS, section("1.", "Annual. In June.")))
    late = schedule(MEETINGS, section("1.", "Annual. In April."), dated="June 1, 1993")
    proposal = amend(book, late)
    assert [(finding.code, finding.instrument) for finding in proposal.findings()] == [
        ("precondition-changed", "1995-06-01-1")
    ]
    assert standing(book, "II.1").endswith("In June.")


def test_the_preview_lists_what_is_set_aside_and_what_is_doubtful(tmp_path: Path) -> None:
    doubtful = BASE.replace(
        "Dated:", "     Section 3(b) was never adopted.\n\n                  Page 1\n<PAGE>\nDated:"
    )
    book = Book(tmp_path / "b")
    proposal = record(book, read_source(doubtful.encode(), "base.txt"), Wishes(key="acme"), RECORDED)
    shown = write_preview(proposal, Ripple(), Screen())
    assert "page-number: Page 1" in shown
    assert "page-mark:   <PAGE>" in shown
    assert "could go on:\n  line 19: Section 3(b) was never adopted." in shown


def test_text_may_speak_of_being_amended_or_repealed(book: Book) -> None:
    words = "Quorum. These bylaws may be altered, amended or repealed by the shareholders at any meeting called for it."
    amend(book, schedule(MEETINGS, section("2.", words)))
    assert standing(book, "II.2").endswith("called for it.")


def test_an_amendment_in_sentences_is_not_taken_for_bylaws(book: Book, tmp_path: Path) -> None:
    title = centred("FIRST AMENDMENT TO BYLAWS", "OF", "ACME, INC.")
    words = "     Section 1 is amended somehow.\n\n"
    source = read_source((title + words + "Dated: June 1, 1995\n").encode(), "first.txt")
    with pytest.raises(BaseMissing):
        record(Book(tmp_path / "empty"), source, Wishes(key="acme"), RECORDED)
    with pytest.raises(InstructionsUnread, match=r"first\.txt, line 1: the amendment has an instruction"):
        record(book, source, Wishes(key="acme"), RECORDED)
    told = read_source((title + "     We met.\n\nDated: June 1, 1995\n").encode(), "told.txt")
    with pytest.raises(NothingAmended, match=r"holds no instruction"):
        record(book, told, Wishes(key="acme"), RECORDED)


def test_two_bylaws_in_one_file_are_told_from_a_work_that_exists(tmp_path: Path) -> None:
    with pytest.raises(SeveralBases, match="lines 1, 20"):
        record(Book(tmp_path), read_source((BASE + BASE).encode(), "two.txt"), Wishes(key="acme"), RECORDED)


def test_the_certificate_says_when_a_schedule_was_adopted(book: Book) -> None:
    content = schedule(MEETINGS, section("1.", "Annual. In June.")) + b"\nAdopted by the Board on May 20, 1995\n"
    proposal = amend(book, content)
    assert proposal.instruments[0].effective == date(1995, 6, 1)
    assert proposal.instruments[0].adoption == Adoption(day=date(1995, 5, 20), body="board of directors")
    (finding,) = audit_work(book, "acme")
    assert (finding.code, finding.severity) == ("adoption-unrecorded", "note")
    assert "1995: at a meeting or by written consent" in finding.message


def test_a_script_does_not_record_a_schedule_with_unread_lines(bylaws: Callable[..., Outcome], book: Book) -> None:
    path = book.path.parent / "doubtful.txt"
    path.write_bytes(schedule(MEETINGS, section("1.", "Annual. In June."), "     Section 4(a). Notice. By fax.\n\n"))
    done = bylaws("import", path, "--work", "acme", "--book", book.path, "--yes")
    assert (done.code, "were not read" in done.err) == (2, True)
    assert open_record(book, "acme").instruments == ()


def test_what_is_recorded_is_what_was_proposed(book: Book) -> None:
    proposal = amend(book, schedule(MEETINGS, section("1.", "Annual. In June.")))
    (understood,) = proposal.understood
    assert isinstance(understood.recorded, Instrument)
    assert not isinstance(understood.recorded, Base)
    assert open_record(book, "acme").instruments == proposal.instruments
