"""Redlines as Markdown with CriticMarkup: both texts stand in them, as any program that knows the signs would read."""

from __future__ import annotations

import re
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given, settings

from amendments.instrument import Instrument
from amendments.timeline import Consolidated, Timeline
from corpus.model import Base, Work
from histories import WORK, histories
from renderer.markdown import write_markdown
from renderer.redline.build import redline
from renderer.redline.markdown import write_redline_markdown
from renderer.view import view_text
from sample import IVM, opened, timeline

DAYS = ("1991-12-20", "1998-03-26", "1999-07-29", "1999-10-20", "2000-02-28")


def read(markdown: str, drop: str) -> list[str]:
    """The paragraphs, their words only, without what the signs that hold ``drop`` mark.

    A paragraph of which nothing is left goes; number and heading, in bold, are one of their own.
    """
    other = {"-": "+", "+": "-"}[drop]
    text = re.sub(r"(?s)\{>>.*?<<\}", "", re.sub(r"(?s)^---\n.*?\n---\n", "", markdown))
    text = re.sub(rf"(?s)(?<!\\)\{{\{drop}{{2}}.*?(?<!\\)\{drop}{{2}}\}}", "", text)
    text = re.sub(rf"(?<!\\)\{{\{other}\{other}|(?<!\\)\{other}\{other}\}}", "", text)
    blocks = re.sub(r"(?m)^(\*\*.+?\*\*) ", r"\1\n\n", text).split("\n\n")
    words = (re.sub(r"\*\*|<br>|^[#>\s]+", " ", block) for block in blocks)
    return [" ".join(re.sub(r"\\([^\w\s])", r"\1", block).split()) for block in words if block.strip()]


def shown(work: Work, text: Consolidated) -> list[str]:
    """The paragraphs that 'bylaws show --format markdown' has, without its notes."""
    return read(re.sub(r"<!--.*?-->", "", write_markdown(view_text(work, text))), "-")


def assert_exact(work: Work, line: Timeline, old: Consolidated, new: Consolidated) -> None:
    for by_instrument, superseded in ((False, False), (True, False), (True, True)):
        marked = redline(work, line, old, new, by_instrument=by_instrument, superseded=superseded)
        for summary in (False, True):
            markdown = write_redline_markdown(marked, whole=True, summary=summary)
            assert read(markdown, "-") == shown(work, new)
            assert read(markdown, "+") == shown(work, old)


@pytest.mark.parametrize(("old", "new"), list(permutations(DAYS, 2)))
def test_accepting_gives_the_new_text_and_rejecting_the_old(old: str, new: str) -> None:
    line = timeline(IVM)
    assert_exact(opened(IVM).work, line, *(line.as_of(date.fromisoformat(day)) for day in (old, new)))


@settings(max_examples=40)
@given(histories)
def test_both_texts_stand_in_the_redline_of_any_history(played: tuple[Base, list[Instrument]]) -> None:
    line = Timeline(*played)
    assert_exact(WORK, line, line.as_of(WORK.adopted), line.latest())


def test_the_marks_of_a_section() -> None:
    line = timeline(IVM)
    old, new = (line.as_of(date.fromisoformat(day)) for day in DAYS[3:])
    written = write_redline_markdown(redline(opened(IVM).work, line, old, new, "art_III__sec_1"))
    assert "{>>Article III<<}\n\n**Section 1. Number of Directors.** The property{--,--}{++;++} business" in written
    assert "{--not less than ten (10) nor more than fifteen (15) members--}{++at least one (1) member++} who" in written


def test_what_moved_is_struck_and_put_in_whole_and_its_edits_are_told() -> None:
    line = timeline(IVM)
    old, new = (line.as_of(date.fromisoformat(day)) for day in (DAYS[0], DAYS[4]))
    written = write_redline_markdown(redline(opened(IVM).work, line, old, new))
    assert "{>>Moved to Article V, Section 17<<}\n\n{--**Section 12. Treasurer.** The Treasurer shall have" in written
    assert (
        "{>>Moved from Article V, Section 12<<}\n\n"
        "{>>Edited where it stands now: “President” becomes “Chief Executive Officer”.<<}\n\n"
        "{++**Section 17. Treasurer.** The Treasurer"
    ) in written


def test_each_instrument_is_named_after_its_marks() -> None:
    line = timeline(IVM)
    old, new = (line.as_of(date.fromisoformat(day)) for day in (DAYS[0], DAYS[4]))
    written = write_redline_markdown(redline(opened(IVM).work, line, old, new, "art_III__sec_1", by_instrument=True))
    assert (
        "then{--, if--}{>>Schedule A, October 20, 1999<<}{++, if++}{>>Schedule A, February 28, 2000<<} the" in written
    )
    assert "The property{--,--}{++;++}{>>Schedule A, February 28, 2000<<} business" in written
