"""New text as a sheet has it, set in under its operation, and back.

A number, its heading and the first words stand in one paragraph, as bylaws are printed; where the heading can't be told
from the words it stands between underscores, and two underscores say that there is none. Items are set in deeper than
what holds them. A line after a backslash is words, whatever it begins with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from amendments.quoting import opens_quotation
from amendments.sheet.stated import Fault
from corpus.address import Level, Step
from corpus.model import Provision
from corpus.sources.line import Opening
from corpus.sources.marks import opens_article, opens_item, opens_section, run_in_heading
from corpus.sources.outline import status_of

INDENT = 4
"""Columns by which new text is set in."""
WIDTH = 78
_ITEMS: tuple[Level, ...] = ("paragraph", "subparagraph", "clause", "subclause")
_Kind = Literal["article", "section", "item", "bare", ""]
"""What a paragraph opens; "bare" for a number without a word or brackets, empty for a heading without a number."""
_BARE = r"(?:\d{1,3}(?:\.\d{1,3})+[.:)]?|(?:\d{1,3}|[A-Za-z]|[IVXLCivxlc]{1,7})[.:)])"
_COUNTED = re.compile(rf"{_BARE}(?=\s)")
_MARKED = re.compile(
    r"(?:(?:(?P<article>art(?:icle)?\.?)|(?P<section>sec(?:t|tion)?\.?|§+))\s*[^\s_]+(?:\s?[-–—:.,)]+)?\s|"
    r"(?P<item>\([^\s()]{1,5}\))\s|(?P<bare>" + _BARE + r")\s)?_(?P<heading>(?:[^_\\]|\\.)*)_(?=\s|$)",
    re.IGNORECASE,
)
_ASKED = re.compile(r"#|-\s")
"""How a line begins that is hardly meant as new text: a comment, or another operation."""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A line of a sheet: its number from 1, its indent in columns, and its words."""

    number: int
    indent: int
    text: str


def write_provision(new: Provision, target: Step) -> list[str]:
    """The lines of a new text for a provision of that number, set in."""
    lines = list(_written(new, INDENT, target))
    return lines[:-1] if lines and not lines[-1] else lines


def _written(provision: Provision, indent: int, target: Step | None = None) -> Iterator[str]:
    body = list(provision.body)
    first = body.pop(0) if body and isinstance(body[0], str) else ""
    if provision.num or provision.heading:
        yield from _paragraph(_headed(provision, str(first), target), indent, opens=True)
    elif first:
        yield from _paragraph(str(first), indent, target=target)
    inside = indent if provision.level not in _ITEMS else indent + INDENT
    for part in body:
        yield from _paragraph(part, inside) if isinstance(part, str) else _written(part, indent + INDENT)


def _headed(provision: Provision, first: str, target: Step | None) -> str:
    """Number, heading and first words as they are printed or, where they would be read otherwise, with the marks."""
    plain = " ".join(filter(None, (provision.num, provision.heading, first)))
    opened = _opening(plain, target)
    kinds = ("item", "bare") if provision.level in _ITEMS else (provision.level, "bare")
    if opened and opened[0] in kinds and opened[1] == Opening(provision.num, provision.heading, first):
        return plain
    heading = re.sub(r"[_\\]", r"\\\g<0>", provision.heading)
    return " ".join(filter(None, (provision.num, f"_{heading}_", first)))


def _paragraph(said: str, indent: int, *, opens: bool = False, target: Step | None = None) -> Iterator[str]:
    """The lines of a paragraph, then an empty one; unless it ``opens`` a provision it is made to open none."""
    lines: list[str] = []
    for word in said.split():
        if lines and indent + len(lines[-1]) + 1 + len(word) <= WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    for number, line in enumerate(lines):
        opened = _opening(said if number == 0 else line, target if number == 0 else None) is not None
        opened = opened or (number == 0 and bool(opens_quotation(said) or _COUNTED.match(said)))
        shielded = line.startswith("\\") or bool(_ASKED.match(line)) or opened
        yield " " * indent + ("\\" if shielded and not (opens and number == 0) else "") + line
    yield ""


@dataclass(slots=True)
class _Open:
    """A provision still being read; nobody outside this file sees it."""

    level: Level
    opening: Opening
    indent: int
    body: list[str | _Open] = field(default_factory=list)

    @property
    def untitled(self) -> bool:
        """Whether this is an article of which only the number was read."""
        return self.level == "article" and not (self.opening.heading or self.body)

    def close(self) -> Provision:
        body = tuple(part if isinstance(part, str) else part.close() for part in self.body)
        heading = self.opening.heading
        return Provision(
            level=self.level, num=self.opening.num, heading=heading, body=body, status=status_of(heading, body)
        )


