"""The sample library: made by importing the two filings, here and nowhere else.

Run as a program it makes ``corpus/library`` again.
"""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

from amendments.proposal import Wishes
from amendments.record import Record, open_record
from amendments.recording import record
from amendments.timeline import Timeline
from corpus.sources.reader import Reading, read_source
from corpus.store import Book

LIBRARY = Path(__file__).resolve().parent.parent / "corpus" / "library"
IVM, FMP = "interactive-voice-media", "future-media-productions"
NAMES = {IVM: "002_60c96bd0ab7fb8ae.txt", FMP: "000_f58a580a0ef2745d.txt"}
RECORDED = datetime(2026, 11, 22, tzinfo=UTC)


def filing(key: str) -> bytes:
    """The filing that a sample work was made from, byte for byte."""
    (source,) = (LIBRARY / key / "sources").glob("*.txt")
    return source.read_bytes()


def reading(key: str) -> Reading:
    return read_source(filing(key), NAMES[key])


def opened(key: str) -> Record:
    return open_record(Book(LIBRARY, read_only=True), key)


def timeline(key: str) -> Timeline:
    sample = opened(key)
    return Timeline(sample.base, sample.instruments)


def days(key: str) -> list[date]:
    """The days on which the text of a sample changed, the adoption first."""
    sample = opened(key)
    return [sample.work.adopted, *(instrument.effective for instrument in sample.instruments)]


def make_library(path: Path) -> None:
    """Import both filings into an empty folder."""
    for key in sorted(NAMES):
        record(Book(path), reading(key), Wishes(key=key), RECORDED)
    (path / ".lock").unlink()


if __name__ == "__main__":
    fresh = LIBRARY.with_name("library.new")
    make_library(fresh)
    shutil.rmtree(LIBRARY)
    fresh.rename(LIBRARY)
