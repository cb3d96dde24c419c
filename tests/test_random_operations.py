"""The laws of the patch over random histories of every kind of operation: DESIGN, section 5."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

from hypothesis import given, settings

from amendments.akn.instrument import read_instrument, write_instrument
from amendments.compare.comparison import UnitChange, compare
from amendments.instrument import Instrument
from amendments.operations import (
    AddWords,
    DeleteWords,
    Renumber,
    Restate,
    SubstituteWords,
)
from amendments.patch.apply import apply_operation
from amendments.timeline import Timeline
from corpus.digest import TextDigests, digest_text
from corpus.model import Base, Place, Text, places
from corpus.paragraphs import paragraphs
from corpus.schema import validate
from cuts import cuts
from histories import WORK, histories


def by_hand(chance: Random, drawn: Instrument) -> Instrument:
    """The instrument as if a person had written some of its operations: no words of it state or bring them."""
    written = tuple(replace(one, place="") if chance.random() < 0.5 else one for one in drawn.operations)
    return replace(drawn, operations=written, edited=written != drawn.operations)


def _paragraphs(standing: Text) -> list[tuple[str, tuple[str, ...]]]:
    """Headings and words of what is not deleted, in no order."""
    found = (place.provision for place in places(standing.provisions) if place.provision.status != "deleted")
    return sorted((provision.heading, provision.paragraphs) for provision in found)


def own(place: Place) -> tuple[object, ...]:
    """What a provision has of its own, without what is inside it."""
    provision = place.provision
    return provision.num, provision.heading, provision.status, provision.paragraphs


@settings(max_examples=60)
@given(histories)
def test_what_is_applied_is_what_the_effects_say_and_nothing_else(played: tuple[Base, list[Instrument]]) -> None:
    base, instruments = played
    standing, ever = base.text, {place.provision.wid for place in places(base.text.provisions)}
    for instrument in instruments:
        for done in instrument.operations:
            before = repr(standing)
            outcome = apply_operation(standing, done, instrument.id)
            assert repr(standing) == before
            assert apply_operation(standing, done, instrument.id) == outcome
            if not outcome.effects:
                assert outcome.text is standing
                assert outcome.findings
            if isinstance(done, Renumber):
                assert _paragraphs(outcome.text) == _paragraphs(standing)
            stood = {place.provision.wid: own(place) for place in places(standing.provisions)}
            stands = {place.provision.wid: own(place) for place in places(outcome.text.provisions)}
            covered = frozenset().union(*(effect.covers for effect in outcome.effects))
            changed = {wid for wid in stood.keys() & stands.keys() if stood[wid] != stands[wid]}
            assert changed <= covered
            assert stands.keys() - stood.keys() <= covered
            assert "" not in stands
            assert len(stands) == sum(1 for _ in places(outcome.text.provisions))
            born = stands.keys() - stood.keys()
            if not isinstance(done, Restate):  # a restatement may take up a provision that went before
                assert not born & ever
            ever |= born
            standing = outcome.text


@settings(max_examples=40)
@given(histories)
def test_words_are_struck_and_put_in_and_all_others_stay(played: tuple[Base, list[Instrument]]) -> None:
    base, instruments = played
    standing = base.text
    for instrument in instruments:
        for done in instrument.operations:
            outcome = apply_operation(standing, done, instrument.id)
            for effect in outcome.effects if isinstance(done, SubstituteWords | AddWords | DeleteWords) else ():
                assert effect.before is not None
                assert effect.after is not None
                struck = "" if isinstance(done, AddWords) else done.spot.words
                put = "" if isinstance(done, DeleteWords) else done.new
                count = _letters(put) - _letters(struck)
                grown = _letters(" ".join(effect.after.paragraphs)) - _letters(" ".join(effect.before.paragraphs))
                assert grown == count or (done.spot.which == "each" and count and grown % count == 0) or grown == 0
            standing = outcome.text


def _letters(words: str) -> int:
    return len("".join(words.split()))


@settings(max_examples=25)
@given(histories)
def test_every_instrument_goes_through_its_file(played: tuple[Base, list[Instrument]]) -> None:
    for instrument in (made for read in played[1][:10] for made in (read, by_hand(Random(read.id), read))):
        content = write_instrument(instrument, WORK)
        validate(content, Path("x.xml"))
        read = read_instrument(content, Path("x.xml"))
        assert read == instrument
        assert write_instrument(read, WORK) == content


@settings(max_examples=40)
@given(histories)
def test_every_day_is_answered_alike_and_the_digests_of_shared_texts_are_those_of_each(
    played: tuple[Base, list[Instrument]],
) -> None:
    base, instruments = played
    timeline, digests = Timeline(base, instruments), TextDigests()
    assert [digests.digest(standing) for standing in timeline.texts] == [digest_text(one) for one in timeline.texts]
    for number, instrument in enumerate(instruments, 1):
        assert timeline.as_of(instrument.effective).text == Timeline(base, instruments[:number]).latest().text


@settings(max_examples=40)
@given(histories)
def test_a_redline_of_any_two_days_gives_both_and_cuts_no_word(played: tuple[Base, list[Instrument]]) -> None:
    texts = Timeline(*played).texts
    found = compare(texts[0], texts[-1])
    assert cuts(found) == []
    accepted = [words for unit in found.units if unit.new for words in _words(unit, "delete")]
    assert accepted == [words for place in _units(texts[-1]) for words in _said(place)]
    rejected = [
        words for unit in found.units if unit.old and unit.verdict != "moved" for words in _words(unit, "insert")
    ]
    assert rejected == [words for place in _units(texts[0]) for words in _said(place)]


def _words(unit: UnitChange, without: str) -> list[str]:
    rows = [unit.head, *(passage.runs for passage in unit.passages)]
    joined = ("".join(run.text for run in runs if run.kind != without) for runs in rows)
    return [" ".join(words.split()) for words in joined if words.strip()]


def _units(standing: Text) -> list[Place]:
    return [place for place in places(standing.provisions) if place.provision.level in ("article", "section")]


def _said(place: Place) -> list[str]:
    provision = place.provision
    head = " ".join(filter(None, (provision.num, provision.heading)))
    return [words for words in (head, *(paragraph.text for paragraph in paragraphs(provision))) if words]
