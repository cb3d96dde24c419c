"""The filings of the samples by their sections, so that tests can file them otherwise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from sample import filing

_ARTICLE = re.compile(r"\s*ARTICLE ([IVXL]+)\s*\Z")
_SECTION = re.compile(r"\s{3,}Section (\d+)[.,]\s+(.*)")
BEGINS = re.compile(r"\s*(SCHEDULE A|BY-LAWS|AMENDED AND RESTATED)\s*\Z")
_ENDS = re.compile(r"Dated: |\s+CERTIFICATE OF SECRETARY")
_REFERENCE = re.compile(
    r"\b[Ss]ections?\s+(?:\d+\s+(?:and|or)\s+)?(?P<number>\d+)(?=\s+of\s+(?:(?P<this>this\s+)?Article)(?:\s+(?P<article>[IVX]+))?)"
)


@dataclass(frozen=True, slots=True)
class Filed:
    """A section with the lines of the filing that it takes; ``document`` counts them from 0."""

    document: int
    article: str
    number: int
    first: int
    end: int
    heading: str

    @property
    def eid(self) -> str:
        return f"art_{self.article}__sec_{self.number}"

    @property
    def address(self) -> str:
        return f"Article {self.article}, Section {self.number}"

    def numbered(self, number: int) -> str:
        """The eId that it would have under another number."""
        return f"art_{self.article}__sec_{number}"


@dataclass(frozen=True, slots=True)
class Cited:
    """A reference to a section in a section: the number stands between ``start`` and ``end`` of the whole filing."""

    holder: Filed
    article: str
    number: int
    start: int
    end: int


@cache
def lines(work: str) -> tuple[str, ...]:
    return tuple(filing(work).decode("latin-1").splitlines(keepends=True))


@cache
def sections(work: str) -> tuple[Filed, ...]:
    """Every section of every document of a filing, in the order filed."""
    made: list[Filed] = []
    document, article, first, number, heading = -1, "", -1, 0, ""

    def close(end: int) -> None:
        nonlocal first
        if first >= 0:
            made.append(Filed(document, article, number, first, end, heading))
        first = -1

    for at, line in enumerate(lines(work)):
        if BEGINS.match(line):
            close(at)
            document, article = document + 1, ""
        elif found := _ARTICLE.match(line):
            close(at)
            article = found[1]
        elif found := _SECTION.match(line):
            close(at)
            first, number, heading = at, int(found[1]), found[2].split(".")[0].strip()
        elif _ENDS.match(line):
            close(at)
    return tuple(made)


def base(work: str) -> tuple[Filed, ...]:
    """The sections of the base, which comes last in both filings."""
    last = max(one.document for one in sections(work))
    return tuple(one for one in sections(work) if one.document == last)


def instruments(work: str) -> tuple[Filed, ...]:
    """The sections of the schedules."""
    last = max(one.document for one in sections(work))
    return tuple(one for one in sections(work) if one.document < last)


def alike(among: tuple[Filed, ...], one: Filed) -> list[Filed]:
    """The sections of the same article of the same document."""
    return [other for other in among if (other.document, other.article) == (one.document, one.article)]


def replaced(work: str, changes: dict[int, str]) -> str:
    """The filing with some lines in other words."""
    return "".join(changes.get(at, line) for at, line in enumerate(lines(work)))


def renumbered(work: str, one: Filed, number: int) -> dict[int, str]:
    return {one.first: lines(work)[one.first].replace(f"Section {one.number}", f"Section {number}", 1)}


def without(one: Filed) -> dict[int, str]:
    """A section left out; page breaks within it stay."""
    return dict.fromkeys(range(one.first, one.end), "")


@cache
def cited(work: str) -> tuple[Cited, ...]:
    """The references of the base to a section of an article."""
    whole = "".join(lines(work))
    starts = list(accumulate((len(line) for line in lines(work)), initial=0))
    return tuple(
        Cited(
            holder, found["article"] or holder.article, int(found["number"]), found.start("number"), found.end("number")
        )
        for holder in base(work)
        for found in _REFERENCE.finditer(whole, starts[holder.first], starts[holder.end])
    )


def pointed(work: str, one: Cited, number: int) -> str:
    """The filing with a reference to another number."""
    whole = "".join(lines(work))
    return f"{whole[: one.start]}{number}{whole[one.end :]}"
