"""What slight changes, first numbers, pages and titles tell: small faults that a copy or a date leaves behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from amendments.audit.audit import audit
from amendments.audit.running import check_running_heads
from amendments.audit.succession import check_succession
from amendments.proposal import Wishes
from amendments.record import Record, open_record
from amendments.recording import record
from audited import findings, of_code
from corpus.finding import Finding
from corpus.sources.reader import read_source
from corpus.store import Book
from sample import IVM, RECORDED, filing

BYLAWS = """\
ARTICLE I
MEMBERS

Section 1. Dues. Each member shall pay dues of ten dollars in May. The dues are kept by the Treasurer.

Section 2. Guests. A member may bring guests to the house as provided in Section 3 of this Article.

Section 3. House. The house is open to guests on Sundays, if the Board so decides. It is closed in winter.

Section 4. Keys. Each member has a key of the house and pays for it when it is lost.

ARTICLE II
MEETINGS

Section 1. Annual Meeting. The annual meeting is held in May.

ARTICLE III
RECORDS

Section 1. Minutes. The Secretary keeps the minutes.
"""


def anew(number: int, old: str, new: str) -> str:
    """A section of Article I written anew, with one thing changed."""
    section = BYLAWS.split("\n\n")[number].strip()
    assert section.count(old) == 1
    return f'Article I, Section {number} is amended to read as follows:\n\n"{section.replace(old, new)}"'


def of_all(folder: Path, *amendments: str) -> list[tuple[str, str, str]]:
    return [(one.code, one.instrument, one.id) for one in findings(folder, BYLAWS, *amendments)]


def only(folder: Path, code: str, *amendments: str) -> Finding:
    (found,) = of_code(code, findings(folder, BYLAWS, *amendments))
    return found


def test_the_bylaws_are_sound(tmp_path: Path) -> None:
    assert of_all(tmp_path) == []


def test_a_word_left_out_is_all_that_a_substitution_changes(tmp_path: Path) -> None:
    found = only(tmp_path, "word-left-out", anew(4, "when it is lost", "when it is"))
    assert (found.severity, found.instrument, found.id) == ("note", "1991-06-01-1", "art_I__sec_4")
    assert "'… and pays for it when it is lost.' became '… and pays for it when it is.'" in found.evidence


@pytest.mark.parametrize(
    "amendment",
    [
        anew(4, "when it is lost", "where it is"),
        anew(4, "and pays for it when it is lost", "and pays for it"),
        'Article I, Section 4 is amended by striking "lost".',
    ],
    ids=["another put in", "several left out", "struck by name"],
)
def test_what_says_or_changes_more_is_no_word_left_out(tmp_path: Path, amendment: str) -> None:
    assert not of_code("word-left-out", findings(tmp_path, BYLAWS, amendment))


def test_a_heading_is_all_that_a_substitution_changes(tmp_path: Path) -> None:
    found = only(tmp_path, "heading-only", anew(2, "Guests. A", "Visitors. A"))
    assert found.evidence == "'Section 2. Guests.' became 'Section 2. Visitors.'."


def test_a_heading_with_other_words_below_it_is_not_found(tmp_path: Path) -> None:
    both = anew(2, "Guests. A member may bring guests", "Visitors. A member may bring visitors")
    assert not of_code("heading-only", findings(tmp_path, BYLAWS, both))


@pytest.mark.parametrize(
    ("number", "old", "new", "beside", "lost"),
    [(3, "Sundays, if the", "Sundays, the", "in winter", "if"), (1, "kept by the", "kept the", "ten dollars", "by")],
)
def test_a_small_word_is_lost_beside_what_was_to_change(
    tmp_path: Path, number: int, old: str, new: str, beside: str, lost: str
) -> None:
    found = only(tmp_path, "likely-slip", anew(number, old, new).replace(beside, "as decided"))
    assert found.id == f"art_I__sec_{number}"
    assert f"'{lost}' stood between the two words" in found.evidence


def test_a_small_word_that_can_be_spared_is_no_slip(tmp_path: Path) -> None:
    amendment = anew(3, "if the Board", "if Board").replace("in winter", "as decided")
    assert not of_code("likely-slip", findings(tmp_path, BYLAWS, amendment))


def test_a_doubled_word_is_of_the_instrument_that_doubled_it(tmp_path: Path) -> None:
    first = anew(4, "pays for it", "pays the price of it")
    second = first.replace("price of it", "price price of it")
    assert only(tmp_path, "likely-slip", first, second).instrument == "1992-06-01-1"


def test_a_reference_is_made_to_name_another_section(tmp_path: Path) -> None:
    found = only(tmp_path, "reference-redirected", anew(2, "Section 3 of", "Section 4 of"))
    assert (found.severity, found.instrument, found.id) == ("note", "1991-06-01-1", "art_I__sec_2")
    assert "Article I, Section 3 is 'Section 3. House.', Article I, Section 4 is 'Section 4. Keys.'" in found.evidence


@pytest.mark.parametrize(
    "amendments",
    [
        ("Section 3 of Article I is renumbered as Section 5.", anew(2, "Section 3 of", "Section 5 of")),
        (anew(2, "as provided in Section 3", "in the way of Section 4"),),
        ('Article I, Section 2 is amended by striking "Section 3" and inserting "Section 4".',),
    ],
    ids=["it had moved", "other words changed", "struck by name"],
)
def test_a_reference_that_follows_or_is_struck_by_name_is_not_found(
    tmp_path: Path, amendments: tuple[str, ...]
) -> None:
    assert not of_code("reference-redirected", findings(tmp_path, BYLAWS, *amendments))


def test_an_article_begins_with_its_second_section(tmp_path: Path) -> None:
    bylaws = BYLAWS.replace("Section 1. Minutes.", "Section 2. Minutes.")
    (found,) = findings(tmp_path, bylaws)
    assert (found.code, found.severity, found.id) == ("numbering-gap", "note", "art_III__sec_2")
    assert found.message.startswith("There is no Article III, Section 1, and no placeholder")


def test_an_amendment_takes_the_first_number_away(tmp_path: Path) -> None:
    found = only(tmp_path, "numbering-gap", "Section 1 of Article II is renumbered as Section 2.")
    assert (found.severity, found.instrument, found.id) == ("warning", "1991-06-01-1", "art_II__sec_2")


def test_numbers_that_run_on_through_the_articles_begin_rightly(tmp_path: Path) -> None:
    bylaws = BYLAWS.replace("1. Annual", "5. Annual").replace("1. Minutes", "6. Minutes")
    assert findings(tmp_path, bylaws) == ()


def recorded(folder: Path, *files: str) -> Record:
    book = Book(folder / "book")
    for nth, words in enumerate(files):
        record(book, read_source(words.encode(), f"{nth}.txt", amends=nth > 0), Wishes(key=IVM), RECORDED)
    return open_record(book, IVM)


def test_the_pages_name_the_day_of_another_amendment(tmp_path: Path) -> None:
    kept = recorded(tmp_path, filing(IVM).decode("latin-1").replace("Dated: March 26, 1998", "Dated: March 27, 1998"))
    (found,) = check_running_heads(kept)
    assert (found.code, found.severity, found.instrument) == ("date-mismatch", "warning", "1998-03-27-1")
    assert "Line 320 of the source, at the foot of a page, is 'March 26, 1998 Amendments'" in found.evidence
    assert found in audit(kept)


def test_amendments_are_numbered_in_roman(tmp_path: Path) -> None:
    form = "AMENDMENT {0} TO THE BY-LAWS\n\nEffective June 1, {1}, the By-Laws are amended as follows:\n\n{2}\n"
    base = f"BYLAWS OF THE HILL CLUB\n\n{BYLAWS}\nAdopted May 4, 1990.\n"
    first = form.format("I", 1991, anew(4, "pays for it", "pays the price"))
    third = form.format("III", 1993, anew(4, "pays for it", "pays the full price"))
    (found,) = check_succession(recorded(tmp_path, base, first, third))
    assert (found.code, found.message) == ("amendment-number-gap", "The record has no Second Amendment.")
