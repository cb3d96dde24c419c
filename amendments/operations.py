"""Operations: the patches of an instrument, one closed union.

Handle them with ``match`` and ``assert_never``, so that a new kind can't be forgotten anywhere. Of each, ``id`` is
unique within the instrument and ``place`` is the eId, among the instrument's own words, of the provision that brings or
states it. It is empty where no provision does, for a person wrote the operation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.address import Address
from corpus.digest import digest_provision
from corpus.model import Provision, Text

Kind = Literal[
    "substitute", "add", "delete", "substitute-words", "add-words", "delete-words", "retitle", "renumber", "restate"
]
Which = int | Literal["only", "each"]
Side = Literal["before", "after"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the editor of an operation saw at its target: the heading, and the digest of the whole provision."""

    heading: str
    digest: str

    @classmethod
    def of(cls, provision: Provision) -> Seen:
        return cls(heading=provision.heading, digest=digest_provision(provision))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A stretch of the words below a heading.

    ``paragraph`` is one of the provision's own that have no number, and ``sentence`` one of it or of the provision:
    both count from 1, or from the end with -1; 0 is all. ``words`` are those quoted there, empty for all of it.
    ``which`` is the occurrence meant, from 1: "only" where there may be no other, "each" for all; ``count`` is how many
    the editor found.
    """

    sentence: int = 0
    words: str = ""
    which: Which = "only"
    count: int = 1
    paragraph: int = 0

    @property
    def narrows(self) -> bool:
        """Whether it is a part of the provision that can be counted to."""
        return bool(self.sentence or self.paragraph)


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitute:
    """Put new words in the place of a provision, which must exist. It keeps its identity.

    Where ``new`` has no number, the provision keeps its own, and its heading too unless ``new`` has one.
    """

    id: str
    place: str
    target: Address
    new: Provision
    seen: Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Add:
    """Put a new provision where its number belongs. The number must be free.

    Where ``new`` has no number it is given that of the target, printed as those beside it are.
    """

    id: str
    place: str
    target: Address
    new: Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Delete:
    """Take a provision out; its number stays as a placeholder, or ``reserved`` for later use.

    ``num`` and ``heading`` are what the instrument says stands there. ``seen`` is None where nothing stood
    there when the operation was read.
    """

    id: str
    place: str
    target: Address
    num: str
    heading: str
    reserved: bool = False
    seen: Seen | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubstituteWords:
    """Strike words and put others in their place. An empty ``target`` is the whole text; ``seen`` is then None."""

    id: str
    place: str
    target: Address
    spot: Spot
    new: str
    seen: Seen | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddWords:
    """Put words before or after a spot.

    With ``apart`` they stand as a paragraph of their own, and the spot is whole or one paragraph.
    """

    id: str
    place: str
    target: Address
    spot: Spot
    side: Side
    new: str
    apart: bool = False
    seen: Seen | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteWords:
    """Strike words."""

    id: str
    place: str
    target: Address
    spot: Spot
    seen: Seen | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retitle:
    """Give a provision another heading. The words below it stay."""

    id: str
    place: str
    target: Address
    heading: str
    seen: Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One provision of a renumbering: where it stands, and where it will."""

    target: Address
    to: Address
    seen: Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Renumber:
    """Give provisions other numbers, all at once: 13 to 12 and 14 to 13 do not get in each other's way."""

    id: str
    place: str
    moves: tuple[Move, ...]

    @property
    def target(self) -> Address:
        return self.moves[0].target


@dataclass(frozen=True, slots=True, kw_only=True)
class Restate:
    """Put a whole new text in the place of the one in force.

    A provision of ``new`` that goes on with one of the old text bears its ``wid``; ``seen`` is the digest of the old
    text.
    """

    id: str
    place: str
    new: Text
    seen: str

    @property
    def target(self) -> Address:
        return Address(())


WordOperation = SubstituteWords | AddWords | DeleteWords
Operation = Substitute | Add | Delete | SubstituteWords | AddWords | DeleteWords | Retitle | Renumber | Restate

_KINDS: dict[type[Operation], Kind] = {
    Substitute: "substitute",
    Add: "add",
    Delete: "delete",
    SubstituteWords: "substitute-words",
    AddWords: "add-words",
    DeleteWords: "delete-words",
    Retitle: "retitle",
    Renumber: "renumber",
    Restate: "restate",
}


def is_by_hand(operation: Operation) -> bool:
    """Whether a person wrote the operation, so that none of the instrument's own words states it."""
    return not operation.place and not isinstance(operation, Restate)


def kind_of(operation: Operation) -> Kind:
    """DESIGN's word for what an operation does."""
    return _KINDS[type(operation)]
