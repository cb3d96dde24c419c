"""Page furniture: what belongs to the page and not to the text, set aside by name and never dropped.

A rule must be sure before it takes a line out of a text: it asks that the line stand at a page's edge, or
that it recur, or that it count the pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.sources.line import Line, SetAside

PAGE_MARK = "page-mark"
_MARK = re.compile(r"<PAGE>(?:\s+\d+)?|\f", re.IGNORECASE)
_OMITTED = re.compile(r"\[(?:GRAPHIC|LOGO|IMAGE|PICTURE|SEAL)[A-Z ]*(?:OMITTED)?\]", re.IGNORECASE)
_RULE = re.compile(r"(?:[-_=]\s*){4,}")
_LABELLED = re.compile(r"(?:[A-Z]{1,4}|Page)[ -]\d{1,4}(?:\s+of\s+\d{1,4})?")
_BARE = re.compile(r"-?\s?(\d{1,4})\s?-?")
_LABEL = re.compile(r"[A-Z]{1,4}")
_CENTRED = 15
"""Columns: running feet and page numbers stand well in from the margin."""


def find_furniture(lines: Sequence[Line]) -> tuple[SetAside, ...]:
    """What is set aside of these lines, in order."""
    found = dict(_marks(lines))
    edges = tuple(_bottoms(lines, found))
    for rule in (_numbers_at_edges, _counted_numbers):
        found |= rule(lines, edges, found)
    found |= _running_feet(lines, edges, found)
    return tuple(SetAside(reason=found[index], line=lines[index]) for index in sorted(found))


def _marks(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    for index, line in enumerate(lines):
        if _MARK.fullmatch(line.text):
            yield index, PAGE_MARK
        elif _OMITTED.fullmatch(line.text):
            yield index, "graphic-omitted"
        elif _RULE.fullmatch(line.text):
            yield index, "rule"


def _bottoms(lines: Sequence[Line], found: dict[int, str]) -> Iterator[range]:
    """The last group of lines above each page mark and at the end, and the first group below each mark."""
    ends = [index for index, reason in found.items() if reason == PAGE_MARK]
    for end in (*ends, len(lines)):
        last = next((i for i in range(end - 1, -1, -1) if lines[i].text and i not in found), None)
        if last is not None:
            first = last
            while first > 0 and lines[first - 1].text and first - 1 not in found:
                first -= 1
            yield range(first, last + 1)
    for start in ends:
        below = (i for i in range(start + 1, len(lines)) if lines[i].text and i not in found)
        if (top := next(below, None)) is not None:
            yield range(top, top + 1)


def _numbers_at_edges(lines: Sequence[Line], edges: Sequence[range], found: dict[int, str]) -> dict[int, str]:
    """``BL 7`` at the edge of a page, and ``BL`` above ``2``."""
    taken: dict[int, str] = {}
    for edge in edges:
        for index in edge:
            line = lines[index]
            if line.indent < _CENTRED:
                continue
            if _LABELLED.fullmatch(line.text):
                taken[index] = "page-number"
            elif index + 1 in edge and _LABEL.fullmatch(line.text) and _BARE.fullmatch(lines[index + 1].text):
                taken[index] = taken[index + 1] = "page-number"
    return taken


def _counted_numbers(lines: Sequence[Line], edges: Sequence[range], found: dict[int, str]) -> dict[int, str]:
    """Numbers alone between blank lines that count the pages up by one: 2, 3, 4 …"""
    alone = [
        (index, int(match[1]))
        for index, line in enumerate(lines)
        if line.indent >= _CENTRED
        and (match := _BARE.fullmatch(line.text))
        and _blank_at(lines, index - 1)
        and _blank_at(lines, index + 1)
    ]
    counted = [
        (index, value)
        for index, value in alone
        if any(other == value - 1 and at < index for at, other in alone)
        or any(other == value + 1 and at > index for at, other in alone)
    ]
    return {index: "page-number" for index, _ in counted}


def _running_feet(lines: Sequence[Line], edges: Sequence[range], found: dict[int, str]) -> dict[int, str]:
    """The other lines of a group that ends in a page number, where the same words stand on another page too."""
    feet = [
        index
        for edge in edges
        if edge[-1] in found
        for index in edge
        if index not in found and lines[index].indent >= _CENTRED
    ]
    recurring = Counter(lines[index].text for index in set(feet))
    return {index: "running-foot" for index in feet if recurring[lines[index].text] > 1}


def _blank_at(lines: Sequence[Line], index: int) -> bool:
    return not 0 <= index < len(lines) or lines[index].blank
