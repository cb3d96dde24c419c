"""The units that are aligned: articles (number and heading) and sections (with all that is inside them)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from amendments.compare.bags import Bag
from amendments.compare.tokens import Token, folded, tokenise
from corpus.model import Place, Provision, Text, places
from corpus.paragraphs import paragraphs


@dataclass(frozen=True, eq=False)
class Unit:
    """An article or a section as it is compared; ``above`` is the index of the one that it stands in, or -1.

    Its words are read only where they are asked for: of a long text most are found by their hash.
    """

    place: Place
    above: int

    @property
    def provision(self) -> Provision:
        return self.place.provision

    @property
    def number(self) -> str:
        """The last step of its address: ``sec_5``."""
        return self.place.address.steps[-1].eid

    @cached_property
    def heading(self) -> str:
        """Its heading without capitals and without the sign at its end."""
        return folded(self.provision.heading).casefold().rstrip(" .,:;-–—")

    @cached_property
    def passages(self) -> tuple[str, ...]:
        """Its paragraphs, items included."""
        return tuple(paragraph.text for paragraph in paragraphs(self.provision))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tuple(token for passage in (self.provision.heading, *self.passages) for token in tokenise(passage))

    @cached_property
    def bag(self) -> Bag:
        return Bag.of(self.tokens)


def units(text: Text) -> tuple[Unit, ...]:
    """The articles and sections of a text in reading order; items belong to the unit that they stand in."""
    made: list[Unit] = []
    known: dict[str, int] = {}
    for place in places(text.provisions):
        if place.provision.level in ("article", "section") or len(place.address.steps) == 1:
            known[place.eid] = len(made)
            made.append(Unit(place, known.get(place.eid.rpartition("__")[0], -1)))
    return tuple(made)
