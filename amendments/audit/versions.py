"""Versions: what each provision of a work was after every instrument, found by its identity.

Texts share what no instrument touched, so that only what differs is gone through.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.address import Address
from corpus.model import Provision, Text


@dataclass(frozen=True, slots=True)
class Version:
    """A provision from a stage on: 0 is the base, n what the n-th instrument left. None where it no longer stands.

    ``above`` is the identity of what it stands in, empty at the top.
    """

    stage: int
    provision: Provision | None
    above: str


class Versions:
    """The texts of a work, asked for one provision at one stage."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts = tuple(texts)
        self._known: dict[str, list[Version]] = {}
        self._add(self.texts[0].provisions, "", 0)
        for stage in range(1, len(self.texts)):
            old, new = self.texts[stage - 1].provisions, self.texts[stage].provisions
            left: dict[str, Provision] = {}
            self._step(old, new, "", stage, left)
            for wid in left:
                if (known := self._known[wid][-1]).stage < stage and not self._stands(known, stage):
                    self._known[wid].append(Version(stage, None, ""))

    @property
    def last(self) -> int:
        """The stage after every instrument."""
        return len(self.texts) - 1

    def of(self, wid: str) -> Sequence[Version]:
        """Every version of a provision, the first one first."""
        return self._known.get(wid, ())

    def at(self, wid: str, stage: int) -> Version | None:
        """The version that stood at a stage, None where there was none."""
        found = self.of(wid)
        nth = bisect_right(found, stage, key=lambda version: version.stage)
        version = found[nth - 1] if nth else None
        return version if version and version.provision is not None else None

    def provision(self, wid: str, stage: int) -> Provision:
        """What a provision was at a stage; raises LookupError where it did not stand."""
        version = self.at(wid, stage)
        if version is None or version.provision is None:
            raise LookupError(f"no provision {wid!r} at stage {stage}")
        return version.provision

    def chain(self, wid: str, stage: int) -> tuple[Provision, ...]:
        """The provision and those that it stands in, the innermost first."""
        made: list[Provision] = []
        while wid and (version := self.at(wid, stage)):
            assert version.provision is not None  # as ``at`` gives no other
            made.append(version.provision)
            wid = version.above
        return tuple(made)

    def address(self, wid: str, stage: int) -> Address:
        """Where it stood at a stage, empty where it did not."""
        return Address(tuple(one.step for one in reversed(self.chain(wid, stage))))

    def _add(self, parts: Sequence[Provision], above: str, stage: int) -> None:
        for part in parts:
            self._record(Version(stage, part, above))
            self._add(part.children, part.wid, stage)

    def _record(self, version: Version) -> None:
        assert version.provision is not None  # only what stands is recorded so
        known = self._known.setdefault(version.provision.wid, [])
        if known and known[-1].stage == version.stage:
            known.pop()
        known.append(version)

    def _step(
        self, old: Sequence[Provision], new: Sequence[Provision], above: str, stage: int, left: dict[str, Provision]
    ) -> None:
        shared, kept = {id(part) for part in old}, {part.wid for part in new}
        for part in old:
            if part.wid not in kept:
                left.update((one.wid, one) for one in _all(part))
        for part in new:
            if id(part) not in shared:
                before = self.at(part.wid, stage - 1)
                self._record(Version(stage, part, above))
                inside = before.provision.children if before and before.provision else ()
                self._step(inside, part.children, part.wid, stage, left)

    def _stands(self, version: Version, stage: int) -> bool:
        """Whether what left its place still stands in what held it, which went elsewhere."""
        holder = self.at(version.above, stage) if version.above else None
        return bool(holder and holder.provision and any(one is version.provision for one in holder.provision.children))


def _all(provision: Provision) -> Iterator[Provision]:
    yield provision
    for child in provision.children:
        yield from _all(child)
