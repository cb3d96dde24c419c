"""Changes of words as a resolution says them: one clause for a provision, each of its phrases tried first."""

from __future__ import annotations

from dataclasses import replace

from amendments.drafting.document import Block
from amendments.drafting.edits import Edit, edits, paragraphs_of, with_paragraph
from amendments.drafting.plain import plain, plain_text
from amendments.drafting.saying import ended
from amendments.drafting.trial import carried_out
from amendments.drafting.ways import Scene, ways
from amendments.patch.stretches import Stretch, passages
from corpus.address import Address
from corpus.model import Provision, Text, places_at
from corpus.tree import find, replaced

_ROWS = ("i", "ii", "iii", "iv", "v", "vi")


def strikes(target: Address, said: str, new: Provision, before: Text, name: str) -> tuple[Block, Provision] | None:
    """The clause that gives a provision the words of ``new``, and the provision after it; None where it can't be said.

    ``said`` names the provision as the clause does, such as "Section 2 of Article II of the Bylaws". The heading stays.
    """
    alone = _alone(before, target)
    standing = find(alone, target)
    if standing is None or _shape(plain(standing)) != _shape(plain(replace(new, heading=standing.heading))):
        return None
    text, phrases = alone, list[str]()
    for edit in edits(standing, new) or ():
        found = _phrase(edit, target, said, alone, text, name)
        if found is None:
            return None
        phrases.append(found[0])
        text = found[1]
    if not phrases:
        return None
    clause = _clause(said, phrases)
    done = carried_out((clause,), alone, name)
    made = find(done, target) if done is not None else None
    return (clause, made) if made is not None and plain(made) == replace(new, heading=made.heading) else None


def _alone(text: Text, target: Address) -> Text:
    """The text with nothing in it but the provision and what holds it: words are looked for nowhere else."""
    steps = [find(text, Address(target.steps[: n + 1])) for n in range(len(target.steps))]
    held: Provision | None = None
    for provision in reversed(steps):
        if provision is None:
            return Text()
        held = provision if held is None else replace(provision, body=(held,))
    return Text(provisions=(held,)) if held is not None else Text()


def _clause(said: str, phrases: list[str]) -> Block:
    if len(phrases) == 1:
        return Block("clause", ended(f"that {said} is hereby amended by {phrases[0]}"))
    rows = [f"({row}) {phrase}" for row, phrase in zip(_ROWS, phrases, strict=False)]
    return Block("clause", ended(f"that {said} is hereby amended by {'; '.join(rows[:-1])}; and {rows[-1]}"))


def _shape(provision: Provision) -> object:
    """A provision without its words: where paragraphs stand, and what has which number and heading."""
    return (
        *(provision.level, provision.num, provision.heading, provision.status),
        *("" if isinstance(part, str) else _shape(part) for part in provision.body),
    )


def _phrase(edit: Edit, target: Address, said: str, first: Text, text: Text, name: str) -> tuple[str, Text] | None:
    """The first way to say an edit that does exactly it; ``first`` is the text before the edits that went before."""
    standing, stood = find(text, target), find(first, target)
    assert standing is not None  # edits leave it where it is
    assert stood is not None
    words = dict(paragraphs_of(standing))[edit.path]
    expected = words[: edit.start] + edit.new + words[edit.end :]
    wanted = replaced(text, target, lambda provision: with_paragraph(provision, edit.path, expected))
    scene = Scene(
        edit=edit,
        words=words,
        expected=expected,
        all_now=_stretches(standing, target),
        first=dict(paragraphs_of(stood))[edit.path],
        all_first=_stretches(stood, target),
        at_end=edit.path == (len(standing.body) - 1,),
    )
    for phrase in ways(scene):
        done = carried_out((_clause(said, [phrase]),), text, name)
        if done is not None and plain_text(done) == plain_text(wanted):
            return phrase, done
    return None


def _stretches(provision: Provision, address: Address) -> list[Stretch]:
    return [Stretch(passage, 0, len(passage.text)) for passage in passages(places_at(provision, address))]
