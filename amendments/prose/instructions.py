"""What an instruction says, before it is held against the text: one closed union.

Addresses are as the instrument names them; "it" and "thereof" are already the provision that they mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from amendments.operations import Side, Spot, Which
from corpus.address import Address

BYLAWS = Address(())
"""The bylaws as a whole."""
WHOLE = Spot()
"""The whole of a provision, no sentence or paragraph of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replace:
    """Provisions are to read as what is quoted; with ``part``, one sentence or paragraph of the one provision.

    ``words`` is what is quoted in the same sentence, empty where it follows below. ``listed`` where no more is said
    than that they are amended as follows: then several changes may follow in place of new words.
    """

    targets: tuple[Address, ...]
    part: Spot = WHOLE
    words: str = ""
    listed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Remove:
    """Provisions, or one sentence or paragraph of one, are deleted; ``reserved`` where their number is to say so."""

    targets: tuple[Address, ...]
    part: Spot = WHOLE
    reserved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Insert:
    """New provisions are added: their numbers are said, or stand in what is quoted below. ``under`` holds them.

    What is not said to hold them holds ``beside``, or what was just struck where they come ``here``.
    ``heading`` is the one that the instruction itself says, empty where it says none.
    """

    numbers: tuple[Address, ...] = ()
    under: Address = BYLAWS
    beside: Address = BYLAWS
    words: str = ""
    here: bool = False
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extend:
    """Words are added at the beginning or end of a provision, or beside a part of it.

    ``words`` is empty where they follow below. ``apart`` where they are called a paragraph.
    Not ``placed`` where nothing says that they stand at the end; then only provisions with a number can be added.
    """

    target: Address
    part: Spot = WHOLE
    side: Side = "after"
    words: str = ""
    apart: bool = False
    placed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrite:
    """Words are struck, put in, or put in place of others: ``old`` or ``new`` is empty where there is none.

    Without ``targets`` they are whole sentences, which stand once. With ``beside`` the ``new`` words stand before or
    after the ``old``, which stay. ``exact`` where the comma or full stop that ends the ``new`` words can't be the
    instruction's own.
    """

    targets: tuple[Address, ...]
    old: str
    new: str = ""
    part: Spot = WHOLE
    which: Which | Literal["last"] = "only"
    beside: Side | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entitle:
    """A provision has another heading."""

    target: Address
    heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """Provisions take other numbers, in the order given. Without ``numbers`` those after the last change close or open
    the gap: "renumbered accordingly"; ``level`` and ``under`` are those of the provisions that it then speaks of.
    """

    targets: tuple[Address, ...] = ()
    numbers: tuple[Address, ...] = ()
    level: str = ""
    under: Address = BYLAWS


@dataclass(frozen=True, slots=True, kw_only=True)
class RestateAll:
    """The bylaws as a whole are to read as what follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadIn:
    """The bylaws are amended as follows: what is done stands below. Or: what follows takes effect on a ``day``."""

    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What is said of provisions beside what is done to them: the ``heading`` that they bear, empty where none is said,
    or ``renumbered`` where their number is the one that the same instrument gives them. Nothing is done.
    """

    targets: tuple[Address, ...]
    heading: str = ""
    renumbered: bool = False


Instruction = Replace | Remove | Insert | Extend | Rewrite | Entitle | Number | RestateAll | LeadIn | Named
