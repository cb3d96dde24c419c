"""From a page to provisions: furniture, joined sentences, headings, lists, documents."""

from __future__ import annotations

from textwrap import dedent

import pytest

from corpus.errors import EmptySource, NoProvisions, NotReadable, NotText, WordsUnaccounted
from corpus.model import Text
from corpus.sources.coverage import prove_coverage
from corpus.sources.reader import read_source
from filings import TITLE, read, reasons, sections


def test_title_article_and_section() -> None:
    (document,) = read(
        "     Section 1. Principal Office. The office shall be\nin Fresno.\n\nDated: May 4, 1990\n"
    ).documents
    assert document.text.preface == ("BY-LAWS", "OF", "ACME MUTUAL WATER CO.")
    assert document.text.conclusions == ("Dated: May 4, 1990",)
    (article,) = document.text.provisions
    assert (article.num, article.heading) == ("ARTICLE I", "OFFICES")
    (section,) = article.children
    assert (section.num, section.heading) == ("Section 1.", "Principal Office.")
    assert section.paragraphs == ("The office shall be in Fresno.",)


def test_a_sentence_cut_by_a_page_is_joined_though_the_wrap_changes() -> None:
    cut = (
        "     Section 1. Treasurer. The Treasurer shall deposit such funds in the name and to the\n\n\n"
        "                                      BL 10\n\n\n<PAGE>\n\n\n"
        "                                [GRAPHIC OMITTED]\n                                      BL 11\n\n"
        "     credit of the Corporation in such a bank as the\n     Directors may designate.\n\n"
        "            Section 2. Bonding. None is required.\n"
    )
    found = sections(cut)
    assert found["art_I__sec_1"].paragraphs == (
        "The Treasurer shall deposit such funds in the name and to the credit of the Corporation in such a bank as the "
        "Directors may designate.",
    )
    assert found["art_I__sec_2"].heading == "Bonding."
    assert reasons(read(cut)) == {"page-number": 2, "page-mark": 1, "graphic-omitted": 1}


def test_a_gap_without_a_page_mark_is_joined_where_a_small_letter_goes_on() -> None:
    found = sections(
        "     Section 1. Calls. A meeting may be called by the board of directors\n\n\n\nor by the chairman.\n"
    )
    assert found["art_I__sec_1"].paragraphs == (
        "A meeting may be called by the board of directors or by the chairman.",
    )


def test_a_whole_sentence_before_a_page_ends_its_paragraph() -> None:
    found = sections(
        "     Section 1. Calls. One.\n\n                                     Page 1\n<PAGE>\n\n     Two.\n"
    )
    assert found["art_I__sec_1"].paragraphs == ("One.", "Two.")


def test_numbers_that_count_pages_are_set_aside_and_other_numbers_are_not() -> None:
    body = (
        "     Section 1. Shares. The numbers of shares by class are\n\n"
        "                                     1\n\n                                     2\n\n"
        "     and no more.\n\n\n                                      2\n\n\n"
        "     Section 2. Par. The par value is\n"
        + "as the board of directors may say it is,\n"
        * 10
        + "that is all.\n\n\n"
        "                                      3\n"
    )
    found = sections(body)
    assert found["art_I__sec_1"].text().split() == "The numbers of shares by class are 1 2 and no more.".split()
    assert reasons(read(body)) == {"page-number": 2}


def test_what_only_looks_like_a_page_number_stays() -> None:
    cover = "                                    JUNE 1998\n\n<PAGE>\n\n"
    (document,) = read_source((cover + TITLE + "     Section 1. Calls. One.\n").encode(), "acme.txt").documents
    assert document.text.preface[0] == "JUNE 1998"
    body = "     Section 1. Lots. The lots are\n\n                                    LOT 12\n\n<PAGE>\n     and one.\n"
    assert "LOT 12" in sections(body)["art_I__sec_1"].text()
    seal = "     Section 1. Calls. One.\n\nDated: May 4, 1990\n\n                                     [SEAL]\n"
    assert read(seal).documents[0].text.conclusions[-1] == "[SEAL]"


@pytest.mark.parametrize("number", ["2", "- 2 -", "-2-", "Page 2 of 9", "ii", "A 2"])
def test_page_numbers_at_the_margin_next_to_a_page_mark(number: str) -> None:
    following = number.replace("2", "3").replace("ii", "iii")
    first, second = f"{number}\n\f\n", f"{following}\n<PAGE>\n"
    body = f"     Section 1. Office. It shall be in the\n\n{first}State of Delaware and\n\n{second}nowhere else.\n"
    assert sections(body)["art_I__sec_1"].text() == "It shall be in the State of Delaware and nowhere else."


def test_a_running_foot_is_set_aside_only_where_it_recurs() -> None:
    foot = "                                   Schedule A\n                                       BL\n{}\n<PAGE>\n"
    once = "     Section 1. Calls. One.\n\n" + foot.format("                                        2")
    assert "Schedule A" in " ".join(read(once).documents[0].text.passages())
    twice = once + "\n     Section 2. Calls. Two.\n\n" + foot.format("                                        3")
    assert reasons(read(twice))["running-foot"] == 2


@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
def test_line_ends_and_form_feeds_do_not_change_the_text(ending: str) -> None:
    text = TITLE + "     Section 1. Calls. One\n\f\n     and two.\n"
    (document,) = read_source(text.replace("\n", ending).encode(), "acme.txt").documents
    assert document.text.provisions[0].children[0].paragraphs == ("One and two.",)


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptySource),
        (b" \n\t\n", EmptySource),
        (b"%PDF-1.7\x00\x01", NotReadable),
        (b"\xff\xfe\x00\xd8", NotText),
        (b"Section 1. A\x07bell.", NotText),
        (b"\x81\x8d not any encoding", NotText),
        (b"Dear Sir, thank you for your letter.", NoProvisions),
    ],
)
def test_what_can_not_be_read_says_why(content: bytes, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"letter\.txt"):
        read_source(content, "letter.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_say_what_they_are(encoding: str) -> None:
    text = TITLE + "     Section 1. Seal. The “seal” is round.\n"
    (document,) = read_source(text.encode(encoding), "acme.txt").documents
    assert "The “seal” is round." in list(document.text.passages())


def test_windows_quotation_marks_are_kept() -> None:
    content = dedent(TITLE).encode() + "Section 1. Seal. The “seal” is the corporation’s.\n".encode("cp1252")
    (document,) = read_source(content, "acme.txt").documents
    assert "The “seal” is the corporation’s." in list(document.text.passages())


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("One two four five",), 2),  # lost
        (("One two three three four five",), 2),  # doubled
        (("One two three five four",), 2),  # moved
        (("One two three four fife",), 2),  # altered
        (("One two three four five six",), 2),  # added
        ((), 1),
    ],
)
def test_coverage_names_the_line_of_the_first_word_that_is_not_the_sources(words: tuple[str, ...], line: int) -> None:
    with pytest.raises(WordsUnaccounted) as error:
        prove_coverage("One two\nthree four five", (), (Text(preface=words),), "acme.txt")
    assert error.value.line == line


def test_coverage_counts_what_was_set_aside() -> None:
    found = read("     Section 1. Calls. One.\n\n                                     Page 1\n<PAGE>\n")
    assert found.coverage.total == len((TITLE + "Section 1. Calls. One. Page 1 <PAGE>").split())
    assert found.coverage.set_aside == 3
