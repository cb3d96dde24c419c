"""From blocks to the provision tree: articles, sections, lists, and where one document ends."""

from __future__ import annotations

import pytest

from corpus.sources.marks import is_heading, opens_article, opens_section
from corpus.sources.reader import read_source
from filings import TITLE, read, sections


def test_sections_without_a_blank_line_between_them_are_apart() -> None:
    found = sections("     Section 1. Lots. There are lots.\n     Section 2. Glue. This is\nglued.\n")
    assert {eid: found[eid].text() for eid in ("art_I__sec_1", "art_I__sec_2")} == {
        "art_I__sec_1": "There are lots.",
        "art_I__sec_2": "This is glued.",
    }
    wrapped = sections("     Section 1. Lots. As provided in\nSection 2. The board shall\nmeet.\n")
    assert wrapped["art_I__sec_1"].text() == "As provided in Section 2. The board shall meet."


def test_items_without_a_blank_line_between_them_are_apart_and_inline_ones_are_not() -> None:
    found = sections("     Section 1. Powers. The board may:\n(a) buy;\n(b) sell; and\n(c) hold.\n")
    assert [item.num for item in found["art_I__sec_1"].children] == ["(a)", "(b)", "(c)"]
    inline = sections("     Section 1. Powers. It may (i) buy;\n(ii) sell; and\n(iii) hold.\n")
    assert inline["art_I__sec_1"].children == ()


def test_a_page_without_blank_lines_is_read() -> None:
    lines = [line for line in TITLE.splitlines() if line] + ["     Section 1. Lots. Many.", "Dated: May 4, 1990"]
    (document,) = read_source("\n".join(lines).encode(), "acme.txt").documents
    assert document.text.provisions[0].children[0].heading == "Lots."


@pytest.mark.parametrize("heading", ["CERTIFICATE OF STOCK", "AMENDMENT", "BY-LAWS"])
def test_an_article_may_be_called_what_opens_something_else(heading: str) -> None:
    article = f"{'ARTICLE II'.center(80)}\n\n{heading.center(80)}"
    body = f"     Section 1. A. B.\n\n{article}\n\n     Section 1. Seals. D.\n"
    (document,) = read(body).documents
    assert [article.heading for article in document.text.provisions] == ["OFFICES", heading]
    assert document.text.conclusions == ()


def test_dated_may_open_a_paragraph() -> None:
    body = "     Section 1. A. B.\n\n     Dated and signed certificates are good.\n\n     Section 2. Seals. D.\n"
    assert sections(body)["art_I__sec_2"].text() == "D."


def test_a_schedule_after_an_undated_base_is_another_document() -> None:
    schedule = (
        "<PAGE>\n\n                                  SCHEDULE A\n                             SUBSTITUTED SECTIONS\n\n"
    )
    both = read("     Section 1. A. B.\n\n" + schedule + "     Section 1. A. C.\n\nDated: May 4, 1995\n")
    assert [document.text.preface[0] for document in both.documents] == ["BY-LAWS", "SCHEDULE A"]


@pytest.mark.parametrize(("gap", "centred"), [("", False), ("\n", False), ("", True), ("\n", True)])
def test_articles_at_the_margin_and_their_headings(gap: str, centred: bool) -> None:
    place = (lambda text: text.center(78)) if centred else str
    body = (
        f"     Section 1. A. B.\n\n{place('ARTICLE II')}\n{gap}{place('Seal and Stock')}\n\n     Section 1. Seals. D.\n"
    )
    (document,) = read(body).documents
    assert [article.heading for article in document.text.provisions] == ["OFFICES", "Seal and Stock"]


def test_a_reference_that_a_page_put_first_on_a_line_opens_nothing() -> None:
    body = "     Section 1. Calls. As provided in\n\n<PAGE>\n\nSection 3, Article V. The board shall meet.\n"
    assert sections(body)["art_I__sec_1"].text() == "As provided in Section 3, Article V. The board shall meet."


def test_a_comma_after_the_number_still_opens_a_section() -> None:
    section = sections("     Section 3, Seal. If one be adopted, it shall be round.\n")["art_I__sec_3"]
    assert (section.num, section.heading) == ("Section 3,", "Seal.")


