"""Reading: from a paragraph to the mentions in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from amendments.audit.references.mention import Anchor, Belongs, Mention, Named
from amendments.audit.references.outside import belongs
from amendments.audit.references.phrases import Phrase, phrases
from corpus.address import Level, Step

_INTO = re.compile(r"[\s,]*(?:inclusive[\s,]*)?(?:of|in|under)\s+(?:the\s+)?(?:provisions\s+of\s+)?", re.IGNORECASE)
_BESIDE = re.compile(r"[\s,;:–-]*")
_AND = re.compile(
    r"[\s,]*(?:and/or|and|or|nor|through|to|as\s+well\s+as|,)\s+(?:(?:of|in|with|under|to|by)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_RANK = {"article": 0, "section": 1, "item": 2}


@dataclass(frozen=True, slots=True)
class _Chain:
    """Phrases that name one path together, the outermost first, and where its words stand."""

    phrases: tuple[Phrase, ...]
    start: int
    end: int

    @property
    def inner(self) -> Phrase:
        return self.phrases[-1]

    @property
    def outer(self) -> Phrase:
        return self.phrases[0]


@lru_cache(maxsize=65536)
def mentions(words: str) -> tuple[Mention, ...]:
    """What a paragraph mentions, in reading order.

    >>> [one.words for one in mentions("Section 2 of Article IV, and Section 5 of the Corporations Code, apply.")]
    ['Section 2 of Article IV', 'Section 5']
    """
    chains = tuple(_chains(words, tuple(phrases(words))))
    told = [belongs(words, chain.start, chain.end) for chain in chains]
    made: list[Mention] = []
    for nth in reversed(range(len(chains))):
        chain, of = chains[nth], told[nth]
        following = chains[nth + 1] if nth + 1 < len(chains) else None
        if following and of == "open" and _AND.fullmatch(words[chain.end : following.start]):
            if told[nth + 1] in ("outside", "inside") or (told[nth + 1] == "untold" and len(chain.phrases) == 1):
                of = told[nth] = told[nth + 1]
            chain = _shared(chain, following)
        made.append(_mention(words, chain, of))
    ordered = made[::-1]
    for nth, (before, after) in enumerate(pairwise(ordered), 1):
        if before.belongs in ("outside", "untold") and after.belongs == "open":
            joined = _AND.fullmatch(words[before.span[1] : after.span[0]])
            ordered[nth] = replace(after, belongs="untold") if joined else after
    return tuple(one for one in ordered if one.named)


def _chains(words: str, found: Sequence[Phrase]) -> Iterator[_Chain]:
    at = 0
    while at < len(found):
        chain = [found[at]]
        inward = outward = False
        while at + len(chain) < len(found):
            last, following = chain[-1], found[at + len(chain)]
            between = words[last.end : following.start]
            of = bool(_INTO.fullmatch(between)) and _holds(following, last)
            if not of and not (_BESIDE.fullmatch(between) and _side_by_side(chain, following)):
                break
            into = not of and _RANK[following.unit] > _RANK[last.unit]
            if (into and outward) or (not into and inward):
                break
            inward, outward = into or inward, outward or not into
            chain.append(following)
        at += len(chain)
        yield _Chain(tuple(chain if inward else reversed(chain)), chain[0].start, chain[-1].end)


def _holds(outer: Phrase, inner: Phrase) -> bool:
    return _RANK[outer.unit] < _RANK[inner.unit] or (outer.unit == inner.unit != "article")


def _side_by_side(chain: Sequence[Phrase], following: Phrase) -> bool:
    """Whether "Section 1, Article III" goes on: each unit once, each with a number."""
    units = {one.unit for one in chain}
    return following.unit not in units and bool(chain[-1].numbers and following.numbers) and not following.said


def _shared(chain: _Chain, following: _Chain) -> _Chain:
    """In "Section 3 or Section 5 of this Article" both are of this Article."""
    if len(chain.phrases) == 1 and len(following.phrases) > 1 and chain.inner.unit == following.inner.unit:
        return replace(chain, phrases=(*following.phrases[:-1], *chain.phrases))
    return chain


def _mention(words: str, chain: _Chain, of: Belongs) -> Mention:
    named = tuple(_named(chain.phrases))
    if of not in ("outside", "heading"):
        if any(one.said == "that" for one in chain.phrases) or any(
            one.said in _NEIGHBOURS for one in chain.phrases[1:]
        ):
            of = "untold"
        elif of == "open" and any(one.anchor in ("article", "section", "self") for one in named):
            of = "inside"
        elif sum(len(one.numbers) > 1 for one in chain.phrases) > 1:
            of = "untold"
    said = words[chain.start : chain.end]
    return Mention(span=(chain.start, chain.end), words=said, named=named, belongs=of)


_NEIGHBOURS = ("before", "after")


def _named(chain: Sequence[Phrase]) -> Iterator[Named]:
    outer, rest = chain[0], chain[1:]
    level: Level = "article" if outer.unit == "article" else "section"
    if outer.said in _NEIGHBOURS and not outer.numbers:
        if not rest and outer.unit != "item":
            yield Named((Step(level, ""),), "before" if outer.said == "before" else "after")
        return
    if outer.said == "this":
        for number in outer.numbers:
            yield Named(number.steps, "self", number.between)
        if outer.unit == "item" or (outer.numbers and not rest):
            return
        anchor: Anchor = "article" if outer.unit == "article" else "section"
        yield from (Named(steps, anchor, between) for steps, between in _paths(rest))
        return
    yield from (Named(steps, "", between) for steps, between in _paths(chain))


def _paths(chain: Sequence[Phrase]) -> Iterator[tuple[tuple[Step, ...], bool]]:
    """Every path of the numbers of one phrase within those of the next."""
    if not chain or not all(one.numbers for one in chain):
        return
    for number in chain[0].numbers:
        if len(chain) == 1:
            yield number.steps, number.between
        for steps, between in _paths(chain[1:]):
            yield (*number.steps, *steps), number.between or between
