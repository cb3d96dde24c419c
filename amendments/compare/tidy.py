"""Tidying the spans of a match into the marks that a lawyer would make.

One mark a thought, no islands of a word or two, words given back that a mark has on both sides, insertions and
deletions where a sentence or a clause begins, brackets whole. Each step takes spans and returns spans.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from amendments.compare.spans import Span
from amendments.compare.tokens import SMALL_WORD, WORD, Token

_LIGHT_ISLAND = WORD * 3 // 2
"""Weight of kept words between two marks under which the marks become one."""
_DWARFED_ISLAND = WORD * 13 // 5
"""The same where what is changed around it weighs three times as much."""


def tidy(spans: list[Span]) -> list[Span]:
    """Sliding comes first, for it makes islands whole, and again when marks have grown together."""
    return _close_brackets(_slide(give_back(_absorb(_slide(spans)))))


def _absorb(spans: list[Span]) -> list[Span]:
    """Merge marks across islands too light to stand; looks back after each merge, for marks grow."""
    index = 1
    while index < len(spans) - 1:
        before, island, after = spans[index - 1 : index + 2]
        if island.kept and _is_light(before, island, after):
            merged = Span(before.old + island.old + after.old, before.new + island.new + after.new, False)
            spans[index - 1 : index + 2] = [merged]
            index = max(1, index - 2)
        else:
            index += 1
    return spans


def _is_light(before: Span, island: Span, after: Span) -> bool:
    """Whether the words between two marks say too little to keep the marks apart.

    Marks of punctuation stay apart, and so do two insertions or two deletions with words between them: merging
    would strike and put in again what nobody changed.
    """
    if any(span.change < SMALL_WORD for span in (before, after)):
        return False
    if not (before.old or after.old) or not (before.new or after.new):
        return False
    around = before.change + after.change
    return island.weight < _LIGHT_ISLAND or (island.weight < _DWARFED_ISLAND and around > 3 * island.weight)


def give_back(spans: list[Span]) -> list[Span]:
    """Keep the words that a mark begins or ends with on both sides."""
    made: list[Span] = []
    for span in spans:
        if span.kept:
            made.append(span)
            continue
        pairs = list(zip(span.old, span.new, strict=False))
        start = next((at for at, (old, new) in enumerate(pairs) if old.key != new.key), len(pairs))
        tails = list(zip(span.old[start:][::-1], span.new[start:][::-1], strict=False))
        end = next((at for at, (old, new) in enumerate(tails) if old.key != new.key), len(tails))
        last_old, last_new = len(span.old) - end, len(span.new) - end
        made.append(Span(span.old[:start], span.new[:start], True))
        made.append(Span(span.old[start:last_old], span.new[start:last_new], False))
        made.append(Span(span.old[last_old:], span.new[last_new:], True))
    return _together(span for span in made if span.old or span.new)


def _together(spans: Iterable[Span]) -> list[Span]:
    """Kept spans that touch made one."""
    made: list[Span] = []
    for span in spans:
        if made and made[-1].kept and span.kept:
            made[-1] = Span(made[-1].old + span.old, made[-1].new + span.new, True)
        else:
            made.append(span)
    return made


def _slide(spans: list[Span]) -> list[Span]:
    """Move a pure insertion or deletion along words that it repeats, to where a sentence or a clause begins."""
    made = list(spans)
    for index in range(1, len(made) - 1):
        before, change, after = made[index - 1 : index + 2]
        if before.kept and after.kept and not (change.old and change.new):
            made[index - 1 : index + 2] = _moved(before, change, after)
    return [span for span in made if span.old or span.new]


def _moved(before: Span, change: Span, after: Span) -> tuple[Span, Span, Span]:
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
        Span(kept_old[:best], full[:best] if change.new else kept_new[:best], True),
        Span(() if change.new else marked, marked if change.new else (), False),
        Span(kept_old[best:], full[best + len(side) :] if change.new else kept_new[best:], True),
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


def _close_brackets(spans: list[Span]) -> list[Span]:
    """Take a closing bracket into the mark that holds the opening one: ``five (5)`` changes as a whole."""
    made = list(spans)
    for index in range(len(made) - 1):
        change, after = made[index : index + 2]
        if change.old and change.new and after.kept and after.new[0].text == ")" and _open_bracket(change.new):
            made[index] = Span(change.old + after.old[:1], change.new + after.new[:1], False)
            made[index + 1] = Span(after.old[1:], after.new[1:], True)
    return [span for span in made if span.old or span.new]


def _open_bracket(tokens: Sequence[Token]) -> bool:
    texts = [token.text for token in tokens]
    return texts.count("(") > texts.count(")")
