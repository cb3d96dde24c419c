"""The forms that a draft is written in, by the name of the format."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from amendments.drafting.document import Block
from renderer.draft_markdown import write_draft_markdown
from renderer.draft_text import write_draft_text

ENDINGS = {"text": ".txt", "markdown": ".md", "docx": ".docx"}


def writer(form: str) -> Callable[[Sequence[Block]], bytes]:
    """What writes a form."""
    if form == "docx":
        from renderer.draft_docx import write_draft_docx  # only a Word file needs its library

        return write_draft_docx
    return write_draft_markdown if form == "markdown" else write_draft_text


def forms_held(form: str) -> dict[str, Callable[[Sequence[Block]], bytes]]:
    """The forms that a draft is read back in: plain text, and the one that is asked for."""
    return {f"draft{ENDINGS[one]}": writer(one) for one in ("text", form)}
