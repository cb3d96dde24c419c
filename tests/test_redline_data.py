"""The JSON of a redline: exact on both sides, whatever the marks."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

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


@settings(max_examples=60)
@given(redlines)
def test_both_texts_are_in_it_whatever_was_done(played: Played) -> None:
    holds(played)
