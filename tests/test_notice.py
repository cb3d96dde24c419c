"""The three-part notice: each column is exactly what it says it is, and nothing that changes is missing."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from io import BytesIO
from random import Random

import pypdfium2
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from amending import AMENDMENT
from amendments.instrument import Instrument
from amendments.intake import propose
from amendments.operations import Delete
from amendments.proposal import Proposal, Wishes
from amendments.timeline import Consolidated, Timeline
from corpus.address import read_address
from corpus.model import Base, places
from corpus.paragraphs import paragraphs
from corpus.sources.reader import read_source
from histories import histories
from renderer.notes import deleted_items
from renderer.notice.build import notice
from renderer.notice.html import write_notice_html
from renderer.notice.pdf import write_notice_pdf
from renderer.notice.view import Notice, words_of
from renderer.notice.word import write_notice_word
from sample import IVM, opened

SCHEDULES = ("1998-03-26-1", "1999-07-29-1", "1999-10-20-1", "2000-02-28-1")
Columns = list[tuple[list[str], list[str], list[str]]]


def schedule(name: str) -> tuple[Notice, Consolidated, Consolidated]:
    record = opened(IVM)
    instrument = next(one for one in record.instruments if one.id == name)
    line = Timeline(record.base, (one for one in record.instruments if one.order < instrument.order))
    before = line.latest()
    return notice(line, instrument, as_of=instrument.effective, in_force=True), before, line.latest()


def proposal(words: str) -> Proposal:
    return propose(read_source(words.encode(), "a.txt", amends=True), Wishes(key=IVM, amends=True), opened(IVM))


def proposed(words: str) -> tuple[Notice, Consolidated, Consolidated]:
    found = proposal(words)
    (understood,) = found.understood
    assert isinstance(understood.recorded, Instrument)
    assert not understood.unread
    line = found.before(understood.recorded)
    before = line.latest()
    return notice(line, understood.recorded, as_of=understood.recorded.effective, in_force=False), before, line.latest()


def columns(made: Notice) -> Columns:
    return [(words_of(row.current), words_of(row.amendment), words_of(row.amended)) for row in made.rows]


def of_page(made: Notice) -> Columns:
    """The columns as the web page has them."""
    page = html.fromstring(write_notice_html(made))
    rows = []
    for row in page.xpath("//table/tbody/tr"):
        cells = [
            ["".join(one.itertext()) for one in cell.xpath("p[not(@class='told') and not(@class='where')]")]
            for cell in row.xpath("td")
        ]
        rows.append((cells[0], cells[1], cells[2]))
    return rows


def of_word(made: Notice) -> Columns:
    """The columns as the Word file has them, read without its author's help."""
    rows = []
    (table,) = Document(BytesIO(write_notice_word(made))).tables
    for row in table.rows[1:]:
        cells = row.cells
        if cells[0]._tc is cells[-1]._tc:
            continue  # the address of a provision stands over all three
        said = [[one.text for one in cell.paragraphs if one.style.name == "Notice Text"] for cell in cells]
        rows.append((said[0], said[1], said[2]))
    return rows


def texts(standing: Consolidated) -> Counter[str]:
    """Every article and section in force, all that is printed of it as one passage."""
    gone = deleted_items(standing.text, standing.sources())
    found: Counter[str] = Counter()
    for place in places(standing.text.provisions):
        provision = place.provision
        if provision.level in ("article", "section") or len(place.address.steps) == 1:
            said = [provision.num, provision.heading, gone.get(provision.wid, "")]
            said += [paragraph.text for paragraph in paragraphs(provision, gone)]
            found[" ".join(filter(None, said))] += 1
    for around in (standing.text.preface, standing.text.conclusions):
        found[" ".join(around)] += 1
    return found


def holds(shown: Columns, before: Consolidated, after: Consolidated) -> None:
    """Each column has whole provisions of its text, and what is in neither is in both texts alike."""
    old, new = texts(before), texts(after)
    current, amended = (Counter(" ".join(row[at]) for row in shown if row[at]) for at in (0, 2))
    assert current <= old
    assert amended <= new
    assert old - current == new - amended


