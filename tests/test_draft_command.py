"""The command that drafts, and the files that it reads and writes."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from amendments.adoption import Adoption
from amendments.record import Record, open_record
from conftest import Outcome
from corpus.store import Book
from drafts import ON, drafted, edit, harbor_light, printed
from renderer.draft_docx import write_draft_docx
from renderer.draft_markdown import write_draft_markdown
from renderer.draft_text import write_draft_text
from sample import IVM


@pytest.fixture
def harbor(tmp_path: Path) -> Record:
    return harbor_light(tmp_path)


def test_word_and_markdown_have_the_words_of_the_text(harbor: Record) -> None:
    found = drafted(harbor, edit(printed(harbor), ("(c) adopt rules.", "(c) adopt *rules*; and\n\n    (d) rest.")))
    assert found is not None
    words = write_draft_text(found.blocks).decode().split()
    document = Document(BytesIO(write_draft_docx(found.blocks)))
    assert " ".join(paragraph.text for paragraph in document.paragraphs).split() == words
    assert {run.font.name or document.styles["Normal"].font.name for run in document.paragraphs[0].runs} == {  # type: ignore[attr-defined]
        "Times New Roman"
    }
    markdown = write_draft_markdown(found.blocks).decode()
    plain = re.sub(r"\\(.)|\*\*|^#+ |^(?:> )+", r"\1", markdown, flags=re.MULTILINE)
    assert plain.split() == words
    assert "> > (c) adopt \\*rules\\*; and" in markdown


@pytest.mark.parametrize("form", ["docx", "md"])
def test_a_copy_may_be_of_any_format_that_is_read(
    bylaws: Callable[..., Outcome], harbor: Record, tmp_path: Path, form: str
) -> None:
    edited = edit(printed(harbor), ("held in May", "held in June"), ("Section 2. Seal.", "Section 2. Emblem."))
    blocks = [[line.strip() for line in block.splitlines()] for block in re.split(r"\n\s*\n", edited.strip())]
    copy = tmp_path / f"copy.{form}"
    if form == "md":
        copy.write_text("\n\n".join("  \n".join(lines) for lines in blocks), encoding="utf-8")
    else:
        document = Document()
        for lines in blocks:
            heading = lines[0].startswith("ARTICLE")
            for words in lines if heading else [" ".join(lines)]:
                document.add_paragraph(words)
        document.save(str(copy))
    out = bylaws("draft", "harbor", copy, "-o", "draft.docx")
    assert out.code == 0, out.err
    assert "2 operations" in out.err
    assert bylaws("amend", "harbor", "draft.docx", "--yes", "--effective", "2026-01-01").code == 0
    assert "Section 2. Emblem." in bylaws("show", "harbor").out


def test_the_command_writes_what_amend_reads(bylaws: Callable[..., Outcome], harbor: Record, tmp_path: Path) -> None:
    edited = edit(
        printed(harbor), ("held in May", "held in June"), ("Section 4. Quorum. Ten", "Section 4. Quorum. Six")
    )
    (tmp_path / "edited.txt").write_text(edited, encoding="utf-8")
    said = ("--effective", "2001-06-01", "--adopted", "2001-05-20", "--by", "board", "--how", "meeting")
    out = bylaws("draft", "harbor", "edited.txt", *said, "-o", "draft.txt")
    assert out.code == 0
    assert "2 operations, read back and applied as of June 1, 2001:" in out.err
    assert bylaws("amend", "harbor", "draft.txt", "--yes").code == 0
    kept = open_record(Book(tmp_path / "book"), "harbor")
    (instrument,) = kept.instruments
    assert instrument.effective == ON
    assert instrument.adoption == Adoption(day=date(2001, 5, 20), body="board of directors", how="meeting")
    assert "held in June" in bylaws("show", "harbor", "II.3").out
    assert bylaws("draft", "harbor", "edited.txt").err.startswith("Nothing to draft: edited.txt has the text")


def test_a_draft_without_a_day_counts_from_its_adoption(
    bylaws: Callable[..., Outcome], harbor: Record, tmp_path: Path
) -> None:
    (tmp_path / "edited.txt").write_text(edit(printed(harbor), ("held in May", "held in June")), encoding="utf-8")
    assert bylaws("draft", "harbor", "edited.txt", "-o", "draft.txt").code == 0
    assert "effective" not in (tmp_path / "draft.txt").read_text(encoding="utf-8")
    undated = bylaws("amend", "harbor", "draft.txt", "--yes")
    assert undated.code == 2
    assert "no date was found" in undated.err
    assert bylaws("amend", "harbor", "draft.txt", "--yes", "--effective", "2001-06-01").code == 0


def test_a_copy_of_another_day_is_refused(bylaws: Callable[..., Outcome], tmp_path: Path) -> None:
    bylaws("show", IVM, "--as-of", "1999-07-29", "-o", "copy.txt")
    today = bylaws("draft", IVM, "copy.txt")
    assert today.code == 2
    assert "copy.txt says that it is the text of July 29, 1999, which is not that of" in today.err
    assert "Say --as-of 1999-07-29" in today.err
    meanwhile = bylaws("draft", IVM, "copy.txt", "--as-of", "1999-07-29", "--effective", "1999-12-01")
    assert meanwhile.code == 2
    assert "Article III, Section 1 is not the same on July 29, 1999, when the copy was made" in meanwhile.err
