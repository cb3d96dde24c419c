"""The text in force as a Word file: what it looks like, and that an edited copy of it is drafted from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from amendments.drafting.edited import read_copy
from amendments.drafting.plain import plain_text
from conftest import Outcome
from corpus.sources.reader import read_source
from drafts import edit, harbor_light
from office import converted
from renderer.reread import reread
from renderer.view import view_text
from renderer.word.consolidated import write_consolidated_word
from sample import FMP, IVM, days, opened, timeline
from tracked import audited

SAMPLES = [(key, day) for key in (IVM, FMP) for day in days(key)]


@pytest.mark.parametrize(("key", "day"), SAMPLES, ids=lambda value: str(value))
def test_a_copy_that_nobody_edited_is_the_text_in_force(key: str, day: date) -> None:
    work, standing = opened(key).work, timeline(key).as_of(day)
    copy = read_source(write_consolidated_word(view_text(work, standing)), "copy.docx")
    assert read_copy(copy, standing.text, reread(work, standing)) == plain_text(standing.text)


def test_the_unedited_copy_drafts_nothing(bylaws: Callable[..., Outcome]) -> None:
    assert bylaws("show", IVM, "--as-of", "2000-02-28", "-o", "copy.docx").code == 0
    out = bylaws("draft", IVM, "copy.docx", "--as-of", "2000-02-28")
    assert (out.code, out.out) == (0, "")
    assert "Nothing to draft: copy.docx has the text" in out.err


def test_a_copy_that_libreoffice_saved_drafts_nothing(bylaws: Callable[..., Outcome], tmp_path: Path) -> None:
    made = tmp_path / "shown.docx"
    assert bylaws("show", IVM, "--as-of", "2000-02-28", "-o", made).code == 0
    again = converted(made.read_bytes(), "copy.docx", "odt", tmp_path)
    (tmp_path / "copy.docx").write_bytes(converted(again, "again.odt", "docx", tmp_path))
    out = bylaws("draft", IVM, "copy.docx", "--as-of", "2000-02-28")
    assert "Nothing to draft" in out.err


def test_a_copy_edited_in_word_gives_the_amendment(bylaws: Callable[..., Outcome], tmp_path: Path) -> None:
    harbor_light(tmp_path)
    assert bylaws("show", "harbor", "-o", "copy.docx").code == 0
    document = Document(str(tmp_path / "copy.docx"))
    for paragraph in document.paragraphs:
        if "annual meeting" in paragraph.text:
            paragraph.runs[-1].text = paragraph.runs[-1].text.replace("in May", "in June")
        if paragraph.text.startswith("Section 4. Quorum."):
            paragraph._p.getparent().remove(paragraph._p)
        if paragraph.text.startswith("(b)"):
            paragraph.insert_paragraph_before("(b)\tlend none;")
            paragraph.runs[-1].text = paragraph.runs[-1].text.replace("(b)", "(c)")
        if paragraph.text.startswith("(c)\tadopt"):
            paragraph.runs[-1].text = paragraph.runs[-1].text.replace("(c)", "(d)")
    document.save(str(tmp_path / "copy.docx"))
    out = bylaws("draft", "harbor", "copy.docx", "--effective", "2027-06-01", "-o", "amendment.txt")
    assert out.code == 0, out.err
    said = " ".join((tmp_path / "amendment.txt").read_text(encoding="utf-8").split())
    assert "striking the word “May” and inserting in lieu thereof the word “June”" in said
    assert "Section 4 of Article II" in said
    assert "(b) lend none;" in said
    text = edit(
        bylaws("show", "harbor", "--format", "text").out,
        ("held in May", "held in June"),
        ("Section 4. Quorum. Ten members are a quorum.", ""),
        ("(b) appoint", "(b) lend none;\n\n    (c) appoint"),
        ("(c) adopt", "(d) adopt"),
    )
    (tmp_path / "copy.txt").write_text(text, encoding="utf-8")
    assert bylaws("draft", "harbor", "copy.txt", "--effective", "2027-06-01", "-o", "same.txt").code == 0
    assert (tmp_path / "same.txt").read_bytes() == (tmp_path / "amendment.txt").read_bytes()


def test_its_looks(bylaws: Callable[..., Outcome], tmp_path: Path) -> None:
    harbor_light(tmp_path)
    assert bylaws("show", "harbor", "--as-of", "2001-06-01", "-o", "text.docx").code == 0
    found = [
        (one.style.name if one.style else "", one.text) for one in Document(str(tmp_path / "text.docx")).paragraphs
    ]
    assert found[:5] == [
        ("Title", "BY-LAWS"),
        ("Title", "OF"),
        ("Title", "HARBOR LIGHT SOCIETY, INC."),
        ("Subtitle", "(as in force on June 1, 2001)"),
        ("Heading 1", "ARTICLE I\nOFFICES"),
    ]
    assert ("Heading 2", "Section 2. Seal. The seal bears the name of the Society.") in found
    assert ("Item 1", "(a)\tborrow money;") in found
    assert found[-1] == ("Conclusions", "Dated: May 4, 1990")
    bold = next(
        one for one in Document(str(tmp_path / "text.docx")).paragraphs if one.text.startswith("Section 2. Seal.")
    )
    assert [(run.text, run.bold) for run in bold.runs] == [
        ("Section 2. Seal.", True),
        (" The seal bears the name of the Society.", None),
    ]


def test_notes_and_placeholders_are_set_apart() -> None:
    made = write_consolidated_word(view_text(opened(IVM).work, timeline(IVM).as_of(date(2000, 2, 28))))
    found = [(one.style.name if one.style else "", one.text) for one in Document(BytesIO(made)).paragraphs]
    assert ("Source Note", "(Added March 26, 1998; substituted February 28, 2000.)") in found
    assert ("Heading 2", "Section 13. [Deleted February 28, 2000.]") in found


def test_one_provision(bylaws: Callable[..., Outcome], tmp_path: Path) -> None:
    assert bylaws("show", IVM, "V.17", "--as-of", "2000-02-28", "--format", "docx", "-o", "treasurer").code == 0
    found = [one.text for one in Document(str(tmp_path / "treasurer")).paragraphs]
    assert found[1:3] == ["(as in force on February 28, 2000)", "ARTICLE V OFFICERS"]
    assert found[3].startswith("Section 17. Treasurer. The Treasurer shall")
    assert len(found) == 5


@pytest.mark.parametrize("key", [IVM, FMP])
def test_the_validator_finds_nothing(key: str, tmp_path: Path) -> None:
    record = opened(key)
    made = write_consolidated_word(view_text(record.work, timeline(key).as_of(date(2001, 1, 1))))
    assert audited(made, tmp_path) == []
