"""The bylaws of forty societies amended in one go: the marks say what was done, no more and no less."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from amendments.compare.comparison import Comparison, compare
from amendments.compare.words import Kind, Run
from benchmarks.big_pair import big_pair, count_words, lines
from corpus.model import Text, identify
from cuts import cuts

PAIR = big_pair()


@cache
def compared(identified: bool) -> Comparison:
    return compare(*((_identified(PAIR.old), _identified(PAIR.new)) if identified else (PAIR.old, PAIR.new)))


def _identified(text: Text) -> Text:
    """As the text of a work, in which an identity is the number that a provision was first recorded under."""
    return replace(text, provisions=identify(text.provisions))


def rows(found: Comparison) -> Iterator[tuple[Run, ...]]:
    """Every mark once: what moved is counted where it stands, not where it stood."""
    yield from (passage.runs for passage in (*found.preface, *found.conclusions))
    for unit in found.units:
        if unit.verdict != "moved-away":
            yield unit.head
            yield from (passage.runs for passage in unit.passages)


def words(found: Comparison, kind: Kind) -> int:
    return sum(count_words(run.text) for runs in rows(found) for run in runs if run.kind == kind)


@pytest.mark.parametrize("identified", [False, True])
def test_the_words_marked_are_those_that_were_changed(identified: bool) -> None:
    found = compared(identified)
    assert words(found, "delete") == pytest.approx(PAIR.struck, rel=0.01)
    assert words(found, "insert") == pytest.approx(PAIR.put_in, rel=0.01)
    assert cuts(found) == []


@pytest.mark.parametrize("identified", [False, True])
def test_each_section_is_told_as_what_was_done_to_it(identified: bool) -> None:
    found = compared(identified)

    def at(verdict: str) -> dict[str, str]:
        return {
            _place(unit.old.eid): _place(unit.new.eid) if unit.new else ""
            for unit in found.units
            if unit.verdict == verdict and unit.old
        }

    assert at("moved") == PAIR.moved
    assert at("deleted").keys() == PAIR.deleted
    assert at("changed").keys() == PAIR.edited - PAIR.moved.keys()
    assert not [unit for unit in found.units if unit.verdict == "added"]


def _place(eid: str) -> str:
    return eid.removeprefix("art_").replace("__sec_", ".")


@pytest.mark.parametrize("identified", [False, True])
def test_accepting_all_gives_the_new_text_and_rejecting_all_the_old(identified: bool) -> None:
    found = compared(identified)
    stood = [unit for unit in found.units if unit.old and unit.verdict != "moved"]
    stands = [unit for unit in found.units if unit.new]
    for text, units, without in ((PAIR.old, stood, "insert"), (PAIR.new, stands, "delete")):
        told = ["".join(run.text for run in passage.runs) for passage in found.preface]
        for unit in units:
            sides = (unit.head, *(passage.runs for passage in unit.passages))
            told += filter(None, ("".join(run.text for run in runs if run.kind != without) for runs in sides))
        assert told == lines(text)


def test_the_pair_is_the_same_on_every_machine() -> None:
    assert (PAIR.struck, PAIR.put_in) == (5440, 950)
    assert big_pair(2, 7) == big_pair(2, 7) != big_pair(2, 8)
