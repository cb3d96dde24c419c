"""Faults that an amendment brings or shows: recorded on a copy of a sample, in sentences or as a schedule."""

from __future__ import annotations

import re
from random import Random

from corpus.address import in_roman
from corpus.ordinals import ordinal
from faults import Fault, Kind
from faults_of_wording import heading_changed, nothing_changed, repointed, word_doubled, word_lost, word_misspelt
from made_amendments import (
    FIRST,
    citing,
    fault_of,
    last_number,
    named,
    plain,
    rewritten,
    sentences,
)
from sample import FMP, IVM


def cited_section_deleted(random: Random, work: str) -> Fault:
    one, target = citing(random, work)
    words = f"{named(target)} is hereby deleted in its entirety."
    return fault_of(work, words, "dangling-reference", (one.holder.eid,), sentences(words))


def cited_section_renumbered(random: Random, work: str) -> Fault:
    one, target = citing(random, work)
    words = f"{named(target)} is hereby renumbered as Section {last_number(work, one.article) + 1}."
    return fault_of(work, words, "dangling-reference", (one.holder.eid,), sentences(words))


def cited_number_given_away(random: Random, work: str) -> Fault:
    """Another subject at the number that a reference names."""
    one, target = citing(random, work)
    other = random.choice([other for other in plain(work) if other.address.parent != target.address.parent])
    text = rewritten(target, "\n".join(other.provision.paragraphs), other.provision.heading)
    told = f"{target.eid} becomes {other.provision.heading!r}"
    return fault_of(work, told, "reference-changed-subject", (one.holder.eid,), text)


_OFFICES = {
    IVM: {
        "Vice President": (9, ()),
        "Vice Chairman of the Board": (22, ("a Vice Chairman of the Board, ", "")),
        "Chief Executive Officer": (8, ("a Chief Executive Officer, ", "")),
        "Secretary": (10, ("a Secretary and a Treasurer", "and a Treasurer")),
        "Treasurer": (17, ("a Secretary and a Treasurer", "and a Secretary")),
    },
    FMP: {
        "president": (7, ("president or a chairman of the board or both", "chairman of the board")),
        "chairman of the board": (6, (" or a chairman of the board or both", "")),
        "secretary": (9, ("a secretary and a chief", "and a chief")),
        "chief financial officer": (10, (", a secretary and a chief financial officer", " and a secretary")),
        "vice president": (8, ("one or more vice presidents and such", "such")),
    },
}
"""The offices that others speak of: the section of Article V that each has, and the words of its list that name it."""


def office_deleted(random: Random, work: str) -> Fault:
    """The section of an office deleted, and the office struck from the list of officers."""
    office = random.choice(sorted(_OFFICES[work]))
    number, struck = _OFFICES[work][office]
    words = f"1. Section {number} of Article V is hereby deleted in its entirety."
    if struck:
        does = f'striking "{struck[0]}" and inserting "{struck[1]}"' if struck[1] else f'striking "{struck[0]}"'
        listing = ("Section 1", "Section 2") if work == IVM else ("Section 1",)
        for nth, where in enumerate(listing, 2):
            words += f"\n\n{nth}. {where} of Article V is hereby amended by {does}."
    return fault_of(work, f"{office}: {words}", "stale-term", (f"'{office}'",), sentences(words))


def added_at_a_taken_number(random: Random, work: str) -> Fault:
    place = random.choice(plain(work))
    article, section = place.address.parent, place.provision.step.number
    words = f'{article} is hereby amended by adding a new Section {section} to read as follows:\n\n"Section {section}. '
    words += 'Minutes. Minutes of every meeting shall be kept with the records of the corporation."'
    return fault_of(
        work, f"a second {place.eid} added", "occupied-target Unread", (place.eid, str(place.address)), sentences(words)
    )


