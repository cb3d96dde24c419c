"""Words that the end of a line cut in two: ``elec-`` above ``tion``.

Whether the hyphen is the word's own or the printer's, only the document itself can tell: by the same word elsewhere,
whole or with its hyphen. Where it has neither, or both, the halves stay as they are printed and the line is shown as
doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.sources.decoded import Decoded
from corpus.sources.line import Line, SetAside

REASON = "line-break"
_CUT = re.compile(r"(?:^|(?<=[\s(“\"]))(?P<half>[^\W\d_]+(?:-[^\W\d_]+)*)-$")
_REST = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?!-?\w)(?!-$)", re.MULTILINE)
_SUSPENDED = frozenset(("and", "or", "to", "through"))
"""What follows a hyphen that stands for a word to come: "two- and three-year terms"."""


def join_halves(decoded: Decoded) -> tuple[Decoded, tuple[Line, ...]]:
    """The source with the halves joined that can be, and the lines with a word that is left in two."""
    cuts = list(_cuts(decoded.lines))
    if not cuts:
        return decoded, ()
    known = {word.lower() for word in _WORD.findall(decoded.characters)}
    lines = list(decoded.lines)
    aside: list[SetAside] = []
    doubts: list[Line] = []
    for at, half, rest in cuts:
        whole, hyphened = f"{half}{rest}".lower(), f"{half}-{rest}".lower()
        if (whole in known) == (hyphened in known):
            doubts.append(decoded.lines[at])
            continue
        aside.append(_joined(lines, at, rest, keeps_hyphen=hyphened in known, characters=decoded.characters))
    return replace(decoded, lines=tuple(lines), set_aside=(*decoded.set_aside, *aside)), tuple(doubts)


def _cuts(lines: tuple[Line, ...]) -> Iterator[tuple[int, str, str]]:
    """The place of each line that ends in the middle of a word, that half, and the first word of the next line."""
    for at in range(len(lines) - 1):
        if lines[at].text.endswith("-") and (cut := _CUT.search(lines[at].text)):
            rest = _REST.match(lines[at + 1].text)
            if rest and rest.group().lower() not in _SUSPENDED:
                yield at, cut["half"], rest.group()


def _joined(lines: list[Line], at: int, rest: str, *, keeps_hyphen: bool, characters: str) -> SetAside:
    """Put the second half, with the stop that may follow it, at the end of the first; gives what that takes away."""
    above, below = lines[at], lines[at + 1]
    words = below.text.split(maxsplit=1)
    second = words[0]
    left = below.text[len(second) :].lstrip()
    end = _end_of(above, characters)
    start = end if keeps_hyphen else end - 1
    lines[at] = replace(above, text=f"{above.text if keeps_hyphen else above.text[:-1]}{second}")
    lines[at + 1] = replace(below, text=left, offset=below.offset + len(below.text) - len(left))
    gap = Line(text=characters[start : below.offset], indent=0, number=above.number, offset=start)
    return SetAside(reason=REASON, line=gap, joins=True)


def _end_of(line: Line, characters: str) -> int:
    """Where the words of a line end in the source."""
    end = characters.find("\n", line.offset)
    return line.offset + len(characters[line.offset : end if end >= 0 else None].rstrip())
