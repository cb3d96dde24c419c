"""Numbers without a word before them: ``1.1 Name.``, ``IV. OFFICERS``, ``B. Notice``, ``3. The dues are …``.

Such a number opens a provision only where it counts: as the next of a list, as the first where the second follows, or,
with points in it, under the provision that its first figures name. Whatever else begins with a number stays a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.address import Level, article_value, bare_number, roman_value
from corpus.sources.counting import is_first, is_next
from corpus.sources.line import Block, Numbered, Opening
from corpus.sources.marks import is_heading, opens_article, opens_item, opens_section, run_in_heading

_POINTED = re.compile(
    r"(?P<num>(?P<figures>\d{1,3}\.\d{1,3}\s\d{1,2}(?=\s+[A-Z])|\d{1,3}(?:\.\d{1,3}){1,4})[.:)]?)(?:\s+|$)(?P<rest>.*)",
    re.DOTALL,
)
_MARKED = re.compile(
    r"(?P<num>(?P<count>\d{1,3}|[IVXLC]{1,7}|[A-Z]|[a-z]|[ivxlc]{1,6})(?P<mark>[.)]))(?:\s+|$)(?P<rest>.*)", re.DOTALL
)
_WORDED = re.compile(r"(?:SECTION|Section|SEC\.?|Sec\.?|§)\s*\d{1,3}(?:\.\d{1,3})*[.:]?")
_ALONE = re.compile(
    rf"{_WORDED.pattern}|\d{{1,3}}(?:\.\d{{1,3}})+[.:]?|(?:\d{{1,3}}|[IVXLC]{{1,7}})\.|\((?:[a-z]{{1,5}}|\d{{1,2}})\)"
)
"""What may be a number alone on its line, above the words that it numbers."""
_DEEPER: tuple[Level, ...] = ("section", "subsection", "paragraph", "subparagraph")
_LONGEST_HEADING = 80
_FAR = 400
"""Blocks within which the second number of a list must come."""


@dataclass(slots=True)
class _Open:
    """A provision open at a place: its number without marks and how it is counted ("" for worded and pointed ones)."""

    level: Level | None
    number: str
    style: str
    index: int
    indent: int
    heading: int
    inner: bool = False
    top: bool = False


@dataclass(slots=True)
class _Path:
    """What is open at a place of a document, the outermost first. Mutable, and seen by nobody outside this file."""

    open: list[_Open] = field(default_factory=list)

    def article(self) -> str | None:
        return next((one.number for one in self.open if one.level == "article"), None)

    def section(self) -> str | None:
        return next((one.number for one in self.open if one.level == "section"), None)

    def holds(self, number: str) -> bool:
        return any(one.number == number for one in self.open)

    def hold(self) -> None:
        """Note that what is open holds another."""
        for one in self.open:
            one.inner = True


def bare_numbers(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a document, each that a bare number opens with its opening; a number alone joins what it numbers.

    The numbers at the top are articles where they bear headings alone and hold sections, else they are sections.
    """
    joined = tuple(_joined(blocks))
    found = _find(joined, "section")
    if any(_is_article(opening, opened) for opening, opened in found.values()):
        found = _find(joined, "article")
    return tuple(
        replace(block, opening=_headed(*found[index])) if index in found else block
        for index, block in enumerate(joined)
    )


def _is_article(opening: Opening, opened: _Open) -> bool:
    if not opened.top or len(opening.rest) > _LONGEST_HEADING or not is_heading(opening.rest.rstrip(".")):
        return False
    return opened.inner or (opened.style == "A." and roman_value(opened.number) is not None)


def _joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """A number alone on its line belongs to the words below it."""
    number: Block | None = None
    for block in blocks:
        if number is not None:
            if _opens(block):
                yield number
            else:
                yield _numbered(number, block)
                number = None
                continue
        number = block if _ALONE.fullmatch(block.text) else None
        if number is None:
            yield block
    if number is not None:
        yield number


def _numbered(number: Block, words: Block) -> Block:
    block = replace(number, lines=(*number.lines, *words.lines))
    if not _WORDED.fullmatch(number.text):
        return block
    heading = run_in_heading(words.text)
    opening = Opening(number.text, heading, words.text[len(heading) :].lstrip())
    return replace(block, opening=Numbered(opening, "section"))


def _opens(block: Block) -> bool:
    text = block.text
    return bool(
        opens_article(text) or opens_section(text) or opens_item(text) or _POINTED.match(text) or _ALONE.fullmatch(text)
    )


