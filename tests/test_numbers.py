"""Headings, numbers and whole texts: retitle, renumber, restate, and the identity that goes on through them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from amendments.history import provision_history
from amendments.instrument import Instrument
from amendments.operations import Add, Delete, Move, Operation, Renumber, Restate, Retitle, Seen, Substitute
from amendments.patch.apply import apply_operation
from amendments.patch.outcome import Outcome
from amendments.timeline import Timeline
from corpus.address import Address, read_address
from corpus.digest import digest_text
from corpus.locate import locate
from corpus.model import Base, Provision, Text, Work, identify, places
from corpus.tree import find
from renderer.redline.build import redline
from renderer.view import view_text

WORK = Work(key="acme", title="BYLAWS", jurisdiction="us", adopted=date(1990, 5, 4))


def section(number: str, heading: str, words: str = "Words of it.") -> Provision:
    return Provision(level="section", num=f"Section {number}.", heading=heading, body=(words,))


TEXT = Text(
    preface=("BYLAWS",),
    provisions=identify(
        (
            Provision(
                level="article",
                num="ARTICLE I",
                heading="OFFICES",
                body=(
                    section("1", "Place.", "The office is in Fresno."),
                    section("2", "Seal.", "There is a seal."),
                    section("3", "Year.", "The year ends in May."),
                ),
            ),
            Provision(level="article", num="ARTICLE II", heading="MEMBERS", body=(section("1", "Dues.", "None are."),)),
        )
    ),
)
BASE = Base(work=WORK, text=TEXT)


def at(written: str) -> Address:
    return read_address(written)[0]


def seen(address: str, text: Text = TEXT) -> Seen:
    standing = find(text, at(address))
    assert standing is not None
    return Seen.of(standing)


def renumber(*moves: tuple[str, str], text: Text = TEXT) -> Renumber:
    made = (Move(target=at(old), to=at(new), seen=seen(old, text)) for old, new in moves)
    return Renumber(id="mod_1", place="cl_1", moves=tuple(made))


def applied(operation: Operation, text: Text = TEXT) -> Outcome:
    return apply_operation(text, operation, "2001-05-01-1")


def standing(text: Text) -> list[tuple[str, str, str]]:
    return [
        (place.eid, place.provision.heading, place.provision.wid)
        for place in places(text.provisions)
        if place.provision.level == "section"
    ]


def instrument(day: date, *operations: Operation) -> Instrument:
    return Instrument(id=f"{day}-1", title="AMENDMENT", effective=day, turn=1, text=Text(), operations=operations)


def test_a_heading_is_another_and_the_words_stay() -> None:
    outcome = applied(Retitle(id="mod_1", place="", target=at("I.2"), heading="Corporate Seal.", seen=seen("I.2")))
    after = find(outcome.text, at("I.2"))
    assert after is not None
    assert (after.heading, after.text(), after.wid) == ("Corporate Seal.", "There is a seal.", "art_I__sec_2")
    assert outcome.findings == ()


def test_a_run_is_renumbered_all_at_once() -> None:
    gone = applied(Delete(id="mod_1", place="", target=at("I.1"), num="Section 1.", heading="", seen=seen("I.1"))).text
    outcome = applied(renumber(("I.2", "I.1"), ("I.3", "I.2")), gone)
    assert standing(outcome.text) == [
        ("art_I__sec_1", "Seal.", "art_I__sec_2"),
        ("art_I__sec_2", "Year.", "art_I__sec_3"),
        ("art_II__sec_1", "Dues.", "art_II__sec_1"),
    ]
    assert [place.provision.num for place in places(outcome.text.provisions)][1:3] == ["Section 1.", "Section 2."]
    assert outcome.findings == ()


def test_two_change_places() -> None:
    outcome = applied(renumber(("I.1", "I.3"), ("I.3", "I.1")))
    assert [heading for _, heading, _ in standing(outcome.text)] == ["Year.", "Seal.", "Place.", "Dues."]


def test_a_section_goes_to_another_article() -> None:
    outcome = applied(renumber(("I.2", "II.2")))
    assert standing(outcome.text)[-1] == ("art_II__sec_2", "Seal.", "art_I__sec_2")
    assert [str(effect.address) for effect in outcome.effects] == ["Article I, Section 2"]


def test_an_article_takes_another_numeral() -> None:
    outcome = applied(renumber(("Article II", "Article IV")))
    assert [provision.num for provision in outcome.text.provisions] == ["ARTICLE I", "ARTICLE IV"]
    assert standing(outcome.text)[-1] == ("art_IV__sec_1", "Dues.", "art_II__sec_1")


def test_a_taken_number_is_a_conflict_and_nothing_is_renumbered() -> None:
    outcome = applied(renumber(("I.3", "I.4"), ("I.1", "I.2")))
    assert outcome.text == TEXT
    (finding,) = outcome.findings
    assert (finding.code, finding.address) == ("occupied-target", "Article I, Section 2")


def test_what_is_not_there_and_what_has_no_home() -> None:
    absent = Renumber(id="mod_1", place="", moves=(Move(target=at("I.9"), to=at("I.4"), seen=seen("I.1")),))
    assert [finding.code for finding in applied(absent).findings] == ["missing-target"]
    homeless = applied(renumber(("I.1", "VII.1")))
    assert homeless.text == TEXT
    assert "has no Article VII to hold it" in homeless.findings[0].message
    nested = applied(renumber(("Article I", "Article V"), ("I.1", "II.7")))
    assert nested.text == TEXT
    assert [finding.code for finding in nested.findings] == ["number-mismatch"]
    upward = applied(renumber(("I.3", "II.6"), ("Article I", "Article V")))
    assert (upward.text, [finding.code for finding in upward.findings]) == (TEXT, ["number-mismatch"])
    for old, new in (("I.2", "Article III"), ("I.2", "I.1(c)"), ("Article II", "I.9")):
        across = applied(renumber((old, new)))
        assert (across.text, [finding.code for finding in across.findings]) == (TEXT, ["number-mismatch"])


def test_new_words_bear_the_number_that_they_are_for() -> None:
    other = Substitute(id="mod_1", place="", target=at("I.1"), new=section("2", "Flag."), seen=seen("I.1"))
    for operation in (other, Add(id="mod_1", place="", target=at("I.9"), new=section("2", "Flag."))):
        outcome = applied(operation)
        assert (outcome.text, [finding.code for finding in outcome.findings]) == (TEXT, ["number-mismatch"])


def test_new_words_without_a_number_stand_under_the_one_that_is_there() -> None:
    words = Provision(level="section", num="", body=("None.",))
    changed = applied(Substitute(id="mod_1", place="", target=at("I.2"), new=words, seen=seen("I.2"))).text
    standing = find(changed, at("I.2"))
    assert standing is not None
    assert (standing.num, standing.heading, standing.text()) == ("Section 2.", "Seal.", "None.")
    added = find(applied(Add(id="mod_1", place="", target=at("I.4"), new=words)).text, at("I.4"))
    assert added is not None
    assert (added.num, added.heading) == ("Section 4.", "")


def test_a_restatement_never_gives_two_provisions_one_identity() -> None:
    twice = replace(section("1", "Year."), wid="art_I__sec_3")
    new = Text(provisions=(twice, replace(section("2", "Seal."), wid="art_I__sec_3"), replace(twice, wid="unheard-of")))
    outcome = applied(Restate(id="mod_1", place="", new=new, seen=digest_text(TEXT)))
    wids = [place.provision.wid for place in places(outcome.text.provisions)]
    assert wids[0] == "art_I__sec_3"
    assert len(set(wids)) == 3
    assert "unheard-of" not in wids


def test_history_follows_a_provision_through_its_numbers() -> None:
    """ "Section 2" in 1995 and "Section 2" in 2005 are different provisions."""
    moved = renumber(("I.2", "I.4"))
    after = applied(moved).text
    change = Substitute(
        id="mod_1", place="", target=at("I.4"), new=section("4", "Seal.", "No seal."), seen=seen("I.4", after)
    )
    other = replace(section("2", "Flag.", "A flag."), wid="")
    timeline = Timeline(
        BASE,
        [
            instrument(date(2000, 1, 1), moved),
            instrument(date(2001, 1, 1), Add(id="mod_1", place="", target=at("I.2"), new=other)),
            instrument(date(2002, 1, 1), change),
        ],
    )
    latest = timeline.latest()

    def told(text: Text, address: str) -> list[tuple[str, str, str]]:
        entries = provision_history(BASE, latest, locate(text, address))
        return [(entry.deed, entry.address, entry.detail) for entry in entries]

    seal = [
        ("adopt", "Article I, Section 2", ""),
        ("renumber", "Article I, Section 2", "now Article I, Section 4"),
        ("substitute", "Article I, Section 4", ""),
    ]
    assert told(latest.text, "I.4") == seal
    assert told(timeline.as_of(date(1995, 1, 1)).text, "I.2") == seal
    assert told(latest.text, "I.2") == [("add", "Article I, Section 2", "")]
    notes = {entry.id: entry.note for entry in view_text(WORK, latest).entries}
    assert notes["art_I__sec_4"] == (
        "(Renumbered from Article I, Section 2, January 1, 2000; substituted January 1, 2002.)"
    )


def test_a_redline_shows_what_went_to_another_article_as_moved() -> None:
    timeline = Timeline(BASE, [instrument(date(2000, 1, 1), renumber(("I.2", "II.2")))])
    marked = redline(WORK, timeline, timeline.as_of(date(1999, 1, 1)), timeline.latest())
    assert [(unit.verdict, unit.remark) for unit in marked.units if unit.changed] == [
        ("moved-away", "Moved to Article II, Section 2"),
        ("moved", "Moved from Article I, Section 2"),
    ]


def restatement() -> Restate:
    new = Text(
        preface=("RESTATED BYLAWS",),
        provisions=(
            Provision(
                level="article",
                num="ARTICLE I",
                heading="OFFICES",
                wid="art_I",
                body=(replace(section("1", "Year."), wid="art_I__sec_3"), section("2", "Email.")),
            ),
        ),
    )
    return Restate(id="mod_1", place="", new=new, seen=digest_text(TEXT))


def test_a_restatement_puts_a_whole_text_in_place_and_goes_on_with_what_it_names() -> None:
    outcome = applied(restatement())
    assert outcome.findings == ()
    assert outcome.text.preface == ("RESTATED BYLAWS",)
    assert standing(outcome.text) == [
        ("art_I__sec_1", "Year.", "art_I__sec_3"),
        ("art_I__sec_2", "Email.", "2001-05-01-1__mod_1__art_I__sec_2"),
    ]
    timeline = Timeline(BASE, [instrument(date(2000, 1, 1), restatement())])
    entries = provision_history(BASE, timeline.latest(), locate(timeline.latest().text, "I.1"))
    assert [(entry.deed, entry.address, entry.detail) for entry in entries] == [
        ("adopt", "Article I, Section 3", ""),
        ("restate", "", "the whole text"),
    ]


def test_restating_another_text_than_the_editor_saw_is_reported() -> None:
    other = replace(TEXT, preface=("BY-LAWS",))
    assert [finding.code for finding in applied(restatement(), other).findings] == ["precondition-changed"]
