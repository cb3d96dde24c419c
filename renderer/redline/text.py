"""A redline in the terminal: colour on a screen, ``[-…-]{+…+}`` where there is none; or as it is filed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import get_args

from renderer.redline.filing import Signs, as_filed, signs_for
from renderer.redline.sources import raised
from renderer.redline.summary import facts, legend, opening, told
from renderer.redline.view import Line, Mark, MarkedUnit, Redline, run_in
from renderer.terminal import Screen, Style

_SIGNS = {"keep": ("", ""), "delete": ("[-", "-]"), "insert": ("{+", "+}"), "superseded": ("[+", "-]")}
_STEP = 4
_TINTS = sum(style.startswith("insert-") for style in get_args(Style))
"""How many colours instruments are told apart by; their numbers tell them apart too."""


_Shown = Callable[[Mark], Iterable[tuple[str, Style]]]
"""How a mark is shown: pieces of words with their styles."""


def write_redline(
    marked: Redline, screen: Screen, whole: bool = False, summary: bool = False, filing: bool = False
) -> str:
    """The changed provisions, or with ``whole`` every one; ``summary`` lists the changes before them. With ``filing``
    deletions stand in brackets and insertions are underlined, or in signs where nothing can be."""
    if not filing:
        return "\n".join(_lines(marked, screen, whole, summary, partial(_shown, marked, screen), "")) + "\n"
    filed = as_filed(marked)
    signs = signs_for(filed, screen.colour)
    return "\n".join(_lines(filed, screen, whole, summary, partial(_filed, filed, signs), signs.told)) + "\n"


def _lines(marked: Redline, screen: Screen, whole: bool, summary: bool, shown: _Shown, signs: str) -> Iterator[str]:
    """``signs`` says how a filed redline is to be read; its remarks are not in brackets then."""
    if not (whole and marked.preface):
        yield from screen.wrap(marked.title, "title")
    yield from screen.wrap(opening(marked), "note")
    yield from screen.wrap(signs, "note")
    if marked.by_instrument and not summary:
        yield from _legend(marked, screen)
    if summary:
        yield from _summary(marked, screen)
    yield from _around(marked.preface, screen, whole, shown)
    for unit in marked.units:
        if whole or unit.changed:
            yield from _unit(unit, screen, whole, shown, "({})" if signs else "[{}]", marked.by_instrument)
    yield from _around(marked.conclusions, screen, whole, shown)


def _legend(marked: Redline, screen: Screen) -> Iterator[str]:
    for source, line in zip(marked.sources, legend(marked), strict=True):
        yield screen.paint(line, _style("insert", source.number) if screen.colour else "plain")


def _summary(marked: Redline, screen: Screen) -> Iterator[str]:
    yield ""
    for label, value in facts(marked):
        yield from screen.wrap(f"{label + ':':<14}{value}", hanging=14)
    margin = len(str(len(marked.changes))) + 2
    yield ""
    for change in marked.changes:
        number = f"{change.number}."
        yield from screen.wrap(f"{number:<{margin}}{told(marked, change)}", hanging=margin)
    yield ""


def _around(lines: Iterable[Line], screen: Screen, whole: bool, shown: _Shown) -> Iterator[str]:
    for line in lines:
        if whole or line.changed:
            yield ""
            yield from _marks(line.marks, screen, 0, shown)


def _unit(unit: MarkedUnit, screen: Screen, whole: bool, shown: _Shown, remark: str, apart: bool) -> Iterator[str]:
    """``apart`` where instruments are told apart."""
    yield ""
    if not whole and unit.level != "article":
        article = unit.address.rpartition(", ")[0]
        if article:
            yield screen.paint(article, "note")
    if unit.remark:
        yield from screen.wrap(remark.format(unit.remark), "note")
    head, lines = unit.head, unit.lines
    if lines and not lines[0].depth and unit.run_in:
        head, lines = run_in(head, lines[0].marks, apart), lines[1:]
    yield from _marks(head, screen, 0, shown)
    for line in lines:
        yield from _marks(line.marks, screen, _STEP * line.depth, shown)
    if unit.note:
        yield from screen.wrap(unit.note, "note")


def _marks(marks: Iterable[Mark], screen: Screen, indent: int, shown: _Shown) -> Iterator[str]:
    yield from screen.wrap_styled(chain.from_iterable(map(shown, marks)), indent)


def _shown(marked: Redline, screen: Screen, mark: Mark) -> Iterator[tuple[str, Style]]:
    above = _above(marked, mark)
    if screen.colour:
        yield mark.text + above, _style(mark.kind, _numbers(marked, mark)[-1] if above else 0)
    else:
        opening_sign, closing_sign = _SIGNS[mark.kind]
        yield f"{opening_sign}{mark.text}{closing_sign}{above}", "plain"


def _filed(marked: Redline, signs: Signs, mark: Mark) -> Iterator[tuple[str, Style]]:
    """Brackets are bold where anything can be."""
    opens, closes = signs.round(mark.kind)
    yield opens, "heading"
    yield mark.text, "underlined" if mark.kind in ("insert", "superseded") else "plain"
    yield closes, "heading"
    yield _above(marked, mark), "plain"


def _above(marked: Redline, mark: Mark) -> str:
    """The numbers of the instruments, small and raised, where they are told apart."""
    return raised(_numbers(marked, mark))


def _numbers(marked: Redline, mark: Mark) -> list[int]:
    return [marked.source(name).number for name in mark.by] if marked.by_instrument else []


def _style(kind: str, number: int) -> Style:
    """Red and green, or a colour for each instrument."""
    if kind == "keep":
        return "plain"
    name = "insert" if kind == "insert" else "delete"
    return f"{name}-{(number - 1) % _TINTS + 1}" if number else name  # type: ignore[return-value]
