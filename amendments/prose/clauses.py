"""From the paragraphs of an amending document to its clauses: what it instructs, and the new words under it.

Each paragraph that instructs or tells something is a clause without a number. What it brings stands in it as
provisions, with the quotation marks that the document has, so that every word of it is kept where it stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from amendments.prose.abridged import are_stars
from amendments.prose.bare import numbered
from amendments.prose.instructions import Instruction
from amendments.prose.kept import Opened
from amendments.prose.notices import idle
from amendments.prose.paragraphs import opened
from amendments.prose.scanner import Unread
from amendments.quoting import unquoted
from corpus.dates import find_dates
from corpus.model import Provision, Text, places
from corpus.sources.documents import Document
from corpus.sources.line import Block
from corpus.sources.outline import Outline

_RESOLVES = re.compile(r"(?:BE IT )?(?:FURTHER )?(?:RESOLVED|VOTED)\b", re.IGNORECASE)
_UNENDED = "Line {line}: no mark ends the quotation that begins there; it was read up to the end of its paragraph."
_ITEM = re.compile(r"(?P<number>[“\"]?\(\w{1,4}\))\s+(?P<words>.+)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A paragraph of an instrument: its instructions or why they can't be read, and the new provisions under it.

    ``place`` is its eId among the instrument's words. ``brought`` are the provisions as they would stand in the text,
    each with its own place. ``notes`` are what a person should know of how it was read.
    """

    place: str
    paragraph: str
    instructions: tuple[Instruction, ...]
    unread: Unread | None
    brought: tuple[tuple[Provision, str], ...]
    notes: tuple[str, ...] = ()


def read_clauses(document: Document, day: date | None = None) -> tuple[Text, tuple[Clause, ...]]:
    """The words of an amending document as an instrument keeps them, and its clauses.

    With a ``day`` only the clauses that take effect on it; those that say none stand with the first day.
    """
    made = opened(document.prose)
    said = _effects(made)
    first = next((effect.day for effect in said if effect.day), None)
    provisions = tuple(_provision(one) for one in made)
    text = Text(preface=document.text.preface, provisions=provisions, conclusions=document.text.conclusions)
    standing = {id(place.provision): place.eid for place in places(provisions)}
    return text, tuple(
        Clause(
            place=standing[id(provision)],
            paragraph=one.paragraph,
            instructions=() if isinstance(one.said, Unread) else one.said,
            unread=one.unread(),
            brought=tuple((unquoted(part), standing[id(part)]) for part in provision.children),
            notes=tuple(_notes(one)),
        )
        for one, provision, effect in zip(made, provisions, said, strict=True)
        if day in (None, effect.day or first)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a paragraph says of the day of its changes: None where it says none, or changes nothing.

    ``several`` where it says more than one; ``general`` where it changes nothing and says a day for all that does.
    """

    day: date | None
    instructs: bool
    several: bool
    general: bool
    words: str
    line: int


def effects_said(document: Document) -> tuple[Effect, ...]:
    """What each paragraph of an amending document, cut where another day is said, says of its day."""
    return tuple(_effects(opened(document.prose)))


def _effects(made: Sequence[Opened]) -> list[Effect]:
    """A day that is said without an instruction is that of what follows, up to the next one said so."""
    found: list[Effect] = []
    governs: date | None = None
    for one in made:
        leads = not one.instructs and one.said != () and not isinstance(one.said, Unread)
        if leads or _RESOLVES.match(one.paragraph):
            governs = one.days[0] if one.days and not one.instructs else None
        day = one.days[0] if one.days and one.instructs else governs if one.instructs else None
        general = one.said == () and "effective" in one.paragraph.lower() and bool(find_dates(one.paragraph))
        found.append(
            Effect(
                day=day,
                instructs=one.instructs,
                several=len(one.days) > 1,
                general=general,
                words=one.paragraph,
                line=one.line,
            )
        )
    return found


def _notes(one: Opened) -> Iterator[str]:
    if one.unended:
        yield _UNENDED.format(line=one.line)
    if one.said == () and (note := idle(one.paragraph, one.line)):
        yield note


def _provision(one: Opened) -> Provision:
    said = () if isinstance(one.said, Unread) else one.said
    return Provision(level="clause", num="", body=(one.paragraph, *_quoted(numbered(one.quoted, said))))


def _quoted(blocks: Sequence[Block]) -> Iterator[Provision]:
    """What is quoted as provisions. Before the first section there may be items, or words without a number."""
    outline = Outline(quoted=True)
    loose = [block for block in map(_stars_apart, blocks) if not outline.take(block)]
    item = _ITEM.match(loose[0].text) if len(loose) == 1 else None
    if item:
        yield Provision(level="paragraph", num=item["number"], body=(item["words"],))
    elif loose:
        yield from _loose(loose)
    yield from outline.provisions()


def _stars_apart(block: Block) -> Block:
    """A line of stars belongs to no item, however far it is set in."""
    if not are_stars(block.text):
        return block
    return replace(block, lines=tuple(replace(line, indent=0) for line in block.lines))


def _loose(blocks: Sequence[Block]) -> Iterator[Provision]:
    """Items that stand in no section that is quoted with them, or words with the items among them."""
    holder = Outline(quoted=True)
    holder.take(Block(lines=(replace(blocks[0].lines[0], text="Section 0."),)))
    for block in blocks:
        holder.take(block)
    (section,) = holder.provisions()
    if section.paragraphs:
        yield replace(section, num="", heading="")
    else:
        yield from section.children
