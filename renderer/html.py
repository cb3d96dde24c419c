"""One self-contained HTML page: a consolidated text."""

from __future__ import annotations

from renderer.environment import render
from renderer.view import View, dated


def write_html(view: View) -> str:
    """A page with a linked table of contents that can be read on a phone and printed; nothing is loaded."""
    as_of = dated(view)
    return render("text.html", view=view, dated=f"{as_of[:1].upper()}{as_of[1:]}")
