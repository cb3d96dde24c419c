"""The assignment: where each provision must have stood so that all headings fit at once, at one depth of the text.

Nothing is preferred: where the headings leave a choice, or two of them claim one provision, it is not settled.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice, product

from amendments.audit.lost.assumed import Assumption, Key, key, near, same
from amendments.compare.bags import Bag
from amendments.compare.tokens import tokenise
from corpus.address import Address
from corpus.model import Place, Provision, Text, places

_LIKE, _RATHER, _CLEARLY = 0.8, 0.5, 0.1
"""The likeness from which words alone are taken for the same section's, from which they back a heading, and by how much
it must exceed the next."""
_TRIED = 500
"""Choices that are tried together; more of them are too many to settle anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """By an assumption, the provision that stands at ``place`` in the record stood at its number; None: an added one.

    ``how`` says why where the heading is not the same, word for word. It is ``backed`` where more than a heading that
    the instrument could have given itself speaks for it: that it deletes it so, or that the new words are like it.
    """

    assumption: Assumption
    place: Place | None
    how: str = ""
    backed: bool = True

    @property
    def target(self) -> Address:
        return self.assumption.target

    @property
    def stays(self) -> bool:
        return self.place is not None and key(self.place.address) == key(self.target)

    @property
    def moves(self) -> bool:
        return self.place is not None and not self.stays

    @property
    def told(self) -> str:
        """``Article V, Section 8 → Section 19 (President.)``."""
        if self.place is None:
            return f"{self.target} added ({self.assumption.heading})"
        return f"{self.place.address} → {self.target.steps[-1]} ({self.place.provision.heading})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """``claims`` that hold together, each for another provision; ``unsettled`` says in sentences why not all do."""

    claims: tuple[Claim, ...]
    unsettled: tuple[str, ...]

    @property
    def moves(self) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.claims if claim.moves)

    @property
    def additions(self) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.claims if claim.place is None)


def fit(text: Text, assumed: Sequence[Assumption]) -> Fit:
    """Of assumptions whose targets all have the same number of steps."""
    return _Fitting(text, assumed).fitted()


@dataclass(slots=True)
class _Fitting:
    text: Text
    assumed: Sequence[Assumption]
    standing: dict[Key, Place] = field(default_factory=dict)
    beside: dict[Key, list[Place]] = field(default_factory=dict)
    deleted: set[Key] = field(default_factory=set)
    unsettled: list[str] = field(default_factory=list)
    bags: dict[int, Bag] = field(default_factory=dict)

    def fitted(self) -> Fit:
        depth = len(self.assumed[0].target.steps)
        for place in places(self.text.provisions):
            if len(place.address.steps) == depth:
                at = key(place.address)
                if place.provision.status == "deleted":
                    self.deleted.add(at)
                elif at not in self.standing:
                    self.standing[at] = place
                    self.beside.setdefault(at[:-1], []).append(place)
        options = [found for one in self.assumed if (found := self._options(one))]
        claims = self._settled(_without_weak(options))
        self._hold(claims)
        return Fit(claims=tuple(claims), unsettled=tuple(self.unsettled))

    def _options(self, one: Assumption) -> list[Claim]:
        """The claims that an assumption can mean; none where it claims nothing."""
        here = self.standing.get(key(one.target))
        if not one.heading or one.way == "adds":
            return self._added(one, here)
        if here is not None and near(here.provision.heading) == near(one.heading):
            exact = same(here.provision.heading) == same(one.heading)
            return [Claim(assumption=one, place=here, how="" if exact else _nearly(here))]
        siblings = self._siblings(one.target)
        exactly = [place for place in siblings if same(place.provision.heading) == same(one.heading)]
        nearly = [place for place in siblings if near(place.provision.heading) == near(one.heading)]
        if one.way == "substitutes":
            return self._substituted(one, here, siblings, exactly or nearly)
        if exactly or nearly:
            return [Claim(assumption=one, place=at, how="" if exactly else _nearly(at)) for at in exactly or nearly]
        return self._unknown(one)

    def _added(self, one: Assumption, here: Place | None) -> list[Claim]:
        """An addition claims nothing; but a provision that the record has elsewhere can't be one."""
        alike = [place for place in self._siblings(one.target) if same(place.provision.heading) == same(one.heading)]
        if here is None and one.new is not None and one.heading and alike:
            likest = alike[0].provision
            if self._likeness(one.new, likest) >= _LIKE:
                self.unsettled.append(
                    f"'{one.said}' is recorded as added, and the record has it as '{_printed(alike[0])}' already."
                )
        return []

    def _substituted(
        self, one: Assumption, here: Place | None, siblings: Sequence[Place], named: Sequence[Place]
    ) -> list[Claim]:
        """The one of its heading, unless its words are clearly those that stand; else the one of its words."""
        assert one.new is not None
        new = one.new
        at_number = self._likeness(new, here.provision) if here is not None else 0.0
        if named:
            like = max(self._likeness(new, place.provision) for place in named)
            if at_number >= _LIKE and at_number > like + _CLEARLY:
                return []  # it gives what stands there another heading
            exactly = same(named[0].provision.heading) == same(one.heading)
            backed = like >= _RATHER and like > at_number
            return [
                Claim(assumption=one, place=place, how="" if exactly else _nearly(place), backed=backed)
                for place in named
            ]
        ranked = sorted(
            ((self._likeness(new, place.provision), -at) for at, place in enumerate(siblings)), reverse=True
        )
        if ranked and ranked[0][0] >= _LIKE:
            likest, second = ranked[0], ranked[1][0] if len(ranked) > 1 else 0.0
            place = siblings[-likest[1]]
            if place is not here and likest[0] > second + _CLEARLY:
                return [Claim(assumption=one, place=place, how=f"its new words are those of '{_printed(place)}'")]
        if here is None and key(one.target) not in self.deleted:
            return self._unknown(one)
        return []

    def _unknown(self, one: Assumption) -> list[Claim]:
        """A heading that the record does not have: it was added, unless another article has it."""
        if one.way == "places":
            return []
        elsewhere = [place for place in self.standing.values() if same(place.provision.heading) == same(one.heading)]
        if elsewhere:
            self.unsettled.append(
                f"'{one.said}' may be a new provision, or the one that stands at {elsewhere[0].address}."
            )
            return []
        if key(one.target) in self.deleted:
            self.unsettled.append(f"{one.target} has been deleted already, and '{one.said}' may be the same one.")
            return []
        return [Claim(assumption=one, place=None)]

    def _siblings(self, target: Address) -> list[Place]:
        return self.beside.get(key(target)[:-1], [])

    def _likeness(self, one: Provision, other: Provision) -> float:
        for each in (one, other):
            if id(each) not in self.bags:
                self.bags[id(each)] = Bag.of(tokenise(each.text()))
        return self.bags[id(one)].likeness(self.bags[id(other)])

    def _settled(self, options: Sequence[Sequence[Claim]]) -> list[Claim]:
        """The one choice in which every provision is claimed once and whatever gives way is claimed elsewhere."""
        certain = [found[0] for found in options if len(found) == 1]
        open_ = [found for found in options if len(found) > 1]
        if not open_:
            return certain
        choices = list(islice(product(*open_), _TRIED + 1))
        if len(choices) <= _TRIED:
            fitting = [choice for choice in choices if not _conflicts([*certain, *choice], self.standing)]
            if len(fitting) == 1:
                return [*certain, *fitting[0]]
        for found in open_:
            several = " or ".join(f"'{_printed(claim.place)}'" for claim in found if claim.place)
            self.unsettled.append(f"'{found[0].assumption.said}' may be {several}.")
        return certain

    def _hold(self, claims: list[Claim]) -> None:
        """Drop no claim, but say which contradict each other, and what gives way without a place to go to."""
        if not any(not claim.stays for claim in claims):
            return
        self.unsettled += _conflicts(claims, self.standing)
        self.unsettled += [f"What stood at {place.address} then is not told." for place in self._holes(claims)]
        placed = {_wid(claim) for claim in claims}
        for one in self.assumed:
            here = self.standing.get(key(one.target))
            if one.way == "adds" and here is not None and here.provision.wid not in placed:
                self.unsettled.append(_untold(here))

    def _holes(self, claims: Sequence[Claim]) -> list[Place]:
        """Numbers that nothing takes, though others stand after them: an amendment closes such a gap or fills it."""
        taken = {key(claim.target) for claim in claims}
        moved = {_wid(claim) for claim in claims if claim.moves}
        beyond = {at[:-1] for at in taken if at not in self.standing}
        found: list[Place] = []
        for parent, row in self.beside.items():
            followed = parent in beyond
            for place in reversed(row):
                if place.provision.wid not in moved or key(place.address) in taken:
                    followed = True
                elif followed:
                    found.append(place)
        return found[::-1]


