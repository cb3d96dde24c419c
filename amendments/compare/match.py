"""Which words of two passages are the same ones.

The match sought is the one whose words weigh most, less a word for each run that is opened: it would rather strike
three words more than leave an island of one. Only pairs of equal words are looked at, and long stretches that stand in
both passages are taken out first, so that unchanged text costs its length. What is still too long is parted at words in
a row that each side has once. Nothing depends on the clock.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from amendments.compare.order import Link, Staircase, heaviest_rising
from amendments.compare.tokens import WORD, Token

_MOST_PAIRS = 250_000
"""Pairs of equal words in one search; above it the search is parted, and the commonest words are left out of it."""
_CONTEXT = 12
"""Words at the ends of a stretch in common that are matched again: the first that differ may belong with them."""
_LONG_ROW, _ROW = 8, 3
"""Words in a row that, once on each side, tell of a stretch in common; and those that part a search."""
_OPENING = WORD
"""What a run of matched words costs to open, in the weight of words."""

Pairs = list[tuple[int, int]]
"""The places of each matched word on both sides, in order."""


def match(old: Sequence[Token], new: Sequence[Token]) -> Pairs:
    """The words that are kept."""
    ours, theirs = [token.key for token in old], [token.key for token in new]
    pairs: Pairs = []
    at_old = at_new = 0
    for start_old, start_new, length in _stretches(ours, theirs):
        between = _between(old[at_old:start_old], theirs[at_new:start_new])
        pairs += ((i + at_old, j + at_new) for i, j in between)
        pairs += ((start_old + step, start_new + step) for step in range(length))
        at_old, at_new = start_old + length, start_new + length
    return pairs


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Long stretches in common without the context at their ends, in order: where they begin, and how many words."""
    first = max(0, _common(old, new) - _CONTEXT)
    last = max(0, _common(old[first:][::-1], new[first:][::-1]) - _CONTEXT)
    yield 0, 0, first
    at_old, at_new, end_old, end_new = first, first, len(old) - last, len(new) - last
    for left, right in _landmarks(old[first:end_old], new[first:end_new], _LONG_ROW):
        i, j = left + first, right + first
        room = min(i - at_old, j - at_new)
        if room < _CONTEXT:
            continue  # in the last stretch, or too near to it to tell of another
        back = next((step for step in range(room) if old[i - step - 1] != new[j - step - 1]), room)
        room = min(end_old - i, end_new - j)
        forth = next((step for step in range(room) if old[i + step] != new[j + step]), room)
        length = back + forth - 2 * _CONTEXT
        if length > 0:
            at_old, at_new = i - back + _CONTEXT, j - back + _CONTEXT
            yield at_old, at_new, length
            at_old, at_new = at_old + length, at_new + length
    yield end_old, end_new, last


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words both begin with."""
    shorter = min(len(old), len(new))
    return next((at for at in range(shorter) if old[at] != new[at]), shorter)


def _landmarks(old: Sequence[str], new: Sequence[str], length: int) -> list[tuple[int, int]]:
    """Where so many words in a row begin that each side has once, in the order of both."""
    there = _once(new, length)
    found = ((i, there[words]) for words, i in _once(old, length).items() if words in there)
    return heaviest_rising((i, j, 1) for i, j in found)


def _once(words: Sequence[str], length: int) -> dict[tuple[str, ...], int]:
    """The rows of words that occur once, and where."""
    rows = list(zip(*(words[step:] for step in range(length)), strict=False))
    counts = Counter(rows)
    return {row: at for at, row in enumerate(rows) if counts[row] == 1}


def _between(old: Sequence[Token], new: Sequence[str]) -> Pairs:
    """The heaviest match; of what is too long for that, held between words in a row that each side has once."""
    there = Counter(new)
    if sum(there[token.key] for token in old) <= _MOST_PAIRS:
        return _heaviest(old, new)
    pairs: Pairs = []
    at_old = at_new = 0
    for i, j in (*_landmarks([token.key for token in old], new, _ROW), (len(old), len(new))):
        between = _heaviest(old[at_old:i], new[at_new:j])
        pairs += ((x + at_old, y + at_new) for x, y in between)
        pairs += ((i, j),) if i < len(old) else ()
        at_old, at_new = i + 1, j + 1
    return pairs


def _heaviest(old: Sequence[Token], new: Sequence[str]) -> Pairs:
    """The heaviest match. ``runs`` holds, of the word before, the best matches that end with it, by where."""
    places = _places(old, new)
    stairs = Staircase()
    runs: dict[int, tuple[int, Link]] = {}
    for i, token in enumerate(old):
        before, runs = runs, {}
        weight = token.weight
        for j in places.get(token.key, ()):
            best, link = stairs.before(j)
            best -= _OPENING
            if j - 1 in before and before[j - 1][0] >= best:
                best, link = before[j - 1]
            runs[j] = best + weight, ((i, j), link)
        for j, (best, link) in runs.items():
            stairs.add(j, best, link)
    return stairs.heaviest()


def _places(old: Sequence[Token], new: Sequence[str]) -> dict[str, list[int]]:
    """Where each word of the old side stands on the new; the commonest are left out of what has too many pairs."""
    counts = Counter(token.key for token in old)
    places: dict[str, list[int]] = {}
    for j, key in enumerate(new):
        if key in counts:
            places.setdefault(key, []).append(j)
    pairs = sorted((counts[key] * len(those), key) for key, those in places.items())
    total = sum(count for count, _ in pairs)
    while total > _MOST_PAIRS:
        count, key = pairs.pop()
        del places[key]
        total -= count
    return places
