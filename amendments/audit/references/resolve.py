"""Resolving: which provision an address of a mention means, at any time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from amendments.audit.references.mention import Named
from amendments.audit.references.read import mentions
from amendments.audit.versions import Versions
from corpus.address import Level, Step, article_value, match_key
from corpus.model import Provision

Verdict = Literal["stands", "deleted", "missing", "mismatch", "untold"]
Scope = Literal["", "own", "all"]
"""Where a section's number was looked up: among those beside the words, or in the whole text."""

_ITEMS = ("subsection", "paragraph", "subparagraph", "clause", "subclause")


@dataclass(frozen=True, slots=True)
class Meant:
    """What an address means. ``wid`` is the identity of what stands or is deleted there, or of the last step that does.

    ``inline`` where the rest of the steps stand among its words, as "(b)" in the middle of a sentence.
    "mismatch" is "this Section 4" in a section of another number; "untold" is what can't be told.
    """

    verdict: Verdict
    wid: str = ""
    scope: Scope = ""
    inline: bool = False


_UNTOLD = Meant("untold")


class Resolver:
    """The provisions of a work by their numbers, at any stage of it."""

    def __init__(self, versions: Versions) -> None:
        self.versions = versions
        self._children: dict[int, tuple[Provision, dict[str, tuple[Provision, ...]]]] = {}
        self._sections: dict[int, tuple[Provision, dict[tuple[str, str], tuple[Provision, ...]]]] = {}

    def meant(self, named: Named, holder: str, stage: int, scope: Scope = "") -> Meant:
        """What an address means, said in the provision ``holder``; ``scope`` is where it was found before."""
        chain = self.versions.chain(holder, stage)
        if not chain:
            return _UNTOLD
        first, rest = named.steps[0], named.steps[1:]
        match named.anchor:
            case "before" | "after":
                return self._neighbour(chain, first.level, -1 if named.anchor == "before" else 1, stage)
            case "self":
                return self._itself(chain, first, rest)
            case "article" | "section":
                within = next((one for one in chain if _is(one, named.anchor)), None)
                return self._below(within, named.steps) if within else _UNTOLD
            case _ if first.level == "article":
                return self._article(first, rest, stage)
            case _ if first.level == "section":
                return self._section(chain, first, rest, stage, scope)
        return self._item(chain, named.steps)

    def _neighbour(self, chain: Sequence[Provision], level: Level, by: int, stage: int) -> Meant:
        nth = next((nth for nth, one in enumerate(chain) if one.level == level), None)
        if nth is None:
            return _UNTOLD
        beside = chain[nth + 1].children if nth + 1 < len(chain) else self.versions.texts[stage].provisions
        alike = [one for one in beside if one.level == level]
        at = next(at for at, one in enumerate(alike) if one is chain[nth]) + by
        return _standing(alike[at]) if 0 <= at < len(alike) else _UNTOLD

    def _itself(self, chain: Sequence[Provision], first: Step, rest: Sequence[Step]) -> Meant:
        """A number of two parts may be said by its second: "this Section 2" in Section 7.02."""
        if first.level in ("article", "section"):
            alike = [one for one in chain if _is(one, first.level)]
        else:
            alike = [one for one in chain if one.level in _ITEMS]
        for one in alike:
            if _bears(one, first) or last_part(one.step.number) == first.number:
                return self._below(one, rest)
        return Meant("mismatch", alike[0].wid) if alike and first.level in ("article", "section") else _UNTOLD

    def _article(self, first: Step, rest: Sequence[Step], stage: int) -> Meant:
        tops = [one for one in self.versions.texts[stage].provisions if one.level == "article"]
        found = [one for one in tops if one.step.matches(first)]
        if len(found) > 1 or not tops:
            return _UNTOLD
        return self._below(found[0], rest) if found else Meant("missing")

    def _section(
        self, chain: Sequence[Provision], first: Step, rest: Sequence[Step], stage: int, scope: Scope
    ) -> Meant:
        key = match_key("section", first.number)
        own = self._numbered(chain[-1]).get(key, ())
        if scope != "all" and own:
            return self._only(own, rest, "own")
        if scope == "own":
            return Meant("missing")
        tops = self.versions.texts[stage].provisions
        everywhere = [one for top in tops for one in self._numbered(top).get(key, ())]
        return self._only(everywhere, rest, "all") if everywhere else Meant("missing")

    def _only(self, found: Sequence[Provision], rest: Sequence[Step], scope: Scope) -> Meant:
        if len(found) != 1:
            return _UNTOLD
        meant = self._below(found[0], rest)
        return Meant(meant.verdict, meant.wid, scope, meant.inline)

    def _item(self, chain: Sequence[Provision], steps: Sequence[Step]) -> Meant:
        """An item of what the words stand in, the nearest first."""
        for one in chain:
            if one.level == "article" and len(chain) > 1:
                break
            if self._inside(one, steps[0]):
                return self._below(one, steps)
        section = next((one for one in chain if _is(one, "section")), chain[-1])
        return self._below(section, steps)

    def _below(self, within: Provision, steps: Sequence[Step]) -> Meant:
        """What the steps lead to from a provision on; where they stop short the words may have the rest."""
        at = within
        for nth, step in enumerate(steps):
            if at.status != "in-force":
                return Meant("deleted", at.wid)
            found = self._inside(at, step)
            if not found and step.level == "section":
                found = [one for one in at.children if _says_short(at, one) == step.number]
            if len(found) > 1:
                return _UNTOLD
            if not found:
                if step.level != "section" and f"({step.number})" in at.text():
                    return Meant("stands", at.wid, inline=True)
                inner = self._numbered(at).get(match_key("section", step.number), ()) if not nth else ()
                if step.level == "section" and len(inner) == 1:
                    at = inner[0]
                    continue
                return Meant("missing", at.wid)
            at = found[0]
        return _standing(at)

    def _inside(self, provision: Provision, step: Step) -> Sequence[Provision]:
        """What stands in a provision under a number, at the level that the step can mean: no item among sections."""
        known = self._children.get(id(provision))
        if known is None:
            made: dict[str, tuple[Provision, ...]] = {}
            for child in provision.children:
                number = child.step.number.lower()
                made[number] = (*made.get(number, ()), child)
            known = provision, made  # holding the provision keeps its id from being used again
            self._children[id(provision)] = known
        found = known[1].get(step.number.lower(), ())
        return found if step.level == "section" else [one for one in found if one.level not in ("article", "section")]

    def _numbered(self, provision: Provision) -> dict[tuple[str, str], tuple[Provision, ...]]:
        """What has a section's number in a provision, itself included: sections, and what is numbered as 2.2.1 is."""
        known = self._sections.get(id(provision))
        if known is None:
            made: dict[tuple[str, str], tuple[Provision, ...]] = {}
            if _is(provision, "section"):
                made[match_key("section", provision.step.number)] = (provision,)
            for child in provision.children:
                for key, found in self._numbered(child).items():
                    made[key] = made.get(key, ()) + found
            known = provision, made
            self._sections[id(provision)] = known
        return known[1]


