"""Comparing two passages word by word: the runs that were kept, deleted and inserted, exact on both sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from amendments.compare.spans import Span, read_spans
from amendments.compare.tidy import give_back, tidy
from amendments.compare.tokens import Token, tokenise

Kind = Literal["keep", "delete", "insert", "superseded"]
"""Superseded are words that one instrument put in and a later one took out again."""

_LEAST_KEPT = 0.25
"""Share of the weight that must be kept; under it the passage is struck whole rather than shredded."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that were kept, deleted or inserted, with their spaces.

    ``by`` holds the ids of the instruments that the change comes from, in the order of their effect: as a rule one,
    several where the marks of several have grown together, none where the texts compared are of no record.
    """

    kind: Kind
    text: str
    by: tuple[str, ...] = ()


def compare_words(old: str, new: str) -> tuple[Run, ...]:
    """The runs that turn ``old`` into ``new``: kept and deleted ones joined are ``old``, kept and inserted ``new``."""
    if old == new:
        return (Run("keep", old),) if old else ()
    before, after = tokenise(old), tokenise(new)
    spans = give_back(read_spans(before, after))
    total = sum(token.weight for token in (*before, *after))
    kept = 2 * sum(span.weight for span in spans if span.kept)
    marks = [Span(before, after, False)] if kept < total * _LEAST_KEPT else tidy(spans)
    return _joined(run for span in marks for run in _runs(span))


def _runs(span: Span) -> Iterator[Run]:
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
