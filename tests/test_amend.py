"""``bylaws amend``: a resolution in sentences is read, shown, recorded, and proved word for word."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from amending import AMENDMENT, told
from amendments.audit.files import check_sources
from amendments.draw import own_number
from amendments.record import open_record
from conftest import Outcome
from corpus.store import Book
from sample import IVM, LIBRARY

Command = Callable[..., Outcome]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    shutil.copytree(LIBRARY, tmp_path / "book")
    (tmp_path / "amendment.txt").write_text(AMENDMENT)
    return tmp_path / "book"


def test_the_preview_shows_operations_and_a_redline_and_records_nothing(bylaws: Command, book: Path) -> None:
    before = (book / IVM / "ledger.jsonl").read_bytes()
    done = bylaws("amend", IVM, "amendment.txt", "--preview")
    assert done.code == 0
    assert "2001-06-01-1, effective June 1, 2001" in told(done)
    assert "Adopted by the board of directors at a meeting on May 1, 2001." in told(done)
    assert "substitute Article II, Section 2 Annual Meeting. → Special Meetings." in told(done)
    assert '"Secretary" (each of 6) → "Clerk"' in told(done)
    assert "at least [-one (1) member-]{+three (3) members+}" in told(done)
    assert "[-Chief Financial Officer.-]{+Finance Officer.+}" in told(done)
    assert "words-in-heading" in done.out
    assert (book / IVM / "ledger.jsonl").read_bytes() == before


def test_it_is_recorded_with_every_word(bylaws: Command, book: Path) -> None:
    assert bylaws("amend", IVM, "amendment.txt", "--yes").code == 0
    shown = told(bylaws("show", IVM, "II.2", "--as-of", "2001-06-01"))
    assert "Section 2. Special Meetings. Special meetings may be called by: (a) the President; or" in shown
    assert "Notice shall be given as provided in Section 4. (Substituted June 1, 2001, by the board of" in shown
    assert '"' not in shown
    assert "at least three (3) members" in told(bylaws("show", IVM, "III.1"))
    assert "[Deleted June 1, 2001, by the board of directors at a meeting on May 1, 2001.]" in told(
        bylaws("show", IVM, "V.22")
    )
    assert check_sources(open_record(Book(book), IVM)) == ()
    assert bylaws("verify", IVM).code == 0
    history = json.loads(bylaws("history", IVM, "V.10", "--format", "json").out)["history"]
    assert [(entry["deed"], entry["detail"]) for entry in history][-1] == (
        "substitute-words",
        '"Secretary" (each of 6) → "Clerk"',
    )


def test_what_can_not_be_read_is_shown_with_a_caret_and_nothing_is_recorded(bylaws: Command, book: Path) -> None:
    before = {path: path.read_bytes() for path in book.rglob("*") if path.is_file() and path.name != ".lock"}
    words = AMENDMENT.replace("is hereby deleted in its entirety", "is hereby abolished in style")
    Path("amendment.txt").write_text(words.replace("at\nleast one (1)", "at\nleast two (2)"))
    for more in ((), ("--yes",)):
        done = bylaws("amend", IVM, "amendment.txt", *more)
        assert done.code == 2
        assert 'The nearest words there are "at least one (1) member".' in told(done)
        lines = done.out.splitlines()
        caret = next(
            number for number, line in enumerate(lines) if line.strip() == "^" and "abolished" in lines[number - 1]
        )
        assert lines[caret - 1][lines[caret].index("^") :].startswith("abolished")
        assert "Changes from" not in done.out
    after = {path: path.read_bytes() for path in book.rglob("*") if path.is_file() and path.name != ".lock"}
    assert after == before


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("amend", "nobody", "amendment.txt"), "There is no work 'nobody'"),
        (("amend", IVM, "missing.txt"), "missing.txt"),
        (("amend", IVM, "amendment.txt", "--adopted", "2099-01-01"), "has not come yet"),
        (("amend", IVM, "amendment.txt"), "Add --yes"),
    ],
)
def test_bad_input(bylaws: Command, book: Path, words: tuple[str, ...], error: str) -> None:
    done = bylaws(*words)
    assert (done.code, error in done.err) == (2, True)


def test_a_schedule_is_amended_by_too(bylaws: Command, book: Path) -> None:
    lines = ("SCHEDULE A".center(78), "SUBSTITUTED SECTIONS".center(78), "", "ARTICLE II".center(78), "")
    Path("schedule.txt").write_text("\n".join((*lines, "     Section 2. Fees. None.", "", "Dated: June 1, 2001", "")))
    done = bylaws("amend", IVM, "schedule.txt", "--yes", "--by", "board", "--how", "written consent")
    assert done.code == 0
    assert "(Substituted June 1, 2001, by written consent of the board of directors.)" in told(
        bylaws("show", IVM, "II.2")
    )


RESTATED = """
                   AMENDED AND RESTATED BY-LAWS
                                OF
                 INTERACTIVE VOICE MEDIA (CA) CORP.

                             ARTICLE I
                              OFFICES

     Section 1. Principal Office. The principal office is in Reno.

                            ARTICLE II
                             OFFICERS

     Section 1. Treasurer. The Treasurer shall have the care and custody of and be
