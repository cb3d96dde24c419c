"""The laws of replay, over random histories of hundreds of operations: DESIGN, section 5.

A history is a list of schedules over a small work. A plain dictionary says what should stand at each number; the
program must agree with it on every day, through its files, in whatever order they were recorded.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.akn.instrument import read_instrument, write_instrument
from amendments.compare.comparison import UnitChange, compare
from amendments.compare.words import Run
from amendments.instrument import Instrument
from amendments.operations import Delete, Operation
from amendments.schedule import read_schedule
from amendments.standing import in_order
from amendments.timeline import Timeline
from corpus.digest import digest_text
from corpus.model import Base, Provision, Text, Work, identify, places
from corpus.schema import validate

ARTICLES, NUMBERS = ("I", "II", "IV"), range(1, 9)
ADOPTED = date(1990, 5, 4)
WORK = Work(key="acme", title="BYLAWS", jurisdiction="us", adopted=ADOPTED)

Place = tuple[str, int]
Model = dict[Place, str | None]
"""The words that stand at each number; None where it was deleted."""


def section(number: int, words: str) -> Provision:
    return Provision(level="section", num=f"Section {number}.", heading=f"Subject {number}.", body=(words,))


def article(numeral: str, sections: list[Provision]) -> Provision:
    return Provision(level="article", num=f"ARTICLE {numeral}", heading=f"PART {numeral}", body=tuple(sections))


BASE = Base(
    work=WORK,
    text=Text(
        preface=("BYLAWS",),
        provisions=identify(
            tuple(article(a, [section(n, f"First words {a} {n}.") for n in (1, 2, 4)]) for a in ARTICLES)
        ),
    ),
)
BEGINNING: Model = {(a, n): f"First words {a} {n}." for a in ARTICLES for n in (1, 2, 4)}

changes = st.dictionaries(
    st.tuples(st.sampled_from(ARTICLES), st.sampled_from(NUMBERS)),
    st.sampled_from(["words", "DELETED"]),
    min_size=1,
    max_size=12,
)
histories = st.lists(st.tuples(st.integers(0, 9), changes), min_size=1, max_size=40)


def schedule(changes: dict[Place, str], serial: int) -> Text:
    by_article: dict[str, list[Provision]] = {}
    for (numeral, number), what in sorted(changes.items()):
        words = what if what == "DELETED" else f"Words {serial} of {numeral} {number}."
        by_article.setdefault(numeral, []).append(section(number, words))
    return Text(preface=("SCHEDULE A",), provisions=tuple(article(a, found) for a, found in by_article.items()))


def played(history: list[tuple[int, dict[Place, str]]]) -> tuple[list[Instrument], list[tuple[date, Model]]]:
    """The instruments in order of effect, each through its file; and what the dictionary says after each."""
    instruments: list[Instrument] = []
    models: list[tuple[date, Model]] = [(ADOPTED, dict(BEGINNING))]
    day, order = ADOPTED, 0
    for serial, (later, changed) in enumerate(history):
        order = order + 1 if not later and instruments else 1
        day += timedelta(days=later)
        text = schedule(changed, serial)
        before = Timeline(BASE, instruments).latest().text
        drawn = Instrument(
            id=f"{day}-{order}",
            title="SCHEDULE A",
            effective=day,
            turn=order,
            text=text,
            operations=read_schedule(text, before),
        )
        instruments.append(drawn)
        model = dict(models[-1][1])
        model |= {
            place: None if what == "DELETED" else f"Words {serial} of {place[0]} {place[1]}."
            for place, what in changed.items()
        }
        models.append((day, model))
    return instruments, models


def standing(text: Text) -> Model:
    return {
        (place.address.steps[0].number, int(place.address.steps[1].number)): None
        if place.provision.status == "deleted"
        else place.provision.text()
        for place in places(text.provisions)
        if place.provision.level == "section"
    }


@settings(max_examples=60)
@given(histories)
def test_every_day_has_the_text_that_the_history_says(history: list[tuple[int, dict[Place, str]]]) -> None:
    instruments, models = played(history)
    timeline = Timeline(BASE, instruments)
    for (day, model), (following, _) in pairwise([*models, (date.max, {})]):
        if day != following:
            found = timeline.as_of(day)
            assert standing(found.text) == model
            assert all(event.instrument.effective <= day for event in found.events)
            assert found.text == timeline.as_of(following - timedelta(days=1)).text


@settings(max_examples=60)
@given(histories, st.randoms(use_true_random=False))
def test_replay_is_the_same_in_whatever_order_it_was_recorded(
    history: list[tuple[int, dict[Place, str]]], chance: Random
) -> None:
    instruments, _ = played(history)
    shuffled = list(instruments)
    chance.shuffle(shuffled)
    one, two = (Timeline(BASE, in_order(order)).latest() for order in (instruments, shuffled))
    assert one == two
    assert digest_text(one.text) == digest_text(two.text)


@settings(max_examples=30)
@given(histories)
def test_files_give_back_what_was_decided(history: list[tuple[int, dict[Place, str]]]) -> None:
    for instrument in played(history)[0][:8]:
        content = write_instrument(instrument, WORK)
        validate(content, Path("x.xml"))
        again = read_instrument(content, Path("x.xml"))
        assert again == instrument
        assert write_instrument(again, WORK) == content


@settings(max_examples=60)
@given(histories)
def test_identities_are_unique_on_every_day_and_mean_one_number_for_ever(
    history: list[tuple[int, dict[Place, str]]],
) -> None:
    numbers: dict[str, str] = {}
    for text in Timeline(BASE, played(history)[0]).texts:
        identities = [(place.provision.wid, place.eid) for place in places(text.provisions)]
        assert len({wid for wid, _ in identities}) == len(identities)
        assert all(numbers.setdefault(wid, eid) == eid for wid, eid in identities)


@settings(max_examples=40)
@given(histories)
def test_leaving_an_instrument_out_is_reported_or_changes_nothing_that_others_saw(
    history: list[tuple[int, dict[Place, str]]],
) -> None:
    """An amendment discovered late: each later operation that meets other words than its editor saw is reported."""
    instruments, _ = played(history)
    left, seen_by = instruments[1:], instruments[0]
    # deleting what does not stand changes no words that a later editor could have seen, and saw none itself
    touched = {operation.target for operation in seen_by.operations if _saw_words(operation)}
    reported = {finding.instrument for finding in Timeline(BASE, left).latest().findings}
    for target in touched:
        operations = ((one, each) for one in left for each in one.operations if each.target == target)
        again, first = next(operations, (None, None))
        if again is not None and first is not None and _saw_words(first):
            assert again.id in reported


def _saw_words(operation: Operation) -> bool:
    return not (isinstance(operation, Delete) and operation.seen is None)


@settings(max_examples=40)
@given(histories)
def test_a_redline_of_any_two_days_gives_both_texts(history: list[tuple[int, dict[Place, str]]]) -> None:
    texts = Timeline(BASE, played(history)[0]).texts
    found = compare(texts[0], texts[-1])
    new = [
        " ".join("".join(run.text for run in runs if run.kind != "delete") for runs in _runs(unit))
        for unit in found.units
        if unit.new
    ]
    assert [" ".join(words.split()) for words in new] == _words(texts[-1])
    old = {
        unit.old.eid: " ".join("".join(run.text for run in runs if run.kind != "insert") for runs in _runs(unit))
        for unit in found.units
        if unit.old and unit.verdict != "moved"
    }
    assert sorted(" ".join(words.split()) for words in old.values()) == sorted(_words(texts[0]))


def _runs(unit: UnitChange) -> list[tuple[Run, ...]]:
    return [unit.head, *(passage.runs for passage in unit.passages)]


def _words(text: Text) -> list[str]:
    return [
        " ".join(filter(None, (place.provision.num, place.provision.heading, *place.provision.paragraphs)))
        for place in places(text.provisions)
    ]
