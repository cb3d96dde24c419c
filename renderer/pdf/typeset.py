"""From a document to the bytes of a PDF, by Typst with the fonts that it brings.

The words are handed to a fixed template as data. The file is tagged and holds to PDF/UA-1, which has no letter without
its form: one that the fonts lack is looked for in those of the machine, and refused where these lack it too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import name

from corpus.errors import BylawsError
from renderer.pdf.data import template_data
from renderer.pdf.document import Document, Line, Run, Table

_TEMPLATE = Path(__file__).with_name("document.typ")
_LACKING = re.compile(r'the text `"(?P<letter>.*?)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


class LetterWithoutFont(BylawsError):
    def __init__(self, letter: str, words: str) -> None:
        code = f"U+{ord(letter[0]):04X}"
        super().__init__(
            f"No font on this machine has the letter '{letter}' ({code}, {name(letter[0], 'without a name')}), which"
            f" stands in '{words}'.",
            "Install a font that has it, or write HTML, Markdown or text, which carry every letter.",
        )


def typeset(document: Document) -> bytes:
    """The PDF, the same bytes for the same document; raises LetterWithoutFont.

    Only where the fonts that Typst brings lack a letter do the bytes depend on those of the machine.
    """
    import typst  # only a PDF needs it

    inputs = {"document": json.dumps(template_data(document), ensure_ascii=False)}
    for own_fonts_only in (True, False):
        try:
            made: bytes = typst.compile(
                _TEMPLATE.read_bytes(),
                sys_inputs=inputs,
                ignore_system_fonts=own_fonts_only,
                pdf_standards=["ua-1"],
            )
        except typst.TypstError as error:
            found = _LACKING.search(error.message)
            if found is None:
                raise
            lacking = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), found["letter"])
        else:
            return made
    raise LetterWithoutFont(lacking, _around(lacking, document.parts) or document.title)


def _around(letter: str, parts: Iterable[Line | Table]) -> str:
    """The words in which a letter stands."""
    for run in _runs(parts):
        before, found, after = run.text.partition(letter)
        if found:
            return f"{before[-30:]}{found}{after[:30]}".strip()
    return ""


def _runs(parts: Iterable[Line | Table]) -> Iterator[Run]:
    for part in parts:
        if isinstance(part, Line):
            yield from (*part.head, *part.runs)
        else:
            yield from map(Run, part.heads)
            for row in part.rows:
                for cell in row:
                    yield from _runs(cell)