def added_beyond_the_next(random: Random, work: str) -> Fault:
    place = random.choice(plain(work))
    article = place.address.parent
    number = last_number(work, article.steps[0].number) + random.randint(2, 5)
    words = f'{article} is hereby amended by adding a new Section {number} to read as follows:\n\n"Section {number}. '
    words += 'Minutes. Minutes of every meeting shall be kept with the records of the corporation."'
    return fault_of(
        work, f"{article}: Section {number} added", "numbering-gap", (f"{article}, Section {number}",), sentences(words)
    )


def missing_number(random: Random, work: str) -> Fault:
    article = random.choice(plain(work)).address.steps[0]
    number = last_number(work, article.number) + random.randint(1, 9)
    does = random.choice(
        ["is hereby deleted in its entirety.", 'is hereby amended by striking "shall" and inserting "may".']
    )
    words = f"Section {number} of {article} {does}"
    return fault_of(work, words, "missing-target Unread", (f"{article}, Section {number}",), sentences(words))


def words_not_there(random: Random, work: str) -> Fault:
    place = random.choice(plain(work))
    found = re.findall(r"\b[a-z]+ [a-z]+ [a-z]+ [a-z]+\b", place.provision.text())
    first, second, *rest = random.choice(found).split()
    old = " ".join((second, first, *rest))
    words = f'{named(place)} is hereby amended by striking "{old}" and inserting "{first} {second}".'
    codes = "words-not-found Unread"
    return fault_of(work, words, codes, (place.eid, str(place.address)), sentences(words))


def _numbered(random: Random, work: str, numbers: list[int]) -> list[str]:
    """Amendments that bear numbers, each of which does something to a section of its own."""
    form = random.choice(["AMENDMENT NO. {0}", "AMENDMENT {1}", "{2} AMENDMENT"])
    chosen = random.sample(plain(work), len(numbers))
    made = []
    for year, (number, place) in enumerate(zip(numbers, chosen, strict=True), 2001):
        title = form.format(number, in_roman(number), ordinal(number).upper()) + " TO THE BY-LAWS"
        words = f"{named(place)} is hereby amended by adding at the end thereof the following sentence: "
        made.append(sentences(f'{words}"The secretary shall keep a record of it for {number + 2} years."', title, year))
    return made


def number_skipped(random: Random, work: str) -> Fault:
    count = random.randint(2, 4)
    lacks = random.randint(1 if work == FMP else 2, max(2, count - 1))  # four schedules without a number come first
    count = max(count, lacks + 1)
    numbers = [n for n in range(1, count + 1) if n != lacks]
    names = (f"{ordinal(lacks).capitalize()} Amendment",)
    amendments = _numbered(random, work, numbers)
    told = f"amendments {numbers} recorded, titled {amendments[0].splitlines()[0]!r}"
    instrument = f"{2001 + numbers.index(lacks + 1)}-06-01-1"
    return fault_of(work, told, "amendment-number-gap", names, *amendments, instrument=instrument)


def number_borne_twice(random: Random, work: str) -> Fault:
    number = random.randint(2, 3)
    numbers = [*range(1, number + 1), number]
    told = f"amendments {numbers} recorded"
    instrument = f"{2000 + len(numbers)}-06-01-1"
    amendments = _numbered(random, work, numbers)
    return fault_of(work, told, "amendment-number-order", (instrument,), *amendments, instrument=instrument)


def numbers_in_disorder(random: Random, work: str) -> Fault:
    """The higher number takes effect first."""
    count = random.randint(2, 3)
    at = random.randint(1, count - 1)
    numbers = list(range(1, count + 1))
    numbers[at - 1], numbers[at] = numbers[at], numbers[at - 1]
    instrument = f"{2001 + at}-06-01-1"
    amendments = _numbered(random, work, numbers)
    told = f"amendments {numbers} recorded in this order"
    return fault_of(work, told, "amendment-number-order", (instrument,), *amendments, instrument=instrument)


def adopted_after_effect(random: Random, work: str) -> Fault:
    words = f"{named(random.choice(plain(work)))} is hereby deleted in its entirety."
    signed = f"\nAdopted by the Board of Directors at a meeting held on July {random.randint(1, 28)}, 2001.\n"
    return fault_of(work, signed.strip(), "effective-before-adopted", (FIRST,), sentences(words, signed=signed))


