"""Finding the stretches of words that an operation names, within the paragraphs of a provision."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from amendments.compare.tokens import MARKS, folded
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
    """Where the words of a spot are looked for: all paragraphs, or the one paragraph or sentence.

    ``standing`` is a provision and those inside it, or a whole text. Sentences are counted in the provision's own
    paragraphs up to the first list, or from the end back to the last: past a list they can't be told, for it may be
    part of one. So are paragraphs, without the one that stands at the list.
    """
    if not spot.narrows:
        return tuple(Stretch(passage, 0, len(passage.text)) for passage in passages(standing))
    if not spot.paragraph:
        return _sentence(_own(standing[0], spot.sentence), spot.sentence)
    own = _own_apart(standing[0], spot.paragraph)
    at = _place(spot.paragraph, len(own))
    if not 0 <= at < len(own):
        return ()
    return _sentence([own[at]], spot.sentence) if spot.sentence else (Stretch(own[at], 0, len(own[at].text)),)


def _own(standing: Place, nth: int) -> list[Passage]:
    """A provision's own paragraphs up to its first list or, counted from the end, back to its last."""
    body = list(enumerate(standing.provision.body))
    own = takewhile(lambda part: isinstance(part[1], str), body if nth > 0 else reversed(body))
    return [Passage(standing, i, part) for i, part in sorted(own) if isinstance(part, str)]


def _own_apart(standing: Place, nth: int) -> list[Passage]:
    """The same without the paragraph that leads into the list or goes on after it: that may mean the list too."""
    own = _own(standing, nth)
    if len(own) == len(standing.provision.body):
        return own
    return own[:-1] if nth > 0 else own[1:]


def _sentence(within: Iterable[Passage], nth: int) -> tuple[Stretch, ...]:
    """The nth sentence of paragraphs; none where there are fewer, or a full stop may or may not end one before it."""
    counted = [(Stretch(passage, *one.span), one.doubtful) for passage in within for one in sentences(passage.text)]
    at = _place(nth, len(counted))
    passed = counted[: at + 1] if nth > 0 else counted[max(at - 1, 0) :]
    if not 0 <= at < len(counted) or any(doubtful for _, doubtful in passed):
        return ()
    return (counted[at][0],)


def _place(nth: int, count: int) -> int:
    return nth - 1 if nth > 0 else count + nth


def occurrences(words: str, within: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Where the words stand, whole words and whole numbers only; the shape of a quotation mark does not matter."""
    pattern = re.compile(re.escape(folded(words)))
    return tuple(
        Stretch(stretch.passage, *found.span())
        for stretch in within
        for found in pattern.finditer(folded(stretch.passage.text), stretch.start, stretch.end)
        if _is_whole(stretch.passage.text, *found.span())
    )


_INTO = re.compile(r"(?:\w|[\w)][-–/@.]|\d[.,:/])\Z")
_ON = re.compile(rf"[\w{MARKS}]|[-–/@](?=\w)|[.,:](?=\d)|['’](?!s\b)(?=\w)")
_JOINED = re.compile(r"\w\Z")


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word or number that stands there runs on beyond the ends.

    ``ten`` is no part of ``often``, ``vice`` none of ``vice-president``, ``10`` none of ``10.5`` or ``10,000``,
    ``Section 5.`` none of ``Section 5.10``; but ``Chair`` is what ``Chair's`` begins with.
    """
    first, last, before, after = text[start], text[end - 1], text[max(0, start - 2) : start], text[end : end + 3]
    if (first.isalnum() and _INTO.search(before)) or (first in "$#£€" and _JOINED.search(before)):
        return False
    if last.isalnum():
        return _ON.match(after) is None
    return not (last in ".,:/" and text[end - 2 : end - 1].isdigit() and after[:1].isdigit())
