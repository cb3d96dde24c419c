"""Page numbers: at the edge of a page, alone between gaps, and at the margin of a page saved from the web."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from corpus.address import roman_value
from corpus.dates import MONTHS
from corpus.sources.edges import PAGE_MARK, STOPS, Found, blank_at, set_in
from corpus.sources.line import Line

_LABELLED = re.compile(r"(?P<label>[A-Z]{1,4}|Page)[ -](?P<number>\d{1,3})(?:\s+of\s+\d{1,3})?")
_BARE = re.compile(r"(?P<dash>-\s?)?(?P<number>\d{1,3}|[ivxl]{1,6})(?(dash)\s?-)")
_LABEL = re.compile(r"[A-Z]{1,4}")
_SHORTEST_PAGE = 10
"""Lines: two numbers that stand closer together, with no mark between them, do not count pages."""
_PLAIN = frozenset({"Page", "dashes"})
_NO_LABEL = frozenset(month[:length].upper() for month in MONTHS for length in (3, 4))


def page_numbers(lines: Sequence[Line], edges: Sequence[range], found: Found) -> Found:
    """The lines that hold a page's number, besides those that are set aside already."""
    made = dict(found)
    made |= _counting(_at_edges(lines, edges), apart=1)
    made |= _counting(_alone(lines, made), apart=_SHORTEST_PAGE)
    made |= _at_margin(lines, made)
    return made | _within_sentences(lines, made)


def _within_sentences(lines: Sequence[Line], found: Found) -> Found:
    """A number alone beside a page mark where a sentence goes on across the page: one page number needs no second."""
    made: Found = {}
    words = [index for index, line in enumerate(lines) if not line.blank]
    for at, index in enumerate(words):
        if found.get(index) != PAGE_MARK:
            continue
        for number, before in ((at + 1, at - 1), (at - 1, at - 2)):
            if not (before >= 0 and number < len(words)):
                continue
            line, left = lines[words[number]], lines[words[before]]
            if words[number] in found or words[before] in found or not line.text.isdigit():
                continue
            if len(line.text) <= 3 and set_in(line) and left.text[-1] not in STOPS:
                made[words[number]] = "page-number"
    return made


Numbered = Iterable[tuple[str, int, tuple[int, ...]]]
"""A label ("BL", "Page", a style of number), the number, and the lines that hold them."""


def _at_edges(lines: Sequence[Line], edges: Sequence[range]) -> Numbered:
    """``BL 7``, ``Page 3 of 9``, ``BL`` above ``7``; and ``7``, ``iv``, ``- 7 -`` where nothing else stands there."""
    for edge in edges:
        last = edge[-1]
        text = lines[last].text
        if found := _LABELLED.fullmatch(text):
            yield found["label"], int(found["number"]), (last,)
        elif (found := _BARE.fullmatch(text)) and (number := _value(found["number"])):
            above = lines[last - 1].text if last - 1 in edge else ""
            if _LABEL.fullmatch(above):
                yield above, number, (last - 1, last)
            elif len(edge) == 1:
                yield _style(found), number, (last,)


def _alone(lines: Sequence[Line], found: Found) -> Numbered:
    """Numbers alone in the middle of a line, with a gap above and below as at the end of an unmarked page."""
    for index, line in enumerate(lines):
        bare = _BARE.fullmatch(line.text) if set_in(line) and index not in found else None
        gaps = (index - 1, index - 2, index + 1, index + 2)
        if bare and (number := _value(bare["number"])) and all(blank_at(lines, at) for at in gaps):
            yield _style(bare), number, (index,)


def _at_margin(lines: Sequence[Line], found: Found) -> Found:
    """Numbers alone on a line, wherever it begins, that count up from one and break a sentence at least once.

    Web pages saved as text have them so: nothing else tells where their pages end.
    """
    words = [index for index, line in enumerate(lines) if line.text]
    run: list[int] = []
    broken = False
    for at, index in enumerate(words):
        text = lines[index].text
        gaps = (index - 1, index - 2, index + 1, index + 2)
        if index in found or text != str(len(run) + 1) or not all(blank_at(lines, gap) for gap in gaps):
            continue
        if run and index - run[-1] < _SHORTEST_PAGE:
            return {}
        run.append(index)
        around = lines[words[at - 1]].text[-1:] + lines[words[(at + 1) % len(words)]].text[:1]
        broken = broken or (around[:1] not in STOPS and around[1:].islower())
    return dict.fromkeys(run, "page-number") if broken and len(run) > 1 else {}


def _counting(numbered: Numbered, apart: int) -> Found:
    """Those that count pages: another of the same label is next to it in number, and so many lines away at least.

    "Page 3" and "- 3 -" say by themselves what they are.
    """
    by_label: dict[str, dict[int, list[tuple[int, ...]]]] = defaultdict(lambda: defaultdict(list))
    for label, number, at in numbered:
        if label.upper() not in _NO_LABEL:
            by_label[label][number].append(at)
    return {
        index: "page-number"
        for label, by_number in by_label.items()
        for number, places in by_number.items()
        for at in places
        if label in _PLAIN or _counts(number, at[-1], by_number, apart)
        for index in at
    }


def _counts(number: int, at: int, by_number: Mapping[int, Sequence[tuple[int, ...]]], apart: int) -> bool:
    """Whether the number before stands above, the number after below, or the same one on another page."""
    before, same, after = (by_number.get(number + step, ()) for step in (-1, 0, 1))
    return bool(
        (before and before[0][-1] <= at - apart)
        or (after and after[-1][-1] >= at + apart)
        or (len(same) > 1 and same[-1][-1] - same[0][-1] >= apart)
    )


def _value(number: str) -> int | None:
    return int(number) if number.isdigit() else roman_value(number)


def _style(bare: re.Match[str]) -> str:
    if bare["dash"]:
        return "dashes"
    return "digits" if bare["number"].isdigit() else "numerals"
