"""A document as the data that the template ``document.typ`` reads: dictionaries, lists and strings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any
from unicodedata import combining

from renderer.pdf.document import Document, Line, Run, Table

_SPACES = dict.fromkeys(map(ord, "\t\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"), " ")
"""White space that would break a line, or print as nothing."""
_UNPRINTED = {0xAD: "\u2060", 0xFEFF: "\u2060"}
"""An optional hyphen, which a line's end would make a real one, and a mark that no PDF may hold: both print nothing, as
does what stands for them."""
_OVERLONG = re.compile("[!-,.-~\u00a1-\u00ac\u00ae-\u052f]{40,}")
"""What may be too long for a line and has nowhere to break it, in scripts whose letters don't join."""
_PIECE = 8
"""Characters of an overlong word between two places where it may be broken."""
_NARROW = 4
"""Characters of an item's number that leave room before the words hanging from it."""


def template_data(document: Document) -> dict[str, Any]:
    """The words unchanged, except that white space is plain and overlong words are cut into pieces."""
    levels = list(_levels(document.parts))
    listed = [at for at, level in enumerate(levels) if level]
    return {
        "title": _pieces(document.title),
        "dated": _pieces(document.dated),
        "language": document.language,
        "landscape": document.landscape,
        "filing": document.filing,
        "contents": listed[0] if document.contents and listed else None,
        "parts": [
            _table(part) if isinstance(part, Table) else _line(part, level, before)
            for before, part, level in zip((None, *document.parts), document.parts, levels, strict=False)
        ],
    }


def _levels(parts: Sequence[Line | Table]) -> Iterator[int]:
    """The level of each part in the outline, from 1; 0 for what is not in it. A section stands below an article."""
    below = 1
    for part in parts:
        if isinstance(part, Table) or not part.entry:
            yield 0
        elif part.kind == "article":
            below = 2
            yield 1
        else:
            yield below


def _table(table: Table) -> dict[str, Any]:
    return {
        "kind": "table",
        "widths": table.widths,
        "heads": [_pieces(head) for head in table.heads],
        "rows": [[_cell(cell) for cell in row] for row in table.rows],
    }


def _cell(lines: Sequence[Line]) -> list[dict[str, Any]]:
    return [_line(line, 0, before) for before, line in zip((None, *lines), lines, strict=False)]


def _line(line: Line, level: int, before: Line | Table | None) -> dict[str, Any]:
    return {
        "kind": line.kind,
        "level": level,
        "before": before.kind if isinstance(before, Line) else "",
        "entry": _plain(line.entry),
        "head": [_run(run) for run in line.head],
        "runs": [_run(run) for run in line.runs],
        "depth": line.depth,
        "run_in": line.run_in,
        "narrow": sum(len(run.text) for run in line.head) <= _NARROW,
    }


def _run(run: Run) -> dict[str, Any]:
    return {
        "pieces": _pieces(run.text),
        "kind": run.kind,
        "bold": run.bold,
        "italic": run.italic,
        "quiet": run.quiet,
        "colour": run.colour,
    }


def _pieces(words: str) -> list[str]:
    r"""The words in the pieces between which a line may be broken; ``\n`` by itself breaks it."""
    pieces: list[str] = []
    for line in _plain(words).split("\n"):
        at = 0
        for found in _OVERLONG.finditer(line):
            for cut in range(found.start() + _PIECE, found.end(), _PIECE):
                if not combining(line[cut]):
                    pieces.append(line[at:cut])
                    at = cut
        pieces += [line[at:], "\n"]
    return [piece for piece in pieces[:-1] if piece]


def _plain(words: str) -> str:
    return words.translate(_SPACES | _UNPRINTED)
