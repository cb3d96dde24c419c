"""Comparing two passages word by word.

The match that ``amendments.compare.match`` finds is tidied into the marks that a lawyer would make: one mark a thought,
deletion before insertion, brackets whole, no islands of a word or two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from amendments.compare.match import match
from amendments.compare.tokens import Token, tokenise

Kind = Literal["keep", "delete", "insert"]

_LIGHT_ISLAND = 1.5
"""Weight of kept words between two marks under which the marks become one."""
_DWARFED_ISLAND = 2.6
"""The same where what is changed around it weighs three times as much."""
_LEAST_KEPT = 0.25
"""Share of the weight that must be kept; under it the passage is struck whole rather than shredded."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that were kept, deleted or inserted, with their spaces."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class _Span:
    """Tokens kept (both sides, of equal length and keys) or changed (either side may be empty)."""

    old: tuple[Token, ...]
    new: tuple[Token, ...]
    kept: bool

    @property
    def weight(self) -> float:
        return sum(token.weight for token in (self.old or self.new))

    @property
    def change(self) -> float:
        return sum(token.weight for token in (*self.old, *self.new))


def compare_words(old: str, new: str) -> tuple[Run, ...]:
    """The runs that turn ``old`` into ``new``: kept and deleted ones joined are ``old``, kept and inserted ``new``."""
    if old == new:
        return (Run("keep", old),) if old else ()
    before, after = tokenise(old), tokenise(new)
    spans = _spans(before, after)
    total = sum(token.weight for token in (*before, *after))
    kept = 2 * sum(span.weight for span in spans if span.kept)
    if total and kept / total < _LEAST_KEPT:
        spans = [_Span(before, after, False)]
    return _joined(run for span in _close_brackets(_slide(_give_back(_absorb(_slide(spans))))) for run in _runs(span))


def _spans(old: tuple[Token, ...], new: tuple[Token, ...]) -> list[_Span]:
    """What is kept and what is changed, deletion and insertion side by side in one span."""
    spans: list[_Span] = []
    at_old = at_new = 0
    for i, j in (*match(old, new), (len(old), len(new))):
        if i > at_old or j > at_new:
            spans.append(_Span(old[at_old:i], new[at_new:j], False))
        kept_old, kept_new = old[i : i + 1], new[j : j + 1]
        if spans and spans[-1].kept:
            spans[-1] = _Span(spans[-1].old + kept_old, spans[-1].new + kept_new, True)
        elif kept_old:
            spans.append(_Span(kept_old, kept_new, True))
        at_old, at_new = i + 1, j + 1
    return spans


def _absorb(spans: list[_Span]) -> list[_Span]:
    """Merge marks across islands too light to stand; looks back after each merge, for marks grow."""
    index = 1
    while index < len(spans) - 1:
        before, island, after = spans[index - 1 : index + 2]
        if island.kept and _is_light(before, island, after):
            merged = _Span(before.old + island.old + after.old, before.new + island.new + after.new, False)
            spans[index - 1 : index + 2] = [merged]
            index = max(1, index - 2)
        else:
            index += 1
    return spans


def _is_light(before: _Span, island: _Span, after: _Span) -> bool:
    """Whether the words between two marks say too little to keep the marks apart.

    Marks of punctuation stay apart, and so do two insertions or two deletions with words between them: merging
    would strike and put in again what nobody changed.
    """
    if any(span.change < 0.25 for span in (before, after)):
        return False
    if not (before.old or after.old) or not (before.new or after.new):
        return False
    around = before.change + after.change
    return island.weight < _LIGHT_ISLAND or (island.weight < _DWARFED_ISLAND and around > 3 * island.weight)


def _give_back(spans: list[_Span]) -> list[_Span]:
    """Keep the words that a mark begins or ends with on both sides."""
    made: list[_Span] = []
    for span in spans:
        if span.kept:
            made.append(span)
            continue
        pairs = list(zip(span.old, span.new, strict=False))
        start = next((at for at, (old, new) in enumerate(pairs) if old.key != new.key), len(pairs))
        tails = list(zip(span.old[start:][::-1], span.new[start:][::-1], strict=False))
        end = next((at for at, (old, new) in enumerate(tails) if old.key != new.key), len(tails))
        last_old, last_new = len(span.old) - end, len(span.new) - end
        made.append(_Span(span.old[:start], span.new[:start], True))
        made.append(_Span(span.old[start:last_old], span.new[start:last_new], False))
        made.append(_Span(span.old[last_old:], span.new[last_new:], True))
    return _together(span for span in made if span.old or span.new)


