"""Sources of every format are kept byte for byte, with the words extracted from them, and proved again."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from amendments.audit.files import check_sources
from amendments.proposal import Wishes
from amendments.record import Record, open_record
from amendments.recording import record
from corpus.sources.reader import read_source
from corpus.store import Book
from formats import as_html, as_markdown, as_pdf, as_text, as_word, element, saved
from sample import RECORDED


def kept(content: bytes, name: str, folder: Path, **options: str) -> Record:
    book = Book(folder / "book")
    record(book, read_source(content, name, **options), Wishes(key="acme"), RECORDED)  # type: ignore[arg-type]
    return open_record(book, "acme")


@pytest.mark.parametrize(
    ("content", "name", "files"),
    [
        (as_text(), "bylaws.txt", {".txt", ".set-aside.jsonl"}),
        (as_markdown(), "bylaws.md", {".md", ".set-aside.jsonl", ".words.txt"}),
        (as_html(), "Bylaws.HTM", {".htm", ".set-aside.jsonl", ".words.txt"}),
        (as_word(), "bylaws.docx", {".docx", ".set-aside.jsonl", ".words.txt"}),
        (as_pdf(), "bylaws.pdf", {".pdf", ".set-aside.jsonl", ".words.txt"}),
        (as_word(), "bylaws", {".bin", ".set-aside.jsonl", ".words.txt"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_kept_of_a_source(content: bytes, name: str, files: set[str], tmp_path: Path) -> None:
    found = kept(content, name, tmp_path)
    sources = {path.name.partition(".")[2]: path for path in (found.folder / "sources").iterdir()}
    assert {f".{ending}" for ending in sources} == files
    assert content in {path.read_bytes() for path in sources.values()}
    assert check_sources(found) == ()


def test_a_word_altered_in_the_extracted_words_is_found(tmp_path: Path) -> None:
    found = kept(as_word(), "bylaws.docx", tmp_path)
    (words,) = (found.folder / "sources").glob("*.words.txt")
    words.write_text(words.read_text().replace("five (5)", "nine (9)"))
    (finding,) = check_sources(found)
    assert finding.code == "file-altered"


def tracked() -> bytes:
    """Bylaws of Acme, in which "ten" was changed to "five" and the end of the paragraph before was taken away."""
    document = docx.Document()
    document.add_paragraph("BYLAWS OF ACME")
    paragraph = document.add_paragraph("Section 1. Dues. The dues are ")
    for tag, words in (("del", "ten"), ("ins", "five")):
        run = element("r", element(tag, paragraph._p, id="1", author="A", date="2001-01-01T00:00:00Z"))
        element("delText" if tag == "del" else "t", run).text = words
    paragraph.add_run(" dollars ")
    element("del", element("rPr", paragraph._p.get_or_add_pPr()), id="2", author="A", date="2001-01-01T00:00:00Z")
    document.add_paragraph("a year.")
    document.add_paragraph("Adopted May 4, 1990.")
    return saved(document)


@pytest.mark.parametrize(
    ("changes", "words"),
    [("accepted", ["The dues are five dollars a year."]), ("rejected", ["The dues are ten dollars", "a year."])],
)
def test_tracked_changes_are_proved_as_they_were_read(changes: str, words: list[str], tmp_path: Path) -> None:
    found = kept(tracked(), "bylaws.docx", tmp_path, changes=changes)
    assert list(found.base.text.provisions[0].paragraphs) == words
    assert check_sources(found) == ()
