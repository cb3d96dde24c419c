"""How numbers and headings stand beside the words: in text, HTML, Markdown, Word and PDF."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdfium2
from docx import Document
from lxml import html

from amendments.timeline import Timeline
from conftest import Outcome
from corpus.model import Base, Text, identify
from corpus.sources.reader import read_source
from histories import WORK
from renderer.html import write_html
from renderer.markdown import write_markdown
from renderer.pdf.consolidated import write_pdf
from renderer.terminal import Screen
from renderer.text import write_text
from renderer.view import View, view_text
from renderer.word.consolidated import write_consolidated_word
from sample import IVM

BARE = """BYLAWS OF ACME

1. OFFICES

1.1 Name. The name is Acme.

2. OFFICERS

2.1 Titles. The officers are a clerk and a treasurer.

2.1.1 Clerk. The clerk keeps the minutes.

2.1.2 Treasurer. The treasurer keeps the funds.

2.2 Terms

A term is a year.
"""


def base(words: str = BARE) -> Base:
    (document,) = read_source(words.encode(), "bylaws.txt").documents
    return Base(work=WORK, text=Text(preface=("BYLAWS",), provisions=identify(document.text.provisions)))


def seen(found: Base) -> View:
    return view_text(WORK, Timeline(found, []).latest())


def test_a_bare_number_of_an_article_stands_beside_its_heading() -> None:
    view = seen(base())
    assert [entry.title for entry in view.entries if entry.level == "article"] == [("1. OFFICES",), ("2. OFFICERS",)]
    assert "2. OFFICERS" in [line.strip() for line in write_text(view, Screen()).splitlines()]
    assert [one.text_content() for one in html.fromstring(write_html(view)).xpath("//h2/span")] == [
        "1. OFFICES",
        "2. OFFICERS",
    ]
    assert "\n2. OFFICERS" in page(view)


def test_a_number_with_its_word_stands_above_the_heading() -> None:
    view = seen(base(BARE.replace("1. OFFICES", "ARTICLE I\nOFFICES").replace("2. OFFICERS", "ARTICLE II\nOFFICERS")))
    assert [entry.title for entry in view.entries if entry.level == "article"] == [
        ("ARTICLE I", "OFFICES"),
        ("ARTICLE II", "OFFICERS"),
    ]


def test_the_head_of_a_section_inside_a_section_is_bold() -> None:
    view = seen(base())
    bold = [one.text_content() for one in html.fromstring(write_html(view)).xpath("//main//strong")]
    assert bold == ["1.1 Name.", "2.1 Titles.", "2.1.1 Clerk.", "2.1.2 Treasurer.", "2.2 Terms"]
    assert "**2.1.1 Clerk.** The clerk keeps" in write_markdown(view)
    assert "\x1b[1m2.1.1 Clerk.\x1b[0m The clerk" in write_text(view, Screen(colour=True))
    runs = [run for one in Document(BytesIO(write_consolidated_word(view))).paragraphs for run in one.runs if run.bold]
    assert [run.text.replace("\t", " ") for run in runs] == bold


def test_a_heading_that_no_stop_ends_has_a_line_of_its_own() -> None:
    view = seen(base())
    assert "\n\n2.2 Terms\n\nA term is a year.\n" in write_text(view, Screen())
    assert "**2.2 Terms**\n\nA term is a year.\n" in write_markdown(view)
    shown = html.fromstring(write_html(view)).xpath("//section[last()]/p")
    assert [one.text_content() for one in shown] == ["2.2 Terms", "A term is a year."]
    assert "2.2 Terms\nA term is a year." in page(view)
    written = (write_text(view, Screen()).encode(), write_markdown(view).encode(), write_consolidated_word(view))
    for content, name in zip(written, ("text.txt", "text.md", "text.docx"), strict=True):
        (document,) = read_source(content, name).documents
        terms = document.text.provisions[-1].children[-1]
        assert (terms.num, terms.heading, terms.body) == ("2.2", "Terms", ("A term is a year.",)), name


def test_no_stop_no_heading_and_a_heading_with_a_stop_go_on_in_their_line() -> None:
    for head in ("2.2 Terms.", "2.2 Terms –", "2.2 “Terms.”", "2.2 Terms:", "2.2"):
        found = base(BARE.replace("2.2 Terms\n\nA term", f"{head} A term"))
        assert f"\n\n{head} A term is a year.\n" in write_text(seen(found), Screen())


def test_an_instrument_is_named_once_for_all_that_it_did(bylaws: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "acme.txt").write_text(
        "BYLAWS OF ACME\n\nSection 1. Name. The name is Acme:\n\n(a) here;\n\n(b) there.\n\nAdopted May 4, 1990.\n"
    )
    (tmp_path / "one.txt").write_text(
        "AMENDMENT NO. 1 TO THE BYLAWS OF ACME\n\nEffective May 1, 2001, the Bylaws are amended as follows:\n\n"
        '1. The heading of Section 1 is amended to read "Names."\n\n'
        '2. Section 1(a) is amended by striking "here" and inserting "near" in lieu thereof.\n\n'
        '3. Section 1(b) is amended by striking "there" and inserting "afar" in lieu thereof.\n\n'
        "Adopted by the Board of Directors at a meeting held on April 9, 2001.\n"
    )
    assert bylaws("import", "acme.txt", "--work", "acme", "--book", "b", "--yes").code == 0
    assert bylaws("amend", "acme", "one.txt", "--book", "b", "--yes").code == 0
    said = " ".join(bylaws("show", "acme", "--book", "b").out.split())
    assert (
        "(b) afar. (Retitled, paragraph (a) amended, and paragraph (b) amended May 1, 2001, by the board of directors"
        " at a meeting on April 9, 2001.) Adopted"
    ) in said


def test_a_folder_that_is_not_there_is_named(bylaws: Callable[..., Outcome], tmp_path: Path) -> None:
    for name in ("text.html", "text.pdf"):
        done = bylaws("show", IVM, "-o", tmp_path / "none" / name)
        assert done.code == 2
        assert f"{name} can't be written: there is no folder {tmp_path / 'none'}." in done.err


def test_the_ending_of_the_file_says_the_format(bylaws: Callable[..., Outcome], tmp_path: Path) -> None:
    for name, begins in (
        ("text.pdf", b"%PDF-1."),
        ("text.docx", b"PK"),
        ("text.md", b"---\ntitle: "),
        ("text.html", b"<!DOCTYPE html>"),
    ):
        assert bylaws("show", IVM, "III.1", "-o", name).code == 0
        assert (tmp_path / name).read_bytes().startswith(begins)


def page(view: View) -> str:
    """What stands on the first page of the PDF."""
    return pypdfium2.PdfDocument(write_pdf(view))[0].get_textpage().get_text_range().replace("\r", "")
