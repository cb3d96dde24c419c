"""Finding the provision that an instruction means: one, or none that could be decided."""

from __future__ import annotations

from difflib import get_close_matches

from corpus import locate
from corpus.address import Address
from corpus.model import Place, Text, places


class Undecided(Exception):  # it never leaves this package: it is how deciding says no
    """What is read can't be carried out in one way only. ``words`` are those of the instruction that it is about."""

    def __init__(self, why: str, words: str = "", readings: tuple[str, ...] = ()) -> None:
        super().__init__(why)
        self.why, self.words, self.readings = why, words, readings


def resolve(text: Text, named: Address) -> Place:
    """The one provision in force that an address names; raises Undecided."""
    standing = [place for place in places(text.provisions) if place.provision.status != "deleted"]
    meant = locate.named(standing, named)
    if len(meant) == 1:
        return meant[0]
    if meant:
        readings = tuple(str(place.address) for place in meant)
        raise Undecided(f"'{named}' can be any of {len(meant)} provisions of the text in force.", str(named), readings)
    near = get_close_matches(str(named), [str(place.address) for place in standing], n=2, cutoff=0.6)
    hint = f" The nearest are {' and '.join(near)}." if near else ""
    raise Undecided(f"The text in force just before has no {named}.{hint}", str(named))


def parent_for(text: Text, named: Address, under: Address) -> Address:
    """The full address of a new provision; raises Undecided where it can't be told what is to hold it."""
    above = Address(named.steps[:-1]) if len(named.steps) > 1 else under
    if above.steps:
        return resolve(text, above).address.under(named.steps[-1])
    step = named.steps[-1]
    articles = any(provision.level == "article" for provision in text.provisions)
    if step.level == "article" or not articles:
        return named
    alike = {place.address.parent for place in places(text.provisions) if _beside(place, step.number)}
    if len(alike) == 1:
        return alike.pop().under(step)
    raise Undecided(
        f"It does not say in which article {named} is to stand.", str(named), tuple(sorted(map(str, alike)))
    )


def _beside(place: Place, number: str) -> bool:
    """Whether a section is numbered in one row with a number such as 3.02, which names its article."""
    theirs = place.address.steps[-1]
    prefix, point, _ = number.rpartition(".")
    return theirs.level == "section" and bool(point) and theirs.number.rpartition(".")[0] == prefix