@pytest.mark.parametrize("name", SCHEDULES)
def test_the_columns_of_a_schedule_are_the_two_texts_in_every_format(name: str) -> None:
    made, before, after = schedule(name)
    for shown in (columns(made), of_page(made), of_word(made)):
        holds(shown, before, after)


def test_the_columns_of_a_resolution_are_the_two_texts_in_every_format() -> None:
    made, before, after = proposed(AMENDMENT)
    for shown in (columns(made), of_page(made), of_word(made)):
        holds(shown, before, after)


def random_notice(played: tuple[Base, list[Instrument]], edited: bool) -> tuple[Notice, Consolidated, Consolidated]:
    base, instruments = played
    line = Timeline(base, instruments[:-1])
    last = instruments[-1]
    if edited:
        chance = Random(len(instruments))
        by_hand = tuple(replace(one, place="") if chance.random() < 0.5 else one for one in last.operations)
        last = replace(last, operations=by_hand, edited=True)
    before = line.latest()
    return notice(line, last, as_of=last.effective, in_force=False), before, line.latest()


@settings(max_examples=60)
@given(histories, st.booleans())
def test_the_columns_of_any_amendment_are_the_two_texts(played: tuple[Base, list[Instrument]], edited: bool) -> None:
    made, before, after = random_notice(played, edited)
    holds(columns(made), before, after)
    assert all(row.current and row.amendment and row.amended for row in made.rows)


@settings(max_examples=8)
@given(histories, st.booleans())
def test_files_have_the_columns_of_the_notice(played: tuple[Base, list[Instrument]], edited: bool) -> None:
    made, _, _ = random_notice(played, edited)
    expected = [tuple(" ".join(words) for words in row) for row in columns(made)]
    assert [tuple(" ".join(words) for words in row) for row in of_page(made)] == expected
    if made.rows:
        assert [tuple(" ".join(words) for words in row) for row in of_word(made)] == expected


def row_of(made: Notice, where: str) -> tuple[list[str], list[str], list[str], str]:
    (row,) = (row for row in made.rows if row.where == where)
    return words_of(row.current), words_of(row.amendment), words_of(row.amended), row.remark


def test_the_amendment_is_in_its_own_words() -> None:
    made, _, _ = proposed(AMENDMENT)
    lead_in = "NOW, THEREFORE, BE IT RESOLVED, that the By-Laws are hereby amended as follows:"
    assert row_of(made, "Article II, Section 2")[1] == [
        lead_in,
        "2. Section 2 of Article II is hereby amended and restated in its entirety to read as follows:",
        '"Section 2. Special Meetings. Special meetings may be called by:',
        "(a) the President; or",
        "(b) the holders of ten percent of the shares.",
        'Notice shall be given as provided in Section 4."',
    ]
    assert row_of(made, "Article V, Section 22")[1] == [
        lead_in,
        "3. Article V, Section 22 is hereby deleted in its entirety.",
    ]


def test_a_schedule_says_its_section_under_its_article() -> None:
    made, _, _ = schedule("1999-07-29-1")
    (row,) = columns(made)
    assert row[1][0] == "ARTICLE III DIRECTORS"
    assert row[1][1] == row[2][0]


def test_a_list_is_shown_with_what_leads_it_in_and_without_its_neighbours() -> None:
    made, _, _ = proposed(
        "AMENDMENT NO. 2\n\nArticle II of the By-Laws is hereby amended as follows:\n\n"
        '(a) Section 2 is amended by striking "second" and inserting "third".\n\n'
        "(b) Section 3 is hereby deleted.\n\nEffective June 1, 2001.\n"
    )
    lead_in = "Article II of the By-Laws is hereby amended as follows:"
    assert row_of(made, "Article II, Section 3")[1] == [lead_in, "(b) Section 3 is hereby deleted."]


def test_new_deleted_and_moved_provisions_are_told() -> None:
    made, _, _ = schedule("2000-02-28-1")
    assert row_of(made, "Article V, Section 22")[0] == []
    assert row_of(made, "Article V, Section 22")[3] == "New"
    assert row_of(made, "Article V, Section 19")[2] == ["Section 19. [Deleted February 28, 2000.]"]
    remarks = {row.where: row.remark for row in made.rows if row.remark.startswith("Moved")}
    assert remarks == {
        "Article V, Section 12": "Moved from Article V, Section 20",
        "Article V, Section 17": "Moved from Article V, Section 12",
        "Article V, Section 18": "Moved from Article V, Section 13",
    }
    (told,) = (row.current for row in made.rows if row.where == "Article V, Section 20")
    assert told[0].words[0].text == "(What stands here becomes Article V, Section 12.)"


