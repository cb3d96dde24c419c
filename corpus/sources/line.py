"""The lines of a source, each knowing where it stood, and the lines set aside as page furniture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a source: its words without the space around them.

    ``number`` counts from 1; ``indent`` is in columns; ``offset`` is the place of the first word in the
    decoded source, in characters.
    """

    text: str
    indent: int
    number: int
    offset: int

    @property
    def blank(self) -> bool:
        return not self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A line that belongs to the page and not to the text, with the name of the reason."""

    reason: str
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines that stand together between blank lines, joined again where a page cut them."""

    lines: tuple[Line, ...]
    after_page: bool = False

    @property
    def text(self) -> str:
        return " ".join(" ".join(line.text.split()) for line in self.lines)

    @property
    def indent(self) -> int:
        return self.lines[0].indent

    @property
    def number(self) -> int:
        """The line it begins on."""
        return self.lines[0].number
