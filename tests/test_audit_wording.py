"""What instruments did to the wording: put back, changed in nothing, beyond what they say, by a slip."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.audit.text import check_text
from amendments.audit.wording.near_miss import near_miss
from amendments.timeline import Timeline
from audited import findings, of_code
from corpus.finding import Finding
from corpus.model import Text, places
from corpus.paragraphs import paragraphs
from histories import history
from sample import FMP, IVM, opened

BYLAWS = """\
ARTICLE I
MEMBERS

Section 1. Dues. Each member shall pay dues of ten dollars to the Treasurer of the Club in May, if the Board so decides.

Section 2. Vote. The property, business and affairs of the Club shall be managed by the members of the Club.

Section 3. Keys. The Treasurer and each member shall keep a key of the house that the Treasurer lists. The
Treasurer counts them.
"""


def substituted(number: int, words: str) -> str:
    section = BYLAWS.split("\n\n")[number]
    old, new = words.split(" => ")
    assert old in section
    return f'1. Article I, Section {number} is amended to read as follows:\n\n"{section.strip().replace(old, new)}"'


def put(number: int, old: str, new: str) -> str:
    return f'1. Article I, Section {number} is amended by striking "{old}" and inserting "{new}".'


def of_sample(key: str, code: str) -> list[Finding]:
    record = opened(key)
    return of_code(code, check_text(record.base, record.standing.counting))


def test_the_sample_puts_back_an_if_and_a_comma() -> None:
    comma, condition = of_sample(IVM, "reverted-wording")
    assert (comma.instrument, comma.id) == ("1999-07-29-1", "art_III__sec_1")
    assert "'… 2/3 percent of the outstanding shares entitled to vote, the resolution …' on March 26, 1998" in (
        comma.evidence
    )
    assert (condition.instrument, condition.id) == ("2000-02-28-1", "art_III__sec_1")
    assert condition.evidence == (
        "'… a number less than five, then, if the votes cast against the …' became "
        "'… a number less than five, then the votes cast against the …' on October 20, 1999 (1999-10-20-1), and "
        "'… a number less than five, then, if the votes cast against the …' again on February 28, 2000 (2000-02-28-1)."
    )


def test_words_that_are_put_back(tmp_path: Path) -> None:
    found = findings(
        tmp_path, BYLAWS, put(1, "ten dollars", "twelve dollars"), put(3, "a key", "two keys"),
        put(1, "twelve dollars", "ten dollars"),
    )  # fmt: skip
    (finding,) = of_code("reverted-wording", found)
    assert (finding.instrument, finding.address) == ("1993-06-01-1", "Article I, Section 1")
    assert "on June 1, 1991 (1991-06-01-1)" in finding.evidence


def test_words_that_change_and_change_again_are_not_put_back(tmp_path: Path) -> None:
    found = findings(tmp_path, BYLAWS, put(1, "ten", "twelve"), put(1, "twelve", "fifteen"))
    assert of_code("reverted-wording", found) == []


def test_words_are_put_back_in_a_section_that_was_added(tmp_path: Path) -> None:
    added = (
        'Article I is amended by adding a new Section 4: "Section 4. Seal. The seal is of brass, kept in the house."'
    )
    found = findings(tmp_path, BYLAWS, f"1. {added}", put(4, "of brass", "of steel"), put(4, "of steel", "of brass"))
    (finding,) = of_code("reverted-wording", found)
    assert finding.instrument == "1993-06-01-1"


def test_what_changes_afterwards_does_not_hide_that_words_were_put_back(tmp_path: Path) -> None:
    found = findings(
        tmp_path, BYLAWS, put(1, "ten dollars", "twelve dollars"), put(1, "twelve dollars", "ten dollars"),
        put(1, "of ten dollars to the Treasurer", "in kind to the Secretary"),
    )  # fmt: skip
    (finding,) = of_code("reverted-wording", found)
    assert finding.instrument == "1992-06-01-1"


def test_a_substitution_that_changes_nothing(tmp_path: Path) -> None:
    same = substituted(1, "ten => ten")
    (alone,) = of_code("no-change", findings(tmp_path / "a", BYLAWS, same))
    assert (alone.severity, alone.address) == ("warning", "Article I, Section 1")
    beside = f"{same}\n\n{put(3, 'a key', 'two keys').replace('1.', '2.')}"
    (among,) = of_code("no-change", findings(tmp_path / "b", BYLAWS, beside))
    assert among.severity == "note"


def test_a_substitution_that_changes_signs_only(tmp_path: Path) -> None:
    (finding,) = of_code(
        "punctuation-only",
        findings(tmp_path / "a", BYLAWS, substituted(1, "in May, if the Board => in May if the board")),
    )
    assert finding.severity == "note"
    assert "'… Treasurer of the Club in May, if the Board so decides.' became" in finding.evidence
    found = findings(tmp_path / "b", BYLAWS, substituted(1, "in May, if => in June if"))
    assert of_code("punctuation-only", found) == []


def test_the_samples_slips() -> None:
    assert [(finding.message.split("'")[1], finding.id) for finding in of_sample(IVM, "likely-slip")] == [
        ("The property;", "art_III__sec_1"),
        ("shall be have", "art_V__sec_8"),
        ("duties.", "art_V__sec_12"),
        ("Treasure", "art_V__sec_18"),
    ]
    assert of_sample(FMP, "likely-slip") == []


@pytest.mark.parametrize(
    ("number", "words", "slip"),
    [
        (1, "to the Treasurer => to the Treasure", "Treasure"),
        (1, "member shall pay => member shall be have", "shall be have"),
        (2, "property, business => property; business", "The property;"),
        (2, "managed by the members of the Club => managed by the the members", "the the"),
        (2, "managed by => managed. by", "managed."),
    ],
)
def test_slips(tmp_path: Path, number: int, words: str, slip: str) -> None:
    (finding,) = of_code("likely-slip", findings(tmp_path, BYLAWS, substituted(number, words)))
    assert finding.message.startswith(f"'{slip}' in Article I, Section {number}, brought by the amendments of June 1,")


@pytest.mark.parametrize(
    "words",
    [
        "to the Treasurer => to the Secretary",
        "ten dollars => two dollars",
        "Each member => All members",
        "in May, if => in May; if",
        "the Board so => the Board of the Club so",
    ],
)
def test_what_is_no_slip(tmp_path: Path, words: str) -> None:
    assert of_code("likely-slip", findings(tmp_path, BYLAWS, substituted(1, words))) == []


def test_slips_that_the_bylaws_had_from_the_first_are_no_amendments(tmp_path: Path) -> None:
    bylaws = BYLAWS.replace("to the Treasurer of", "to the the Treasure of")
    assert of_code("likely-slip", findings(tmp_path, bylaws, put(1, "ten", "twelve"))) == []


@pytest.mark.parametrize(
    ("was", "now", "slip"),
    [
        ("treasurer", "treasure", True),
        ("corporation", "coporation", True),
        ("trial", "trail", True),
        ("county", "country", True),
        ("director", "directors", False),
        ("elected", "elect", False),
        ("organization", "organisation", False),
        ("honor", "honour", False),
        ("chairman", "chairmen", False),
        ("these", "those", False),
        ("eight", "eighty", False),
        ("directors'", "director's", False),
        ("may", "day", False),
        ("member", "number", False),
    ],
)
def test_near_misses(was: str, now: str, slip: bool) -> None:
    assert near_miss(was, now) is slip


RECITAL = "WHEREAS, the Board wishes to increase the dues from ten dollars to twelve dollars;"


def test_more_changed_than_announced(tmp_path: Path) -> None:
    words = substituted(1, "ten dollars => twelve dollars").replace("in May", "in June")
    (finding,) = of_code("unannounced-change", findings(tmp_path, BYLAWS, f"{RECITAL}\n\n{words}"))
    assert "says 'increase the dues from ten dollars to twelve dollars'" in finding.evidence
    assert "It also changes 'May' to 'June' in " in finding.evidence


@pytest.mark.parametrize(
    ("recital", "words"),
    [
        (RECITAL, "ten dollars => twelve dollars"),
        (RECITAL, "May, if => June, if"),  # it announces nothing of this section
        (RECITAL.replace("wishes", "wishes, among other changes,"), "ten dollars to => twelve dollars yearly to"),
        ("WHEREAS, the members have met;", "ten dollars to => twelve dollars yearly to"),
    ],
)
def test_what_is_not_more_than_announced(tmp_path: Path, recital: str, words: str) -> None:
    assert of_code("unannounced-change", findings(tmp_path, BYLAWS, f"{recital}\n\n{substituted(1, words)}")) == []


@given(st.integers(0, 2**40))
@settings(max_examples=60)
def test_every_quotation_of_what_was_put_back_stands_in_the_texts(seed: int) -> None:
    """Before the first of two instruments and after the second the same words, and between them the others."""
    base, instruments = history(Random(seed), 25)
    texts = [words(text) for text in Timeline(base, instruments).texts]
    order = [instrument.id for instrument in instruments]
    for finding in of_code("reverted-wording", check_text(base, instruments)):
        for was, became, first, again, second in QUOTED.findall(finding.evidence):
            before, after, last = order.index(first), order.index(first) + 1, order.index(second) + 1
            assert was == again
            assert bare(was) in texts[before]
            assert bare(was) in texts[last]
            assert not became or bare(became) in texts[after]


QUOTED = re.compile(
    r"'([^']*)' (?:became '([^']*)'|was taken out) on [^(]*\(([\d-]+)\), and '([^']*)' again on [^(]*\(([\d-]+)\)"
)


def words(text: Text) -> str:
    return "\n".join(paragraph.text for place in places(text.provisions) for paragraph in paragraphs(place.provision))


def bare(quotation: str) -> str:
    return quotation.removeprefix("… ").removesuffix(" …")
