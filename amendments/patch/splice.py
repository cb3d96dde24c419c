"""Putting words into a paragraph and taking words out, with the spaces as a typist would leave them."""

from __future__ import annotations

_NO_SPACE_BEFORE = tuple(".,;:!?)]}”’")
_NO_SPACE_AFTER = tuple("([{“‘")


def substituted(paragraph: str, start: int, end: int, new: str) -> str:
    """The paragraph with other words from ``start`` to ``end``."""
    return paragraph[:start] + new + paragraph[end:]


def deleted(paragraph: str, start: int, end: int) -> str:
    """The paragraph without what stands from ``start`` to ``end``; no two spaces meet, nor one a full stop."""
    return _joined(paragraph[:start].rstrip(), paragraph[end:].lstrip(), paragraph[:start], paragraph[end:])


def added(paragraph: str, at: int, new: str) -> str:
    """The paragraph with words put in at a place, apart from what stands on both sides.

    >>> added("The Board may act.", 9, "of Directors"), added("The Board may act.", 17, ", or not")
    ('The Board of Directors may act.', 'The Board may act, or not.')
    """
    left, right = paragraph[:at].rstrip(), paragraph[at:].lstrip()
    return _spaced(_spaced(left, new), right)


def _spaced(left: str, right: str) -> str:
    if not left or not right or right.startswith(_NO_SPACE_BEFORE) or left.endswith(_NO_SPACE_AFTER):
        return left + right
    return f"{left} {right}"


def _joined(left: str, right: str, before: str, after: str) -> str:
    """Where no space stood on either side, as around a hyphen, none is put."""
    touching = not before[-1:].isspace() and not after[:1].isspace()
    return left + right if touching else _spaced(left, right)
