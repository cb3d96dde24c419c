"""What a preview says of the audit: what an amendment would break, what it would mend, and what it would change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from amending import told
from amendments.audit.audit import audit
from amendments.proposal import Wishes
from amendments.record import open_record
from amendments.recording import prepare, record
from amendments.ripple import Ripple, compared, ripple
from conftest import Outcome
from corpus.finding import Finding
from corpus.sources.reader import read_source
from corpus.store import Book
from sample import RECORDED

BYLAWS = """BYLAWS OF THE HILL CLUB

ARTICLE I
OFFICERS

Section 1. President. The President shall preside at meetings.

Section 2. Treasurer. The Treasurer shall keep the house.

ARTICLE II
MEETINGS

Section 1. Call. Meetings are called by the President or the Treasurer as Section 7 of Article I provides.

Section 2. Keys. The Treasurer shall hand the keys to the President.

Adopted May 4, 1990.
"""
DELETES = "1. Section 2 of Article I is hereby deleted in its entirety."
MENDS = (
    '1. Section 1 of Article II is hereby amended by striking "Section 7 of Article I" and inserting "Section 1 of '
    'Article I" in lieu thereof.'
)


def amendment(words: str, closing: str = "") -> str:
    return f"AMENDMENT\n\nEffective June 1, 1991, the By-Laws are amended as follows:\n\n{words}\n\n{closing}"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    made = Book(tmp_path / "book")
    record(made, read_source(BYLAWS.encode(), "bylaws.txt"), Wishes(key="hill"), RECORDED)
    return made


def rippled(book: Book, words: str) -> Ripple:
    reading = read_source(words.encode(), "amendment.txt", amends=True)
    return ripple(book, prepare(book, reading, Wishes(key="hill", amends=True)), RECORDED)


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


def test_an_office_that_others_name_is_deleted(book: Book) -> None:
    found = rippled(book, amendment(DELETES))
    stale = next(one for one in found.caused if one.code == "stale-term")
    assert "'Treasurer'" in stale.message
    assert stale.instrument == "1991-06-01-1"
    assert "keys" in stale.evidence
    assert found.mended == ()


def test_a_reference_that_pointed_nowhere_is_mended(book: Book) -> None:
    found = rippled(book, amendment(MENDS))
    (mended,) = found.mended
    assert (mended.code, mended.address) == ("dangling-reference", "Article II, Section 1")
    assert "dangling-reference" not in codes(found.caused)


def test_what_the_papers_lack_is_known_before_they_are_recorded(book: Book) -> None:
    assert "adoption-unrecorded" in codes(rippled(book, amendment(MENDS)).caused)
    signed = amendment(MENDS, "Adopted by the members at a meeting held on May 2, 1991.")
    assert "adoption-unrecorded" not in codes(rippled(book, signed).caused)


def test_a_number_that_skips_one_is_known_before_it_is_recorded(book: Book) -> None:
    words = amendment(MENDS).replace("AMENDMENT\n", "THIRD AMENDMENT TO THE BYLAWS\n", 1)
    assert "amendment-number-gap" in codes(rippled(book, words).caused)


@pytest.mark.parametrize("words", [DELETES, MENDS])
def test_what_is_foreseen_is_what_comes(book: Book, words: str) -> None:
    before = audit(open_record(book, "hill"))
    text = amendment(words)
    foreseen = rippled(book, text)
    record(book, read_source(text.encode(), "amendment.txt", amends=True), Wishes(key="hill", amends=True), RECORDED)
    after = audit(open_record(book, "hill"))
    assert {*foreseen.caused, *(would for _, would in foreseen.altered)} == set(after) - set(before)
    assert {*foreseen.mended, *(was for was, _ in foreseen.altered)} == set(before) - set(after)


def test_what_is_foreseen_of_a_new_work_is_what_its_audit_finds(tmp_path: Path) -> None:
    book, reading = Book(tmp_path / "other"), read_source(BYLAWS.encode(), "bylaws.txt")
    found = ripple(book, prepare(book, reading, Wishes(key="hill")), RECORDED)
    record(book, reading, Wishes(key="hill"), RECORDED)
    assert found == Ripple(caused=audit(open_record(book, "hill")))
    assert found.caused


FOUND = Finding(
    code="dangling-reference",
    severity="warning",
    message="'Section 7' points nowhere.",
    evidence="'See Section 7.'",
    next_step="Look.",
    id="art_I__sec_2",
    address="Article I, Section 2",
)


def test_a_finding_that_moves_with_its_provision_is_neither_broken_nor_mended() -> None:
    moved = replace(FOUND, id="art_I__sec_3", address="Article I, Section 3")
    assert compared([FOUND], [moved]) == Ripple(altered=((FOUND, moved),))


def test_a_finding_that_becomes_graver_is_caused() -> None:
    graver = replace(FOUND, severity="error")
    assert compared([FOUND], [graver]) == Ripple(caused=(graver,))


def test_one_of_two_alike_goes() -> None:
    other = replace(FOUND, evidence="'As Section 7 has it.'", id="art_I__sec_4")
    reworded = replace(other, evidence="'As Section 7 says.'")
    assert compared([FOUND, other], [reworded]) == Ripple(mended=(FOUND,), altered=((other, reworded),))


def test_the_preview_tells_all_of_it(bylaws: Callable[..., Outcome], book: Book, tmp_path: Path) -> None:
    file = tmp_path / "amendment.txt"
    file.write_text(amendment(MENDS), encoding="utf-8")
    shown = told(bylaws("amend", "hill", file, "--preview", "--book", book.path))
    assert "It would cause these findings: warning adoption-unrecorded" in shown
    assert "It would mend these findings: " in shown
    assert "dangling-reference Article II, Section 1: " in shown
