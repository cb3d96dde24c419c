"""The comparison of two texts: values in, values out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from amendments.compare.align import Pair, align
from amendments.compare.paragraphs import Passage, compare_paragraphs
from amendments.compare.units import Unit, units
from amendments.compare.words import Run, compare_words
from corpus.model import Place, Provision, Text
from corpus.paragraphs import NO_PLACEHOLDERS, Paragraph, Placeholders, paragraphs

Verdict = Literal[
    "same",
    "changed",
    "retitled",
    "renumbered",
    "added",
    "deleted",
    "moved",
    "moved-away",
    "placeholder",
    "superseded",
]
_SIGNS = " .,:;-–—"
"""Signs that a heading ends with, which say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitChange:
    """An article or section in both texts. ``old`` and ``new`` say where it stands in each.

    ``head`` holds number and heading as runs. A moved unit is shown twice: ``moved`` with its inner edits where
    it stands now, ``moved-away`` where it stood. The words of both are then counted once, in the first. Of one that is
    ``retitled`` only the heading changed, of one that is ``renumbered`` only the number. What takes the place of a
    placeholder is ``added``, with the placeholder struck. A ``placeholder`` stands where the words that it stands for
    did not; one that is ``superseded`` came and went between the two texts.
    """

    verdict: Verdict
    old: Place | None
    new: Place | None
    head: tuple[Run, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """``preface`` and ``conclusions`` are the passages around the provisions."""

    preface: tuple[Passage, ...]
    units: tuple[UnitChange, ...]
    conclusions: tuple[Passage, ...]

    @property
    def changed(self) -> bool:
        around = (*self.preface, *self.conclusions)
        return any(unit.verdict != "same" for unit in self.units) or any(passage.changed for passage in around)


def compare(
    old: Text,
    new: Text,
    old_placeholders: Placeholders = NO_PLACEHOLDERS,
    new_placeholders: Placeholders = NO_PLACEHOLDERS,
) -> Comparison:
    """Mark what turns ``old`` into ``new``; the placeholders are what stands for deleted list items of each."""
    return Comparison(
        preface=compare_paragraphs(_plain(old.preface), _plain(new.preface)),
        units=tuple(_compare(pair, old_placeholders, new_placeholders) for pair in align(units(old), units(new))),
        conclusions=compare_paragraphs(_plain(old.conclusions), _plain(new.conclusions)),
    )


def _compare(pair: Pair, old_placeholders: Placeholders, new_placeholders: Placeholders) -> UnitChange:
    before, after = _paragraphs(pair.old, old_placeholders), _paragraphs(pair.new, new_placeholders)
    head = compare_heads(*(unit.provision if unit else None for unit in (pair.old, pair.new)))
    return judged(pair, head, compare_paragraphs(before, after))


def judged(pair: Pair, head: tuple[Run, ...], passages: tuple[Passage, ...]) -> UnitChange:
    """The marks of a pair, and what they say of it."""
    return UnitChange(
        verdict=_verdict(pair, head, passages),
        old=pair.old.place if pair.old else None,
        new=pair.new.place if pair.new else None,
        head=head,
        passages=passages,
    )


def _verdict(pair: Pair, head: tuple[Run, ...], passages: tuple[Passage, ...]) -> Verdict:
    if pair.new is None:
        return "moved-away" if pair.moved else "deleted"
    if pair.moved:
        return "moved"
    gone = pair.new.provision.status == "deleted"
    if pair.old is None:
        return "placeholder" if gone else "added"
    if gone != (pair.old.provision.status == "deleted"):
        return "deleted" if gone else "added"
    if any(passage.changed for passage in passages):
        return "changed"
    if all(run.kind == "keep" for run in head):
        return "same"
    before, after = pair.old.provision, pair.new.provision
    if before.heading == after.heading:
        return "renumbered"
    return "retitled" if before.num == after.num else "changed"


def _paragraphs(unit: Unit | None, placeholders: Placeholders) -> tuple[Paragraph, ...]:
    return tuple(paragraphs(unit.provision, placeholders)) if unit else ()


def compare_heads(old: Provision | None, new: Provision | None) -> tuple[Run, ...]:
    """Number and heading. A heading is struck and put in whole, for its words are a name; a sign at its end alone."""
    before, after = printed_head(old), printed_head(new)
    if old is None or new is None or old.heading.rstrip(_SIGNS) == new.heading.rstrip(_SIGNS):
        return compare_words(before, after)
    if old.num and new.num and old.heading and new.heading:
        *marks, last = compare_words(old.num, new.num)
        number = (Run("keep", f"{last.text} "),) if last.kind == "keep" else (last, Run("keep", " "))
        return (*marks, *number, Run("delete", old.heading), Run("insert", new.heading))
    if old.num != new.num:
        return compare_words(before, after)
    runs = (Run("keep", old.num), Run("delete", before[len(old.num) :]), Run("insert", after[len(old.num) :]))
    return tuple(run for run in runs if run.text)


def printed_head(provision: Provision | None) -> str:
    """Number and heading as they are printed."""
    return " ".join(filter(None, (provision.num, provision.heading))) if provision else ""


def _plain(texts: tuple[str, ...]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text) for text in texts)