def _is(provision: Provision, level: str) -> bool:
    """Whether people call it so: an article whose number is a bare "3." is a section to those who cite it."""
    if level == "section":
        bare = provision.level == "article" and provision.num[:1].isdigit()
        return bool(provision.step.number) and (provision.level == "section" or provision.step.pointed or bare)
    return provision.level == level


def _bears(provision: Provision, step: Step) -> bool:
    return provision.step.matches(step) or (
        provision.level != "article" and provision.step.number.lower() == step.number.lower()
    )


def last_part(number: str) -> str:
    """What people say in short of a number such as 7.02, in its own article: "this Section 2"."""
    _, pointed, last = number.rpartition(".")
    return last.lstrip("0") if pointed else ""


def _says_short(holder: Provision, provision: Provision) -> str:
    """The short number of what bears that of the article it stands in."""
    if "." not in provision.num.rstrip("."):
        return ""
    ahead = provision.step.number.rpartition(".")[0]
    value = article_value(holder.step.number)
    return last_part(provision.step.number) if ahead in (holder.step.number, str(value)) else ""


def _standing(provision: Provision) -> Meant:
    return Meant("stands" if provision.status == "in-force" else "deleted", provision.wid)


def opened(provision: Provision) -> frozenset[tuple[str, str]]:
    """The numbers of sections that begin in the middle of its paragraphs, where no heading was told apart."""
    return frozenset(
        match_key(one.named[0].steps[-1].level, one.named[0].steps[-1].number)
        for paragraph in provision.paragraphs
        for one in mentions(paragraph)
        if one.belongs == "heading"
    )
