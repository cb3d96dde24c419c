"""Redlines in a pipe: both texts can be read from the signs, whatever was done."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings

from redline_law import PAIRS, Played, of_sample, redlines, words
from renderer.redline.build import redline
from renderer.redline.text import write_redline
from renderer.terminal import Screen
from sample import IVM, opened, timeline

WIDE = Screen(width=1_000_000)


def read(played: Played, dropped: str) -> list[str]:
    """The words of one side: a provision that moved counts for the old text where it is struck.

    What the redline says beside the texts is left out: its first lines, remarks, and source notes.
    """
    marked = played.marked
    lines = write_redline(marked, WIDE, whole=True).split("\n")
    at = 1 + len(marked.sources) * marked.by_instrument if marked.preface else 2
    found, moved = [], False
    remarks, notes = {f"[{unit.remark}]" for unit in marked.units if unit.remark}, {unit.note for unit in marked.units}
    for line in lines[at:]:
        if not line:
            moved = False
        elif line in remarks:
            moved = line.startswith(("[Moved from", "[Moved: it stood"))
        elif line not in notes and not (moved and dropped == "{+"):
            found.append(line)
    text = "\n".join(found)
    text = re.sub(r"(?s)\[\+.*?-\][⁰¹²³⁴⁵⁶⁷⁸⁹·]*", "", text)
    opens, closes, kept_opens, kept_closes = ("[-", "-]", "{+", "+}") if dropped == "[-" else ("{+", "+}", "[-", "-]")
    text = re.sub(rf"(?s){re.escape(opens)}.*?{re.escape(closes)}[⁰¹²³⁴⁵⁶⁷⁸⁹·]*", "", text)
    text = re.sub(rf"{re.escape(kept_closes)}[⁰¹²³⁴⁵⁶⁷⁸⁹·]*", "", text.replace(kept_opens, ""))
    return text.split()


def holds(played: Played) -> None:
    assert read(played, "[-") == words(played.new)
    assert read(played, "{+") == words(played.old)


@pytest.mark.parametrize(("key", "old", "new", "way"), PAIRS)
def test_both_texts_can_be_read_from_it(key: str, old: date, new: date, way: str) -> None:
    holds(of_sample(key, old, new, way))


@settings(max_examples=50)
@given(redlines)
def test_both_texts_can_be_read_from_it_whatever_was_done(played: Played) -> None:
    holds(played)


def test_a_provision_that_several_amendments_made_is_put_in_as_one() -> None:
    played = of_sample(IVM, date(1991, 12, 20), date(2000, 2, 28), "plain")
    assert "{+Section 19. [Deleted February 28, 2000.]+}" in write_redline(played.marked, WIDE)
    told_apart = of_sample(IVM, date(1991, 12, 20), date(2000, 2, 28), "by instrument")
    assert "{+Section 19.+}¹{+ [Deleted February 28, 2000.]+}⁴" in write_redline(told_apart.marked, WIDE)


def test_a_placeholder_alone_is_no_change_of_words_and_is_not_called_none() -> None:
    line = timeline(IVM)
    old, new = (line.as_of(day) for day in (date(1991, 12, 20), date(2000, 2, 28)))
    written = write_redline(redline(opened(IVM).work, line, old, new, "art_V__sec_21"), WIDE)
    assert "to February 28, 2000: none in the words of a provision.\n" in written
    assert "{+Section 21. [Deleted February 28, 2000.]+}" in written
