"""The paragraphs of a provision as they are printed and compared, items of its lists included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.model import Provision


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a provision. ``depth`` counts the lists that it stands in; an item begins with its number."""

    text: str
    depth: int = 0


def paragraphs(provision: Provision, depth: int = 0) -> Iterator[Paragraph]:
    """A provision's paragraphs and those of its items, in reading order; a section inside is left out."""
    for part in provision.body:
        if isinstance(part, str):
            yield Paragraph(part, depth)
        elif part.level not in ("article", "section"):
            yield from _item(part, depth + 1)


def _item(item: Provision, depth: int) -> Iterator[Paragraph]:
    head = " ".join(filter(None, (item.num, item.heading)))
    inner = list(paragraphs(item, depth))
    if inner and inner[0].depth == depth:
        head, inner = " ".join(filter(None, (head, inner[0].text))), inner[1:]
    yield Paragraph(head, depth)
    yield from inner
