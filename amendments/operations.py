"""Operations: the patches of an instrument, one closed union.

Handle them with ``match`` and ``assert_never``, so that a new kind can't be forgotten anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.address import Address
from corpus.digest import digest_provision
from corpus.model import Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the editor of an operation saw at its target: the heading, and the digest of the whole provision."""

    heading: str
    digest: str

    @classmethod
    def of(cls, provision: Provision) -> Seen:
        return cls(heading=provision.heading, digest=digest_provision(provision))


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitute:
    """Put new words in the place of a provision, which must exist. It keeps its identity.

    ``id`` is unique within the instrument; ``place`` is the eId of ``new`` among the instrument's own words.
    """

    id: str
    place: str
    target: Address
    new: Provision
    seen: Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Add:
    """Put a new provision where its number belongs. The number must be free."""

    id: str
    place: str
    target: Address
    new: Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Delete:
    """Take a provision out; its number stays as a placeholder.

    ``num`` and ``heading`` are what the instrument says stands there. ``seen`` is None where nothing stood
    there when the operation was read.
    """

    id: str
    place: str
    target: Address
    num: str
    heading: str
    seen: Seen | None


Operation = Substitute | Add | Delete
