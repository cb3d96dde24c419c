"""The command: what people type, what they read, and how it fails."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Outcome
from sample import FMP, IVM, LIBRARY, NAMES, filing

Command = Callable[..., Outcome]


def sections(out: str) -> list[str]:
    return re.findall(r"^Section \d+[.,] .*", out, re.MULTILINE)


def test_list(bylaws: Command) -> None:
    done = bylaws("list")
    assert done.code == 0
    assert done.out.startswith("future-media-productions\n")
    assert "Adopted December 20, 1991, amended 4 times, last February 28, 2000." in done.out
    assert "sample library (read-only)" in done.err


def test_list_as_json(bylaws: Command) -> None:
    works = json.loads(bylaws("list", "--format", "json").out)["works"]
    assert [(work["work"], work["amendments"], work["last_amended"]) for work in works] == [
        (FMP, 0, None),
        (IVM, 4, "2000-02-28"),
    ]


def test_show_the_whole_text(bylaws: Command) -> None:
    done = bylaws("show", IVM, "--as-of", "1991-12-20")
    assert done.code == 0
    assert len(sections(done.out)) == 61
    assert "(as in force on December 20, 1991)" in done.out
    assert max(map(len, done.out.splitlines())) <= 80
    assert "\x1b" not in done.out


def test_show_one_section_with_its_source_note(bylaws: Command) -> None:
    done = bylaws("show", IVM, "III.1", "--as-of", "October 20, 1999")
    assert "composed of not less than ten (10) nor more than fifteen (15) members" in " ".join(done.out.split())
    assert done.out.endswith("(Substituted March 26, 1998; July 29, 1999; October 20, 1999.)\n")
    assert len(sections(done.out)) == 1


def test_show_a_placeholder(bylaws: Command) -> None:
    assert "Section 21. [Deleted February 28, 2000.]\n" in bylaws("show", IVM, "V.21", "--as-of", "2000-02-28").out


def test_show_today_is_the_latest(bylaws: Command) -> None:
    assert "Section 22. Vice Chairman of the Board." in bylaws("show", IVM).out


def test_show_sets_lists_in(bylaws: Command) -> None:
    out = bylaws("show", FMP, "II.13").out
    assert "\n\n    (b) Receive votes, ballots or consents;\n\n" in out
    assert "\n\nIf there are three inspectors of election," in out


def test_width_wraps_and_never_breaks_a_word(bylaws: Command) -> None:
    narrow = bylaws("show", IVM, "--width", "20").out
    assert narrow.split() == bylaws("show", IVM, "--width", "100").out.split()


def test_show_as_json(bylaws: Command) -> None:
    shown = json.loads(bylaws("show", IVM, "--as-of", "2000-02-28", "--format", "json").out)
    assert (shown["work"], shown["as_of"]) == (IVM, "2000-02-28")
    provisions = {provision["id"]: provision for provision in shown["provisions"]}
    assert provisions["art_V"]["text"] == ""
    directors = provisions["art_III__sec_1"]
    assert (directors["num"], directors["heading"], directors["status"], directors["level"]) == (
        "Section 1.",
        "Number of Directors.",
        "in-force",
        "section",
    )
    assert directors["sources"][-1] == {
        "instrument": "2000-02-28-1",
        "operation": "substitute",
        "effective": "2000-02-28",
    }
    assert provisions["art_V__sec_13"]["status"] == "deleted"
    assert provisions["art_V__sec_13"]["text"] == ""
    assert [finding["code"] for finding in shown["findings"]] == ["heading-mismatch"] * 3 + ["missing-target"]


def test_json_lists_items_after_the_section_that_holds_their_words(bylaws: Command) -> None:
    shown = json.loads(bylaws("show", FMP, "--format", "json", "--as-of", "1998-08-25").out)["provisions"]
    ids = [provision["id"] for provision in shown]
    at = ids.index("art_II__sec_13")
    assert ids[at + 1 : at + 3] == ["art_II__sec_13__para_a", "art_II__sec_13__para_b"]
    assert "(b) Receive votes, ballots or consents;\n(c) Hear and determine" in shown[at]["text"]
    assert shown[at + 2]["text"] == "Receive votes, ballots or consents;"


def test_the_output_files_name_says_the_format(bylaws: Command, tmp_path: Path) -> None:
    done = bylaws("show", IVM, "-o", "text.html")
    assert (done.code, done.out) == (0, "")
    assert (tmp_path / "text.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert bylaws("show", IVM, "-o", "-", "--format", "html").out.startswith("<!DOCTYPE html>")


def test_redline_in_a_pipe(bylaws: Command) -> None:
    done = bylaws("redline", IVM, "--from", "1999-10-20", "--to", "2000-02-28", "III.1")
    text = " ".join(done.out.split())
    assert "The property[-,-]{+;+} business" in text
    assert "[-not less than ten (10) nor more than fifteen (15) members-]{+at least one (1) member+} who" in text
    assert "(Substituted February 28, 2000.)" in text


def test_redline_shows_moves_at_both_ends(bylaws: Command) -> None:
    out = bylaws("redline", IVM, "--from", "1991-12-20", "--to", "2000-02-28").out
    assert "[Moved from Article V, Section 12]" in out
    assert "[Moved to Article V, Section 17]" in out
    assert "{+Section 21. [Deleted February 28, 2000.]+}" in out


def test_a_redline_backwards_strikes_the_placeholder(bylaws: Command) -> None:
    done = bylaws("redline", IVM, "V.21", "--from", "2000-02-28", "--to", "1999-10-20")
    assert "[-Section 21. [Deleted February 28, 2000.]-]" in done.out
    assert "later than --to" in done.err


def test_redline_of_nothing(bylaws: Command) -> None:
    assert "none." in bylaws("redline", IVM, "--from", "2000-02-28", "--to", "2001-01-01").out


def test_redline_whole_prints_every_section(bylaws: Command) -> None:
    out = bylaws("redline", IVM, "--from", "1999-07-29", "--to", "1999-10-20", "--whole").out
    assert len(sections(out)) == 65


def test_history(bylaws: Command) -> None:
    out = bylaws("history", IVM, "V.12").out
    assert "December 20, 1991  Adopted" in out
    assert "substituted  Article V, Section 12  Treasurer. → Chief Financial Officer." in out


def test_history_as_json(bylaws: Command) -> None:
    history = json.loads(bylaws("history", IVM, "--format", "json").out)["history"]
    assert len(history) == 23
    assert history[1]["instrument"] == "1998-03-26-1"


def test_audit(bylaws: Command) -> None:
    done = bylaws("audit", IVM)
    assert done.code == 1
    assert done.out.endswith("5 errors, 5 warnings, 7 notes.\n")


@pytest.mark.parametrize(
    ("fail_on", "work", "code"),
    [("error", IVM, 1), ("warning", IVM, 1), ("never", IVM, 0), ("note", FMP, 0), ("error", "", 1)],
)
def test_audit_exit_codes(bylaws: Command, fail_on: str, work: str, code: int) -> None:
    assert bylaws("audit", *filter(None, [work]), "--fail-on", fail_on).code == code


def test_audit_as_json(bylaws: Command) -> None:
    findings = json.loads(bylaws("audit", "--format", "json").out)["findings"]
    assert len(findings) == 17
    assert list(findings[0]) == [
        "code", "severity", "work", "instrument", "id", "address", "message", "evidence", "next_step",
    ]  # fmt: skip


@pytest.fixture
def seed(tmp_path: Path) -> Path:
    path = tmp_path / NAMES[IVM]
    path.write_bytes(filing(IVM))
    return path


def test_import_shows_what_it_understood_and_records_it(bylaws: Command, seed: Path, tmp_path: Path) -> None:
    done = bylaws("import", seed, "--work", IVM, "--yes")
    assert done.code == 0
    assert "holds 5 documents" in done.out
    assert "9 articles, 61 sections." in done.out
    assert "delete       Article V, Section 21  Chief People Officer." in done.out
    assert "All 8,671 words of the file are accounted for: 8,586 recorded, 85 set aside" in done.out
    assert (tmp_path / "book" / IVM / "base.xml").read_bytes() == (LIBRARY / IVM / "base.xml").read_bytes()
    shown = bylaws("show", IVM, "III.1")
    assert "at least one (1) member" in " ".join(shown.out.split())
    assert "sample library" not in shown.err


def test_import_records_nothing_unasked(bylaws: Command, seed: Path, tmp_path: Path) -> None:
    done = bylaws("import", seed, "--work", IVM)
    assert done.code == 2
    assert "Add --yes" in done.err
    assert not (tmp_path / "book").exists()


def test_a_second_import_is_refused(bylaws: Command, seed: Path) -> None:
    assert bylaws("import", seed, "--work", IVM, "--yes").code == 0
    again = bylaws("import", seed, "--work", IVM, "--yes")
    assert again.code == 2
    assert "already in the record of 'interactive-voice-media', byte for byte" in again.err


def test_the_book_may_be_named_before_the_command_after_it_or_in_the_environment(
    bylaws: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(LIBRARY / FMP, tmp_path / "minutes" / FMP)
    for done in (bylaws("--book", "minutes", "list"), bylaws("list", "--book", "minutes")):
        assert (done.out.splitlines()[0], done.err) == (FMP, "")
        assert IVM not in done.out
    monkeypatch.setenv("BYLAWS_BOOK", "minutes")
    assert IVM not in bylaws("list").out


def test_the_nearest_book_above_is_found(bylaws: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(LIBRARY / FMP, tmp_path / "book" / FMP)
    (tmp_path / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a" / "b")
    assert IVM not in bylaws("list").out


def test_a_folder_named_book_that_is_none_is_passed_over(bylaws: Command, tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "chapter1.md").touch()
    assert "sample library" in bylaws("list").err


FAILURES = [
    (("show", IVM, "--as-of", "1991-12-19"), "were adopted on December 20, 1991"),
    (("show", "interactive-voice"), "Did you mean 'interactive-voice-media'?"),
    (("show", IVM, "Article V, Section 23"), "There is no provision 'Article V, Section 23'"),
    (("show", IVM, "V.21", "--as-of", "1999-01-01"), "as in force on January 1, 1999"),
    (("show", IVM, "Section 1"), "names 9 provisions"),
    (("show", IVM, "somewhere"), "is not the address of a provision"),
    (("show", IVM, "--as-of", "last Tuesday"), "'last Tuesday' is not a date"),
    (("show", IVM, "--as-of", "3/4/1998"), "the month first or the day first"),
    (("redline", IVM, "--from", "1998-02-30"), "the calendar has no such day"),
    (("redline", IVM, "--from", "1980-01-01"), "were adopted on December 20, 1991"),
    (("history", IVM, "V.30"), "There is no provision 'V.30'"),
    (("audit", "acme"), "There is no work 'acme'"),
    (("show", IVM, "--book", "nowhere"), "There is no book at nowhere"),
    (("show", IVM, "-o", "nowhere/text.txt"), "there is no folder nowhere"),
    (("import", "missing.txt", "--work", "acme"), "missing.txt: No such file or directory"),
    (("import", ".", "--work", "acme"), "Is a directory"),
    (("import", "empty.txt", "--work", "acme"), "empty.txt is empty"),
    (("import", "binary.txt", "--work", "acme"), "binary.txt is not a text file"),
    (("import", "letter.txt", "--work", "acme"), "letter.txt has no section in it"),
    (("import", "filing.txt", "--work", "Acme Inc"), "'Acme Inc' can't be the key of a work"),
    (("import", "filing.txt", "--work", "acme", "--effective", "then"), "'then' is not a date"),
]


@pytest.mark.parametrize(("words", "sentence"), FAILURES, ids=[" ".join(words) for words, _ in FAILURES])
def test_bad_input_gets_a_sentence_and_leaves_nothing(
    bylaws: Command, tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(b"\x7fELF\x00\x00")
    (tmp_path / "letter.txt").write_text("Dear Sir,\n\nThank you.\n")
    (tmp_path / "filing.txt").write_bytes(filing(FMP))
    before = sorted(tmp_path.iterdir())
    done = bylaws(*words)
    assert done.code == 2
    assert done.out == ""
    assert sentence in done.err
    assert "Traceback" not in done.err
    assert sorted(tmp_path.iterdir()) == before


def test_a_fault_of_the_program_is_told_and_never_a_traceback(bylaws: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("renderer.text.write_text", lambda *_: 1 / 0)
    done = bylaws("show", IVM)
    assert done.code == 2
    assert "bylaws itself failed (ZeroDivisionError" in done.err
    monkeypatch.setenv("BYLAWS_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        bylaws("show", IVM)


def test_usage_errors_exit_with_2(bylaws: Command) -> None:
    assert bylaws("show").code == 2
    assert bylaws("shwo").code == 2
    assert bylaws("show", IVM, "--format", "word").code == 2


@pytest.mark.parametrize("command", ["list", "show", "redline", "history", "audit", "import"])
def test_help(bylaws: Command, command: str) -> None:
    done = bylaws(command, "--help")
    assert done.code == 0
    assert done.out.startswith("Usage: bylaws")
    assert command in bylaws("--help").out


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = f"{sys.executable} -m cli.start show {IVM} --format json | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, cwd=LIBRARY)
    assert done.stdout == "{\n"
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
