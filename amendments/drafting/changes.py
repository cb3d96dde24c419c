"""What an edited copy changes, number by number: one closed union, in the reading order of the copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.address import Address, match_key
from corpus.model import Provision, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A provision whose number the text in force does not have."""

    address: Address
    new: Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A provision that the copy does not have."""

    address: Address
    old: Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """A provision that has other words, or another heading. Of an article with sections it is all or the heading."""

    address: Address
    old: Provision
    new: Provision

    @property
    def heading_only(self) -> bool:
        """Whether nothing of its own but the heading differs."""
        same = self.old.num == self.new.num and own_parts(self.old) == own_parts(self.new)
        return same and self.old.heading != self.new.heading


Change = Added | Removed | Rewritten


def is_unit(provision: Provision) -> bool:
    """Whether people amend it by its own number: an article, a section, or one with points such as 2.2.1."""
    return provision.level in ("article", "section") or provision.step.pointed


def own_parts(provision: Provision) -> tuple[str | Provision, ...]:
    """The paragraphs and list items of a provision, not the sections inside it."""
    return tuple(part for part in provision.body if isinstance(part, str) or not is_unit(part))


def sections(provision: Provision) -> tuple[Provision, ...]:
    """The sections inside an article."""
    return tuple(part for part in provision.children if is_unit(part))


def changes(before: Text, after: Text) -> tuple[Change, ...]:
    """What turns ``before`` into ``after``, provision by provision of the same number; both are plain texts."""
    return tuple(_among(Address(()), before.provisions, after.provisions))


def _among(above: Address, before: Sequence[Provision], after: Sequence[Provision]) -> Iterator[Change]:
    for old, new in _paired(before, after):
        if old is None and new is not None:
            yield Added(address=above.under(new.step), new=new)
        elif new is None and old is not None:
            yield Removed(address=above.under(old.step), old=old)
        elif old is not None and new is not None and old != new:
            address = above.under(old.step)
            own = (old.num, own_parts(old)) == (new.num, own_parts(new))
            if not own or not (sections(old) and sections(new)):
                yield Rewritten(address=address, old=old, new=new)
                continue
            if old.heading != new.heading:
                yield Rewritten(address=address, old=old, new=new)
            yield from _among(address, sections(old), sections(new))


Couple = tuple[Provision | None, Provision | None]


def _paired(before: Sequence[Provision], after: Sequence[Provision]) -> Iterator[Couple]:
    """Provisions of one number side by side, in the order of the new ones; what is gone after what it stood after."""
    old, new = dict(_counted(before)), dict(_counted(after))
    gone: dict[object, list[Provision]] = {}
    anchor: object = None
    for key, provision in old.items():
        if key in new:
            anchor = key
        else:
            gone.setdefault(anchor, []).append(provision)
    yield from ((provision, None) for provision in gone.get(None, ()))
    for key, provision in new.items():
        yield old.get(key), provision
        yield from ((removed, None) for removed in gone.get(key, ()))


def _counted(provisions: Sequence[Provision]) -> Iterator[tuple[object, Provision]]:
    """Each with its number, and how many of that number stood before it."""
    seen: dict[object, int] = {}
    for provision in provisions:
        key = match_key(provision.step.level, provision.step.number)
        seen[key] = seen.get(key, 0) + 1
        yield (key, seen[key]), provision
