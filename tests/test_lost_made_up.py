"""Lost amendments of made-up records: what is determined is reconstructed, and nothing is guessed."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.audit.lost.assumed import assumptions
from amendments.audit.lost.check import check_lost
from amendments.audit.lost.reconstruct import Lost, lost_amendments
from amendments.audit.subject import Subject
from amendments.instrument import Instrument
from amendments.operations import Add, Renumber
from amendments.schedule import read_schedule
from amendments.timeline import Timeline
from corpus.model import Base, Provision
from corpus.tree import find
from histories import histories
from lost_records import (
    OFFICES,
    based,
    duties,
    numbers,
    officers,
    record_of,
    schedule,
    section,
)

seeds = st.integers(0, 2**40)


@given(seeds)
@settings(max_examples=300)
def test_a_renumbering_that_is_dropped_is_reconstructed(seed: int) -> None:
    base, first, gone, last = record_of(Random(seed))
    subject = Subject(base, [first, last])
    found = list(lost_amendments(subject))
    if not found:
        told = [one for one in subject.latest.findings if one.severity == "error"]
        assert len(told) < 2 or not any(isinstance(one, Renumber) for one in gone.operations)
        return
    (lost,) = found
    moves = {
        str(move.target): str(move.to) for one in gone.operations if isinstance(one, Renumber) for move in one.moves
    }
    assert {str(claim.place.address): str(claim.target) for claim in lost.moves if claim.place} == moves
    assert {str(claim.target) for claim in lost.additions} == {
        str(one.target) for one in gone.operations if isinstance(one, Add)
    }
    assert lost.assumed is not None
    fits(lost)


def fits(lost: Lost) -> None:
    """Every heading that the instrument deletes or places is that at its number in the text with what is assumed."""
    assert lost.after is not None
    before = next(text for one, text, _ in lost.after.steps if one.id == lost.instrument.id)
    for one in assumptions(lost.instrument, before):
        standing = find(before, one.target)
        if one.way in ("deletes", "places"):
            assert standing is not None
            assert standing.heading == one.heading
    assert not [one for one in lost.after.latest.findings if one.severity == "error"]


@given(seeds)
@settings(max_examples=150)
def test_a_record_that_has_it_gives_nothing(seed: int) -> None:
    base, first, gone, last = record_of(Random(seed))
    true = Timeline(base, [first, gone]).latest().text
    decided = replace(last, operations=read_schedule(last.text, true))
    assert not list(check_lost(Subject(base, [first, gone, decided])))


@given(histories)
@settings(max_examples=150)
def test_any_history_can_be_asked(history: tuple[Base, list[Instrument]]) -> None:
    """Where something is reconstructed of one, whatever its instrument assumes stands there."""
    for lost in lost_amendments(Subject(*history)):
        assert lost.after is None or lost.assumed in lost.after.instruments


FIVE = tuple(section(at, f"{one}.", duties(Random(at), one)) for at, one in enumerate(OFFICES[:5], 1))


def findings(base: Base, *articles: Provision) -> list[tuple[str, str]]:
    found = check_lost(Subject(base, [schedule(1, base.text, *articles)]))
    return [(one.code, one.evidence) for one in found]


def test_evidence_that_contradicts_itself_reconstructs_nothing_and_says_so() -> None:
    base = based(officers(*FIVE))
    listed = (
        section(1, "Secretary.", "DELETED"),
        section(2, "Secretary.", "DELETED"),
        section(3, "President.", "DELETED"),
        section(4, "Vice President.", "DELETED"),
    )
    ((code, evidence),) = findings(base, officers(*listed))
    assert code == "lost-amendment"
    assert "Guessed" not in evidence
    assert "'Section 1. Secretary.' and 'Section 2. Secretary.' would be one provision." in evidence
    assert "'Section 4. Treasurer.' gives way to another, and where it went is not told." in evidence


def test_a_heading_that_stands_twice_is_not_guessed_at() -> None:
    twice = (*FIVE[:4], section(5, "Secretary.", "Another that keeps the seal."))
    listed = (
        section(1, "Vice President.", "DELETED"),
        section(2, "President.", "DELETED"),
        section(6, "Secretary.", "DELETED"),
    )
    ((_, evidence),) = findings(based(officers(*twice)), officers(*listed))
    assert "'Section 6. Secretary.' may be 'Section 3. Secretary.' or 'Section 5. Secretary.'." in evidence


def test_a_choice_that_only_one_answer_settles_is_made() -> None:
    """Two sections have the heading; the number of one of them is another's by then, so it is the one that moved."""
    twice = (*FIVE[:4], section(5, "Secretary.", "Another that keeps the seal."))
    listed = (section(5, "President.", "DELETED"), section(1, "Secretary.", "DELETED"))
    base = based(officers(*twice))
    (lost,) = lost_amendments(Subject(base, [schedule(1, base.text, officers(*listed))]))
    assert numbers(lost) == {1: 5, 5: 1}


