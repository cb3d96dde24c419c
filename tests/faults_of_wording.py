"""Faults that a substitution puts into words that were not meant to change."""

from __future__ import annotations

import re
from random import Random

from faults import Fault
from filed import cited
from made_amendments import (
    fault_of,
    plain,
    rewritten,
    section,
    sections,
)


def nothing_changed(random: Random, work: str) -> Fault:
    place = random.choice(plain(work))
    return fault_of(work, f"{place.eid} as it stands", "no-change", (place.eid,), rewritten(place))


def _slipped(random: Random, work: str, how: str) -> Fault:
    """A schedule that substitutes a section by its own words but for one."""
    place = random.choice(plain(work))
    text = "\n".join(place.provision.paragraphs)
    shortest = 6 if how == "misspelt" else 1
    found = random.choice([one for one in re.finditer(r"(?<= )[a-z]+(?= )", text) if len(one[0]) >= shortest])
    word = found[0]
    at = random.randrange(1, max(2, len(word) - 1))
    new = {"lost": "", "doubled": f"{word} {word}", "misspelt": word[:at] + word[at + 1 :]}[how]
    changed = f"{text[: found.start()]}{new}{text[found.end() :]}".replace("  ", " ")
    told = f"{word!r} {how} in {place.eid}: {text[max(0, found.start() - 25) : found.end() + 25]!r}"
    codes = {"lost": "word-left-out", "doubled": "likely-slip", "misspelt": "likely-slip"}[how]
    return fault_of(work, told, codes, (place.eid,), rewritten(place, changed))


def _lost_beside(random: Random, work: str) -> Fault | None:
    """A word lost from a section in which another sentence was to be changed."""
    place = random.choice(plain(work))
    text = "\n".join(place.provision.paragraphs)
    end = text.find(". ")
    found = [one for one in re.finditer(r"(?<= )[a-z]+(?= )", text) if one.start() > end > 0]
    if not found or not text.endswith("."):
        return None
    lost = random.choice(found)
    changed = f"{text[: lost.start()]}{text[lost.end() + 1 :]}"
    changed = re.sub(
        r"^(.*?)\. ", r"\1, unless the board of directors decides otherwise. ", changed, count=1, flags=re.DOTALL
    )
    told = f"{lost[0]!r} lost in {place.eid}, while its first sentence changes"
    return fault_of(work, told, "likely-slip word-left-out", (place.eid,), rewritten(place, changed))


def word_lost(random: Random, work: str) -> Fault | None:
    """It is all that the substitution changes, or beside what it was to change."""
    return _slipped(random, work, "lost") if random.random() < 0.5 else _lost_beside(random, work)


def word_doubled(random: Random, work: str) -> Fault:
    return _slipped(random, work, "doubled")


def word_misspelt(random: Random, work: str) -> Fault:
    return _slipped(random, work, "misspelt")


def heading_changed(random: Random, work: str) -> Fault:
    place = random.choice(plain(work))
    heading = random.choice(
        [one.provision.heading for one in plain(work) if one.provision.heading != place.provision.heading]
    )
    told = f"{place.eid} called {heading!r}, its words as they were"
    return fault_of(work, told, "heading-only", (place.eid,), rewritten(place, heading=heading))


def _repointed(random: Random, work: str, codes: str, *, there: bool) -> Fault | None:
    """A section that cites another written anew to cite a third, or one that is not there."""
    one = random.choice(cited(work))
    holder = section(work, one.holder.eid)
    known = [int(place.provision.step.number) for place in sections(work, one.article) if place.eid != holder.eid]
    numbers = sorted(set(known) - {one.number}) if there else range(max(known) + 2, max(known) + 20)
    if holder not in plain(work) or not numbers:
        return None
    number = random.choice(numbers)
    text = "\n".join(holder.provision.paragraphs)
    new = re.sub(rf"(?i)(section )({one.number})(?= of (?:this )?article)", rf"\g<1>{number}", text, count=1)
    if new == text:
        return None
    told = f"{holder.eid} made to name Section {number} for {one.number}"
    return fault_of(work, told, codes, (holder.eid,), rewritten(holder, new))


def repointed(random: Random, work: str) -> Fault | None:
    if random.random() < 0.5:
        return _repointed(random, work, "dangling-reference", there=False)
    return _repointed(random, work, "reference-redirected", there=True)
