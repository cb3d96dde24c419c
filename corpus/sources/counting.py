"""How the items of a list are counted: letters, roman numerals, digits, and which of them a number may be."""

from __future__ import annotations

from collections.abc import Callable

from corpus.address import roman_value


def is_next(before: str, after: str) -> bool:
    """Whether one number follows another in any way that both can be read: (h) and (i), (iv) and (v)."""
    return any(count(after) == (count(before) or -1) + 1 for count in _counts(before, after))


def is_first(num: str) -> bool:
    """Whether a number begins a list."""
    return num.strip("().").lower() in ("a", "1", "i")


def _counts(*nums: str) -> tuple[Callable[[str], int | None], ...]:
    """The ways to count that all of the numbers can be read in: a letter may be a roman numeral or not."""
    return tuple(count for count in (_letter, _roman, _digit) if all(count(num) is not None for num in nums))


def _letter(num: str) -> int | None:
    bare = num.strip("().")
    if not bare.isalpha() or len(set(bare.lower())) != 1 or len(bare) > 2:
        return None
    return ord(bare[0].lower()) - ord("a") + 1 + 26 * (len(bare) - 1)


def _roman(num: str) -> int | None:
    return roman_value(num.strip("()."))


def _digit(num: str) -> int | None:
    bare = num.strip("().")
    return int(bare) if bare.isdigit() else None