responsible for all of the funds and securities of the Corporation.

     Section 2. Clerk. The Clerk:

          (a)  keeps the minutes; and

          (b)  gives notice.

Adopted by the shareholders by written consent on June 1, 2001
"""


def test_a_restatement_puts_a_whole_text_in_place(bylaws: Command, book: Path) -> None:
    Path("restated.txt").write_text(RESTATED)
    done = bylaws("amend", IVM, "restated.txt", "--yes")
    assert (done.code, done.err.split("\n")[0]) == (0, f"Recorded in {book / IVM}.")
    assert "restate the whole text" in told(done)
    shown = told(bylaws("show", IVM, "--as-of", "2001-06-01"))
    assert "AMENDED AND RESTATED BY-LAWS" in shown
    assert "Section 2. Clerk. The Clerk: (a) keeps the minutes; and (b) gives notice." in shown
    assert "(Restated June 1, 2001, by written consent of the shareholders dated June 1, 2001.)" in shown
    assert "ARTICLE IX" not in shown
    assert "ARTICLE IX" in told(bylaws("show", IVM, "--as-of", "2001-05-31"))
    history = json.loads(bylaws("history", IVM, "II.1", "--format", "json").out)["history"]
    assert [(entry["deed"], entry["address"]) for entry in history][-1] == ("restate", "")
    assert bylaws("verify", IVM).code == 0
    assert bylaws("import", "restated.txt", "--work", IVM, "--yes").code == 2


PAGED = """
         AMENDMENT NO. 2 TO THE AMENDED AND RESTATED BY-LAWS

     RESOLVED, that Section 2 of Article II is hereby amended to read as follows:

     "Section 2. Special Meetings. Special meetings may be called, whenever the
Board finds
<PAGE>
                                       3

that they are needed, by:
          (a)  the President;
          (b)  the Secretary; and
          (c)  the Board."

     The foregoing amendments were adopted by the Board of Directors at a special meeting
