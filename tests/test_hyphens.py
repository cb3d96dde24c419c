"""Words that the end of a line cuts in two are joined where the document shows how."""

from __future__ import annotations

from filings import read

ELECTION = """\
     Section 1. Elections. The election of directors is annual. Vice-Presidents serve at will. The elec-
tion is by ballot, before the Vice-
Presidents retire, for two-
and three-year terms, under a super-
vised count.
"""


def body(text: str) -> str:
    (document,) = read(text).documents
    return document.text.provisions[0].children[0].text()


def test_the_halves_of_a_word_that_stands_whole_elsewhere_are_joined() -> None:
    assert "The election is by ballot, before" in body(ELECTION)


def test_a_hyphen_that_the_word_has_elsewhere_stays() -> None:
    assert "before the Vice-Presidents retire" in body(ELECTION)


def test_where_nothing_shows_it_the_halves_stay_and_are_doubtful() -> None:
    assert "under a super- vised count." in body(ELECTION)
    assert [line.text for line in read(ELECTION).doubts] == ["and three-year terms, under a super-"]


def test_what_joining_takes_away_is_listed() -> None:
    assert read(ELECTION).set_aside_by_reason()["line-break"] == {"-": 1, "¶": 1}


def test_a_half_that_ends_its_paragraph_takes_its_stop_along() -> None:
    text = "     Section 1. Dues. Each director pro-\nvides.\n\n     Section 2. Rooms. The board provides them.\n"
    assert body(text).endswith("Each director provides.")
