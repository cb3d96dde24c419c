"""Blame: which instrument each word comes from, through substitutions, renumberings and moves."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings

from amendments.blame.between import compare_dates, compare_dates_by_instrument
from amendments.blame.strands import Strand, amend_lines, lay, standing
from amendments.blame.threads import Thread, Woven, weave
from amendments.compare.comparison import Comparison, UnitChange
from amendments.compare.words import Run
from amendments.instrument import Instrument
from amendments.timeline import Consolidated, Timeline
from corpus.dates import parse_date
from corpus.model import Base, Place, Text, places
from corpus.paragraphs import Paragraph, paragraphs
from histories import histories
from sample import IVM, timeline

SCHEDULES = ("1998-03-26-1", "1999-07-29-1", "1999-10-20-1", "2000-02-28-1")


def woven(line: Timeline, upto: Consolidated) -> Woven:
    first = line.as_of(line.base.work.adopted)
    return weave(first.text, ((instrument.id, text) for instrument, text in line.between(first, upto)))


def thread(found: Woven, eid: str, text: Text) -> Thread:
    wid = next(place.provision.wid for place in places(text.provisions) if place.eid == eid)
    return next(one for one in found.threads if one.last == wid)


def told(strands: tuple[Strand, ...]) -> list[tuple[str, str]]:
    return [(strand.put_in, strand.text) for strand in strands if not strand.taken_out]


def test_each_word_comes_from_the_instrument_that_put_it_there() -> None:
    line = timeline(IVM)
    found = thread(woven(line, line.latest()), "art_III__sec_1", line.latest().text)
    words = told(found.lines[0].strands)
    assert ("2000-02-28-1", "at least one (1) member") in words
    assert ("1999-07-29-1", ",") in words
    assert words[0] == ("", "The property")
    assert standing(found.lines[0].strands).startswith("The property; business and affairs of the Corporation")


def test_words_that_moved_are_still_of_the_base() -> None:
    line = timeline(IVM)
    found = thread(woven(line, line.latest()), "art_V__sec_17", line.latest().text)
    assert told(found.head) == [("", "Section "), ("2000-02-28-1", "17"), ("", ". Treasurer.")]
    assert found.moved_by == "2000-02-28-1"
    assert {name for name, _ in told(found.lines[0].strands)} == {"", "2000-02-28-1"}
    assert ("2000-02-28-1", "Chief Executive Officer") in told(found.lines[0].strands)


def marks(found: Comparison, eid: str) -> list[tuple[str, str, tuple[str, ...]]]:
    change = next(one for one in found.units if one.new and one.new.eid == eid)
    runs = (*change.head, *(run for passage in change.passages for run in passage.runs))
    return [(run.kind, run.text.strip(), run.by) for run in runs if run.kind != "keep"]


def test_a_redline_over_several_amendments_names_those_of_each_mark() -> None:
    line = timeline(IVM)
    found = compare_dates(line, line.as_of(parse_date("1991-12-20")), line.as_of(parse_date("2000-02-28")))
    assert marks(found, "art_III__sec_1") == [
        ("delete", ",", ("2000-02-28-1",)),
        ("insert", ";", ("2000-02-28-1",)),
        ("delete", "five (5) members", ("1998-03-26-1", "2000-02-28-1")),
        ("insert", "at least one (1) member", ("2000-02-28-1",)),
        ("insert", ",", ("2000-02-28-1",)),
    ]


def test_by_instrument_every_mark_is_of_one_and_what_came_and_went_is_left_out() -> None:
    line = timeline(IVM)
    days = line.as_of(parse_date("1991-12-20")), line.as_of(parse_date("2000-02-28"))
    found = marks(compare_dates_by_instrument(line, *days), "art_III__sec_1")
    assert ("delete", "five (5)", ("1998-03-26-1",)) in found
    assert ("delete", ", if", ("1999-10-20-1",)) in found
    assert ("insert", ", if", ("2000-02-28-1",)) in found
    assert not [words for _, words, _ in found if "eight" in words or "nine" in words]
    shown = marks(compare_dates_by_instrument(line, *days, superseded=True), "art_III__sec_1")
    assert ("superseded", "eight (8)", ("1998-03-26-1", "1999-07-29-1")) in shown
    assert ("superseded", "nine (9)", ("1999-07-29-1", "1999-10-20-1")) in shown
    assert [mark for mark in shown if mark[0] != "superseded"] == found


def test_a_section_that_came_and_went_is_shown_when_asked_for() -> None:
    line = timeline(IVM)
    days = line.as_of(parse_date("1991-12-20")), line.as_of(parse_date("2000-02-28"))
    hidden = compare_dates_by_instrument(line, *days)
    shown = compare_dates_by_instrument(line, *days, superseded=True)
    assert not [change for change in hidden.units if change.verdict == "superseded"]
    gone = [change for change in shown.units if change.verdict == "superseded"]
    assert [str(change.old.address) for change in gone if change.old] == [
        "Article V, Section 17",
        "Article V, Section 18",
    ]
    assert "".join(run.text for run in gone[0].head) == "Section 17. Chief Executive Officer."
    assert {run.by for change in gone for passage in change.passages for run in passage.runs} == {
        ("1998-03-26-1", "2000-02-28-1")
    }


def test_a_paragraph_put_in_stands_after_the_one_whose_place_it_takes() -> None:
    dues, proxies, lots, guests = (
        Paragraph(words)
        for words in ("Dues are $30.", "No proxies are allowed.", "Ties are broken by lot.", "Guests are welcome.")
    )
    struck = amend_lines(lay([dues, proxies, guests]), [dues, guests], "no-1")
    found = amend_lines(struck, [dues, lots, guests], "no-2")
    assert [(strand.kind, strand.text) for line in found for strand in line.strands] == [
        ("keep", dues.text),
        ("delete", proxies.text),
        ("insert", lots.text),
        ("keep", guests.text),
    ]


@pytest.mark.parametrize("old", ["1991-12-20", "1998-03-26", "1999-10-20", "2000-02-28"])
@pytest.mark.parametrize("new", ["1991-12-20", "1998-03-26", "1999-10-20", "2000-02-28"])
def test_both_texts_stand_in_a_redline_by_instrument_forwards_and_backwards(old: str, new: str) -> None:
    line = timeline(IVM)
    before, after = (line.as_of(date.fromisoformat(day)) for day in (old, new))
    for found in (compare_dates_by_instrument(line, before, after), compare_dates(line, before, after)):
        assert_exact(found, before.text, after.text)
        names = {name for run in _runs(found) for name in run.by}
        assert names <= {one for one in SCHEDULES if min(old, new) < one <= f"{max(old, new)}-1"}
        assert all(run.by for run in _runs(found) if run.kind != "keep")


@settings(max_examples=60)
@given(histories)
def test_both_texts_stand_in_every_redline_of_a_random_history(played: tuple[Base, list[Instrument]]) -> None:
    line = Timeline(*played)
    first, middle, last = (line.as_of(day) for day in _days(line))
    for old, new in ((first, last), (last, first), (middle, last), (last, middle)):
        known = [one.id for one, _ in line.between(*sorted((old, new), key=lambda text: text.instruments))]
        for found in (
            compare_dates(line, old, new),
            compare_dates_by_instrument(line, old, new),
            compare_dates_by_instrument(line, old, new, superseded=True),
        ):
            assert_exact(found, old.text, new.text)
            for run in _runs(found):
                assert set(run.by) <= set(known)
                assert bool(run.by) == (run.kind != "keep")
        for run in _runs(compare_dates_by_instrument(line, old, new, superseded=True)):
            assert len(run.by) == {"keep": 0, "insert": 1, "delete": 1, "superseded": 2}[run.kind]


@settings(max_examples=60)
@given(histories)
def test_a_word_is_of_an_instrument_that_had_taken_effect_and_was_there_since(
    played: tuple[Base, list[Instrument]],
) -> None:
    """Leaving out what later instruments put in, and keeping what they took out, gives the text of each day between."""
    line = Timeline(*played)
    last = line.latest()
    found = woven(line, last)
    for number, text in enumerate(line.texts):
        later = {one.id for one in played[1][number:]}
        words = sorted(
            "".join(
                strand.text for strand in strands if strand.put_in not in later and strand.taken_out in {*later, ""}
            )
            for one in found.threads
            for strands in (one.head, *(entry.strands for entry in one.lines))
        )
        assert [said for said in words if said] == sorted(words for place in _units(text) for words in _said(place))


def _days(line: Timeline) -> tuple[date, date, date]:
    first, last = line.base.work.adopted, line.latest().as_of
    return first, first + (last - first) / 2, last


def assert_exact(found: Comparison, old: Text, new: Text) -> None:
    """Without what was deleted stands the new text, without what was inserted the old one, each in its order."""
    accepted = [words for unit in found.units if unit.new for words in _words(unit, ("keep", "insert"))]
    assert accepted == [words for place in _units(new) for words in _said(place)]
    stood = [unit for unit in found.units if unit.old and unit.verdict not in ("moved", "superseded")]
    rejected = [words for unit in stood for words in _words(unit, ("keep", "delete"))]
    assert rejected == [words for place in _units(old) for words in _said(place)]


def _runs(found: Comparison) -> list[Run]:
    rows = [row for unit in found.units for row in (unit.head, *(passage.runs for passage in unit.passages))]
    around = [passage.runs for passage in (*found.preface, *found.conclusions)]
    return [run for row in (*rows, *around) for run in row]


def _words(unit: UnitChange, kinds: tuple[str, ...]) -> list[str]:
    rows = [unit.head, *(passage.runs for passage in unit.passages)]
    return [words for runs in rows if (words := "".join(run.text for run in runs if run.kind in kinds))]


def _units(text: Text) -> list[Place]:
    return [place for place in places(text.provisions) if place.provision.level in ("article", "section")]


def _said(place: Place) -> list[str]:
    provision = place.provision
    head = " ".join(filter(None, (provision.num, provision.heading)))
    return [words for words in (head, *(paragraph.text for paragraph in paragraphs(provision))) if words]
