"""The filing style: what is deleted stands in brackets, what is inserted is underlined, and there is nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count, pairwise

from amendments.compare.words import Kind
from renderer.redline.view import Line, Mark, Redline, put_in_whole


def as_filed(marked: Redline) -> Redline:
    """The redline with both ends of a move written out: all that stood deleted, all that stands inserted.

    What was edited inside of a provision that moved is then no change of its own, and the rest are numbered again.
    """
    units = tuple(put_in_whole(unit, unit.by) if unit.verdict == "moved" else unit for unit in marked.units)
    numbers = {0: 0}
    used = {mark.change for line in _lines(replace(marked, units=units)) for mark in line.marks}
    changes = tuple(change for change in marked.changes if change.number in used)
    numbers |= {change.number: number for number, change in enumerate(changes, 1)}
    return replace(
        marked,
        preface=_numbered(marked.preface, numbers),
        units=tuple(
            replace(
                unit,
                head=_again(unit.head, numbers),
                lines=_numbered(unit.lines, numbers),
                change=numbers[unit.change],
            )
            for unit in units
        ),
        conclusions=_numbered(marked.conclusions, numbers),
        changes=tuple(replace(change, number=numbers[change.number]) for change in changes),
    )


def _numbered(lines: Iterable[Line], numbers: dict[int, int]) -> tuple[Line, ...]:
    return tuple(replace(line, marks=_again(line.marks, numbers)) for line in lines)


def _again(marks: Iterable[Mark], numbers: dict[int, int]) -> tuple[Mark, ...]:
    return tuple(replace(mark, change=numbers[mark.change]) for mark in marks)


@dataclass(frozen=True, slots=True)
class Signs:
    """What is printed round deleted and inserted words; ``told`` says so to the reader."""

    deletion: tuple[str, str]
    insertion: tuple[str, str]
    told: str

    def round(self, kind: Kind) -> tuple[str, str]:
        """The signs before and after words; what came and went has both."""
        (opens, closes), (begins, ends) = self.deletion, self.insertion
        match kind:
            case "delete":
                return opens, closes
            case "insert":
                return begins, ends
            case "superseded":
                return opens + begins, ends + closes
            case "keep":
                return "", ""


def signs_for(marked: Redline, painted: bool) -> Signs:
    """Signs that can't be taken for words of the texts.

    Where they are ``painted``, bold brackets and an underline. In plain text brackets are single where what stays and
    what goes has none of its own.
    """
    if painted:
        return Signs(("[", "]"), ("", ""), "Deleted words stand in bold [brackets], inserted words are underlined.")
    lines = [line.marks for line in _lines(marked)]
    deletion = next(signs for signs in _brackets() if not _mistaken(signs, lines))
    words = [mark.text for marks in lines for mark in marks]
    insertion = next(signs for signs in _underscores() if not any(sign in text for text in words for sign in signs))
    told = f"{deletion[0]}Deleted words{deletion[1]} and {insertion[0]}inserted words{insertion[1]} are marked so."
    own = any("[" in text or "]" in text for text in words)
    return Signs(deletion, insertion, f"{told} Other brackets are of the text." if own else told)


def _brackets() -> Iterator[tuple[str, str]]:
    yield "[", "]"
    yield "[[", "]]"
    for length in count(1):
        yield "[" + "-" * length, "-" * length + "]"


def _underscores() -> Iterator[tuple[str, str]]:
    yield "_", "_"
    for length in count(1):
        yield "{" + "_" * length, "_" * length + "}"


def _mistaken(signs: tuple[str, str], lines: Iterable[tuple[Mark, ...]]) -> bool:
    """Whether words that stay or go have such a sign, or would stand against one with a bracket of their own."""
    for marks in lines:
        if any(sign in mark.text for mark in marks if mark.kind != "insert" for sign in signs):
            return True
        edges = [
            (one.text[-1:], other.text[:1]) for one, other in pairwise(marks) if "delete" in (one.kind, other.kind)
        ]
        edges += [(mark.text[:1], mark.text[-1:]) for mark in marks if mark.kind in ("delete", "superseded")]
        if len(set(signs[0])) == 1 < len(signs[0]) and any(set("".join(pair)) & set("[]") for pair in edges):
            return True
    return False


def _lines(marked: Redline) -> Iterator[Line]:
    yield from marked.preface
    for unit in marked.units:
        yield Line(unit.head)
        yield from unit.lines
    yield from marked.conclusions
