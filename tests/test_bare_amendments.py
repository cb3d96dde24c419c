"""Amendments of bylaws whose numbers stand without a word before them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from amendments.proposal import Proposal, Wishes
from amendments.record import open_record
from amendments.recording import prepare, record
from corpus.locate import locate
from corpus.sources.reader import read_source
from corpus.store import Book
from drafts import drafted, printed, told
from sample import RECORDED

PLAN = """\
                           BYLAWS OF THE HILL CLUB

1. NAME AND SEAT

1.1 Name. The name is The Hill Club.

1.2 Seat. The seat is in Butte.

2. MEMBERS

2.1 Classes.

2.1.1 Full members vote.

2.1.2 Friends do not vote.

3. DUES

The dues are ten dollars.

Adopted May 4, 1990.
"""


@pytest.fixture
def book(tmp_path: Path) -> Book:
    kept = Book(tmp_path / "book")
    record(kept, read_source(PLAN.encode(), "bylaws.txt"), Wishes(key="hill"), RECORDED)
    return kept


def amended(book: Book, words: str) -> Proposal:
    text = f"AMENDMENT NO. 1\n\nEffective June 1, 1991, the By-Laws are amended as follows:\n\n{words}\n"
    return prepare(book, read_source(text.encode(), "amendment.txt", amends=True), Wishes(key="hill", amends=True))


def text_at(proposal: Proposal, address: str) -> str:
    return " ".join(locate(proposal.timeline.latest().text, address).provision.passages())


@pytest.mark.parametrize(
    ("words", "address", "after"),
    [
        ('Section 1.2 is amended to read "1.2 Seat. The seat is in Havre."', "1.2", "1.2 Seat. The seat is in Havre."),
        ('Section 1.2 is amended to read "The seat is in Havre."', "1.2", "1.2 Seat. The seat is in Havre."),
        (
            "Section 2.1.2 is amended to read as follows:\n\n2.1.2 Friends may speak.",
            "2.1.2",
            "2.1.2 Friends may speak.",
        ),
        (
            'Section 3 is amended to read as follows:\n\n"3. DUES. There are none."',
            "Section 3",
            "3. DUES. There are none.",
        ),
        ('Section 3 is amended by striking "ten" and inserting "five".', "3", "3. DUES The dues are five dollars."),
        ('A new Section 2.1.3 is added: "2.1.3 Guests may listen."', "2.1.3", "2.1.3 Guests may listen."),
        ('A new Section 1.3 is added: "1.3 Seal. It is round."', "1.3", "1.3 Seal. It is round."),
    ],
)
def test_a_bare_number_is_said_once(book: Book, words: str, address: str, after: str) -> None:
    proposal = amended(book, words)
    assert [one.why for understood in proposal.understood for one in understood.unread] == []
    assert text_at(proposal, address) == after


def test_a_provision_goes_where_its_number_says(book: Book) -> None:
    proposal = amended(book, 'A new Section 2.1.3 is added: "2.1.3 Guests may listen."')
    assert locate(proposal.timeline.latest().text, "2.1.3").eid == "art_2__sec_2-1__subsec_2-1-3"


def test_the_record_keeps_the_words_of_the_document(book: Book) -> None:
    reading = read_source(
        b'AMENDMENT NO. 1\n\nEffective June 1, 1991, Section 1.2 is amended to read "1.2 Seat. It is in Havre."\n',
        "amendment.txt",
        amends=True,
    )
    record(book, reading, Wishes(key="hill", amends=True), RECORDED)
    (instrument,) = open_record(book, "hill").instruments
    assert '"1.2' in instrument.text.words()


def test_a_draft_names_a_section_with_points_by_its_own_number(book: Book) -> None:
    kept = open_record(book, "hill")
    copy = printed(kept, date(1990, 5, 4)).replace("Friends do not vote.", "Friends never vote.")
    found = drafted(kept, copy, day=date(1990, 5, 4))
    assert told(found) == ['substitute-words Article 2, Section 2.1.2  "do not" → "never"']
    assert found is not None
    assert any("Section 2.1.2 of Article 2" in block.text for block in found.blocks)


def test_a_new_section_with_points_is_drafted(book: Book) -> None:
    kept = open_record(book, "hill")
    copy = printed(kept, date(1990, 5, 4)).replace("not vote.\n", "not vote.\n\n    2.1.3 Guests listen.\n")
    assert told(drafted(kept, copy, day=date(1990, 5, 4))) == ["add Article 2, Section 2.1.3  "]


@pytest.mark.parametrize(
    ("words", "address", "after"),
    [
        (
            "Section 1.2 is amended to read as follows:\n\n> 1.2 Seat. The seat is in Havre.\n>\n> It may move.\n\n"
            "The Secretary reports it to the members.",
            "1.2",
            "1.2 Seat. The seat is in Havre. It may move.",
        ),
        (
            "A new Section 1.3 is added:\n\n> 1.3 Seal. It is round.\n\nSection 3 is amended by striking “ten” and "
            "inserting “five”.",
            "Section 3",
            "3. DUES The dues are five dollars.",
        ),
    ],
)
def test_new_words_that_markdown_sets_off_need_no_marks(book: Book, words: str, address: str, after: str) -> None:
    text = f"# AMENDMENT NO. 1\n\nEffective June 1, 1991, the By-Laws are amended as follows:\n\n{words}\n"
    reading = read_source(text.encode(), "amendment.md", amends=True)
    proposal = prepare(book, reading, Wishes(key="hill", amends=True))
    assert [one.why for understood in proposal.understood for one in understood.unread] == []
    assert text_at(proposal, address) == after


def test_an_amendment_that_is_set_off_whole_needs_its_marks(book: Book) -> None:
    text = (
        "# AMENDMENT NO. 1\n\nEffective June 1, 1991, the By-Laws are amended as follows:\n\n"
        "> Section 1.2 is amended to read as follows:\n>\n> The seat is in Havre.\n>\n> The members were heard.\n"
    )
    reading = read_source(text.encode(), "amendment.md", amends=True)
    proposal = prepare(book, reading, Wishes(key="hill", amends=True))
    assert proposal.understood[0].unread
