"""Changes of words, held against the words that stand."""

from __future__ import annotations

from dataclasses import replace

from amendments.describe import quoted
from amendments.operations import AddWords, DeleteWords, Seen, Spot, SubstituteWords, WordOperation
from amendments.patch.nearest import nearest
from amendments.patch.stretches import Stretch, occurrences, scope
from amendments.prose.find import Undecided
from amendments.prose.instructions import Rewrite
from corpus.address import Address
from corpus.model import Place, Text, places, places_at

_SIGNS = (",", ".", ";")
_GOES_ON, _ITEMS = (":", ",", ";", "—", "–"), ("•", "·", "*", "-", "–")
"""How words end that a list goes on from, and begin that are an item without a number."""


def rewrite(said: Rewrite, standing: Place | None, text: Text, place: str) -> WordOperation:
    """The operation on words, at a place that is there and the only one meant; ``standing`` is None for the whole text.

    Printers put a comma or full stop of their own within the marks: where the words are not found with it, it is
    theirs.
    """
    within = tuple(places_at(standing.provision, standing.address) if standing else places(text.provisions))
    searched = scope(within, said.part)
    where = str(standing.address) if standing else "the whole text"
    if not searched:
        raise Undecided(f"{where} has no such {_named(said.part)} outside a list.")
    old, new = said.old, said.new
    found = occurrences(old, searched)
    if not found and any(old in one.provision.heading for one in within):
        raise Undecided(f"The words {quoted(old)} stand in a heading only.", said.old)
    if not found and old.endswith(_SIGNS) and len(old) > 1:
        found, old = occurrences(old[:-1], searched), old[:-1]
    if not said.exact and new.endswith(_SIGNS) and len(new) > 1 and not old.endswith(_SIGNS):
        new = new[:-1]
    if not found:
        near = nearest(old, [stretch.text for stretch in searched])
        hint = f" The nearest words there are {quoted(near.words)}." if near else ""
        raise Undecided(f"The words {quoted(old)} do not stand in {where}.{hint}", said.old)
    if said.which == "last" and not _ends(found[-1], searched[-1]):
        raise Undecided(f"{where} does not end in {quoted(old)}.")
    which = len(found) if said.which == "last" else said.which
    if which == "only" and len(found) > 1:
        readings = tuple(_around(stretch) for stretch in found)
        raise Undecided(f"The words {quoted(old)} stand in {where} {len(found)} times.", said.old, readings)
    if isinstance(which, int) and which > len(found):
        raise Undecided(f"The words {quoted(old)} stand in {where} {len(found)} times only.", said.old)
    spot = replace(said.part, words=old, which=which, count=len(found))
    return _operation(said, spot, new, standing, place)


def whole_part(spot: Spot, words: str, standing: Place, place: str) -> WordOperation:
    """A sentence or paragraph is deleted or, where there are ``words``, put in place of."""
    struck = part_of(standing, spot)
    if spot.sentence and not (words and words[-1:] == struck[-1:]):
        check_whole(struck, standing)
    seen = Seen.of(standing.provision)
    if words:
        return SubstituteWords(id="", place=place, target=standing.address, spot=spot, new=words, seen=seen)
    return DeleteWords(id="", place=place, target=standing.address, spot=spot, seen=seen)


def part_of(standing: Place, spot: Spot) -> str:
    """The words of a sentence or paragraph, which must be there and be the only one meant."""
    found = scope(tuple(places_at(standing.provision, standing.address)), spot)
    if not found:
        raise Undecided(f"{standing.address} has no such {_named(spot)} outside a list.", _named(spot))
    return found[0].text


def check_whole(sentence: str, standing: Place) -> None:
    """What is called a sentence must be a whole one: raises Undecided where a list goes on from it or it is an item."""
    if sentence.endswith(_GOES_ON) or sentence.startswith(_ITEMS):
        raise Undecided(
            f"The sentence of {standing.address} is {quoted(sentence)}, which a list belongs to: it does not say "
            "whether the list is meant too.",
            "sentence",
        )


def where_it_stands(sentences: str, text: Text) -> Place:
    """The provision in which whole sentences stand, where they stand once in the whole text."""
    found = occurrences(sentences, scope(tuple(places(text.provisions)), Spot()))
    if len(found) != 1:
        often = f"{len(found)} times" if found else "not once"
        raise Undecided(f"It does not say where the words {quoted(sentences)} stand; they do {often}.", sentences)
    return found[0].passage.owner


def _named(spot: Spot) -> str:
    return "sentence" if spot.sentence else "paragraph"


def _operation(said: Rewrite, spot: Spot, new: str, standing: Place | None, place: str) -> WordOperation:
    target = standing.address if standing else Address(())
    seen = Seen.of(standing.provision) if standing else None
    if said.beside is not None:
        new = said.new if said.new.endswith(spot.words[-1:]) else new
        return AddWords(id="", place=place, target=target, spot=spot, side=said.beside, new=new, seen=seen)
    if new:
        return SubstituteWords(id="", place=place, target=target, spot=spot, new=new, seen=seen)
    return DeleteWords(id="", place=place, target=target, spot=spot, seen=seen)


def _ends(found: Stretch, searched: Stretch) -> bool:
    """Whether words are the last of what was searched."""
    return found.passage == searched.passage and not searched.passage.text[found.end : searched.end].strip()


def _around(stretch: Stretch) -> str:
    """The words with a few on both sides."""
    words, margin = stretch.passage.text, 30
    start, end = max(0, stretch.start - margin), min(len(words), stretch.end + margin)
    return f"{'…' if start else ''}{words[start:end]}{'…' if end < len(words) else ''}"
