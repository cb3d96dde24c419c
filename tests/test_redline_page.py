"""The law of the web page: accepting and rejecting by its elements alone gives either text, in one column and two."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from redline_law import PAIRS, Played, of_sample, redlines, words
from renderer.redline.html import write_redline_html

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
    content = write_redline_html(played.marked, side_by_side=side_by_side, filing=filing)
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
