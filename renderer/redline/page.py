"""A redline laid out for a web page: blocks of rows, each change with its anchor, the ends of a move linked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from amendments.compare.words import Kind
from renderer.redline.view import Change, Line, Mark, MarkedUnit, Redline, run_in

Marks = tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A mark on the page. ``anchor`` is an id, given to the first mark of a change; ``numbered`` is the first of it in
    a column; ``hover`` says which change it is and where it comes from; ``by`` are the numbers of the instruments,
    where these are told apart."""

    kind: Kind
    text: str
    change: int = 0
    anchor: str = ""
    numbered: bool = False
    hover: str = ""
    by: tuple[int, ...] = ()

    @property
    def spaced(self) -> tuple[str, str, str]:
        """The space before the words, the words, and the space after them; nothing but space is words."""
        words = self.text.strip() or self.text
        before, _, after = self.text.partition(words)
        return before, words, after


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph. ``head`` are the number and heading that it begins with, where it is the first of a provision."""

    depth: int
    head: tuple[Piece, ...]
    pieces: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        return any(piece.kind != "keep" for piece in (*self.head, *self.pieces))


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """An article or a section. ``moved`` is the change that the whole of it is at either end of a move, None elsewhere:
    its pieces are then what was edited inside. ``other`` is the anchor of the other end. ``where`` names the article
    that a reader of the changed sections alone does not see."""

    unit: MarkedUnit
    rows: tuple[Row, ...]
    moved: Piece | None
    other: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """``anchors`` lead to each change, by its number."""

    preface: tuple[Row, ...]
    blocks: tuple[Block, ...]
    conclusions: tuple[Row, ...]
    anchors: dict[int, str]


def lay_out(marked: Redline, *, columns: bool = False, filing: bool = False) -> Page:
    """The redline as a page. With ``columns`` the words taken out of a provision that moved stand where it stood, and
    those put in where it stands. With ``filing`` both ends of a move are marked as all other words are, and headings
    too, so that one pair of brackets goes round a provision."""
    moves = not filing
    layout = _Layout(marked, columns, filing)
    preface = layout.around(marked.preface)
    came = {unit.change: unit for unit in marked.units if unit.verdict == "moved"} if columns else {}
    where = _articles(marked.units)
    made: dict[int, Block] = {}
    # what moved away comes last, so that the anchor of a move is where the provision stands now
    for at in sorted(range(len(marked.units)), key=lambda at: marked.units[at].verdict == "moved-away"):
        unit = marked.units[at]
        head, lines = unit.head, unit.lines
        if moves and unit.verdict == "moved-away":
            head, lines = _as_it_stood(unit, came.get(unit.change))
        elif moves and columns and unit.verdict == "moved":
            head, lines = _without(head, "delete"), _lines_without(lines, "delete")
        made[at] = layout.block(unit, head, lines, moves, where[at])
    conclusions = layout.around(marked.conclusions)
    blocks = tuple(made[at] for at in sorted(made))
    return Page(preface=preface, blocks=blocks, conclusions=conclusions, anchors=layout.anchors)


class _Layout:
    """Gives each change its anchor: the first mark of it on the page, and the first where it moved away from."""

    def __init__(self, marked: Redline, columns: bool, filing: bool) -> None:
        self.anchors: dict[int, str] = {}
        self._columns = columns
        self._filing = filing
        self._here: set[int] = set()
        self._numbered: set[tuple[int, bool]] = set()
        self._told_apart = marked.by_instrument
        self._sources = {source.id: source for source in marked.sources}
        self._changes = {change.number: change for change in marked.changes}

    def around(self, lines: Iterable[Line]) -> tuple[Row, ...]:
        self._begin()
        return tuple(self._row((), line.marks, line.depth) for line in lines)

    def block(self, unit: MarkedUnit, head: Marks, lines: tuple[Line, ...], moves: bool, where: str) -> Block:
        self._begin()
        whole = self._whole(self._changes[unit.change], unit) if moves and unit.verdict in _ENDS else None
        rows = tuple(self._rows(head, lines, unit.run_in))
        other = _ENDS.get(unit.verdict, "").format(unit.change)
        return Block(unit=unit, rows=rows, moved=whole, other=other, where=where)

    def _whole(self, change: Change, unit: MarkedUnit) -> Piece:
        kind: Kind = "insert" if unit.verdict == "moved" else "delete"
        return self._piece(Mark(kind, "", change.by[-1:], change.number))

    def _rows(self, head: Marks, lines: tuple[Line, ...], runs_in: bool) -> Iterator[Row]:
        if runs_in and lines and not lines[0].depth:
            joined = run_in(head, lines[0].marks)
            length = 0 if self._filing else sum(len(mark.text) for mark in head)
            yield self._row(*_cut(joined, length), 0)
            lines = lines[1:]
        elif head:
            yield self._row(head, (), 0)
        for line in lines:
            yield self._row((), line.marks, line.depth)

    def _row(self, head: Iterable[Mark], marks: Iterable[Mark], depth: int) -> Row:
        return Row(depth, tuple(map(self._piece, head)), tuple(map(self._piece, marks)))

    def _piece(self, mark: Mark) -> Piece:
        if mark.kind == "keep":
            return Piece("keep", mark.text)
        by = tuple(self._sources[name].number for name in mark.by) if self._told_apart else ()
        column = mark.change, self._columns and mark.kind == "delete"
        numbered = column not in self._numbered
        self._numbered.add(column)
        anchor = self._anchor(mark.change)
        return Piece(mark.kind, mark.text, mark.change, anchor, numbered, self._hover(mark), by)

    def _begin(self) -> None:
        self._here = set()
        self._numbered = set()

    def _anchor(self, change: int) -> str:
        if change in self._here:
            return ""
        self._here.add(change)
        if change in self.anchors:
            return f"change-{change}-from"
        self.anchors[change] = f"change-{change}"
        return self.anchors[change]

    def _hover(self, mark: Mark) -> str:
        names = [self._sources[name].name for name in mark.by]
        if mark.kind == "superseded" and len(names) == 2:
            return f"{mark.change}. Put in: {names[0]}; taken out: {names[1]}"
        return f"{mark.change}. {'; '.join(names)}" if names else f"Change {mark.change}"


_ENDS = {"moved": "change-{}-from", "moved-away": "change-{}"}
"""The anchor of the other end of a move."""


def _articles(units: Sequence[MarkedUnit]) -> list[str]:
    """For each unit the article above it, where the changed one before it is not of the same."""
    told: list[str] = []
    before = ""
    for unit in units:
        above = unit.address.rpartition(", ")[0]
        if unit.changed and unit.level == "article":
            before = unit.address
        told.append(above if unit.changed and unit.level != "article" and above != before else "")
        if told[-1]:
            before = above
    return told


def _as_it_stood(unit: MarkedUnit, came: MarkedUnit | None) -> tuple[Marks, tuple[Line, ...]]:
    """The words that stood where a provision moved away from: with those struck that were taken out of it, where
    ``came`` says so of the same words, and else all alike."""
    if came:
        head, lines = _without(came.head, "insert"), _lines_without(came.lines, "insert")
        if _texts(head, lines) == _texts(unit.head, unit.lines):
            return head, lines
    return _kept(unit.head), tuple(replace(line, marks=_kept(line.marks)) for line in unit.lines)


def _kept(marks: Marks) -> Marks:
    return tuple(Mark("keep", mark.text) for mark in marks)


def _without(marks: Marks, kind: Kind) -> Marks:
    """Marks of one side; what is superseded is of the new one, where it came and went."""
    left_out = (kind, "superseded") if kind == "insert" else (kind,)
    return tuple(mark for mark in marks if mark.kind not in left_out)


def _lines_without(lines: Iterable[Line], kind: Kind) -> tuple[Line, ...]:
    left = (replace(line, marks=_without(line.marks, kind)) for line in lines)
    return tuple(line for line in left if line.marks)


def _texts(head: Marks, lines: Iterable[Line]) -> list[str]:
    texts = ("".join(mark.text for mark in marks) for marks in (head, *(line.marks for line in lines)))
    return [text for text in texts if text]


def _cut(marks: Marks, length: int) -> tuple[Marks, Marks]:
    """The marks up to a number of characters, and the rest."""
    first: list[Mark] = []
    for at, mark in enumerate(marks):
        if len(mark.text) > length:
            rest = marks[at + 1 :]
            if not length:
                return tuple(first), marks[at:]
            return (*first, replace(mark, text=mark.text[:length])), (replace(mark, text=mark.text[length:]), *rest)
        first.append(mark)
        length -= len(mark.text)
    return tuple(first), ()
