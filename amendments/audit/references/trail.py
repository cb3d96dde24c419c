"""Trails: every reference in force, what it meant when its words came, and what it means now."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass

from amendments.audit.references.mention import Mention, Named
from amendments.audit.references.outside import speaks_of_law
from amendments.audit.references.read import mentions
from amendments.audit.references.resolve import Meant, Resolver, last_part, opened
from amendments.audit.references.subjects import another_subject, same_subject, successor
from amendments.audit.versions import Versions
from corpus.address import article_value
from corpus.model import Place, Provision, places
from corpus.sentences import sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """One address of a reference over time. ``sentence`` is what the words stand in.

    ``origin`` is the stage at which the words came, ``broke`` that from which on it no longer means what it did then:
    the same where it never meant anything. ``then`` and ``now`` are what it meant and means.
    """

    place: Place
    mention: Mention
    named: Named
    sentence: str
    origin: int
    broke: int
    then: Meant
    now: Meant


class Trails:
    """The references of a work. ``rewritten`` are the provisions, by identity, that were written anew at a stage."""

    def __init__(self, versions: Versions, rewritten: Container[tuple[str, int]] = frozenset()) -> None:
        self.versions = versions
        self._rewritten = rewritten
        self.resolver = Resolver(versions)
        self._latest = tuple(places(versions.texts[-1].provisions))
        self._outside = self._numbers_of_others()
        self._opened = frozenset(key for place in self._latest for key in opened(place.provision))

    def broken(self) -> Iterator[Trail]:
        """Those that no longer mean what they did, or never meant anything, in the order of the text."""
        for place in self._latest:
            seen: Counter[str] = Counter()
            for paragraph in place.provision.paragraphs:
                for mention in mentions(paragraph):
                    seen[_key(mention)] += 1
                    if mention.belongs in ("inside", "open"):
                        yield from self._of(place, paragraph, mention, seen[_key(mention)])

    def _of(self, place: Place, paragraph: str, mention: Mention, nth: int) -> Iterator[Trail]:
        origin = self._origin(place.provision.wid, _key(mention), nth)
        made = [self._trail(place, paragraph, mention, named, origin) for named in mention.named]
        reached = {trail.now.wid for trail in made if trail.now.verdict == "stands"}
        for trail in made:
            if trail.then.verdict == "stands":
                kept = trail.now.verdict == "untold" or self._same(trail, trail.now)
                elsewhere = trail.then.wid != trail.now.wid and trail.then.wid in reached  # another number of the same
                if not kept and not elsewhere and not (trail.named.between and trail.now.verdict != "stands"):
                    yield trail
            elif trail.now.verdict in ("missing", "deleted", "mismatch") and self._sure(trail):
                yield trail

    def _trail(self, place: Place, paragraph: str, mention: Mention, named: Named, origin: int) -> Trail:
        wid, last = place.provision.wid, self.versions.last
        then = self.resolver.meant(named, wid, origin)
        now = self.resolver.meant(named, wid, last, then.scope)
        made = Trail(
            place=place, mention=mention, named=named, sentence=_sentence(paragraph, mention.span), origin=origin,
            broke=origin, then=then, now=now,
        )  # fmt: skip
        if then.verdict != "stands" or origin == last or self._same(made, now):
            return made
        stages = range(origin + 1, last + 1)

        def lost(stage: int) -> bool:
            return not self._same(made, self.resolver.meant(named, wid, stage, then.scope), stage)

        broke = stages[min(bisect_left(stages, True, key=lost), len(stages) - 1)]
        return Trail(
            place=place, mention=mention, named=named, sentence=made.sentence, origin=origin, broke=broke, then=then,
            now=now,
        )  # fmt: skip

    def _same(self, trail: Trail, meant: Meant, stage: int = -1) -> bool:
        """Whether what is meant at a stage (the last: -1) is what was meant at first, under the same subject."""
        if meant.verdict != "stands":
            return False
        at = self.versions.last if stage < 0 else stage
        if meant.wid != trail.then.wid and (meant.inline or trail.then.inline):
            ours = {one.wid for one in self.versions.chain(trail.then.wid, trail.origin)}
            return meant.wid in ours or trail.then.wid in {one.wid for one in self.versions.chain(meant.wid, at)}
        return meant.wid == trail.then.wid and not self._turned(trail, at)

    def _turned(self, trail: Trail, stage: int) -> bool:
        """Whether a provision that keeps its identity was given another subject, or its words the next number."""
        old, new = self.versions.provision(trail.then.wid, trail.origin), self.versions.provision(trail.then.wid, stage)
        if old is new or same_subject(old, new):
            return False
        chain = self.versions.chain(new.wid, stage)
        beside = chain[1].children if len(chain) > 1 else self.versions.texts[stage].provisions
        return another_subject(old, new) or successor(old, beside) is not None

    def _origin(self, wid: str, key: str, nth: int) -> int:
        """The stage from which on a provision has had the words without a break.

        Who writes a provision anew and changes a reference in it has read the others too, so that they are as new.
        """
        stage, later = 0, None
        for version in reversed(self.versions.of(wid)):
            said = _said(version.provision) if version.provision else Counter[str]()
            if said[key] < nth or (later is not None and said != later and (wid, stage) in self._rewritten):
                break
            stage, later = version.stage, said
        return stage

    def _sure(self, trail: Trail) -> bool:
        """Whether an address that never led anywhere is a slip: it must be this text's, and no law's."""
        steps, mention = trail.named.steps, trail.mention
        first, last = steps[0], steps[-1]
        keys = {("article" if one.level == "article" else "section", one.number.lower()) for one in steps}
        if (
            keys & self._opened
            or self._opens_short(trail)
            or (last.level not in ("article", "section") and self._has_mark(trail))
        ):
            return False
        if trail.named.between:
            return False
        if mention.belongs == "inside" or trail.then.verdict == "deleted":
            return True
        if first.number in self._outside or speaks_of_law(trail.sentence) or first.level not in ("article", "section"):
            return False
        if trail.then.wid:  # the section is there, and the item is not
            return True
        return self._within_reach(first.level, first.number)

    def _opens_short(self, trail: Trail) -> bool:
        """Whether "Section 8 of this Article" is a 5.08 that begins in the middle of a paragraph."""
        wanted = trail.named.steps[-1].number
        article = trail.place.address.steps[0] if trail.named.anchor == "article" else trail.named.steps[0]
        ahead = str(article_value(article.number) or article.number)
        return any(last_part(one) == wanted and one.startswith(f"{ahead}.") for _, one in self._opened)

    def _has_mark(self, trail: Trail) -> bool:
        """Whether the mark of an item stands anywhere in the section meant: then the outline is to blame."""
        at = trail.now.wid or trail.then.wid or trail.place.provision.wid
        chain = self.versions.chain(at, self.versions.last)
        section = next((one for one in chain if one.level == "section"), chain[-1] if chain else None)
        mark = trail.named.steps[-1].number
        return bool(section and f"({mark})" in f"{section.text()}")

    def _within_reach(self, level: str, number: str) -> bool:
        """Whether a number is like those of the text, so that no law's is meant."""
        ahead, pointed, _ = number.rpartition(".")
        alike = [place.provision.step.number for place in self._latest if place.provision.level == level]
        if level == "article":
            return (article_value(number) or (int(number) if number.isdigit() else 99)) <= max(20, 2 * len(alike))
        if pointed:
            return any(one.startswith(f"{ahead}.") for one in alike)
        return number.isdigit() and int(number) <= max((int(one) for one in alike if one.isdigit()), default=0)

    def _numbers_of_others(self) -> frozenset[str]:
        """The numbers under which the text names provisions of other documents."""
        return frozenset(
            named.steps[0].number
            for place in self._latest
            for paragraph in place.provision.paragraphs
            for mention in mentions(paragraph)
            if mention.belongs == "outside"
            for named in mention.named
        )


def _key(mention: Mention) -> str:
    return " ".join(mention.words.casefold().split())


def _said(provision: Provision) -> Counter[str]:
    return Counter(_key(one) for paragraph in provision.paragraphs for one in mentions(paragraph))


def _sentence(paragraph: str, span: tuple[int, int]) -> str:
    for sentence in sentences(paragraph):
        if sentence.span[0] <= span[0] < sentence.span[1]:
            return paragraph[slice(*sentence.span)]
    return paragraph
