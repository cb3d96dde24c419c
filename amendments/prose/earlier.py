"""What the earlier changes of one instrument make doubtful: a number that was moved, a count that was shifted.

"Section 3" after a renumbering and "the second sentence" after the first was struck can be meant as they stood before
the instrument or as they stand now. Where these differ nothing is decided.
"""

from __future__ import annotations

from collections.abc import Sequence

from amendments.operations import Add, Operation, Renumber, Spot, Substitute
from amendments.patch.stretches import occurrences, scope
from amendments.prose.find import Undecided
from corpus import locate
from corpus.address import Address
from corpus.model import Place, Text, places, places_at
from corpus.sentences import sentences


def check_number(named: Address, before: Text, now: Text, operations: Sequence[Operation]) -> None:
    """Raises Undecided where a renumbering of the same instrument gave or took the number that is named."""
    if not any(isinstance(one, Renumber) for one in operations):
        return
    old, new = _standing(named, before), _standing(named, now)
    if not old or len(old) > 1 or len(new) > 1 or {_wid(one) for one in old} == {_wid(one) for one in new}:
        return
    stood = {one.provision.wid: one for one in places(before.provisions)}
    stands = {one.provision.wid: one for one in places(now.provisions) if one.provision.status != "deleted"}
    moved = [one for one in old if _wid(one) in stands and not _same(stands[_wid(one)], one)]
    came = [one for one in new if _wid(one) in stood and not _same(stood[_wid(one)], one)]
    if not moved and not came:
        return
    readings = (
        *(f"{_title(one)}, as it was numbered before" for one in old),
        *(f"{_title(one)}, as it is renumbered" for one in new),
    )
    why = f"It can't be told which numbers '{named}' speaks of: the amendment renumbers provisions before it."
    raise Undecided(why, str(named), readings)


def check_part(spot: Spot, standing: Place, before: Text, operations: Sequence[Operation]) -> None:
    """Raises Undecided where a sentence or paragraph is counted to that an earlier change moved to another count."""
    old = _unreplaced(standing, before, operations)
    if not spot.narrows or old is None:
        return
    was, now = _counted(spot, old), _counted(spot, standing)
    if not was or was == now:
        return
    if len(_pieces(spot, old)) != len(_pieces(spot, standing)) or now in _pieces(spot, old):
        what = "sentences" if spot.sentence else "paragraphs"
        why = f"It can't be told how the {what} of {standing.address} are counted: the amendment changes them before."
        raise Undecided(why, "", (was, now or "none"))


def check_times(words: str, spot: Spot, standing: Place | None, before: Text, operations: Sequence[Operation]) -> None:
    """Raises Undecided where occurrences are counted of which an earlier change took or put in some."""
    if not isinstance(spot.which, int) or spot.which < 1:
        return
    old = _unreplaced(standing, before, operations) if standing else None
    if standing and old is None:
        return
    within = tuple(places_at(old.provision, old.address)) if old else tuple(places(before.provisions))
    stood = len(occurrences(words, scope(within, Spot(sentence=spot.sentence, paragraph=spot.paragraph))))
    if stood not in (0, spot.count):
        why = f"It can't be told how the words are counted: they stood {stood} times before the amendment, and now"
        raise Undecided(f"{why} {spot.count} times.", words)


def _standing(named: Address, text: Text) -> tuple[Place, ...]:
    return locate.named([one for one in places(text.provisions) if one.provision.status != "deleted"], named)


def _wid(place: Place) -> str:
    return place.provision.wid


def _same(one: Place, other: Place) -> bool:
    return one.address.matches(other.address)


def _title(place: Place) -> str:
    return f"{place.address} {place.provision.heading}".strip()


def _unreplaced(standing: Place, before: Text, operations: Sequence[Operation]) -> Place | None:
    """The provision before the instrument; None where that brings it, or has put new words in its place."""
    brought = (one.target for one in operations if isinstance(one, Substitute | Add))
    if any(target.steps == standing.address.steps[: len(target.steps)] for target in brought):
        return None
    return next((one for one in places(before.provisions) if _wid(one) == _wid(standing)), None)


def _counted(spot: Spot, standing: Place) -> str:
    return "".join(one.text for one in scope(tuple(places_at(standing.provision, standing.address)), spot))


def _pieces(spot: Spot, standing: Place) -> list[str]:
    """All sentences, or all paragraphs, that the spot counts among."""
    paragraphs = list(standing.provision.paragraphs)
    if not spot.sentence:
        return paragraphs
    return [words[slice(*one.span)] for words in paragraphs for one in sentences(words)]
