"""The days on which documents take effect: each its own, and an amendment that names several in parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from amendments.adoption import is_of_the_bylaws
from amendments.errors import DatesStated, SeveralDays, SomeDated
from corpus.errors import Undated
from corpus.sources.documents import Document
from corpus.sources.particulars import Dating, dating, effective_days


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A document, or with ``part`` what of it takes effect on that day only; and the words that say the day."""

    document: Document
    day: date
    dating: Dating | None
    part: bool = False


def due(documents: Sequence[Document], name: str, said: date | None) -> list[Due]:
    """The day each takes force, in that order: its own, unless it is the only one and the person ``said`` another.

    An amendment whose every change says its day is taken apart where they are several. Raises SeveralDays or SomeDated
    where it can't be told what takes effect on which.
    """
    if said is not None and len(documents) > 1 and all(_stated(document) for document in documents):
        raise DatesStated(name, len(documents))
    found: list[Due] = []
    for document in documents:
        stated = _stated(document)
        if said is not None and (stated is None or len(documents) == 1):
            found.append(Due(document=document, day=said, dating=stated))
        else:
            found += _parts(document, name) or [_whole(document, stated, name)]
    return sorted(found, key=lambda one: one.day)


def _stated(document: Document) -> Dating | None:
    """The day that a document says; none where sentences that amend say that of the bylaws alone."""
    stated = dating(document)
    return None if stated and document.prose and is_of_the_bylaws(stated.day, stated.words) else stated


def _whole(document: Document, stated: Dating | None, name: str) -> Due:
    if stated is None:
        raise Undated(name, document.first_line, document.title, "--effective")
    several = effective_days(document)
    if len(several) > 1:
        raise SeveralDays(name, document.first_line, several)
    return Due(document=document, day=stated.day, dating=stated)


def _parts(document: Document, name: str) -> list[Due]:
    """A document in the parts that its changes' days make of it; none where no change says its day.

    Each part has all words of the document, and carries out what is its own.
    """
    if not any("effective" in block.text.lower() for block in document.prose):
        return []
    from amendments.prose.clauses import effects_said  # schedules do without, and the grammar takes a while to load

    effects = effects_said(document)
    days = {effect.day: effect for effect in reversed(effects) if effect.day is not None}
    stated = _stated(document)
    if not days:
        return []
    others = [day for day in effective_days(document) if day not in days]
    if others or any(effect.several for effect in effects):
        raise SeveralDays(name, document.first_line, sorted((*days, *others)))
    undated = next((effect for effect in effects if effect.instructs and effect.day is None), None)
    if undated is not None:
        if len(days) == 1 and any(effect.general for effect in effects):
            return []
        raise SomeDated(name, undated.line, undated.words, min(days))
    return [
        Due(
            document=document,
            day=day,
            dating=stated if stated and stated.day == day else Dating(day=day, words=effect.words, line=effect.line),
            part=len(days) > 1,
        )
        for day, effect in days.items()
    ]
