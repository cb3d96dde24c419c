"""A redline in the terminal: colour on a screen, ``[-…-]{+…+}`` where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from renderer.redline.summary import facts, legend, opening, told
from renderer.redline.view import Line, Mark, MarkedUnit, Redline, run_in
from renderer.terminal import Screen, Style

_SIGNS = {"keep": ("", ""), "delete": ("[-", "-]"), "insert": ("{+", "+}"), "superseded": ("[+", "-]")}
_STEP = 4
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_TINTS = sum(style.startswith("insert-") for style in get_args(Style))
"""How many colours instruments are told apart by; their numbers tell them apart too."""


def write_redline(marked: Redline, screen: Screen, whole: bool = False, summary: bool = False) -> str:
    """The changed provisions, or with ``whole`` every one; ``summary`` lists the changes before them."""
    return "\n".join(_lines(marked, screen, whole, summary)) + "\n"


def _lines(marked: Redline, screen: Screen, whole: bool, summary: bool) -> Iterator[str]:
    if not (whole and marked.preface):
        yield from screen.wrap(marked.title, "title")
    yield from screen.wrap(opening(marked), "note")
    if marked.by_instrument and not summary:
        yield from _legend(marked, screen)
    if summary:
        yield from _summary(marked, screen)
    yield from _around(marked, marked.preface, screen, whole)
    for unit in marked.units:
        if whole or unit.changed:
            yield from _unit(marked, unit, screen, whole)
    yield from _around(marked, marked.conclusions, screen, whole)


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
        yield from screen.wrap(f"{change.number}. {told(marked, change)}".strip(), indent=0, hanging=margin)
    yield ""


def _around(marked: Redline, lines: Iterable[Line], screen: Screen, whole: bool) -> Iterator[str]:
    for line in lines:
        if whole or line.changed:
            yield ""
            yield from _marks(marked, line.marks, screen, 0)


def _unit(marked: Redline, unit: MarkedUnit, screen: Screen, whole: bool) -> Iterator[str]:
    yield ""
    if not whole and unit.level != "article":
        article = unit.address.rpartition(", ")[0]
        if article:
            yield screen.paint(article, "note")
    if unit.remark:
        yield from screen.wrap(f"[{unit.remark}]", "note")
    head, lines = unit.head, unit.lines
    if lines and not lines[0].depth and unit.run_in:
        head, lines = run_in(head, lines[0].marks), lines[1:]
    yield from _marks(marked, head, screen, 0)
    for line in lines:
        yield from _marks(marked, line.marks, screen, _STEP * line.depth)
    if unit.note:
        yield from screen.wrap(unit.note, "note")


def _marks(marked: Redline, marks: Iterable[Mark], screen: Screen, indent: int) -> Iterator[str]:
    yield from screen.wrap_styled((_shown(marked, mark, screen) for mark in marks), indent)


def _shown(marked: Redline, mark: Mark, screen: Screen) -> tuple[str, Style]:
    numbers = [marked.source(name).number for name in mark.by] if marked.by_instrument else []
    above = "·".join(str(number).translate(_SUPERSCRIPTS) for number in numbers)
    if screen.colour:
        return mark.text + above, _style(mark.kind, numbers[-1] if numbers else 0)
    opening_sign, closing_sign = _SIGNS[mark.kind]
    return f"{opening_sign}{mark.text}{closing_sign}{above}", "plain"


def _style(kind: str, number: int) -> Style:
    """Red and green, or a colour for each instrument."""
    if kind == "keep":
        return "plain"
    name = "insert" if kind == "insert" else "delete"
    return f"{name}-{(number - 1) % _TINTS + 1}" if number else name  # type: ignore[return-value]
