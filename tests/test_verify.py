"""Verification, checkpoints, and what was known when."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from amendments import verify as verification
from amendments.fact_errors import NotACheckpoint, NotYetRecorded
from amendments.ledger import append, write_ledger
from amendments.proposal import Wishes
from amendments.record import open_record
from amendments.recording import record
from amendments.timeline import Timeline
from amendments.verify import Checkpoint, read_checkpoint, verify
from conftest import Outcome
from corpus.finding import Finding
from corpus.sources.reader import read_source
from corpus.store import LEDGER, Book
from filings import TITLE
from sample import IVM, LIBRARY, opened


@pytest.fixture
def book(tmp_path: Path) -> Book:
    shutil.copytree(LIBRARY, tmp_path / "book")
    return Book(tmp_path / "book")


def code(result: Checkpoint | Finding) -> str:
    assert isinstance(result, Finding)
    return result.code


def test_the_samples_are_as_they_were_recorded() -> None:
    for key in Book(LIBRARY).keys():  # noqa: SIM118
        result = verify(Book(LIBRARY), key)
        assert isinstance(result, Checkpoint)
        assert (result.work, result.count, result.head) == (key, len(opened(key).ledger), opened(key).ledger[-1].hash)


@pytest.mark.parametrize("name", ["base.xml", "1999-07-29-1.xml", LEDGER])
def test_any_damage_is_named(book: Book, name: str) -> None:
    path = book.path / IVM / name
    path.write_bytes(path.read_bytes().replace(b"a", b"e", 1))
    assert code(verify(book, IVM)) in ("file-altered", "ledger-broken")


def test_a_source_that_is_altered_is_named(book: Book) -> None:
    (source,) = (book.path / IVM / "sources").glob("*.txt")
    source.write_bytes(source.read_bytes().replace(b"nine (9)", b"five (5)"))
    assert code(verify(book, IVM)) == "file-altered"


def test_facts_cut_off_the_end_are_found_by_a_checkpoint_kept_elsewhere(book: Book) -> None:
    kept = verify(book, IVM)
    assert isinstance(kept, Checkpoint)
    ledger = book.path / IVM / LEDGER
    ledger.write_bytes(b"".join(ledger.read_bytes().splitlines(keepends=True)[:3]))
    result = verify(book, IVM, kept)
    assert isinstance(result, Finding)
    assert (result.code, result.evidence) == ("checkpoint-mismatch", "The checkpoint counts 5 facts; the ledger has 3.")


def test_a_checkpoint_still_holds_when_more_is_recorded(book: Book) -> None:
    early = Checkpoint(work=IVM, count=2, head=opened(IVM).ledger[1].hash)
    assert isinstance(verify(book, IVM, early), Checkpoint)
    assert code(verify(book, IVM, replace(early, head="0" * 64))) == "checkpoint-mismatch"
    assert code(verify(book, IVM, replace(early, work="acme"))) == "checkpoint-mismatch"


def test_a_checkpoint_is_one_line() -> None:
    line = str(Checkpoint(work=IVM, count=5, head="ab" * 32))
    assert str(read_checkpoint(line)) == line
    for other in ("", "5", line + " more", line.replace("5", "five", 1), line[:-1]):
        with pytest.raises(NotACheckpoint):
            read_checkpoint(other)


def test_another_text_than_was_recorded_is_named(book: Book) -> None:
    """A ledger whose chain is whole and whose replay is not what this program gives."""
    ledger = opened(IVM).ledger
    forged = append(ledger[:2], [replace(ledger[2], replay="0" * 64), *ledger[3:]])
    (book.path / IVM / LEDGER).write_bytes(write_ledger(forged))
    result = verify(book, IVM)
    assert isinstance(result, Finding)
    assert (result.code, "line 3 of the ledger" in result.message) == ("replay-differs", True)


SCHEDULE = """\
                                  SCHEDULE A
                              SUBSTITUTED SECTIONS

                                   ARTICLE I

     Section 1. Place. In {}.

Dated: {}
"""


@pytest.fixture
def discovered_late(tmp_path: Path) -> Book:
    """The base is recorded in January, the amendment of 1995 in February, that of 1993 in March."""
    made = Book(tmp_path / "minutes")
    base = TITLE + "     Section 1. Place. In Fresno.\n\nDated: May 4, 1990\n"
    for month, text in enumerate(
        (base, SCHEDULE.format("Reno", "June 1, 1995"), SCHEDULE.format("Provo", "June 1, 1993")), 1
    ):
        moment = datetime(2026, month, 1, 12, tzinfo=UTC)
        record(made, read_source(text.encode(), f"{month}.txt"), Wishes(key="acme"), moment)
    return made


def test_what_was_recorded_late_is_verified_in_the_order_of_recording(discovered_late: Book) -> None:
    assert isinstance(verify(discovered_late, "acme"), Checkpoint)


@pytest.mark.parametrize(
    ("known", "day", "place"),
    [
        ("2026-01-31", "1994-01-01", "In Fresno."),
        ("2026-02-28", "1994-01-01", "In Fresno."),
        ("2026-03-31", "1994-01-01", "In Provo."),
        ("2026-01-31", "1996-01-01", "In Fresno."),
        ("2026-02-28", "1996-01-01", "In Reno."),
    ],
)
def test_known_at_answers_from_what_had_been_recorded(
    bylaws: Callable[..., Outcome], discovered_late: Book, known: str, day: str, place: str
) -> None:
    done = bylaws("show", "acme", "I.1", "--as-of", day, "--known-at", known, "--book", discovered_late.path)
    assert f"Section 1. Place. {place}" in done.out


def test_nothing_was_known_before_the_first_recording(discovered_late: Book) -> None:
    with pytest.raises(NotYetRecorded, match="2026-01-01"):
        open_record(discovered_late, "acme").known_at("2025-12-31T23:59:59Z")


def test_texts_share_what_did_not_change() -> None:
    texts = Timeline(opened(IVM).base, opened(IVM).instruments).texts
    assert texts[0].provisions[0] is texts[-1].provisions[0]
    assert texts[0].provisions[4] is not texts[-1].provisions[4]


def test_verify_prints_a_checkpoint_that_it_takes_back(bylaws: Callable[..., Outcome], tmp_path: Path) -> None:
    done = bylaws("verify", IVM)
    assert (done.code, done.out.split()[:3]) == (0, ["bylaws-checkpoint", IVM, "5"])
    assert "5 facts, all as they were recorded." in done.err
    (tmp_path / "kept.txt").write_text(done.out)
    assert bylaws("verify", IVM, "--checkpoint", "kept.txt").code == 0
    assert bylaws("verify", IVM, "--checkpoint", done.out.strip()).code == 0
    wrong = bylaws("verify", IVM, "--checkpoint", done.out.strip()[:-1] + "x")
    assert (wrong.code, "checkpoint-mismatch" in wrong.out) == (1, True)
    assert bylaws("verify", IVM, "--checkpoint", "yesterday").code == 2


def test_verification_has_a_mark_of_its_own() -> None:
    assert str(verification.checkpoint(opened(IVM))).startswith("bylaws-checkpoint ")
