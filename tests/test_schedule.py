"""Reading a Schedule A, which has no verbs."""

from __future__ import annotations

from pathlib import Path

import pytest

from amendments.akn.instrument import read_instrument, write_instrument
from amendments.errors import BaseExists, BaseMissing, Homeless
from amendments.instrument import Instrument
from amendments.operations import Add, Delete, Substitute
from amendments.proposal import Wishes
from amendments.recording import record
from amendments.timeline import Timeline
from corpus.errors import Undated
from corpus.model import places
from corpus.sources.reader import read_source
from corpus.store import Book
from sample import IVM, RECORDED, opened

BASE = """\
                                    BYLAWS
                                       OF
                                 ACME, INC.

                                   ARTICLE I
                                    OFFICES

     Section 1. Place. The office is in Fresno, State of California.

     Section 2. Others. There are none.

                                   ARTICLE II
                                    MEETINGS

     Section 1. Annual. In May.

     Section 3. Special. Never.

Dated: May 4, 1990
"""

SCHEDULE = """\
                                  SCHEDULE A
                              SUBSTITUTED SECTIONS
                                       OF
                                 ACME, INC.

{}

Dated: {}
"""


def schedule(body: str, dated: str = "June 1, 1995") -> bytes:
    return SCHEDULE.format(body, dated).encode()


@pytest.fixture
def book(tmp_path: Path) -> Book:
    made = Book(tmp_path / "book")
    record(made, read_source(BASE.encode(), "base.txt"), Wishes(key="acme"), RECORDED)
    return made


def amended(book: Book, body: str, dated: str = "June 1, 1995", **wishes: str) -> Instrument:
    source = read_source(schedule(body, dated), f"{dated}.txt")
    proposal = record(book, source, Wishes(key="acme", **wishes), RECORDED)  # type: ignore[arg-type]
    instrument = proposal.understood[0].recorded
    assert isinstance(instrument, Instrument)
    return instrument


ARTICLE_II = "                                   ARTICLE II\n                                    MEETINGS\n\n"


def test_a_number_that_stands_is_substituted_and_one_that_does_not_is_added(book: Book) -> None:
    one, two, three = amended(
        book,
        f"{ARTICLE_II}     Section 1. Annual. In June.\n\n     Section 2. Notice. Ten days.\n\n"
        "     Section 3. Special. DELETED",
    ).operations
    assert isinstance(one, Substitute)
    assert one.seen.heading == "Annual."
    assert isinstance(two, Add)
    assert isinstance(three, Delete)
    assert (three.num, three.heading) == ("Section 3.", "Special.")


def test_a_number_that_was_deleted_before_is_added_again(book: Book) -> None:
    amended(book, f"{ARTICLE_II}     Section 3. Special. DELETED", "June 1, 1995")
    (again,) = amended(book, f"{ARTICLE_II}     Section 3. Special. At will.", "June 1, 1996").operations
    assert isinstance(again, Add)


def test_an_article_that_the_text_does_not_have_is_added_whole(book: Book) -> None:
    body = (
        "                                  ARTICLE III\n                                    SEAL\n\n"
        "     Section 1. Form. Round.\n\n     Section 2. Keeper. The Secretary."
    )
    instrument = amended(book, body)
    (whole,) = instrument.operations
    assert isinstance(whole, Add)
    assert str(whole.target) == "Article III"
    assert len(whole.new.children) == 2


def test_a_section_under_no_article_is_the_only_one_of_its_number(book: Book) -> None:
    (only,) = amended(book, "     Section 3. Special. At will.").operations
    assert isinstance(only, Substitute)
    assert str(only.target) == "Article II, Section 3"
    with pytest.raises(Homeless, match=r"Article I, Section 1; Article II, Section 1"):
        amended(book, "     Section 1. Annual. In June.", "June 1, 1996")
    with pytest.raises(Homeless, match="no section of that number"):
        amended(book, "     Section 9. Annual. In June.", "June 1, 1996")


def test_two_schedules_of_one_day_run_in_the_order_recorded(book: Book) -> None:
    first = amended(book, f"{ARTICLE_II}     Section 1. Annual. In June.")
    second = amended(book, f"{ARTICLE_II}     Section 1. Annual. In July.\n\n     Section 2. Notice. None.")
    assert (first.id, second.id) == ("1995-06-01-1", "1995-06-01-2")


def test_a_schedule_that_the_record_has_no_base_for_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BaseMissing):
        record(Book(tmp_path), read_source(schedule("     Section 1. A. B."), "a.txt"), Wishes(key="acme"), RECORDED)


def test_a_second_base_is_refused(book: Book) -> None:
    with pytest.raises(BaseExists):
        record(book, read_source(BASE.replace("May 4", "May 5").encode(), "b.txt"), Wishes(key="acme"), RECORDED)


def test_an_undated_schedule_asks_for_its_date(book: Book) -> None:
    undated = schedule(f"{ARTICLE_II}     Section 1. Annual. In June.").replace(b"Dated: June 1, 1995", b"")
    with pytest.raises(Undated, match=r"u\.txt, line 1"):
        record(book, read_source(undated, "u.txt"), Wishes(key="acme"), RECORDED)


def test_the_operations_of_the_sample_are_read_back_as_written() -> None:
    sample = opened(IVM)
    for instrument in sample.instruments:
        content = write_instrument(instrument, sample.work)
        assert read_instrument(content, Path("x.xml")) == instrument


def test_the_instruments_own_words_are_all_in_its_file() -> None:
    (instrument,) = [found for found in opened(IVM).instruments if found.id == "2000-02-28-1"]
    words = instrument.text.words()
    assert words[:3] == ["SCHEDULE", "A", "AMENDED"]
    assert words[-1] == "139574"
    assert words.count("DELETED") == 4
    assert len([p for p in places(instrument.text.provisions) if p.provision.level == "section"]) == 12


def test_replay_gives_what_was_shown_before_recording(book: Book) -> None:
    source = read_source(schedule(f"{ARTICLE_II}     Section 1. Annual. In June."), "s.txt")
    proposal = record(book, source, Wishes(key="acme"), RECORDED)
    assert Timeline(proposal.base, proposal.instruments).latest().text == proposal.timeline.latest().text
