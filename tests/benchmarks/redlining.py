"""Redlines beside their peers: the sample work over its whole life, and the big pair, as text and as Word files.

Each contender runs in a process of its own, in turn with the others, so that its time and its memory are its own; what
takes longer than a minute is told so and not run again. Words struck are counted alike for all: signs left out, moved
words not counted where the contender knows moves.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.big_pair import big_pair, count_words, lines
from corpus.model import Text
from sample import IVM, days, timeline

ROUNDS, LIMIT = 5, 60
"""Runs of each contender, and the seconds after which one is given up."""
BIG = "the big pair"


def pair(name: str) -> tuple[Text, Text]:
    if name == BIG:
        made = big_pair()
        return made.old, made.new
    line, dates = timeline(IVM), days(IVM)
    return line.as_of(dates[0]).text, line.as_of(dates[-1]).text


Contender = Callable[[str, Path], Callable[[], Iterable[str]]]
"""From a pair's name and the folder with its files: what is timed, which gives the stretches that were struck."""


def bylaws(name: str, folder: Path) -> Callable[[], Iterable[str]]:
    """From two texts in memory, as the peers have them too, to one marked text."""
    from amendments.compare.comparison import compare

    old, new = pair(name)
    signs = {"keep": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}

    def run() -> Iterable[str]:
        found = compare(old, new)
        rows = [
            runs
            for unit in found.units
            for runs in (unit.head, *(passage.runs for passage in unit.passages))
            if unit.verdict != "moved-away"
        ]
        "\n".join("".join(signs[run.kind].format(run.text) for run in runs) for runs in rows)
        return [run.text for runs in rows for run in runs if run.kind == "delete"]

    return run


def redlines(name: str, folder: Path) -> Callable[[], Iterable[str]]:
    from redlines import Redlines

    old, new = ((folder / f"{side}.txt").read_text() for side in ("old", "new"))

    def run() -> Iterable[str]:
        found = Redlines(old, new)
        assert found.output_markdown
        return [change.source_text or "" for change in found.changes]

    return run


def difflib_words(name: str, folder: Path) -> Callable[[], Iterable[str]]:
    from difflib import SequenceMatcher

    old, new = (re.findall(r"\s+|\S+", (folder / f"{side}.txt").read_text()) for side in ("old", "new"))

    def run() -> Iterable[str]:
        found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        return ["".join(old[i1:i2]) for kind, i1, i2, _, _ in found if kind in ("delete", "replace")]

    return run


def xmldiff(name: str, folder: Path) -> Callable[[], Iterable[str]]:
    from xmldiff.main import diff_files

    def run() -> Iterable[str]:
        diff_files(str(folder / "old.xml"), str(folder / "new.xml"))
        return ()

    return run


def git_words(name: str, folder: Path) -> Callable[[], Iterable[str]]:
    command = ["git", "diff", "--no-index", "--word-diff=porcelain", "--unified=999999", "old.txt", "new.txt"]

    def run() -> Iterable[str]:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        return [line[1:] for line in done.stdout.splitlines()[5:] if line.startswith("-")]

    return run


def bylaws_word(name: str, folder: Path) -> Callable[[], Iterable[str]]:
    """From two texts in memory to a Word file on the disk; moved words are struck in it, and not counted."""
    from renderer.redline.build import compare_files
    from renderer.redline.word import write_redline_word

    old, new = pair(name)

    def run() -> Iterable[str]:
        marked = compare_files(old, new, "BYLAWS", ("old", "new"))
        (folder / "marked.docx").write_bytes(write_redline_word(marked))
        units = (unit for unit in marked.units if unit.verdict != "moved-away")
        lines = [line for unit in units for line in (unit.head, *(line.marks for line in unit.lines))]
        return [mark.text for marks in lines for mark in marks if mark.kind == "delete"]

    return run


def docxodus(name: str, folder: Path) -> Callable[[], Iterable[str]]:
    from python_redlines.engines import DocxodusEngine

    return _engine(DocxodusEngine(), folder)


def powertools(name: str, folder: Path) -> Callable[[], Iterable[str]]:
    import warnings

    from python_redlines.engines import XmlPowerToolsEngine

    warnings.simplefilter("ignore")
    return _engine(XmlPowerToolsEngine(), folder)


def _engine(engine: object, folder: Path) -> Callable[[], Iterable[str]]:
    def run() -> Iterable[str]:
        made, _, _ = engine.run_redline("Bylaws", folder / "old.docx", folder / "new.docx")  # type: ignore[attr-defined]
        (folder / "marked.docx").write_bytes(made)
        return _struck_in_word(folder / "marked.docx")

    return run


