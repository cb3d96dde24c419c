"""Web pages: the words that a browser shows, in the paragraphs that it shows them in."""

from __future__ import annotations

import pytest

from corpus.errors import ChangesTracked, NotReadable
from corpus.model import Provision
from corpus.sources.reader import Reading, read_source

HEAD = '<html><body><p align="center">BYLAWS OF ACME</p><p align="center"><b>ARTICLE I<br>OFFICES</b></p>'


def read(markup: str) -> Reading:
    return read_source((HEAD + markup).encode(), "bylaws.htm")


def sections(markup: str) -> tuple[Provision, ...]:
    (document,) = read(markup).documents
    return document.text.provisions[0].children


def test_spaces_quotes_and_dashes_of_filings() -> None:
    (powers,) = sections(
        "<p>&nbsp;&nbsp;Section&nbsp;1.&nbsp;&nbsp;<u>Powers</u>.&#160; The &#147;board&#148; may sue&#151;or not.</p>"
    )
    assert (powers.num, powers.heading, powers.body) == ("Section 1.", "Powers.", ("The “board” may sue—or not.",))


def test_words_cut_by_tags_are_whole() -> None:
    (name,) = sections(
        "<div><font>Sec</font><font>tion 1. Na</font><b>me.</b> The 1<sup>st</sup> name<br>is Acme.</div>"
    )
    assert (name.num, name.heading, name.body) == ("Section 1.", "Name.", ("The 1st name is Acme.",))


def test_a_table_that_sets_items_in_begins_a_new_paragraph() -> None:
    (powers,) = sections(
        "<p>Section 1. Powers. The board may</p><table>"
        "<tr><td></td><td>(a)</td><td>sue; and</td></tr><tr><td></td><td>(b)</td><td>be sued.</td></tr></table>"
    )
    assert [(one.num, one.body) for one in powers.children] == [("(a)", ("sue; and",)), ("(b)", ("be sued.",))]


@pytest.mark.parametrize("style", ["list-style-type:none", "list-style: none outside"])
def test_a_list_told_to_show_no_numbers_gets_none(style: str) -> None:
    (powers,) = sections(
        f'<p>Section 1. Powers. It may:</p><ol style="{style}"><li>(a) sue; or</li><li>(b) be sued.</li></ol>'
    )
    assert [one.num for one in powers.children] == ["(a)", "(b)"]
    assert "1." not in powers.text().removeprefix("Section 1.")


def test_the_numbers_that_a_page_counts_for_its_lists() -> None:
    (powers,) = sections(
        "<p>Section 1. Powers. The board may:</p>"
        '<ol type="a"><li>sue:<ol type="i"><li>at law</li><li>in equity</li></ol></li><li>be sued.</li></ol>'
    )
    assert [one.num for one in powers.children] == ["a.", "b."]
    assert [one.num for one in powers.children[0].children] == ["i.", "ii."]


@pytest.mark.parametrize(
    "struck",
    [
        "<s>five</s>",
        '<span style="text-decoration: line-through">five</span>',
        '<span style="text-decoration-line:line-through">five</span>',
        '<style>.gone, u { text-decoration: line-through }</style><span class="gone">five</span>',
    ],
)
def test_struck_words_are_tracked_changes_however_they_are_struck(struck: str) -> None:
    with pytest.raises(ChangesTracked, match="'five'"):
        read(f"<p>Section 1. Number. The board has {struck} seven members.</p>")


def test_words_that_a_page_does_not_show_are_set_aside_by_name() -> None:
    reading = read(
        "<style>/* notes */ span.note { display: none }</style>"
        '<p>Section 1. Name. It <span class="note">check</span>is <i style="display:none">or</i> Acme.<!-- sic --></p>'
    )
    assert reading.set_aside_by_reason() == {"hidden": {"check": 1, "or": 1}, "comment": {"sic": 1}}


def test_the_marks_of_a_quotation_are_words() -> None:
    (name,) = sections("<p>Section 1. Name. In these bylaws <q>board</q> means the directors.</p>")
    assert name.body == ("In these bylaws “board” means the directors.",)


def test_a_page_number_in_the_middle_of_a_sentence_is_set_aside() -> None:
    reading = read("<p>Section 1. Powers. The directors of the</p><p align=center>3</p><hr><p>corporation may sue.</p>")
    assert reading.set_aside_by_reason()["page-number"] == {"3": 1}
    assert reading.documents[0].text.words()[-3:] == ["corporation", "may", "sue."]


def test_markup_too_deep_or_too_damaged_to_read_is_refused() -> None:
    with pytest.raises(NotReadable, match="nested more than 256 deep"):
        read(f"<p>Section 1. Name. {'<font>' * 300}The name is Acme.")
    with pytest.raises(NotReadable, match="markup is damaged"):
        read("<p>Section 1. Name. The name <![CDATC is Acme.</p>")
