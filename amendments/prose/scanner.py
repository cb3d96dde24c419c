"""A scanner over one instruction: named rules, one place, and the farthest place reached for the caret of an error."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.address import Address

RULES = {
    "quotation": r"“[^“”]+”|\"[^\"]+\"",
    "end": r"[.;:,]?\s*$",
    "stop": r"[.;,:]*(?=\s|$)",
    "and": r",?\s*\band\b|;|,",
}
"""Rules that have a name of their own; any other rule is a regular expression for words."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Why an instruction could not be read or decided: the sentence, the place in it, and what was looked for there.

    ``readings`` are the ways in which an ambiguous one could be taken.
    """

    sentence: str
    at: int
    why: str
    readings: tuple[str, ...] = ()


class NotRead(Exception):  # it never leaves this package: it is how a rule says no
    """The grammar stopped; the scanner knows where."""


class Scanner:
    """Reads words from the left. A rule may begin with the white space before it or after it; case does not count.

    ``named`` are the provisions that the same paragraph names before the sentence.
    """

    def __init__(self, sentence: str, named: tuple[Address, ...] = ()) -> None:
        self.sentence = sentence
        self.at = 0
        self._named = {0: named}
        self._farthest = 0
        self._wanted = "an instruction"

    def take(self, rule: str) -> re.Match[str] | None:
        """What a rule reads here, or None, and then nothing is read."""
        pattern = _compiled(rule)
        found = pattern.match(self.sentence, self.at) or pattern.match(self.sentence, self._start())
        if found is None:
            return None
        self.at = len(self.sentence[: found.end()].rstrip())  # the space after it may be wanted by the next rule
        self._farthest = max(self._farthest, self.at)
        return found

    def expect(self, rule: str, wanted: str) -> re.Match[str]:
        """What a rule reads here; raises NotRead, with what was wanted instead."""
        found = self.take(rule)
        if found is None:
            raise self.stopped(wanted)
        return found

    def quotation(self) -> str | None:
        """The words within quotation marks that stand here."""
        found = self.take("quotation")
        return found.group().strip()[1:-1].strip() if found else None

    def name(self, addresses: tuple[Address, ...]) -> None:
        """Remember that these provisions are named here."""
        self._named[self.at] = addresses

    @property
    def named(self) -> tuple[Address, ...]:
        """The provisions that were named last before this place: those that "thereof" and "said Article" speak of."""
        return self._named[max(at for at in self._named if at <= self.at)]

    def stopped(self, wanted: str) -> NotRead:
        """The farthest place at which something was wanted decides what the error says."""
        start = self._start()
        if start >= self._farthest or self._wanted == "an instruction":
            self._farthest, self._wanted = max(start, self._farthest), wanted
        return NotRead(wanted)

    @property
    def next(self) -> int:
        """Where the next word begins."""
        return self._start()

    @property
    def reached(self) -> int:
        """The farthest place that any rule read up to."""
        return self._farthest

    def ended(self) -> bool:
        return self.sentence[self.at :].strip(" .;:,") == ""

    def unread(self) -> Unread:
        """The error of an instruction that could not be read."""
        return Unread(self.sentence, min(self._farthest, len(self.sentence)), f"Here {self._wanted} was expected.")

    def _start(self) -> int:
        rest = self.sentence[self.at :]
        return self.at + len(rest) - len(rest.lstrip())


@lru_cache(maxsize=256)
def _compiled(rule: str) -> re.Pattern[str]:
    pattern = RULES.get(rule) or rule.replace(" ", r"\s+")
    return re.compile(pattern, re.IGNORECASE)