def read_provision(lines: Sequence[SheetLine], target: Step) -> Provision | Fault:
    """The provision for a number that set-in lines hold, blank ones included; or what is first wrong with them."""
    path: list[_Open] = []
    for chunk in _chunks(lines):
        if isinstance(chunk, Fault):
            return chunk
        first = chunk[0]
        said = " ".join(" ".join(line.text.removeprefix("\\") for line in chunk).split())
        literal = first.text.startswith("\\")
        opened = None if literal else _opening(said, None if path else target)
        if opened is None:
            if why := "" if literal else _doubtful(said, path):
                return Fault(first.number, why)
            _take_words(path, said, first.indent)
        elif not _open(path, *opened, first.indent, target.level):
            why = "A second provision begins here: give it an operation of its own, or set it in as part of the first."
            return Fault(first.number, why)
    return path[0].close()


def _doubtful(said: str, path: Sequence[_Open]) -> str:
    """Why a paragraph is hardly meant as words of the provision that is read; empty where it may be."""
    if opens_quotation(said):
        return "New text stands without quotation marks. If the bylaws are to have these, put a backslash before them."
    if _COUNTED.match(said):
        return (
            "This begins with a number. If it numbers what follows, put two underscores after it, 1. __ The dues are; "
            "if it is part of the words, put a backslash before it."
        )
    if path and path[-1].untitled:
        return (
            "Put the heading of an article on the line of its number, ARTICLE V OFFICERS; if this is no heading but "
            "words of the article, put a backslash before it."
        )
    return ""


def _chunks(lines: Sequence[SheetLine]) -> Iterator[list[SheetLine] | Fault]:
    """The lines of each paragraph, or what is wrong with one of them."""
    chunk: list[SheetLine] = []
    for line in lines:
        if not line.text:
            if chunk:
                yield chunk
            chunk = []
            continue
        if _ASKED.match(line.text):
            begins = "A comment" if line.text.startswith("#") else "An operation"
            why = f"{begins} begins in the first column. If this line is new text, put a backslash before it."
            yield Fault(line.number, why)
        if chunk and _opening(line.text) is not None:
            why = (
                "This line begins as a provision does, in the middle of a paragraph: put an empty line above it or, if "
                "it goes on with the line above, a backslash before it."
            )
            yield Fault(line.number, why)
        chunk.append(line)
    if chunk:
        yield chunk


def _take_words(path: list[_Open], said: str, indent: int) -> None:
    """Words belong to the innermost provision that they are set in under; an item's stand deeper than it."""
    if not path:
        path.append(_Open("section", Opening("", "", ""), indent))
    while len(path) > 1 and (path[-1].indent >= indent if path[-1].level in _ITEMS else path[-1].indent > indent):
        path.pop()
    path[-1].body.append(said)


def _open(path: list[_Open], kind: _Kind, opening: Opening, indent: int, wanted: Level) -> bool:
    """Open a provision in the one that holds it, the first at the level ``wanted``; False where none can."""
    level: Level
    if kind == "bare":
        while len(path) > 1 and path[-1].indent >= indent:
            path.pop()
        if path and path[-1].indent >= indent:
            return False
        level = _below(path[-1].level, opening.num) if path else wanted
    elif kind == "item":
        while len(path) > 1 and path[-1].level in _ITEMS and path[-1].indent >= indent:
            path.pop()
        if path and path[-1].level in _ITEMS and path[-1].indent >= indent:
            return False
        first = wanted if wanted in _ITEMS else "paragraph"
        level = _below(path[-1].level, "") if path else first
    else:
        level = "article" if kind == "article" else "section"
        if path and (level == "article" or path[0].level != "article"):
            return False
        del path[1:]
    opened = _Open(level, opening, indent, [opening.rest] if opening.rest else [])
    if path:
        path[-1].body.append(opened)
    path.append(opened)
    return True


def _below(level: Level, num: str) -> Level:
    """The level of what stands right inside a provision; ``num`` is its number where that has no brackets."""
    if level == "article" and num:
        return "section"
    if level == "section" and "." in num.rstrip("."):
        return "subsection"
    return _ITEMS[min(_ITEMS.index(level) + 1, len(_ITEMS) - 1)] if level in _ITEMS else "paragraph"


def _opening(said: str, target: Step | None = None) -> tuple[_Kind, Opening] | None:
    """What a paragraph opens: number, heading and the words after them; None where it is words alone.

    With a ``target`` a bare number that is the target's is one too: ``4. Quorum. Ten members …``.
    """
    marked = _MARKED.match(said)
    if marked:
        kind: _Kind = (
            "article" if marked["article"] else "section" if marked["section"] else "bare" if marked["bare"] else "item"
        )
        num = said[: marked.start("heading") - 1].strip()
        heading = re.sub(r"\\(.)", r"\1", marked["heading"]).strip()
        return kind if num else "", Opening(num, heading, said[marked.end() :].strip())
    if article := opens_article(said):
        return "article", article
    if section := opens_section(said):
        return "section", section
    own = _COUNTED.match(said) if target else None
    if own and target and target.matches(Step(target.level, own.group().rstrip(".:)"))):
        rest = said[own.end() :].strip()
        heading = run_in_heading(rest)
        return "bare", Opening(own.group(), heading, rest[len(heading) :].lstrip())
    item = opens_item(said)
    return ("item", item) if item else None
