"""What is refused of a Word file before it is read: words that stand elsewhere, and changes that are not settled."""

from __future__ import annotations

from lxml import etree

from corpus.errors import ChangesTracked, NotReadable
from corpus.sources.word.package import Package, W
from corpus.sources.word.styles import is_on, value
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
    """Raise ChangesTracked where a file has tracked changes, of words or of numbers, or words struck by hand."""
    inserted = list(package.document.iter(*INSERTED))
    deleted = list(package.document.iter(*DELETED))
    struck = [
        run
        for run in package.document.iter(f"{W}r")
        if is_on(run.find(f"{W}rPr"), "strike") or is_on(run.find(f"{W}rPr"), "dstrike")
    ]
    if not inserted and not deleted and not struck:
        if renumbered := _renumbered(package.document):
            raise ChangesTracked(name, 0, 0, words_of(renumbered[0])[:60], renumbered=len(renumbered))
        return
    words = (words_of(element) for element in (*inserted, *deleted, *struck))
    raise ChangesTracked(name, len(inserted), len(deleted) + len(struck), next(filter(None, words), "¶")[:60])


def words_of(element: etree._Element) -> str:
    """The words inside an element on one line."""
    return " ".join("".join(part.text or "" for part in element.iter(f"{W}t", f"{W}delText")).split())


def _renumbered(document: etree._Element) -> list[etree._Element]:
    """The paragraphs whose numbering a tracked change of their format alters."""
    return [
        paragraph
        for paragraph in document.iter(f"{W}p")
        if (change := paragraph.find(f"{W}pPr/{W}pPrChange")) is not None
        and _numbering(paragraph.find(f"{W}pPr")) != _numbering(change.find(f"{W}pPr"))
    ]


def _numbering(properties: etree._Element | None) -> tuple[str | None, ...]:
    said = properties.find(f"{W}numPr") if properties is not None else None
    return value(properties, "pStyle"), value(said, "numId"), value(said, "ilvl")