def _together(spans: Iterable[_Span]) -> list[_Span]:
    """Kept spans that touch made one."""
    made: list[_Span] = []
    for span in spans:
        if made and made[-1].kept and span.kept:
            made[-1] = _Span(made[-1].old + span.old, made[-1].new + span.new, True)
        else:
            made.append(span)
    return made


def _slide(spans: list[_Span]) -> list[_Span]:
    """Move a pure insertion or deletion along words that it repeats, to where a sentence or a clause begins."""
    made = list(spans)
    for index in range(1, len(made) - 1):
        before, change, after = made[index - 1 : index + 2]
        if before.kept and after.kept and not (change.old and change.new):
            made[index - 1 : index + 2] = _moved(before, change, after)
    return [span for span in made if span.old or span.new]


def _moved(before: _Span, change: _Span, after: _Span) -> tuple[_Span, _Span, _Span]:
    """The three spans with the mark at the best of the places where it says the same."""
    side = change.new or change.old
    full = (*(before.new if change.new else before.old), *side, *(after.new if change.new else after.old))
    start = len(before.new)
    back = _alike(reversed(full[:start]), reversed(side))
    forth = _alike(iter(full[start + len(side) :]), iter(side))
    best = max(range(start - back, start + forth + 1), key=lambda at: (_beginning(full, at), -abs(at - start)))
    if best == start:
        return before, change, after
    kept_old, kept_new = before.old + after.old, before.new + after.new
    marked = full[best : best + len(side)]
    return (
        _Span(kept_old[:best], full[:best] if change.new else kept_new[:best], True),
        _Span(() if change.new else marked, marked if change.new else (), False),
        _Span(kept_old[best:], full[best + len(side) :] if change.new else kept_new[best:], True),
    )


def _alike(one: Iterable[Token], other: Iterable[Token]) -> int:
    """How many tokens run alike from the start, to the letter and the space."""
    count = 0
    for ours, theirs in zip(one, other, strict=False):
        if (ours.lead, ours.text) != (theirs.lead, theirs.text):
            break
        count += 1
    return count


def _beginning(tokens: Sequence[Token], at: int) -> int:
    """How well a mark begins at a token: after a sentence, at a comma, after one, or anywhere."""
    if at and tokens[at - 1].text in (".", ";", ":"):
        return 3
    if tokens[at].text in (",", ";"):
        return 2
    return int(bool(at) and tokens[at - 1].text == ",")


def _close_brackets(spans: list[_Span]) -> list[_Span]:
    """Take a closing bracket into the mark that holds the opening one: ``five (5)`` changes as a whole."""
    made = list(spans)
    for index in range(len(made) - 1):
        change, after = made[index : index + 2]
        if change.old and change.new and after.kept and after.new[0].text == ")" and _open_bracket(change.new):
            made[index] = _Span(change.old + after.old[:1], change.new + after.new[:1], False)
            made[index + 1] = _Span(after.old[1:], after.new[1:], True)
    return [span for span in made if span.old or span.new]


def _open_bracket(tokens: Sequence[Token]) -> bool:
    texts = [token.text for token in tokens]
    return texts.count("(") > texts.count(")")


def _runs(span: _Span) -> Iterator[Run]:
    if not span.kept:
        shared = span.old[0].lead if span.old and span.new and span.old[0].lead == span.new[0].lead else ""
        yield Run("keep", shared)
        yield Run("delete", _written(span.old)[len(shared) :])
        yield Run("insert", _written(span.new)[len(shared) :])
        return
    for old, new in zip(span.old, span.new, strict=True):
        if (old.lead, old.text) == (new.lead, new.text):
            yield Run("keep", old.lead + old.text)
            continue
        shared = old.lead if old.lead == new.lead else ""
        yield Run("keep", shared)
        if old.text == new.text:
            yield from (Run("delete", old.lead), Run("insert", new.lead), Run("keep", new.text))
        else:
            yield Run("delete", old.lead[len(shared) :] + old.text)
            yield Run("insert", new.lead[len(shared) :] + new.text)


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Neighbours of one kind made one, empty runs left out, deletions before insertions."""
    made: list[Run] = []
    held = {"delete": "", "insert": ""}

    def release() -> None:
        made.extend(Run(kind, held[kind]) for kind in ("delete", "insert") if held[kind])
        held.update(delete="", insert="")

    for run in runs:
        if not run.text:
            continue
        if run.kind != "keep":
            held[run.kind] += run.text
            continue
        release()
        if made and made[-1].kind == "keep":
            made[-1] = Run("keep", made[-1].text + run.text)
        else:
            made.append(run)
    release()
    return tuple(made)


def _written(tokens: Iterable[Token]) -> str:
    return "".join(token.lead + token.text for token in tokens)
