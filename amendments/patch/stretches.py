"""Finding the stretches of words that an operation names, within the paragraphs of a provision."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from amendments.compare.tokens import folded
from amendments.operations import Spot
from corpus.model import Place
from corpus.sentences import sentences


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, the provision in whose body it stands, and its place there."""

    owner: Place
    index: int
    text: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a passage."""

    passage: Passage
    start: int
    end: int

    @classmethod
    def heading(cls, place: Place) -> Stretch:
        """The heading of a place, as if it were a paragraph."""
        words = place.provision.heading
        return cls(Passage(place, -1, words), 0, len(words))

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]


def passages(standing: Iterable[Place]) -> Iterator[Passage]:
    """Every paragraph below the headings of places in reading order."""
    for place in standing:
        yield from (Passage(place, i, part) for i, part in enumerate(place.provision.body) if isinstance(part, str))


def scope(standing: tuple[Place, ...], spot: Spot) -> tuple[Stretch, ...]:
    """Where the words of a spot are looked for: all paragraphs, or the one sentence.

    ``standing`` is a provision and those inside it, or a whole text. Sentences are counted in the provision's own
    paragraphs up to the first list, or from the end back to the last: past a list they can't be told, for it may be
    part of one.
    """
    if not spot.sentence:
        return tuple(Stretch(passage, 0, len(passage.text)) for passage in passages(standing))
    body = list(enumerate(standing[0].provision.body))
    own = takewhile(lambda part: isinstance(part[1], str), body if spot.sentence > 0 else reversed(body))
    paragraphs = (Passage(standing[0], i, part) for i, part in sorted(own) if isinstance(part, str))
    counted = [Stretch(passage, *span) for passage in paragraphs for span in sentences(passage.text)]
    at = spot.sentence - 1 if spot.sentence > 0 else len(counted) + spot.sentence
    return (counted[at],) if 0 <= at < len(counted) else ()


def occurrences(words: str, within: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Where the words stand, whole words and whole numbers only; the shape of a quotation mark does not matter."""
    pattern = _pattern(words)
    return tuple(
        Stretch(stretch.passage, *found.span())
        for stretch in within
        for found in pattern.finditer(folded(stretch.passage.text), stretch.start, stretch.end)
    )


@lru_cache(maxsize=256)
def _pattern(words: str) -> re.Pattern[str]:
    """``ten`` is no part of ``often``, ``vice`` none of ``vice-president``, ``10`` none of ``10.5`` or ``10,000``."""
    before = r"(?<!\w)(?<!\w-)(?<!\d[.,])" if words[:1].isalnum() else ""
    after = r"(?!\w)(?!-\w)(?![.,]\d)" if words[-1:].isalnum() else ""
    return re.compile(before + re.escape(folded(words)) + after)
