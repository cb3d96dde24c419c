"""A text in force as it is read where it is printed: what stands beside its words there, and how they are read."""

from __future__ import annotations

from amendments.drafting.edited import Printed
from amendments.timeline import Consolidated
from corpus.model import Work
from corpus.sources.reader import read_source
from renderer.terminal import Screen
from renderer.text import write_text
from renderer.view import view_text


def reread(work: Work, consolidated: Consolidated) -> Printed:
    """What is read of the text that ``bylaws show`` prints; of several documents that it is read as, the first."""
    view = view_text(work, consolidated)
    read = read_source(write_text(view, Screen()).encode(), work.key)
    return Printed(read.documents[0].text, frozenset(entry.note for entry in view.entries if entry.note))
