"""The comparison of two texts: values in, values out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from amendments.compare.align import Pair, Unit, align, units
from amendments.compare.paragraphs import Passage, compare_paragraphs
from amendments.compare.words import Run, compare_words
from corpus.model import Place, Text
from corpus.paragraphs import NO_PLACEHOLDERS, Paragraph, Placeholders, paragraphs

Verdict = Literal["same", "changed", "added", "deleted", "moved", "moved-away", "placeholder"]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitChange:
    """An article or section in both texts. ``old`` and ``new`` say where it stands in each.

    ``head`` holds number and heading as runs. A moved unit is shown twice: ``moved`` with its inner edits where
    it stands now, ``moved-away`` where it stood. The words of both are then counted once, in the first. A
    ``placeholder`` stands where the words that it stands for did not.
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
    before, after = _content(pair.old, old_placeholders), _content(pair.new, new_placeholders)
    head = _compare_heads(before[0], after[0])
    passages = compare_paragraphs(before[1], after[1])
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
    if gone and pair.old.provision.status != "deleted":
        return "deleted"
    changed = any(run.kind != "keep" for run in head) or any(passage.changed for passage in passages)
    return "changed" if changed else "same"


def _content(unit: Unit | None, placeholders: Placeholders) -> tuple[tuple[str, str], tuple[Paragraph, ...]]:
    if unit is None:
        return ("", ""), ()
    provision = unit.provision
    return (provision.num, provision.heading), tuple(paragraphs(provision, placeholders))


def _compare_heads(old: tuple[str, str], new: tuple[str, str]) -> tuple[Run, ...]:
    """A heading is struck and put in whole: its words are a name."""
    before, after = " ".join(filter(None, old)), " ".join(filter(None, new))
    if not (before and after) or old[1] == new[1] or old[0] != new[0]:
        return compare_words(before, after)
    kept = old[0] + (" " if old[1] and new[1] else "")
    runs = (Run("keep", kept), Run("delete", before[len(kept) :]), Run("insert", after[len(kept) :]))
    return tuple(run for run in runs if run.text)


def _plain(texts: tuple[str, ...]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text) for text in texts)
