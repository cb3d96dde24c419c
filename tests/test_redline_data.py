"""The JSON of a redline: exact on both sides, whatever the marks."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from amendments.instrument import Instrument
from amendments.operations import Add, Delete, Seen
from amendments.timeline import Timeline
from corpus.address import read_address
from corpus.model import Base, Provision, Text, identify
from histories import WORK
from redline_law import PAIRS, Played, of_sample, printed, redlines
from renderer.redline.data import write_redline_data


def sides(data: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The paragraphs of the old text and of the new, as docs/commands.md says that they are got."""
    old = _paragraphs(data["preface"], "insert"), [], _paragraphs(data["conclusions"], "insert")
    new = _paragraphs(data["preface"], "delete"), [], _paragraphs(data["conclusions"], "delete")
    for unit in data["provisions"]:
        lines = [{"runs": unit["heading"]}, *unit["paragraphs"]]
        if unit["verdict"] != "moved":
            old[1].extend(_paragraphs(lines, "insert"))
        new[1].extend(_paragraphs(lines, "delete"))
    return [text for part in old for text in part], [text for part in new for text in part]


def _paragraphs(lines: list[dict[str, Any]], without: str) -> list[str]:
    texts = (
        "".join(run["text"] for run in line["runs"] if run["kind"] not in (without, "superseded")) for line in lines
    )
    return [text for text in texts if text]


def holds(played: Played) -> None:
    data = json.loads(write_redline_data(played.marked, "acme"))
    assert sides(data) == (printed(played.old), printed(played.new))


@pytest.mark.parametrize(("key", "old", "new", "way"), PAIRS)
def test_both_texts_are_in_it(key: str, old: date, new: date, way: str) -> None:
    holds(of_sample(key, old, new, way))


def test_a_section_put_in_and_deleted_again_has_another_placeholder() -> None:
    """Its words are in neither text, but what stands for them is not the same."""
    at = read_address("Article I, Section 2")[0]
    seal = Provision(level="section", num="Section 2.", heading="Seal.", body=("The seal is round.",))
    article = Provision(level="article", num="ARTICLE I", heading="OFFICES", body=(seal,))
    base = Base(work=WORK, text=Text(provisions=identify((article,))))
    gone = Delete(
        id="mod_1", place="", target=at, num="Section 2.", heading="Seal.", seen=Seen(heading="Seal.", digest="0" * 64)
    )
    again = Add(id="mod_1", place="", target=at, new=seal)
    played = [
        Instrument(id=f"{day}-1", title="AMENDMENT", effective=day, turn=1, text=Text(), operations=(done,))
        for day, done in ((date(1991, 1, 2), gone), (date(1992, 1, 2), again), (date(1993, 1, 2), gone))
    ]
    line = Timeline(base, played)
    found = Played(WORK, line, line.as_of(date(1991, 6, 1)), line.as_of(date(1994, 1, 1)), "plain")
    holds(found)
    assert [(change.deleted, change.inserted, change.by) for change in found.marked.changes] == [
        ("[Deleted January 2, 1991.]", "[Deleted January 2, 1993.]", ("1993-01-02-1",))
    ]


@settings(max_examples=60)
@given(redlines)
def test_both_texts_are_in_it_whatever_was_done(played: Played) -> None:
    holds(played)
