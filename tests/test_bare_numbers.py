"""Numbers without a word before them, and the signs of a provision that none of the rules reads."""

from __future__ import annotations

import pytest

from corpus.model import Provision
from corpus.sources.reader import Reading, read_source

POWERS = "Powers. The directors shall manage the affairs of the corporation."
VOTES = "Votes. Each member has one vote on any matter."


def read(*paragraphs: str, gap: str = "\n\n") -> Reading:
    return read_source(("BYLAWS OF ACME\n\n" + gap.join(paragraphs) + "\n").encode(), "bylaws.txt")


def outline(reading: Reading) -> list[str]:
    """Level and number of each provision, those inside of another set in."""

    def shown(provision: Provision, depth: int) -> list[str]:
        inner = [line for child in provision.children for line in shown(child, depth + 1)]
        return [f"{'  ' * depth}{provision.level} {provision.num}", *inner]

    return [line for document in reading.documents for one in document.text.provisions for line in shown(one, 0)]


def test_numerals_hold_capitals_and_these_hold_figures_and_small_letters() -> None:
    reading = read(
        *("I. DIRECTORS", f"A. {POWERS}", "1. The first of them:", "a. at law;", "b. in equity.", "2. The second."),
        *(f"B. {VOTES}", "II. MEMBERS", f"A. {VOTES}", f"B. {POWERS}"),
    )
    assert outline(reading) == [
        "article I.",
        "  section A.",
        "    paragraph 1.",
        "      subparagraph a.",
        "      subparagraph b.",
        "    paragraph 2.",
        "  section B.",
        "article II.",
        "  section A.",
        "  section B.",
    ]
    assert not reading.doubts


def test_pointed_numbers_stand_under_what_their_figures_name() -> None:
    reading = read("1. DIRECTORS", f"1.1 {POWERS}", f"1.1.1 {VOTES}", f"1.2 {VOTES}", "2. MEMBERS", f"2.1 {VOTES}")
    assert outline(reading) == [
        *("article 1.", "  section 1.1", "    subsection 1.1.1", "  section 1.2", "article 2.", "  section 2.1")
    ]


def test_numbered_paragraphs_alone_are_sections() -> None:
    reading = read(f"1. {POWERS}", f"2. {VOTES}", "3. The seal is round.")
    assert outline(reading) == ["section 1.", "section 2.", "section 3."]
    assert [one.heading for one in reading.documents[0].text.provisions] == ["Powers.", "Votes.", ""]


def test_a_number_that_no_other_follows_stays_a_sentence() -> None:
    reading = read("ARTICLE I DIRECTORS", f"Section 1. {POWERS}", "1. The year was a good one.", f"Section 2. {VOTES}")
    assert outline(reading) == ["article ARTICLE I", "  section Section 1.", "  section Section 2."]
    assert [line.text for line in reading.doubts] == ["1. The year was a good one."]


def test_the_second_of_a_list_does_not_stand_in_another_article() -> None:
    reading = read("ARTICLE I", "1. The year was good.", "ARTICLE II", "2. The year was bad.", f"Section 1. {VOTES}")
    assert outline(reading) == ["article ARTICLE I", "article ARTICLE II", "  section Section 1."]


def test_small_letters_go_on_though_no_stop_ends_the_item_before() -> None:
    reading = read(
        "Section 1. Powers. The board may:", "a. sue", "b. be sued", "c. hold property", f"Section 2. {VOTES}"
    )
    assert outline(reading) == [
        *("section Section 1.", "  paragraph a.", "  paragraph b.", "  paragraph c.", "section Section 2.")
    ]


@pytest.mark.parametrize(
    "sign",
    [
        *("CHAPTER 2 MEMBERS", "PART II - MEMBERS", "Art. II. Members", "ARTICLE I-A MEMBERS", "SECTION TWO, Dues."),
        *("Section IV, Dues. Ten dollars.", "(b) A list of which no (a) was read.", "## Dues"),
    ],
)
def test_what_may_open_a_provision_and_opens_none_is_in_doubt(sign: str) -> None:
    reading = read("ARTICLE I DIRECTORS", f"Section 1. {POWERS}", sign, f"Section 2. {VOTES}")
    assert [line.text for line in reading.doubts] == [sign]


@pytest.mark.parametrize("sign", ["ARTICLE I-A MEMBERS", "Section IV, Dues. Ten dollars."])
def test_a_doubt_inside_of_lines_without_a_blank_one_between(sign: str) -> None:
    reading = read("Section 1. " + POWERS, sign, "Section 2. " + VOTES, gap="\n")
    assert [line.text for line in reading.doubts] == [sign]


