"""The two filings: what must hold of every word, on every date."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from corpus.model import Place, Text, places
from corpus.sources.edgar import decode
from corpus.tree import find
from sample import FMP, IVM, NAMES, days, filing, opened, reading, timeline

SCHEDULES = (date(1998, 3, 26), date(1999, 7, 29), date(1999, 10, 20), date(2000, 2, 28))
DATES = (date(1991, 12, 20), *SCHEDULES)


def sections(text: Text) -> list[Place]:
    return [place for place in places(text.provisions) if place.provision.level == "section"]


def at(key: str, day: date, eid: str) -> str:
    return next(
        place for place in places(timeline(key).as_of(day).text.provisions) if place.eid == eid
    ).provision.text()


@pytest.mark.parametrize(("day", "count"), list(zip(DATES, (61, 65, 65, 65, 67), strict=True)))
def test_how_many_sections_interactive_voice_media_has(day: date, count: int) -> None:
    assert len(sections(timeline(IVM).as_of(day).text)) == count


def test_which_sections_are_placeholders_after_2000() -> None:
    latest = sections(timeline(IVM).as_of(date(2000, 2, 28)).text)
    gone = [str(place.address) for place in latest if place.provision.status == "deleted"]
    assert gone == [f"Article V, Section {number}" for number in (13, 19, 20, 21)]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (DATES[0], "composed of five (5) members who"),
        (DATES[1], "composed of eight (8) members who"),
        (DATES[2], "composed of nine (9) members who"),
        (DATES[3], "composed of not less than ten (10) nor more than fifteen (15) members who"),
        (DATES[4], "composed of at least one (1) member who"),
    ],
)
def test_how_many_directors_there_are(day: date, words: str) -> None:
    assert words in at(IVM, day, "art_III__sec_1")
    later = next((other for other in DATES if other > day), date(2100, 1, 1))
    assert words in at(IVM, later - timedelta(days=1), "art_III__sec_1")
    if day > DATES[0]:
        assert words not in at(IVM, day - timedelta(days=1), "art_III__sec_1")


def test_future_media_has_59_sections_in_9_articles() -> None:
    text = opened(FMP).base.text
    assert len(sections(text)) == 59
    assert [provision.num for provision in text.provisions] == [
        f"ARTICLE {numeral}" for numeral in ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    ]


def test_the_certificate_of_secretary_stands_in_the_conclusions() -> None:
    text = opened(FMP).base.text
    assert text.conclusions[0] == "CERTIFICATE OF SECRETARY"
    assert text.conclusions[-2:] == ("/S/ DAWN DODSON", "Secretary")
    assert text.preface == (
        "AMENDED AND RESTATED",
        "BYLAWS",
        "OF",
        "FUTURE MEDIA PRODUCTIONS, INC..",
        "(a California corporation)",
    )


@pytest.mark.parametrize("section", ["art_II__sec_13", "art_IV__sec_1"])
def test_lettered_lists_run_from_a_to_g(section: str) -> None:
    found = next(place for place in sections(opened(FMP).base.text) if place.eid == section).provision
    assert [item.num for item in found.children] == [f"({letter})" for letter in "abcdefg"]


def test_words_follow_the_list_of_inspectors() -> None:
    inspectors = next(place for place in sections(opened(FMP).base.text) if place.eid == "art_II__sec_13").provision
    assert str(inspectors.body[-1]).startswith("If there are three inspectors of election, the decision,")


def test_inline_numerals_stay_inline() -> None:
    meetings = at(FMP, date(1998, 8, 25), "art_IV__sec_2")
    assert "except that (i) the time of regular meetings" in meetings
    assert "resolution of the committee; (ii) special meetings" in meetings


@pytest.mark.parametrize(
    ("eid", "words"),
    [
        ("art_II__sec_2", "if a legal holiday, then on the next secular day following at 10:00 a.m."),
        ("art_II__sec_9", "a majority of the shares entitled to vote, present in person or represented by proxy"),
        ("art_III__sec_9", "The Board of Directors may provide by resolution, the time and place"),
        ("art_V__sec_12", "in the name and to the credit of the Corporation in such a bank and safe deposit vaults"),
        ("art_VII__sec_8", "whether civil or criminal in nature, in which he is made a party"),
    ],
)
def test_sentences_cut_by_a_page_are_whole(eid: str, words: str) -> None:
    assert words in at(IVM, DATES[0], eid)


@pytest.mark.parametrize(
    ("day", "eid", "words"),
    [
        (DATES[0], "art_III__sec_11", "announcement at thee meeting"),
        (DATES[0], "art_V__sec_14", "shall give the. Corporation a bond"),
        (DATES[0], "art_II__sec_13", "if a consent in. writing"),
        (DATES[0], "art_V__sec_5", "Any other officer maybe removed"),
        (DATES[4], "art_III__sec_1", "The property; business and affairs"),
        (DATES[4], "art_V__sec_18", "in the absence or disability of the Treasure perform"),
    ],
)
def test_typos_of_the_source_are_kept(day: date, eid: str, words: str) -> None:
    assert words in at(IVM, day, eid)


def test_section_3_comma_seal_is_a_section() -> None:
    seal = next(place for place in sections(opened(IVM).base.text) if place.eid == "art_VII__sec_3").provision
    assert (seal.num, seal.heading) == ("Section 3,", "Seal.")


@pytest.mark.parametrize(("key", "placed", "set_aside"), [(IVM, 8586, 85), (FMP, 9219, 20)])
def test_every_word_of_the_filing_is_accounted_for(key: str, placed: int, set_aside: int) -> None:
    coverage = reading(key).coverage
    assert (coverage.placed, coverage.set_aside) == (placed, set_aside)
    assert coverage.total == len(filing(key).split())


@pytest.mark.parametrize("key", [IVM, FMP])
def test_every_word_of_every_section_on_every_date_is_the_filings_own(key: str) -> None:
    """Each section's words stand together in the filing once its page furniture is blanked out."""
    found = reading(key)
    characters = decode(filing(key), NAMES[key])
    for item in found.set_aside:
        start = item.line.offset
        characters = characters[:start] + " " * len(item.line.text) + characters[start + len(item.line.text) :]
    filed = f" {' '.join(characters.split())} "
    for day in days(key):
        for place in sections(timeline(key).as_of(day).text):
            words = " ".join(word for passage in place.provision.passages() for word in passage.split())
            assert f" {words} " in filed, f"{place.address} on {day}"


def test_the_day_before_shows_the_text_before_and_nothing_later_shows() -> None:
    line = timeline(IVM)
    for before, after in pairwise(DATES):
        assert line.as_of(after - timedelta(days=1)).text == line.as_of(before).text
        assert line.as_of(after).text != line.as_of(before).text
        assert all(event.instrument.effective <= before for event in line.as_of(before).events)


def test_the_schedules_carry_their_dates_and_file_numbers() -> None:
    assert [(instrument.id, instrument.file_number) for instrument in opened(IVM).instruments] == [
        ("1998-03-26-1", "0104268.01"),
        ("1999-07-29-1", "130049"),
        ("1999-10-20-1", "130052"),
        ("2000-02-28-1", "139574"),
    ]


def test_the_treasurers_words_of_1991_go_on_under_another_number() -> None:
    latest = timeline(IVM).as_of(date(2000, 2, 28)).text
    moved = find(latest, next(place for place in places(latest.provisions) if place.eid == "art_V__sec_17").address)
    assert moved is not None
    assert moved.heading == "Treasurer."
