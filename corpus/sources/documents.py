"""The documents that one source holds, each with title block, provisions and conclusions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpus.model import Text
from corpus.sources.line import Block, Line
from corpus.sources.marks import is_centred, opens_conclusions, opens_provision, opens_title
from corpus.sources.outline import Outline

_FULL_LINE = 60
"""Columns: a shorter line in the conclusions is a line of its own (a signature, a date), not a wrapped one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document of a source. Its provisions have no identity yet.

    ``first_line`` and ``last_line`` count from 1; ``closing_lines`` holds the line that each paragraph of the
    conclusions begins on.
    """

    text: Text
    first_line: int
    last_line: int
    closing_lines: tuple[int, ...]

    @property
    def title(self) -> str:
        """The title block on one line."""
        return " ".join(self.text.preface)


@dataclass(slots=True)
class _Reading:
    """A document still being read."""

    title: list[str] = field(default_factory=list)
    outline: Outline = field(default_factory=Outline)
    conclusions: list[tuple[int, str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)

    def take(self, block: Block) -> None:
        self.lines += [block.lines[0].number, block.lines[-1].number]
        if self.conclusions or (self.outline.begun and _concludes(block)):
            self.conclusions += _closing_paragraphs(block)
        elif not self.outline.take(block):
            self.title += (" ".join(line.text.split()) for line in block.lines)

    def close(self) -> Document:
        return Document(
            text=Text(
                preface=tuple(self.title),
                provisions=self.outline.provisions(),
                conclusions=tuple(text for _, text in self.conclusions),
            ),
            first_line=self.lines[0],
            last_line=self.lines[-1],
            closing_lines=tuple(number for number, _ in self.conclusions),
        )


def read_documents(blocks: Sequence[Block]) -> tuple[Document, ...]:
    """Cut a source into documents: a title block after the conclusions of one opens the next."""
    readings: list[_Reading] = []
    for block in blocks:
        if not readings or (readings[-1].conclusions and _opens_document(block)):
            readings.append(_Reading())
        readings[-1].take(block)
    return tuple(reading.close() for reading in readings)


def _opens_document(block: Block) -> bool:
    return is_centred(block.lines[0]) and opens_title(block.text)


def _concludes(block: Block) -> bool:
    return opens_conclusions(block.text) and not opens_provision(block.text)


def _closing_paragraphs(block: Block) -> Iterable[tuple[int, str]]:
    if any(len(line.text) + line.indent > _FULL_LINE and _wraps(line) for line in block.lines):
        return [(block.number, block.text)]
    return [(line.number, " ".join(line.text.split())) for line in block.lines]


def _wraps(line: Line) -> bool:
    return line.indent < _FULL_LINE // 2
