"""A redline in the terminal: colour on a screen, ``[-…-]{+…+}`` where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from amendments.compare.comparison import Verdict
from amendments.compare.words import Run
from corpus.dates import spoken
from renderer.marks import MarkedUnit, Redline
from renderer.terminal import Screen, Style

_SIGNS = {"keep": ("", ""), "delete": ("[-", "-]"), "insert": ("{+", "+}")}
_STYLES: dict[str, Style] = {"keep": "plain", "delete": "delete", "insert": "insert"}
_COUNTED: tuple[Verdict, ...] = ("changed", "added", "deleted", "moved")
_STEP = 4


def write_redline(marked: Redline, screen: Screen, whole: bool = False) -> str:
    """The changed provisions, or with ``whole`` every one, ending in a line feed."""
    return "\n".join(_lines(marked, screen, whole)) + "\n"


def _lines(marked: Redline, screen: Screen, whole: bool) -> Iterator[str]:
    if not (whole and marked.preface):
        yield from screen.wrap(marked.work.title, "title")
    yield from screen.wrap(f"Changes from {spoken(marked.old)} to {spoken(marked.new)}: {summary(marked)}", "note")
    for passage in marked.preface:
        if whole or passage.changed:
            yield from _runs(passage.runs, screen, 0)
    for unit in marked.units:
        if whole or unit.changed:
            yield from _unit(unit, screen, whole)
    for passage in marked.conclusions:
        if whole or passage.changed:
            yield ""
            yield from _runs(passage.runs, screen, 0)


def summary(marked: Redline) -> str:
    """``6 changed, 2 added, 4 deleted, 2 moved.``"""
    counts = marked.counts()
    return (", ".join(f"{counts[kind]} {kind}" for kind in _COUNTED if kind in counts) or "none") + "."


def _unit(unit: MarkedUnit, screen: Screen, whole: bool) -> Iterator[str]:
    yield ""
    if not whole and unit.level != "article":
        article = unit.address.rpartition(", ")[0]
        if article:
            yield screen.paint(article, "note")
    if unit.remark:
        yield from screen.wrap(f"[{unit.remark}]", "note")
    head, passages = unit.head, unit.passages
    if passages and not passages[0].depth and unit.level != "article":
        head, passages = run_in(head, passages[0].runs), passages[1:]
    yield from _runs(head, screen, 0)
    for passage in passages:
        yield from _runs(passage.runs, screen, _STEP * passage.depth)
    if unit.note:
        yield from screen.wrap(unit.note, "note")


def run_in(head: tuple[Run, ...], first: tuple[Run, ...]) -> tuple[Run, ...]:
    """Number and heading before the first words, as in the filings; one mark where both are put in or struck."""
    kinds = {run.kind for run in (*head, *first)}
    between = head[-1].kind if head and len(kinds) == 1 else "keep"
    joined: list[Run] = []
    for run in (*head, Run(between, " "), *first) if head else first:
        if joined and joined[-1].kind == run.kind:
            joined[-1] = Run(run.kind, joined[-1].text + run.text)
        else:
            joined.append(run)
    return tuple(joined)


def _runs(runs: Iterable[Run], screen: Screen, indent: int) -> Iterator[str]:
    yield from screen.wrap_styled(((_marked(run, screen), _STYLES[run.kind]) for run in runs), indent)


def _marked(run: Run, screen: Screen) -> str:
    if screen.colour:
        return run.text
    opening, closing = _SIGNS[run.kind]
    return f"{opening}{run.text}{closing}"
