"""Word files and what LibreOffice makes of them are read alike: the numbers that it prints are those counted here."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.sources.reader import read_source
from formats import PARTS, as_html, as_text, as_word
from office import converted

LONG = [
    *PARTS[:-1],
    *(
        part
        for number in range(3, 12)
        for part in (
            ("article", f"ARTICLE {('III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI')[number - 3]}\nRECORDS"),
            ("section", f"Section 1. Kept Records. {'The secretary keeps the records of every meeting. ' * 12}"),
            ("section", "Section 2. Copies. A member may ask for:"),
            ("item", "(a) a copy of the minutes; and"),
            ("item", "(b) a copy of these bylaws, of which the secretary has enough for all who ask."),
        )
    ),
    PARTS[-1],
]


@pytest.mark.parametrize("parts", [PARTS, LONG], ids=["a page", "several pages"])
def test_a_pdf_of_a_word_file_is_read_as_the_word_file_is(tmp_path: Path, parts: list[tuple[str, str]]) -> None:
    (expected,) = read_source(as_text(parts=parts), "bylaws.txt").documents
    page = converted(as_word(parts=parts), "bylaws.docx", "pdf", tmp_path)
    (found,) = read_source(page, "bylaws.pdf").documents
    assert found.text.words() == expected.text.words()
    assert found.text == expected.text


def test_a_word_file_saved_by_another_program_is_read_as_before(tmp_path: Path) -> None:
    (expected,) = read_source(as_text(), "bylaws.txt").documents
    again = converted(converted(as_word(), "bylaws.docx", "odt", tmp_path), "again.odt", "docx", tmp_path)
    (found,) = read_source(again, "again.docx").documents
    assert found.text == expected.text


def test_a_web_page_opened_as_a_word_file_has_its_words(tmp_path: Path) -> None:
    (expected,) = read_source(as_html(), "bylaws.html").documents
    saved = converted(as_html(), "bylaws.html", "docx:MS Word 2007 XML", tmp_path)
    (found,) = read_source(saved, "bylaws.docx").documents
    assert found.text.words() == expected.text.words()
