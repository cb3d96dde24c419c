"""Page furniture: what belongs to the page and not to the text, set aside by name and never dropped.

A rule must be sure before it takes a line out of a text: it asks that the line stand at a page's edge and count the
pages, or recur there, or be a mark that no author writes. Whatever is set aside is shown before it is recorded.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from corpus.address import roman_value
from corpus.dates import MONTHS
from corpus.sources.contents import find_contents
from corpus.sources.line import Line, SetAside

PAGE_MARK = "page-mark"
_MARK = re.compile(r"<PAGE>(?:\s+\d+)?|\f", re.IGNORECASE)
_OMITTED = re.compile(
    r"\[(?:GRAPHIC|LOGO|IMAGE|PICTURE|SEAL)[A-Z ]* OMITTED\]|\[(?:GRAPHIC|LOGO|IMAGE)\]", re.IGNORECASE
)
_RULE = re.compile(r"(?:[-=]\s*){4,}")
_LABELLED = re.compile(r"(?P<label>[A-Z]{1,4}|Page)[ -](?P<number>\d{1,3})(?:\s+of\s+\d{1,3})?")
_BARE = re.compile(r"(?P<dash>-\s?)?(?P<number>\d{1,3}|[ivxl]{1,6})(?(dash)\s?-)")
_LABEL = re.compile(r"[A-Z]{1,4}")
_CENTRED = 15
"""Columns: running feet and page numbers stand well in from the margin."""
_SHORTEST_PAGE = 10
"""Lines: two numbers that stand closer together, with no mark between them, do not count pages."""
_HEADER = re.compile(
    r"[\w.-]+\.(?:html?|txt)|EX(?:HIBIT)?[\s.-]*(?:NO\.?\s*)?\d+(?:\.\d+)*(?:\([\w]+\))?", re.IGNORECASE
)
_STOPS = '.:;!?”"'
_PLAIN = frozenset({"Page", "dashes"})
_NO_LABEL = frozenset(month[:length].upper() for month in MONTHS for length in (3, 4))

Found = dict[int, str]


def find_furniture(lines: Sequence[Line]) -> tuple[SetAside, ...]:
    """What is set aside of these lines, in order."""
    found = dict(_marks(lines)) | dict(_filing_header(lines))
    found |= find_contents(lines, found)
    edges = tuple(_edges(lines, found))
    found |= _counting(_at_edges(lines, edges), apart=1)
    found |= _counting(_alone(lines, found), apart=_SHORTEST_PAGE)
    found |= _at_margin(lines, found)
    found |= _within_sentences(lines, found)
    found |= _running_feet(lines, edges, found)
    found |= _running_heads(lines, found)
    return tuple(SetAside(reason=found[index], line=lines[index]) for index in sorted(found))


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
            if len(line.text) <= 3 and _set_in(line) and left.text[-1] not in _STOPS:
                made[words[number]] = "page-number"
    return made


def _marks(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    for index, line in enumerate(lines):
        if _MARK.fullmatch(line.text):
            yield index, PAGE_MARK
        elif _OMITTED.fullmatch(line.text):
            yield index, "graphic-omitted"
        elif _RULE.fullmatch(line.text):
            yield index, "rule"


def _filing_header(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """What a filing prints above the document: the name of its file and the number of the exhibit, on one line or two.

    Only above everything else: further down "Exhibit A" is the author's.
    """
    filled = [index for index, line in enumerate(lines) if line.text and not _MARK.fullmatch(line.text)]
    for at, index in enumerate(filled):
        two = " ".join(lines[n].text for n in filled[at : at + 2])
        before = " ".join(lines[n].text for n in filled[max(at - 1, 0) : at + 1])
        if not any(_HEADER.fullmatch(text) for text in (lines[index].text, two, before)):
            return
        yield index, "filing-header"


def _edges(lines: Sequence[Line], found: Found) -> Iterator[range]:
    """The last group of lines above each page mark and at the end, and the first line below each mark."""
    groups = list(_groups(lines, found))
    for number, (start, end, above_mark, below_mark) in enumerate(groups):
        if above_mark or number == len(groups) - 1:
            yield range(start, end)
        if below_mark and not (above_mark and end - start == 1):
            yield range(start, start + 1)


def _groups(lines: Sequence[Line], found: Found) -> Iterator[tuple[int, int, bool, bool]]:
    """Lines that stand together: the first, the one after the last, and whether a page mark follows or precedes."""
    start, marked = None, False
    pending: tuple[int, int, bool] | None = None
    for index, line in enumerate(lines):
        if found.get(index) == PAGE_MARK:
            pending, start = (pending if start is None else (start, index, marked)), None
            if pending is not None:
                yield (pending[0], pending[1], True, pending[2])
            pending, marked = None, True
        elif line.text and index not in found:
            if start is None:
                if pending is not None:
                    yield (pending[0], pending[1], False, pending[2])
                    pending, marked = None, False
                start = index
        elif start is not None:
            pending, start = (start, index, marked), None
    if start is not None:
        pending = (start, len(lines), marked)
    if pending is not None:
        yield (pending[0], pending[1], False, pending[2])


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
        bare = _BARE.fullmatch(line.text) if _set_in(line) and index not in found else None
        gaps = (index - 1, index - 2, index + 1, index + 2)
        if bare and (number := _value(bare["number"])) and all(_blank_at(lines, at) for at in gaps):
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
        if index in found or text != str(len(run) + 1) or not all(_blank_at(lines, gap) for gap in gaps):
            continue
        if run and index - run[-1] < _SHORTEST_PAGE:
            return {}
        run.append(index)
        around = lines[words[at - 1]].text[-1:] + lines[words[(at + 1) % len(words)]].text[:1]
        broken = broken or (around[:1] not in _STOPS and around[1:].islower())
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


def _running_feet(lines: Sequence[Line], edges: Sequence[range], found: Found) -> Found:
    """The other lines of a group that ends in a page number, where the same words stand on another page too."""
    feet = {
        index for edge in edges if edge[-1] in found for index in edge if index not in found and _set_in(lines[index])
    }
    recurring = Counter(lines[index].text for index in feet)
    return {index: "running-foot" for index in feet if recurring[lines[index].text] > 1}


def _running_heads(lines: Sequence[Line], found: Found) -> Found:
    """A line alone at the top of a page, where the same words stand on another and no title goes on below them."""
    groups = list(_groups(lines, found))
    heads = [
        start
        for (start, end, _, below_mark), (following, *_) in pairwise([*groups, (len(lines), len(lines), False, False)])
        if below_mark and end - start == 1 and _set_in(lines[start])
        if following < len(lines) and not _set_in(lines[following])
    ]
    recurring = Counter(lines[index].text for index in heads)
    return {index: "running-head" for index in heads if recurring[lines[index].text] > 1}


def _set_in(line: Line) -> bool:
    """Whether a line stands well in from the margin, by its columns or because its format says that it is centred."""
    return bool(line.centred) or line.indent >= _CENTRED


def _value(number: str) -> int | None:
    return int(number) if number.isdigit() else roman_value(number)


def _style(bare: re.Match[str]) -> str:
    if bare["dash"]:
        return "dashes"
    return "digits" if bare["number"].isdigit() else "numerals"


def _blank_at(lines: Sequence[Line], index: int) -> bool:
    return not 0 <= index < len(lines) or lines[index].blank
