"""How Word prints the count of a numbered paragraph: ECMA-376 part 1, 17.18.59 (ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable

from corpus.address import NUMBER_WORDS
from corpus.ordinals import ORDINALS, in_figures

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_HIGHEST = 32_767
"""Word counts no further."""
BULLET = "•"


def written(count: int, form: str) -> str | None:
    """A count in a number format by its name in the file; None for a format that is not known, or can't write it."""
    writer = _FORMS.get(form)
    return writer(count) if writer and 0 <= count <= _HIGHEST else None


def roman(count: int) -> str:
    """A count in small roman numerals.

    >>> roman(14)
    'xiv'
    """
    made = ""
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        made += letters * times
    return made


def letters(count: int) -> str:
    """A count in small letters, the letter said again for each time round: 1 is a, 27 is aa, 28 is bb."""
    again, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * (again + 1) if count > 0 else ""


def _worded(words: tuple[str, ...]) -> Callable[[int], str | None]:
    return lambda count: words[count - 1].capitalize() if 0 < count <= len(words) else None


_FORMS: dict[str, Callable[[int], str | None]] = {
    "decimal": str,
    "decimalZero": lambda count: f"{count:02d}",
    "upperRoman": lambda count: roman(count).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda count: letters(count).upper(),
    "lowerLetter": letters,
    "ordinal": in_figures,
    "cardinalText": _worded(tuple(NUMBER_WORDS)),
    "ordinalText": _worded(tuple(ORDINALS)),
    "bullet": lambda _: BULLET,
    "none": lambda _: "",
}
