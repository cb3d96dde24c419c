"""Markdown files: the words and numbers that they print when rendered, every one of them."""

from __future__ import annotations

import pytest

from corpus.errors import ChangesTracked, NotReadable, WordsUnaccounted
from corpus.model import Provision
from corpus.sources.reader import Reading, read_source

HEAD = "# BYLAWS OF ACME\n\n## ARTICLE I\n\n### OFFICES\n\n"


def read(words: str) -> Reading:
    return read_source((HEAD + words).encode(), "bylaws.md")


def sections(words: str) -> tuple[Provision, ...]:
    (document,) = read(words).documents
    return document.text.provisions[0].children


def test_headings_and_numbers_in_bold_open_provisions() -> None:
    name, seal = sections("**Section 1.** *Name.* The name is Acme.\n\n#### Section 2. Seal\n\nThe seal is round.\n")
    assert (name.num, name.heading, name.body) == ("Section 1.", "Name.", ("The name is Acme.",))
    assert (seal.num, seal.heading, seal.body) == ("Section 2.", "Seal", ("The seal is round.",))


def test_the_items_of_a_list_without_blank_lines_are_items() -> None:
    (powers,) = sections(
        "**Section 1.** Powers. The board may:\n\n"
        "1. sue:\n   1. at law, and\n   2. in equity;\n2. hold property\nof any kind.\n"
    )
    assert [(one.num, one.body[0]) for one in powers.children] == [
        ("1.", "sue:"),
        ("2.", "hold property of any kind."),
    ]
    assert [one.num for one in powers.children[0].children] == ["1.", "2."]


def test_a_list_right_under_the_words_that_announce_it() -> None:
    (powers,) = sections("**Section 1.** Powers. The board may:\n- sue; and\n- be sued.\n")
    assert powers.body == ("The board may:", "• sue; and", "• be sued.")
    (powers,) = sections("**Section 1.** Powers. The board may:\n(a) sue; and\n(b) be sued.\n")
    assert [one.num for one in powers.children] == ["(a)", "(b)"]


@pytest.mark.parametrize("start", ["3. of them", "1. of them", "- not less -", "+ two of them", "* of them"])
def test_a_wrapped_line_may_begin_like_an_item(start: str) -> None:
    (board,) = sections(f"**Section 1.** Number. The board has five members, and\n{start} make a quorum.\n")
    assert board.body == (f"The board has five members, and {start} make a quorum.",)


def test_numbers_without_a_blank_line_above_them_are_words_and_doubtful() -> None:
    reading = read_source(b"**Section 1.** Order.\nIt is as follows:\n1. Roll call.\n2. Minutes.\n", "bylaws.md")
    assert reading.documents[0].text.provisions[0].body == ("It is as follows: 1. Roll call. 2. Minutes.",)
    assert [line.text for line in reading.doubts] == ["1. Roll call.", "2. Minutes."]


def test_items_that_all_say_one_are_counted() -> None:
    found = sections("1. Name. The name is Acme.\n1. Seal. The seal is round.\n1. Dues. They are ten dollars.\n")
    assert [one.num for one in found] == ["1.", "2.", "3."]


def test_blanks_to_fill_in_stay_as_long_as_they_are() -> None:
    (name,) = sections("**Section 1.** Day. On the __________day of______ 20__.\n\n______________\n")
    assert name.body == ("On the __________day of______ 20__.", "______________")


@pytest.mark.parametrize("words", ["The name is <NAME OF CORPORATION> alone.", "The name is\n\n<Name>\n\nalone."])
def test_a_place_to_fill_in_between_angle_brackets_is_words(words: str) -> None:
    (name,) = sections(f"**Section 1.** Name. {words}\n")
    assert " ".join(name.text().split()).endswith(" ".join(words.split()))


def test_marks_of_html_are_no_words() -> None:
    (name,) = sections(
        "**Section 1.** Name. The <u>1<sup>st</sup></u> name<br>is Acme &amp; Co \\*.\n\n<b>It is.</b>\n"
    )
    assert name.body == ("The 1st name is Acme & Co *.", "It is.")


def test_what_defines_a_link_is_set_aside_by_name() -> None:
    reading = read("**Section 1.** Name. See [Section 2][s].[^1]\n\n[s]: #two\n[^1]: Repealed.\n")
    assert reading.set_aside_by_reason() == {"link-definition": {"[s]: #two": 1, "[^1]: Repealed.": 1}}


def test_a_front_matter_is_set_aside_and_a_rule_above_the_title_is_none() -> None:
    body = HEAD + "**Section 1.** Name. The name is Acme.\n\n---\n\n**Section 2.** Seal. Round.\n"
    reading = read_source(b"---\ntitle: Bylaws\n---\n" + body.encode(), "bylaws.md")
    assert list(reading.set_aside_by_reason()) == ["front-matter"]
    ruled = read_source(b"---\n" + body.encode(), "bylaws.md")
    assert not ruled.set_aside
    assert ruled.documents[0].text == reading.documents[0].text


@pytest.mark.parametrize(
    ("words", "lost"),
    [
        ("| Class | Dues |\n|---|---|\n| A | ten dollars | a year |\n", "a year"),
        (f"{'>' * 70} The board may waive the dues.\n", "The board may waive"),
    ],
    ids=["a cell beyond the columns", "a quotation too deep"],
)
def test_words_that_markdown_would_not_print_are_refused(words: str, lost: str) -> None:
    with pytest.raises(WordsUnaccounted, match=f"{lost}.*of the source would stand as 'nothing'"):
        read(f"**Section 1.** Dues. They are:\n\n{words}")


def test_markup_too_deep_to_read_is_refused() -> None:
    with pytest.raises(NotReadable, match="nested more than 256 deep"):
        read(f"**Section 1.** Name. Acme.\n\n{'<div>' * 300}and its heirs{'</div>' * 300}\n")


def test_struck_words_are_tracked_changes() -> None:
    struck = HEAD + "**Section 1.** Number. The board has ~~five~~ seven members.\n"
    with pytest.raises(ChangesTracked, match="'five'"):
        read_source(struck.encode(), "bylaws.md")
    for changes, words in (("accepted", "has seven"), ("rejected", "has five seven")):
        (document,) = read_source(struck.encode(), "bylaws.md", changes=changes).documents
        assert words in document.text.provisions[0].text()
