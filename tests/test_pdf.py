"""PDF files: the words of each page, and a refusal where a page says more than its text layer."""

from __future__ import annotations

import pytest

from corpus.errors import NotReadable
from corpus.sources.reader import read_source
from formats import as_pdf

BODY = ("BYLAWS", "", "Section 1. Name. The name is Acme.", "", "Section 2. Seal. The seal is round.")
PICTURE = b"BI /W 1 /H 1 /CS /G /BPC 8 ID \xaa EI Q"


def placed(content: bytes, drawing: bytes) -> bytes:
    """The file with something drawn after the words of its last page, where its length is not counted."""
    before, mark, after = content.rpartition(b"ET\nendstream")
    assert mark
    head, _, stream = before.rpartition(b"<< /Length ")
    length, _, words = stream.partition(b" >>\nstream\n")
    added = b"ET\n" + drawing
    return (
        head + b"<< /Length %d >>\nstream\n" % (int(length) - 2 + len(added)) + words + added + b"\nendstream" + after
    )


def noted(content: bytes, note: bytes) -> bytes:
    return content.replace(b"/Resources", b"/Annots [<< /Type /Annot /Rect [60 60 90 90] %s >>] /Resources" % note, 1)


def test_a_page_of_two_lines() -> None:
    (document,) = read_source(as_pdf(["Section 1. Name. The name", "is Acme."]), "bylaws.pdf").documents
    assert document.text.provisions[0].body == ("The name is Acme.",)


def test_a_sentence_goes_on_over_the_page() -> None:
    lines = ["Section 1. Name. The name", "of the corporation", "is Acme, and it", "is round."]
    (document,) = read_source(as_pdf(lines, lines_on_page=2), "bylaws.pdf").documents
    assert document.text.provisions[0].body == ("The name of the corporation is Acme, and it is round.",)


@pytest.mark.parametrize("foot", [[""], ["Envelope 1234-5678"]], ids=["alone", "above a stamp"])
def test_a_scanned_page_among_others_is_refused(foot: list[str]) -> None:
    content = as_pdf([*BODY, *foot], lines_on_page=len(BODY))
    assert read_source(content, "bylaws.pdf").documents
    with pytest.raises(NotReadable, match="page 2 has no text layer: it is a picture"):
        read_source(placed(content, b"q 612 0 0 792 0 0 cm " + PICTURE), "bylaws.pdf")


def test_a_seal_beside_the_words_is_no_scan() -> None:
    content = placed(as_pdf(BODY), b"q 90 0 0 90 400 90 cm " + PICTURE)
    assert read_source(content, "bylaws.pdf").documents == read_source(as_pdf(BODY), "bylaws.pdf").documents


def test_a_page_of_drawn_letters_is_refused() -> None:
    content = as_pdf([*BODY, ""], lines_on_page=len(BODY))
    with pytest.raises(NotReadable, match="page 2 has no text layer"):
        read_source(placed(content, b"60 60 m 90 90 l S\n" * 200), "bylaws.pdf")
    assert read_source(placed(content, b"60 60 m 90 60 l S"), "bylaws.pdf").documents


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        (b"/Subtype /Widget /FT /Tx /T (name) /V (Acme)", "a form that is filled in"),
        (b"/Subtype /FreeText /Contents (Amended 1990) /DA (/F1 10 Tf)", "words typed over the page"),
        (b"/Subtype /StrikeOut /QuadPoints [60 90 90 90 60 60 90 60]", "words struck out"),
    ],
)
def test_what_changes_the_words_of_a_page_and_is_not_among_them_is_refused(note: bytes, kind: str) -> None:
    with pytest.raises(NotReadable, match=f"page 1 has {kind}"):
        read_source(noted(as_pdf(BODY), note), "bylaws.pdf")


@pytest.mark.parametrize("note", [b"/Subtype /Widget /FT /Sig /T (sign)", b"/Subtype /Link /Border [0 0 0]"])
def test_a_link_or_a_place_to_sign_changes_nothing(note: bytes) -> None:
    assert read_source(noted(as_pdf(BODY), note), "bylaws.pdf").documents


def test_letters_whose_font_does_not_say_which_they_are_are_refused() -> None:
    content = as_pdf(BODY).replace(b"/WinAnsiEncoding", b"<< /Type /Encoding /Differences [110 /g1 /g2 /g3] >>")
    with pytest.raises(NotReadable, match="page 1 has letters whose font"):
        read_source(content, "bylaws.pdf")


def test_a_pdf_without_words_is_refused() -> None:
    with pytest.raises(NotReadable, match="no text layer"):
        read_source(as_pdf([""]), "bylaws.pdf")


def test_a_word_cut_at_the_end_of_a_line_is_joined_where_the_page_shows_how() -> None:
    lines = [
        *("BYLAWS OF ACME", "", "Section 1. Name. The corporation is Acme. The cor-", "poration has a Vice-"),
        *("President. The Vice-President presides over a super-", "vised count."),
    ]
    reading = read_source(as_pdf(lines), "bylaws.pdf")
    assert reading.documents[0].text.provisions[0].paragraphs == (
        "The corporation is Acme. The corporation has a Vice-President. The Vice-President presides over a super- "
        "vised count.",
    )
    assert [line.text for line in reading.doubts] == ["President. The Vice-President presides over a super-"]
