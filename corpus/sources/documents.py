"""The documents that one source holds, each with title block, provisions and conclusions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.model import Provision, Text
from corpus.sources import prose
from corpus.sources.bare import bare_numbers
from corpus.sources.closing import opens_conclusions
from corpus.sources.line import Block, Line
from corpus.sources.marks import (
    AMENDMENT,
    RESTATED,
    SCHEDULE,
    is_centred,
    is_doubtful,
    opens_article,
    opens_section,
    opens_title,
)
from corpus.sources.outline import Outline, opens_block

_FULL_LINE = 60
"""Columns: a shorter line in the conclusions is a line of its own (a signature, a date), not a wrapped one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document of a source. Its provisions have no identity yet.

    ``first_line`` and ``last_line`` count from 1; ``closing_lines`` holds the line that each paragraph of the
    conclusions begins on. ``doubts`` are lines that a person should look at: they begin as a provision does and opened
    none, opened a section in the middle of a sentence, or bear a number that two lists could go on with. ``prose``
    holds the paragraphs of a document that amends in sentences; they stand in its text as clauses without a number.
    """

    text: Text
    first_line: int
    last_line: int
    closing_lines: tuple[int, ...]
    doubts: tuple[Line, ...]
    prose: tuple[Block, ...] = ()

    @property
    def title(self) -> str:
        """The title block on one line."""
        return " ".join(self.text.preface)


def read_documents(blocks: Sequence[Block], *, amends: bool = False) -> tuple[Document, ...]:
    """Cut a source into documents, and read each. With ``amends`` one that is no schedule is known to amend."""
    return tuple(_read_prose(part) if _is_prose(part, amends) else _read(part) for part in _parts(blocks))


def _is_prose(blocks: Sequence[Block], amends: bool) -> bool:
    title = " ".join(block.text for block in blocks[: prose.title_length(blocks)])
    amendment, restated = AMENDMENT.search(title), RESTATED.search(title)
    if SCHEDULE.search(title):
        return False
    if amendment:  # "AMENDMENT NO. 2 TO THE AMENDED AND RESTATED BYLAWS" restates nothing
        return restated is None or amendment.start() < restated.start()
    return amends and restated is None


def _read_prose(blocks: Sequence[Block]) -> Document:
    blocks = prose.items_apart(blocks)
    title = prose.title_length(blocks)
    end = prose.conclusions(blocks, title)
    head = tuple(" ".join(line.text.split()) for block in blocks[:title] for line in block.lines)
    closing = [paragraph for block in blocks[end:] for paragraph in _closing_paragraphs(block)]
    clauses = (Provision(level="clause", num="", body=(block.text,)) for block in blocks[title:end])
    return Document(
        text=Text(preface=head, provisions=tuple(clauses), conclusions=tuple(text for _, text in closing)),
        first_line=blocks[0].number,
        last_line=blocks[-1].lines[-1].number,
        closing_lines=tuple(number for number, _ in closing),
        doubts=(),
        prose=tuple(blocks[title:end]),
    )


def _parts(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """A title in the middle of the page opens a document where provisions stand before it and after it.

    The heading of an article may read "BYLAWS" or "AMENDMENT" too: it stands right under the article's number.
    """
    start, title, heading_due = 0, None, False
    for index, block in enumerate(blocks):
        if title is None and index > start and not heading_due and _opens_document(block):
            title = index
        article = opens_article(block.lines[0].text)
        heading_due = article is not None and not article.heading and len(block.lines) == 1
        if opens_block(block):
            if title is not None and any(opens_block(earlier) for earlier in blocks[start:title]):
                yield blocks[start:title]
                start = title
            title = None
    if blocks:
        yield blocks[start:]


def _opens_document(block: Block) -> bool:
    return is_centred(block.lines[0]) and opens_title(block.lines[0].text)


def _read(blocks: Sequence[Block]) -> Document:
    title: list[str] = []
    outline = Outline()
    blocks = bare_numbers(blocks)
    end = _conclusions(blocks)
    for block in blocks[:end]:
        if not outline.take(block):
            title += (" ".join(line.text.split()) for line in block.lines)
    closing = [paragraph for block in blocks[end:] for paragraph in _closing_paragraphs(block)]
    return Document(
        text=Text(
            preface=tuple(title),
            provisions=outline.provisions(),
            conclusions=tuple(text for _, text in closing),
        ),
        first_line=blocks[0].number,
        last_line=blocks[-1].lines[-1].number,
        closing_lines=tuple(number for number, _ in closing),
        doubts=tuple(sorted((*_doubts(blocks[:end]), *outline.strays), key=lambda line: line.offset)),
    )


def _doubts(blocks: Sequence[Block]) -> Iterator[Line]:
    for before, block in zip((None, *blocks), blocks, strict=False):
        first = block.lines[0]
        if block.opening and (block.opening.doubtful or block.opening.level is None):
            if block.opening.doubtful:
                yield first
            continue
        yield from _hidden(block)
        if not opens_block(block):
            if is_doubtful(" ".join(first.text.split())):
                yield first
        elif before is not None and opens_section(block.text) and _leaves_open(before):
            yield first


def _hidden(block: Block) -> Iterator[Line]:
    """The lines inside of a block that begin as a provision does, where the line above ends a sentence."""
    for above, line in pairwise(block.lines):
        if is_doubtful(" ".join(line.text.split())) and above.text.endswith((".", ";", ":")):
            yield line


def _leaves_open(block: Block) -> bool:
    """Whether a paragraph ends in the middle of a sentence; a heading may."""
    opening = opens_section(block.text)
    words = opening.rest if opening else block.text
    return (
        bool(words) and words.split()[-1].isalpha() and words.split()[-1].islower() and not is_centred(block.lines[-1])
    )


def _conclusions(blocks: Sequence[Block]) -> int:
    """Where the conclusions begin: at the first sign of them after the last article or section was opened."""
    openings = [n for n, block in enumerate(blocks) if opens_block(block)]
    last = openings[-1] if openings else len(blocks)
    signs = (n for n in range(last + 1, len(blocks)) if opens_conclusions(blocks[n]))
    return next(signs, len(blocks))


def _closing_paragraphs(block: Block) -> list[tuple[int, str]]:
    if any(len(line.text) + line.indent > _FULL_LINE and _wraps(line) for line in block.lines):
        return [(block.number, block.text)]
    return [(line.number, " ".join(line.text.split())) for line in block.lines]


def _wraps(line: Line) -> bool:
    return line.indent < _FULL_LINE // 2
