"""The evidence of a finding in the pieces that it falls into, so that a long one can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LONG = 160
"""Characters: what is shorter is read at a glance."""
_MARK = re.compile(r"'|(?<=[')]); |(?<=[.?!…']) (?=['A-Z])")
"""A quotation mark, or where a piece may end: after a semicolon that follows a quotation, or after a sentence."""
_ENDS = (".", "?", "!")


def pieces(evidence: str) -> tuple[str, ...]:
    """Its sentences, and the quotations of a list; joined by spaces they are the evidence again.

    Nothing is parted within a quotation.
    """
    return tuple(_pieces(evidence)) if len(evidence) > _LONG else (evidence,)


def _pieces(evidence: str) -> Iterator[str]:
    start, inside = 0, False
    for mark in _MARK.finditer(evidence):
        at = mark.start()
        if mark[0] == "'":
            inside = _still_inside(evidence, at) if inside else _opens(evidence, at)
        elif not inside and (mark[0] == "; " or evidence[:at].rstrip("')").endswith(_ENDS)):
            yield evidence[start : mark.end() - 1]
            start = mark.end()
    yield evidence[start:]


def _opens(evidence: str, at: int) -> bool:
    return at == 0 or evidence[at - 1] in " ("


def _still_inside(evidence: str, at: int) -> bool:
    """An apostrophe within a word does not end a quotation."""
    return evidence[at + 1 : at + 2].isalnum()
