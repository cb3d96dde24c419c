"""The paragraphs of a provision as they are printed and compared, items of its lists included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from corpus.model import Provision

Placeholders = Mapping[str, str]
"""What stands for the words of a deleted list item, by its identity."""
NO_PLACEHOLDERS: Placeholders = {}
_DELETED = "[Deleted.]"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a provision. ``depth`` counts the lists that it stands in; an item begins with its number.

    ``num`` and ``heading`` are those that it begins with, where it opens a provision.
    """

    text: str
    depth: int = 0
    num: str = field(default="", compare=False)
    heading: str = field(default="", compare=False)

    @property
    def head(self) -> str:
        """The number and heading that stand out: of an item with a heading, or with a number such as 2.2.1."""
        pointed = "." in self.num.rstrip(".")
        return " ".join(filter(None, (self.num, self.heading))) if self.heading or pointed else ""


def paragraphs(provision: Provision, placeholders: Placeholders = NO_PLACEHOLDERS) -> Iterator[Paragraph]:
    """A provision's paragraphs and those of its items, in reading order; a section inside is left out."""
    yield from _paragraphs(provision, 0, placeholders)


def _paragraphs(provision: Provision, depth: int, placeholders: Placeholders) -> Iterator[Paragraph]:
    for part in provision.body:
        if isinstance(part, str):
            yield Paragraph(part, depth)
        elif part.level not in ("article", "section"):
            yield from _item(part, depth + 1, placeholders)


def _item(item: Provision, depth: int, placeholders: Placeholders) -> Iterator[Paragraph]:
    gone = placeholders.get(item.wid, _DELETED) if item.status == "deleted" else ""
    head = " ".join(filter(None, (item.num, item.heading, gone)))
    inner = list(_paragraphs(item, depth, placeholders))
    if inner and inner[0].depth == depth:
        head, inner = " ".join(filter(None, (head, inner[0].text))), inner[1:]
    yield Paragraph(head, depth, item.num, item.heading)
    yield from inner
