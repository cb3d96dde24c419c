"""What is refused of a Word file before it is read: words that stand elsewhere, and changes that are not settled."""

from __future__ import annotations

from corpus.errors import ChangesTracked, NotReadable
from corpus.sources.word.package import Package, W
from corpus.sources.word.styles import is_on
from corpus.sources.word.words import DELETED, INSERTED

_UNREAD = {
    "altChunk": "part of its text is another file inside it",
    "subDoc": "part of its text is in another file",
    "cellIns": "it has cells of a table that are marked as inserted",
    "cellDel": "it has cells of a table that are marked as deleted",
    "cellMerge": "it has cells of a table that are marked as merged",
}


def refuse_unread(package: Package, name: str) -> None:
    """Refuse what holds words outside of the document's own, or marks cells as changed."""
    for tag, reason in _UNREAD.items():
        if next(package.document.iter(f"{W}{tag}"), None) is not None:
            raise NotReadable(
                name, reason, "Open it in Word or LibreOffice, settle that, and save it under a new name."
            )


def refuse_tracked(package: Package, name: str) -> None:
    """Raise ChangesTracked where a file has tracked changes or words struck by hand."""
    inserted = list(package.document.iter(*INSERTED))
    deleted = list(package.document.iter(*DELETED))
    struck = [
        run
        for run in package.document.iter(f"{W}r")
        if is_on(run.find(f"{W}rPr"), "strike") or is_on(run.find(f"{W}rPr"), "dstrike")
    ]
    if not inserted and not deleted and not struck:
        return
    words = (
        " ".join("".join(part.text or "" for part in element.iter(f"{W}t", f"{W}delText")).split())
        for element in (*inserted, *deleted, *struck)
    )
    raise ChangesTracked(name, len(inserted), len(deleted) + len(struck), next(filter(None, words), "¶")[:60])
