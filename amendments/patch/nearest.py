"""The words nearest to a quotation that isn't there: proposed to a person, never changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from amendments.compare.tokens import Token, tokenise
from corpus.sentences import sentences

_TRIED = 3
"""Sentences searched letter by letter."""
_BEGINNING, _LONGEST = 48, 2_000
"""Characters of the quotation that are looked for, and of a sentence that are searched."""
_PATIENCE = 0.05
"""Seconds for each comparison, after which it is a rougher one."""
_LEAST = 0.5
"""Similarity below which nothing is proposed."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """Words as they stand, and how like the quotation they are, from 0 to 1."""

    words: str
    similarity: float


def nearest(words: str, passages: Sequence[str]) -> Nearest | None:
    """The stretch of whole words most like ``words``, or None where nothing is half like them.

    It is looked for in the sentences that share most of the words, by how these begin.
    """
    from diff_match_patch import diff_match_patch  # slow to import, and only a failed operation needs it

    matcher = diff_match_patch()
    matcher.Match_Distance = 1_000_000  # where in the passage it stands says nothing
    matcher.Diff_Timeout = _PATIENCE
    wanted = {token.key for token in tokenise(words)}
    found = [passage[slice(*one.span)] for passage in passages for one in sentences(passage)]
    likest = sorted(found, key=lambda said: -len(wanted & {token.key for token in tokenise(said)}))
    best: Nearest | None = None
    for sentence in likest[:_TRIED]:
        at = matcher.match_main(sentence[:_LONGEST], words[:_BEGINNING], 0)
        for stretch in _whole_words(sentence, words, at) if at >= 0 else ():
            edits = matcher.diff_levenshtein(matcher.diff_main(words, stretch))
            similarity = 1 - edits / max(len(words), len(stretch))
            if similarity >= _LEAST and (best is None or similarity > best.similarity):
                best = Nearest(stretch, similarity)
    return best


def _whole_words(passage: str, words: str, at: int) -> list[str]:
    """Stretches of whole tokens around a place, about as long as the words."""
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for token in tokenise(passage):
        starts.append(position + len(token.lead))
        position += _length(token)
        ends.append(position)
    near = max((index for index, start in enumerate(starts) if start <= at), default=0)
    count = len(tokenise(words))
    return [
        passage[starts[first] : ends[last]]
        for first in range(max(0, near - 1), min(near + 2, len(starts)))
        for last in range(max(first, first + count - 3), min(first + count + 2, len(ends)))
    ]


def _length(token: Token) -> int:
    return len(token.lead) + len(token.text)