@pytest.mark.parametrize("words", ["Part 2 of these bylaws is in force.", "Section 2 of this Article governs."])
def test_a_sentence_that_names_a_part_is_no_provision(words: str) -> None:
    reading = read(f"Section 1. {POWERS}", words, f"Section 2. {VOTES}")
    assert outline(reading) == ["section Section 1.", "section Section 2."]


@pytest.mark.parametrize("numbers", [("I", "II", "III"), ("ONE", "TWO", "THREE"), ("A", "B", "C")])
def test_sections_counted_in_numerals_in_words_and_in_letters(numbers: tuple[str, ...]) -> None:
    reading = read("ARTICLE I DIRECTORS", *(f"Section {number}. {POWERS}" for number in numbers))
    assert outline(reading) == ["article ARTICLE I", *(f"  section Section {number}." for number in numbers)]
    assert reading.doubts == ()


def test_a_list_whose_first_item_stands_beside_the_number_of_its_section() -> None:
    reading = read("Section 1. (a) The directors may sue.", "(b) They may be sued.", f"Section 2. {VOTES}")
    assert outline(reading) == ["section Section 1.", "  paragraph (a)", "  paragraph (b)", "section Section 2."]
    assert reading.doubts == ()


def test_a_list_without_blank_lines_counts_on_from_the_colon() -> None:
    reading = read("Section 1. Powers. The directors may:\na) sue;\nb) be sued; or\nc) settle.")
    assert outline(reading) == ["section Section 1.", "  paragraph a)", "  paragraph b)", "  paragraph c)"]


def test_a_line_that_begins_with_another_number_than_the_next_is_no_item() -> None:
    reading = read("Section 1. Number. The numbers of directors, by year, are:\n1. until May, and then\n5. or more.")
    assert outline(reading) == ["section Section 1."]


def test_two_lists_that_could_both_go_on_are_doubtful() -> None:
    reading = read(
        *("1. The officers are elected:", "1. by ballot;", "2. in May.", "2. The dues are ten dollars.", "3. It is so.")
    )
    assert [line.text for line in reading.doubts] == ["2. in May."]


def test_paragraphs_of_a_web_page_stay_apart_however_they_begin() -> None:
    page = "<p>Section 1. Dues. They are</p><p>ten dollars a year</p><p>five dollars for the young</p>"
    (document,) = read_source(f"<html><body>{page}</body></html>".encode(), "bylaws.htm").documents
    assert document.text.provisions[0].paragraphs == ("They are", "ten dollars a year", "five dollars for the young")


def test_a_footnote_below_the_rule_of_a_page_is_no_part_of_the_sentence() -> None:
    page = "<p>Section 1. Name. It is Acme.<sup>1</sup></p><hr><p>1 As amended in May.</p>"
    (document,) = read_source(f"<html><body>{page}</body></html>".encode(), "bylaws.htm").documents
    assert document.text.provisions[0].paragraphs == ("It is Acme.1", "1 As amended in May.")


@pytest.mark.parametrize("number", ["Section 1:", "Section 1.", "1.1"])
def test_a_heading_on_the_line_of_its_number_above_the_words(number: str) -> None:
    reading = read(f"ARTICLE I POWERS\n\n{number} Powers of the Board\nThe board may sue and be sued, in any court.")
    (section,) = reading.documents[0].text.provisions[0].children
    assert (section.num, section.heading, section.text()) == (
        *(number, "Powers of the Board"),
        "The board may sue and be sued, in any court.",
    )


def test_a_wrapped_line_of_capitalised_words_is_no_heading() -> None:
    reading = read("Section 1. Acme Mutual Water Company of Fresno County\nOwners meet in May.")
    assert reading.documents[0].text.provisions[0].text() == (
        "Acme Mutual Water Company of Fresno County Owners meet in May."
    )


def test_the_only_article_of_a_markdown_file_needs_no_second() -> None:
    (document,) = read_source(b"# Bylaws\n\n## 1. Members\n\n### 1.1 Dues.\n\nTen dollars.\n", "bylaws.md").documents
    (article,) = document.text.provisions
    assert document.text.preface == ("Bylaws",)
    assert (article.level, article.num, article.heading) == ("article", "1.", "Members")
    assert [section.num for section in article.children] == ["1.1"]
