"""``bylaws redline`` at the command line: its formats, two files of any format, and what it refuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Outcome
from formats import PARTS, TITLE, as_markdown, as_text, as_word
from sample import IVM

Command = Callable[..., Outcome]
DAYS = ("--from", "1999-10-20", "--to", "2000-02-28")
AMENDED = tuple(
    (kind, words.replace("five (5) directors", "seven (7) directors").replace("The seal is round", "The seal is oval"))
    for kind, words in PARTS
)
WRITTEN = {"old.txt": as_text(TITLE, PARTS), "old.md": as_markdown(TITLE, PARTS), "old.docx": as_word(TITLE, PARTS)}


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("changes.html", b"<!DOCTYPE html>"),
        ("changes.md", b"---\ntitle:"),
        ("changes.pdf", b"%PDF-"),
        ("changes.json", b'{\n  "work"'),
        ("changes.docx", b"PK\x03\x04"),
        ("changes.txt", b"BY-LAWS OF"),
    ],
)
def test_the_output_files_name_says_the_format(bylaws: Command, tmp_path: Path, name: str, begins: bytes) -> None:
    for style in ("marked", "filing") if not name.endswith(".json") else ("marked",):
        done = bylaws("redline", IVM, *DAYS, "--summary", "--style", style, "-o", name)
        assert (done.code, done.out) == (0, "")
        assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize("old", WRITTEN)
def test_two_files_of_any_format_are_compared(bylaws: Command, tmp_path: Path, old: str) -> None:
    (tmp_path / old).write_bytes(WRITTEN[old])
    (tmp_path / "new.txt").write_bytes(as_text(TITLE, AMENDED))
    done = bylaws("redline", "--files", old, "new.txt")
    assert done.code == 0
    text = " ".join(done.out.split())
    assert f"Changes from {old} to new.txt: 2 changed." in text
    assert "The board has [-five (5)-]{+seven (7)+} directors." in text
    assert "The seal is [-round-]{+oval+}, and" in text
    assert text.count("[-") == text.count("{+") == 2


def test_files_have_a_summary_without_instruments(bylaws: Command, tmp_path: Path) -> None:
    (tmp_path / "old.docx").write_bytes(WRITTEN["old.docx"])
    (tmp_path / "new.txt").write_bytes(as_text(TITLE, AMENDED))
    done = bylaws("redline", "--files", "old.docx", "new.txt", "--summary")
    assert "Instruments:" not in done.out
    assert "1. Article II, Section 1: “five (5)” becomes “seven (7)”." in " ".join(done.out.split())
    told = json.loads(bylaws("redline", "--files", "old.docx", "new.txt", "--format", "json").out)
    assert (told["from"], told["to"], told["instruments"]) == ("old.docx", "new.txt", [])
    assert "work" not in told


def test_the_same_file_twice_has_no_changes(bylaws: Command, tmp_path: Path) -> None:
    (tmp_path / "old.md").write_bytes(WRITTEN["old.md"])
    done = bylaws("redline", "--files", "old.md", "old.md")
    assert (done.code, done.out.splitlines()[-1]) == (0, "Changes from old.md to old.md: none.")


def test_what_is_refused(bylaws: Command, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes(WRITTEN["old.txt"])
    (tmp_path / "note.txt").write_text("Please call back.\n", encoding="utf-8")
    for words, said in (
        (("--files", "old.txt"), "nothing to compare old.txt with"),
        (("--files", "old.txt", "new.txt"), "new.txt"),
        (("--files", "old.txt", "note.txt"), "note.txt has no section in it"),
        (("--files", "old.txt", "old.txt", "--by-instrument"), "no instruments between two files"),
        (("--files", "old.txt", "old.txt", "--from", "1999-01-01"), "--from"),
        ((IVM, "--side-by-side"), "--side-by-side is not a way to write text."),
        ((IVM, "-o", "changes.xyz"), "that ending is of no format"),
        ((IVM, "-o", str(tmp_path / "none" / "changes.html")), "there is no folder"),
    ):
        done = bylaws("redline", *words)
        assert done.code == 2, words
        assert said in done.err
        assert "Traceback" not in done.err


def test_by_instrument_in_a_pipe_numbers_the_marks_and_names_the_instruments(bylaws: Command) -> None:
    done = bylaws("redline", IVM, "III.1", "--from", "1991-12-20", "--to", "2000-02-28", "--by-instrument")
    text = " ".join(done.out.split())
    assert "1 Schedule A, March 26, 1998 2 Schedule A, July 29, 1999 3 Schedule A, October 20, 1999" in text
    assert "composed of [-five (5)-]¹[- members-]⁴{+at least one (1) member+}⁴ who" in text
    assert "eight (8)" not in text
    shown = bylaws("redline", IVM, "III.1", "--from", "1991-12-20", "--to", "2000-02-28", "--show-superseded")
    assert "[+eight (8)-]¹·²[+nine (9)-]²·³" in " ".join(shown.out.split())


def test_the_filing_style_in_a_pipe(bylaws: Command) -> None:
    done = bylaws("redline", IVM, "III.1", *DAYS, "--style", "filing")
    text = " ".join(done.out.split())
    assert "[Deleted words] and _inserted words_ are marked so." in text
    assert (
        "composed of [not less than ten (10) nor more than fifteen (15) members]_at least one (1) member_ who" in text
    )


def test_a_summary_lists_the_changes_with_their_instruments(bylaws: Command) -> None:
    done = bylaws("redline", IVM, "--from", "1991-12-20", "--to", "2000-02-28", "--summary")
    text = " ".join(done.out.split())
    assert "(1) Schedule A, March 26, 1998; (2) Schedule A, July 29, 1999" in text
    assert "2. Article III, Section 1: “five (5) members” becomes “at least one (1) member”. [1, 4]" in text
    assert "Article V, Section 17: moved from Article V, Section 12. [4]" in text
