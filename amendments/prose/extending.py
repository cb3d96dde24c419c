"""Additions to a provision that stands, as they are said: words at its ends or beside a part, or items of its own."""

from __future__ import annotations

from collections.abc import Iterator

from amendments.operations import Add, AddWords, Operation, Seen
from amendments.prose.brought import (
    Brought,
    are_sentences,
    check_follows,
    check_marks,
    check_may_follow,
    check_unabridged,
    words_of,
)
from amendments.prose.find import Undecided
from amendments.prose.instructions import Extend
from amendments.prose.rewriting import check_whole, part_of
from corpus.address import LEVELS
from corpus.model import Place


def extend(instruction: Extend, standing: Place, place: str, brought: Brought) -> Iterator[Operation]:
    """The words, or the provisions with a number, that are added to one that stands; raises Undecided."""
    if brought and all(new.num for new, _ in brought):
        for new, at in brought:
            if LEVELS.index(new.level) <= LEVELS.index(standing.provision.level):
                raise Undecided(f"What follows is {new.num}, which is no part of {standing.address}.")
            check_marks(new, standing.address.under(new.step))
            check_unabridged(new)
            yield Add(id="", place=at, target=standing.address.under(new.step), new=new)
        brought.clear()
        return
    words = instruction.words or words_of(brought, standing.address)
    if not instruction.placed and not (
        instruction.apart or (are_sentences(words) and len(standing.provision.body) == 1)
    ):
        raise Undecided(f"It does not say where in {standing.address} the words stand.")
    if instruction.side == "after" and not instruction.apart and not instruction.part.narrows:
        check_may_follow(words, standing)
    if instruction.part.narrows:
        last = part_of(standing, instruction.part)
        if instruction.part.sentence and instruction.side == "after":
            check_whole(last, standing)
        if instruction.side == "after" and not instruction.apart:
            check_follows(words, last, standing)
    yield AddWords(
        id="",
        place=place,
        target=standing.address,
        spot=instruction.part,
        side=instruction.side,
        new=words,
        apart=instruction.apart,
        seen=Seen.of(standing.provision),
    )
