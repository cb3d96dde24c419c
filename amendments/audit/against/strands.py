"""The words of one provision of a copy held against ours, whose instruments are known.

Words that differ are explained where leaving out an instrument would give just the copy's: those it put in are not
there, and those it took out still are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from amendments.audit.against.words import keys_of, said, words_of
from amendments.blame.strands import Line, Strand
from amendments.compare.spans import Span, read_spans
from amendments.compare.tidy import give_back, tidy
from amendments.compare.tokens import Token

_AROUND = 6
"""Words shown on each side of those that differ."""
_MOST_TOGETHER = 6
"""Instruments of one stretch of words up to which every two are tried together."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of ours that a copy has otherwise, each side with those around it. ``left_out`` are the instruments without
    which ours would be the copy's; none where no instrument explains it. ``nearest`` is the one that last touched the
    words there, empty where that is none."""

    ours: str
    theirs: str
    signs_only: bool
    left_out: tuple[str, ...] = ()
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class _Word:
    token: Token
    strand: Strand

    def stands(self, left_out: frozenset[str]) -> bool:
        """Whether it would stand without some instruments."""
        put_in, taken_out = self.strand.put_in, self.strand.taken_out
        return put_in not in left_out and (not taken_out or taken_out in left_out)


@dataclass(frozen=True, slots=True)
class _Region:
    """Where words differ: from and to in ours that stand, and in the copy's."""

    start: int
    end: int
    their_start: int
    their_end: int


def differences(lines: Iterable[Line], theirs: Iterable[str], order: Sequence[str]) -> tuple[Difference, ...]:
    """Each stretch that differs, in reading order; ``order`` holds the ids of instruments as they took effect."""
    words = tuple(_words(lines))
    copy = words_of(theirs)
    return tuple(_Held(words, copy, order).differences())


def _words(lines: Iterable[Line]) -> Iterator[_Word]:
    for line in lines:
        standing = iter(words_of([line.words]))
        kept = next(standing, None)
        at, end = 0, 0
        for strand in line.strands:
            if strand.taken_out:
                yield from (_Word(token, strand) for token in words_of([strand.text]))
                continue
            end += len(strand.text)
            while kept is not None:
                found = line.words.find(kept.text, at)
                if found >= end:
                    break
                at = found + len(kept.text)
                yield _Word(kept, strand)
                kept = next(standing, None)