def trackdiff(name: str, folder: Path) -> Callable[[], Iterable[str]]:
    from docx_trackdiff.compare import main

    def run() -> Iterable[str]:
        sys.argv = ["docx-trackdiff", *(str(folder / f"{file}.docx") for file in ("old", "new", "marked"))]
        main()
        return _struck_in_word(folder / "marked.docx")

    return run


def _struck_in_word(file: Path) -> list[str]:
    """The deleted stretches of a Word file, those of one paragraph that touch made one; moved words are none."""
    import zipfile

    from lxml import etree

    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(file) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    return ["".join(words.text or "" for words in mark.iter(f"{word}delText")) for mark in body.iter(f"{word}del")]


TEXT: dict[str, Contender] = {
    "bylaws": bylaws,
    "redlines": redlines,
    "xmldiff": xmldiff,
    "git diff --word-diff": git_words,
    "difflib on words": difflib_words,
}
WORD: dict[str, Contender] = {
    "bylaws, to Word": bylaws_word,
    "python-redlines (Docxodus)": docxodus,
    "python-redlines (PowerTools)": powertools,
    "docx-trackdiff": trackdiff,
}


def redlining(contenders: dict[str, Contender]) -> Iterator[str]:
    """A line for each contender on each pair: seconds, how many times our own, peak memory, words struck."""
    for name in ("the whole work, 1991 to 2000", BIG):
        yield ""
        yield f"{name:<32}{'time':>10}{'× ours':>9}{'memory':>11}{'words struck':>15}"
        with TemporaryDirectory() as folder:
            write_files(*pair(name), Path(folder), word=contenders is WORD)
            told = _in_turn(contenders, name, folder)
        ours = _seconds(next(iter(told.values())))
        for contender, results in told.items():
            if results is None:
                yield f"{contender:<32}{f'over {LIMIT} s':>10}"
                continue
            taken, memory, struck = _seconds(results), max(one[1] for one in results), results[0][2]
            yield f"{contender:<32}{taken:>8.2f} s{taken / ours:>9.1f}{memory:>8.0f} MB{struck or '':>15}"
        if name == BIG:
            yield f"{'words struck as it was made':<62}{big_pair().struck:>15}"


Results = list[tuple[float, float, int]] | None
"""Seconds, megabytes and words struck of each run; None for what took too long."""


def _in_turn(contenders: dict[str, Contender], name: str, folder: str) -> dict[str, Results]:
    told: dict[str, Results] = {contender: [] for contender in contenders}
    for _ in range(ROUNDS):
        for contender in contenders:
            results = told[contender]
            if results is None:
                continue
            command = [sys.executable, __file__, contender, name, folder]
            try:
                done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=LIMIT)
            except subprocess.TimeoutExpired:
                told[contender] = None
            else:
                results.append(tuple(json.loads(done.stdout.splitlines()[-1])))
    return told


def _seconds(results: Results) -> float:
    return median(one[0] for one in results) if results else 0


def write_files(old: Text, new: Text, folder: Path, word: bool) -> None:
    """Both texts as the contenders read them: lines of text, Akoma Ntoso, and Word files where these are wanted."""
    from datetime import date

    from corpus.akn.base import write_base
    from corpus.model import Base, Work, identify

    for side, text in (("old", old), ("new", new)):
        (folder / f"{side}.txt").write_text("\n".join(lines(text)) + "\n")
        work = Work(key="pair", title="BYLAWS", jurisdiction="us", adopted=date(1991, 12, 20))
        identified = Text(preface=text.preface, provisions=identify(text.provisions), conclusions=text.conclusions)
        (folder / f"{side}.xml").write_bytes(write_base(Base(work=work, text=identified)))
        if word:
            from docx import Document

            document = Document()
            for line in lines(text):
                document.add_paragraph(line)
            document.save(str(folder / f"{side}.docx"))


def main(contender: str, name: str, folder: str) -> None:
    """One run, in this process: prints its seconds, its peak memory in megabytes, and the words that it struck."""
    run = {**TEXT, **WORD}[contender](name, Path(folder))
    started = time.perf_counter()
    struck = run()
    taken = time.perf_counter() - started
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    memory = max(resource.getrusage(one).ru_maxrss for one in who) * 1024 / 1e6
    print(json.dumps((taken, memory, count_words(" ".join(struck)))))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