def _without_weak(options: list[list[Claim]]) -> list[list[Claim]]:
    """Without the substitutions that claim what others say stands elsewhere: those give it another heading."""
    strong = {
        _wid(found[0])
        for found in options
        if len(found) == 1 and (found[0].stays or found[0].assumption.way != "substitutes")
    }
    kept: list[list[Claim]] = []
    for found in options:
        weak = found[0].assumption.way == "substitutes" and not found[0].stays
        left = [claim for claim in found if not weak or _wid(claim) is None or _wid(claim) not in strong]
        if left:
            kept.append(left)
    return kept


def _conflicts(claims: Sequence[Claim], standing: dict[Key, Place]) -> list[str]:
    found: list[str] = []
    by_provision: dict[str, Claim] = {}
    for claim in claims:
        wid = _wid(claim)
        if wid is None:
            continue
        if other := by_provision.get(wid):
            found.append(f"'{other.assumption.said}' and '{claim.assumption.said}' would be one provision.")
        by_provision[wid] = claim
    for claim in claims:
        here = standing.get(key(claim.target))
        if here is not None and not claim.stays and here.provision.wid not in by_provision:
            found.append(_untold(here))
    return found


def _wid(claim: Claim) -> str | None:
    return claim.place.provision.wid if claim.place else None


def _untold(here: Place) -> str:
    return f"'{_printed(here)}' gives way to another, and where it went is not told."


def _nearly(place: Place) -> str:
    return f"it is taken for '{_printed(place)}'"


def _printed(place: Place) -> str:
    return f"{place.provision.num} {place.provision.heading}".strip()
