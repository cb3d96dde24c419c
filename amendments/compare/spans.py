"""Spans: what a match keeps of two passages and what it changes, in order."""

from __future__ import annotations

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
    at_old = at_new = 0
    for i, j in (*match(old, new), (len(old), len(new))):
        if i > at_old or j > at_new:
            spans.append(Span(old[at_old:i], new[at_new:j], False))
        kept_old, kept_new = old[i : i + 1], new[j : j + 1]
        if spans and spans[-1].kept:
            spans[-1] = Span(spans[-1].old + kept_old, spans[-1].new + kept_new, True)
        elif kept_old:
            spans.append(Span(kept_old, kept_new, True))
        at_old, at_new = i + 1, j + 1
    return spans
