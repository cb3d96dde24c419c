"""Read a whole source: its documents, what was set aside of it, and the proof that no word was lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.digest import digest_bytes
from corpus.errors import NoProvisions
from corpus.sources.blocks import read_blocks
from corpus.sources.coverage import Coverage, prove_coverage
from corpus.sources.documents import Document, read_documents
from corpus.sources.formats import Changes, decode_source
from corpus.sources.furniture import find_furniture
from corpus.sources.hyphens import join_halves
from corpus.sources.line import Line, SetAside


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was understood of a file.

    ``digest`` is the SHA-256 of its bytes; ``extracted`` where its ``characters`` are not these bytes simply decoded;
    ``doubts`` are the lines of all documents that a person should look at.
    """

    name: str
    content: bytes
    digest: str
    characters: str
    extracted: bool
    documents: tuple[Document, ...]
    set_aside: tuple[SetAside, ...]
    coverage: Coverage
    doubts: tuple[Line, ...]

    def set_aside_by_reason(self) -> dict[str, dict[str, int]]:
        """What was set aside for each reason, and how often."""
        found: dict[str, Counter[str]] = {}
        for item in self.set_aside:
            found.setdefault(item.reason, Counter())[item.shown] += 1
        return {reason: dict(texts) for reason, texts in found.items()}


def in_order(set_aside: Iterable[SetAside]) -> tuple[SetAside, ...]:
    """What was set aside, as it stands in the source."""
    return tuple(sorted(set_aside, key=lambda item: item.line.offset))


def read_source(content: bytes, name: str, *, amends: bool = False, changes: Changes | None = None) -> Reading:
    """Read the bytes of a file of any format; raises a SourceError that names the file and the line.

    ``amends`` where the file is known to amend, whatever its title says; ``changes`` says how tracked changes are read.
    """
    decoded, cut = join_halves(decode_source(content, name, changes))
    characters, lines = decoded.characters, decoded.lines
    set_aside = in_order((*decoded.set_aside, *find_furniture(lines)))
    documents = read_documents(read_blocks(lines, set_aside), amends=amends)
    if not any(document.text.provisions for document in documents):
        raise NoProvisions(name, lines[-1].number if lines else 0)
    return Reading(
        name=name,
        content=content,
        digest=digest_bytes(content),
        characters=characters,
        extracted=decoded.extracted,
        documents=documents,
        set_aside=set_aside,
        coverage=prove_coverage(characters, set_aside, (document.text for document in documents), name),
        doubts=(*cut, *(line for document in documents for line in document.doubts)),
    )
