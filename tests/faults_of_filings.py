"""Faults of the documents before they are recorded: numbers, headings, dates and references of the filings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from random import Random

from faults import Fault, Kind, imported
from filed import (
    BEGINS,
    Filed,
    alike,
    base,
    cited,
    instruments,
    lines,
    pointed,
    renumbered,
    replaced,
    sections,
    without,
)
from filings import centred

_NUMBERS = "duplicate-number numbering-gap misnumbered"
_TARGETS = "missing-target heading-mismatch lost-amendment"
_DATED = re.compile(r"Dated: (\w+ \d+, \d{4})")
_IDS = ("2000-02-28-1", "1999-10-20-1", "1999-07-29-1", "1998-03-26-1")
"""The schedules of the sample in the order filed."""


def _filed(work: str, told: str, filing: str, codes: str, *names: str, instrument: str = "") -> Fault:
    def make(folder: Path) -> None:
        imported(folder, work, filing)

    return Fault(work=work, told=told, make=make, codes=codes, names=names, instrument=instrument)


def _after(row: Sequence[Filed], one: Filed) -> list[str]:
    """What follows a section, if anything: there a number that does not count on is told of."""
    at = row.index(one)
    return [row[at + 1].eid] if at + 1 < len(row) else []


def number_changed(random: Random, work: str) -> Fault:
    one = random.choice(base(work))
    row = alike(base(work), one)
    free = [n for n in range(1, len(row) + 5) if n != one.number and n not in [other.number for other in row]]
    number = random.choice(free)
    told = f"{one.eid} filed as Section {number}"
    filing = replaced(work, renumbered(work, one, number))
    return _filed(work, told, filing, f"{_NUMBERS} {_TARGETS}", one.eid, one.numbered(number), *_after(row, one))


def number_given_twice(random: Random, work: str) -> Fault:
    one = random.choice([one for one in base(work) if len(alike(base(work), one)) > 1])
    other = random.choice([other for other in alike(base(work), one) if other is not one])
    told = f"{one.eid} filed as a second Section {other.number}"
    filing = replaced(work, renumbered(work, one, other.number))
    return _filed(work, told, filing, "duplicate-number Homeless", f"{other.eid}-2")


def numbers_swapped(random: Random, work: str) -> Fault:
    one = random.choice([one for one in base(work) if len(alike(base(work), one)) > 1])
    row = alike(base(work), one)
    other = random.choice([other for other in row if other is not one])
    told = f"the numbers of {one.eid} and {other.eid} swapped"
    filing = replaced(work, renumbered(work, one, other.number) | renumbered(work, other, one.number))
    names = (one.eid, other.eid, *_after(row, one), *_after(row, other))
    return _filed(work, told, filing, "misnumbered", *names)


def swapped_in_an_instrument(random: Random, work: str) -> Fault | None:
    schedules = [one for one in instruments(work) if len(alike(instruments(work), one)) > 1]
    if not schedules:
        return None
    one = random.choice(schedules)
    other = random.choice([other for other in alike(instruments(work), one) if other is not one])
    told = f"the numbers of {one.eid} and {other.eid} swapped in {_IDS[one.document]}"
    filing = replaced(work, renumbered(work, one, other.number) | renumbered(work, other, one.number))
    swapped = ((one.heading, other.number), (other.heading, one.number))
    told_as = ("Section {1}. {0}", "{0}.' ({1} →")  # as what the instrument names, or as what the record had there
    heads = tuple(form.format(*pair) for pair in swapped for form in told_as)
    return _filed(work, told, filing, f"{_TARGETS} misnumbered", *heads)


def section_left_out(random: Random, work: str) -> Fault:
    one = random.choice([one for one in base(work) if len(alike(base(work), one)) > 1])
    row = alike(base(work), one)
    codes = f"numbering-gap dangling-reference {_TARGETS}"
    return _filed(work, f"{one.eid} left out", replaced(work, without(one)), codes, one.address, *_after(row, one))


def schedule_dropped(random: Random, work: str) -> Fault | None:
    if not instruments(work):
        return None
    document = random.randrange(4)
    gone = [one for one in sections(work) if one.document == document]
    changes = dict.fromkeys(_of_schedule(work, document), "")
    names = tuple(one.eid for one in gone)
    return _filed(work, f"{_IDS[document]} dropped", replaced(work, changes), _TARGETS, *names)


def heading_of_a_deletion(random: Random, work: str) -> Fault | None:
    deleted = [one for one in instruments(work) if "DELETED" in lines(work)[one.first]]
    if not deleted:
        return None
    one = random.choice(deleted)
    heading = random.choice(["Controller", "General Counsel", "Historian", "Bonding", "Vice President", "Salaries"])
    changes = {one.first: lines(work)[one.first].replace(one.heading, heading)}
    told = f"{_IDS[one.document]} deletes '{heading}' at {one.eid}"
    return _filed(
        *(work, told, replaced(work, changes), "heading-mismatch missing-target lost-amendment", heading),
        instrument=_IDS[one.document],
    )


def heading_of_an_article(random: Random, work: str) -> Fault | None:
    articles = [at for at, line in enumerate(lines(work)) if re.match(r"\s*ARTICLE [IVX]+\s*$", line)]
    schedules = [at for at in articles if at < min(one.first for one in base(work))][:-1]
    if not schedules:
        return None
    at = random.choice(schedules)
    number = lines(work)[at].split()[1]
    at += next(n for n in range(1, 4) if lines(work)[at + n].strip())
    heading = random.choice(["NOTICES", "SHAREHOLDERS", "MISCELLANEOUS", "COMMITTEES"])
    told = f"line {at + 1}: an instrument calls Article {number} '{heading}'"
    filing = replaced(work, {at: f"{' ' * 30}{heading}\n"})
    return _filed(work, told, filing, "heading-mismatch", f"art_{number}")


def reference_from_the_first(random: Random, work: str) -> Fault:
    """To a number that is not there, or to another section: of that only the sense tells."""
    one = random.choice(cited(work))
    others = {other.number for other in base(work) if other.article == one.article}
    nowhere = random.random() < 0.5
    number = max(others) + random.randint(1, 9) if nowhere else random.choice(sorted(others - {one.number}))
    told = f"{one.holder.eid} names Section {number} for {one.number} from the first"
    codes = "dangling-reference reference-changed-subject"
    return _filed(work, told, pointed(work, one, number), codes, one.holder.eid)


def dates_exchanged(random: Random, work: str) -> Fault | None:
    """Two schedules under each other's dates: they take effect in another order."""
    if not instruments(work):
        return None
    dated = [at for at in range(len(lines(work))) if _DATED.match(lines(work)[at])][:4]
    one, other = random.sample(range(4), 2)
    changes = {dated[one]: lines(work)[dated[other]], dated[other]: lines(work)[dated[one]]}
    told = f"the dates of {_IDS[one]} and {_IDS[other]} exchanged"
    codes = f"{_TARGETS} date-mismatch"
    return _filed(work, told, replaced(work, changes), codes, _IDS[one], _IDS[other])


