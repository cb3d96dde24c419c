"""``bylaws notice`` at the command line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from amending import AMENDMENT
from conftest import Outcome
from sample import IVM, LIBRARY


def test_the_command_writes_each_format(bylaws: Callable[..., Outcome], tmp_path: Path) -> None:
    for name, begins in (("n.html", b"<!DOCTYPE"), ("n.docx", b"PK"), ("n.pdf", b"%PDF")):
        done = bylaws("notice", IVM, "2000-02-28-1", "-o", tmp_path / name)
        assert done.code == 0, done.err
        assert (tmp_path / name).read_bytes().startswith(begins)
    assert "Notice of amendment" in bylaws("notice", IVM, "2000-02-28-1").out


def test_a_file_is_read_as_amend_reads_it(bylaws: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(AMENDMENT)
    done = bylaws("notice", IVM, "a.txt", "--effective", "July 1, 2001")
    assert done.code == 0, done.err
    assert "Notice of proposed amendment" in done.out
    assert "July 1, 2001" in done.out
    assert "words-in-heading" in done.err


def test_nothing_goes_out_with_an_instruction_unread(bylaws: Callable[..., Outcome], tmp_path: Path) -> None:
    words = AMENDMENT.replace("Article V, Section 22 is", "Article V, Section 99 is")
    (tmp_path / "a.txt").write_text(words)
    done = bylaws("notice", IVM, "a.txt", "-o", "n.html")
    assert done.code == 2
    assert done.out == ""
    assert not (tmp_path / "n.html").exists()
    shown = bylaws("amend", IVM, "a.txt", "--preview", "--book", LIBRARY).out
    caret = next(at for at, line in enumerate(shown.splitlines()) if line.strip() == "^")
    for line in shown.splitlines()[caret - 1 : caret + 2]:
        assert line in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2001-01-01-1",), "'2001-01-01-1' is no file, and the record of"),
        (("2000-02-28-1", "--effective", "2000-03-01"), "2000-02-28-1 is recorded with its day"),
        (("2000-02-28-1", "-o", "n.txt"), "that ending is of no format"),
    ],
)
def test_what_is_refused(bylaws: Callable[..., Outcome], words: tuple[str, ...], said: str) -> None:
    done = bylaws("notice", IVM, *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_pending_and_withdrawn_amendments(bylaws: Callable[..., Outcome], tmp_path: Path) -> None:
    copytree(LIBRARY, tmp_path / "book")
    (tmp_path / "a.txt").write_text(AMENDMENT)
    done = bylaws("amend", IVM, "a.txt", "--upon", "the closing of the merger", "--yes")
    assert done.code == 0, done.err
    shown = bylaws("notice", IVM, "2001-06-01-1").out
    assert "Notice of proposed amendment" in shown
    assert f"Upon the closing of the merger; shown as if on {date.today():%B} {date.today().day}" in shown
    assert bylaws("withdraw", IVM, "2001-06-01-1", "--reason", "Recorded twice.").code == 0
    refused = bylaws("notice", IVM, "2001-06-01-1")
    assert refused.code == 2
    assert "was withdrawn on" in refused.err
