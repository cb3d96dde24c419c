"""Whether two provisions are about the same."""

from __future__ import annotations

from collections.abc import Iterable

from amendments.compare.tokens import likeness, tokenise
from corpus.model import Provision

_SAME, _OTHER = 0.5, 0.35
"""Likeness of the words: from which on they are of one subject, and below which they are of another."""
_SMALL = frozenset("a an and by for from in of on or the to with".split())


def same_subject(old: Provision, new: Provision) -> bool:
    """By their headings, or by most of their words."""
    if old.heading and _plain(old.heading) == _plain(new.heading):
        return True
    return _likeness(old, new) >= _SAME


def another_subject(old: Provision, new: Provision) -> bool:
    """Whether the headings have no word in common, and the words below them few."""
    headings = [frozenset(_plain(one.heading).split()) - _SMALL for one in (old, new)]
    return all(headings) and not headings[0] & headings[1] and _likeness(old, new) < _OTHER


def successor(old: Provision, standing: Iterable[Provision]) -> Provision | None:
    """The one other provision that has the heading or the words that ``old`` had, if there is one."""
    others = [one for one in standing if one.wid != old.wid and one.status == "in-force" and one.level == old.level]
    found = [one for one in others if old.heading and _plain(one.heading) == _plain(old.heading)]
    if not found and old.body:
        words = old.text()
        found = [one for one in others if one.text() == words]
    return found[0] if len(found) == 1 else None


def _likeness(old: Provision, new: Provision) -> float:
    return likeness(tokenise(old.text()), tokenise(new.text()))


def _plain(heading: str) -> str:
    return heading.casefold().strip(" .,:;-–—")
