"""Page furniture: what belongs to the page and not to the text, set aside by name and never dropped.

A rule must be sure before it takes a line out of a text: it asks that the line stand at a page's edge and count the
pages, or recur there, or be a mark that no author writes. Whatever is set aside is shown before it is recorded.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.sources.contents import find_contents
from corpus.sources.edges import PAGE_MARK, Found, cuts, edges_of, groups, set_in
from corpus.sources.line import Line, SetAside
from corpus.sources.page_numbers import page_numbers

_MARK = re.compile(r"<PAGE>(?:\s+\d+)?|\f", re.IGNORECASE)
_OMITTED = re.compile(
    r"\[(?:GRAPHIC|LOGO|IMAGE|PICTURE|SEAL)[A-Z ]* OMITTED\]|\[(?:GRAPHIC|LOGO|IMAGE)\]", re.IGNORECASE
)
_RULE = re.compile(r"(?:[-=]\s*){4,}")
_HEADER = re.compile(
    r"[\w.-]+\.(?:html?|txt)|EX(?:HIBIT)?[\s.-]*(?:NO\.?\s*)?\d+(?:\.\d+)*(?:\([\w]+\))?", re.IGNORECASE
)


def find_furniture(lines: Sequence[Line]) -> tuple[SetAside, ...]:
    """What is set aside of these lines, in order."""
    found = dict(_marks(lines)) | dict(_filing_header(lines))
    found |= find_contents(lines, found)
    edges = tuple(edges_of(lines, found))
    found = page_numbers(lines, edges, found)
    found |= _running_feet(lines, edges, found)
    found |= _running_heads(lines, found)
    return tuple(SetAside(reason=found[index], line=lines[index]) for index in sorted(found))


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


def _running_feet(lines: Sequence[Line], edges: Sequence[range], found: Found) -> Found:
    """The other lines of a group that ends in a page number, where the same words stand on another page too."""
    feet = {
        index for edge in edges if edge[-1] in found for index in edge if index not in found and set_in(lines[index])
    }
    recurring = Counter(lines[index].text for index in feet)
    return {index: "running-foot" for index in feet if recurring[lines[index].text] > 1}


def _running_heads(lines: Sequence[Line], found: Found) -> Found:
    """A line alone at the top of a page, where the same words stand on another and no title goes on below them.

    The words of the title are enough where the page cuts a sentence.
    """
    standing = list(groups(lines, found))
    heads = [
        start
        for (start, end, _, below_mark), (following, *_) in pairwise(
            [*standing, (len(lines), len(lines), False, False)]
        )
        if below_mark and end - start == 1 and set_in(lines[start])
        if following < len(lines) and not set_in(lines[following])
    ]
    recurring = Counter(lines[index].text for index in heads)
    first = next((index for index, reason in found.items() if reason == PAGE_MARK), 0)
    title = {line.text for line in lines[:first] if set_in(line)}
    return {
        index: "running-head"
        for index in heads
        if recurring[lines[index].text] > 1 or (lines[index].text in title and cuts(lines, index, found))
    }