def _find(blocks: Sequence[Block], top: Level) -> dict[int, tuple[Opening, _Open]]:
    """What each block that a bare number opens opens; an item of a list has no level of its own."""
    path = _Path()
    found: dict[int, tuple[Opening, _Open]] = {}
    marked = {index: match for index, block in enumerate(blocks) if (match := _MARKED.fullmatch(block.text))}
    for index, block in enumerate(blocks):
        if article := opens_article(block.lines[0].text):
            path.open = [_Open("article", bare_number(article.num), "", index, block.indent, 0)]
        elif section := block.opening.opening if block.opening else opens_section(block.text):
            path.open = [one for one in path.open if one.level == "article" or one.top]
            path.hold()
            path.open.append(_Open("section", bare_number(section.num), "", index, block.indent, 0))
        elif (pointed := _POINTED.fullmatch(block.text)) and (opened := _pointed(pointed, path, block, index)):
            path.open.append(opened)
            found[index] = _opening(pointed, opened), opened
        elif index in marked and (opened := _marked(marked[index], path, blocks, index, marked, top)):
            path.open.append(opened)
            found[index] = _opening(marked[index], opened), opened
    return found


def _opening(found: re.Match[str], opened: _Open) -> Opening:
    return Opening(" ".join(found["num"].split()), "", found["rest"])


def _pointed(found: re.Match[str], path: _Path, block: Block, index: int) -> _Open | None:
    """``2.2.1``: under what its first figures name, after its siblings; or with a heading, wherever it stands."""
    figures = found["figures"].replace(" ", ".")
    parts = figures.split(".")
    above = ".".join(parts[:-1])
    depth = len(parts) - 2
    section, article = path.section(), path.article()
    if section is not None and "." not in section:
        if section != parts[0]:
            return None
        depth += 1  # Section 2 holds 2.1
    if depth >= len(_DEEPER):
        return None
    level = _DEEPER[depth]
    siblings = [one for one in path.open if one.level == level and "." in one.number]
    fits = (
        any(_follows(one.number, figures) for one in siblings)
        or (not siblings and depth == 0 and _names(article, above))
        or (not siblings and int(parts[-1]) <= 1 and (path.holds(above) or (depth == 0 and article is None)))
    )
    if not fits and not (run_in_heading(found["rest"]) and siblings):
        return None
    path.open = [one for one in path.open if one.level is not None and _rank(one.level) < _rank(level)]
    path.hold()
    return _Open(level, figures, "", index, block.indent, block.lines[0].heading)


def _names(number: str | None, figures: str) -> bool:
    """Whether an article's number is what these figures say: article III and 3."""
    return number is not None and (number == figures or str(article_value(number) or "") == figures)


def _follows(before: str, after: str) -> bool:
    """Whether a pointed number comes after another of the same length under the same one."""
    ours, theirs = before.split("."), after.split(".")
    return ours[:-1] == theirs[:-1] and int(ours[-1]) < int(theirs[-1])


def _rank(level: Level) -> int:
    return ("article", *_DEEPER).index(level)


def _marked(
    found: re.Match[str],
    path: _Path,
    blocks: Sequence[Block],
    index: int,
    marked: dict[int, re.Match[str]],
    top: Level,
) -> _Open | None:
    """``B.``: the next of a list that is open, or the first of one whose second follows."""
    block, count = blocks[index], found["count"]
    following = [one for one in path.open if one.style and _continues(one, found)]
    if following:
        best = max(
            following,
            key=lambda one: (one.heading == block.lines[0].heading, one.indent == block.indent, path.open.index(one)),
        )
        del path.open[path.open.index(best) :]
        return replace(
            best, number=count, index=index, indent=block.indent, heading=block.lines[0].heading, inner=False
        )
    if not is_first(count) or not _second_follows(found, blocks, index, marked):
        return None
    path.hold()
    holder = path.open[-1].level if path.open else "top"
    level: Level | None = top if holder == "top" else "section" if holder == "article" else None
    heading = block.lines[0].heading
    return _Open(level, count, _style(found), index, block.indent, heading, top=holder == "top")


def _style(found: re.Match[str]) -> str:
    """Figures, capitals or small letters, and the mark after them."""
    count = found["count"]
    kind = "1" if count.isdigit() else "A" if count.isupper() else "a"
    return kind + found["mark"]


def _continues(one: _Open, found: re.Match[str]) -> bool:
    return one.style == _style(found) and is_next(one.number, found["count"])


def _second_follows(
    found: re.Match[str], blocks: Sequence[Block], index: int, marked: dict[int, re.Match[str]]
) -> bool:
    for later in range(index + 1, min(index + _FAR, len(blocks))):
        if (
            later in marked
            and _style(marked[later]) == _style(found)
            and is_next(found["count"], marked[later]["count"])
        ):
            return True
        if opens_article(blocks[later].lines[0].text):
            return False
    return False


def _headed(opening: Opening, opened: _Open) -> Numbered:
    """The opening with its heading apart; an item of a list has none."""
    if opened.level is None:
        return Numbered(opening, None)
    rest = opening.rest
    alone = opened.level == "article" and len(rest) <= _LONGEST_HEADING and is_heading(rest)
    heading = rest if alone else run_in_heading(rest)
    return Numbered(Opening(opening.num, heading, rest[len(heading) :].lstrip()), opened.level)
