"""Pieces of a passage that stand side by side and are alike made one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any, TypeVar

Piece = TypeVar("Piece", bound=Any)
"""A frozen dataclass with a ``text``."""


def merged(pieces: Iterable[Piece], alike: Callable[[Piece], Hashable]) -> Iterator[Piece]:
    """The pieces in order, neighbours for which ``alike`` gives the same made one: the first, with the words of all.

    None is empty.
    """
    for _, group in groupby((piece for piece in pieces if piece.text), alike):
        first, *others = group
        yield replace(first, text="".join(one.text for one in (first, *others))) if others else first
