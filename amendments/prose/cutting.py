"""Cutting a paragraph in which new words stand: what instructs, the new words, and what follows them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from amendments.prose.grammar import read_sentences, read_with_names
from amendments.prose.instructions import Insert, Instruction
from amendments.prose.phrases import DAY, VERBS
from amendments.prose.scanner import Unread
from amendments.quoting import OPENING, closing
from corpus.address import Address
from corpus.sentences import sentences
from corpus.sources.marks import opens_section

_MARK = re.compile(r"(?<=[\s:])[“\"](?=\S)")
_NUMBER = re.compile(
    r"(?:\b(?:insert|add)(?:\s+(?:in|to)\s+Article\s+\w+,?)?|:)\s+(?P<start>(?:Section|Article)\s+\d)", re.IGNORECASE
)
_DAY = re.compile(
    r"(?<=[;.”\"])\s+(?=(?:and\s+)?(?:(?:further\s+)?resolved,?\s+(?:further,?\s+)?)?(?:that,?\s+)?effective\s+"
    rf"(?:as\s+of\s+|on\s+|from\s+)?(?:{DAY.replace(' ', '[ ]')}),\s)",
    re.IGNORECASE,
)
_AMENDS = re.compile(rf"(?:and\s+)?{VERBS}\s|this\s+(?:amendment|change)\b", re.IGNORECASE)
"""How a sentence begins that instructs, read or not."""
_RESERVED = re.compile(r"[“\"]\W*(?:intentionally )?(?:reserved|omitted|deleted)\b", re.IGNORECASE)
_JOINS = re.compile(r"and[,;]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A paragraph in three: ``before`` with what it instructs, the new words, and the rest, which may be empty.

    Not ``marked`` where no quotation marks hold the new words; ``numbered`` where these are a section with its number
    and words; with ``open_end`` the mark that ends them is not in the paragraph. ``named`` are the provisions that were
    named last before the rest.
    """

    before: str
    said: tuple[Instruction, ...]
    quoted: str
    rest: str
    named: tuple[Address, ...]
    marked: bool = True
    numbered: bool = False
    open_end: bool = False


def cut(paragraph: str, named: tuple[Address, ...], brings: Callable[[Instruction], bool]) -> Cut | None:
    """Where new words begin right after an instruction that brings some; None where nothing is to be cut."""
    for start in _starts(paragraph):
        before, words = paragraph[:start].rstrip(), paragraph[start:]
        said, last = read_with_names(before, named)
        if isinstance(said, Unread) or not said:
            continue
        if not brings(said[-1]) and not (before.endswith(":") and any(map(brings, said))):
            continue
        if _needs_number(said[-1]) and not _is_provision(words):
            continue
        if words[0] not in OPENING:
            if _is_provision(words) and not instructs_later(words):
                return Cut(before=before, said=said, quoted=words, rest="", named=last, marked=False)
            continue
        if _RESERVED.match(words):
            continue
        close = closing(words, inside=False)
        whole = close is None or not words[close + 1 :].strip(" .;,")
        rest = "" if whole else rest_of(words, inside=False, named=last)
        if whole or rest:
            quoted = words.removesuffix(rest).rstrip()
            return Cut(
                before=before,
                said=said,
                quoted=quoted,
                rest=rest,
                named=last,
                numbered=_is_provision(words),
                open_end=close is None,
            )
    return None


def another_day(paragraph: str) -> int:
    """Where a paragraph goes on with what takes effect on a day of its own; 0 where it does not."""
    found = next((one for one in _DAY.finditer(paragraph) if _is_even(paragraph[: one.start()])), None)
    return found.end() if found else 0


def _is_even(words: str) -> bool:
    """Whether every quotation that begins in words ends in them."""
    return words.count('"') % 2 == 0 and words.count("“") == words.count("”")


def rest_of(words: str, *, inside: bool, named: tuple[Address, ...] = ()) -> str:
    """What stands after the mark that ends a quotation, if it instructs or is "and"; empty where nothing does.

    ``inside`` where the quotation began in an earlier paragraph.
    """
    if not inside and words[:1] not in tuple(OPENING):
        return ""
    close = closing(words, inside=inside)
    if close is None or words[close - 1 : close] == ",":  # which may be the instruction's own comma
        return ""
    rest = words[close + 1 :].lstrip(" .;,")
    if not rest or _JOINS.fullmatch(rest.rstrip(" .;,:")):
        return rest
    said = read_sentences(rest, named)
    return rest if said and not isinstance(said, Unread) else ""


def _starts(paragraph: str) -> Iterator[int]:
    """Where new words may begin: at quotation marks, or at a provision's number after "insert" or a colon."""
    marks = [found.start() for found in _MARK.finditer(paragraph)]
    return iter(sorted([*marks, *(found.start("start") for found in _NUMBER.finditer(paragraph))]))


def _needs_number(instruction: Instruction) -> bool:
    return isinstance(instruction, Insert) and not instruction.numbers


def _is_provision(words: str) -> bool:
    """Whether words are a section with its number and words of its own, not a mere reference to one."""
    section = opens_section(words.lstrip("".join(OPENING)))
    return section is not None and bool(section.rest.strip(' .;,"”'))


def instructs_later(words: str) -> str:
    """The later sentence of new words that no marks hold which is an instruction: it can't be told which it is."""
    for one in sentences(words)[1:]:
        part = words[slice(*one.span)]
        said = read_sentences(part)
        if _AMENDS.match(part) or (said and not isinstance(said, Unread)):
            return part
    return ""
