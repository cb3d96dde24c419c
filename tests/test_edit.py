"""``bylaws amend --edit``: operations in the person's own editor, which here is a shell script or ``sed``."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from amendments.akn.instrument import read_instrument
from amendments.errors import NotAsWritten
from amendments.operations import Delete
from amendments.proposal import Wishes
from amendments.recording import prepare, record
from amendments.sheet.read import read_sheet
from conftest import Outcome
from corpus.schema import validate
from corpus.sources.reader import read_source
from corpus.store import Book
from sample import IVM, LIBRARY, RECORDED
from test_amend import AMENDMENT, RESTATED

Command = Callable[..., Outcome]
ABOLISHED = AMENDMENT.replace("is hereby deleted in its entirety", "is hereby abolished in style")


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(LIBRARY, tmp_path / "book")
    (tmp_path / "amendment.txt").write_text(ABOLISHED)
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    return tmp_path / "book"


def editor(monkeypatch: pytest.MonkeyPatch, *turns: str) -> None:
    """An editor that does one thing at its first opening, another at its second; the last one goes on.

    It keeps each file as it was opened: ``opened-1``, ``opened-2``.
    """
    cases = "".join(f"{number}) {turn};; " for number, turn in enumerate(turns[:-1], 1))
    Path("editor.sh").write_text(
        f'#!/bin/sh\nn=$(($(ls opened-* 2>/dev/null | wc -l) + 1))\ncp "$2" opened-$n\nset -- "$2"\n'
        f"case $n in {cases}*) {turns[-1]};; esac\n"
    )
    monkeypatch.setenv("EDITOR", "sh 'editor.sh' --wait")


def opened(number: int) -> list[str]:
    return Path(f"opened-{number}").read_text().splitlines()


def told(words: str) -> str:
    return " ".join(words.split())


def on_a_terminal(answer: str, *words: str, **environment: str) -> str:
    """What a terminal shows of a command that asks, when it is answered so."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "cli.start", *words],
        stdin=follower, stdout=follower, stderr=follower,
        env={**os.environ, "PYTHONPATH": str(LIBRARY.parent.parent), "LINES": "2000", "NO_COLOR": "1", **environment},
    )  # fmt: skip
    os.close(follower)
    os.write(leader, f"{answer}\n".encode())
    received = b""
    while True:
        try:
            chunk = os.read(leader, 65536)
        except OSError:  # Linux says so where the other end is closed
            break
        received += chunk
    os.close(leader)
    process.wait()
    return received.decode()


def test_an_instruction_that_was_not_read_is_shown_with_its_caret_and_written_by_hand(
    bylaws: Command, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, "sed -i 's/^- unread/- delete Article V, Section 22/' \"$1\"")
    done = bylaws("amend", IVM, "amendment.txt", "--edit", "--preview")
    assert done.code == 0
    lines = opened(1)
    caret = next(number for number, line in enumerate(lines) if line.strip("# ") == "^")
    assert lines[caret - 1][lines[caret].index("^") :].startswith("abolished")
    assert lines[caret + 1].startswith("# Here “amended”")
    assert "Its operations were edited by hand." in done.out
    assert "delete Article V, Section 22 (by hand)" in told(done.out)
    assert done.out.count("(by hand)") == 1
    assert "Not read" not in done.out
    assert list(book.glob("*/2001*")) == []


def test_what_was_written_is_recorded_after_the_question_and_the_record_says_so(
    bylaws: Command, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, "sed -i 's/^- unread/- delete V.22/' \"$1\"")
    shown = on_a_terminal("y", "amend", IVM, "amendment.txt", "--edit", TMPDIR="tmp")
    assert "Record this in" in shown
    assert "Recorded in" in shown
    assert list(Path("tmp").iterdir()) == []
    path = book / IVM / "2001-06-01-1.xml"
    validate(path.read_bytes(), path)
    instrument = read_instrument(path.read_bytes(), path)
    assert instrument.edited
    assert [type(one) for one in instrument.operations if not one.place] == [Delete]
    assert "abolished in style" in " ".join(instrument.text.words())
    assert "[Deleted June 1, 2001" in told(bylaws("show", IVM, "V.22").out)
    assert "Its operations were edited by hand." in bylaws("history", IVM).out
    assert json.loads(bylaws("history", IVM, "--format", "json").out)["history"][-1]["edited"]
    audited = told(bylaws("audit", IVM, "--fail-on", "never").out)
    assert "note operations-edited 2001-06-01-1" in audited
    assert "Written by hand: delete Article V, Section 22." in audited
    assert bylaws("verify", IVM).code == 0


def test_a_no_records_nothing_and_keeps_what_was_written(
    book: Path, bylaws: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, "sed -i 's/^- unread/- delete V.22/' \"$1\"")
    shown = told(on_a_terminal("n", "amend", IVM, "amendment.txt", "--edit", TMPDIR="tmp"))
    assert "Nothing was recorded." in shown
    (kept,) = Path("tmp").glob("*/*")
    assert kept.name in shown
    assert "- delete V.22" in kept.read_text()
    assert not (book / IVM / "2001-06-01-1.xml").exists()