held on September 14, 2001 and shall take effect on October
1, 2001.
"""


def test_a_page_and_a_list_without_blank_lines_and_the_days_in_its_sentences(bylaws: Command, book: Path) -> None:
    Path("paged.txt").write_text(PAGED)
    done = bylaws("amend", IVM, "paged.txt", "--yes")
    assert done.code == 0
    assert "2001-10-01-1, effective October 1, 2001" in told(done)
    assert "Adopted by the board of directors at a meeting on September 14, 2001." in told(done)
    assert "page-number: 3" in told(done)
    shown = told(bylaws("show", IVM, "II.2"))
    assert "whenever the Board finds that they are needed, by: (a) the President; (b) the Secretary; and" in shown
    assert "(c) the Board. (Substituted" in shown
    assert "the Secretary; and" in told(bylaws("show", IVM, "II.2(b)"))
    other = bylaws("amend", IVM, "paged.txt", "--preview", "--effective", "2002-06-01")
    assert other.code == 2  # it is recorded already


def test_what_its_parties_call_it_by_is_read_from_the_title_or_said_and_kept(bylaws: Command, book: Path) -> None:
    assert "2001-06-01-1, effective June 1, 2001" in told(bylaws("amend", IVM, "amendment.txt", "--preview"))
    done = bylaws("amend", IVM, "amendment.txt", "--preview", "--number", "First  Amendment")
    assert "), First Amendment AMENDMENT NO. 1 TO THE BY-LAWS" in told(done)
    assert bylaws("amend", IVM, "amendment.txt", "--yes").code == 0
    stored = (book / IVM / "2001-06-01-1.xml").read_text()
    assert '<FRBRalias name="number" value="AMENDMENT NO. 1"/>' in stored
    assert '<FRBRnumber value="2001-06-01-1"/>' in stored
    assert "June 1, 2001 (2001-06-01-1, AMENDMENT NO. 1)" in told(bylaws("history", IVM))
    assert json.loads(bylaws("history", IVM, "--format", "json").out)["history"][-1]["number"] == "AMENDMENT NO. 1"
    words = ("--number", "Amendment No. 1A", "--reason", "As the minutes have it.")
    assert bylaws("correct", IVM, "2001-06-01-1", *words).code == 0
    assert "(2001-06-01-1, Amendment No. 1A)" in told(bylaws("history", IVM))
    assert bylaws("verify", IVM).code == 0


@pytest.mark.parametrize(
    ("title", "number"),
    [
        (("ACME, INC.", "AMENDMENT NO. 2 TO THE", "AMENDED AND RESTATED BYLAWS"), "AMENDMENT NO. 2"),
        (("Amendment Number Three",), "Amendment Number Three"),
        (("AMENDMENT NO. IV",), "AMENDMENT NO. IV"),
        (("AMENDMENT #12 TO THE BYLAWS",), "AMENDMENT #12"),
        (("BYLAWS", "as amended by Amendment No. 1"), ""),
        (("AMENDMENT NO. 2", "AMENDMENT NO. 3"), ""),
        (("AMENDMENT NOTICE 2",), ""),
        (("AMENDMENT TO THE BYLAWS",), ""),
    ],
)
def test_a_title_says_the_number_where_a_line_begins_with_it(title: tuple[str, ...], number: str) -> None:
    assert own_number(title) == number


CLUB = """PROPOSED AMENDMENTS

1. Proxy Amendment

Section to be Added: Voting

Proposed Amendment: Insert in Article V Section 90: Proxies. None are allowed.

2. Seal Amendment

Section to be Added: Seals

Proposed Amendment: Insert after Section 22 of Article V: “Section {}. Seals. There is a seal.

