"""Sentences of a paragraph, as people count them when an amendment names "the fourth sentence of Section 2"."""

from __future__ import annotations

import re

Span = tuple[int, int]
"""Where a stretch of characters begins, and where it has ended."""

_END = re.compile(r"(?P<word>[\w.&]*)[.?!][\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9])")
_ABBREVIATED = frozenset(
    "al art arts cf ch cl co corp dr e.g i.e inc jr ltd mr mrs ms no nos para paras pp sec secs sr st u.s v viz vs"
    "".split()
)
"""What a full stop may follow within a sentence. A single capital letter is somebody's initial."""


def sentences(paragraph: str) -> tuple[Span, ...]:
    """Where each sentence stands, its last sign included and the space after it not.

    A paragraph that ends without a full stop, as one that introduces a list does, ends its last sentence all the same.

    >>> [("The Board meets in May. It has a Mr. Roe.")[a:b] for a, b in sentences("The Board meets in May. It has a
    Mr. Roe.")] ['The Board meets in May.', 'It has a Mr. Roe.']
    """
    spans: list[Span] = []
    start = 0
    for found in _END.finditer(paragraph):
        if not _abbreviates(found["word"], found.group()):
            spans.append((start, found.end()))
            start = found.end() + len(paragraph[found.end() :]) - len(paragraph[found.end() :].lstrip())
    return (*spans, (start, len(paragraph))) if start < len(paragraph) else tuple(spans)


def _abbreviates(word: str, whole: str) -> bool:
    if whole[len(word)] != ".":
        return False
    return word.lower() in _ABBREVIATED or (len(word) == 1 and word.isupper() and word != "I")
