"""The numbers that Word counts and prints and that stand nowhere in the text: ECMA-376 part 1, 17.9."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from corpus.errors import NotReadable
from corpus.sources.word.counting import BULLET, written
from corpus.sources.word.package import W
from corpus.sources.word.styles import Numbered, Styles, value

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: where it starts, how it is written, the text around the counts.

    ``in_digits`` where all counts are printed in figures: zeros before them stay (MS-DOC, 2.9.150, fLegal).
    """

    start: int
    form: str
    text: str
    in_digits: bool
    restarts_after: int
    indent: int
    style: str


class Numbering:
    """Counts the paragraphs of a document, in order, as Word does."""

    def __init__(self, root: etree._Element | None, styles: Styles, name: str) -> None:
        self._name = name
        self._styles = styles
        found = () if root is None else root.iterfind(f"{W}abstractNum")
        self._abstract = {one.get(f"{W}abstractNumId", ""): one for one in found}
        self._lists = {} if root is None else {one.get(f"{W}numId", ""): one for one in root.iterfind(f"{W}num")}
        self._levels: dict[str, tuple[str, dict[int, _Level]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, own: etree._Element | None) -> tuple[str, int | None]:
        """The number that the next paragraph bears, "" for none, and the indent in twips that its level asks for."""
        said = self._styles.numbered(own)
        if said.list is None or said.list == "0" or said.list not in self._lists:
            return "", None
        key, levels = self._list(said.list)
        level = self._level(said, own, levels)
        if level not in levels:
            return "", None
        self._count(said.list, key, level, levels)
        return self._printed(key, level, levels), levels[level].indent

    def _level(self, said: Numbered, own: etree._Element | None, levels: dict[int, _Level]) -> int:
        """The level said, or the one that names the paragraph's style, or the first."""
        if said.level is not None:
            return said.level
        names = [style.get(f"{W}styleId") for style in self._styles.chain(own)]
        return next((number for number, level in levels.items() if level.style and level.style in names), 0)

    def _list(self, key: str) -> tuple[str, dict[int, _Level]]:
        """The key under which a list is counted, and its levels, those that it overrides put in."""
        if key not in self._levels:
            element = self._lists[key]
            abstract = value(element, "abstractNumId") or ""
            levels = self._read_levels(abstract, set())
            for override in element.iterfind(f"{W}lvlOverride"):
                replaced = override.find(f"{W}lvl")
                if replaced is not None:
                    levels[_int(override.get(f"{W}ilvl"))] = _read_level(replaced)
            self._levels[key] = (abstract, levels)
        return self._levels[key]

    def _read_levels(self, abstract: str, seen: set[str]) -> dict[int, _Level]:
        element = self._abstract.get(abstract)
        if element is None or abstract in seen:
            return {}
        if linked := value(element, "numStyleLink"):
            for other, candidate in self._abstract.items():
                if value(candidate, "styleLink") == linked:
                    return self._read_levels(other, seen | {abstract})
        return {_int(level.get(f"{W}ilvl")): _read_level(level) for level in element.iterfind(f"{W}lvl")}

    def _count(self, list_key: str, key: str, level: int, levels: dict[int, _Level]) -> None:
        counts = self._counts.setdefault(key, {})
        restart = self._restart(list_key, level)
        if restart is not None and (list_key, level) not in self._begun:
            counts[level] = restart
        else:
            counts[level] = counts[level] + 1 if level in counts else levels[level].start
        self._begun.add((list_key, level))
        for deeper in range(level + 1, _LEVELS):
            if deeper in counts and deeper in levels and level < levels[deeper].restarts_after:
                del counts[deeper]

    def _restart(self, list_key: str, level: int) -> int | None:
        for override in self._lists[list_key].iterfind(f"{W}lvlOverride"):
            if _int(override.get(f"{W}ilvl")) == level:
                start = value(override, "startOverride")
                return _int(start) if start is not None else None
        return None

    def _printed(self, key: str, level: int, levels: dict[int, _Level]) -> str:
        counts, own = self._counts[key], levels[level]
        if own.form == "bullet":
            return BULLET

        def count(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            form = levels[at].form if at in levels else "none"
            reached = counts.get(at, levels[at].start if at in levels else 1)
            text = written(reached, "decimal" if own.in_digits and form != "decimalZero" else form)
            if text is None:
                raise NotReadable(
                    self._name,
                    f"a list is numbered in a way that is not known ({form}, {reached})",
                    "Change the list in Word to figures, letters or roman numerals, or save the file as plain text.",
                )
            return text

        return _PLACE.sub(count, own.text).strip()


def _read_level(element: etree._Element) -> _Level:
    restart = value(element, "lvlRestart")
    number = _int(element.get(f"{W}ilvl"))
    start = value(element, "start")
    properties = element.find(f"{W}pPr")
    indent = properties.find(f"{W}ind") if properties is not None else None
    left = (indent.get(f"{W}left") or indent.get(f"{W}start")) if indent is not None else None
    in_digits = element.find(f"{W}isLgl")
    return _Level(
        start=_int(start) if start is not None else 0,
        form=value(element, "numFmt") or ("decimal" if element.find(f".//{W}numFmt") is None else "custom"),
        text=value(element, "lvlText") or "",
        in_digits=in_digits is not None and in_digits.get(f"{W}val", "1") not in ("0", "false", "off"),
        restarts_after=number if restart is None else _int(restart),
        indent=_int(left),
        style=value(element, "pStyle") or "",
    )


def _int(text: str | None) -> int:
    try:
        return int(float(text)) if text else 0
    except (ValueError, OverflowError):
        return 0
