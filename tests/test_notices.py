"""What the preview tells of an amendment that was read: bylaws of another, resolutions that change nothing."""

from __future__ import annotations

import pytest

from amendments.prose.notices import idle, of_another
from corpus.model import Provision, Text

ACME = ("BY-LAWS", "OF", "ACME MUTUAL WATER CO.")


def amendment(title: str, *clauses: str) -> Text:
    return Text(preface=tuple(title.split("/")), provisions=tuple(_clause(words) for words in clauses))


def _clause(words: str) -> Provision:
    return Provision(level="clause", num="", body=(words,))


@pytest.mark.parametrize(
    ("title", "clause"),
    [
        ("AMENDMENT TO THE BY-LAWS/OF/BEACON SOCIETY, INC.", "Section 2 is deleted."),
        ("AMENDMENT NO. 1", "Section 2 of the Bylaws of Beacon Society, Inc. is deleted."),
    ],
)
def test_bylaws_of_another_are_told(title: str, clause: str) -> None:
    assert "see that it amends these" in of_another(amendment(title, clause), ACME)


@pytest.mark.parametrize(
    ("title", "clause"),
    [
        ("AMENDMENT TO THE BY-LAWS/OF/ACME MUTUAL WATER COMPANY", "Section 2 is deleted."),
        ("AMENDMENT TO THE BY-LAWS", "Section 2 of the By-Laws of the Corporation is deleted."),
        ("AMENDMENT NO. 1", "Section 2 of the By-Laws of said Corporation is deleted."),
        ("AMENDMENT OF THE BY-LAWS OF ACME WATER", "Beacon Society is a member under its Bylaws of Beacon."),
    ],
)
def test_these_bylaws_are_not_those_of_another(title: str, clause: str) -> None:
    assert of_another(amendment(title, clause), ACME) == ""


def test_a_resolution_that_decides_and_amends_nothing_is_told_with_its_line() -> None:
    assert idle("RESOLVED, that the dues shall be twenty dollars a year.", 5) == (
        "Line 5: it names no provision, and changes none: “RESOLVED, that the dues shall be twenty dollars a year.”"
    )


@pytest.mark.parametrize(
    "paragraph",
    [
        "For one year only, the Board shall have eleven directors.",
        "Approved unanimously, subject to review by counsel.",
        "The Secretary shall correct any cross references.",
    ],
)
def test_what_decides_or_limits_in_a_paragraph_of_its_own_is_told(paragraph: str) -> None:
    assert idle(paragraph, 3) == f"Line 3: it names no provision, and changes none: “{paragraph}”"


def test_a_resolution_in_the_subjunctive_decides_too() -> None:
    assert idle("RESOLVED, that the dues be raised to thirty dollars.", 3).startswith("Line 3: it names no provision")


@pytest.mark.parametrize(
    "paragraph",
    [
        "RESOLVED, that the officers are authorized to do all that shall be needed.",
        "RESOLVED, that the Secretary shall file this amendment in the minute book.",
        "WHEREAS, the dues shall be raised;",
        "Except as amended above, the By-Laws shall remain in full force and effect.",
    ],
)
def test_what_carries_out_an_amendment_is_not(paragraph: str) -> None:
    assert idle(paragraph, 5) == ""
