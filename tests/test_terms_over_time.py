"""Terms over time: how sentences are read, how terms are followed, and every term of both samples, read as a lawyer."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from amendments.terms_over_time.follow import follow
from amendments.terms_over_time.terms import terms
from conftest import Outcome
from renderer.terms.chart import chart
from sample import FMP, IVM, opened

GOLDEN = Path(__file__).resolve().parent / "golden"


def read(sentence: str, heading: str = "") -> list[tuple[str, str]]:
    """The terms of a sentence as kind and value, or its words where it has no value."""
    return [
        (term.kind, (term.quantity.value if term.quantity else "") or f"'{sentence[term.start : term.end]}'")
        for term in terms(sentence, heading)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Board of Directors shall consist of seven (7) persons.", [("number of directors", "7")]),
        ("The number of directors shall be not less than 3 nor more than 9.", [("number of directors", "3 to 9")]),
        ("The number of trustees is five to eleven.", [("number of directors", "5 to 11")]),
        ("The Board of Directors is composed of ten (12) members.", [("number of directors", "'ten (12) members'")]),
        ("Twenty percent (20%) of the members shall constitute a quorum.", [("quorum", "20%")]),
        ("Members holding sixty (60%) of the votes shall constitute a quorum.", [("quorum", "60%")]),
        ("A quorum of the members shall be at least one-third (1/3) of the votes.", [("quorum", "at least 33 1/3%")]),
        (
            "The act of a majority of the directors at a meeting at which a quorum is present is the act of the board.",
            [("votes or shares", "'a majority'")],
        ),
        ("It takes a vote of two-thirds (3/4) of the members.", [("votes or shares", "'two-thirds (3/4)'")]),
        ("These bylaws are amended by a vote of two-thirds of the members.", [("votes or shares", "66 2/3%")]),
        ("Notice shall be mailed no fewer than 10 and not more than 50 days before it.", [("notice", "10 to 50 days")]),
        ("The president calls it on five business days' notice.", [("notice", "5 business days")]),
        ("It meets on the second Tuesday of May at 7:30 p.m. in a meeting.", [
            ("meeting", "'second Tuesday of May'"), ("meeting", "'7:30 p.m.'")]),
        ("Each director shall serve for a term of three (3) years.", [("term of office", "3 years")]),
        ("He shall hold office until he dies.", [("term of office", "'until he dies'")]),
        ("Dues are $1,250.50 and no check above five hundred dollars ($500) is paid.", [
            ("amount", "$1,250.50"), ("amount", "$500")]),
        ("A fine of five hundred dollars ($600) is due.", [("amount", "'five hundred dollars ($600)'")]),
        ("No meeting shall be held more than sixty days after it.", [("period", "'more than sixty days'")]),
        ("An adjournment for more than 45 days needs it.", [("period", "more than 45 days")]),
        ("An owner of a corporation, the majority of the stock of which is owned by it, has a say.", []),
        ("Section 12 of Article 3 governs a three-month statement.", []),
    ],
)  # fmt: skip
def test_a_sentence_says(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert read(sentence) == expected


def test_the_number_of_directors_of_the_sample_has_its_five_values_and_days() -> None:
    directors = follow(opened(IVM))[0]
    assert directors.kind == "number of directors"
    assert directors.address == "Article III, Section 1"
    assert [
        (point.value, str(point.since), str(point.until), point.instrument.id if point.instrument else "")
        for point in directors.points
    ] == [
        ("5", "1991-12-20", "1998-03-26", ""),
        ("8", "1998-03-26", "1999-07-29", "1998-03-26-1"),
        ("9", "1999-07-29", "1999-10-20", "1999-07-29-1"),
        ("10 to 15", "1999-10-20", "2000-02-28", "1999-10-20-1"),
        ("at least 1", "2000-02-28", "None", "2000-02-28-1"),
    ]


@pytest.mark.parametrize("key", [IVM, FMP])
def test_the_terms_of_a_sample_are_those_read(bylaws: Callable[..., Outcome], key: str) -> None:
    assert bylaws("terms", key, "--width", "120").out == (GOLDEN / f"terms-{key}.txt").read_text(encoding="utf-8")


def test_every_value_stands_in_its_sentence_and_days_follow_one_another() -> None:
    for one in (*follow(opened(IVM)), *follow(opened(FMP))):
        for point, following in zip(one.points, one.points[1:], strict=False):
            assert point.until == following.since
            assert point.since < following.since
        assert all(point.words.strip() for point in one.points)


def test_data_and_spreadsheet_say_the_same(bylaws: Callable[..., Outcome]) -> None:
    data = json.loads(bylaws("terms", IVM, "--changed", "--format", "json").out)
    rows = list(csv.DictReader(StringIO(bylaws("terms", IVM, "--changed", "--format", "csv").out)))
    values = [value for term in data["terms"] for value in term["values"]]
    assert [(row["value"], row["since"], row["instrument"]) for row in rows] == [
        (value["value"], value["since"], value["instrument"]) for value in values
    ]
    assert [(value["least"], value["most"]) for value in values[:5]] == [(5, 5), (8, 8), (9, 9), (10, 15), (1, None)]
    assert all(value["words"] in value["sentence"] for value in values)


def test_the_page_links_each_point_to_its_words(bylaws: Callable[..., Outcome], tmp_path: Path) -> None:
    assert bylaws("terms", IVM, "-o", "terms.html").code == 0
    page = (tmp_path / "terms.html").read_text(encoding="utf-8")
    for nth in range(5):
        assert f'href="#term-1-{nth}"' in page
        assert f'id="term-1-{nth}"' in page
    assert "<script" not in page
    assert "<mark>at least one (1)</mark>" in page


def test_the_chart_steps_where_the_days_are() -> None:
    directors = follow(opened(IVM))[0]
    drawn = chart(directors, date(2026, 1, 1))
    assert drawn is not None
    assert [step.label for step in drawn.steps] == [point.value for point in directors.points]
    assert all(step.end == following.x for step, following in zip(drawn.steps, drawn.steps[1:], strict=False))
    assert drawn.steps[3].high < drawn.steps[3].low
    assert drawn.steps[4].open == "up"
    assert chart(follow(opened(FMP))[0], date(2026, 1, 1)) is None