def recorded_twice(random: Random, work: str) -> Fault:
    place = random.choice(plain(work))
    words = f"{named(place)} is hereby amended by adding at the end thereof the following sentence: "
    words += '"Such minutes shall be open to inspection."'
    year = random.randint(2002, 2009)
    again, instrument = sentences(words, year=year), f"{year}-06-01-1"
    codes = "duplicate-instrument no-change"
    told = f"{place.eid}: the same sentence added in 2001 and {year}"
    return fault_of(work, told, codes, (place.eid, instrument), sentences(words), again, instrument=instrument)


def link_dropped(random: Random, work: str) -> Fault:
    """Of two amendments of which the second changes words that the first brought, only the second is recorded."""
    place = random.choice(plain(work))
    words = f'{named(place)} is hereby amended by striking "in any forty-{random.choice(["two", "three"])} days" '
    words += 'and inserting "in any fifty days".'
    return fault_of(work, words, "words-not-found Unread", (place.eid, str(place.address)), sentences(words))


KINDS: tuple[tuple[str, Kind], ...] = (
    ("a section deleted that others refer to", cited_section_deleted),
    ("a section renumbered that others refer to", cited_section_renumbered),
    ("another subject put at a number that others refer to", cited_number_given_away),
    ("an office deleted that others speak of", office_deleted),
    ("a section added at a taken number", added_at_a_taken_number),
    ("a section added beyond the next number", added_beyond_the_next),
    ("a number amended that is not there", missing_number),
    ("words amended that are not there", words_not_there),
    ("a substitution that changes nothing", nothing_changed),
    ("a word lost by a substitution", word_lost),
    ("a word doubled by a substitution", word_doubled),
    ("a word misspelt by a substitution", word_misspelt),
    ("a heading changed by a substitution, its words left", heading_changed),
    ("a reference pointed elsewhere by an amendment", repointed),
    ("a numbered amendment left out", number_skipped),
    ("a number given to two amendments", number_borne_twice),
    ("numbered amendments in the wrong order", numbers_in_disorder),
    ("an amendment in effect before it was adopted", adopted_after_effect),
    ("an amendment recorded twice", recorded_twice),
    ("an amendment dropped on which the next builds", link_dropped),
)


def sentence_added(random: Random, work: str) -> Fault:
    words = f"{named(random.choice(plain(work)))} is hereby amended by adding at the end thereof the following "
    words += 'sentence: "The secretary shall keep a record of every such act."'
    return fault_of(work, words, "", (), sentences(words))


def section_added(random: Random, work: str) -> Fault:
    article = random.choice(plain(work)).address.parent
    number = last_number(work, article.steps[0].number) + 1
    words = f'{article} is hereby amended by adding a new Section {number} to read as follows:\n\n"Section {number}. '
    words += 'Minutes. Minutes of every meeting shall be kept with the records of the corporation."'
    return fault_of(work, words, "", (), sentences(words))


def words_exchanged(random: Random, work: str) -> Fault:
    """Words that stand there once, for others."""
    place = random.choice(plain(work))
    text = place.provision.text()
    found = [one[0] for one in re.finditer(r"(?<= )[a-z]+ [a-z]+ [a-z]+(?= )", text) if text.count(one[0]) == 1]
    words = (
        f'{named(place)} is hereby amended by striking "{random.choice(found)}" and inserting "as the members wish".'
    )
    return fault_of(work, words, "", (), sentences(words))


def section_written_anew(random: Random, work: str) -> Fault:
    """A section with one sentence more."""
    place = random.choice(plain(work))
    text = "\n".join(place.provision.paragraphs) + " All such acts shall be reported to the next annual meeting."
    return fault_of(work, f"{place.eid} with a sentence more", "", (), rewritten(place, text))


SOUND: tuple[tuple[str, Kind], ...] = (
    ("a sentence added", sentence_added),
    ("a section added at the next number", section_added),
    ("words exchanged for others", words_exchanged),
    ("a section written anew with a sentence more", section_written_anew),
)
"""Amendments with nothing wrong in them."""
