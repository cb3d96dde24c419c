"""Dates as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import find_dates, parse_date, spoken
from corpus.errors import NotADate


@pytest.mark.parametrize(
    "written",
    [
        "1998-03-26",
        "March 26, 1998",
        "march 26 1998",
        "Mar. 26, 1998",
        "Mar 26, 1998",
        "March 26th, 1998",
        "26 March 1998",
        "26th day of March, 1998",
        "3/26/1998",
        " 1998-03-26 ",
    ],
)
def test_the_forms_people_write(written: str) -> None:
    assert parse_date(written) == date(1998, 3, 26)


@pytest.mark.parametrize(
    "written",
    ["", "soon", "1998", "March 1998", "1998-13-01", "February 30, 2000", "1999-02-29", "26.3.1998", "1998-03-261"],
)
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(NotADate):
        parse_date(written)


def test_a_date_that_two_countries_read_differently_is_refused() -> None:
    with pytest.raises(NotADate, match="month first or the day first"):
        parse_date("3/4/1998")
    assert parse_date("4/4/1998") == date(1998, 4, 4)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_spoken_date_is_read_back(day: date) -> None:
    assert parse_date(spoken(day)) == day == parse_date(day.isoformat())


def test_dates_within_a_sentence() -> None:
    sentence = "executed this certificate on this 25th day of August, 1998, and again on March 26, 1999."
    assert find_dates(sentence) == (date(1998, 8, 25), date(1999, 3, 26))
    assert find_dates("Dated: February 30, 2000") == ()
