"""Terms that outlived what established them, definitions that nothing uses, two names for one thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from amendments.audit.terms.definitions import definitions_in
from amendments.audit.terms.offices import followed, listed, names_of, preceded
from amendments.audit.text import check_text
from audited import findings, of_code
from sample import FMP, IVM, opened

OFFICERS = """\
ARTICLE I
OFFICERS

Section 1. Officers. The officers of the Club shall be a President, a Secretary and a Commodore.

Section 2. President. The President shall preside at all meetings.

Section 3. Commodore. The Commodore shall command the fleet.

Section 4. Keys. The Commodore and the Vice Commodore shall keep the keys. The Secretary of State shall be told.

Section 5. Executive Committee. The Executive Committee shall have the powers of the Board.

Section 6. Records. The Secretary shall keep the minutes of the Executive Committee.
"""
UNLISTED = (
    'Article I, Section 1 is amended by striking ", a Secretary and a Commodore" and inserting " and a Secretary".'
)


def test_the_sample_gives_duties_to_a_president_that_it_has_no_longer() -> None:
    record = opened(IVM)
    (finding,) = of_code("stale-term", check_text(record.base, record.standing.counting))
    assert (finding.severity, finding.instrument, finding.id) == ("warning", "2000-02-28-1", "art_II__sec_3")
    assert "'President'" in finding.message
    assert "'Section 8. President.' stood in Article V, Section 8 until February 28, 2000" in finding.evidence
    assert "made it 'Section 8. Chief Executive Officer.'" in finding.evidence
    assert "It also deletes 'Section 19. President.' by name." in finding.evidence
    assert finding.evidence.count("(as adopted December 20, 1991)") == 10
    assert (
        "Article VI, Section 1 (as adopted December 20, 1991): '… certificates shall be signed by the President of"
        in (finding.evidence)
    )


def test_an_office_is_stale_where_neither_section_nor_list_has_it(tmp_path: Path) -> None:
    found = findings(tmp_path, OFFICERS, f"1. Article I, Section 3 is deleted.\n\n2. {UNLISTED}")
    (finding,) = of_code("stale-term", found)
    assert "'Commodore'" in finding.message
    assert finding.address == "Article I, Section 4"
    assert finding.evidence.count("Article I, Section 4") == 1  # the Vice Commodore is another office


def test_an_office_that_the_officers_still_have_is_not_stale(tmp_path: Path) -> None:
    assert not of_code("stale-term", findings(tmp_path, OFFICERS, "1. Article I, Section 3 is deleted."))


def test_an_office_that_goes_elsewhere_is_not_stale(tmp_path: Path) -> None:
    again = 'Article I is amended by adding a new Section 7: "Section 7. Commodore. The Commodore commands the fleet."'
    gone = f"1. Article I, Section 3 is deleted.\n\n2. {UNLISTED}"
    assert of_code("stale-term", findings(tmp_path / "gone", OFFICERS, gone))
    assert not of_code("stale-term", findings(tmp_path / "again", OFFICERS, gone, f"1. {again}"))


def test_a_body_is_stale_where_its_section_is_another_one_now(tmp_path: Path) -> None:
    words = (
        "1. Article I, Section 5 is amended to read as follows:\n\n"
        '"Section 5. Seal. The Club has no seal."'
    )  # fmt: skip
    (finding,) = of_code("stale-term", findings(tmp_path, OFFICERS, words))
    assert "'Executive Committee'" in finding.message
    assert "made it 'Section 5. Seal.'" in finding.evidence
    assert "'… shall keep the minutes of the Executive Committee.'" in finding.evidence


def test_an_office_that_is_used_nowhere_is_not_missed(tmp_path: Path) -> None:
    words = "1. Article I, Section 5 is deleted.\n\n2. Article I, Section 6 is deleted."
    assert not of_code("stale-term", findings(tmp_path, OFFICERS, words))


def test_offices_in_small_letters(tmp_path: Path) -> None:
    small = OFFICERS.replace("Commodore shall", "commodore shall").replace("The Commodore and", "The commodore and")
    found = findings(tmp_path, small, f"1. Article I, Section 3 is deleted.\n\n2. {UNLISTED}")
    (finding,) = of_code("stale-term", found)
    assert "'The commodore and the Vice" in finding.evidence


def test_a_definition_that_was_deleted(tmp_path: Path) -> None:
    bylaws = (
        'ARTICLE I\nTERMS\n\nSection 1. Act. "Act" means the Nonprofit Act.\n\n'
        "Section 2. Law. The Club acts as the Act requires."
    )
    assert not of_code("stale-term", findings(tmp_path / "before", bylaws))
    (finding,) = of_code("stale-term", findings(tmp_path / "after", bylaws, "1. Article I, Section 1 is deleted."))
    assert finding.message == "The text still speaks of 'Act', and nothing in it defines that any more."
    assert finding.address == "Article I, Section 2"


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("President.", ("President",)),
        ("The Secretary.", ("Secretary",)),
        ("Assistant Secretaries.", ("Assistant Secretary",)),
        ("President and Chief Operating Officer.", ("President", "Chief Operating Officer")),
        ("CHAIRMAN OF THE BOARD.", ("Chairman of the Board",)),
        ("Powers and Duties of the Vice-Presidents", ("Vice President",)),
        ("Executive Committee", ("Executive Committee",)),
        ("Removal of the President.", ()),
        ("Officers.", ()),
        ("Other Committees.", ()),
        ("Quorum.", ()),
    ],
)
def test_the_offices_that_a_heading_names(heading: str, names: tuple[str, ...]) -> None:
    assert names_of(heading) == names


@pytest.mark.parametrize(
    ("passage", "names"),
    [
        ("The officers shall be a President, a Vice President and a Clerk.", ["President", "Vice President"]),
        ("The Board may appoint one or more Assistant Treasurers.", ["Assistant Treasurer"]),
        ("The Treasurer shall be elected by the members.", ["Treasurer"]),
        ("The President shall also be known as the Chief Operating Officer.", ["Chief Operating Officer"]),
        ("Other officers shall do as the President may tell them.", []),
        ("Any officer appointed by the President may be removed by the Secretary.", []),
        ("In his absence, the President or a Vice President shall preside.", []),
    ],
)  # fmt: skip
def test_the_offices_that_a_list_establishes(passage: str, names: list[str]) -> None:
    assert [name for name, _, _ in listed(passage)] == names


@pytest.mark.parametrize(
    ("passage", "whole"),
    [
        ("by the President", True),
        ("by the Vice President", False),
        ("by the Past-President", False),
        ("by the President-Elect", False),
        ("by the President of the Corporation", True),
        ("by the President of the Senate", False),
    ],
)
def test_an_office_is_told_from_longer_names(passage: str, whole: bool) -> None:
    start = passage.index("President")
    assert whole is not (preceded(passage, start) or followed(passage, start + len("President")))


@pytest.mark.parametrize(
    ("passage", "terms"),
    [
        ('"Act" means the Nonprofit Act.', ["Act"]),
        ("The “Board” shall mean the Board of Directors.", ["Board"]),
        ('Hill Club, Inc. (the "Corporation"), is a company.', ["Corporation"]),
        ('Hill Club (hereinafter referred to as the "Club") is a company.', ["Club"]),
        ("its directors and agents (each, an “Indemnitee”)", ["Indemnitee"]),
        ('"Act" has the meaning given in Section 2.', []),
        ('a list entitled "Mortgagees of Lots".', []),
        ('the words "Hill Club" and the year', []),
    ],
)
def test_definitions(passage: str, terms: list[str]) -> None:
    assert [one.term for one in definitions_in(passage)] == terms


def defined(folder: Path, *sections: str) -> list[tuple[str, str, str]]:
    body = "\n\n".join(f"Section {number}. Terms. {words}" for number, words in enumerate(sections, 1))
    found = findings(folder, f"ARTICLE I\nTERMS\n\n{body}")
    return [(finding.code, finding.severity, finding.address) for finding in found]


def test_a_definition_that_nothing_uses(tmp_path: Path) -> None:
    season = '"Season" means the months from May to September.'
    assert defined(tmp_path / "a", season, "Dues fall due in May.") == [
        ("unused-definition", "note", "Article I, Section 1")
    ]
    assert defined(tmp_path / "b", season, "Dues fall due before the Season.") == []
    assert defined(tmp_path / "c", season, "Dues fall due twice in two seasons.") == []


def test_a_term_defined_twice(tmp_path: Path) -> None:
    one, other = '"Quorum" means five Quorum members.', '"Quorum" means seven members.'
    assert defined(tmp_path / "a", one, other) == [("twice-defined", "warning", "Article I, Section 2")]
    assert defined(tmp_path / "b", one, one) == [("twice-defined", "note", "Article I, Section 2")]
    assert defined(tmp_path / "c", one, f"For purposes of this Section, {other}") == []


def test_a_term_said_to_be_defined_and_not(tmp_path: Path) -> None:
    use = "No Insider (as defined in Section 1) may vote."
    assert defined(tmp_path / "a", "Members vote.", use) == [("undefined-term", "warning", "Article I, Section 2")]
    assert defined(tmp_path / "b", '"Insider" means a member.', use) == []
    assert defined(tmp_path / "c", "An Insider means a member.", use) == []
    assert defined(tmp_path / "d", "No Insider (as defined in Section 16 of the Exchange Act) may vote.") == []


def two_names(folder: Path, *sections: str) -> list[str]:
    body = "\n\n".join(f"Section {number}. Law. {words}" for number, words in enumerate(sections, 1))
    found = findings(folder, f"ARTICLE I\nLAW\n\n{body}")
    return [finding.evidence for finding in of_code("two-names", found)]


def test_two_names_for_the_charter(tmp_path: Path) -> None:
    articles = "This is as the Articles of Incorporation say."
    certificate = "The Certificate of Incorporation gives the number."
    (evidence,) = two_names(tmp_path / "a", articles, certificate, articles)
    assert evidence == (
        "'Articles of Incorporation' twice, first in Article I, Section 1 (as adopted May 4, 1990): "
        "'This is as the Articles of Incorporation say.'; "
        "'Certificate of Incorporation' once, first in Article I, Section 2 (as adopted May 4, 1990): "
        "'The Certificate of Incorporation gives the number.'."
    )
    assert two_names(tmp_path / "b", articles, "The Articles of Incorporation or Certificate of Incorporation.") == []
    assert two_names(tmp_path / "c", articles, "The certificate of incorporation of another corporation.") == []


def test_two_names_for_the_organisation_itself(tmp_path: Path) -> None:
    defines = 'The Hill Club (the "Corporation") is a charity.'
    (evidence,) = two_names(tmp_path / "a", defines, "The Corporation has members.", "The Club has no dues.")
    assert "'the Club' once" in evidence
    assert two_names(tmp_path / "b", defines, "The Foundation is another body.") == []
    assert two_names(tmp_path / "c", defines, '"Club" means the house.', "The Club is on the hill.") == []


def test_the_second_name_is_of_the_instrument_that_brought_it(tmp_path: Path) -> None:
    words = (
        '1. Article I, Section 2 is amended to read as follows:\n\n"Section 2. Year. The financial year ends in May."'
    )
    found = findings(
        tmp_path, "ARTICLE I\nLAW\n\nSection 1. Dues. Each fiscal year.\n\nSection 2. Year. It ends in June.", words
    )
    (finding,) = of_code("two-names", found)
    assert (finding.instrument, finding.address) == ("1991-06-01-1", "Article I, Section 2")


def test_the_samples_names() -> None:
    found = {key: opened(key) for key in (IVM, FMP)}
    names = {
        key: of_code("two-names", check_text(record.base, record.standing.counting)) for key, record in found.items()
    }
    (finding,) = names[IVM]
    assert "'Certificate of Incorporation' 12 times" in finding.evidence
    assert "'Articles of Incorporation' twice, first in Article IV, Section 1" in finding.evidence
    assert names[FMP] == []