class _Held:
    """Ours and theirs of one provision."""

    def __init__(self, words: Sequence[_Word], copy: Sequence[Token], order: Sequence[str]) -> None:
        self.words = words
        self.places = [at for at, word in enumerate(words) if not word.strand.taken_out]
        self.ours = tuple(words[at].token for at in self.places)
        self.copy = tuple(copy)
        self.order = order

    def differences(self) -> Iterator[Difference]:
        regions = list(_regions(self.ours, self.copy))
        if not regions:
            return
        whole = _Region(0, len(self.ours), 0, len(self.copy))
        if left_out := self._left_out(whole, 0, len(self.words)):
            for region in regions:
                yield self._difference(region, left_out)
            return
        for region in self._grown(regions):
            start, end = self._hull(region)
            yield self._difference(region, self._left_out(region, start, end))

    def _hull(self, region: _Region) -> tuple[int, int]:
        """The words from the one after the last that is kept before, to the first that is kept after."""
        start = self.places[region.start - 1] + 1 if region.start else 0
        end = self.places[region.end] if region.end < len(self.places) else len(self.words)
        return start, end

    def _grown(self, regions: Sequence[_Region]) -> Iterator[_Region]:
        """Regions that no instrument explains as they are, grown over all words beside them that were amended, where
        one explains them so."""
        left = list(regions)
        while left:
            region = left.pop(0)
            if self._left_out(region, *self._hull(region)):
                yield region
                continue
            inside, grown = [region], self._over_amended(region)
            while left and left[0].start <= grown.end:
                inside.append(left.pop(0))
                grown = self._over_amended(_joined(grown, inside[-1]))
            yield from (grown,) if self._left_out(grown, *self._hull(grown)) else inside

    def _over_amended(self, region: _Region) -> _Region:
        start, their_start, end, their_end = region.start, region.their_start, region.end, region.their_end
        while start and their_start and self._amended(start - 1) and self._same(start - 1, their_start - 1):
            start, their_start = start - 1, their_start - 1
        while end < len(self.ours) and their_end < len(self.copy) and self._amended(end) and self._same(end, their_end):
            end, their_end = end + 1, their_end + 1
        return _Region(start, end, their_start, their_end)

    def _amended(self, at: int) -> bool:
        return bool(self.words[self.places[at]].strand.put_in)

    def _same(self, at: int, there: int) -> bool:
        return self.ours[at].key == self.copy[there].key

    def _left_out(self, region: _Region, start: int, end: int) -> tuple[str, ...]:
        """The fewest instruments without which the words of a region are the copy's.

        Where words that one of them put in go on beside the region, only some of its words differ: that is no effect
        of leaving it out.
        """
        words = self.words[start:end]
        wanted = _essence(self.copy[region.their_start : region.their_end])
        known = {name for word in words for name in word.strand.by}
        ordered = [name for name in self.order if name in known]
        for left_out in _ways(ordered):
            gone = frozenset(left_out)
            if (
                not self._goes_on(start, end, gone)
                and _essence(word.token for word in words if word.stands(gone)) == wanted
            ):
                return left_out
        return ()

    def _goes_on(self, start: int, end: int, left_out: frozenset[str]) -> bool:
        beside = ((start - 1, start), (end, end - 1))
        return any(
            0 <= outside < len(self.words)
            and 0 <= inside < len(self.words)
            and self.words[outside].strand is self.words[inside].strand
            and self.words[outside].strand.put_in in left_out
            for outside, inside in beside
        )

    def _difference(self, region: _Region, left_out: tuple[str, ...]) -> Difference:
        start, end = self._hull(region)
        near = [word.strand for word in self.words[max(0, start - 1) : end + 1]]
        touched = {name for strand in near for name in strand.by} or {
            name for word in self.words for name in word.strand.by
        }
        ours, theirs = self.ours[region.start : region.end], self.copy[region.their_start : region.their_end]
        return Difference(
            ours=_excerpt(self.ours, region.start, region.end),
            theirs=_excerpt(self.copy, region.their_start, region.their_end),
            signs_only=not any(token.key[:1].isalnum() for token in (*ours, *theirs)),
            left_out=left_out,
            nearest=next((name for name in reversed(self.order) if name in touched), ""),
        )


def _essence(tokens: Iterable[Token]) -> tuple[str, ...]:
    """What words are matched by, without brackets: an amendment may have changed a number between them."""
    return tuple(key for key in keys_of(tokens) if key not in ("(", ")"))


def _joined(one: _Region, other: _Region) -> _Region:
    return _Region(
        min(one.start, other.start),
        max(one.end, other.end),
        min(one.their_start, other.their_start),
        max(one.their_end, other.their_end),
    )


def _ways(ordered: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Instruments to leave out together: each alone, the last ones, then every two."""
    yield from ((name,) for name in reversed(ordered))
    yield from (tuple(ordered[at:]) for at in range(len(ordered) - 2, -1, -1))
    if len(ordered) <= _MOST_TOGETHER:
        yield from combinations(ordered, 2)


def _regions(ours: tuple[Token, ...], copy: tuple[Token, ...]) -> Iterator[_Region]:
    if keys_of(ours) == keys_of(copy):
        return
    at = there = 0
    for span in _spans(ours, copy):
        if not span.kept:
            yield _Region(at, at + len(span.old), there, there + len(span.new))
        at, there = at + len(span.old), there + len(span.new)


def _spans(ours: tuple[Token, ...], copy: tuple[Token, ...]) -> list[Span]:
    return tidy(give_back(read_spans(ours, copy)))


def _excerpt(tokens: Sequence[Token], start: int, end: int) -> str:
    """The words in square brackets with those around them; none stand in brackets where there are none."""
    first, last = max(0, start - _AROUND), min(len(tokens), end + _AROUND)
    marked = [
        token._replace(text=f"{'[' * (at == start < end)}{token.text}{']' * (start < end == at + 1)}")
        for at, token in enumerate(tokens[first:last], first)
    ]
    return f"{'… ' if first else ''}{said(marked)}{' …' if last < len(tokens) else ''}"
