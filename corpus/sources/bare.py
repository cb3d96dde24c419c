"""Numbers without a word before them: ``1.1 Name.``, ``IV. OFFICERS``, ``B. Notice``, ``3. The dues are …``.

Such a number opens a provision only where it counts: as the next of a list, as the first where the second follows, or,
with points in it, under the provision that its first figures name. Whatever else begins with a number stays a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.address import Level, bare_number, roman_value
from corpus.sources.line import Block, Numbered, Opening
from corpus.sources.marks import is_heading, opens_article, opens_item, opens_section, run_in_heading
from corpus.sources.row import Mark, Open, Row, Second

_POINTED = re.compile(
    r"(?P<num>(?P<count>\d{1,3}\.\d{1,3}\s\d{1,2}(?=\s+[A-Z])|\d{1,3}(?:\.\d{1,3}){1,4})[.:)]?)(?:\s+|$)(?P<rest>.*)",
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
_LONGEST_HEADING = 80
_FAR = 400
"""Blocks within which the second number of a list must come."""
_SECONDS = {"1": ("2",), "a": ("b",), "i": ("ii", "j")}
"""What comes second in a list, by its first number."""


def bare_numbers(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a document, each that a bare number opens with its opening; a number alone joins what it numbers.

    The numbers at the top are articles where they bear headings alone and hold sections, else they are sections.
    """
    joined = tuple(_joined(blocks))
    found = _find(joined, "section")
    if any(_is_article(opened) for _, opened in found.values()):
        found = _find(joined, "article")
    numbered = (
        replace(block, opening=_headed(*found[index])) if index in found else block
        for index, block in enumerate(joined)
    )
    return tuple(_with_line_heading(block) for block in numbered)


def _is_article(opened: Open) -> bool:
    mark = opened.mark
    numeral = mark.style == "A." and roman_value(mark.count) is not None
    return opened.top and mark.alone and bool(mark.style) and (opened.holds or numeral)


def _joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """A number alone on its line belongs to the words below it."""
    number: Block | None = None
    for block in blocks:
        if number is not None and not _opens(block):
            yield _numbered(number, block)
            number = None
            continue
        if number is not None:
            yield number
        number = block if _ALONE.fullmatch(block.text) else None
        if number is None:
            yield block
    if number is not None:
        yield number


def _numbered(number: Block, words: Block) -> Block:
    block = replace(number, lines=(*number.lines, *words.lines))
    if not _WORDED.fullmatch(number.text):
        return block
    return replace(block, opening=with_heading(Opening(number.text, "", words.text), "section"))


def _opens(block: Block) -> bool:
    text = block.text
    return bool(
        opens_article(text) or opens_section(text) or opens_item(text) or _POINTED.match(text) or _ALONE.fullmatch(text)
    )


def _find(blocks: Sequence[Block], top: Level) -> dict[int, tuple[Opening, Open]]:
    """What each block opens that a bare number opens, those at the top being of the level ``top``."""
    row = Row()
    found: dict[int, tuple[Opening, Open]] = {}
    matches = [None if block.opening else _match(block) for block in blocks]
    seconds = _seconds(blocks, matches)
    for index, (block, match) in enumerate(zip(blocks, matches, strict=True)):
        if article := opens_article(block.lines[0].text):
            row.article(bare_number(article.num))
        elif section := block.opening.opening if block.opening else opens_section(block.text):
            row.section(bare_number(section.num))
        elif match:
            mark = _mark(match, block)
            headed = bool(run_in_heading(match["rest"]))
            opened = row.pointed(mark, headed=headed) if _is_pointed(match) else row.marked(mark, top, seconds[index])
            if opened:
                found[index] = Opening(" ".join(match["num"].split()), "", match["rest"]), opened
    return found


def _seconds(blocks: Sequence[Block], matches: Sequence[re.Match[str] | None]) -> list[Second]:
    """For each block whether its number could be the first of a list: found in one way back from the end."""
    made: list[Second] = []
    article = provision = len(blocks)
    any_at: dict[tuple[str, str], int] = {}
    like_at: dict[tuple[str, str, int, bool], int] = {}
    for index in range(len(blocks) - 1, -1, -1):
        block, match = blocks[index], matches[index]
        mark = _mark(match, block) if match and not _is_pointed(match) else None
        counts = _SECONDS.get(mark.count.lower(), ()) if mark else ()
        near = index + _FAR
        made.append(
            Second(
                follows=mark is not None
                and (
                    (bool(counts) and mark.heading > 0)
                    or any(any_at.get((mark.style, count), near) < min(near, article) for count in counts)
                ),
                inside=mark is not None
                and any(
                    like_at.get((mark.style, count, mark.heading, mark.alone), near) < min(near, provision)
                    for count in counts
                ),
            )
        )
        if mark:
            any_at[mark.style, mark.count.lower()] = index
            like_at[mark.style, mark.count.lower(), mark.heading, mark.alone] = index
        if opens_article(block.lines[0].text):
            article = provision = index
        elif block.opening or _is_pointed(match) or opens_section(block.text):
            provision = index
    return made[::-1]


def _match(block: Block) -> re.Match[str] | None:
    return _POINTED.fullmatch(block.text) or _MARKED.fullmatch(block.text)


def _is_pointed(match: re.Match[str] | None) -> bool:
    return match is not None and match.re is _POINTED


def _mark(match: re.Match[str], block: Block) -> Mark:
    count, rest = match["count"].replace(" ", "."), match["rest"]
    kind = "1" if count.isdigit() else "A" if count.isupper() else "a"
    return Mark(
        count=count,
        style="" if _is_pointed(match) else kind + match["mark"],
        indent=block.indent,
        heading=block.lines[0].heading,
        alone=len(rest) <= _LONGEST_HEADING and is_heading(rest.rstrip(".")),
    )


def _headed(opening: Opening, opened: Open) -> Numbered:
    """The opening with its heading apart; an item of a list has none."""
    if opened.level is None:
        return Numbered(opening, None, opened.doubtful)
    if opened.level == "article" and opened.mark.alone:
        return Numbered(Opening(opening.num, opening.rest, ""), opened.level, opened.doubtful)
    return with_heading(opening, opened.level, opened.doubtful)


def _with_line_heading(block: Block) -> Block:
    """The block with its first line as the heading of its section, where the author broke that line before its end.

    It is broken before its end where the next word would have had room on it.
    """
    found = block.opening or _worded(block)
    if len(block.lines) < 2 or found is None or found.level is None or found.opening.heading:
        return block
    first, *others = block.lines
    opening, words = found.opening, " ".join(first.text.split())
    heading = words[len(opening.num) :].strip() if words.startswith(opening.num) else ""
    room = max(line.indent + len(line.text) for line in others) - first.indent - len(first.text)
    broken = len(others[0].text.split()[0]) < room and others[0].text[0].isupper()
    if not (heading and broken and is_heading(heading)):
        return block
    opening = Opening(opening.num, heading, opening.rest[len(heading) :].lstrip())
    return replace(block, opening=Numbered(opening, found.level, found.doubtful))


def _worded(block: Block) -> Numbered | None:
    opening = None if opens_article(block.lines[0].text) else opens_section(block.text)
    return Numbered(opening, "section") if opening else None


def with_heading(opening: Opening, level: Level, doubtful: bool = False) -> Numbered:
    """An opening whose words may begin with a heading, with that apart."""
    heading = run_in_heading(opening.rest)
    return Numbered(Opening(opening.num, heading, opening.rest[len(heading) :].lstrip()), level, doubtful)
