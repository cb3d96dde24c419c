"""Read a whole source: its documents, what was set aside of it, and the proof that no word was lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from corpus.digest import digest_bytes
from corpus.errors import NoProvisions
from corpus.sources.blocks import read_blocks
from corpus.sources.coverage import Coverage, prove_coverage
from corpus.sources.documents import Document, read_documents
from corpus.sources.edgar import decode, read_lines
from corpus.sources.furniture import find_furniture
from corpus.sources.line import Line, SetAside


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was understood of a file.

    ``digest`` is the SHA-256 of its bytes; ``doubts`` are the lines of all documents that a person should look at.
    """

    name: str
    content: bytes
    digest: str
    characters: str
    documents: tuple[Document, ...]
    set_aside: tuple[SetAside, ...]
    coverage: Coverage
    doubts: tuple[Line, ...]

    def set_aside_by_reason(self) -> dict[str, dict[str, int]]:
        """What was set aside for each reason, and how often."""
        found: dict[str, Counter[str]] = {}
        for item in self.set_aside:
            found.setdefault(item.reason, Counter())[item.line.text] += 1
        return {reason: dict(texts) for reason, texts in found.items()}


def read_source(content: bytes, name: str, *, amends: bool = False) -> Reading:
    """Read the bytes of a file; raises a SourceError that names the file and the line.

    ``amends`` where the file is known to amend, whatever its title says.
    """
    characters = decode(content, name)
    lines = read_lines(characters)
    set_aside = find_furniture(lines)
    documents = read_documents(read_blocks(lines, set_aside), amends=amends)
    if not any(document.text.provisions for document in documents):
        raise NoProvisions(name, characters.count("\n") + 1)
    return Reading(
        name=name,
        content=content,
        digest=digest_bytes(content),
        characters=characters,
        documents=documents,
        set_aside=set_aside,
        coverage=prove_coverage(characters, set_aside, (document.text for document in documents), name),
        doubts=tuple(line for document in documents for line in document.doubts),
    )
