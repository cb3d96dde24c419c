"""The provision tree: what a text is, free of any file format.

A provision is a number, a heading and a body. The body holds paragraphs of words and inner provisions in
reading order, so that a list with text on both sides and two lists in one section need no special case.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import Literal

from corpus.address import Address, Level, Step, bare_number

Status = Literal["in-force", "deleted", "reserved"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """An article, section or item. Words are the source's own, white space folded to single spaces.

    ``num`` and ``heading`` are as printed, punctuation included (``Section 3,`` and ``Seal.``). ``wid`` is the
    permanent identity: empty until the provision enters a work, then never changed and never reused.
    """

    level: Level
    num: str
    heading: str = ""
    body: tuple[str | Provision, ...] = ()
    status: Status = "in-force"
    wid: str = ""

    @property
    def step(self) -> Step:
        return Step(self.level, bare_number(self.num))

    def bears(self, step: Step) -> bool:
        """Whether its number is that of a step of an address; one that no word goes before says no level."""
        return step.matches(self.step) or (self.num[:1].isdigit() and step.number == self.step.number)

    @property
    def children(self) -> tuple[Provision, ...]:
        return tuple(part for part in self.body if isinstance(part, Provision))

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The provision's own paragraphs, without those of its inner provisions."""
        return tuple(part for part in self.body if isinstance(part, str))

    def passages(self) -> Iterator[str]:
        """Number, heading and every paragraph, inner provisions included, in reading order; none is empty."""
        yield from filter(None, (self.num, self.heading))
        for part in self.body:
            if isinstance(part, Provision):
                yield from part.passages()
            else:
                yield part

    def text(self) -> str:
        """The whole words below number and heading, a line a paragraph, each item beginning with its number."""
        return "\n".join(
            part if isinstance(part, str) else " ".join(filter(None, (part.num, part.heading, part.text())))
            for part in self.body
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A work's whole words at one time: title block, provisions, and what stands after the last of them."""

    preface: tuple[str, ...] = ()
    provisions: tuple[Provision, ...] = ()
    conclusions: tuple[str, ...] = ()

    def passages(self) -> Iterator[str]:
        yield from self.preface
        for provision in self.provisions:
            yield from provision.passages()
        yield from self.conclusions

    def words(self) -> list[str]:
        return [word for passage in self.passages() for word in passage.split()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One set of bylaws over its whole life.

    ``jurisdiction`` is an ISO 3166 code in lower case with its subdivision (``us-ca``); ``adopted`` is the
    day the base was adopted.
    """

    key: str
    title: str
    jurisdiction: str
    adopted: date

    @property
    def uri(self) -> str:
        """The FRBR work URI: ``/akn/us-ca/act/bylaws/interactive-voice-media/1991-12-20/bylaws``."""
        return f"/akn/{self.jurisdiction}/act/bylaws/{self.key}/{self.adopted}/bylaws"


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """A work with its text as first adopted."""

    work: Work
    text: Text


@dataclass(frozen=True, slots=True)
class Place:
    """A provision where it stands: its address from the top, and the eId, which is unique in its text."""

    provision: Provision
    address: Address
    eid: str


def places(provisions: tuple[Provision, ...]) -> Iterator[Place]:
    """Every provision in reading order, an outer one before those inside it.

    A number that a source gives twice keeps its words; the second one's eId ends in ``-2``.
    """
    yield from _places(provisions, Address(()), "")


def places_at(provision: Provision, address: Address) -> Iterator[Place]:
    """A provision that stands at an address, and every one inside it."""
    yield Place(provision, address, address.eid)
    yield from _places(provision.children, address, f"{address.eid}__")


def _places(parts: tuple[Provision, ...], above: Address, prefix: str) -> Iterator[Place]:
    for provision, short in zip(parts, _short_eids(parts), strict=True):
        address, eid = above.under(provision.step), prefix + short
        yield Place(provision, address, eid)
        yield from _places(provision.children, address, f"{eid}__")


def _short_eids(parts: tuple[Provision, ...]) -> list[str]:
    """The last part of each sibling's eId: its number's, or where another has that, the first free with a count.

    Those without a number are counted by themselves.
    """
    unnumbered = count(1)
    wanted = [one.step.eid + ("" if one.step.number else str(next(unnumbered))) for one in parts]
    if len(set(wanted)) == len(wanted):
        return wanted
    taken = set(wanted)
    given: list[str] = []
    for eid in wanted:
        free = (f"{eid}-{nth}" for nth in range(2, len(wanted) + 2) if f"{eid}-{nth}" not in taken)
        given.append(eid if eid not in given else next(free))
        taken.add(given[-1])
    return given


def identify(provisions: tuple[Provision, ...], prefix: str = "", above: str = "") -> tuple[Provision, ...]:
    """The same provisions, each that has no permanent identity yet given ``prefix`` + its eId as its ``wid``."""
    return tuple(
        _identified(provision, prefix, above + short)
        for provision, short in zip(provisions, _short_eids(provisions), strict=True)
    )


def _identified(provision: Provision, prefix: str, eid: str) -> Provision:
    inner = iter(identify(provision.children, prefix, f"{eid}__"))
    body = tuple(part if isinstance(part, str) else next(inner) for part in provision.body)
    return replace(provision, body=body, wid=provision.wid or prefix + eid)
