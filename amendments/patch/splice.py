"""Putting words into a paragraph and taking words out, with the spaces as a typist would leave them."""

from __future__ import annotations

_NO_SPACE_BEFORE = tuple(".,;:!?)]}”’%")
_NO_SPACE_AFTER = tuple("([{“‘$")
_ATTACHED = ("-", "'s", "’s", "(s)", "(es)")
"""What new words begin with that belong to the word before them."""
_SIGNS = (",", ";")


def substituted(paragraph: str, start: int, end: int, new: str) -> str:
    """The paragraph with other words from ``start`` to ``end``; without any it is as if they were deleted."""
    if not new:
        return deleted(paragraph, start, end)
    left = paragraph[:start]
    return (left.rstrip() if new.startswith(_NO_SPACE_BEFORE) else left) + new + paragraph[end:]


def deleted(paragraph: str, start: int, end: int) -> str:
    """The paragraph without what stands from ``start`` to ``end``; no two spaces meet, nor a space and a full stop.

    >>> deleted("The Board, acting alone, may", 11, 23), deleted('say "ten days" now', 5, 8)
    ('The Board, may', 'say "days" now')
    """
    before, after = paragraph[:start], paragraph[end:]
    left, right = before.rstrip(), after.lstrip()
    if left.endswith(_SIGNS) and right.startswith(_SIGNS):
        right = right[1:].lstrip()
    apart = before != left and after != right
    touches = (before == left and left != "") or (after == right and right != "")
    if touches and not apart:
        return left + right if _touching(before, after) else f"{left} {right}".strip()
    return _spaced(left, right)


def added(paragraph: str, at: int, new: str) -> str:
    """The paragraph with words put in at a place, apart from the word that they stand beside.

    >>> added("The Board may act.", 9, "of Directors"), added("The Board may act.", 17, ", or not")
    ('The Board of Directors may act.', 'The Board may act, or not.')
    >>> added('"Board" means', 6, "of Directors"), added('for "ten days"', 5, "about")
    ('"Board of Directors" means', 'for "about ten days"')
    """
    before, after = paragraph[:at], paragraph[at:]
    goes_before = before == "" or before[-1].isspace() or (after[:1].isalnum() and not before[-1].isalnum())
    if goes_before:  # beside the word after it
        return before + _beside(new, after.lstrip())
    return _after(before, new) + (
        after if after[:1].isspace() or after == "" or not after[0].isalnum() else f" {after}"
    )


def _touching(before: str, after: str) -> bool:
    """Whether what is left stands without a space: inside marks, or before a sign."""
    left, right = before.rstrip(), after.lstrip()
    opened = bool(left) and before == left and not left[-1].isalnum()
    closed = bool(right) and after == right and not right[0].isalnum()
    return opened or closed or (before == left and after == right)


def _beside(new: str, right: str) -> str:
    return (
        new + right
        if not right or right.startswith(_NO_SPACE_BEFORE) or new.endswith(_NO_SPACE_AFTER)
        else f"{new} {right}"
    )


def _after(left: str, new: str) -> str:
    return left + new if new.startswith((*_NO_SPACE_BEFORE, *_ATTACHED)) else f"{left} {new}"


def _spaced(left: str, right: str) -> str:
    if not left or not right or right.startswith(_NO_SPACE_BEFORE) or left.endswith(_NO_SPACE_AFTER):
        return left + right
    return f"{left} {right}"
