"""Blame: every word in force, and the instrument that put it there."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import html

from amendments.instrument import Instrument
from amendments.timeline import Consolidated, Timeline
from conftest import Outcome
from corpus.locate import locate
from corpus.model import Base, Text, places
from corpus.paragraphs import paragraphs
from histories import histories
from renderer.blame.build import blame
from renderer.blame.data import write_blame_data
from renderer.blame.html import write_blame_html
from renderer.blame.text import write_blame
from renderer.blame.view import Row
from renderer.notes import deleted_items
from renderer.terminal import Screen
from sample import FMP, IVM, days, timeline

ADOPTED, FIRST, SECOND, THIRD, FOURTH = "", "1998-03-26-1", "1999-07-29-1", "1999-10-20-1", "2000-02-28-1"
SIGNS = str.maketrans("", "", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def words(row: Row) -> str:
    return "".join(piece.text for piece in row)


def printed(text: Consolidated) -> Iterator[tuple[str, str, str, list[tuple[str, int]]]]:
    """Identity, number, heading and paragraphs of each article and section in force."""
    gone = deleted_items(text.text, text.sources())
    for place in places(text.text.provisions):
        provision = place.provision
        if provision.level in ("article", "section") or len(place.address.steps) == 1:
            said = [(paragraph.text, paragraph.depth) for paragraph in paragraphs(provision, gone)]
            yield place.eid, provision.num, provision.heading, said


def of(address: str, day: str = "2000-02-28") -> list[tuple[str, str]]:
    """The words of one provision of the sample with their instruments, as JSON has them."""
    line = timeline(IVM)
    text = line.as_of(date.fromisoformat(day))
    told = json.loads(write_blame_data(blame(line, text, locate(text.text, address))))
    (unit,) = told["provisions"]
    rows = [unit["num"], unit["heading"], unit["placeholder"], *(one["words"] for one in unit["paragraphs"])]
    return [(piece["text"], piece["instrument"]) for row in rows for piece in row]


def test_words_are_of_the_instrument_that_put_them_in() -> None:
    found = of("III.1")
    assert ("at least one (1) member", FOURTH) in [(text.strip(), name) for text, name in found]
    assert [text for text, name in found if name == SECOND] == [","]
    assert {name for _, name in found} == {ADOPTED, SECOND, FOURTH}
    assert {name for _, name in of("III.1", "1999-12-31")} == {ADOPTED, SECOND, THIRD}
    assert {name for _, name in of("III.1", "1998-03-25")} == {ADOPTED}


def test_blame_reaches_through_a_move() -> None:
    """The Treasurer, Section 12 from 1991, is Section 17 since 2000; all but the number and a title is of 1991."""
    assert [(text.strip(), name) for text, name in of("V.17") if name] == [
        ("17", FOURTH),
        ("Chief Executive Officer", FOURTH),
    ]
    assert ("Section ", ADOPTED) in of("V.17")
    assert {name for _, name in of("V.12", "1998-03-25")} == {ADOPTED}


def test_a_placeholder_is_of_the_instrument_that_deleted() -> None:
    assert of("V.19") == [("Section 19.", FIRST), ("[Deleted February 28, 2000.]", FOURTH)]


def test_a_new_heading_is_of_the_instrument_that_gave_it() -> None:
    assert of("V.8")[:2] == [("Section 8.", ADOPTED), ("Chief Executive Officer.", FOURTH)]


@pytest.mark.parametrize("day", days(IVM))
def test_the_words_are_those_in_force(day: date) -> None:
    line = timeline(IVM)
    holds(line, line.as_of(day))


@settings(max_examples=30)
@given(histories)
def test_the_words_of_any_history_are_those_in_force(played: tuple[Base, list[Instrument]]) -> None:
    line = Timeline(*played)
    holds(line, line.latest())
    holds(line, line.as_of(played[1][len(played[1]) // 2].effective))


def holds(line: Timeline, text: Consolidated) -> None:
    told = json.loads(write_blame_data(blame(line, text)))
    assert ["".join(piece["text"] for piece in row) for row in told["preface"]] == list(text.text.preface)
    assert ["".join(piece["text"] for piece in row) for row in told["conclusions"]] == list(text.text.conclusions)
    assert [
        (
            unit["id"],
            *("".join(piece["text"] for piece in unit[part]) for part in ("num", "heading")),
            [("".join(piece["text"] for piece in one["words"]), one["depth"]) for one in unit["paragraphs"]],
        )
        for unit in told["provisions"]
    ] == list(printed(text))


@settings(max_examples=30)
@given(histories)
def test_a_word_stood_in_what_its_instrument_left_and_was_not_there_before(
    played: tuple[Base, list[Instrument]],
) -> None:
    """Each word is of an instrument that took effect by the day and stands in a provision that it changed."""
    base, instruments = played
    line = Timeline(base, instruments)
    text = line.latest()
    put_in = {"": vocabulary(base.text)}
    for instrument, (before, after) in zip(instruments, pairwise(line.texts), strict=True):
        put_in[instrument.id] = vocabulary(after, but=before)
    told = blame(line, text)
    known = {source.number: source.id for source in (*told.sources, *told.silent)}
    deleting = {event.instrument.id for event in text.events if event.effect.kind == "delete"}
    for unit in told.units:
        for row in unit.rows():
            for piece in row:
                said, gone = re.subn(r"\[Deleted [^]]*\]", "", piece.text)
                assert "[Deleted" not in said
                assert not gone or known[piece.source] in deleting
                assert set(re.findall(r"\w+", said)) <= put_in[known[piece.source]]


def vocabulary(text: Text, but: Text | None = None) -> set[str]:
    """The words of all provisions but those that another text has too."""
    shared = {repr(place.provision) for place in places(but.provisions)} if but else set()
    found = (place.provision for place in places(text.provisions) if repr(place.provision) not in shared)
    return {word for provision in found for passage in provision.passages() for word in re.findall(r"\w+", passage)}


@settings(max_examples=20)
@given(histories)
def test_an_item_alone_has_the_words_that_it_has_in_its_section(played: tuple[Base, list[Instrument]]) -> None:
    line = Timeline(*played)
    text = line.latest()
    gone = deleted_items(text.text, text.sources())
    for place in places(text.text.provisions):
        if place.provision.level == "paragraph":
            (unit,) = blame(line, text, place).units
            assert (words(unit.num), words(unit.heading)) == (place.provision.num, place.provision.heading)
            assert words(unit.placeholder) == gone.get(place.provision.wid, "")
            lines = [(words(one.words), one.depth) for one in unit.lines]
            assert lines == [(one.text, one.depth) for one in paragraphs(place.provision, gone)]


def test_what_stands_above_an_item_is_told() -> None:
    line = timeline(FMP)
    text = line.latest()
    item = locate(text.text, "II.13(b)")
    told = blame(line, text, item)
    assert len(told.within) == len(item.address.steps) - 1
    assert words(told.within[0]).startswith("ARTICLE")
    assert words(told.within[1]).startswith("Section 13")
    assert not told.preface


def whole(width: int = 80, *, colour: bool = False) -> str:
    line = timeline(IVM)
    return write_blame(blame(line, line.latest()), Screen(width=width, colour=colour))


@pytest.mark.parametrize("width", [30, 60, 80, 140])
def test_the_terminal_loses_no_word(width: int) -> None:
    body = [row.partition("│ ")[2] for row in whole(width).splitlines() if "│ " in row]
    shown = " ".join(" ".join(body).translate(SIGNS).split())
    text = timeline(IVM).latest()
    expected = [*text.text.preface]
    gone = dict(_placeholders(text))
    for eid, num, heading, said in printed(text):
        expected += [num, heading, *([gone[eid]] if eid in gone else []), *(words for words, _ in said)]
    assert shown == " ".join(" ".join([*expected, *text.text.conclusions]).split())


def _placeholders(text: Consolidated) -> Iterator[tuple[str, str]]:
    known = deleted_items(text.text, text.sources())
    for place in places(text.text.provisions):
        if place.provision.wid in known:
            yield place.eid, known[place.provision.wid]


@pytest.mark.parametrize("width", [60, 80, 140])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    assert max(map(len, whole(width).splitlines())) <= width


def test_a_line_of_one_instrument_has_no_signs_and_one_of_several_begins_with_one() -> None:
    for row in whole().splitlines():
        margin, rule, body = row.partition("│ ")
        if rule and body.strip():
            several = "·" in margin.split()[0]
            assert several == (body != body.translate(SIGNS))
            assert several == (body.lstrip()[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹")


def test_the_margin_names_the_latest_of_a_line() -> None:
    assert "0·4 2000-02-28 Schedule A │ ⁰Section ⁴17⁰. Treasurer. The Treasurer shall have" in whole()


def test_colours_are_of_instruments_and_the_text_as_adopted_has_none() -> None:
    painted = whole(colour=True)
    assert "\x1b[33m⁴17\x1b[0m⁰. Treasurer." in painted
    plain = re.sub(r"\x1b\[[\d;]*m", "", painted)
    assert plain == whole()


def test_the_page_has_the_words_and_their_instruments() -> None:
    line = timeline(IVM)
    told = blame(line, line.latest())
    page = html.fromstring(write_blame_html(told))
    (section,) = page.xpath("//section[@id='art_V__sec_17']")
    marked = [(one.get("data-name"), one.text) for one in section.xpath(".//span[@data-by!='0']")]
    assert marked == [
        ("4  Schedule A, February 28, 2000", "17"),
        ("4  Schedule A, February 28, 2000", "Chief Executive Officer"),
    ]
    for unit in told.units:
        (shown,) = page.xpath(f"//*[@id='{unit.id}']")
        said = " ".join(
            "".join(one.itertext())
            for one in ([shown] if unit.level == "article" else shown.xpath("p[not(@class='sources')]"))
        )
        rows = (unit.head, unit.placeholder, *(one.words for one in unit.lines))
        assert " ".join(said.split()) == " ".join(" ".join(map(words, rows)).split())


def test_the_page_can_be_used_with_the_keyboard() -> None:
    line = timeline(IVM)
    page = html.fromstring(write_blame_html(blame(line, line.latest())))
    assert all(one.get("tabindex") == "0" for one in page.xpath("//span[@data-by!='0']"))
    assert [one.get("data-pick") for one in page.xpath("//button")] == ["0", "1", "2", "4"]


def test_the_command(bylaws: Callable[..., Outcome], tmp_path: Path) -> None:
    done = bylaws("blame", IVM, "III.1", "--as-of", "1999-12-31")
    assert done.code == 0
    assert "Adopted December 20, 1991" in done.out
    assert bylaws("blame", IVM, "III.1", "-o", tmp_path / "blame.json").code == 0
    told: dict[str, Any] = json.loads((tmp_path / "blame.json").read_text(encoding="utf-8"))
    assert list(told) == ["work", "title", "as_of", "instruments", "preface", "provisions", "conclusions"]
    assert [one["number"] for one in told["instruments"]] == [0, 1, 2, 3, 4]
    assert [one["words"] for one in told["instruments"]][1:4:2] == [0, 0]
    assert bylaws("blame", IVM, "-o", tmp_path / "blame.html").code == 0
    missing = bylaws("blame", IVM, "III.99")
    assert (missing.code, missing.out) == (2, "")
    assert "There is no provision 'III.99'" in missing.err


def test_what_was_recorded_by_a_day(bylaws: Callable[..., Outcome]) -> None:
    told = json.loads(bylaws("blame", IVM, "III.1", "--known-at", "2026-11-23", "--format", "json").out)
    assert told["known_at"] == "2026-11-23"
    refused = bylaws("blame", IVM, "III.1", "--known-at", "2020-01-01")
    assert refused.code == 2
