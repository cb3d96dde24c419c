"""Mentions: the words in which a text names one of its provisions, and the addresses that they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.address import Step

Anchor = Literal["", "self", "article", "section", "before", "after"]
"""From where the steps lead on: "" from where the words stand, then from the top; "article" and "section" from what the
words stand in ("of this Article"); "self" says the number of what they stand in ("this Section 4"); "before" and
"after" are its neighbours ("the preceding Section")."""

Belongs = Literal["inside", "open", "outside", "untold", "heading"]
"""Whose provision is named: this text's for sure ("of this Article", "above"); this text's, unless something else says
otherwise; another document's; that of something named before ("such Section", "thereof"). A "heading" names nothing: it
opens a provision in the middle of a paragraph."""


@dataclass(frozen=True, slots=True)
class Named:
    """One address of a mention; for "before" and "after" a single step without a number.

    ``between`` where it lies within a range: "Sections 3 to 7" names 5.
    """

    steps: tuple[Step, ...]
    anchor: Anchor = ""
    between: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name provisions. ``span`` is where they stand among the characters of their paragraph."""

    span: tuple[int, int]
    words: str
    named: tuple[Named, ...]
    belongs: Belongs
