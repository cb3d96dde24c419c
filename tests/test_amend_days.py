"""The days of an amendment, and who adopted it: from its sentences, its certificate, its changes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from amending import told
from conftest import Outcome
from sample import IVM, LIBRARY

Command = Callable[..., Outcome]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return shutil.copytree(LIBRARY, tmp_path / "book")


@pytest.mark.parametrize(
    ("opening", "effective", "adopted"),
    [
        (
            "I certify that at the annual meeting of shareholders held on May 10, 2002 the following was duly adopted:",
            "2002-05-10-1, effective May 10, 2002",
            "Adopted by the shareholders at a meeting on May 10, 2002.",
        ),
        (
            "It was adopted by written consent of the Board of Directors on May 10, 2002, effective June 1, 2002:",
            "2002-06-01-1, effective June 1, 2002",
            "Adopted by written consent of the board of directors dated May 10, 2002.",
        ),
        ("The following is hereby adopted.", "2002-05-20-1, effective May 20, 2002", ""),
        (
            "On May 10, 2002 the Board of Directors adopted the following amendment, to take effect on June 1, 2002:",
            "2002-06-01-1, effective June 1, 2002",
            "Adopted on May 10, 2002.",
        ),
        (
            "The Board, at its meeting of May 10, 2002, adopted this resolution to be effective June 1, 2002.",
            "2002-06-01-1, effective June 1, 2002",
            "Adopted at a meeting on May 10, 2002.",
        ),
    ],
)
def test_the_days_and_the_body_of_a_certificate(
    bylaws: Command, book: Path, opening: str, effective: str, adopted: str
) -> None:
    words = "RESOLVED, that Section 22 of Article V is hereby repealed."
    Path("certificate.txt").write_text(f"SECRETARY'S CERTIFICATE\n\n{opening}\n\n{words}\n\nDated: May 20, 2002\n")
    shown = told(bylaws("amend", IVM, "certificate.txt", "--preview"))
    assert effective in shown
    assert adopted in shown
    assert "delete Article V, Section 22" in shown
    assert "Not read" not in shown


@pytest.mark.parametrize(
    "said",
    [
        "RESOLVED, that, effective June 1, 2001, Section 22 of Article V is hereby repealed.\n\n"
        "RESOLVED FURTHER, that, effective July 1, 2001, Section 18 of Article V is hereby repealed.",
        "Section 22 of Article V is hereby repealed effective June 1, 2001.\n\n"
        "Section 18 of Article V is hereby repealed, with effect from July 1, 2001.",
        "RESOLVED, effective July 1, 2001, Section 18 of Article V is repealed; RESOLVED, effective June 1, 2001, "
        "Section 22 of Article V is repealed.",
        "Effective June 1, 2001, the By-Laws are amended as follows:\n\nSection 22 of Article V is repealed.\n\n"
        "Effective July 1, 2001, the By-Laws are amended as follows:\n\nSection 18 of Article V is repealed.",
    ],
)
def test_what_takes_effect_on_two_days_becomes_two_instruments(bylaws: Command, book: Path, said: str) -> None:
    Path("days.txt").write_text(f"AMENDMENT NO. 3\n\n{said}\n\nDated: May 20, 2001\n")
    shown = told(bylaws("amend", IVM, "days.txt", "--yes"))
    first, second = shown.index("2001-06-01-1, effective June 1, 2001"), shown.index("2001-07-01-1, effective July 1")
    assert first < shown.index("delete Article V, Section 22") < second < shown.index("delete Article V, Section 18")
    assert "Section 22" not in told(bylaws("show", IVM, "V.18", "--as-of", "2001-06-15"))
    assert "Deleted" not in told(bylaws("show", IVM, "V.18", "--as-of", "2001-06-15"))
    assert "Deleted July 1, 2001" in told(bylaws("show", IVM, "V.18", "--as-of", "2001-07-15"))
    assert "holds 1 document, which takes effect on 2 days:" in shown
    assert bylaws("verify", IVM).code == 0


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (
            "Effective June 1, 2001, Section 22 of Article V is repealed.\n\nSection 18 of Article V is repealed.",
            "does not say when 'Section 18 of Article V is repealed.' takes effect",
        ),
        (
            "Effective June 1, 2001, Section 22 of Article V is hereby repealed.\n\nThis amendment is effective "
            "July 1, 2001.",
            "takes effect on June 1, 2001 and on July 1, 2001",
        ),
        (
            "Effective June 1, 2001, Section 22 of Article V is repealed and effective July 1, 2001, Section 18 of "
            "Article V is repealed.",
            "takes effect on June 1, 2001",
        ),
    ],
)
def test_a_day_that_is_said_of_some_changes_is_not_taken_for_all(
    bylaws: Command, book: Path, said: str, why: str
) -> None:
    Path("days.txt").write_text(f"AMENDMENT NO. 3\n\n{said}\n\nDated: May 20, 2001\n")
    done = bylaws("amend", IVM, "days.txt", "--preview")
    assert done.code == 2
    assert why in " ".join(done.err.split())


def test_the_day_of_a_change_is_that_of_its_instrument(bylaws: Command, book: Path) -> None:
    Path("day.txt").write_text(
        "AMENDMENT NO. 3\n\nEffective June 1, 2001, Section 22 of Article V is repealed.\n\nDated: May 20, 2001\n"
    )
    assert "2001-06-01-1, effective June 1, 2001" in told(bylaws("amend", IVM, "day.txt", "--preview"))


@pytest.mark.parametrize(
    "opening",
    [
        "The By-Laws adopted December 20, 1991 are hereby amended as follows:",
        "The Board hereby amends the By-Laws of the Corporation, as amended and restated on December 20, 1991:",
    ],
)
def test_a_day_of_the_bylaws_is_none_of_the_amendment(bylaws: Command, book: Path, opening: str) -> None:
    words = "RESOLVED, that Section 22 of Article V is hereby repealed."
    Path("undated.txt").write_text(f"AMENDMENT TO THE BY-LAWS\n\n{opening}\n\n{words}\n")
    done = bylaws("amend", IVM, "undated.txt", "--preview")
    assert done.code == 2
    assert "no date was found" in done.err
    Path("dated.txt").write_text(Path("undated.txt").read_text().replace(":\n", ", effective June 1, 2002:\n"))
    shown = told(bylaws("amend", IVM, "dated.txt", "--preview"))
    assert "2002-06-01-1, effective June 1, 2002" in shown
    assert "Adopted" not in shown.replace("By-Laws adopted", "")


@pytest.mark.parametrize("opening", ["Effective June 1, 2002, the Board adopted the following:"])
def test_a_day_on_which_it_takes_effect_is_none_of_the_adoption(bylaws: Command, book: Path, opening: str) -> None:
    words = "RESOLVED, that Section 22 of Article V is hereby repealed."
    Path("effective.txt").write_text(f"AMENDMENT TO THE BY-LAWS\n\n{opening}\n\n{words}\n")
    shown = told(bylaws("amend", IVM, "effective.txt", "--preview"))
    assert "2002-06-01-1, effective June 1, 2002" in shown
    assert "Adopted" not in shown
    assert "delete Article V, Section 22" in shown
    assert "Not read" not in shown


def test_the_words_shown_for_a_day_are_those_that_say_it(bylaws: Command, book: Path) -> None:
    lead = (
        "NOW, THEREFORE, BE IT RESOLVED that the By-Laws are hereby amended effective as of June 1, 2001, as follows:"
    )
    Path("lead.txt").write_text(f"AMENDMENT NO. 3\n\n{lead}\n\nSection 22 of Article V is hereby repealed.\n")
    assert f'effective June 1, 2001 ("{lead}", line 3)' in told(bylaws("amend", IVM, "lead.txt", "--preview"))
