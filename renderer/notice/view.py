"""The three-part notice as a view, free of any format: current text, the amendment, and the text as amended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

HEADS = ("Current text", "The amendment", "Text as amended")
"""What stands above the three columns."""
ANNEX = "The amendment in full"
KEY = "Deleted words are struck through in the first column, and inserted words underlined in the third."


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a text; those ``changed`` are struck in the current text and underlined in the text as amended."""

    text: str
    changed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CellLine:
    """A paragraph. ``head`` is the number and heading that it begins with; with ``run_in`` the words go on after it.

    ``depth`` counts the lists that it stands in. What is ``told`` is said about the texts and is in none of them.
    """

    head: tuple[Words, ...] = ()
    words: tuple[Words, ...] = ()
    depth: int = 0
    told: bool = False
    run_in: bool = True


Cell = tuple[CellLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRow:
    """One provision that is changed. ``where`` is its address as amended, or where it stood; ``remark`` says what
    happened to it where the columns don't show it: that it is new, moved, renumbered, or not changed after all."""

    where: str
    remark: str
    current: Cell
    amendment: Cell
    amended: Cell

    @property
    def cells(self) -> tuple[Cell, Cell, Cell]:
        return self.current, self.amendment, self.amended


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What members receive before a vote, or are told of an amendment that was adopted.

    ``title`` is that of the bylaws, ``kind`` says whether the amendment is proposed, ``facts`` are labels with what the
    record says, and ``annex`` is the whole amendment.
    """

    title: str
    kind: str
    facts: tuple[tuple[str, str], ...]
    rows: tuple[NoticeRow, ...]
    annex: Cell


def told(words: str) -> CellLine:
    """A line about the texts that is in none of them."""
    return CellLine(words=(Words(words),), told=True)


def words_of(cell: Sequence[CellLine]) -> list[str]:
    """The paragraphs of a text, as a cell has them."""
    lines = ((line.head, line.words) for line in cell if not line.told)
    return [" ".join(filter(None, ("".join(one.text for one in part) for part in parts))) for parts in lines]
