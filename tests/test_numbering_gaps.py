"""Numbers that a text leaves out, and numbers that an amendment gives twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from amendments.audit.gaps import check_brought_twice, check_gaps
from amendments.audit.subject import Subject
from amendments.operations import Operation
from corpus.model import Base
from referring import (
    article,
    base,
    bylaws,
    delete,
    instruments,
    item,
    renumber,
    section,
    substitute,
)


def gaps(work: Base, *operations: Operation) -> list[tuple[str, str, str]]:
    findings = check_gaps(Subject(work, instruments(*operations)))
    return [(one.severity, one.instrument, one.message.partition(",  ")[0].split(", and no")[0]) for one in findings]


def row(*numbers: str, items: tuple[str, ...] = ()) -> Base:
    made = [section(number, f"Subject {number}.", *(item(mark, "So.") for mark in items)) for number in numbers]
    return base(article("I", "OFFICES", *made))


@pytest.mark.parametrize(
    ("numbers", "items", "missing"),
    [
        (("1", "2", "4"), (), ["Article I, Section 3"]),
        (("1.01", "1.02", "1.04"), (), ["Article I, Section 1.03"]),
        (("1.9", "1.10"), (), []),
        (("1",), ("a", "c"), ["Article I, Section 1(b)"]),
        (("1",), ("i", "ii", "iv"), ["Article I, Section 1(iii)"]),
        (("1",), ("h", "j"), []),
        (("1",), ("a", "b", "a", "b", "c"), []),
        (("1", "3", "2"), (), []),
        (("12", "12A", "13"), (), []),
        (("12", "12A", "14"), (), ["Article I, Section 13"]),
    ],
)
def test_numbers_left_out(numbers: tuple[str, ...], items: tuple[str, ...], missing: list[str]) -> None:
    assert gaps(row(*numbers, items=items)) == [("note", "", f"There is no {one}") for one in missing]


def test_numbers_of_articles_left_out() -> None:
    work = base(article("I", "A", section("1", "X.")), article("III", "B", section("1", "Y.")))
    assert gaps(work) == [("note", "", "There is no Article II")]


def test_a_number_that_an_amendment_left_out() -> None:
    work = bylaws()
    move = renumber(work.text, ("I.3", "I.6"))
    told = "since the amendments of May 1, 2001"
    assert gaps(work, move) == [
        ("warning", "2001-05-01-1", f"There is no Article I, Section 3 {told}"),
        ("warning", "2001-05-01-1", f"There is no Article I, Section 5 {told}"),
    ]
    assert gaps(work, delete(work.text, "I.3")) == []


def test_a_number_in_the_middle_of_a_paragraph_is_not_left_out() -> None:
    work = base(article("I", "A", section("1", "X.", "So it is. Section 2. Seal. There is one."), section("3", "Y.")))
    assert gaps(work) == []


def test_a_number_that_an_amendment_gives_twice() -> None:
    work = bylaws()
    new = replace(work.text.provisions[1], wid="", body=(section("1", "Election."), section("1", "Pay.")))
    subject = Subject(work, instruments(substitute(work.text, "Article II", new)))
    (finding,) = check_brought_twice(subject)
    assert (finding.code, finding.instrument, finding.id) == ("duplicate-number", "2001-05-01-1", "art_II__sec_1-2")
    assert list(check_brought_twice(Subject(work, []))) == []