def dated_before_the_base(random: Random, work: str) -> Fault | None:
    if not instruments(work):
        return None
    dated = [at for at in range(len(lines(work))) if _DATED.match(lines(work)[at])][:4]
    one, year = random.randrange(4), random.randint(1980, 1990)
    changes = {dated[one]: f"Dated: March 3, {year}\n"}
    return _filed(work, f"{_IDS[one]} dated {year}", replaced(work, changes), "TooEarly", f"March 3, {year}", str(year))


def date_lost(random: Random, work: str) -> Fault | None:
    if not instruments(work):
        return None
    dated = [at for at in range(len(lines(work))) if _DATED.match(lines(work)[at])][:4]
    one = random.randrange(4)
    filing = replaced(work, {dated[one]: "\n"})
    return _filed(work, f"{_IDS[one]} without its date", filing, "Undated", "SCHEDULE A")


def filed_twice(random: Random, work: str) -> Fault | None:
    if not instruments(work):
        return None
    one, year = random.randrange(4), random.randint(2001, 2009)
    copy = (lines(work)[at] for at in _of_schedule(work, one))
    again = "".join(f"Dated: May 5, {year}\n" if _DATED.match(line) else line for line in copy)
    told = f"{_IDS[one]} filed again, dated {year}"
    filing = f"{centred('SCHEDULE A') if one == 0 else ''}{again.removeprefix('SCHEDULE A')}{''.join(lines(work))}"
    codes = "duplicate-instrument no-change reverted-wording"
    return _filed(work, told, filing, codes, f"{year}-05-05-1", instrument=f"{year}-05-05-1")


def _of_schedule(work: str, document: int) -> range:
    """The lines of a schedule, from its title to that of the next document."""
    begins = [at for at, line in enumerate(lines(work)) if BEGINS.match(line)]
    return range(begins[document], begins[document + 1])


KINDS: tuple[tuple[str, Kind], ...] = (
    ("a section of the base under another number", number_changed),
    ("two sections of the base under one number", number_given_twice),
    ("the numbers of two sections of the base swapped", numbers_swapped),
    ("the numbers of two sections of an instrument swapped", swapped_in_an_instrument),
    ("a section left out of the base", section_left_out),
    ("a schedule dropped before recording", schedule_dropped),
    ("a section deleted under another heading", heading_of_a_deletion),
    ("an article under another heading in an instrument", heading_of_an_article),
    ("a reference of the base pointed elsewhere", reference_from_the_first),
    ("the dates of two schedules exchanged", dates_exchanged),
    ("a schedule dated before the base", dated_before_the_base),
    ("a schedule without its date", date_lost),
    ("a schedule recorded twice", filed_twice),
)
