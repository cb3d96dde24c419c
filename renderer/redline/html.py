"""A redline as one self-contained web page: one column or two, with a summary, a legend and keys."""

from __future__ import annotations

from dataclasses import dataclass

from renderer.environment import render
from renderer.redline.filing import as_filed
from renderer.redline.page import lay_out
from renderer.redline.summary import facts, opening, told
from renderer.redline.view import Redline

_TINTS = 8
"""How many colours instruments are told apart by; their numbers tell them apart too."""


@dataclass(frozen=True, slots=True)
class Author:
    """An instrument in the legend; ``count`` is how many changes have marks of it."""

    number: int
    name: str
    title: str
    count: int


def write_redline_html(
    marked: Redline,
    whole: bool = False,
    *,
    summary: bool = False,
    side_by_side: bool = False,
    filing: bool = False,
) -> str:
    """A page that loads nothing, with the whole text; without ``whole`` it opens on the changed sections alone.

    ``main`` holds the text, remarks in ``aside``. There, dropping every ``del`` and unwrapping every ``ins`` gives the
    new text, and the other way round the old one; in two columns the new text is in ``.new``, the old one in ``.old``.
    With ``filing`` the signs round deletions are in ``b.sign`` and of neither text.
    """
    marked = as_filed(marked) if filing else marked
    page = lay_out(marked, columns=side_by_side, filing=filing)
    authors = [
        Author(source.number, source.name, source.title, sum(source.id in change.by for change in marked.changes))
        for source in marked.sources
    ]
    changes = [
        (change.number, page.anchors.get(change.number, ""), told(marked, change).strip()) for change in marked.changes
    ]
    return render(
        "redline.html",
        marked=marked,
        page=page,
        whole=whole,
        filing=filing,
        columns=side_by_side,
        opening=opening(marked),
        facts=facts(marked) if summary else (),
        changes=changes if summary else (),
        authors=authors if marked.by_instrument else (),
        tints=_TINTS,
    )
