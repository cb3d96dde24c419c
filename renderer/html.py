"""One self-contained HTML page: a consolidated text, or a redline."""

from __future__ import annotations

from renderer.environment import render
from renderer.redline.summary import opening
from renderer.redline.view import Redline
from renderer.view import View, dated


def write_html(view: View) -> str:
    """A page with a linked table of contents that can be read on a phone and printed; nothing is loaded."""
    as_of = dated(view)
    return render("text.html", view=view, dated=f"{as_of[:1].upper()}{as_of[1:]}")


def write_redline_html(marked: Redline, whole: bool = False) -> str:
    """A page with the marks: deletions struck and red, insertions underlined and green."""
    units = tuple(unit for unit in marked.units if whole or unit.changed)
    return render("redline.html", marked=marked, units=units, whole=whole, opening=opening(marked))