@pytest.mark.parametrize(
    "listed",
    [
        section(2, "President.", "DELETED"),
        section(9, "President.", "DELETED"),
        section(2, "Vice Presidents.", "DELETED"),
        section(2, "Assistant Vice President.", "DELETED"),
        section(9, "Marshal.", "DELETED"),
        section(2, "Marshal.", "The Marshal shall keep order."),
    ],
    ids=lambda one: f"{one.num} {one.heading}",
)
def test_one_number_or_one_heading_by_itself_may_be_a_slip(listed: Provision) -> None:
    assert not findings(based(officers(*FIVE)), officers(listed))


def test_a_section_that_the_record_never_had_was_added() -> None:
    base = based(officers(*FIVE))
    instrument = schedule(1, base.text, officers(section(6, "Marshal.", "DELETED")))
    (lost,) = lost_amendments(Subject(base, [instrument]))
    assert [claim.told for claim in lost.claims if not claim.stays] == ["Article I, Section 6 added (Marshal.)"]
    assert lost.assumed is not None


def test_numbers_that_would_be_left_empty_settle_nothing() -> None:
    listed = (section(6, "President.", "DELETED"), section(7, "Treasurer.", "DELETED"))
    ((_, evidence),) = findings(based(officers(*FIVE)), officers(*listed))
    assert "What stood at Article I, Section 1 then is not told." in evidence
    assert "What stood at Article I, Section 4 then is not told." in evidence


def test_new_words_under_a_heading_that_stands_elsewhere_are_no_second_witness() -> None:
    base = based(officers(*FIVE))
    anew = section(1, "Vice President.", "There is one, elected in May, who acts where nobody else does.")
    assert not findings(base, officers(anew, section(2, "President.", "DELETED")))


def test_each_gap_is_told_with_those_before_it_assumed() -> None:
    base = based(officers(*FIVE))
    first = schedule(
        1, base.text, officers(section(1, "Vice President.", "DELETED"), section(2, "President.", "DELETED"))
    )
    between = Timeline(base, [first]).latest().text
    listed = (section(4, "Controller.", "DELETED"), section(5, "Treasurer.", "DELETED"))
    second = schedule(2, between, officers(*listed))
    found = list(lost_amendments(Subject(base, [first, second])))
    assert [numbers(lost) for lost in found] == [{1: 2, 2: 1}, {4: 5, 5: 4}]
    for lost in found[1:]:
        fits(lost)


def test_sections_that_an_instrument_itself_swaps_are_no_loss() -> None:
    """It deletes an office under its own number and gives that number's words to another heading."""
    base = based(officers(*FIVE))
    swapped = (
        replace(FIVE[0], heading=FIVE[1].heading, body=FIVE[1].body),
        replace(FIVE[1], heading=FIVE[0].heading, body=FIVE[0].body),
        section(5, "Controller.", "DELETED"),
    )
    assert not findings(base, officers(*swapped))


def test_articles_that_changed_places_are_told_by_what_stands_in_them() -> None:
    base = based(officers(*FIVE), officers(section(1, "Quorum.", "A majority."), numeral="II", heading="MEETINGS"))
    listed = (
        officers(section(1, "Quorum.", "Two thirds."), heading="MEETINGS"),
        officers(section(3, "Secretary.", "DELETED"), numeral="II"),
    )
    instrument = schedule(1, base.text, *listed)
    (lost,) = lost_amendments(Subject(base, [instrument]))
    assert [claim.told for claim in lost.moves] == [
        "Article II → Article I (MEETINGS)", "Article I → Article II (OFFICERS)",
    ]  # fmt: skip
    fits(lost)
