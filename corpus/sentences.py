"""Sentences of a paragraph, as people count them when an amendment names "the fourth sentence of Section 2"."""

from __future__ import annotations

import re
from dataclasses import dataclass

Span = tuple[int, int]
"""Where a stretch of characters begins, and where it has ended."""

_STOP = re.compile(r"(?P<word>[\w.&]*)(?P<sign>[.?!])[\"'”’)\]]*(?=\s+(?P<next>[\"'“‘(\[§]*\w))")
_ENDS_NONE = frozenset(
    "al ann approx apr aug cal cf ch cl conn dec del dr e.g feb gen gov hon i.e ill jan jul jun mass messrs mr mrs ms"
    " mt nos nov oct p.o para paras pp prof rev sec secs sen sept sgt st tit u.s.c u.s.c.a v viz vs wash"
    "".split()
)
"""What ends no sentence: a name or a number follows it."""
_MAY_END = frozenset("a.m art arts co corp etc ex inc jr l.l.c ltd no n.a ph.d p.m sr u.s".split())
"""What may end a sentence, or be followed by a name: it can't be told which."""
_LABELS = re.compile(
    r"(?:Article|Appendix|Class|Exhibit|Group|Part|Schedule|Section|Series|Title)\s+\w\Z", re.IGNORECASE
)
_ENUMERATES = re.compile(r"(?:\A|[:;]\s+|\s)\(?\w{1,2}\Z")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where a sentence stands, its last sign included; ``doubtful`` where a full stop in it may be the end of one."""

    span: Span
    doubtful: bool


def sentences(paragraph: str) -> tuple[Sentence, ...]:
    """The sentences of a paragraph. One that ends without a full stop, as before a list, is one all the same.

    >>> said = "The Board meets in May. Its chair is Mr. Roe."
    >>> [said[slice(*sentence.span)] for sentence in sentences(said)]
    ['The Board meets in May.', 'Its chair is Mr. Roe.']
    """
    found: list[Sentence] = []
    start, doubtful = 0, False
    for stop in _STOP.finditer(paragraph):
        ends, sure = _ends(paragraph, stop)
        doubtful = doubtful or not sure
        if ends:
            found.append(Sentence((start, stop.end()), doubtful))
            start, doubtful = stop.end() + _space(paragraph, stop.end()), False
    if start < len(paragraph):
        found.append(Sentence((start, len(paragraph)), doubtful))
    return tuple(found)


def _ends(paragraph: str, stop: re.Match[str]) -> tuple[bool, bool]:
    """Whether a stop ends a sentence, and whether that is sure."""
    word, following = stop["word"].rstrip("."), stop["next"][-1]
    if stop["sign"] != ".":
        return (following.isupper() or following.isdigit()), True
    if following.islower():
        return False, stop["next"][0] not in "([§"
    if len(word) == 1 and word.isupper() and _LABELS.search(paragraph[: stop.start("sign")]):
        return True, True
    if word.lower() in _ENDS_NONE:
        return False, True
    if word.lower() in _MAY_END:
        return False, False
    if len(word) == 1 and word.isalpha() and word != "I":
        return False, word.isupper()
    if word.isdigit() and _ENUMERATES.search(paragraph[: stop.start("sign")]) and len(word) <= 2:
        return True, not re.search(r"[:;]\s+\(?\w{1,2}\Z", paragraph[: stop.start("sign")])
    return True, True


def _space(paragraph: str, at: int) -> int:
    rest = paragraph[at:]
    return len(rest) - len(rest.lstrip())
