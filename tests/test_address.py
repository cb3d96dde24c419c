"""Addresses as people write them."""

from __future__ import annotations

import pytest

from corpus.address import Address, Step, bare_number, read_address, roman_value
from corpus.errors import AmbiguousProvision, NotAnAddress, UnknownProvision
from corpus.locate import locate
from corpus.model import places
from sample import FMP, IVM, opened

NUMBER_OF_DIRECTORS = "Article III, Section 1"


@pytest.mark.parametrize(
    "written",
    [
        "Article III, Section 1",
        "ARTICLE III, SECTION 1",
        "article 3 section 1",
        "Art. III § 1",
        "Section 1 of Article III",
        "section 1 of the article III",
        "III.1",
        "iii.1",
        "III.1.",
        "III 1",
        "3.1",
        "art_III__sec_1",
    ],
)
def test_every_way_to_name_a_section_names_it(written: str) -> None:
    place = locate(opened(IVM).base.text, written)
    assert str(place.address) == NUMBER_OF_DIRECTORS
    assert place.provision.heading == "Number of Directors."


@pytest.mark.parametrize(
    "written",
    ["Article II, Section 13(c)", "II.13(c)", "paragraph (c) of Section 13 of Article II", "art_II__sec_13__para_c"],
)
def test_items_of_a_list_have_addresses_too(written: str) -> None:
    assert locate(opened(FMP).base.text, written).provision.paragraphs == (
        "Hear and determine all challenges and questions in any way arising in connection with the right to vote;",
    )


@pytest.mark.parametrize("key", [IVM, FMP])
def test_what_is_printed_is_read_back(key: str) -> None:
    text = opened(key).base.text
    for place in places(text.provisions):
        assert locate(text, str(place.address)).eid == place.eid
        assert locate(text, place.eid).eid == place.eid
        assert str(read_address(place.eid)[0]) == str(place.address)


def test_decimal_numbers_are_sections_before_they_are_articles() -> None:
    assert [str(reading) for reading in read_address("3.02")] == ["Section 3.02", "Article 3, Section 02"]
    assert [str(reading) for reading in read_address("Section 3.02")] == ["Section 3.02"]


def test_a_section_number_that_stands_in_several_articles_is_ambiguous() -> None:
    with pytest.raises(AmbiguousProvision) as error:
        locate(opened(IVM).base.text, "Section 1")
    assert error.value.candidates[0] == "Article I, Section 1"
    assert len(error.value.candidates) == 9


def test_a_section_number_that_stands_once_needs_no_article() -> None:
    assert str(locate(opened(IVM).base.text, "Section 14 of Article V").address) == "Article V, Section 14"
    with pytest.raises(AmbiguousProvision):
        locate(opened(IVM).base.text, "Section 14")


def test_an_unknown_provision_names_the_nearest() -> None:
    with pytest.raises(UnknownProvision) as error:
        locate(opened(IVM).base.text, "Article V, Section 31")
    assert "Article V, Section 3" in error.value.nearest


@pytest.mark.parametrize("written", ["", "the quorum section", "Section", "()", "Article", "-", "art_"])
def test_what_is_no_address_is_refused(written: str) -> None:
    with pytest.raises(NotAnAddress):
        read_address(written)


@pytest.mark.parametrize(
    ("numeral", "value"), [("I", 1), ("IV", 4), ("xiv", 14), ("MCMXCI", 1991), ("IIII", None), ("VX", None), ("", None)]
)
def test_roman_numerals(numeral: str, value: int | None) -> None:
    assert roman_value(numeral) == value


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("Section 3,", "3"),
        ("ARTICLE III", "III"),
        ("(a)", "a"),
        ("§ 4.", "4"),
        ("Section 3.02.", "3.02"),
        ("12A.", "12A"),
        ("ARTICLE IV --", "IV"),
    ],
)
def test_the_number_within_what_is_printed(printed: str, number: str) -> None:
    assert bare_number(printed) == number


def test_an_address_prints_as_lawyers_write_it() -> None:
    address = Address((Step("article", "II"), Step("section", "13"), Step("paragraph", "a"), Step("subparagraph", "2")))
    assert str(address) == "Article II, Section 13(a)(2)"
    assert address.eid == "art_II__sec_13__para_a__subpara_2"