def test_errors_stand_under_the_line_that_they_concern_until_they_are_mended(
    bylaws: Command, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(
        monkeypatch,
        "sed -i -e 's/^- unread/- delete Article V, Section 99/' -e 's/one (1) member/two (2)/' \"$1\"",
        "sed -i -e 's/Section 99/Section 22/' -e 's/two (2)/one (1)/' \"$1\"",
    )
    done = bylaws("amend", IVM, "amendment.txt", "--edit", "--preview")
    assert done.code == 0
    again = opened(2)
    assert again[0].startswith("#! It is not right yet")
    wrong = again.index("- delete Article V, Section 99")
    assert "has no Article V, Section 99" in told(" ".join(again[wrong + 1 : wrong + 4])).replace("#! ", "")
    wrong = next(number for number, line in enumerate(again) if "at least two (2)" in line)
    errors = [line for line in again[wrong + 1 : wrong + 4] if line.startswith("#!")]
    assert "do not stand in Article III, Section 1." in " ".join(line[2:].strip() for line in errors)
    assert '"at least one (1)" → "at least three (3) members"' in told(done.out)


@pytest.mark.parametrize(
    ("turns", "why", "kept"),
    [
        ((': > "$1"',), "no operation was left in the file", False),
        (("sed -i '/^[^#]/d' \"$1\"",), "no operation was left in the file", True),
        (("exit 3",), "ended with 3", False),
        (("sed -i 's/^- unread/- delete V.99/' \"$1\"", "exit 1"), "ended with 1", True),
        (('rm "$1"',), "the editor removed the file", False),
        (("true",), "the file came back as it was opened, and one error is left in it", False),
        (("sed -i 's/^- unread/- delete V.99/' \"$1\"", "true"), "came back as it was opened, and one error", True),
        (("printf '\\377\\376x' > \"$1\"",), "did not save the file as UTF-8", True),
    ],
)
def test_an_emptied_file_a_failing_editor_and_giving_up_record_nothing(
    bylaws: Command, book: Path, monkeypatch: pytest.MonkeyPatch, turns: tuple[str, ...], why: str, kept: bool
) -> None:
    before = {path: path.read_bytes() for path in book.rglob("*.*")}
    editor(monkeypatch, *turns)
    done = bylaws("amend", IVM, "amendment.txt", "--edit")
    assert (done.code, done.out) == (2, "")
    assert why in done.err
    assert ("is kept in" in done.err) == kept
    assert bool(list(Path("tmp").glob("*/*"))) == kept
    assert {path: path.read_bytes() for path in book.rglob("*.*") if path.name != ".lock"} == before


def test_a_file_closed_as_it_was_is_not_called_edited(
    bylaws: Command, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("amendment.txt").write_text(AMENDMENT)
    monkeypatch.setenv("EDITOR", "true")
    edited = bylaws("amend", IVM, "amendment.txt", "--edit", "--preview")
    assert edited.out == bylaws("amend", IVM, "amendment.txt", "--preview").out
    assert list(Path("tmp").iterdir()) == []


def test_an_operation_left_out_is_told_too(bylaws: Command, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "sed -i '/^- unread/d'")
    done = bylaws("amend", IVM, "amendment.txt", "--edit", "--preview")
    assert done.code == 0
    assert "Its operations were edited by hand." in done.out


def test_an_instruction_that_was_left_out_is_found_by_the_audit(
    bylaws: Command, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, "sed -i '/^- unread/d' \"$1\"")
    assert "Recorded in" in on_a_terminal("y", "amend", IVM, "amendment.txt", "--edit", TMPDIR="tmp")
    audited = told(bylaws("audit", IVM, "--fail-on", "never").out)
    assert "warning instructions-unread 2001-06-01-1" in audited
    assert "abolished in style" in audited
    assert "operations-edited" not in audited


def test_new_text_of_a_persons_own_is_stored_though_the_document_does_not_have_it(
    bylaws: Command, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("more.txt").write_text(
        "- add Article V, Section 30\n    Section 30. Bursar. The Bursar:\n\n        (a) keeps the seal; and\n\n"
        "            in a safe.\n\n        (b) pays.\n\n    No other officer does.\n"
    )
    editor(monkeypatch, 'cp more.txt "$1"')
    assert "Recorded in" in on_a_terminal("y", "amend", IVM, "amendment.txt", "--edit", TMPDIR="tmp")
    shown = told(bylaws("show", IVM, "V.30").out)
    assert (
        "Section 30. Bursar. The Bursar: (a) keeps the seal; and in a safe. (b) pays. No other officer does." in shown
    )
    assert bylaws("verify", IVM).code == 0


@pytest.mark.parametrize(
    ("words", "environment", "why"),
    [
        (("--edit", "--yes"), {"EDITOR": "true"}, "--edit and --yes don't go together"),
        (("--edit",), {}, "--edit opens an editor, and this is no terminal"),
        (("--edit",), {"EDITOR": "no-such-editor --wait"}, "there is no such program"),
        (("--edit",), {"EDITOR": "vi 'x"}, "its quotation marks don't pair"),
        (("--edit",), {"EDITOR": "true"}, "Nothing was recorded"),
    ],
)
def test_where_it_can_not_be_edited(
    bylaws: Command,
    book: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    environment: dict[str, str],
    why: str,
) -> None:
    Path("amendment.txt").write_text(AMENDMENT)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    done = bylaws("amend", IVM, "amendment.txt", *words)
    assert done.code == 2
    assert why in done.err
    assert "--yes to record it" not in done.err
    assert not (book / IVM / "2001-06-01-1.xml").exists()


def test_an_operation_that_another_recording_made_impossible_is_not_recorded(book: Path, bylaws: Command) -> None:
    reading = read_source(ABOLISHED.encode(), "amendment.txt", amends=True)
    wishes = Wishes(key=IVM, amends=True, stated=read_sheet("- delete Article V, Section 22\n").stated)
    assert prepare(Book(book), reading, wishes).understood[0].faults == ()
    other = "AMENDMENT\n\nSection 22 of Article V is hereby deleted.\n\nDated: March 1, 2001\n"
    record(Book(book), read_source(other.encode(), "other.txt", amends=True), Wishes(key=IVM), RECORDED)
    with pytest.raises(NotAsWritten, match="has no Article V, Section 22"):
        record(Book(book), reading, wishes, RECORDED)
    assert not (book / IVM / "2001-06-01-1.xml").exists()


def test_one_amendment_is_edited_at_a_time(bylaws: Command, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schedule = "\n{:^78}\n\n{:^78}\n\n     Section 2. Fees. {}.\n\nDated: June {}, 2001\n"
    parts = [schedule.format("SCHEDULE A", "ARTICLE II", fee, day) for fee, day in (("None", 1), ("Ten", 2))]
    Path("two.txt").write_text("\n".join(parts))
    monkeypatch.setenv("EDITOR", "true")
    done = bylaws("amend", IVM, "two.txt", "--edit", "--preview")
    assert (done.code, "--edit are said of one amendment" in done.err) == (2, True)
    Path("one.txt").write_text(parts[0])
    assert "substitute Article II, Section 2" in told(bylaws("amend", IVM, "one.txt", "--edit", "--preview").out)


def test_an_editor_may_save_as_windows_does(bylaws: Command, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(monkeypatch, "sed -i -e 's/^- unread/- delete V.22/' -e 's/$/\\r/' -e '1s/^/\\xef\\xbb\\xbf/' \"$1\"")
    done = bylaws("amend", IVM, "amendment.txt", "--edit", "--preview")
    assert (done.code, done.err.startswith("The operations as you wrote them are kept in")) == (0, True)
    assert done.out.count("(by hand)") == 1


def test_the_sample_library_is_refused_before_anything_is_written(
    bylaws: Command, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, "true")
    assert "is read-only" in bylaws("amend", IVM, "amendment.txt", "--edit", "--book", LIBRARY).err
    assert not Path("opened-1").exists()


def test_what_a_restatement_says_can_not_be_edited(
    bylaws: Command, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("restated.txt").write_text(RESTATED)
    editor(monkeypatch, "echo '- delete III.1' >> \"$1\"", "sed -i '/III.1/d' \"$1\"")
    done = bylaws("amend", IVM, "restated.txt", "--edit", "--preview")
    assert done.code == 0
    assert "edited by hand" not in done.out
    assert "record the other changes apart" in told(Path("opened-2").read_text()).replace("#! ", "")


NUMBERED = """
                                    BYLAWS

1. OFFICES

1.1 Principal Office. The principal office is in Reno.

1.2 Seal. The seal bears the name.

2. MEETINGS

2.1 Annual Meeting. It is held in May.

2.2 Quorum. Ten members are a quorum.

2.2.1 Proxies. Proxies count.

2.2.2 Votes. Each member has one vote.

Adopted on May 4, 1990
"""


def test_bylaws_with_bare_numbers_are_edited_too(bylaws: Command, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("bylaws.txt").write_text(NUMBERED)
    assert bylaws("import", "bylaws.txt", "--work", "acme", "--yes").code == 0
    Path("first.txt").write_text(
        "AMENDMENT NO. 1\n\nSection 2.2.1 is amended to read as follows:\n\n“2.2.1 Proxies. Proxies count twice.”\n\n"
        "Section 2.2.2 is amended by striking “one vote” and inserting “two votes”.\n\n"
        "Section 1.2 is hereby deleted.\n\n"
        "Dated: June 1, 1991\n"
    )
    editor(monkeypatch, "true")
    edited = bylaws("amend", "acme", "first.txt", "--edit", "--preview")
    assert edited.code == 0
    assert "edited by hand" not in edited.out
    assert edited.out == bylaws("amend", "acme", "first.txt", "--preview").out
    own = "2.2.1 Proxies. Proxies never count."
    editor(monkeypatch, "true", f"sed -i 's/^    .*2.2.1 Proxies.*/    {own}/' \"$1\"")
    changed = told(bylaws("amend", "acme", "first.txt", "--edit", "--preview").out)
    assert "Quorum. Ten members are a quorum. 2.2.1 Proxies. Proxies{+ never+} count." in changed
