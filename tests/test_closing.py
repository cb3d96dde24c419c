"""Where the text of a document is over, and what its end says of the date."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.sources.documents import Document
from corpus.sources.particulars import adoption, dating, other_days
from filings import read, reasons

LAST = "     Section 1. Seal. The seal is round.\n\n"


def document(closing: str) -> Document:
    (found,) = read(LAST + closing).documents
    return found


@pytest.mark.parametrize(
    "closing",
    [
        "Dated: May 4, 1990",
        "Dated: 5/25/1990",
        "DATED this 4th day of May, 1990",
        "As of May 4, 1990",
        "Adopted May 4, 1990",
        "Adopted by the Board on May 4, 1990",
        "ADOPTED this 4th day of May, 1990.\n\nATTEST:\n\nJane Roe, Secretary",
        "Adopted and effective May 4, 1990.",
        "Effective Date: May 4, 1990",
        "Executed this 4th day of May, 1990, by the president.",
        "CERTIFICATION\n\n     I, Jane Roe, Secretary, certify that these bylaws were adopted on May 4, 1990.",
        "CERTIFICATE BY SECRETARY\n\n     This is to certify that these bylaws were adopted on May 4, 1990.",
        "     I, Jane Roe, Secretary of Acme, do hereby certify that the foregoing were adopted on May 4, 1990.",
        "     The undersigned certify that these bylaws were adopted on May 4, 1990.",
        "     The undersigned, being all of the directors, adopt the foregoing as of May 4, 1990.",
        "/s/ Jane Roe\nMay 4, 1990",
        "     Except as amended above, the By-Laws remain in full force.\n\nDated: May 4, 1990",
        "     IN WITNESS WHEREOF, we have signed this 4th day of May, 1990.",
    ],
)
def test_dates_attestations_certificates_and_signatures_are_conclusions(closing: str) -> None:
    found = document(closing + "\n")
    assert found.text.provisions[0].children[0].text() == "The seal is round."
    assert found.text.conclusions
    day = dating(found)
    assert day is not None
    assert (day.day.year, day.day.month) == (1990, 5)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Certificate of stock lost by a holder may be replaced on oath.",
        "Certificates are signed by the president.",
        "Dated and signed certificates are good.",
        "Effective notice is notice in writing.",
        "Adopted resolutions are kept by the secretary.",
        "I, O, and U are not used as marks.",
    ],
)
def test_a_sentence_of_the_text_that_begins_alike_is_not(paragraph: str) -> None:
    found = document(f"     {paragraph}\n\nDated: May 4, 1990\n")
    assert found.text.provisions[0].children[0].text() == f"The seal is round.\n{paragraph}"
    assert found.text.conclusions == ("Dated: May 4, 1990",)


def test_bylaws_count_from_their_adoption_and_the_other_days_are_named() -> None:
    found = document("CERTIFICATE\n\n     These were duly adopted on May 4, 1990.\n\nDated: June 9, 1997\n")
    day, adopted = dating(found), adoption(found)
    assert day is not None
    assert day == adopted
    assert day.day == date(1990, 5, 4)
    assert other_days(found) == (date(1997, 6, 9),)


def test_words_that_open_nothing_and_look_as_if_they_should_are_doubtful() -> None:
    body = (
        "     Section 1. Office. In Fresno.\n\n     1.2 Agents. None.\n\n     Sections 3 and 4. DELETED.\n\n"
        "     Section Two, Term. One year.\n\n     FURTHER RESOLVED, that nothing be done.\n\n"
        "     Section 204 of the Corporations Code is waived.\n"
    )
    (found,) = read(body).documents
    assert [line.text.split()[0] for line in found.doubts] == ["1.2", "Sections", "Section", "FURTHER", "Section"]


def test_a_section_in_the_middle_of_a_sentence_is_doubtful() -> None:
    (found,) = read(
        "     Section 1. Office. Notice is waived\n\n     under\n\n     Section 601. Such notice suffices.\n"
    ).documents
    assert [line.text for line in found.doubts] == ["Section 601. Such notice suffices."]


def test_a_line_of_underscores_is_a_blank_to_fill_in() -> None:
    (found,) = read("     Section 1. Dues. The fee is\n\n     __________\n\n     dollars.\n").documents
    assert "__________" in found.text.words()


def test_an_underline_does_not_cut_a_heading() -> None:
    underlined = "     Section 1. Annual\n                ------\nMeeting. It is in\n-------\nMay.\n"
    (found,) = read(underlined).documents
    section = found.text.provisions[0].children[0]
    assert (section.heading, section.text()) == ("Annual Meeting.", "It is in May.")


def test_a_line_of_odd_spaces_is_blank() -> None:
    (found,) = read("     Section 1. Office. In\n\n\u2028\n\n\u2003\n\nFresno.\n").documents
    assert found.text.words()[-1] == "Fresno."


def test_a_title_that_cuts_a_sentence_at_the_top_of_a_page_is_a_running_head() -> None:
    page = "     Section 1. Dues. The dues are\n<PAGE>\n\n                                    BY-LAWS\n\nten dollars.\n"
    found = read(page)
    assert found.set_aside_by_reason()["running-head"] == {"BY-LAWS": 1}
    assert found.documents[0].text.provisions[0].children[0].text() == "The dues are ten dollars."


def test_running_heads_are_set_aside_and_titles_are_not() -> None:
    head = "<PAGE>\n\n                            BYLAWS OF ACME WATER CO.\n\n"
    body = "     Section 1. Office. In\n\n" + head + "Fresno.\n\n     Section 2. Dues. Paid\n\n" + head + "in May.\n"
    found = read(body)
    assert reasons(found) == {"page-mark": 2, "running-head": 2}
    assert found.documents[0].text.words()[-3:] == ["Paid", "in", "May."]


@pytest.mark.parametrize("numeral", ["ONE", "One", "TWO"])
def test_articles_in_words(numeral: str) -> None:
    article = f"ARTICLE {numeral}".center(78)
    (found,) = read(f"     Section 1. A. B.\n\n{article}\n\n     Section 1. Dues. None.\n").documents
    assert found.text.provisions[1].num == f"ARTICLE {numeral}"
