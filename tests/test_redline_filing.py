"""The filing style: brackets and underlines that can't be taken for words of the texts, exact on both sides."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conftest import Outcome
from corpus.model import Provision, Text
from redline_law import PAIRS, Played, of_sample, redlines, words
from renderer.redline.build import compare_files
from renderer.redline.filing import signs_for
from renderer.redline.text import write_redline
from renderer.redline.view import Redline
from renderer.terminal import Screen
from sample import IVM

WIDE = 1_000_000


def filed(marked: Redline, colour: bool = False) -> list[str]:
    """The lines of the whole text as filed, without title, remarks and notes."""
    bare = replace(marked, units=tuple(replace(unit, remark="", note="") for unit in marked.units), by_instrument=False)
    printed = write_redline(bare, Screen(WIDE, colour), whole=True, filing=True).split("\n")
    start = next(at for at, line in enumerate(printed) if "inserted words" in line)
    return printed[start:]


def sides(marked: Redline) -> tuple[list[str], list[str]]:
    """The words of the old text and of the new, as one reads them who was told the signs."""
    told, *lines = filed(marked)
    opens, closes, begins, ends = re.match(r"(\S+?)Deleted words(\S+) and (\S+?)inserted words(\S+) are", told).groups()  # type: ignore[union-attr]
    gone = re.compile(f"{re.escape(opens)}(.*?){re.escape(closes)}")
    brought = re.compile(f"{re.escape(begins)}(.*?){re.escape(ends)}")
    both = re.compile(f"{gone.pattern}|{brought.pattern}")
    text = "\n".join(lines)
    old = both.sub(lambda found: found[1] if found[1] is not None and not brought.fullmatch(found[1]) else "", text)
    new = both.sub(lambda found: found[2] or "", text)
    return old.split(), new.split()


def holds(played: Played) -> None:
    assert sides(played.marked) == (words(played.old), words(played.new))


@pytest.mark.parametrize(("key", "old", "new", "way"), PAIRS)
def test_both_texts_can_be_read_from_it(key: str, old: date, new: date, way: str) -> None:
    holds(of_sample(key, old, new, way))


@settings(max_examples=60, deadline=None)
@given(redlines)
def test_both_texts_can_be_read_from_it_whatever_was_done(played: Played) -> None:
    holds(played)


def bylaws(*paragraphs: str) -> Text:
    section = Provision(level="section", num="Section 1.", heading="Seal.", body=paragraphs)
    article = Provision(level="article", num="ARTICLE I", heading="OFFICES", body=(section,))
    return Text(provisions=(article,))


prose = st.lists(
    st.sampled_from("the seal [reserved] [ ] [[ ]] [- -] _ __ _____ {_ is round [Deleted May 4, 1990.]".split(" ")),
    min_size=1,
    max_size=12,
).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(prose, prose)
@example("Section 4. [Reserved] seal", "the [Reserved] seal")
@example("______ Secretary", "______ Clerk")
def test_brackets_and_underscores_of_the_text_are_never_taken_for_signs(old: str, new: str) -> None:
    marked = compare_files(bylaws(old), bylaws(new), "BYLAWS", ("old.txt", "new.txt"))
    if marked.changed:
        found = sides(marked)
        around = "ARTICLE I OFFICES Section 1. Seal.".split()
        assert found == ([*around, *old.split()], [*around, *new.split()])


def test_the_plainest_signs_that_serve_are_taken() -> None:
    def taken(old: str, new: str) -> tuple[str, str]:
        signs = signs_for(compare_files(bylaws(old), bylaws(new), "BYLAWS", ("", "")), painted=False)
        return signs.deletion[0], signs.insertion[0]

    assert taken("The seal is round.", "The seal is square.") == ("[", "_")
    assert taken("The seal [sic] is round.", "The seal [sic] is square.") == ("[[", "_")
    assert taken("The seal is [round].", "The seal is square.") == ("[-", "_")
    assert taken("Signed ____ by the Clerk.", "Signed ____ by the Secretary.") == ("[", "{_")


def test_on_a_terminal_brackets_are_bold_and_insertions_underlined_without_colour() -> None:
    marked = compare_files(bylaws("The seal is round."), bylaws("The seal is square."), "BYLAWS", ("old", "new"))
    lines = filed(marked, colour=True)
    assert "\x1b[1m[\x1b[0mround\x1b[1m]\x1b[0m\x1b[4msquare\x1b[0m." in lines[-2]
    assert not re.search(r"\x1b\[[^m]*(?:3\d|9)", "\n".join(lines))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--side-by-side",), "--side-by-side is not a way to write text.\nUse it with --format html."),
        (("--style", "filing", "--format", "json"), "--style filing is not a way to write json.\nUse it with --format"),
    ],
)
def test_what_a_format_has_no_way_to_show_is_refused(
    bylaws: Callable[..., Outcome], options: tuple[str, ...], said: str
) -> None:
    outcome = bylaws("redline", "interactive-voice-media", *options)
    assert outcome.code == 2
    assert said in outcome.err


def test_a_word_file_as_filed_puts_a_section_in_one_pair_of_brackets_and_names_the_instruments(
    bylaws: Callable[..., Outcome], tmp_path: Path
) -> None:
    days = ("--from", "1998-03-26", "--to", "2000-02-28")
    assert bylaws("redline", IVM, *days, "--style", "filing", "--by-instrument", "-o", "filed.docx").code == 0
    lines = [paragraph.text for paragraph in Document(str(tmp_path / "filed.docx")).paragraphs]
    assert "3  Schedule A, February 28, 2000" in lines
    struck = [line for line in lines if line.startswith("[Section")]
    assert struck
    assert all(re.fullmatch(r"\[Section \d+\. [^\[\]]+\][⁰¹²³·]+", line) for line in struck)
