"""A redline as a view: what every writer prints, in reading order and free of any format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from amendments.compare.comparison import Verdict
from amendments.compare.neighbours import merged
from amendments.compare.words import Kind

_UNCOUNTED: tuple[Verdict, ...] = ("same", "moved-away", "placeholder")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An instrument that marks come from. ``number`` is its place among them, from 1; ``name`` is short and no other
    has it: ``Schedule A, March 26, 1998``."""

    id: str
    number: int
    name: str
    title: str
    effective: date


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that were kept or changed. ``by`` holds the ids of the instruments a change comes from; ``change`` is its
    number in the list of changes, 0 where nothing changed."""

    kind: Kind
    text: str
    by: tuple[str, ...] = ()
    change: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as marks; ``depth`` counts the lists that it stands in."""

    marks: tuple[Mark, ...]
    depth: int = 0

    @property
    def changed(self) -> bool:
        return any(mark.kind != "keep" for mark in self.marks)

    @property
    def kind(self) -> Kind:
        """What happened to the paragraph as such: ``keep`` where both texts have one here, whatever its words."""
        return paragraph_kind(self.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedUnit:
    """An article or section as a redline prints it.

    ``remark`` says what can't be seen from the marks: where it moved, that a placeholder stands in its place; ``note``
    names the instruments that changed it between the two dates. ``by`` are those of all its marks. ``change`` is the
    number of the change where the whole of it is one, else 0; ``old`` and ``new`` say where it stood and stands, empty
    where it did not. With ``run_in`` the first words go on in the line of number and heading.
    """

    id: str
    address: str
    old: str
    new: str
    level: str
    verdict: Verdict
    head: tuple[Mark, ...]
    lines: tuple[Line, ...]
    remark: str
    note: str
    by: tuple[str, ...]
    change: int
    run_in: bool

    @property
    def changed(self) -> bool:
        return self.verdict != "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change in the list: in which provision (empty for the title block and what stands after the last provision),
    what kind, and the words; either may be empty. ``was`` is where a provision stood that moved or was renumbered."""

    number: int
    address: str
    verdict: Verdict
    deleted: str
    inserted: str
    by: tuple[str, ...]
    was: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redline:
    """The marked comparison of two texts.

    ``old`` and ``new`` name them: days in words, or files; ``day`` is that of the new text, None where it has none.
    ``sources`` are the instruments between the two; with ``by_instrument`` every mark is of one of them.
    """

    title: str
    old: str
    new: str
    day: date | None = None
    sources: tuple[Source, ...] = ()
    by_instrument: bool = False
    preface: tuple[Line, ...] = ()
    units: tuple[MarkedUnit, ...] = ()
    conclusions: tuple[Line, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def changed(self) -> bool:
        return bool(self.changes)

    def counts(self) -> dict[Verdict, int]:
        """How many provisions were changed, added, deleted, moved and so on."""
        return dict(Counter(unit.verdict for unit in self.units if unit.verdict not in _UNCOUNTED))

    def change(self, number: int) -> Change:
        """A change by its number."""
        return self.changes[number - 1]

    def source(self, name: str) -> Source:
        return next(source for source in self.sources if source.id == name)


def paragraph_kind(marks: Iterable[Mark]) -> Kind:
    """What happened to a paragraph of these marks: added, deleted, both, or in both texts."""
    kinds = {mark.kind for mark in marks}
    if "keep" in kinds or {"insert", "delete"} <= kinds:
        return "keep"
    return "insert" if "insert" in kinds else "delete" if "delete" in kinds else "superseded"


def put_in_whole(unit: MarkedUnit, by: tuple[str, ...]) -> MarkedUnit:
    """A provision that moved, its new words one insertion: for what is struck where it stood and put in elsewhere."""

    def inserted(marks: Iterable[Mark]) -> tuple[Mark, ...]:
        words = "".join(mark.text for mark in marks if mark.kind in ("keep", "insert"))
        return (Mark("insert", words, by, unit.change),) if words else ()

    lines = (replace(line, marks=inserted(line.marks)) for line in unit.lines)
    return replace(unit, head=inserted(unit.head), lines=tuple(line for line in lines if line.marks))


def run_in(head: tuple[Mark, ...], first: tuple[Mark, ...], apart: bool = True) -> tuple[Mark, ...]:
    """Number and heading before the first words, as in the filings; the space between is of both texts, or of one.

    Unless instruments are told ``apart``, what was put in or taken out as one change is one mark, whoever did it.
    """
    if not head or not first:
        return head or first
    marks = (*head, _space(head, first), *first)
    if apart:
        return tuple(merged(marks, lambda mark: (mark.kind, mark.by, mark.change)))
    return tuple(merged(marks, lambda mark: (mark.kind, mark.change)))


def _space(head: tuple[Mark, ...], first: tuple[Mark, ...]) -> Mark:
    """It is of each text that has words on both sides of it."""
    old, new = (_has_words(head, gone) and _has_words(first, gone) for gone in ("insert", "delete"))
    kind: Kind = "keep" if old and new else "insert" if new else "delete" if old else "superseded"
    beside = next((mark for mark in (*first, *reversed(head)) if mark.kind == kind), None)
    return Mark(kind, " ", beside.by, beside.change) if beside else Mark(kind, " ")


def _has_words(marks: Iterable[Mark], without: str) -> bool:
    return any(mark.kind not in (without, "superseded") for mark in marks)
