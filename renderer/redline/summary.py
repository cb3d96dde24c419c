"""The words of a redline's summary page: from what to what, by which instruments, how many changes, and which."""

from __future__ import annotations

from collections.abc import Iterator

from amendments.compare.comparison import Verdict
from renderer.redline.view import Change, MarkedUnit, Redline

_COUNTED: tuple[Verdict, ...] = (
    "changed",
    "retitled",
    "renumbered",
    "added",
    "deleted",
    "moved",
    "superseded",
)
_QUOTED = 14
"""Words quoted of a passage in the list of changes; of a longer one the first and the last."""


def counted(marked: Redline) -> str:
    """``6 changed, 2 added, 4 deleted, 2 moved.``

    Where only the title block, the conclusions or placeholders changed, it says that no provision's words did.
    """
    counts = marked.counts()
    none = "none in the words of a provision" if marked.changed else "none"
    return (", ".join(f"{counts[kind]} {kind}" for kind in _COUNTED if kind in counts) or none) + "."


def opening(marked: Redline) -> str:
    """``Changes from March 26, 1998 to February 28, 2000: 6 changed, 2 added.``"""
    return f"Changes from {marked.old} to {marked.new}: {counted(marked)}"


def legend(marked: Redline) -> tuple[str, ...]:
    """The instruments with their numbers: ``1  Schedule A, March 26, 1998``."""
    return tuple(f"{source.number}  {source.name}" for source in marked.sources)


def facts(marked: Redline) -> tuple[tuple[str, str], ...]:
    """What a summary says before the list of changes, each with its label."""
    instruments = "; ".join(f"({source.number}) {source.name}" for source in marked.sources)
    total = len(marked.changes)
    return (
        ("From", marked.old),
        ("To", marked.new),
        *((("Instruments", instruments),) if instruments else ()),
        ("Provisions", counted(marked)),
        ("Changes", str(total) if total else "none"),
    )


def told(marked: Redline, change: Change) -> str:
    """A change in words: ``Article III, Section 1: “five (5)” becomes “eight (8)”. [1]``"""
    where = f"{change.address}: " if change.address else ""
    numbers = ", ".join(map(str, sorted(marked.source(name).number for name in change.by)))
    return f"{where}{what(change)}.{f' [{numbers}]' if numbers else ''}"


def edits(marked: Redline, unit: MarkedUnit) -> Iterator[str]:
    """What was edited in a provision that moved, in sentences, for forms that show it struck and put in whole."""
    numbers = {mark.change for line in unit.lines for mark in line.marks} - {0, unit.change}
    if unit.verdict == "moved":
        for change in marked.changes:
            if change.number in numbers:
                yield f"Edited where it stands now: {what(change)}."


def what(change: Change) -> str:
    """A change in words, without the place."""
    deleted, inserted = quoted(change.deleted), quoted(change.inserted)
    match change.verdict:
        case "moved":
            return f"moved from {change.was}" if change.was != change.address else "moved among the others"
        case "renumbered":
            return f"renumbered from {change.was}"
        case "retitled":
            return f"heading {deleted} becomes {inserted}" if deleted and inserted else f"heading {deleted or inserted}"
        case "added":
            return f"added: {inserted}"
        case "deleted":
            return f"deleted: {deleted}"
        case "placeholder":
            return f"noted as deleted: {inserted}"
        case "superseded":
            return "added and deleted between the two"
        case _ if deleted and deleted == inserted:
            return f"{deleted} deleted and put back"
        case _ if deleted and inserted:
            return f"{deleted} becomes {inserted}"
        case _ if deleted:
            return f"deleted: {deleted}"
        case _ if inserted:
            return f"inserted: {inserted}"
        case _:
            return "words put in and taken out again"


def quoted(words: str) -> str:
    """Words in quotation marks, the middle of a long passage left out."""
    parts = words.split()
    if len(parts) > _QUOTED:
        half = _QUOTED // 2
        words = f"{' '.join(parts[:half])} … {' '.join(parts[-half:])}"
    return f"“{words}”" if words else ""
