"""The ledger and the book on disk: nothing can be altered unseen, nothing is half written."""

from __future__ import annotations

import multiprocessing
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.errors import AlreadyRecorded
from amendments.ledger import append, read_ledger, write_ledger
from amendments.proposal import Wishes
from amendments.record import open_record
from amendments.recording import record
from audited import audit_work
from corpus import store
from corpus.errors import BadKey, BookBusy, BookReadOnly, BylawsError, RecordDamaged, UnknownWork
from corpus.store import LEDGER, Book
from sample import FMP, IVM, LIBRARY, RECORDED, make_library, opened, reading

FILES = [path.relative_to(LIBRARY / IVM) for path in sorted((LIBRARY / IVM).iterdir()) if path.is_file()]


@pytest.fixture
def book(tmp_path: Path) -> Book:
    shutil.copytree(LIBRARY, tmp_path / "book")
    return Book(tmp_path / "book")


def test_a_ledger_is_read_back_to_the_same_bytes() -> None:
    content = (LIBRARY / IVM / LEDGER).read_bytes()
    ledger = read_ledger(content, Path(LEDGER))
    assert [entry.fact for entry in ledger] == ["adopt", "amend", "amend", "amend", "amend"]
    assert write_ledger(ledger) == content


def test_appending_never_changes_what_was_there() -> None:
    ledger = opened(IVM).ledger
    longer = append(ledger, [ledger[-1]])
    assert longer[: len(ledger)] == ledger
    assert longer[-1].prev == ledger[-1].hash
    assert write_ledger(longer).startswith(write_ledger(ledger))


@settings(max_examples=200)
@given(st.sampled_from(FILES), st.floats(0, 0.999999), st.integers(1, 255))
def test_any_altered_byte_is_caught(file: Path, where: float, change: int) -> None:
    content = bytearray((LIBRARY / IVM / file).read_bytes())
    at = int(where * len(content))
    content[at] ^= change
    damaged = LIBRARY / IVM / file
    with pytest.MonkeyPatch.context() as patched:
        real = Path.read_bytes
        patched.setattr(Path, "read_bytes", lambda path: bytes(content) if path == damaged else real(path))
        with pytest.raises(RecordDamaged) as error:
            open_record(Book(LIBRARY), IVM)
    assert error.value.path == damaged


@pytest.mark.parametrize("file", FILES, ids=str)
def test_a_missing_file_is_named(book: Book, file: Path) -> None:
    (book.path / IVM / file).unlink()
    with pytest.raises(BylawsError) as error:
        open_record(book, IVM)
    assert IVM in error.value.message


@pytest.mark.parametrize("lines", [(0, 1, 2, 4), (1, 2, 3, 4), (0, 2, 1, 3, 4), (0, 0, 1, 2, 3, 4), ()])
def test_lines_dropped_moved_or_doubled_break_the_chain(lines: tuple[int, ...]) -> None:
    whole = (LIBRARY / IVM / LEDGER).read_bytes().splitlines(keepends=True)
    with pytest.raises(RecordDamaged):
        read_ledger(b"".join(whole[line] for line in lines), Path(LEDGER))


def test_a_torn_last_line_is_reported() -> None:
    content = (LIBRARY / IVM / LEDGER).read_bytes()
    with pytest.raises(RecordDamaged, match="line 5 is torn; 4 before it"):
        read_ledger(content[:-20], Path(LEDGER))


@pytest.mark.parametrize(("file", "code"), [("base.xml", "file-altered"), (LEDGER, "ledger-broken")])
def test_the_audit_reports_a_damaged_record(book: Book, file: str, code: str) -> None:
    path = book.path / IVM / file
    path.write_bytes(path.read_bytes().replace(b"1991", b"1992").replace(b'"seq": 2', b'"seq": 3'))
    (finding,) = audit_work(book, IVM)
    assert (finding.code, finding.severity, finding.work) == (code, "error", IVM)
    assert str(path) in finding.evidence


def test_the_same_file_is_not_recorded_twice(book: Book) -> None:
    before = snapshot(book.path)
    with pytest.raises(AlreadyRecorded, match="byte for byte"):
        record(book, reading(IVM), Wishes(key=IVM), RECORDED)
    assert snapshot(book.path) == before


def test_the_sample_library_is_never_written() -> None:
    with pytest.raises(BookReadOnly):
        record(Book(LIBRARY, read_only=True), reading(IVM), Wishes(key="again"), RECORDED)


@pytest.mark.parametrize("key", ["", "Acme", "a b", "../acme", "acme-", "-acme", "a--b", "ac/me", "acmé"])
def test_a_key_must_fit_a_folder_and_a_uri(tmp_path: Path, key: str) -> None:
    with pytest.raises(BadKey):
        record(Book(tmp_path / "book"), reading(IVM), Wishes(key=key), RECORDED)
    assert not (tmp_path / "book").exists()


def test_an_unknown_work_names_the_nearest() -> None:
    with pytest.raises(UnknownWork) as error:
        Book(LIBRARY).folder("interactive-voice-medai")
    assert error.value.next_step == f"Did you mean '{IVM}'?"


class PowerCut(BaseException):
    """What no handler of the program may swallow."""


@pytest.mark.parametrize("writes", range(8))
def test_a_recording_cut_short_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes: int
) -> None:
    """The process dies at the n-th flush of a new work: the book has no work, and the next attempt succeeds."""
    book = Book(tmp_path / "book")
    real, done = store.os.fsync, iter(range(100))

    def fsync(descriptor: int) -> None:
        if next(done) == writes:
            raise PowerCut
        real(descriptor)

    with monkeypatch.context() as patched:
        patched.setattr(store.os, "fsync", fsync)
        with pytest.raises(PowerCut):
            record(book, reading(IVM), Wishes(key=IVM), RECORDED)
    assert book.keys() == ()
    record(book, reading(IVM), Wishes(key=IVM), RECORDED)
    assert replace(open_record(book, IVM), folder=LIBRARY / IVM) == opened(IVM)


def test_what_a_killed_writer_left_is_swept_away(book: Book) -> None:
    (book.path / ".unfinished-acme" / "sources").mkdir(parents=True)
    (book.path / IVM / ".ledger.jsonl.part").write_bytes(b"{")
    before = snapshot(LIBRARY)
    with book.writing():
        pass
    assert snapshot(book.path) == before
    assert not (book.path / ".unfinished-acme").exists()


def test_a_full_disk_leaves_the_book_as_it_was(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    before = snapshot(book.path)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        record(book, reading(FMP), Wishes(key="another"), RECORDED)
    assert snapshot(book.path) == before


def test_one_writer_at_a_time(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_PATIENCE", 0.05)
    with book.writing(), pytest.raises(BookBusy), Book(book.path).writing():
        pass


def _record(path: Path, key: str) -> None:
    record(Book(path), reading(IVM), Wishes(key=key), RECORDED)


def test_two_processes_that_record_at_once_both_succeed(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    keys = ("first", "second", "third")
    writers = [context.Process(target=_record, args=(tmp_path / "book", key)) for key in keys]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0, 0]
    assert Book(tmp_path / "book").keys() == keys


def test_the_library_is_made_again_byte_for_byte(tmp_path: Path) -> None:
    make_library(tmp_path / "library")
    assert snapshot(tmp_path / "library") == snapshot(LIBRARY)


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }
