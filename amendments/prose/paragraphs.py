"""Which paragraphs instruct, and which of those after them are the new words that they bring.

A paragraph that quotes new words in the middle is cut: what instructs, the new words, and the rest, which is read as a
paragraph of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from amendments.prose.cutting import another_day, cut, rest_of
from amendments.prose.grammar import read_sentences
from amendments.prose.instructions import Insert, Instruction, LeadIn, Replace
from amendments.prose.kept import Opened, brings, may_go_on, restates
from amendments.prose.leading import Lead, changes_below, completed, governs, led_by
from amendments.prose.scanner import Unread
from amendments.prose.telling import doubt, is_title
from amendments.quoting import MARKS, OPENING, closing, ends_quotation, is_quoted_whole, opens_quotation
from corpus.address import Address
from corpus.sources.line import Block, Line
from corpus.sources.marks import opens_item
from corpus.sources.outline import opens_block

_AWAITS = re.compile(r"(?::|\bas\s+follows\.?|\bthe\s+following\.?|\bto\s+read)\s*$", re.IGNORECASE)
_UNQUOTED_END = re.compile(
    r"(?:\(?\d{1,2}[.)]|\([a-z]\)|[A-Z]\.)?\s*(?:(?:BE IT )?(?:FURTHER )?(?:RESOLVED|VOTED)|The\s+(?:foregoing|"
    r"remaining|undersigned)|"
    r"Except\s+as|All\s+other|In\s+all\s+other|Th(?:is|ese|e\s+above)\s+(?:Amendments?|Resolutions?)|WHEREAS|"
    r"NOW,?\s+THEREFORE|IN\s+WITNESS|I,|(?:Rationale|Reasons?|Explanation|Comments?)\s*:|(?:Duly\s+)?(?:Adopted|Approved)\s+(?:by|on|at|this))",
    re.IGNORECASE,
)
_UNCLOSED = "The mark that ends the quotation is missing: what follows may be new words or not."


def opened(blocks: Sequence[Block]) -> list[Opened]:
    """The paragraphs of an amending document, each with what it brings."""
    made: list[Opened] = []
    loose: Opened | None = None
    lead: Lead | None = None
    for number, block in enumerate(blocks):
        last = made[-1] if made else None
        if last is not None and _is_set_off(block, blocks[number - 1], last):
            last.quoted.append(block)
            last.set_off = True
            continue
        if last is not None and last.set_off:
            last.awaits = False
        if last is not None and (found := _leads(last, block)):
            lead = found
        elif last is not None and _belongs(block, last):
            made += _taken(block, last)
            continue
        elif lead is not None and (not governs(lead, block.text) or _UNQUOTED_END.match(block.text)):
            lead = None
        new = _clauses(block, (), blocks[number + 1 :])
        if lead is not None:
            new, lead = _below(block, new, lead)
        if loose is not None and not is_title(block.text):
            loose.said = _goes_on(block, new[0], loose) or loose.said
            loose = None
        made += new
        loose = new[-1] if new[-1].loose else loose
    for one in made:
        if one.within:
            one.said = Unread(one.paragraph, len(one.paragraph), _UNCLOSED)
    return made


def _is_set_off(block: Block, before: Block, last: Opened) -> bool:
    """Whether a paragraph is of the new words under a clause because they are set off from it: they need no marks."""
    begins = last.awaits and not last.quoted and not before.set_off and not opens_quotation(block.text)
    return block.set_off and (begins or (last.set_off and before.set_off))


def _leads(last: Opened, block: Block) -> Lead | None:
    """The lead that a clause without new words turns out to be, for changes stand below it."""
    if not last.awaits or last.quoted or isinstance(last.said, Unread):
        return None
    lead = led_by(last.said, last.paragraph, block.text)
    if lead is not None:
        last.said, last.awaits = (*last.said[:-1], LeadIn()), False
    return lead


def _below(block: Block, new: list[Opened], lead: Lead) -> tuple[list[Opened], Lead | None]:
    """A paragraph under a lead-in, and the lead for those after it.

    One without a number that names another provision or only tells something ends it.
    """
    if said := changes_below(block.text, lead):
        return [Opened(block.text, said, awaits=brings(said[-1]), line=block.number)], lead
    full = [completed(one.said, lead, one.paragraph) for one in new]
    if not lead.marks and any(isinstance(one, Unread) or one == () for one in full):
        return new, None
    for one, said_in_full in zip(new, full, strict=True):
        one.said = said_in_full
    return new, lead


def _taken(block: Block, last: Opened) -> list[Opened]:
    """Take a paragraph to the new words of a clause; what stands after the mark that ends them is one of its own."""
    rest = rest_of(block.text, inside=bool(last.quoted)) if last.within else ""
    kept = _as_block(block.text.removesuffix(rest).rstrip(), block) if rest else block
    last.quoted.append(kept)
    last.said = _unclosed(kept, last) or last.said
    last.within = last.within and not (rest or ends_quotation(kept.text) or _ends_whole(kept, last))
    last.awaits = last.awaits and not _closes(kept, last)
    return _clauses(_as_block(rest, block), (), ()) if rest else []


def _goes_on(block: Block, new: Opened, loose: Opened) -> Unread | None:
    """The error of a paragraph after new words that no marks hold, unless it instructs or begins as what ends them."""
    return may_go_on(loose, block) if new.said == () and not _UNQUOTED_END.match(block.text) else None


def _ends_whole(block: Block, last: Opened) -> bool:
    """Whether a further paragraph of a quotation has marks on both sides, as printers set the last one."""
    return len(last.quoted) > 1 and is_quoted_whole(block.text)


def _unclosed(block: Block, last: Opened) -> Unread | None:
    """The error of a quotation in which an instruction stands: the mark that ends it is missing."""
    said = read_sentences(block.text) if last.within and not restates(last) else ()
    return Unread(block.text, 0, _UNCLOSED) if said and not isinstance(said, Unread) else None


def _clauses(block: Block, named: tuple[Address, ...], below: Sequence[Block]) -> list[Opened]:
    """A paragraph, cut where it quotes new words and before another day; ``below`` are those after it."""
    if at := another_day(block.text):
        first, rest = _as_block(block.text[:at].rstrip(), block), _as_block(block.text[at:], block)
        return [*_clauses(first, named, ()), *_clauses(rest, (), below)]
    found = cut(block.text, named, brings)
    if found is None:
        return [_clause(block, named)]
    goes_on = found.open_end and (not found.numbered or any(mark in later.text for later in below for mark in MARKS))
    one = Opened(
        paragraph=found.before,
        said=found.said,
        quoted=[_as_block(found.quoted, block)],
        awaits=goes_on,
        within=goes_on,
        loose=not found.marked or (found.open_end and not goes_on),
        unended=found.open_end and not goes_on,
        line=block.number,
    )
    return [one, *_clauses(_as_block(found.rest, block), found.named, below)] if found.rest else [one]


def _clause(block: Block, named: tuple[Address, ...]) -> Opened:
    paragraph = block.text
    said = read_sentences(paragraph, named)
    if said == () and (why := doubt(paragraph)):
        return Opened(paragraph, Unread(paragraph, 0, why), line=block.number)
    below = bool(_AWAITS.search(paragraph))
    awaits = below if isinstance(said, Unread) else any(brings(one) for one in (said if below else said[-1:]))
    return Opened(paragraph, said, awaits=awaits, line=block.number)


def _belongs(block: Block, last: Opened) -> bool:
    """Whether a paragraph is part of the new words under the clause before it."""
    if last.within:
        return True
    if not last.awaits:
        last.within = _is_next(block, last) and not is_quoted_whole(block.text)
        return _is_next(block, last)
    if not last.quoted:
        begins = opens_quotation(block.text) or (bool(rest_of(block.text, inside=False)) and not _is_apart(block.text))
        if not begins and not restates(last) and _is_apart(block.text):
            return False
        last.within = begins and not is_quoted_whole(block.text)
        return True
    if restates(last):
        return True
    said = read_sentences(block.text)
    opens = isinstance(said, Unread) and (opens_block(block) or opens_item(block.text) is not None)
    return (said == () or opens) and not _UNQUOTED_END.match(block.text)


def _is_next(block: Block, last: Opened) -> bool:
    """Whether a quotation after the first is of another of the provisions that the instruction names."""
    if not last.quoted or isinstance(last.said, Unread) or not opens_quotation(block.text):
        return False
    named = sum(len(_named(one)) for one in last.said if brings(one))
    begun = sum(quoted.text[:1] in tuple(OPENING) for quoted in last.quoted)
    bare = _as_block(block.text.lstrip("".join(OPENING)), block)
    return begun < named and (opens_block(bare) or opens_item(bare.text) is not None)


def _named(instruction: Instruction) -> tuple[Address, ...]:
    match instruction:
        case Replace(targets=named) | Insert(numbers=named):
            return named
        case _:
            return ()


def _is_apart(paragraph: str) -> bool:
    """Whether a paragraph can be no new words: it instructs, or begins as what follows new words does."""
    said = read_sentences(paragraph)
    return (bool(said) and not isinstance(said, Unread)) or _UNQUOTED_END.match(paragraph) is not None


def _closes(block: Block, last: Opened) -> bool:
    """Whether a quotation under the clause has come to its end with this paragraph."""
    begun = last.quoted[0].text[:1] in tuple(OPENING) and (
        opens_quotation(last.quoted[0].text) or bool(rest_of(last.quoted[0].text, inside=False))
    )
    ended = is_quoted_whole(block.text) or (begun and (ends_quotation(block.text) or _ended(block.text)))
    return not last.within and ended


def _ended(paragraph: str) -> bool:
    return closing(paragraph, inside=False) is not None


def _as_block(words: str, block: Block) -> Block:
    first = block.lines[0]
    return Block(lines=(Line(text=words, indent=first.indent, number=first.number, offset=first.offset),))
