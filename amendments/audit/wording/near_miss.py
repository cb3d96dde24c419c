"""Whether a word is another with a letter wrong: "Treasure" for "Treasurer"."""

from __future__ import annotations

_SHORTEST = 5
"""Letters of a word that can be a near miss; among shorter ones too many are words of their own."""
_WORDS_OF_THEIR_OWN = frozenset(
    "these those there where their theirs which while whole other others either neither would could should under until"
    " about above after again against among since still three third fourth forty fifth fifty sixth sixty seventh"
    " seventy eight eighth eighty ninth ninety tenth monthly month".split()
)
"""Small words and numbers, any of which may rightly take the place of another."""


def near_miss(was: str, now: str) -> bool:
    """Whether one letter is too many, missing, another or has changed places with its neighbour.

    Both are given in small letters. Another form of the word ("directors"), its other spelling ("organisation") and
    small words and numbers are none.
    """
    if min(len(was), len(now)) < _SHORTEST or was[0] != now[0] or {was, now} & _WORDS_OF_THEIR_OWN:
        return False
    was, now = was.replace("’", "'"), now.replace("’", "'")
    if was.replace("'", "") == now.replace("'", ""):
        return False
    if len(was) == len(now):
        return _one_other(was, now)
    longer, shorter = sorted((was, now), key=len, reverse=True)
    if len(longer) != len(shorter) + 1:
        return False
    at = next((at for at, letter in enumerate(shorter) if longer[at] != letter), len(shorter))
    if longer[:at] + longer[at + 1 :] != shorter:
        return False
    return not _other_form(longer, shorter, at, grown=longer == now)


def _one_other(was: str, now: str) -> bool:
    differ = [at for at, (one, other) in enumerate(zip(was, now, strict=True)) if one != other]
    if len(differ) == 1:
        letters = {was[differ[0]], now[differ[0]]}
        return letters != {"s", "z"} and not (letters == {"a", "e"} and was.endswith(("man", "men")))
    first, second = (*differ, -1, -1)[:2]
    return len(differ) == 2 and second == first + 1 and (was[first], was[second]) == (now[second], now[first])


def _other_form(longer: str, shorter: str, at: int, *, grown: bool) -> bool:
    """Whether the letter more makes a plural, a past, a doer, a possessive or the other spelling of the word."""
    letter = longer[at]
    ending = at == len(shorter)
    if ending and (letter in "sdy" or (letter == "r" and grown)):
        return True
    return longer[at - 1 : at + 2] in ("our", "gem", "lle", "lli")
