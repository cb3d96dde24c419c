"""Files of a book that were cut, altered or lost: each is named, and none hides the others."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from amendments.audit.audit import audit
from amendments.proposal import Wishes
from amendments.record import open_record
from amendments.recording import record
from audited import audit_work
from conftest import Outcome
from corpus.errors import RecordDamaged
from corpus.sources.reader import read_source
from corpus.store import LEDGER, Book
from filings import centred, schedule, section
from sample import IVM, LIBRARY, RECORDED, reading


@pytest.fixture
def library(tmp_path: Path) -> Book:
    shutil.copytree(LIBRARY, tmp_path / "book")
    return Book(tmp_path / "book")


def new_codes(book: Book) -> list[str]:
    known = [finding.code for finding in audit(open_record(Book(LIBRARY), IVM))]
    return [finding.code for finding in audit_work(book, IVM) if finding.code not in known]


def test_a_cut_ledger_leaves_files_that_the_audit_names(library: Book) -> None:
    ledger = library.path / IVM / LEDGER
    ledger.write_bytes(b"".join(ledger.read_bytes().splitlines(keepends=True)[:-1]))
    assert "file-unlisted" in new_codes(library)


def test_a_file_that_the_ledger_lost_is_never_overwritten(library: Book) -> None:
    ledger = library.path / IVM / LEDGER
    ledger.write_bytes(ledger.read_bytes().splitlines(keepends=True)[0])
    lost = library.path / IVM / "1998-03-26-1.xml"
    before = lost.read_bytes()
    other = schedule(
        centred("ARTICLE V", "OFFICERS"), section("1.", "General. There are none."), dated="March 26, 1998"
    )
    with pytest.raises(RecordDamaged, match="the ledger does not name it"):
        record(library, read_source(other, "other.txt"), Wishes(key=IVM), RECORDED)
    assert lost.read_bytes() == before


@pytest.mark.parametrize("ending", [".txt", ".set-aside.jsonl"])
@pytest.mark.parametrize("damage", ["altered", "missing"])
def test_a_source_that_is_altered_or_missing_is_found(library: Book, ending: str, damage: str) -> None:
    (path,) = (path for path in (library.path / IVM / "sources").iterdir() if path.name[64:] == ending)
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes().replace(b"Schedule", b"schedule", 1))
    assert "file-altered" in new_codes(library)


def test_a_work_without_its_ledger_is_still_a_work(library: Book) -> None:
    (library.path / IVM / LEDGER).unlink()
    assert IVM in library.keys()  # noqa: SIM118
    with pytest.raises(RecordDamaged, match=r"ledger\.jsonl"):
        record(library, reading(IVM), Wishes(key=IVM), RECORDED)


def test_a_folder_of_another_name_is_found(library: Book) -> None:
    (library.path / IVM).rename(library.path / "acme")
    with pytest.raises(RecordDamaged, match="it holds the record of 'interactive-voice-media'"):
        open_record(library, "acme")


def test_a_damaged_work_does_not_hide_the_others(bylaws: Callable[..., Outcome], library: Book) -> None:
    (library.path / IVM / "base.xml").unlink()
    done = bylaws("list", "--book", library.path)
    assert (done.code, done.out.splitlines()[0]) == (2, "future-media-productions")
    assert "base.xml" in done.err