def test_the_title_says_what_the_record_says_and_no_more() -> None:
    made, _, _ = schedule("1998-03-26-1")
    assert made.kind == "Notice of amendment"
    assert [label for label, _ in made.facts] == ["Amendment", "Effective"]
    other, _, _ = proposed(AMENDMENT)
    assert other.kind == "Notice of proposed amendment"
    assert dict(other.facts)["Adoption"] == "Adopted by the board of directors at a meeting on May 1, 2001."


def test_the_whole_amendment_stands_at_the_end() -> None:
    made, _, _ = proposed(AMENDMENT)
    assert " ".join(words_of(made.annex)).split() == AMENDMENT.split()


@pytest.mark.parametrize("name", SCHEDULES)
def test_the_annex_has_every_word_of_a_schedule(name: str) -> None:
    made, _, _ = schedule(name)
    text = next(one for one in opened(IVM).instruments if one.id == name).text
    assert " ".join(words_of(made.annex)).split() == text.words()


def test_an_instruction_that_changes_nothing_is_shown_with_why() -> None:
    """As where an amendment that was recorded later took away what it speaks of."""
    record = opened(IVM)
    found = proposal(AMENDMENT)
    drawn = found.understood[0].recorded
    assert isinstance(drawn, Instrument)
    gone = next(one for one in drawn.operations if isinstance(one, Delete))
    elsewhere = replace(gone, target=read_address("Article XC, Section 9")[0])
    line = Timeline(record.base, record.instruments)
    before = line.latest()
    made = notice(line, replace(drawn, operations=(elsewhere,)), as_of=drawn.effective, in_force=False)
    holds(columns(made), before, line.latest())
    (row,) = made.rows
    assert row.where == "Article XC, Section 9"
    assert row.remark.startswith("Changes nothing. ")
    assert len(row.remark) > 20
    assert "3. Article V, Section 22 is hereby deleted in its entirety." in words_of(row.amendment)


def test_words_that_changed_are_struck_and_underlined() -> None:
    made, _, _ = schedule("1999-07-29-1")
    page = html.fromstring(write_notice_html(made))
    cells = page.xpath("//table/tbody/tr/td")
    assert not cells[0].xpath(".//ins")
    assert not cells[2].xpath(".//del")
    assert [one.text for one in cells[0].xpath(".//del")] == [
        words.text for line in made.rows[0].current for words in line.words if words.changed
    ]
    (table,) = Document(BytesIO(write_notice_word(made))).tables
    runs = [run for cell in table.rows[2].cells for paragraph in cell.paragraphs for run in paragraph.runs]
    assert any(run.font.strike for run in runs)
    assert any(run.font.underline for run in runs)
    assert not any(run.font.strike and run.font.underline for run in runs)


def test_the_heads_of_the_columns_stand_on_every_page_of_word_and_pdf() -> None:
    made, _, _ = schedule("2000-02-28-1")
    (table,) = Document(BytesIO(write_notice_word(made))).tables
    assert [cell.text for cell in table.rows[0].cells] == ["Current text", "The amendment", "Text as amended"]
    assert table.rows[0]._tr.xpath("w:trPr/w:tblHeader")
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(write_notice_pdf(made))]
    of_table = next(at for at, words in enumerate(pages) if "The amendment in full" in words)
    assert of_table > 3
    assert all("Text as amended" in words for words in pages[:of_table])


@pytest.mark.parametrize("made", [schedule("2000-02-28-1")[0], proposed(AMENDMENT)[0]], ids=["schedule", "resolution"])
def test_a_pdf_has_every_word(made: Notice) -> None:
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(write_notice_pdf(made))]
    found = Counter(_words("\n".join(pages)))
    cells = [*(cell for row in made.rows for cell in row.cells), made.annex]
    assert Counter(_words(" ".join(words for cell in cells for words in words_of(cell)))) <= found


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub(r"[\ufffe\u00ad]", "", text))


# the command
