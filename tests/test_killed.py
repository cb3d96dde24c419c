"""A process killed while it records leaves a book that opens, with the instrument recorded wholly or not at all."""

from __future__ import annotations

import multiprocessing
import random
import signal
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from amendments.proposal import Wishes
from amendments.record import open_record
from amendments.recording import record
from amendments.verify import Checkpoint, verify
from corpus.sources.reader import read_source
from corpus.store import Book
from filings import TITLE
from sample import RECORDED

ROUNDS = 200

SCHEDULE = """\
                                  SCHEDULE A
                              SUBSTITUTED SECTIONS

                                   ARTICLE I

     Section 1. Place. In room {}.

Dated: {}
"""


def schedule(number: int) -> bytes:
    return SCHEDULE.format(number, date(1995, 1, 1) + timedelta(days=number)).encode()


def record_schedule(path: Path, number: int) -> None:
    record(Book(path), read_source(schedule(number), f"{number}.txt"), Wishes(key="acme"), RECORDED)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system can't kill so")
def test_killed_at_random_points(tmp_path: Path) -> None:
    book = Book(tmp_path / "minutes")
    base = TITLE + "     Section 1. Place. In Fresno.\n\nDated: May 4, 1990\n"
    record(book, read_source(base.encode(), "base.txt"), Wishes(key="acme"), RECORDED)
    context, chance = multiprocessing.get_context("fork"), random.Random(1991)
    whole = 0.05
    outcomes = {True: 0, False: 0}
    for number in range(ROUNDS):
        before = len(open_record(book, "acme").instruments)
        writer = context.Process(target=record_schedule, args=(book.path, number))
        started = time.monotonic()
        writer.start()
        if number % 10:
            time.sleep(chance.uniform(0, whole))
            writer.kill()
        writer.join()
        if not number % 10:
            whole = time.monotonic() - started  # how long it takes when nobody kills it
        after = len(open_record(book, "acme").instruments)
        assert after in (before, before + 1)
        assert isinstance(verify(book, "acme"), Checkpoint)
        outcomes[after > before] += 1
    assert min(outcomes.values()) > ROUNDS // 20, "the kills all came too early or too late to show anything"
    with book.writing():
        pass
    assert not list(book.path.glob("**/.*.part"))
