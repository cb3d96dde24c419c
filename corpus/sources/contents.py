"""A table of contents printed as text: its heading, and the lines below it that name what comes later."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from corpus.sources.line import Line
from corpus.sources.marks import opens_title

CONTENTS = "table-of-contents"
_HEADING = re.compile(r"(?:TABLE OF )?CONTENTS:?|INDEX(?: TO (?:THE )?BY-?LAWS)?:?", re.IGNORECASE)
_PAGED = re.compile(r".*?(?:\s*\.(?:\s*\.)+\s*|\s{3,}|\t\s*)(?:\d{1,3}|[ivxl]{1,6})")
_PAGE = re.compile(r"\d{1,3}|[ivxl]{1,6}|Pages?(?:\s+No\.?)?", re.IGNORECASE)
_NEAR = 2
"""Lines: an entry may stand in two, and an article's above those of its sections."""


def find_contents(lines: Sequence[Line], found: Container[int]) -> dict[int, str]:
    """The lines of a table of contents; none where no heading says that it is one.

    Where page numbers stand in it, it goes on as far as they do; else as far as its lines stand again further down,
    and no title begins.
    """
    filled = [n for n, line in enumerate(lines) if line.text and n not in found]
    start = next((at for at, n in enumerate(filled) if _HEADING.fullmatch(lines[n].text)), None)
    if start is None:
        return {}
    texts = [_plain(lines[n].text) for n in filled]
    last_of = {text: at for at, text in enumerate(texts)}
    paged = [bool(_PAGED.fullmatch(lines[n].text)) for n in filled]
    end = start + 1
    while end < len(filled):
        words = lines[filled[end]].text
        recurs = last_of[texts[end]] > end and not any(paged[start:end]) and not opens_title(words)
        if not (any(paged[end : end + 1 + _NEAR]) or recurs or _PAGE.fullmatch(words)):
            break
        end += 1
    return dict.fromkeys(filled[start:end], CONTENTS) if end > start + 2 else {}


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip(".:").lower()
