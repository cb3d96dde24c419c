"""Drafts for tests: of the Harbor Light Society's by-laws, or of any record."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from amendments.adoption import Adoption
from amendments.describe import describe, target_of
from amendments.drafting.draft import Asked, Drafted, draft
from amendments.drafting.edited import read_copy
from amendments.operations import kind_of
from amendments.proposal import Wishes
from amendments.record import Record, open_record
from amendments.recording import record
from amendments.timeline import Timeline
from corpus.sources.reader import read_source
from corpus.store import Book
from renderer.draft_forms import forms_held
from renderer.reread import reread
from renderer.terminal import Screen
from renderer.text import write_text
from renderer.view import view_text
from sample import RECORDED

HARBOR = (Path(__file__).parent / "cases" / "bylaws.txt").read_text(encoding="utf-8")
ON = date(2001, 6, 1)
FORMS = forms_held("docx") | forms_held("markdown")


def printed(kept: Record, day: date = ON, width: int = 80) -> str:
    """The text in force as ``bylaws show`` prints it."""
    found = Timeline(kept.base, kept.instruments).as_of(day)
    return write_text(view_text(kept.work, found), Screen(width=width))


def drafted(kept: Record, copy: str, style: str = "resolution", day: date = ON) -> Drafted | None:
    found = Timeline(kept.base, kept.instruments).as_of(day)
    wanted = read_copy(read_source(copy.encode(), "copy.txt"), found.text, reread(kept.work, found))
    asked = Asked(style=style, effective=day, day=day, adoption=Adoption())  # type: ignore[arg-type]
    return draft(kept, wanted, asked, FORMS)


def told(found: Drafted | None) -> list[str]:
    assert found is not None
    return [f"{kind_of(one)} {target_of(one.target)}  {describe(one)}" for one in found.instrument.operations]


def harbor_light(folder: Path) -> Record:
    """The by-laws of the cases, recorded in the book of a folder."""
    book = Book(folder / "book")
    record(book, read_source(HARBOR.encode(), "bylaws.txt"), Wishes(key="harbor"), RECORDED)
    return open_record(book, "harbor")


def edit(copy: str, *edits: tuple[str, str]) -> str:
    """The copy with each of the old words, which stand there once however the lines are broken, put in other words."""
    for old, new in edits:
        pattern = r"\s+".join(map(re.escape, old.split()))
        assert len(re.findall(pattern, copy)) == 1, old
        copy = re.sub(pattern, lambda _, put=new: put, copy)  # type: ignore[misc]
    return copy
