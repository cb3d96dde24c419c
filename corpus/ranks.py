"""How numbers of siblings follow one another: 2 before 10, 3.9 before 3.10, 12 before 12A, IV before IX, (h) before
(i).

Whether "(i)" is a letter or a roman one can only be told by those beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.address import NUMBER_WORDS, Step, roman_value
from corpus.ordinals import ORDINALS

Rank = tuple[tuple[int, str], ...]

_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ROMAN = re.compile(r"(?P<roman>[IVXLC]+)(?:-?(?P<suffix>[A-Z]))?", re.IGNORECASE)
_LETTERS = re.compile(r"([A-Za-z])\1*")


def ranks(steps: Sequence[Step]) -> list[Rank]:
    """A rank for each number of a row, in the one way of counting that fits them all."""
    numbers = [step.number for step in steps]
    for count in (_in_words, _as_letters, _as_roman):
        counted = [count(number) for number in numbers]
        found = [rank for rank in counted if rank is not None]
        if len(found) == len(numbers) and (count is not _as_letters or _begins_as_letters(numbers)):
            return found
    return [_mixed(step) for step in steps]


def _in_words(number: str) -> Rank | None:
    """``ONE``, ``TWENTY-TWO``, ``SIXTH``."""
    words = number.lower()
    tens, _, ones = words.partition("-")
    if words in NUMBER_WORDS:
        return ((NUMBER_WORDS.index(words) + 1, ""),)
    if words in ORDINALS:
        return ((ORDINALS.index(words) + 1, ""),)
    if tens in _TENS and (not ones or ones in NUMBER_WORDS[:9]):
        return ((10 * (_TENS.index(tens) + 2) + (NUMBER_WORDS.index(ones) + 1 if ones else 0), ""),)
    return None


def _as_letters(number: str) -> Rank | None:
    """``a`` to ``z``, then ``aa``."""
    return ((len(number), number.lower()),) if _LETTERS.fullmatch(number) else None


def _as_roman(number: str) -> Rank | None:
    """``IV``, ``IX``, and ``II-A`` or ``IIA`` between ``II`` and ``III``."""
    found = _ROMAN.fullmatch(number)
    value = roman_value(number)
    if value is None and found:
        value = roman_value(found["roman"])
        return ((value, found["suffix"] or ""),) if value is not None else None
    return ((value, ""),) if value is not None else None


def _begins_as_letters(numbers: Sequence[str]) -> bool:
    """Whether a row that may be letters is one: it has one that is no roman number, or begins with no first one."""
    return any(_as_roman(number) is None for number in numbers) or (
        len(numbers) > 1 and numbers[0].lower() in ("c", "d", "l", "m")
    )


def _mixed(step: Step) -> Rank:
    """Digits and letters in turn; an article's roman number by its value."""
    roman = _as_roman(step.number) if step.level == "article" else None
    parts = re.findall(r"\d+|[^\W\d_]+", step.number.lower())
    return roman or tuple((int(part), "") if part.isdigit() else (0, part) for part in parts)
