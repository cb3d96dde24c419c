"""The comparison of two texts of a work, each mark with the instruments it comes from."""

from __future__ import annotations

from amendments.blame.attribution import attribute
from amendments.blame.by_instrument import compare_by_instrument
from amendments.blame.threads import Woven, weave
from amendments.compare.comparison import Comparison, compare
from amendments.instrument import Instrument
from amendments.timeline import Consolidated, Timeline
from corpus.paragraphs import NO_PLACEHOLDERS, Placeholders


def instruments_between(timeline: Timeline, old: Consolidated, new: Consolidated) -> tuple[Instrument, ...]:
    """The instruments that took effect between two texts, in order, whichever of the two is the later."""
    earlier, later = sorted((old, new), key=lambda text: text.instruments)
    return tuple(instrument for instrument, _ in timeline.between(earlier, later))


def compare_dates(
    timeline: Timeline,
    old: Consolidated,
    new: Consolidated,
    old_placeholders: Placeholders = NO_PLACEHOLDERS,
    new_placeholders: Placeholders = NO_PLACEHOLDERS,
) -> Comparison:
    """Mark what turns one text into the other, with the instruments of each mark."""
    comparison = compare(old.text, new.text, old_placeholders, new_placeholders)
    if not comparison.changed:
        return comparison
    return attribute(comparison, _woven(timeline, old, new, old_placeholders, new_placeholders))


def compare_dates_by_instrument(
    timeline: Timeline,
    old: Consolidated,
    new: Consolidated,
    old_placeholders: Placeholders = NO_PLACEHOLDERS,
    new_placeholders: Placeholders = NO_PLACEHOLDERS,
    *,
    superseded: bool = False,
) -> Comparison:
    """Mark what each instrument between two texts did, with ``superseded`` also what later ones took out again."""
    woven = _woven(timeline, old, new, old_placeholders, new_placeholders)
    return compare_by_instrument(old.text, new.text, woven, superseded)


def _woven(
    timeline: Timeline,
    old: Consolidated,
    new: Consolidated,
    old_placeholders: Placeholders,
    new_placeholders: Placeholders,
) -> Woven:
    if old.instruments > new.instruments:
        return _woven(timeline, new, old, new_placeholders, old_placeholders).reversed()
    steps = ((instrument.id, text) for instrument, text in timeline.between(old, new))
    return weave(old.text, steps, old_placeholders, new_placeholders)
