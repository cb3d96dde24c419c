"""A supplied copy held against base and amendments: every format, amendments left out, random edits, other orders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.audit.against.check import check_against
from amendments.audit.against.left_out import Replays
from amendments.audit.against.supplied import Supplied
from amendments.drafting.plain import plain_text
from amendments.record import Record
from amendments.timeline import Timeline
from conftest import Outcome
from corpus.address import Address, read_address
from corpus.finding import Finding
from corpus.model import Provision, Text, places
from corpus.tree import find, removed, replaced
from histories import history
from sample import FMP, IVM, days, opened, timeline

CODES = ("restatement-drift", "instrument-absent")
LAST = date(2010, 1, 1)


def held(record: Record, copy: Text, day: date = LAST) -> tuple[Finding, ...]:
    return check_against(record, Supplied("copy.txt", plain_text(copy), None), day)


def told(found: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(one.code, one.instrument, one.address) for one in found]


@pytest.mark.parametrize("form", ["txt", "md", "html", "docx", "pdf"])
@pytest.mark.parametrize("key", [IVM, FMP])
def test_what_show_prints_has_no_finding(bylaws: Callable[..., Outcome], key: str, form: str) -> None:
    for nth, day in enumerate(sorted({*days(key)[-3:], LAST})):
        name = f"copy{nth}.{form}"
        assert bylaws("show", key, "--as-of", day, "-o", name).code == 0
        out = bylaws("audit", key, "--against", name, "--fail-on", "never")
        assert "the day that it states" in out.err
        assert not any(code in out.out for code in CODES), out.out


def test_the_copy_of_an_earlier_day_lacks_what_came_later(bylaws: Callable[..., Outcome]) -> None:
    bylaws("show", IVM, "--as-of", "1999-08-01", "-o", "copy.md")
    out = bylaws("audit", IVM, "--against", "copy.md", "--as-of", "1999-12-31")
    assert out.code == 1
    assert "Holding copy.md against the text in force on December 31, 1999, as --as-of says." in out.err
    said = " ".join(out.out.split())
    assert "does not have what the amendments of October 20, 1999 did: Article III, Section 1." in said
    assert "[not less than ten (10) nor more than fifteen (15)]" in said
    assert "[nine (9)]" in said
    assert "restatement-drift" not in said


@pytest.mark.parametrize(("key", "gone"), [(key, nth) for key in (IVM, FMP) for nth in range(len(days(key)) - 1)])
def test_a_sample_copy_without_one_amendment_names_it_and_nothing_else(key: str, gone: int) -> None:
    record = opened(key)
    rest = [one for nth, one in enumerate(record.instruments) if nth != gone]
    left = record.instruments[gone]
    for day in days(key)[gone + 1 :]:
        made = Timeline(record.base, rest).as_of(day).text
        if plain_text(made) == plain_text(timeline(key).as_of(day).text):
            continue  # a later one took its words out again
        found = held(record, made, day)
        assert {(one.code, one.instrument) for one in found} == {("instrument-absent", left.id)}


def test_an_amendment_that_is_there_in_part_says_where_it_is_not() -> None:
    record = opened(IVM)
    before, now = (timeline(IVM).as_of(day).text for day in (date(1999, 12, 31), LAST))
    target = _address("III.1")
    stood = find(before, target)
    assert stood is not None
    (found,) = held(record, replaced(now, target, lambda _: stood))
    assert (found.code, found.instrument, found.address) == (
        "instrument-absent", "2000-02-28-1", "Article III, Section 1",
    )  # fmt: skip
    assert "it has the rest of what they did (Article V, Section 1; " in found.message
    assert "[at least one (1) member]" in found.evidence
    assert "[not less than ten (10) nor more than fifteen (15) members]" in found.evidence


def test_a_deleted_section_that_the_copy_still_has() -> None:
    record = opened(IVM)
    before = timeline(IVM).as_of(date(1999, 12, 31)).text
    now = plain_text(timeline(IVM).latest().text)
    gone = find(before, _address("V.22")) or find(before, _address("V.19"))
    assert gone is not None
    copy = replaced(now, _address("V"), lambda article: replace(article, body=(*article.body, gone)))
    (found,) = held(record, copy)
    assert (found.code, found.instrument) == ("instrument-absent", "2000-02-28-1")
    assert "the copy still has" in found.evidence


@given(st.integers(0, 2**32))
@settings(max_examples=60)
def test_an_edited_word_is_found_once_where_it_is(seed: int) -> None:
    chance = Random(seed)
    key = chance.choice([IVM, FMP])
    now = plain_text(timeline(key).latest().text)
    place = chance.choice(
        [one for one in places(now.provisions) if one.provision.level == "section" and one.provision.paragraphs]
    )
    copy = replaced(now, place.address, lambda provision: _edited(provision, chance))
    (found,) = held(opened(key), copy)
    assert (found.code, found.severity, found.address) == ("restatement-drift", "error", str(place.address))


def _edited(provision: Provision, chance: Random) -> Provision:
    at = chance.choice([at for at, part in enumerate(provision.body) if isinstance(part, str)])
    words = str(provision.body[at]).split()
    nth = chance.randrange(len(words))
    match chance.choice(["swap", "drop", "add"]):
        case "swap":
            words[nth] = "zebra"
        case "drop" if len(words) > 1 and any(letter.isalnum() for letter in words[nth]):
            del words[nth]
        case _:
            words.insert(nth, "zebra")
    return replace(provision, body=(*provision.body[:at], " ".join(words), *provision.body[at + 1 :]))


@given(st.integers(0, 2**32))
@settings(max_examples=20)
def test_sections_in_another_order_are_told_and_no_words(seed: int) -> None:
    chance = Random(seed)
    now = plain_text(timeline(FMP).latest().text)
    article = chance.choice([one for one in now.provisions if len(one.children) > 3])
    shuffled = list(article.body)
    chance.shuffle(shuffled)
    copy = replaced(now, Address((article.step,)), lambda one: replace(one, body=tuple(shuffled)))
    found = held(opened(FMP), copy)
    assert all(one.severity == "warning" and "another place" in one.message for one in found)
    assert bool(found) == (shuffled != list(article.body))


def test_a_section_left_out_with_those_after_it_renumbered_is_told_in_two_findings() -> None:
    now = plain_text(timeline(FMP).latest().text)
    article = next(one for one in now.provisions if len(one.children) > 4)
    address = Address((article.step, article.children[1].step))
    copy = removed(now, address)
    kept = find(copy, address.parent)
    assert kept is not None
    moved = tuple(replace(part, num=before.num) for part, before in zip(kept.children, article.children, strict=False))
    copy = replaced(copy, address.parent, lambda one: replace(one, body=moved))
    lacking, numbered = held(opened(FMP), copy)
    assert lacking.address == str(address)
    assert "does not have" in lacking.message
    assert f"numbers {len(moved) - 1} provisions otherwise" in numbered.message


def test_layout_is_no_drift() -> None:
    now = plain_text(timeline(IVM).latest().text)

    def plainer(provision: Provision) -> Provision:
        body = tuple(
            part.replace('"', "”").replace("'", "’") if isinstance(part, str) else plainer(part)
            for part in provision.body
        )
        number = provision.num.split()[-1].rstrip(".") + "."
        return replace(provision, num=number, heading=provision.heading.upper().rstrip("."), body=body)

    articles = tuple(replace(plainer(one), num=one.num) for one in now.provisions)
    assert not held(opened(IVM), replace(now, provisions=articles))


@given(st.integers(0, 2**32))
@settings(max_examples=40)
def test_of_a_random_history_the_one_left_out_is_found(seed: int) -> None:
    chance = Random(seed)
    base, instruments = history(chance, chance.randint(1, 25))
    gone = chance.choice(instruments)
    copy = plain_text(Timeline(base, [one for one in instruments if one is not gone]).latest().text)
    replays = Replays(base, instruments)
    left = replays.search(copy)
    assert replays.far(left.text, replays.wanted(copy)) == 0
    assert len(left.instruments) <= 1
    assert replays.far(replays.now, replays.wanted(copy)) == 0 or left.instruments


def _address(said: str) -> Address:
    return read_address(said)[0]


def test_a_file_of_something_else_is_refused(bylaws: Callable[..., Outcome], tmp_path: Path) -> None:
    bylaws("show", FMP, "-o", "other.txt")
    out = bylaws("audit", IVM, "--against", "other.txt")
    assert out.code == 2
    assert "no copy" in out.err


def test_it_needs_a_work_and_a_day_after_the_adoption(bylaws: Callable[..., Outcome]) -> None:
    bylaws("show", IVM, "-o", "copy.txt")
    assert bylaws("audit", "--against", "copy.txt").code == 2
    assert bylaws("audit", IVM, "--as-of", "2000-01-01").code == 2
    out = bylaws("audit", IVM, "--against", "copy.txt", "--as-of", str(days(IVM)[0] - timedelta(days=1)))
    assert out.code == 2
    assert "Traceback" not in out.err
