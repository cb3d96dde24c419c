"""From a page to provisions: furniture, joined sentences, headings, lists, documents."""

from __future__ import annotations

from textwrap import dedent

import pytest

from corpus.errors import EmptySource, NoProvisions, NotText, WordsUnaccounted
from corpus.model import Provision, Text, places
from corpus.sources.coverage import prove_coverage
from corpus.sources.marks import is_heading, opens_article, opens_section
from corpus.sources.reader import Reading, read_source

TITLE = """\
                                    BY-LAWS
                                       OF
                              ACME MUTUAL WATER CO.

                                   ARTICLE I
                                    OFFICES

"""


def read(body: str) -> Reading:
    return read_source((TITLE + body).encode(), "acme.txt")


def sections(body: str) -> dict[str, Provision]:
    (document,) = read(body).documents
    return {place.eid: place.provision for place in places(document.text.provisions)}


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
    assert read(cut).reasons() == {"page-number": 2, "page-mark": 1, "graphic-omitted": 1}


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
    assert read(body).reasons() == {"page-number": 2}


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


def test_a_running_foot_is_set_aside_only_where_it_recurs() -> None:
    foot = "                                   Schedule A\n                                       BL\n{}\n<PAGE>\n"
    once = "     Section 1. Calls. One.\n\n" + foot.format("                                        2")
    assert "Schedule A" in " ".join(read(once).documents[0].text.passages())
    twice = once + "\n     Section 2. Calls. Two.\n\n" + foot.format("                                        3")
    assert read(twice).reasons()["running-foot"] == 2


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
        (b"%PDF-1.7\x00\x01", NotText),
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
