"""Source coverage: the proof that every word of a source is in the record once, in order, or set aside by name.

The proof does not trust the readers. It takes the decoded source, blanks out exactly the characters that were
set aside, and holds the words that are left against the words of the texts as they will be stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.errors import WordsUnaccounted
from corpus.model import Text
from corpus.sources.line import SetAside

_WORD = re.compile(r"\S+")
_NOTHING = "nothing"
_CUT = "\0"
"""Stands for a character cut out of the middle of a line. No source has it: it is refused as a control character."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How many words of the source were placed and how many were set aside."""

    placed: int
    set_aside: int

    @property
    def total(self) -> int:
        return self.placed + self.set_aside


def prove_coverage(source: str, set_aside: Sequence[SetAside], texts: Iterable[Text], name: str) -> Coverage:
    """Count the words of ``source``; raises WordsUnaccounted at the first that ``texts`` lack, add or change."""
    kept = _without(source, set_aside)
    wanted = [(word, match.start()) for match in _WORD.finditer(kept) if (word := match.group().replace(_CUT, ""))]
    given = [word for text in texts for word in text.words()]
    for (word, offset), found in _pairs(wanted, given, len(source)):
        if word != found:
            raise WordsUnaccounted(name, source.count("\n", 0, offset) + 1, found, word)
    return Coverage(placed=len(wanted), set_aside=sum(len(item.line.text.split()) for item in set_aside))


def _without(source: str, set_aside: Sequence[SetAside]) -> str:
    pieces: list[str] = []
    at = 0
    for item in sorted(set_aside, key=lambda item: item.line.offset):
        start, end = item.line.offset, item.line.offset + len(item.line.text)
        pieces += (source[at:start], (_CUT if item.joins else " ") * (end - start))
        at = end
    return "".join((*pieces, source[at:]))


def _pairs(wanted: list[tuple[str, int]], given: list[str], end: int) -> Iterator[tuple[tuple[str, int], str]]:
    for index in range(max(len(wanted), len(given))):
        want = wanted[index] if index < len(wanted) else (_NOTHING, end)
        yield want, given[index] if index < len(given) else _NOTHING
