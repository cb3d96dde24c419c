"""Words on a terminal: wrapping to its width, and colour where it is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import TextWrapper
from typing import Literal

Style = Literal[
    "plain", "title", "heading", "note", "underlined", "insert", "delete", "error", "warning", "success",
    "insert-1", "insert-2", "insert-3", "insert-4", "insert-5",
    "delete-1", "delete-2", "delete-3", "delete-4", "delete-5",
    "source-1", "source-2", "source-3", "source-4", "source-5",
]  # fmt: skip
"""The numbered ones tell authors apart; insertions are underlined and deletions struck in any colour."""


_COLOURS = (34, 35, 36, 33, 32)
"""Of authors: blue, magenta, cyan, yellow, green."""

_CODES: dict[str, str] = {
    "plain": "",
    "title": "1",
    "heading": "1",
    "note": "2",
    "underlined": "4",
    "insert": "32;4",
    "delete": "31;9",
    "error": "1;31",
    "warning": "33",
    "success": "32",
    **{f"insert-{number}": f"{colour};4" for number, colour in enumerate(_COLOURS, 1)},
    **{f"delete-{number}": f"{colour};9" for number, colour in enumerate(_COLOURS, 1)},
    **{f"source-{number}": str(colour) for number, colour in enumerate(_COLOURS, 1)},
}


@dataclass(frozen=True, slots=True)
class Screen:
    """Where words are going: its width in columns and whether it shows colour."""

    width: int = 80
    colour: bool = False

    def paint(self, text: str, style: Style) -> str:
        code = _CODES[style]
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code and text else text

    def wrap(self, text: str, style: Style = "plain", indent: int = 0, hanging: int = 0) -> Iterator[str]:
        """The lines of a paragraph; no word is ever broken or lost, however narrow the screen."""
        wrapper = TextWrapper(
            width=max(self.width, indent + hanging + 20),
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hanging),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in wrapper.wrap(text):
            body = line.lstrip(" ")
            yield " " * (len(line) - len(body)) + self.paint(body, style)

    def centre(self, text: str, style: Style = "plain") -> Iterator[str]:
        for line in TextWrapper(width=self.width, break_long_words=False, break_on_hyphens=False).wrap(text):
            yield " " * max(0, (self.width - len(line)) // 2) + self.paint(line, style)

    def wrap_styled(self, pieces: Iterable[tuple[str, Style]], indent: int = 0) -> Iterator[str]:
        """Wrap a paragraph whose words have styles of their own."""
        line: list[tuple[str, Style]] = []
        used = indent
        for word in _words(pieces):
            length = sum(len(text) for text, _ in word)
            space = 1 if line and word[0][0].startswith(" ") else 0
            if line and space and used + length > self.width:
                yield self._styled(line, indent)
                line, used = [], indent
                word[0] = (word[0][0][1:], word[0][1])
                length -= 1
            line += word
            used += length
        if line:
            yield self._styled(line, indent)

    def _styled(self, line: list[tuple[str, Style]], indent: int) -> str:
        merged: list[tuple[str, Style]] = []
        for text, style in line:
            if merged and merged[-1][1] == style:
                merged[-1] = (merged[-1][0] + text, style)
            else:
                merged.append((text, style))
        return " " * indent + "".join(self.paint(text, style) for text, style in merged)


def _words(pieces: Iterable[tuple[str, Style]]) -> Iterator[list[tuple[str, Style]]]:
    """Words with the space before them; one word may change its style within."""
    word: list[tuple[str, Style]] = []
    for text, style in pieces:
        for part in text.replace(" ", "\0 ").split("\0"):
            if part.startswith(" ") and word:
                yield word
                word = []
            if part:
                word.append((part, style))
    if word:
        yield word
