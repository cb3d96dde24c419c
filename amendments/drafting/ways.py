"""Ways to say an edit: striking, inserting, adding, at words that a reader finds in one place only.

The clauses of a resolution are carried out one after the other, but a reader holds each against the bylaws as they
stand. So words are only named where both ways find the same place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amendments.compare.tokens import WORD, tokenise
from amendments.drafting.edits import Edit
from amendments.drafting.saying import marked
from amendments.patch.stretches import Stretch, occurrences
from corpus.ordinals import ORDINALS

_AROUND = ((0, 0), (0, 1), (1, 0), (1, 1), (0, 2), (2, 2), (3, 3), (5, 5), (8, 8))
"""Words taken with those that change, on the left and on the right, until they stand there once."""
_NEAR = 3
"""So many of them are preferred to a count of the places; more are not."""
_BESIDE = (3, 4, 5, 6, 8, 10)
"""Words that name the place of an insertion."""
_SIGNS = (",", ".", ";", ":")
"""What printers put within the mark of a quotation though it is not quoted: nothing ends in it that can go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """An edit, its paragraph as it stands when its turn comes and as it will, and all paragraphs of the provision.

    ``first`` and ``all_first`` are the paragraph and all of them before any edit; ``at_end`` where the paragraph is the
    provision's last.
    """

    edit: Edit
    words: str
    expected: str
    all_now: Sequence[Stretch]
    first: str
    all_first: Sequence[Stretch]
    at_end: bool

    def place(self, start: int, end: int) -> tuple[int, bool] | None:
        """Which of the places these words have, from 0, and whether it is the only one; None where it can't be told."""
        words = self.words[start:end]
        now = _which(words, start, self.words, self.all_now)
        return now if now == _which(words, start - self._shift, self.first, self.all_first) else None

    @property
    def _shift(self) -> int:
        return self.edit.start - self.edit.origin


def _which(words: str, start: int, paragraph: str, within: Sequence[Stretch]) -> tuple[int, bool] | None:
    found = occurrences(words, within)
    at = [n for n, one in enumerate(found) if one.start == start and one.passage.text == paragraph]
    return (at[0], len(found) == 1) if len(at) == 1 else None


def ways(scene: Scene) -> Iterator[str]:
    """Phrases that follow "is amended by", the plainest first; not all of them may do the edit exactly."""
    edit = scene.edit
    lead = len(scene.words[edit.start : edit.end]) - len(scene.words[edit.start : edit.end].lstrip())
    struck, put = scene.words[edit.start : edit.end].strip(), edit.new.strip()
    if put and not struck:
        yield from _insertions(scene, put)
    if struck and not put and _names(struck):
        start = edit.start + lead
        if scene.place(start, start + len(struck)) == (0, True):
            yield f"striking {_the(struck)}"
    yield from _substitutions(scene)


def _substitutions(scene: Scene) -> Iterator[str]:
    """The words with more and more of those beside them; before very many, the count of the place."""
    words, expected = scene.words, scene.expected
    spans = _spans(words)
    first, last = _touched(spans, scene.edit)
    counted: list[str] = []
    for left, right in _AROUND:
        if left + right > _NEAR:
            yield from counted
            counted = []
        start, end = max(0, first - left), min(len(spans), last + right)
        if start == end:
            continue
        begin, stop = spans[start][0], spans[end - 1][1]
        old, new = words[begin:stop], expected[begin : stop + len(expected) - len(words)]
        goes_on = end < len(spans) and (old.endswith(_SIGNS) or new.endswith(_SIGNS))
        if goes_on or old.startswith(_SIGNS) or not new or new.strip() != new or not _names(old) or not marked(new):
            continue
        place = scene.place(begin, stop)
        if place == (0, True):
            yield f"striking {_the(old)} and inserting in lieu thereof {_the(new)}"
        elif place is not None and place[0] < len(ORDINALS):
            where = f"in the {ORDINALS[place[0]]} place where {'they appear' if ' ' in old else 'it appears'}"
            counted.append(f"striking {_the(old)} {where} and inserting in lieu thereof {_the(new)}")
    yield from counted


def _insertions(scene: Scene, put: str) -> Iterator[str]:
    words, at = scene.words, scene.edit.start
    if not _names(put):
        return
    if scene.at_end and at == len(words) and put[0].isupper() and put.endswith("."):
        what = "sentences" if ". " in put else "sentence"
        yield f"adding at the end thereof the following {what}: {marked(put)}"
    spans = _spans(words)
    before = [span for span in spans if span[1] <= at]
    after = [span for span in spans if span[0] >= at]
    beside = [(before[-count:], "after") for count in _BESIDE if len(before) >= count]
    beside += [(after[:count], "before") for count in _BESIDE if len(after) >= count]
    for taken, side in beside:
        start, end = taken[0][0], taken[-1][1]
        named = words[start:end]
        if _names(named) and named[0].isalnum() and scene.place(start, end) == (0, True):
            yield f"inserting {_the(put)} immediately {side} {_the(named)}"


def _touched(spans: Sequence[tuple[int, int]], edit: Edit) -> tuple[int, int]:
    """Which words an edit strikes, from the first to the one after the last; none, at its place, where it only adds."""
    inside = [n for n, (start, end) in enumerate(spans) if start < edit.end and end > edit.start]
    if inside:
        return inside[0], inside[-1] + 1
    at = next((n for n, span in enumerate(spans) if span[0] >= edit.start), len(spans))
    return at, at


def _the(words: str) -> str:
    """``the word “ten”``, ``the words “ten days”``"""
    return f"the {'words' if ' ' in words else 'word'} {marked(words)}"


def _names(words: str) -> bool:
    """Whether words can be quoted, and have more than signs and the smallest of words, by which no place is found."""
    return marked(words) is not None and any(token.weight >= WORD for token in tokenise(words))


def _spans(words: str) -> list[tuple[int, int]]:
    """Where each word, number or sign stands."""
    spans: list[tuple[int, int]] = []
    at = 0
    for token in tokenise(words):
        at += len(token.lead)
        spans.append((at, at + len(token.text)))
        at += len(token.text)
    return spans
