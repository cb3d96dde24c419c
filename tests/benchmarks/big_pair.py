"""A long text and its amended self: the bylaws of Future Media forty times over, with every change known.

Each copy has a noun of its own in the place of "corporation", so that no two are equal. In one section of twenty a few
words are changed; some sections move to the end of another article, a third of them changed too; some are struck. All
of it hangs on one seed. ``struck`` and ``put_in`` count the words of the changes as they were made:

- a word struck is one that is no longer in the text: the words of a section struck with its number and heading, and
  those that an edit takes out;
- a section that moved counts with its edits and its number only, though a redline shows it at both ends: none of its
  other words left the text;
- words that a replacement has in common with what it replaces, at its beginning or its end, are not counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from corpus.akn.base import read_base
from corpus.model import Provision, Text
from corpus.paragraphs import paragraphs

_SOURCE = Path(__file__).resolve().parents[2] / "corpus" / "library" / "future-media-productions" / "base.xml"
_NOUNS = (
    "company association society cooperative foundation institute league federation guild union trust fund club chamber"
    " alliance partnership fellowship academy conservancy exchange bank bureau agency network consortium mission museum"
    " library orchestra theater school college hospital clinic shelter laboratory observatory garden harbor brewery"
).split()
_EDITED, _MOVED, _STRUCK = 0.05, 0.01, 0.01
"""Shares of all sections."""
_APART = 6
"""Words that stay, at the least, between two edits of a paragraph and at its ends."""
_WORD = re.compile(r"\w+(?:['’\-.,/]\w+)*")


def count_words(text: str) -> int:
    """Words and numbers, signs left out."""
    return len(_WORD.findall(text))


@dataclass(kw_only=True)
class BigPair:
    """Both texts, without identities, and how many words were struck and put in between them."""

    old: Text
    new: Text
    struck: int = 0
    put_in: int = 0
    edited: set[str] = field(default_factory=set)
    moved: dict[str, str] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)
    """The sections of each kind by ``article.section`` in the old text; ``moved`` gives where to."""


def big_pair(copies: int = 40, seed: int = 5) -> BigPair:
    """The pair; the same for the same arguments on every machine."""
    old = make_copies(copies)
    made = BigPair(old=old, new=old)
    _Editor(made, Random(seed)).edit()
    return made


def lines(text: Text) -> list[str]:
    """A text as lines for a program that knows no provisions: number and heading are a line, each paragraph another."""
    made = list(text.preface)
    for article in text.provisions:
        for provision in (article, *article.children):
            made.append(f"{provision.num} {provision.heading}")
            made += (paragraph.text for paragraph in paragraphs(provision))
    return [*made, *text.conclusions]


def make_copies(count: int) -> Text:
    """The bylaws so many times over, at most forty: a text of nine articles each, without identities."""
    articles = read_base(_SOURCE.read_bytes(), _SOURCE).text.provisions
    made = [_copy(article, noun) for noun in _NOUNS[:count] for article in articles]
    return Text(
        preface=("BYLAWS",),
        provisions=tuple(replace(article, num=f"ARTICLE {number}") for number, article in enumerate(made, 1)),
    )


def _copy(provision: Provision, noun: str) -> Provision:
    """The provision under another noun, without identity."""
    body = tuple(_named(part, noun) if isinstance(part, str) else _copy(part, noun) for part in provision.body)
    return replace(provision, heading=_named(provision.heading, noun), body=body, wid="")


def _named(words: str, noun: str) -> str:
    for one, other in ((str.lower, noun), (str.title, noun.title()), (str.upper, noun.upper())):
        words = re.sub(rf"\b{one('corporation')}\b", other, words)
    return words


class _Editor:
    """Makes the new text, and counts what it does."""

    def __init__(self, pair: BigPair, chance: Random) -> None:
        self.pair, self.chance = pair, chance
        self.articles = [list(article.children) for article in pair.old.provisions]
        self.sentences = [words for article in pair.old.provisions[:9] for words in article.text().split(". ")]

    def edit(self) -> None:
        there = [(a, s) for a, sections in enumerate(self.articles) for s in range(len(sections))]
        self.chance.shuffle(there)
        moved, struck = round(len(there) * _MOVED), round(len(there) * _STRUCK)
        drawn = there[: moved + struck]
        for a, s in there[moved + struck :]:
            if len(self.pair.edited) < len(there) * _EDITED:
                self._edited(a, s)
        for number, (a, s) in enumerate(drawn[:moved]):
            self._move(a, s, edited=number % 3 == 0)
        for a, s in drawn[moved:]:
            self._strike(a, s)
        gone = set(drawn)
        self.pair.new = replace(
            self.pair.old,
            provisions=tuple(
                replace(article, body=tuple(one for s, one in enumerate(sections) if (a, s) not in gone))
                for a, (article, sections) in enumerate(zip(self.pair.old.provisions, self.articles, strict=True))
            ),
        )

    def _strike(self, a: int, s: int) -> None:
        section = self.articles[a][s]
        self.pair.struck += count_words(" ".join((section.num, section.heading, section.text())))
        self.pair.deleted.add(f"{a + 1}.{s + 1}")

    def _move(self, a: int, s: int, *, edited: bool) -> None:
        """To the end of another article of the same copy, under the next number there."""
        if edited:
            self._edited(a, s)
        first = a - a % 9
        to = self.chance.choice([other for other in range(first, first + 9) if other != a])
        number = len(self.articles[to]) + 1
        self.articles[to].append(replace(self.articles[a][s], num=f"Section {number}."))
        self.pair.moved[f"{a + 1}.{s + 1}"] = f"{to + 1}.{number}"
        renumbered = number != s + 1
        self.pair.struck += renumbered
        self.pair.put_in += renumbered

    def _edited(self, a: int, s: int) -> None:
        section = self.articles[a][s]
        at, part = max(enumerate(section.body), key=lambda one: len(one[1]) if isinstance(one[1], str) else 0)
        assert isinstance(part, str)
        reworded = self._reworded(part)
        if reworded != part:
            self.articles[a][s] = replace(section, body=(*section.body[:at], reworded, *section.body[at + 1 :]))
            self.pair.edited.add(f"{a + 1}.{s + 1}")

    def _reworded(self, paragraph: str) -> str:
        """At most eight stretches of words struck, put in or replaced by others from elsewhere in the text."""
        words, made, at = paragraph.split(" "), [], 0
        for _ in range(self.chance.randint(2, 8)):
            start = at + _APART + self.chance.randint(0, 20)
            end = start + self.chance.choice((0, 1, 1, 2, 3, 5, 8, 13))
            if end + _APART > len(words):
                continue
            put = self._phrase() if end == start or self.chance.random() < 0.7 else []
            made += [*words[at:start], *put]
            self._count(words[start:end], put)
            at = end
        return " ".join((*made, *words[at:]))

    def _phrase(self) -> list[str]:
        """A few words of a sentence from elsewhere."""
        words = self.chance.choice(self.sentences).split()
        start = self.chance.randrange(len(words))
        return words[start : start + self.chance.choice((1, 2, 3, 5, 8))]

    def _count(self, struck: list[str], put: list[str]) -> None:
        while struck and put and struck[0] == put[0]:
            struck, put = struck[1:], put[1:]
        while struck and put and struck[-1] == put[-1]:
            struck, put = struck[:-1], put[:-1]
        self.pair.struck += count_words(" ".join(struck))
        self.pair.put_in += count_words(" ".join(put))