@pytest.mark.parametrize(
    ("line", "heading", "rest"),
    [
        (
            "Section 6. Checks, Notes, etc. All checks shall be signed.",
            "Checks, Notes, etc.",
            "All checks shall be signed.",
        ),
        (
            "Section 3.  CONTRACTS, ETC., HOW EXECUTED.  The board may.",
            "CONTRACTS, ETC., HOW EXECUTED.",
            "The board may.",
        ),
        ("Section 10. The Secretary. The Secretary shall attend.", "The Secretary.", "The Secretary shall attend."),
        (
            "Section 4. The corporation may buy land. It may sell it.",
            "",
            "The corporation may buy land. It may sell it.",
        ),
        ("Section 19. President. DELETED", "President.", "DELETED"),
        ("Section 3.02. Quorum. A majority.", "Quorum.", "A majority."),
        ("Section 5. [Reserved]", "", "[Reserved]"),
        ("Section 2. Dr. Smith keeps the seal. He lends it.", "", "Dr. Smith keeps the seal. He lends it."),
        ("Section 2. U.S. Flag. It flies.", "U.S. Flag.", "It flies."),
        ("SECTION 2 - Quorum. A majority.", "Quorum.", "A majority."),
        ("Section 2-A. Quorum. A majority.", "Quorum.", "A majority."),
    ],
)
def test_headings_run_in(line: str, heading: str, rest: str) -> None:
    opening = opens_section(line)
    assert opening is not None
    assert (opening.heading, " ".join(opening.rest.split())) == (heading, rest)


@pytest.mark.parametrize(
    "line",
    [
        "Section 5 of this Article.",
        "Section 3 or",
        "Sections 702 to 704, inclusive, of the Corporations Code",
        "Section",
    ],
)
def test_a_sentence_that_begins_with_section_opens_nothing(line: str) -> None:
    assert opens_section(line) is None


@pytest.mark.parametrize("line", ["Article VIII, upon surrender to the corporation", "Article III of these bylaws"])
def test_a_sentence_that_begins_with_article_opens_nothing(line: str) -> None:
    assert opens_article(line) is None


def test_an_article_may_have_its_heading_on_its_own_line() -> None:
    opening = opens_article("ARTICLE IV -- COMMITTEES OF THE BOARD")
    assert opening is not None
    assert (opening.num, opening.heading) == ("ARTICLE IV --", "COMMITTEES OF THE BOARD")


def test_headings_are_capitalised_but_for_small_words() -> None:
    assert is_heading("Voting of Shares by Certain Holders.")
    assert not is_heading("Voting of shares by certain holders.")


def test_a_list_with_words_on_both_sides() -> None:
    found = sections(
        "     Section 1. Inspectors. The inspectors shall:\n\n"
        "          (a)  determine the number of shares;\n\n"
        "          (b)  receive votes; and\n\n"
        "          (c)  declare the result.\n\n"
        "     Their decision is final. It may (i) be reviewed or\n(ii) be set aside.\n"
    )
    section = found["art_I__sec_1"]
    assert [part if isinstance(part, str) else part.num for part in section.body] == [
        "The inspectors shall:",
        "(a)",
        "(b)",
        "(c)",
        "Their decision is final. It may (i) be reviewed or (ii) be set aside.",
    ]
    assert found["art_I__sec_1__para_b"].paragraphs == ("receive votes; and",)


def test_lists_within_lists_tell_letters_from_roman_numerals_by_their_neighbours() -> None:
    marks = ["(a)", "(1)", "(2)", "(b)", "(h)", "(i)", "(j)"]
    body = "     Section 1. Powers. The board may:\n\n" + "".join(f"          {mark}  act;\n\n" for mark in marks)
    assert [eid.removeprefix("art_I__sec_1__") for eid in sections(body)][2:] == [
        "para_a",
        "para_a__subpara_1",
        "para_a__subpara_2",
        "para_b",
        "para_h",
        "para_i",
        "para_j",
    ]
    set_in = ["(h)", "    (i)", "    (ii)", "(i)", "(j)"]
    aligned = "     Section 1. Powers. The board may:\n\n" + "".join(f"          {mark}  act;\n\n" for mark in set_in)
    assert [eid.removeprefix("art_I__sec_1__") for eid in sections(aligned)][2:] == [
        "para_h",
        "para_h__subpara_i",
        "para_h__subpara_ii",
        "para_i",
        "para_j",
    ]
    nested = "     Section 1. Powers. The board may:\n\n" + "".join(
        f"          {mark}  act;\n\n" for mark in ["(a)", "(b)", "(i)", "(ii)", "(iii)", "(c)"]
    )
    assert [eid.removeprefix("art_I__sec_1__") for eid in sections(nested)][2:] == [
        "para_a",
        "para_b",
        "para_b__subpara_i",
        "para_b__subpara_ii",
        "para_b__subpara_iii",
        "para_c",
    ]


def test_a_number_given_twice_keeps_both() -> None:
    found = sections("     Section 1. Calls. One.\n\n     Section 1. Calls. Two.\n")
    assert found["art_I__sec_1"].paragraphs == ("One.",)
    assert found["art_I__sec_1-2"].paragraphs == ("Two.",)


def test_reserved_sections_have_that_status() -> None:
    assert sections("     Section 1. [Reserved]\n")["art_I__sec_1"].status == "reserved"
    assert sections("     Section 1. Intentionally Omitted.\n")["art_I__sec_1"].status == "reserved"
