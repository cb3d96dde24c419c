"""New words in which a line of stars stands for what stays as it is: only what they print is put in.

What is printed beside the stars must be what stands there, or have a number of its own; else it can't be told what it
takes the place of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amendments.operations import Add, Operation, Retitle, Seen, Substitute
from amendments.prose.find import Undecided
from amendments.quoting import MARKS
from corpus.model import Place, Provision, places

_STARS = re.compile(r"\[?\s*\*(?:\s*\*){2,}\s*\]?")
_AMONG = re.compile(r"\*(?:\s*\*){2,}")


def is_abridged(new: Provision) -> bool:
    """Whether stars stand for words in it."""
    return any(_AMONG.search(words) for words in new.passages())


def are_stars(words: str) -> bool:
    """Whether a paragraph is such a line, in the quotation marks that it may have."""
    return _STARS.fullmatch(words.strip(f"{MARKS} .;")) is not None


def spelled_out(new: Provision, at: str, standing: Place, clause: str) -> Iterator[Operation]:
    """What the printed words do to the provision that stands; raises Undecided where it can't be told.

    ``at`` is the place of the new words in the instrument, ``clause`` that of the paragraph that brings them.
    """
    made = tuple(_spelled_out(new, at, standing, clause))
    if not made:
        raise Undecided(f"The words of {standing.address} that are printed beside the stars are those that stand.")
    yield from made


def _spelled_out(new: Provision, at: str, standing: Place, clause: str) -> Iterator[Operation]:
    if new.num and new.heading and new.heading != standing.provision.heading:
        seen = Seen.of(standing.provision)
        yield Retitle(id="", place=clause, target=standing.address, heading=new.heading, seen=seen)
    inner = {id(place.provision): f"{at}__{place.eid}" for place in places(new.children)}
    left = [part for part in standing.provision.body if isinstance(part, str) or part.status != "deleted"]
    skips = False
    for number, part in enumerate(new.body):
        if isinstance(part, str) and _STARS.fullmatch(part):
            skips = True
            continue
        found = _found(part, left, standing)
        if found is None and isinstance(part, Provision):
            yield Add(id="", place=inner[id(part)], target=standing.address.under(part.step), new=_plain(part))
            continue
        if found is None or (found and not skips):
            raise _unsure(part, standing)
        old = left[found]
        if isinstance(part, Provision) and isinstance(old, Provision):
            stays = number + 1 < len(new.body) and _is_stars(new.body[number + 1])
            where = Place(old, standing.address.under(old.step), "")
            yield from _item(part, inner[id(part)], where, clause, stays=stays)
        left, skips = left[found + 1 :], False
    if left and not skips:
        raise _unsure(left[0], standing)


def _item(new: Provision, at: str, standing: Place, clause: str, *, stays: bool) -> Iterator[Operation]:
    """A printed item, if it has other words than stand; with ``stays`` stars follow it, which may be of its own."""
    if is_abridged(new):
        yield from _spelled_out(new, at, standing, clause)
    elif tuple(new.passages()) != tuple(standing.provision.passages()):
        if stays and len(standing.provision.body) > len(new.body):
            raise Undecided(f"It can't be told whether the stars after {standing.address} stand for words of its own.")
        yield Substitute(id="", place=at, target=standing.address, new=new, seen=Seen.of(standing.provision))


def _found(part: str | Provision, left: list[str | Provision], standing: Place) -> int | None:
    """Where a printed part stands among those that are left: words by themselves, provisions by their number."""
    if isinstance(part, str):
        return next((at for at, old in enumerate(left) if old == part), None)
    numbered = (at for at, old in enumerate(left) if isinstance(old, Provision) and old.step.matches(part.step))
    found = next(numbered, None)
    if found is None and any(old.step.matches(part.step) for old in standing.provision.children):
        raise _unsure(part, standing)
    return found


def _plain(new: Provision) -> Provision:
    if is_abridged(new):
        raise Undecided(f"Stars stand in {new.num}, which is new.")
    return new


def _is_stars(part: str | Provision) -> bool:
    return isinstance(part, str) and _STARS.fullmatch(part) is not None


def _unsure(part: str | Provision, standing: Place) -> Undecided:
    words = part if isinstance(part, str) else f"{part.num} {part.text()}"
    return Undecided(
        f"It can't be told what the stars in the new words of {standing.address} stand for: see '{words[:60].strip()}'."
    )
