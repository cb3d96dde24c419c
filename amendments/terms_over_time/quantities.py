"""Quantities in a sentence: lengths of time, shares of votes, amounts of money, with the limits that words set on them.

"Not less than ten (10) nor more than sixty (60) days" is one quantity with two limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
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
_BELOW = r"\b(?:less|fewer)\s+than"
_NO = re.compile(
    r"(?:\A\W*|[,;:]\s*)(?:no|neither)\s[^,;:]*\Z|\b(?:not|never|nor)\s+(?:\w+\s+){0,4}\Z"
    r"|\b(?:shall|may|will|must)\s+not\s[^,;:]*\Z",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\(\s*(\d[\d./\s-]*?)\s*%\s*\)")
_WORKING = re.compile(r"\b(calendar|business|working)\s+\w+['’]?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """``least`` and ``most`` are its limits, the same where it is one value, both None where it can't be read.

    ``beyond`` where the one limit is not within them: "more than 45 days", "less than 3". ``unit`` is ``days``,
    ``months``, ``%`` (of 100), ``$`` or ``persons``; ``start`` and ``end`` its place in the sentence.
    """

    start: int
    end: int
    unit: str
    least: Fraction | None
    most: Fraction | None
    beyond: bool = False

    @property
    def value(self) -> str:
        """``at least 10 days``, ``10 to 60 days``, ``5``; empty where it can't be read."""
        if self.least is None and self.most is None:
            return ""
        if self.least == self.most and self.least is not None:
            return self._with_unit(_figure(self.least, self.unit))
        if self.least is None:
            assert self.most is not None  # one of both is known
            return f"{'less than' if self.beyond else 'at most'} {self._with_unit(_figure(self.most, self.unit))}"
        if self.most is None:
            return f"{'more than' if self.beyond else 'at least'} {self._with_unit(_figure(self.least, self.unit))}"
        return self._with_unit(f"{_figure(self.least, self.unit)} to {_figure(self.most, self.unit)}")

    def _with_unit(self, figures: str) -> str:
        if self.unit == "$":
            return " to ".join(f"${part}" for part in figures.split(" to "))
        if self.unit == "%":
            return f"{figures}%"
        if self.unit == "persons":
            return figures
        return f"{figures} {self.unit[:-1] if figures == '1' else self.unit}"


def _figure(value: Fraction, unit: str) -> str:
    """The figures of a value: 1,250.50 of an amount, 16 2/3 of what decimals can't say."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    if unit == "$":
        return f"{float(value):,.2f}"
    if 10_000 % value.denominator == 0:
        return f"{float(value):,.4f}".rstrip("0")
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
    limit = rf"(?:(?P<low>{_LEAST})\s+|(?P<high>{_MOST})\s+|(?P<over>{_ABOVE})\s+|(?P<under>{_BELOW})\s+)?"
    one = rf"{limit}(?P<one>{NUMBER})(?P<orless>\s+or\s+(?:more|less))?"
    return rf"(?:{_both(unit)}|{one})[-\s]*(?:{unit.format('')})"


_TIMES = re.compile(limits(_UNIT), re.IGNORECASE)
_SAYS_TIME = re.compile(r"(?:day|month|year|hour|week|minute)", re.IGNORECASE)
_SAYS_PERCENT = re.compile(r"%|per\s?cent", re.IGNORECASE)
_SAYS_FRACTION = re.compile(r"\d/\d|hal[fv]|third|fourth|quarter|fifth|sixth|eighth|tenth|twentieth", re.IGNORECASE)
_SAYS_MONEY = re.compile(r"\$|dollar", re.IGNORECASE)
_ADJECTIVE = re.compile(r"-(?:day|month|year|hour|week|minute)\Z", re.IGNORECASE)
_NOUN = re.compile(r"\s+(?:notice|term)\b", re.IGNORECASE)
_PERCENT = re.compile(
    limits(r"(?P<unit{0}>%|per\s*cent(?:um)?\b|(?=\(\s*\d[\d./\s-]*%))(?:\s*\(\s*[\d./\s-]+%\s*\))?"), re.IGNORECASE
)
_FRACTIONS = re.compile(
    rf"(?:(?P<low>{_LEAST})\s+|(?P<high>{_MOST})\s+|(?P<over>{_ABOVE})\s+|(?P<under>{_BELOW})\s+)?(?:a\s+)?(?P<one>{FRACTION})",
    re.IGNORECASE,
)
_MONEY = re.compile(
    rf"(?:(?P<low>{_LEAST})\s+|(?P<high>{_MOST})\s+|(?P<over>{_ABOVE}|in\s+excess\s+of)\s+|(?P<under>{_BELOW})\s+)?"
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
    for found in _found(_TIMES, _SAYS_TIME, sentence):
        if _ADJECTIVE.search(found.group()) and not _NOUN.match(sentence, found.end()):
            continue  # "a three-month income statement" is no length of time that is fixed
        unit = found["unit"].casefold().rstrip("s") + "s"
        working = _WORKING.search(found.group())
        yield quantity(found, f"{working[1].casefold()} {unit}" if working else unit)
    for found in _found(_PERCENT, _SAYS_PERCENT, sentence):
        one, bracketed = quantity(found, "%"), _BRACKETED.search(found.group())
        sure = not bracketed or number(bracketed[1]) in (one.least, one.most)
        yield one if sure else replace(one, least=None, most=None)
    for found in _found(_FRACTIONS, _SAYS_FRACTION, sentence):
        value = fraction(found["one"])
        yield _limited(found, "%", value * 100 if value is not None and 0 < value < 1 else None)
    for found in _found(_MONEY, _SAYS_MONEY, sentence):
        said, same = found["one"] or found["words"], found["same"]
        value = number(said)
        yield _limited(found, "$", value if not same or number(same) == value else None)


def _found(pattern: re.Pattern[str], says: re.Pattern[str], sentence: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern, which is looked for only where a sentence has one of its words: most have none."""
    return pattern.finditer(sentence) if says.search(sentence) else iter(())


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
    over, under = bool(named["over"]), bool(named["under"])
    if (over or under) and _NO.search(found.string, 0, found.start()):
        value = None  # "no meeting shall be held more than 60 days after it" sets the other limit, or none
    least, most = None if high or under else value, None if low or over else value
    return Quantity(*found.span(), unit, least, most, beyond=(over or under) and value is not None)
