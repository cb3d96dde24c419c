"""The instruments that marks come from, each with a short name that no other has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from amendments.instrument import Instrument
from corpus.dates import spoken
from renderer.redline.view import Source

_ATTACHED = re.compile(r"(?:schedule|exhibit|annex|appendix|attachment)\s+\w+\b", re.IGNORECASE)
_KIND = re.compile(r"[\w\s&-]*?(?=\s+(?:of|to|for|by)\b|$)", re.IGNORECASE)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LONGEST = 40
"""Characters of a title that still serve as a name."""


def sources_of(instruments: Sequence[Instrument]) -> tuple[Source, ...]:
    """The instruments in the order given, numbered from 1."""
    names = [f"{short_title(one)}, {spoken(one.effective)}" for one in instruments]
    often = Counter(names)
    return tuple(
        Source(
            id=one.id,
            number=number,
            name=name if often[name] == 1 else f"{name} ({one.id})",
            title=one.title,
            effective=one.effective,
        )
        for number, (one, name) in enumerate(zip(instruments, names, strict=True), 1)
    )


def raised(numbers: Iterable[int]) -> str:
    """The numbers of instruments, small and raised, as they stand behind words: ``¹·⁴``."""
    return "·".join(map(str, numbers)).translate(_RAISED)


def short_title(instrument: Instrument) -> str:
    """What its parties call it, else the kind of document that its title names: ``Schedule A``."""
    if instrument.assumed:
        return "Assumed amendment"
    if instrument.number:
        return instrument.number
    found = _ATTACHED.match(instrument.title) or _KIND.match(instrument.title)
    words = " ".join(found[0].split()) if found else ""
    if not words or len(words) > _LONGEST:
        return "Amendment"
    return words.title() if words.isupper() else words
