"""Ordinal numbers as words: "the fourth sentence"."""

from __future__ import annotations

ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
).split()


def ordinal(number: int) -> str:
    """The word up to twenty, then digits.

    >>> ordinal(4), ordinal(22), ordinal(113)
    ('fourth', '22nd', '113th')
    """
    return ORDINALS[number - 1] if 1 <= number <= len(ORDINALS) else in_figures(number)


def in_figures(number: int) -> str:
    """The ordinal in figures with its ending: 1st, 22nd, 113th."""
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
