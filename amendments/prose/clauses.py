"""From the paragraphs of an amending document to its clauses: what it instructs, and the new words under it.

Each paragraph that instructs or tells something is a clause without a number. What it brings stands in it as
provisions, with the quotation marks that the document has, so that every word of it is kept where it stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from amendments.prose.grammar import read_sentences
from amendments.prose.instructions import Extend, Insert, Instruction, Replace, RestateAll
from amendments.prose.scanner import Unread
from amendments.quoting import OPENING, ends_quotation, is_quoted_whole, opens_quotation, unquoted
from corpus.dates import find_dates
from corpus.model import Provision, Text, places
from corpus.sources.documents import Document
from corpus.sources.line import Block, Line
from corpus.sources.marks import opens_item
from corpus.sources.outline import Outline, opens_block

_AWAITS = re.compile(r"(?::|\bas\s+follows\.?|\bthe\s+following\.?|\bto\s+read)\s*$", re.IGNORECASE)
_RUN_IN = re.compile(
    r"(?:\bfollows?|\bfollowing|\breads?|\b(?:replaced|superseded) (?:with|by))\b"
    r"[^“\"]{0,40}?(?P<quoted>[“\"](?!\W*(?:intentionally )?(?:reserved|omitted)\b).+)$",
    re.IGNORECASE | re.DOTALL,
)
_ITEM = re.compile(r"(?P<number>[“\"]?\(\w{1,4}\))\s+(?P<words>.+)", re.DOTALL)
_DELAYS = re.compile(
    r"(?!WHEREAS)(?=.*\b(?:effective|takes?\s+effect)\b)(?!.*\b(?:immediately|adoption|full\s+force|forthwith)\b)",
    re.I | re.S,
)
"""A paragraph that puts off an effect: no recital, and not to the day of adoption, as goes without saying."""
_UNQUOTED_END = re.compile(
    r"(?:\(?\d{1,2}[.)]|\([a-z]\)|[A-Z]\.)?\s*(?:(?:BE IT )?(?:FURTHER )?RESOLVED|The\s+(?:foregoing|"
    r"remaining|undersigned)|"
    r"Except\s+as|All\s+other|In\s+all\s+other|Th(?:is|ese|e\s+above)\s+(?:Amendments?|Resolutions?)|WHEREAS|"
    r"NOW,?\s+THEREFORE|IN\s+WITNESS|I,|(?:Duly\s+)?(?:Adopted|Approved)\s+(?:by|on|at|this))",
    re.IGNORECASE,
)


_NUMBERED = re.compile(r"(?:Section|Article)\s+(?:\d[\w.]*|[IVXLC]+)\.?\s(?!.*\b(?:effective|remain))", re.IGNORECASE)
_UNCLOSED = "The mark that ends the quotation is missing: what follows may be new words or not."


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A paragraph of an instrument: its instructions or why they can't be read, and the new provisions under it.

    ``place`` is its eId among the instrument's words. ``brought`` are the provisions as they would stand in the text,
    each with its own place.
    """

    place: str
    paragraph: str
    instructions: tuple[Instruction, ...]
    unread: Unread | None
    brought: tuple[tuple[Provision, str], ...]


@dataclass(slots=True)
class _Open:
    """A clause still being read; nobody outside this file sees it."""

    paragraph: str
    said: tuple[Instruction, ...] | Unread
    quoted: list[Block] = field(default_factory=list)
    awaits: bool = False
    within: bool = False


def read_clauses(document: Document) -> tuple[Text, tuple[Clause, ...]]:
    """The words of an amending document as an instrument keeps them, and its clauses."""
    opened = _opened(document.prose)
    provisions = tuple(_provision(one) for one in opened)
    text = Text(preface=document.text.preface, provisions=provisions, conclusions=document.text.conclusions)
    standing = {id(place.provision): place.eid for place in places(provisions)}
    return text, tuple(
        Clause(
            place=standing[id(provision)],
            paragraph=one.paragraph,
            instructions=() if isinstance(one.said, Unread) else one.said,
            unread=one.said if isinstance(one.said, Unread) else _run_on(one),
            brought=tuple((unquoted(part), standing[id(part)]) for part in provision.children),
        )
        for one, provision in zip(opened, provisions, strict=True)
    )


def _opened(blocks: Sequence[Block]) -> list[_Open]:
    opened: list[_Open] = []
    for block in blocks:
        last = opened[-1] if opened else None
        if last is not None and _belongs(block, last):
            last.quoted.append(block)
            last.said = _unclosed(block, last) or last.said
            last.within = last.within and not (ends_quotation(block.text) or _ends_whole(block, last))
            last.awaits = last.awaits and not _closes(block, last)
        else:
            opened.append(_clause(block))
    for one in opened:
        if one.within:
            one.said = Unread(one.paragraph, len(one.paragraph), _UNCLOSED)
    return opened


def _ends_whole(block: Block, last: _Open) -> bool:
    """Whether a further paragraph of a quotation has marks on both sides, as printers set the last one."""
    return len(last.quoted) > 1 and is_quoted_whole(block.text)


