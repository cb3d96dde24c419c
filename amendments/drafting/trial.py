"""Trying clauses: what they do to a text, read as `bylaws amend` reads them, before they stand in a document."""

from __future__ import annotations

from collections.abc import Sequence

from amendments.drafting.document import Block, as_read
from amendments.patch.apply import apply_operation
from amendments.prose.clauses import read_clauses
from amendments.prose.decide import decide
from corpus.model import Text
from corpus.sources.documents import Document


def carried_out(blocks: Sequence[Block], before: Text, name: str) -> Text | None:
    """The text as the clauses leave it, or None where they are not read, or not in one way only.

    ``name`` is what the identities of new provisions begin with.
    """
    read = tuple(as_read(block) for block in blocks)
    document = Document(text=Text(), first_line=1, last_line=1, closing_lines=(), doubts=(), prose=read)
    _, clauses = read_clauses(document)
    operations, unread = decide(clauses, before)
    if unread or not operations:
        return None
    text = before
    for operation in operations:
        outcome = apply_operation(text, operation, name)
        if not outcome.effects or any(finding.severity != "note" for finding in outcome.findings):
            return None
        text = outcome.text
    return text
