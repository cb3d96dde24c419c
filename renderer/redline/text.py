"""A redline in the terminal: colour on a screen, ``[-…-]{+…+}`` where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from renderer.redline.summary import facts, legend, opening, told
from renderer.redline.view import Line, Mark, MarkedUnit, Redline, run_in
from renderer.terminal import Screen, Style

_SIGNS = {"keep": ("", ""), "delete": ("[-", "-]"), "insert": ("{+", "+}"), "superseded": ("[+", "-]")}
_FILED = {"keep": ("", ""), "delete": ("[", "]"), "insert": ("_", "_"), "superseded": ("[_", "_]")}
_STEP = 4
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_TINTS = sum(style.startswith("insert-") for style in get_args(Style))
"""How many colours instruments are told apart by; their numbers tell them apart too."""


def write_redline(
    marked: Redline, screen: Screen, whole: bool = False, summary: bool = False, filing: bool = False
) -> str:
    """The changed provisions, or with ``whole`` every one; ``summary`` lists the changes before them.

    With ``filing`` deletions stand in brackets and insertions are underlined, between ``_`` where no line can be drawn.
    """
    return "\n".join(_Writer(marked, screen, filing).lines(whole, summary)) + "\n"


class _Writer:
    """Writes a redline to a screen, line by line."""

    def __init__(self, marked: Redline, screen: Screen, filing: bool) -> None:
        self._marked = marked
        self._screen = screen
        self._filing = filing
        self._numbers = {source.id: source.number for source in marked.sources} if marked.by_instrument else {}

    def lines(self, whole: bool, summary: bool) -> Iterator[str]:
        marked, screen = self._marked, self._screen
        if not (whole and marked.preface):
            yield from screen.wrap(marked.title, "title")
        yield from screen.wrap(opening(marked), "note")
        if self._filing and marked.changed:
            inserted = "underlined" if screen.colour else "between _ and _"
            yield from screen.wrap(f"Deletions stand in [brackets], insertions {inserted}.", "note")
        if summary:
            yield from self._summary()
        elif self._numbers:
            yield from self._legend()
        yield from self._around(marked.preface, whole)
        for unit in marked.units:
            if whole or unit.changed:
                yield from self._unit(unit, whole)
        yield from self._around(marked.conclusions, whole)

    def _legend(self) -> Iterator[str]:
        for source, line in zip(self._marked.sources, legend(self._marked), strict=True):
            yield self._screen.paint(line, _style("insert", source.number))

    def _summary(self) -> Iterator[str]:
        marked, screen = self._marked, self._screen
        yield ""
        for label, value in facts(marked):
            yield from screen.wrap(f"{label + ':':<14}{value}", hanging=14)
        margin = len(str(len(marked.changes))) + 2
        yield ""
        for change in marked.changes:
            number = f"{change.number}."
            yield from screen.wrap(f"{number:<{margin}}{told(marked, change)}", hanging=margin)
        yield ""

    def _around(self, lines: Iterable[Line], whole: bool) -> Iterator[str]:
        for line in lines:
            if whole or line.changed:
                yield ""
                yield from self._marks(line.marks)

    def _unit(self, unit: MarkedUnit, whole: bool) -> Iterator[str]:
        screen = self._screen
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
        yield from self._marks(head)
        for line in lines:
            yield from self._marks(line.marks, _STEP * line.depth)
        if unit.note:
            yield from screen.wrap(unit.note, "note")

    def _marks(self, marks: Iterable[Mark], indent: int = 0) -> Iterator[str]:
        yield from self._screen.wrap_styled(map(self._shown, marks), indent)

    def _shown(self, mark: Mark) -> tuple[str, Style]:
        numbers = [self._numbers[name] for name in mark.by if name in self._numbers]
        above = "·".join(str(number).translate(_SUPERSCRIPTS) for number in numbers)
        colour = self._screen.colour
        if colour and not self._filing:
            return mark.text + above, _style(mark.kind, numbers[-1] if numbers else 0)
        opens, closes = (_FILED if self._filing else _SIGNS)[mark.kind]
        if colour and mark.kind == "insert":
            return mark.text + above, "underline"
        return f"{opens}{mark.text}{closes}{above}", "plain"


def _style(kind: str, number: int) -> Style:
    """Red and green, or a colour for each instrument."""
    if kind == "keep":
        return "plain"
    name = "insert" if kind == "insert" else "delete"
    return f"{name}-{(number - 1) % _TINTS + 1}" if number else name  # type: ignore[return-value]
