"""Dates as people write them in bylaws and on a command line."""

from __future__ import annotations

import re
from datetime import date

from corpus.errors import NotADate

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_NAMES = "|".join(rf"{name[:3]}{'t?' if name == 'September' else ''}\.?|{name}" for name in MONTHS)
_FORMS = (
    r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)",
    rf"\b(?P<name>{_NAMES})\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<y>\d{{4}})(?!\d)",
    rf"(?:the\s+)?(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:day\s+)?(?:of\s+)?(?P<name>{_NAMES})(?:,\s*|\s+)"
    r"(?P<y>\d{4})(?!\d)",
    r"(?<![\d/])(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4})(?![\d/])",
)
_PATTERNS = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
_SLASHED = _PATTERNS[-1]


def parse_date(text: str) -> date:
    """Read a whole string as one date: ISO, "March 26, 1998", "26 March 1998" or "25th day of August, 1998".

    "3/26/1998" is read too, but "3/4/1998" is refused: it is April in one country and March in another.
    """
    for pattern in _PATTERNS:
        if found := pattern.fullmatch(text.strip()):
            return _as_date(found, text)
    raise NotADate(text)


def find_dates(text: str) -> tuple[date, ...]:
    """Every date written out in a passage, in reading order; what only looks like a date is passed over."""
    return tuple(day for _, _, day in dates_where(text))


def dates_where(text: str) -> tuple[tuple[int, int, date], ...]:
    """The same with the places in the passage where each begins and has ended."""
    found: list[tuple[int, int, date]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            try:
                found.append((*match.span(), _as_date(match, match.group())))
            except NotADate:
                continue
    return tuple(sorted(found))


def spoken(day: date) -> str:
    """The date as a lawyer writes it: ``February 28, 2000``."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def _as_date(found: re.Match[str], text: str) -> date:
    parts = found.groupdict()
    month, day = _month(parts["name"]) if parts.get("name") else int(parts["m"]), int(parts["d"])
    if found.re is _SLASHED:
        if month <= 12 and day <= 12 and month != day:
            raise NotADate(text, "it can be read with the month first or the day first")
        month, day = (day, month) if month > 12 else (month, day)
    try:
        return date(int(parts["y"]), month, day)
    except ValueError as error:
        raise NotADate(text, "the calendar has no such day") from error


def _month(name: str) -> int:
    return next(n for n, month in enumerate(MONTHS, 1) if month[:3].lower() == name[:3].lower())
