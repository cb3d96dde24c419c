"""Which words of two passages are the same ones.

The match sought is the one whose words weigh most, less a word for each run that is opened: it would rather strike
three words more than leave an island of one. Only pairs of equal words are looked at, and long stretches that stand in
both passages are taken out first, so that unchanged text costs its length. What is still too long is matched by
diff-match-patch, on words encoded as one character each, from the private-use planes so that its clean-up can't take
them for spaces or letters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from amendments.compare.order import Link, Staircase, heaviest_rising
from amendments.compare.tokens import WORD, Token

_MOST_PAIRS = 1_000_000
"""Above this many pairs of equal words diff-match-patch is taken, which makes no list of them."""
_CONTEXT = 12
"""Words at the ends of a stretch in common that are matched again: the first that differ may belong with them."""
_SHINGLE = 8
"""Words in a row that, once on each side, tell of a stretch in common."""
_OPENING = WORD
"""What a run of matched words costs to open, in the weight of words."""
_PLANES = ((0xE000, 0xF8FF), (0xF0000, 0xFFFFD), (0x100000, 0x10FFFD))

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
    for left, right in _landmarks(old[first:end_old], new[first:end_new]):
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


def _landmarks(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Where words in a row begin that each side has once, in the order of both."""
    there = _once(new)
    found = ((i, there[words]) for words, i in _once(old).items() if words in there)
    return heaviest_rising((i, j, 1) for i, j in found)


def _once(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    """The rows of words that occur once, and where."""
    rows = list(zip(*(words[step:] for step in range(_SHINGLE)), strict=False))
    counts = Counter(rows)
    return {row: at for at, row in enumerate(rows) if counts[row] == 1}


def _between(old: Sequence[Token], new: Sequence[str]) -> Pairs:
    there = Counter(new)
    many = sum(there[token.key] for token in old) > _MOST_PAIRS
    return _shortest([token.key for token in old], new) if many else _heaviest(old, new)


def _heaviest(old: Sequence[Token], new: Sequence[str]) -> Pairs:
    """The heaviest match. ``runs`` holds, of the word before, the best matches that end with it, by where."""
    places: dict[str, list[int]] = {}
    for j, key in enumerate(new):
        places.setdefault(key, []).append(j)
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


def _shortest(old: Sequence[str], new: Sequence[str]) -> Pairs:
    """What diff-match-patch keeps."""
    letters: dict[str, str] = {}
    supply = (chr(point) for first, last in _PLANES for point in range(first, last + 1))
    encoded = [_encoded(side, letters, supply) for side in (old, new)]
    pairs: Pairs = []
    i = j = 0
    for operation, text in _differ().diff_main(encoded[0], encoded[1], False):
        if operation == 0:
            pairs += ((i + step, j + step) for step in range(len(text)))
        i, j = i + len(text) * (operation <= 0), j + len(text) * (operation >= 0)
    return pairs


def _encoded(side: Sequence[str], letters: dict[str, str], supply: Iterator[str]) -> str:
    for key in side:
        if key not in letters:
            letters[key] = next(supply)
    return "".join(letters[key] for key in side)


@cache
def _differ() -> Any:
    from diff_match_patch import diff_match_patch  # slow to import, and only long passages need it

    differ = diff_match_patch()
    differ.Diff_Timeout = 0  # the default, a second, would let the machine's speed choose the marks
    return differ
