"""Redlines as PDF: every marked word in order, the summary, and each instrument by its number."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pypdfium2
import pytest

from corpus.dates import parse_date
from renderer.redline.build import redline
from renderer.redline.pdf import write_redline_pdf
from renderer.redline.view import Mark, Redline
from sample import IVM, opened, timeline


def marked(old: str, new: str, within: str = "", **how: bool) -> Redline:
    line = timeline(IVM)
    return redline(opened(IVM).work, line, *(line.as_of(parse_date(day)) for day in (old, new)), within, **how)


def pages(content: bytes) -> list[str]:
    """What stands on each page without its foot; a line ends in a space."""
    read = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
    return [" ".join(re.sub(r"(?s)BY-LAWS OF[^\n]*\s*(?:–\s*)?changes from.*", "", page).split()) for page in read]


def solid(words: str) -> str:
    return re.sub(r"[\s-]", "", words.replace("\ufffe", "-"))


def words(marks: Iterable[Mark]) -> str:
    return "".join(mark.text for mark in marks)


@pytest.mark.parametrize("filing", [False, True])
def test_every_marked_word_stands_in_order(filing: bool) -> None:
    found = marked("1991-12-20", "2000-02-28")
    said = _unbracketed(" ".join(pages(write_redline_pdf(found, whole=True, filing=filing))))
    at = 0
    for unit in found.units:
        for row in (unit.head, *(line.marks for line in unit.lines)):
            wanted = _unbracketed(words(row))
            at = said.index(wanted, at) + len(wanted)


def _unbracketed(words: str) -> str:
    return re.sub(r"[\[\]]", "", solid(words))


def test_a_filing_has_deletions_in_brackets() -> None:
    found = marked("1999-10-20", "2000-02-28", "art_III__sec_1")
    (page,) = pages(write_redline_pdf(found, filing=True))
    assert "The property[,]; business and affairs" in page
    assert "composed of [not less than ten (10) nor more than fifteen (15) members]at least one (1) member who" in page
    assert "Deleted words stand in brackets, inserted words are underlined." in page


def test_a_summary_stands_on_pages_of_its_own() -> None:
    found = marked("1999-10-20", "2000-02-28", "art_III__sec_1")
    first, second = pages(write_redline_pdf(found, summary=True))
    assert "Summary of changes From: October 20, 1999 To: February 28, 2000" in first
    assert "2. Article III, Section 1: “not less than ten (10)" in first
    assert second.startswith("BY-LAWS OF INTERACTIVE VOICE MEDIA (CA) CORP. Changes from October 20, 1999")


def test_by_instrument_every_mark_has_the_number_of_its_own() -> None:
    found = marked("1991-12-20", "2000-02-28", "art_III__sec_1", by_instrument=True, superseded=True)
    (page,) = pages(write_redline_pdf(found))
    assert (
        "1 Schedule A, March 26, 1998 2 Schedule A, July 29, 1999 3 Schedule A, October 20, 1999 4 Schedule A" in page
    )
    for unit in found.units:
        for mark in unit.lines[0].marks if unit.level == "section" else ():
            above = "·".join("⁰¹²³⁴"[found.source(name).number] for name in mark.by)
            assert solid(mark.text + above) in solid(page)


def test_where_nothing_changed_the_page_says_so() -> None:
    (page,) = pages(write_redline_pdf(marked("1991-12-20", "1991-12-20")))
    assert page.endswith("Changes from December 20, 1991 to December 20, 1991: none. Page 1 of 1")
