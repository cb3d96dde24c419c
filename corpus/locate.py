"""From an address as people write it to the provision that it names in a text."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from corpus.address import Address, Step, read_address
from corpus.errors import AmbiguousProvision, UnknownProvision
from corpus.model import Place, Text, places


def locate(text: Text, query: str, where: str = "this text") -> Place:
    """The one provision that ``query`` names; raises UnknownProvision with the nearest, or AmbiguousProvision."""
    standing = tuple(places(text.provisions))
    if exact := next((place for place in standing if place.eid.lower() == query.strip().lower()), None):
        return exact
    for reading in read_address(query):
        found = named(standing, reading)
        if len(found) == 1:
            return found[0]
        if found:
            names = [str(place.address) for place in found]
            raise AmbiguousProvision(query, names if len(set(names)) == len(names) else (p.eid for p in found))
    raise UnknownProvision(query, _nearest(standing, read_address(query)[0]), where)


def named(standing: Sequence[Place], address: Address) -> tuple[Place, ...]:
    """The provisions that an address can mean: those of the whole path, else those it is the end of.

    Where no section has the number, "Section 3" means what stands at the top as a bare "3.".
    """
    found = tuple(place for place in standing if address.names(place.address))
    whole = tuple(place for place in found if len(place.address.steps) == len(address.steps))
    if not found and (first := address.steps[0]).level == "section":
        bare = [place for place in standing if place.provision.num[:1].isdigit() and len(place.address.steps) == 1]
        article = Address((Step("article", first.number),))
        return tuple(place for place in bare if len(address.steps) == 1 and article.names(place.address))
    return whole or found


def _nearest(standing: tuple[Place, ...], reading: Address) -> tuple[str, ...]:
    names = {str(place.address): None for place in standing}
    return tuple(get_close_matches(str(reading), names, n=3, cutoff=0.5))


def locate_in_either(first: Text, second: Text, query: str, where: str) -> Place:
    """The provision in the second text or, where it has none of that address, in the first."""
    try:
        return locate(second, query, where)
    except UnknownProvision:
        return locate(first, query, where)
