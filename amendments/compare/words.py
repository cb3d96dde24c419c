"""Comparing two passages word by word.

diff-match-patch matches the words, encoded as one character each from the private-use planes so that its
clean-up can't take them for spaces or letters. What it leaves is then tidied into the marks that a lawyer would
make: one mark a thought, deletion before insertion, no islands of a word or two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from amendments.compare.tokens import Token, tokenise

Kind = Literal["keep", "delete", "insert"]

_PLANES = ((0xE000, 0xF8FF), (0xF0000, 0xFFFFD), (0x100000, 0x10FFFD))
_LIGHT_ISLAND = 1.5
"""Weight of kept words between two marks under which the marks become one."""
_DWARFED_ISLAND = 3.5
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
    spans = _close_brackets(_slide(_absorb(_match(before, after))))
    total = sum(token.weight for token in (*before, *after))
    kept = 2 * sum(span.weight for span in spans if span.kept)
    if total and kept / total < _LEAST_KEPT:
        spans = [_Span(before, after, False)]
    return _joined(run for span in spans for run in _runs(span))


def _match(old: tuple[Token, ...], new: tuple[Token, ...]) -> list[_Span]:
    """What diff-match-patch keeps and changes, deletion and insertion side by side in one span."""
    letters: dict[str, str] = {}
    supply = _letters()
    encoded = [
        "".join(letters.setdefault(token.key, "") or _assign(letters, token.key, supply) for token in side)
        for side in (old, new)
    ]
    spans: list[_Span] = []
    at_old = at_new = 0
    for operation, text in _differ().diff_main(encoded[0], encoded[1], False):
        taken_old = old[at_old : at_old + len(text)] if operation <= 0 else ()
        taken_new = new[at_new : at_new + len(text)] if operation >= 0 else ()
        at_old, at_new = at_old + len(taken_old), at_new + len(taken_new)
        if operation and spans and not spans[-1].kept:
            spans[-1] = _Span(spans[-1].old + taken_old, spans[-1].new + taken_new, False)
        else:
            spans.append(_Span(taken_old, taken_new, not operation))
    return spans


def _absorb(spans: list[_Span]) -> list[_Span]:
    """Merge marks across islands too light to stand; starts again after each merge, for marks grow."""
    index = 1
    while index < len(spans) - 1:
        before, island, after = spans[index - 1 : index + 2]
        around = before.change + after.change
        light = island.weight < _LIGHT_ISLAND or (island.weight < _DWARFED_ISLAND and around > 3 * island.weight)
        if island.kept and light and _both_replace(before, after):
            merged = _Span(before.old + island.old + after.old, before.new + island.new + after.new, False)
            spans[index - 1 : index + 2] = [merged]
            index = max(1, index - 2)
        else:
            index += 1
    return spans


def _both_replace(before: _Span, after: _Span) -> bool:
    """Small marks of punctuation stay apart: merging pays only where words are changed on both sides."""
    return all(span.change >= 0.25 for span in (before, after))


def _slide(spans: list[_Span]) -> list[_Span]:
    """Move a pure insertion or deletion back where the same words end it and stand before it: whole clauses."""
    made = list(spans)
    for index in range(1, len(made) - 1):
        before, change, after = made[index - 1 : index + 2]
        side = change.old or change.new
        if not before.kept or not after.kept or (change.old and change.new):
            continue
        steps = _best_slide(before, side)
        if not steps:
            continue
        moved = side[-steps:]
        turned = (*(before.new if change.new else before.old)[-steps:], *side[:-steps])
        made[index - 1] = _Span(before.old[:-steps], before.new[:-steps], True)
        made[index] = _Span(turned if change.old else (), turned if change.new else (), False)
        kept_old = moved if change.old else before.old[-steps:]
        kept_new = moved if change.new else before.new[-steps:]
        made[index + 1] = _Span((*kept_old, *after.old), (*kept_new, *after.new), True)
    return [span for span in made if span.old or span.new]


def _best_slide(before: _Span, side: Sequence[Token]) -> int:
    """How many tokens to move back: the change should begin at a clause, just after or at a sign."""
    reach = 0
    while reach < min(len(before.new), len(side)) and before.new[-1 - reach].key == side[-1 - reach].key:
        reach += 1
    for steps in range(reach + 1):
        first = before.new[-steps] if steps else side[0]
        if first.text in (",", ";"):
            return steps
    return 0


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


def _letters() -> Iterator[str]:
    return (chr(point) for first, last in _PLANES for point in range(first, last + 1))


def _assign(letters: dict[str, str], key: str, supply: Iterator[str]) -> str:
    letters[key] = next(supply)
    return letters[key]


@cache
def _differ() -> Any:
    from diff_match_patch import diff_match_patch  # slow to import, and only comparing needs it

    differ = diff_match_patch()
    differ.Diff_Timeout = 0  # the default, a second, would let the machine's speed choose the marks
    return differ
