"""Which words of two passages are the same ones.

The match sought is the one whose words weigh most, less a word for each run that is opened: it would rather strike
three words more than leave an island of one. Long passages are matched by diff-match-patch instead, on words encoded
as one character each, from the private-use planes so that its clean-up can't take them for spaces or letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from amendments.compare.tokens import WORD, Token

_MOST_CELLS = 1_500_000
"""Above this many pairs of words diff-match-patch is taken, which needs no table of them."""
_CONTEXT = 12
"""Words of the common beginning and end that are matched again: the first that differ may belong with them."""
_OPENING = WORD
"""What a run of matched words costs to open, in the weight of words."""
_PLANES = ((0xE000, 0xF8FF), (0xF0000, 0xFFFFD), (0x100000, 0x10FFFD))

Pairs = list[tuple[int, int]]
"""The places of each matched word on both sides, in order."""


def match(old: Sequence[Token], new: Sequence[Token]) -> Pairs:
    """The words that are kept."""
    start = max(0, _common(old, new) - _CONTEXT)
    end = max(0, _common(old[start:][::-1], new[start:][::-1]) - _CONTEXT)
    middle_old, middle_new = old[start : len(old) - end], new[start : len(new) - end]
    engine = _heaviest if len(middle_old) * len(middle_new) <= _MOST_CELLS else _shortest
    return [
        *((at, at) for at in range(start)),
        *((i + start, j + start) for i, j in engine(middle_old, middle_new)),
        *((len(old) - back, len(new) - back) for back in range(end, 0, -1)),
    ]


def _common(old: Sequence[Token], new: Sequence[Token]) -> int:
    """How many words both begin with."""
    shorter = min(len(old), len(new))
    return next((at for at in range(shorter) if old[at].key != new[at].key), shorter)


def _heaviest(old: Sequence[Token], new: Sequence[Token]) -> Pairs:
    """The heaviest match: ``run`` is the best that ends in a matched pair, ``best`` the best of all up to there."""
    keys = [token.key for token in new]
    best_above: list[int] = [0] * (len(new) + 1)
    run_above: list[int] = [_NEVER] * (len(new) + 1)
    in_run: list[bytearray] = []
    taken: list[bytearray] = []
    for token in old:
        key, weight = token.key, token.weight
        best, run = [0] * (len(new) + 1), [_NEVER] * (len(new) + 1)
        continued, chosen = bytearray(len(new) + 1), bytearray(len(new) + 1)
        for j, other in enumerate(keys, 1):
            above, left = best_above[j], best[j - 1]
            score, step = (above, _UP) if above >= left else (left, _LEFT)
            if key == other:
                longer, opened = run_above[j - 1], best_above[j - 1] - _OPENING
                continued[j] = longer >= opened
                run[j] = weight + max(longer, opened)
                if run[j] > score:
                    score, step = run[j], _PAIR
            best[j], chosen[j] = score, step
        in_run.append(continued)
        taken.append(chosen)
        best_above, run_above = best, run
    return _traced(taken, in_run)


_NEVER = -(10**9)
_UP, _LEFT, _PAIR = 0, 1, 2


def _traced(taken: list[bytearray], in_run: list[bytearray]) -> Pairs:
    pairs: Pairs = []
    i, j = len(taken), len(taken[0]) - 1 if taken else 0
    running = False
    while i and j:
        step = taken[i - 1][j]
        if running or step == _PAIR:
            pairs.append((i - 1, j - 1))
            running = bool(in_run[i - 1][j])
            i, j = i - 1, j - 1
        elif step == _UP:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]


def _shortest(old: Sequence[Token], new: Sequence[Token]) -> Pairs:
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


def _encoded(side: Sequence[Token], letters: dict[str, str], supply: Iterator[str]) -> str:
    for token in side:
        if token.key not in letters:
            letters[token.key] = next(supply)
    return "".join(letters[token.key] for token in side)


@cache
def _differ() -> Any:
    from diff_match_patch import diff_match_patch  # slow to import, and only long passages need it

    differ = diff_match_patch()
    differ.Diff_Timeout = 0  # the default, a second, would let the machine's speed choose the marks
    return differ
