"""Amendments in sentences of the samples, and the places that they can be made at."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from textwrap import fill

from corpus.model import Place, places
from faults import Fault, amended
from filed import Cited, cited
from filings import centred, schedule
from sample import FMP, IVM, timeline

FIRST = "2001-06-01-1"
"""The instrument that an amendment of June 1, 2001 is recorded as."""


def sentences(words: str, title: str = "AMENDMENT", year: int = 2001, signed: str = "") -> str:
    return f"{title}\n\nEffective June 1, {year}, the By-Laws are amended as follows:\n\n{words}\n{signed}"


def rewritten(place: Place, words: str = "", heading: str = "", year: int = 2001) -> str:
    """A schedule that substitutes a section by its own words, or by others, or under another heading."""
    section, article = place.provision, place.address.steps[0].number
    first, *others = (words or "\n".join(section.paragraphs)).split("\n")
    body = [f"{section.num} {heading or section.heading} {first}", *others]
    printed = (f"{fill(one, 78, initial_indent=' ' * 5, break_on_hyphens=False)}\n\n" for one in body)
    above = next(one for one in timeline_places(place) if one.address == place.address.parent)
    head = centred(f"ARTICLE {article}", above.provision.heading)
    return schedule(head, *printed, dated=f"June 1, {year}").decode()


@cache
def standing(work: str) -> tuple[Place, ...]:
    return tuple(places(timeline(work).latest().text.provisions))


def timeline_places(place: Place) -> tuple[Place, ...]:
    return next(found for found in map(standing, (IVM, FMP)) if place in found)


@cache
def plain(work: str) -> tuple[Place, ...]:
    """The sections in force that are of paragraphs alone, in words of some length."""
    return tuple(
        place
        for place in standing(work)
        if place.provision.level == "section"
        and place.provision.status == "in-force"
        and not place.provision.children
        and len(place.provision.text().split()) > 25
    )


def section(work: str, eid: str) -> Place:
    return next(place for place in standing(work) if place.eid == eid)


def named(place: Place) -> str:
    """As sentences name it: ``Section 5 of Article III``."""
    return " of ".join(str(step) for step in reversed(place.address.steps))


def last_number(work: str, article: str) -> int:
    return max(int(place.provision.step.number) for place in sections(work, article))


def sections(work: str, article: str) -> Iterator[Place]:
    for place in standing(work):
        if place.provision.level == "section" and place.address.steps[0].number == article:
            yield place


def citing(random: Random, work: str) -> tuple[Cited, Place]:
    """A reference in force, with the section that it names."""
    one = random.choice([one for one in cited(work) if section(work, one.holder.eid).provision.status == "in-force"])
    return one, section(work, f"art_{one.article}__sec_{one.number}")


def fault_of(
    work: str, told: str, codes: str, names: tuple[str, ...], *amendments: str, instrument: str = FIRST
) -> Fault:
    def make(folder: Path) -> None:
        amended(folder, work, *amendments)

    return Fault(work=work, told=told, make=make, codes=codes, names=names, instrument=instrument)