Dated: June 1, 2001
"""


def test_a_quotation_without_its_last_mark_is_told(bylaws: Command, book: Path) -> None:
    Path("club.txt").write_text(CLUB.format(91))
    shown = told(bylaws("amend", IVM, "club.txt", "--yes"))
    assert "Line 13: no mark ends the quotation that begins there; it was read up to the end of its paragraph." in shown
    assert "Section 91. Seals. There is a seal. (Added" in told(bylaws("show", IVM, "V.91"))
    assert "Section 90: Proxies. None are allowed. (Added" in told(bylaws("show", IVM, "V.90"))


def test_a_number_that_two_clauses_insert_records_nothing(bylaws: Command, book: Path) -> None:
    before = (book / IVM / "ledger.jsonl").read_bytes()
    Path("club.txt").write_text(CLUB.format(90))
    done = bylaws("amend", IVM, "club.txt", "--yes")
    assert done.code == 2
    assert "A paragraph before it adds Article V, Section 90 too: one of them needs another number." in told(done)
    assert (book / IVM / "ledger.jsonl").read_bytes() == before


def test_stars_in_the_middle_of_the_page_are_no_part_of_an_item(bylaws: Command, tmp_path: Path) -> None:
    cases = Path(__file__).parent / "cases"
    assert bylaws("import", cases / "bylaws.txt", "--work", "harbor-light", "--yes").code == 0
    Path("stars.txt").write_text(
        "AMENDMENT NO. 1\n\nSection 2 of Article III is amended to read as follows:\n\n"
        '     "Section 2. Powers. The Directors may:\n\n                                   * * *\n\n'
        "          (b)  appoint committees of three or more Directors; and\n\n"
        '                                   * * *"\n\nAdopted by the members on June 1, 2001.\n'
    )
    shown = told(bylaws("amend", "harbor-light", "stars.txt", "--yes"))
    assert "substitute Article III, Section 2(b)" in shown
    assert bylaws("verify", "harbor-light").code == 0
    after = told(bylaws("show", "harbor-light", "III.2"))
    assert "(a) borrow money; (b) appoint committees of three or more Directors; and" in after
    assert "(c) adopt rules." in after


def test_an_item_without_a_heading_is_in_the_record(bylaws: Command, book: Path) -> None:
    Path("item.txt").write_text(
        "AMENDMENT TO THE BY-LAWS\n\nA new Section 23 is added to Article V to read as follows:\n\n"
        '"Section 23. Clerks. There are:\n\n(a) a clerk; and\n\n(b) a cook."\n\n'
        'Section 23(a) of Article V is amended to read as follows:\n\n"(a) two clerks; and"\n\n'
        "This amendment takes effect on June 1, 2001.\n\nJane Roe, Secretary\n"
    )
    assert bylaws("amend", IVM, "item.txt", "--yes").code == 0
    history = bylaws("history", IVM).out.splitlines()
    assert "  substituted  Article V, Section 23(a)" in history
    assert any(line.endswith("Article V, Section 21  (not in the record)") for line in history)
    assert "ends: 'Jane Roe, Secretary'." in told(bylaws("audit", IVM, "--fail-on", "never"))


def test_what_is_not_read_says_how_to_go_on(bylaws: Command, book: Path) -> None:
    Path("odd.txt").write_text("AMENDMENT\n\nSection 1 of Article II is amended in style.\n\nDated: June 1, 2001\n")
    done = bylaws("amend", IVM, "odd.txt", "--yes")
    assert done.code == 2
    assert f"bylaws amend {IVM} odd.txt --edit" in done.err


@pytest.mark.parametrize(
    ("said", "answer", "shown"),
    [
        ("This amendment takes effect ninety days after its adoption.", ("--effective", "2001-08-30"), "2001-08-30-1"),
        (
            "This amendment shall be effective upon the closing of the merger.",
            ("--upon", "the closing of the merger"),
            "Pending: it takes effect upon the closing of the merger",
        ),
    ],
)
def test_a_sentence_that_puts_it_off_is_answered(
    bylaws: Command, book: Path, said: str, answer: tuple[str, str], shown: str
) -> None:
    words = "RESOLVED, that Section 22 of Article V is hereby repealed."
    Path("later.txt").write_text(
        f"AMENDMENT TO THE BY-LAWS\n\n{words}\n\n{said}\n\nAdopted by the Board on June 1, 2001\n"
    )
    assert bylaws("amend", IVM, "later.txt", "--yes").code == 2
    done = bylaws("amend", IVM, "later.txt", "--yes", *answer)
    assert done.code == 0
    assert shown in told(done)


DECIMAL = """# Bylaws of the Lantern Club

## 1. Members

### 1.1 Classes

There is one class.

### 1.2 Meetings

1.2.1 The annual meeting is held in May.

1.2.2 Notice is given in April.

Adopted by the Board of Directors on January 15, 2015.
"""


def test_a_number_of_three_figures_is_renumbered_beside_its_siblings(bylaws: Command, book: Path) -> None:
    Path("club.md").write_text(DECIMAL)
    assert bylaws("import", "club.md", "--work", "lantern", "--yes").code == 0
    Path("numbers.txt").write_text(
        "AMENDMENT TO THE BYLAWS\n\n"
        "Section 1.2.2 shall be renumbered as Section 1.2.3, and a new Section 1.2.2 is inserted "
        'to read: "1.2.2 The Board sets the place."\n\nAdopted by the Board of Directors on June 1, 2016\n'
    )
    assert bylaws("amend", "lantern", "numbers.txt", "--yes").code == 0
    shown = told(bylaws("show", "lantern", "1.2"))
    assert "1.2.1 The annual meeting is held in May. 1.2.2 The Board sets the place. 1.2.3 Notice is given" in shown
