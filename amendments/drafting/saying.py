"""How a resolution names things: provisions, the bylaws, words in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.address import NUMBER_WORDS, Address, Step, article_value

_NAMES = re.compile(r"\bby-?\s?laws\b|\bcode of regulations\b|\bconstitution\b", re.IGNORECASE)


def name_of(title: str) -> str:
    """What the bylaws call themselves in their title: ``By-Laws``, ``Bylaws``, ``Constitution``."""
    found = _NAMES.search(title)
    if not found:
        return "Bylaws"
    named = " ".join(found.group().split())
    return named.title().replace("Of", "of") if named.isupper() else named


def in_full(address: Address) -> str:
    """``Section 2(b) of Article III``"""
    units = [step for step in address.said if step.level in ("article", "section") or step.pointed]
    items = "".join(f"({step.number})" for step in address.said[len(units) :])
    return " of ".join(_step(step) for step in reversed(units)).replace(" of ", f"{items} of ", 1) + (
        items if len(units) == 1 else ""
    )


def all_of(addresses: Sequence[Address]) -> str:
    """``Sections 3, 4 and 5``, without what holds them."""
    steps = [address.steps[-1] for address in addresses]
    if len(steps) == 1:
        return _step(steps[0])
    numbers = [_number(step) for step in steps]
    return f"{_level(steps[0])}s {', '.join(numbers[:-1])} and {numbers[-1]}"


def marked(words: str) -> str | None:
    """The words in quotation marks of a shape that they do not have themselves, or None where they have both."""
    if not any(mark in words for mark in "“”"):
        return f"“{words}”"
    return f'"{words}"' if '"' not in words else None


def ended(clause: str) -> str:
    """The clause with a full stop, unless the words that it quotes last have one before the mark."""
    return clause if clause.endswith((".”", '."')) else f"{clause}."


def _step(step: Step) -> str:
    return f"{_level(step)} {_number(step)}"


def _level(step: Step) -> str:
    return "Section" if step.pointed else step.level.capitalize()


def _number(step: Step) -> str:
    """The number; that of ARTICLE ONE in digits, for a number in words is not read within a sentence."""
    if step.level == "article" and step.number.lower() in NUMBER_WORDS:
        return str(article_value(step.number))
    return step.number
