"""Quantities in a sentence: lengths of time, shares of votes, amounts of money, with the limits that words set on them.

"Not less than ten (10) nor more than sixty (60) days" is one quantity with two limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from amendments.terms_over_time.numbers import FRACTION, NUMBER, fraction, number

_UNIT = (
    r"(?:(?:calendar|business|full|consecutive|working)\s+)?"
    r"(?P<unit{0}>days?|months?|years?|hours?|weeks?|minutes?)\b['’]?"
)
_LEAST = r"\b(?:(?:not|no|nor)\s+(?:be\s+)?(?:less|fewer)\s+than|at\s+least|a\s+minimum\s+of|minimum\s+of)"
_MOST = (
    r"\b(?:(?:not|no|nor)\s+(?:be\s+)?(?:more|greater|later)\s+than"
    r"|(?:not|nor)\s+(?:to\s+)?(?:exceed|exceeding)(?:,?\s+in\s+any\s+case,?)?"
    r"|at\s+most|a\s+maximum\s+of|maximum\s+of|within|up\s+to)"
)
_ABOVE = r"\bmore\s+than"


@dataclass(frozen=True, slots=True)
class Quantity:
    """``least`` and ``most`` are its limits, the same where it is one value, both None where it can't be read.

    ``above`` where ``least`` itself is not enough: "more than 45 days". ``unit`` is ``days``, ``months``, ``%`` (of
    100), ``$`` or ``persons``; ``start`` and ``end`` its place in the sentence.
    """

    start: int
    end: int
    unit: str
    least: Fraction | None
    most: Fraction | None
    above: bool = False

    @property
    def value(self) -> str:
        """``at least 10 days``, ``10 to 60 days``, ``5``; empty where it can't be read."""
        if self.least is None and self.most is None:
            return ""
        if self.least == self.most and self.least is not None:
            return self._with_unit(_figure(self.least))
        if self.least is None:
            assert self.most is not None  # one of both is known
            return f"at most {self._with_unit(_figure(self.most))}"
        if self.most is None:
            return f"{'more than' if self.above else 'at least'} {self._with_unit(_figure(self.least))}"
        return self._with_unit(f"{_figure(self.least)} to {_figure(self.most)}")

    def _with_unit(self, figures: str) -> str:
        if self.unit == "$":
            return " to ".join(f"${part}" for part in figures.split(" to "))
        if self.unit == "%":
            return f"{figures}%"
        if self.unit == "persons":
            return figures
        return f"{figures} {self.unit[:-1] if figures == '1' else self.unit}"


def _figure(value: Fraction) -> str:
    if value.denominator == 1:
        return f"{value.numerator:,}"
    if value.denominator in (2, 4, 5, 8, 10, 20, 25, 50, 100):
        return f"{float(value):,.2f}".rstrip("0").rstrip(".") if value.denominator != 100 else f"{float(value):,.2f}"
    whole, rest = divmod(value, 1)
    return f"{whole} {rest}" if whole else str(rest)


def _both(unit: str) -> str:
    """Not less than A nor more than B of a unit, in either order, or "A to B"; each with the unit or only the last."""
    joined = r"(?:nor|and|or|but|,)?\s*"
    return (
        rf"(?:{_LEAST}\s+(?P<a>{NUMBER})\s*(?:{unit.format('a')},?\s*)?{joined}(?:{_MOST}|{_ABOVE})\s+(?P<b>{NUMBER})"
        rf"|{_MOST}\s+(?P<c>{NUMBER})\s*(?:{unit.format('c')},?\s*)?{joined}(?:{_LEAST}|less\s+than)\s+(?P<d>{NUMBER})"
        rf"|(?:between\s+)?(?P<e>{NUMBER})\s*(?:{unit.format('e')}\s+)?(?:to|and|through)\s+(?P<f>{NUMBER}))"
    )


def limits(unit: str) -> str:
    """The pattern of a number with its limits, before what ``unit`` matches; ``{0}`` in it makes names unlike."""
    limit = rf"(?:(?P<low>{_LEAST})\s+|(?P<high>{_MOST})\s+|(?P<over>{_ABOVE})\s+)?"
    one = rf"{limit}(?P<one>{NUMBER})(?P<orless>\s+or\s+(?:more|less))?"
    return rf"(?:{_both(unit)}|{one})[-\s]*(?:{unit.format('')})"


_TIMES = re.compile(limits(_UNIT), re.IGNORECASE)
_ADJECTIVE = re.compile(r"-(?:day|month|year|hour|week|minute)\Z", re.IGNORECASE)
_NOUN = re.compile(r"\s+(?:notice|term)\b", re.IGNORECASE)
_PERCENT = re.compile(limits(r"(?P<unit{0}>%|per\s*cent(?:um)?\b)(?:\s*\(\s*[\d./\s-]+%\s*\))?"), re.IGNORECASE)
_FRACTIONS = re.compile(
    rf"(?:(?P<low>{_LEAST})\s+|(?P<high>{_MOST})\s+|(?P<over>{_ABOVE})\s+)?(?:a\s+)?(?P<one>{FRACTION})", re.IGNORECASE
)
_MONEY = re.compile(
    rf"(?:(?P<low>{_LEAST})\s+|(?P<high>{_MOST})\s+|(?P<over>{_ABOVE})\s+|in\s+excess\s+of\s+)?"
    rf"(?:(?P<words>{NUMBER})\s+(?:U\.?S\.?\s+)?dollars\b(?:\s*\(\s*\$\s*(?P<same>[\d,]+(?:\.\d+)?)\s*\))?"
    r"|\$\s*(?P<one>\d[\d,]*(?:\.\d+)?))",
    re.IGNORECASE,
)


def quantities(sentence: str) -> tuple[Quantity, ...]:
    """Those of a sentence in reading order; of two that overlap the first, longer one."""
    found = sorted(_all(sentence), key=lambda one: (one.start, -one.end))
    kept: list[Quantity] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _all(sentence: str) -> Iterator[Quantity]:
    for found in _TIMES.finditer(sentence):
        if _ADJECTIVE.search(found.group()) and not _NOUN.match(sentence, found.end()):
            continue  # "a three-month income statement" is no length of time that is fixed
        unit = found["unit"].casefold().rstrip("s") + "s"
        yield quantity(found, unit)
    yield from (quantity(found, "%") for found in _PERCENT.finditer(sentence))
    for found in _FRACTIONS.finditer(sentence):
        value = fraction(found["one"])
        yield _limited(found, "%", value * 100 if value is not None and 0 < value < 1 else None)
    for found in _MONEY.finditer(sentence):
        said, same = found["one"] or found["words"], found["same"]
        value = number(said)
        yield _limited(found, "$", value if not same or number(same) == value else None)


def quantity(found: re.Match[str], unit: str) -> Quantity:
    """What a match of ``limits`` says."""
    for low, high in (("a", "b"), ("d", "c"), ("e", "f")):
        if found[low]:
            least, most = number(found[low]), number(found[high])
            sure = least is not None and most is not None and least <= most
            return Quantity(*found.span(), unit, least if sure else None, most if sure else None)
    return _limited(found, unit, number(found["one"]))


def _limited(found: re.Match[str], unit: str, value: Fraction | None) -> Quantity:
    named = found.groupdict()
    more = (named.get("orless") or "").casefold().split()
    low, high = bool(named["low"]) or "more" in more, bool(named["high"]) or "less" in more
    over = bool(named["over"])
    return Quantity(
        *found.span(), unit, None if high else value, None if low or over else value, above=over and value is not None
    )
