"""Finding and changing provisions by their full address. Every function returns a new text and keeps the old."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from corpus.address import Address, Level, Step, bare_number, match_key
from corpus.model import Provision, Text
from corpus.ranks import ranks

Parts = tuple[str | Provision, ...]


def find(text: Text, address: Address) -> Provision | None:
    """The provision at a full address, or None."""
    level: Parts = text.provisions
    found: Provision | None = None
    for step in address.steps:
        at = _index(level, step)
        part = level[at] if at is not None else None
        if not isinstance(part, Provision):
            return None
        found, level = part, part.body
    return found


def alike(text: Text, address: Address) -> int:
    """How many provisions an address can mean: more than one where a number stands twice side by side."""
    parent = find(text, address.parent) if len(address.steps) > 1 else None
    level: Parts = parent.body if parent else text.provisions
    return len(_meant(level, address.steps[-1])) if parent or len(address.steps) == 1 else 0


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
    index, below = _index(parts, steps[0]), steps[1:]
    part = parts[index] if index is not None else None
    if index is None or not isinstance(part, Provision):
        raise LookupError(f"no provision at {steps}")
    made = replace(part, body=_within(part.body, below, change)) if below else change(part)
    return (*parts[:index], *((made,) if made else ()), *parts[index + 1 :])


def _index(parts: Parts, step: Step) -> int | None:
    """Where the provision of a number stands, the first of several."""
    found = _meant(parts, step)
    return found[0] if found else None


def _meant(parts: Parts, step: Step) -> list[int]:
    """Where provisions stand that a step can mean: those of exactly that number, else however it is written.

    "3-2" is the second of those numbered 3, where none is numbered so.
    """
    wanted = match_key(step.level, step.number)
    found = [i for i, part in enumerate(parts) if isinstance(part, Provision) and _key(part.level, part.num) == wanted]
    if len(found) > 1:
        exact = [i for i in found if bare_number(parts[i].num) == step.number]  # type: ignore[union-attr]
        return exact or found
    number, dash, count = step.number.rpartition("-")
    if not found and dash and count.isdigit():
        several = _meant(parts, Step(step.level, number))
        return several[int(count) - 1 : int(count)] if len(several) > 1 and int(count) else []
    return found


@lru_cache(maxsize=65536)
def _key(level: Level, num: str) -> tuple[str, str]:
    """The key of a provision by its printed number; the same few numbers come again and again."""
    return match_key(level, bare_number(num))


def _in_order(parts: Parts, new: Provision) -> Parts:
    """Before the first provision with a higher number; else after the last provision, or at the end."""
    numbered = [(index, part.step) for index, part in enumerate(parts) if isinstance(part, Provision)]
    ranked = ranks([*(step for _, step in numbered), new.step])
    at = next((index for (index, _), rank in zip(numbered, ranked, strict=False) if rank > ranked[-1]), None)
    if at is None:
        at = numbered[-1][0] + 1 if numbered else len(parts)
    return (*parts[:at], new, *parts[at:])


def _provisions(parts: Parts) -> tuple[Provision, ...]:
    return tuple(part for part in parts if isinstance(part, Provision))
