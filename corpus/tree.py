"""Finding and changing provisions by their full address. Every function returns a new text and keeps the old."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from corpus.address import Address, Level, Step, article_value, bare_number, match_key
from corpus.model import Provision, Text

Parts = tuple[str | Provision, ...]


def find(text: Text, address: Address) -> Provision | None:
    """The provision at a full address, or None."""
    level, found = text.provisions, None
    for step in address.steps:
        wanted = match_key(step.level, step.number)
        found = next((provision for provision in level if _key(provision.level, provision.num) == wanted), None)
        if found is None:
            return None
        level = found.children
    return found


def replaced(text: Text, target: Address, change: Callable[[Provision], Provision]) -> Text:
    """The text with the provision at ``target``, which must exist, changed; all others are shared, not copied."""
    return replace(text, provisions=_provisions(_within(text.provisions, target.steps, change)))


def removed(text: Text, target: Address) -> Text:
    """The text without the provision at ``target``, which must exist."""
    return replace(text, provisions=_provisions(_within(text.provisions, target.steps, lambda _: None)))


def inserted(text: Text, target: Address, new: Provision) -> Text:
    """The text with ``new`` at the place where the number of ``target`` belongs; its parent must exist."""
    if len(target.steps) == 1:
        return replace(text, provisions=_provisions(_in_order(text.provisions, new)))
    return replaced(text, target.parent, lambda parent: replace(parent, body=_in_order(parent.body, new)))


def _within(parts: Parts, steps: tuple[Step, ...], change: Callable[[Provision], Provision | None]) -> Parts:
    wanted = match_key(steps[0].level, steps[0].number)
    for index, part in enumerate(parts):
        if isinstance(part, Provision) and _key(part.level, part.num) == wanted:
            below = steps[1:]
            made = replace(part, body=_within(part.body, below, change)) if below else change(part)
            return (*parts[:index], *((made,) if made else ()), *parts[index + 1 :])
    raise LookupError(f"no provision at {steps}")


@lru_cache(maxsize=65536)
def _key(level: Level, num: str) -> tuple[str, str]:
    """The key of a provision by its printed number; the same few numbers come again and again."""
    return match_key(level, bare_number(num))


def _in_order(parts: Parts, new: Provision) -> Parts:
    """Before the first provision with a higher number; else after the last provision, or at the end."""
    numbered = [(index, part.step) for index, part in enumerate(parts) if isinstance(part, Provision)]
    at = next((index for index, step in numbered if rank(step) > rank(new.step)), None)
    if at is None:
        at = numbered[-1][0] + 1 if numbered else len(parts)
    return (*parts[:at], new, *parts[at:])


def rank(step: Step) -> tuple[tuple[int, str], ...]:
    """How numbers follow one another: 2 before 10, 3.9 before 3.10, 12 before 12A, IV before IX."""
    value = article_value(step.number) if step.level == "article" else None
    if value is not None:
        return ((value, ""),)
    parts = re.findall(r"\d+|[^\W\d_]+", step.number.lower())
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in parts)


def _provisions(parts: Parts) -> tuple[Provision, ...]:
    return tuple(part for part in parts if isinstance(part, Provision))
