"""PDF files that are written: every character as it was, marks that are seen without colour, bookmarks, tables."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import places
from corpus.sources.reader import read_source
from renderer.pdf.consolidated import write_pdf
from renderer.pdf.document import Document, Line, Run, Table
from renderer.pdf.typeset import LetterWithoutFont, typeset
from renderer.view import dated, view_text
from sample import IVM, opened, timeline

NASTY = (
    "# $ * _ \\ ` @ // /* */ ' \" -- --- ... ~ <b> &amp; = + - [x] {x} #{ ${ %{ \\u{41} #let $x$ ```c``` @ref <label> "
    "http://a.b/c ﬁ ﬂ ½ № § ¶ † • … – — “ ” ‘ ’ « »"
).split(" ")
SCRIPTS = ["Устав", "Ωμέγα", "é", "ñ", "ḍ̇", "Łódź", "naïve", "ﬁn", "office", "fluff", "AVAST"]
BLANKS = [" ", "\u00a0", "\u200b", "\u2060", "\u202f", "\u00ad", "\u200d", "  "]

pieces = st.one_of(
    st.sampled_from(NASTY), st.sampled_from(SCRIPTS), st.text(st.characters(min_codepoint=33, max_codepoint=0x24F))
)
passages = st.lists(st.tuples(pieces, st.sampled_from(BLANKS)), min_size=1, max_size=40).map(
    lambda found: "".join(word + blank for word, blank in found)
)


def document(*parts: Line | Table, **told: object) -> Document:
    return Document(title="Bylaws", dated="", parts=(Line(kind="title", runs=(Run("BYLAWS"),)), *parts), **told)  # type: ignore[arg-type]


def words(*runs: Run) -> Line:
    return Line(kind="words", runs=runs)


def printed(content: bytes) -> str:
    """What PDFium reads on the pages, without white space and the feet."""
    pages = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
    return re.sub(r"\bPage \d+ of \d+\b", "", "\n".join(pages)).replace("\ufffe", "-")


def inked(text: str) -> list[str]:
    """The characters that print something, but for hyphens: PDFium drops one that ends a line, and takes "ﬁ" apart."""
    text = re.sub("[ﬀ-ﬆ]", lambda found: unicodedata.normalize("NFKC", found[0]), unicodedata.normalize("NFC", text))
    return [one for one in text if unicodedata.category(one)[0] not in "ZC" and one != "-"]


@settings(max_examples=150)
@given(passages, st.booleans())
def test_every_character_comes_out_as_it_was(text: str, filing: bool) -> None:
    text = "".join(one for one in text if unicodedata.category(one) != "Cc")
    content = typeset(document(words(Run(text)), filing=filing))
    assert inked(printed(content)) == inked(f"BYLAWS{text}")


@pytest.mark.parametrize("said", ["תקנון העמותה", "النظام الأساسي للشركة", "Устав общества", "Καταστατικό", "Điều lệ"])
def test_letters_of_other_scripts_are_all_there(said: str) -> None:
    content = typeset(document(words(Run(f"The {said} of Acme."))))
    assert sorted(inked(printed(content))) == sorted(inked(f"BYLAWSThe {said} of Acme."))


def test_no_word_is_read_as_markup() -> None:
    said = (
        '#pagebreak() #{ 1 + 1 } $ x^2 $ = Title - 1 *bold* _it_ "q" -- --- ... \\n https://a.org // no /* no */ <a> @a'
    )
    assert said in printed(typeset(document(words(Run(said)))))


def test_a_word_too_long_for_a_line_is_broken_and_whole() -> None:
    blank, address = "_" * 200, "https://example.org/" + "bylaws" * 40
    content = typeset(document(words(Run(f"Signed {blank} by {address}."))))
    assert blank + "by" + address in "".join(printed(content).split())
    page = pypdfium2.PdfDocument(content)[0]
    letters = page.get_textpage()
    assert max(letters.get_charbox(at)[2] for at in range(letters.count_chars())) < page.get_width() - 72


def test_the_same_document_gives_the_same_bytes() -> None:
    view = view_text(opened(IVM).work, timeline(IVM).latest())
    assert write_pdf(view) == write_pdf(view)


def test_a_letter_that_no_font_has_is_refused() -> None:
    with pytest.raises(
        LetterWithoutFont, match=r"has the letter '\U0010fffd' \(U\+10FFFD, .*stands in 'Of the \U0010fffd of"
    ):
        typeset(document(words(Run("Of the \U0010fffd of the corporation."))))


def rules(content: bytes) -> list[float]:
    """How far above the foot of its letters each line is drawn through the words, as a part of their height."""
    page = pypdfium2.PdfDocument(content)[0]
    text = page.get_textpage()
    at = text.get_text_range().index("shall")
    _, bottom, _, top = text.get_charbox(at, loose=True)
    drawn = (one.get_bounds() for one in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]))
    return sorted(round((box[1] - bottom) / (top - bottom), 1) for box in drawn if bottom <= box[1] <= top)


@pytest.mark.parametrize(
    ("kind", "filing", "lines", "said"),
    [
        ("keep", False, 0, "board shall meet"),
        ("insert", False, 1, "board shall meet"),
        ("delete", False, 1, "board shall meet"),
        ("superseded", False, 2, "board shall meet"),
        ("insert", True, 1, "board shall meet"),
        ("delete", True, 0, "board [shall] meet"),
    ],
)
def test_marks_are_seen_without_colour(kind: str, filing: bool, lines: int, said: str) -> None:
    line = words(Run("The board "), Run("shall", kind), Run(" meet."))  # type: ignore[arg-type]
    content = typeset(document(line, filing=filing))
    assert said in printed(content)
    assert len(rules(content)) == lines


def test_what_is_struck_and_what_is_underlined_differ() -> None:
    struck, underlined, both = (
        rules(typeset(document(words(Run("It shall ", kind)))))  # type: ignore[arg-type]
        for kind in ("delete", "insert", "superseded")
    )
    assert underlined[0] < 0.25 < struck[0]
    assert both[0] < 0.25 < both[1]


def test_articles_and_sections_are_bookmarks_and_a_long_text_has_contents() -> None:
    view = view_text(opened(IVM).work, timeline(IVM).as_of(date(2000, 2, 28)))
    made = pypdfium2.PdfDocument(write_pdf(view))
    marks = [(mark.level, mark.get_title()) for mark in made.get_toc()]
    assert len(marks) == 9 + 67
    assert marks[:2] == [(0, "ARTICLE I OFFICES"), (1, "Section 1. Principal Office.")]
    assert (1, "Section 13. [Deleted February 28, 2000.]") in marks
    assert "Contents" in made[0].get_textpage().get_text_range()


def test_a_short_text_has_no_contents() -> None:
    text = timeline(IVM).latest()
    part = next(place for place in places(text.text.provisions) if place.eid == "art_V__sec_17")
    made = pypdfium2.PdfDocument(write_pdf(view_text(opened(IVM).work, text, part)))
    (page,) = (page.get_textpage().get_text_range() for page in made)
    assert "Contents" not in page
    assert "Page 1 of 1" in page
    assert "(Added March 26, 1998; substituted February 28, 2000.)" in page


def test_the_file_says_its_title_and_its_language_and_is_tagged() -> None:
    content = write_pdf(view_text(opened(IVM).work, timeline(IVM).latest()))
    made = pypdfium2.PdfDocument(content)
    assert made.get_metadata_dict()["Title"] == opened(IVM).work.title
    assert made.is_tagged()
    assert b"/Lang(en)" in content
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content


@pytest.mark.parametrize("day", [date(1991, 12, 20), date(2000, 2, 28)])
def test_what_is_written_is_read_back_word_for_word(day: date) -> None:
    view = view_text(opened(IVM).work, timeline(IVM).as_of(day))
    (read,) = read_source(write_pdf(view), "bylaws.pdf").documents
    lines = [*view.preface, f"({dated(view)})"]
    for entry in view.entries:
        lines += [entry.head, entry.placeholder, *(one.text for one in entry.paragraphs), entry.note]
    assert read.text.words() == " ".join((*lines, *view.conclusions)).split()


def test_a_table_repeats_its_heads_and_its_cells_go_over_pages() -> None:
    def cell(word: str) -> tuple[Line, ...]:
        return (Line(kind="section", head=(Run("Section 1."),), runs=(Run(" ".join([word] * 2000)),)),)

    table = Table(widths=(1, 1), heads=("Current text", "As amended"), rows=((cell("old"), cell("new")),))
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(typeset(document(table)))]
    assert len(pages) > 2
    assert all("Current text" in page and "As amended" in page for page in pages)
    assert sum(len(re.findall(r"\bold\b", page)) for page in pages) == 2000
    assert sum(len(re.findall(r"\bnew\b", page)) for page in pages) == 2000