def _unclosed(block: Block, last: _Open) -> Unread | None:
    """The error of a quotation in which an instruction stands: the mark that ends it is missing."""
    said = read_sentences(block.text) if last.within and not _restates(last) else ()
    return Unread(block.text, 0, _UNCLOSED) if said and not isinstance(said, Unread) else None


def _clause(block: Block) -> _Open:
    """A clause, and what of its own paragraph is a provision that it quotes run in."""
    paragraph = block.text
    run_in = _RUN_IN.search(paragraph)
    if run_in and opens_quotation(run_in["quoted"]):
        before = paragraph[: run_in.start("quoted")].rstrip()
        said = read_sentences(before)
        if not isinstance(said, Unread) and said and _brings(said[-1]):
            quoted = _as_block(run_in["quoted"], block)
            open_quotation = not is_quoted_whole(run_in["quoted"])
            return _Open(before, said, [quoted], awaits=open_quotation, within=open_quotation)
    said = read_sentences(paragraph)
    if said == () and _brings_itself(paragraph):
        return _Open(paragraph, Unread(paragraph, 0, "No instruction says what is to be done with these words."))
    if said == () and _DELAYS.match(paragraph) and not find_dates(paragraph):
        return _Open(
            paragraph, Unread(paragraph, 0, "It speaks of when something takes effect, in words that are not read.")
        )
    below = bool(_AWAITS.search(paragraph))
    if isinstance(said, Unread):
        return _Open(paragraph, said, awaits=below)
    return _Open(paragraph, said, awaits=any(_brings(one) for one in (said if below else said[-1:])))


def _brings_itself(paragraph: str) -> bool:
    """Whether a paragraph that instructs nothing looks like new words: a provision, a quotation, or the end of one."""
    unbalanced = paragraph.count("“") != paragraph.count("”")
    return opens_quotation(paragraph) or unbalanced or _NUMBERED.match(paragraph) is not None


def _brings(instruction: Instruction) -> bool:
    """Whether new words follow an instruction, for it has none in its own sentence."""
    match instruction:
        case Replace(words=words) | Insert(words=words) | Extend(words=words):
            return not words
        case RestateAll():
            return True
        case _:
            return False


def _belongs(block: Block, last: _Open) -> bool:
    """Whether a paragraph is part of the new words under the clause before it."""
    if last.within:
        return True
    if not last.awaits:
        return False
    if not last.quoted:
        if not opens_quotation(block.text) and not _restates(last) and _is_apart(block.text):
            return False
        last.within = opens_quotation(block.text) and not is_quoted_whole(block.text)
        return True
    if _restates(last):
        return True
    said = read_sentences(block.text)
    opens = isinstance(said, Unread) and (opens_block(block) or opens_item(block.text) is not None)
    return (said == () or opens) and not _UNQUOTED_END.match(block.text)


def _restates(opened: _Open) -> bool:
    return not isinstance(opened.said, Unread) and any(isinstance(one, RestateAll) for one in opened.said)


def _is_apart(paragraph: str) -> bool:
    """Whether a paragraph can be no new words: it instructs, or begins as what follows new words does."""
    said = read_sentences(paragraph)
    return (bool(said) and not isinstance(said, Unread)) or _UNQUOTED_END.match(paragraph) is not None


def _closes(block: Block, last: _Open) -> bool:
    """Whether a quotation under the clause has come to its end with this paragraph."""
    begun = last.quoted[0].text[:1] in tuple(OPENING) and opens_quotation(last.quoted[0].text)
    return not last.within and (is_quoted_whole(block.text) or (begun and ends_quotation(block.text)))


def _run_on(opened: _Open) -> Unread | None:
    """New words without quotation marks, after which a paragraph follows that may be part of them or not."""
    if not opened.quoted or opened.quoted[0].text[:1] in tuple(OPENING) or isinstance(opened.said, Unread):
        return None
    for block in opened.quoted[1:]:
        if not (opens_item(block.text) or opens_block(block)):
            why = f"It can't be told whether the new words go on with '{block.text[:60]}': put them in quotation marks."
            return Unread(opened.paragraph, len(opened.paragraph), why)
    return None


def _provision(opened: _Open) -> Provision:
    return Provision(level="clause", num="", body=(opened.paragraph, *_quoted(opened.quoted)))


def _quoted(blocks: Sequence[Block]) -> Iterator[Provision]:
    """What is quoted as provisions; paragraphs before the first are one without number or heading."""
    outline = Outline(quoted=True)
    loose = [block.text for block in blocks if not outline.take(block)]
    item = _ITEM.match(loose[0]) if len(loose) == 1 else None
    if item:
        yield Provision(level="paragraph", num=item["number"], body=(item["words"],))
    elif loose:
        yield Provision(level="section", num="", body=tuple(loose))
    yield from outline.provisions()


def _as_block(words: str, block: Block) -> Block:
    first = block.lines[0]
    return Block(lines=(Line(text=words, indent=first.indent, number=first.number, offset=first.offset),))
