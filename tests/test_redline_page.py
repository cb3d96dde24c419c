"""The law of the web page: accepting and rejecting by its elements alone gives either text, in one column and two."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from corpus.model import Provision, Text
from redline_law import PAIRS, WAYS, Played, of_sample, redlines, words
from renderer.redline.build import compare_files
from renderer.redline.html import write_redline_html
from sample import IVM, days

STYLES = [(False, False), (True, False), (False, True), (True, True)]
"""Side by side or not, as filed or not."""


def taken(content: str, column: str, dropped: str) -> list[str]:
    """The words of a column of the page without remarks and signs, one kind of mark dropped and the other unwrapped."""
    main = html.fromstring(content).xpath("//main")[0]
    for other in main.xpath(f".//aside|.//b[@class='sign']|.//{dropped}"):
        if other.getparent() is not None:
            other.drop_tree()
    if column:
        for other in main.xpath(f".//div[@class='{'old' if column == 'new' else 'new'}']"):
            other.drop_tree()
    return main.text_content().split()


def holds(played: Played, side_by_side: bool, filing: bool) -> None:
    content = write_redline_html(played.marked, True, side_by_side=side_by_side, filing=filing)
    old, new = ("old", "new") if side_by_side else ("", "")
    assert taken(content, new, "del") == words(played.new)
    assert taken(content, old, "ins") == words(played.old)


@pytest.mark.parametrize(("key", "old", "new", "way"), PAIRS)
def test_accepting_gives_the_new_text_and_rejecting_the_old(key: str, old: date, new: date, way: str) -> None:
    played = of_sample(key, old, new, way)
    for side_by_side, filing in STYLES:
        holds(played, side_by_side, filing)


@settings(max_examples=60, deadline=None)
@given(redlines, st.sampled_from(STYLES))
def test_it_does_whatever_was_done(played: Played, style: tuple[bool, bool]) -> None:
    holds(played, *style)


def page(way: str = "plain", first: int = 0, **how: bool) -> html.HtmlElement:
    """The redline of the sample from one of its days, by index, to the last."""
    return html.fromstring(write_redline_html(of_sample(IVM, days(IVM)[first], days(IVM)[-1], way).marked, **how))


def test_marks_are_del_and_ins_with_their_number_and_instrument() -> None:
    section = page(first=-2).xpath("//section[starts-with(@id, 'art_III__sec_1-')]")[0]
    found = [(mark.tag, mark.text_content(), mark.get("data-change")) for mark in section.xpath(".//del|.//ins")]
    assert found == [
        ("del", ",", "1"),
        ("ins", ";", "1"),
        ("del", "not less than ten (10) nor more than fifteen (15) members", "2"),
        ("ins", "at least one (1) member", "2"),
        ("ins", ",", "3"),
        ("ins", ", if", "4"),
    ]
    assert {mark.get("title") for mark in section.xpath(".//*[@data-change='2']")} == {
        "2. Schedule A, February 28, 2000"
    }


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("side_by_side", "filing"), STYLES)
def test_the_summary_leads_to_every_change_and_ids_are_unique(way: str, side_by_side: bool, filing: bool) -> None:
    found = page(way, summary=True, side_by_side=side_by_side, filing=filing)
    ids = found.xpath("//main//@id")
    assert len(ids) == len(set(ids))
    numbers = [item.get("value") for item in found.xpath("//section[@class='summary']//li")]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    for number, item in zip(numbers, found.xpath("//section[@class='summary']//li"), strict=True):
        assert [link.get("href") for link in item.xpath("a")] == [f"#change-{number}"]
    for link in found.xpath("//a/@href"):
        assert link.removeprefix("#") in ids
    for number in numbers:
        marks = found.xpath(f"//main//*[@data-change='{number}']")
        assert f"change-{number}" in {mark.get("id") for mark in marks}
        assert found.xpath(f"//main//a[@data-number='{number}']")


@pytest.mark.parametrize("side_by_side", [False, True])
def test_both_ends_of_a_move_lead_to_one_another(side_by_side: bool) -> None:
    found = page(side_by_side=side_by_side)
    remarks = {link.text: link.get("href").removeprefix("#") for link in found.xpath("//aside[@class='remark']/a")}
    there = found.get_element_by_id(remarks["Moved to Article V, Section 17"])
    assert (there.tag, there.get("class")) == ("ins", "moved")
    assert "Treasurer" in there.text_content()
    here = found.get_element_by_id(remarks["Moved from Article V, Section 12"])
    assert (here.tag, here.get("class")) == ("del", "moved")
    assert "Treasurer" in here.text_content()


def test_side_by_side_what_was_edited_in_a_moved_provision_is_marked_at_both_ends() -> None:
    found = page(side_by_side=True)
    gone = found.xpath("//div[@class='old']//del[contains(@class, 'moved')]//del/text()")
    assert gone == ["12", "President", "13", "Treasurer", "Of directors or the President"]
    brought = found.xpath("//div[@class='new']//ins[contains(@class, 'moved')]//ins/text()")
    assert brought == ["17", "Chief Executive Officer", "18", "Treasure", "of Directors or the Chief Executive Officer"]


def test_what_came_and_went_is_underlined_and_struck_in_the_colours_of_both() -> None:
    (mark,) = (
        one
        for one in page("superseded").xpath("//del[contains(@class, 'superseded')]")
        if "nine (9)" in one.text_content()
    )
    assert [inner.tag for inner in mark] == ["ins"]
    assert mark.get("data-by") == "2·3"
    assert mark.get("title") == "2. Put in: Schedule A, July 29, 1999; taken out: Schedule A, October 20, 1999"


def test_every_instrument_has_a_tick_and_a_colour_of_its_own() -> None:
    labels = page("by instrument").xpath("//fieldset[@class='legend']/label")
    assert [" ".join(label.xpath("ins")[0].text_content().split()) for label in labels] == [
        "1 Schedule A, March 26, 1998",
        "2 Schedule A, July 29, 1999",
        "3 Schedule A, October 20, 1999",
        "4 Schedule A, February 28, 2000",
    ]
    assert len({label.get("class") for label in labels}) == 4
    assert not page().xpath("//fieldset")


def test_both_whole_and_not_the_page_has_the_whole_text() -> None:
    assert page(whole=True).xpath("//main")[0].text_content() == page().xpath("//main")[0].text_content()
    assert not page(whole=True).xpath("//input[@id='only']/@checked")
    assert page().xpath("//input[@id='only']/@checked")


def test_where_nothing_changed_it_says_so_and_shows_nothing_else() -> None:
    assert page(first=-1).xpath("//main")[0].text_content().split() == ["Nothing", "changed."]
    assert "Principal Office" in page(first=-1, whole=True).xpath("//main")[0].text_content()


def test_nothing_is_loaded_from_elsewhere() -> None:
    played = of_sample(IVM, days(IVM)[0], days(IVM)[-1], "superseded")
    content = write_redline_html(played.marked, summary=True, side_by_side=True)
    assert not re.search(r"(?:src|href)=[\"'](?!#)|@import|url\(|<script [^>]|fetch|https?:", content)


def test_words_are_escaped_wherever_they_stand() -> None:
    def bylaws(words: str) -> Text:
        return Text(provisions=(Provision(level="section", num="Section 1.", heading=words, body=(words,)),))

    evil = '"><script>alert(1)</script>&{{ 7 * 7 }}'
    marked = compare_files(bylaws("Seal."), bylaws(evil), evil, (evil, evil))
    content = write_redline_html(marked, summary=True, side_by_side=True)
    assert content.count("<script>") == 1
    assert "alert(1)" not in content.split("<script>")[1]
    assert "{{ 7 * 7 }}" in html.fromstring(content).xpath("//main")[0].text_content()


def test_as_filed_one_pair_of_brackets_goes_round_a_provision_that_is_struck() -> None:
    gone = [mark.text_content() for mark in page(filing=True).xpath("//del[@data-change='19']")]
    assert len(gone) == 1
    assert gone[0].startswith("[Section 13. Assistant Treasurers. Any Assistant Treasurer shall")
    assert gone[0].endswith("the Board Of directors or the President.]")
