"""Spans: what a match keeps of two passages and what it changes, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amendments.compare.match import match
from amendments.compare.tokens import Token


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens kept (both sides, of equal length and keys) or changed (either side may be empty)."""

    old: tuple[Token, ...]
    new: tuple[Token, ...]
    kept: bool

    @property
    def weight(self) -> int:
        return sum(token.weight for token in (self.old or self.new))

    @property
    def change(self) -> int:
        return sum(token.weight for token in (*self.old, *self.new))


def read_spans(old: tuple[Token, ...], new: tuple[Token, ...]) -> list[Span]:
    """What is kept and what is changed, deletion and insertion side by side in one span."""
    spans: list[Span] = []
    end_old = end_new = 0
    for start_old, start_new, length in _runs(match(old, new)):
        spans.append(Span(old[end_old:start_old], new[end_new:start_new], False))
        end_old, end_new = start_old + length, start_new + length
        spans.append(Span(old[start_old:end_old], new[start_new:end_new], True))
    spans.append(Span(old[end_old:], new[end_new:], False))
    return [span for span in spans if span.old or span.new]


def _runs(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Matched words in a row: where they begin on both sides, and how many they are."""
    start, length = (0, 0), 0
    for i, j in pairs:
        if length and (i, j) == (start[0] + length, start[1] + length):
            length += 1
            continue
        if length:
            yield (*start, length)
        start, length = (i, j), 1
    if length:
        yield (*start, length)
