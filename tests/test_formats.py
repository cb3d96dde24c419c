"""The same bylaws from different formats give the same tree and words."""

from __future__ import annotations

import pytest

from corpus.model import Text
from corpus.sources.reader import read_source
from formats import as_html, as_markdown, as_pdf, as_text, as_word


def text_of(content: bytes, name: str) -> Text:
    (document,) = read_source(content, name).documents
    return document.text


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (as_text(width=60), "narrow.txt"),
        (as_text().decode().encode("cp1252"), "windows.txt"),
        (as_text().decode().encode("utf-16"), "unicode.txt"),
        (as_text().replace(b"\n", b"\r\n"), "dos.txt"),
        (as_markdown(), "bylaws.md"),
        (as_html(), "ex3-2.htm"),
        (as_html(), "no-suffix"),
        (as_word(), "bylaws.docx"),
        (as_word(), "misnamed.txt"),
        (as_pdf(), "bylaws.pdf"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_same_bylaws_from_every_format(content: bytes, name: str) -> None:
    expected = text_of(as_text(), "bylaws.txt")
    found = text_of(content, name)
    assert found.words() == expected.words()
    assert found == expected


def test_what_the_same_bylaws_are() -> None:
    text = text_of(as_text(), "bylaws.txt")
    offices, directors = text.provisions
    other = offices.children[1]
    assert [one.num for one in (offices, *offices.children, *other.children, directors)] == [
        *("ARTICLE I", "Section 1.", "Section 2.", "(a)", "(b)", "ARTICLE II")
    ]
    assert other.paragraphs[-1] == "No office shall be established for less than “one” year."
    assert text.conclusions == ("Adopted May 4, 1990.",)
