"""Finding and changing provisions by their full address. Every function returns a new text and keeps the old."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.address import Address, Level, Step, bare_number, match_key
from corpus.model import Provision, Text
from corpus.ranks import ranks

Parts = tuple[str | Provision, ...]


@dataclass(frozen=True, slots=True)
class _Trace:
    """Where an address leads in a text: the place in each body on the way, and how many the last step can mean."""

    text: Text
    address: Address
    path: tuple[int, ...]
    found: Provision | None
    alike: int


def find(text: Text, address: Address) -> Provision | None:
    """The provision at a full address, or None."""
    return _trace(text, address).found


def alike(text: Text, address: Address) -> int:
    """How many provisions an address can mean: more than one where a number stands twice side by side."""
    return _trace(text, address).alike


def replaced(text: Text, target: Address, change: Callable[[Provision], Provision]) -> Text:
    """The text with the provision at ``target``, which must exist, changed; all others are shared, not copied."""
    return replace(text, provisions=_provisions(_within(text.provisions, _path(text, target), change)))


def removed(text: Text, target: Address) -> Text:
    """The text without the provision at ``target``, which must exist."""
    return replace(text, provisions=_provisions(_within(text.provisions, _path(text, target), lambda _: None)))


def inserted(text: Text, target: Address, new: Provision) -> Text:
    """The text with ``new`` at the place where the number of ``target`` belongs; its parent must exist."""
    if len(target.steps) == 1:
        return replace(text, provisions=_provisions(_in_order(text.provisions, new)))
    return replaced(text, target.parent, lambda parent: replace(parent, body=_in_order(parent.body, new)))


def _within(parts: Parts, path: tuple[int, ...], change: Callable[[Provision], Provision | None]) -> Parts:
    index, below = path[0], path[1:]
    part = parts[index]
    assert isinstance(part, Provision)  # a path leads through provisions
    made = replace(part, body=_within(part.body, below, change)) if below else change(part)
    return (*parts[:index], *((made,) if made else ()), *parts[index + 1 :])


def _path(text: Text, address: Address) -> tuple[int, ...]:
    trace = _trace(text, address)
    if trace.found is None:
        raise LookupError(f"no provision at {address}")
    return trace.path


_last: list[_Trace] = []
"""The trace that was made last: a patch asks for the same one several times. Texts never change, so it stays true."""


def _trace(text: Text, address: Address) -> _Trace:
    known = _last[0] if _last else None
    if known is not None and known.text is text and known.address is address:
        return known
    level: Parts = text.provisions
    path: list[int] = []
    found: Provision | None = None
    count = 0
    for step in address.steps:
        meant = _meant(level, step)
        count = len(meant)
        part = level[meant[0]] if meant else None
        found = part if isinstance(part, Provision) else None
        if found is None:
            break
        path.append(meant[0])
        level = found.body
    trace = _Trace(text, address, tuple(path), found, count)
    _last[:] = [trace]
    return trace


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
