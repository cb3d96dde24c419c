"""The new words that follow an instruction: which of them are meant, and whether they can be put in as they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from amendments.prose.abridged import is_abridged
from amendments.prose.bare import begins_with_number
from amendments.prose.find import Undecided
from corpus.address import Address
from corpus.model import Place, Provision

_SECTION = re.compile(r"(?:^|[.:]\s+)Section\s+\d[\w.]*[.:]\s+[A-Z]")
Brought = list[tuple[Provision, str]]
"""Provisions that are brought and not yet taken, each with its place in the instrument."""


def matching(standing: Place, found: Sequence[Place], brought: Brought) -> tuple[Provision, str]:
    """The new words for a provision: those under its number or, for the only one, those without a number."""
    for new, at in brought:
        alone = len(found) == 1 and len(brought) == 1
        check_marks(new, standing.address)
        if (new.num and new.bears(standing.address.steps[-1])) or (alone and not new.num):
            brought.remove((new, at))
            return new, at
    named = "; ".join(f"{new.num} {new.heading}".strip() or "words without a number" for new, _ in brought)
    raise Undecided(f"The new words of {standing.address} do not follow; what follows is: {named or 'nothing'}.")


def words_of(brought: Brought, target: Address) -> str:
    """What follows as words alone, for ``target``; raises Undecided where it is more than one paragraph of words."""
    paragraphs = [part for new, _ in brought if not new.num for part in new.body if isinstance(part, str)]
    if len(brought) != 1 or len(paragraphs) != 1 or brought[0][0].children:
        raise Undecided("The new words should follow it as one paragraph.")
    check_marks(brought[0][0], target)
    check_unabridged(brought[0][0])
    brought.clear()
    return paragraphs[0]


def check_marks(new: Provision, target: Address) -> None:
    """New words must not begin with the number that their item has anyway, nor keep marks of a quotation.

    Nor may the sections of an article be taken for its heading or its words.
    """
    if target.steps[-1].level == "article" and any(map(_SECTION.search, (new.heading, *new.paragraphs))):
        raise Undecided(
            f"Sections of {target} stand in one paragraph with its number: begin each on a line of its own."
        )
    words = " ".join(new.passages())
    if words.count('"') % 2 or words.count("“") != words.count("”") or words[:1] in tuple("'‘"):
        raise Undecided(f"The quotation marks about the new words of {target} do not pair.")
    if not new.num and begins_with_number(next(new.passages(), ""), target):
        raise Undecided(f"The words of {target} begin with its number, but can't be told from the items below it.")


def check_heading(said: str, standing: Place) -> None:
    """The heading that an instruction says its provision bears must be the one that stands there."""
    if _bare(said) != _bare(standing.provision.heading):
        stands = standing.provision.heading.rstrip(".") or "without a heading"
        raise Undecided(f"It calls {standing.address} '{said.rstrip('.,')}', but that is '{stands}'.", said)


def heading_to_give(new: Provision, said: str, address: Address) -> str:
    """The heading that an instruction says of a new provision whose own words have none; else empty.

    Raises Undecided where they have another.
    """
    if not said:
        return ""
    if not new.heading and not new.num:
        return f"{said.rstrip('.,')}." if address.steps[-1].level == "section" else said.rstrip(".,")
    if _bare(said) != _bare(new.heading):
        heading = new.heading.rstrip(".") or "without a heading"
        raise Undecided(f"It calls {address} '{said.rstrip('.,')}', and what follows is '{heading}'.", said)
    return ""


def _bare(heading: str) -> str:
    return " ".join(heading.casefold().strip(" .,:;").split())


def check_unabridged(new: Provision) -> None:
    if is_abridged(new):
        raise Undecided("Stars stand in the new words: they say what stays only in a provision that is there.")


def are_sentences(words: str) -> bool:
    """Whether words stand for themselves, as whole sentences do: they can only be meant at the end."""
    return words[:1].isupper() and words.endswith((".", ".”", '."'))


def check_may_follow(words: str, standing: Place) -> None:
    """Words that begin no sentence can't be put after a full stop: they may be meant before it."""
    *_, last = standing.provision.passages()
    check_follows(words, last, standing)


def check_follows(words: str, last: str, standing: Place) -> None:
    if last.endswith(".") and (words[:1].islower() or words[:1] in tuple(",;:")):
        raise Undecided(f"{standing.address} ends in a full stop: it does not say on which side of it the words stand.")


def as_printed(heading: str, standing: str) -> str:
    """A heading with the full stop that the one before it has, or without: it is the printer's, not a word of it."""
    bare = heading.rstrip(".")
    return f"{bare}." if standing.endswith(".") and bare[-1:] not in "?!:" else bare if standing else heading
