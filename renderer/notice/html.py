"""The notice as one self-contained web page: three columns, stacked on a phone, landscape on paper."""

from __future__ import annotations

from renderer.environment import render
from renderer.notice.view import ANNEX, HEADS, KEY, Notice


def write_notice_html(notice: Notice) -> str:
    """A page that loads nothing. What is said about the texts is in ``.told``, and in none of them."""
    return render("notice.html", notice=notice, heads=HEADS, annex=ANNEX, key=KEY)
