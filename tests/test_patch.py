"""The patch: what operations do, what they refuse, and the laws that hold of every one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amendments.operations import Add, Delete, Operation, Seen, Substitute
from amendments.patch.apply import apply_operation
from corpus.address import Address, Step, read_address
from corpus.model import Provision, Text, identify, places
from corpus.ranks import ranks
from corpus.tree import find


def section(number: str, heading: str = "Quorum.", words: str = "A majority.", **more: object) -> Provision:
    return replace(Provision(level="section", num=f"Section {number}.", heading=heading, body=(words,)), **more)  # type: ignore[arg-type]


def article(numeral: str, *sections: Provision) -> Provision:
    return Provision(level="article", num=f"ARTICLE {numeral}", heading="OFFICERS", body=sections)


def at(written: str) -> Address:
    return read_address(written)[0]


def substitute(target: str, new: Provision, seen: Provision) -> Substitute:
    return Substitute(id="mod_1", place="", target=at(target), new=new, seen=Seen.of(seen))


def add(target: str, new: Provision) -> Add:
    return Add(id="mod_1", place="", target=at(target), new=new)


def delete(target: str, heading: str, seen: Provision | None) -> Delete:
    num = f"Section {at(target).steps[-1].number}."
    return Delete(
        id="mod_1", place="", target=at(target), num=num, heading=heading, seen=Seen.of(seen) if seen else None
    )


QUORUM = section("2")
BEFORE = Text(
    provisions=identify(
        (
            article("IV", section("1", "Place.", "In Fresno.")),
            article("V", section("1"), QUORUM, section("10", "Seal.")),
        )
    )
)


def numbers(text: Text) -> list[str]:
    return [place.eid for place in places(text.provisions) if place.provision.level == "section"]


def codes(operation: Operation, text: Text = BEFORE) -> list[str]:
    return [finding.code for finding in apply_operation(text, operation, "2000-01-01-1").findings]


def test_substitute_keeps_the_identity_and_takes_the_new_words() -> None:
    outcome = apply_operation(BEFORE, substitute("V.2", section("2", "Vote.", "Two thirds."), QUORUM), "2000-01-01-1")
    standing = find(outcome.text, at("V.2"))
    assert standing is not None
    assert (standing.heading, standing.paragraphs, standing.wid) == ("Vote.", ("Two thirds.",), "art_V__sec_2")
    assert outcome.findings == ()


def test_substitute_is_not_add() -> None:
    operation = substitute("V.3", section("3"), QUORUM)
    outcome = apply_operation(BEFORE, operation, "2000-01-01-1")
    assert outcome.text == BEFORE
    assert outcome.effects == ()
    assert codes(operation) == ["missing-target"]


def test_add_is_not_substitute() -> None:
    operation = add("V.2", section("2", "Vote."))
    outcome = apply_operation(BEFORE, operation, "2000-01-01-1")
    assert outcome.text == BEFORE
    assert codes(operation) == ["occupied-target"]
    assert "'Section 2. Vote.'" in outcome.findings[0].evidence
    assert "'Section 2. Quorum.'" in outcome.findings[0].evidence


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("V.3", ["art_IV__sec_1", "art_V__sec_1", "art_V__sec_2", "art_V__sec_3", "art_V__sec_10"]),
        ("V.11", ["art_IV__sec_1", "art_V__sec_1", "art_V__sec_2", "art_V__sec_10", "art_V__sec_11"]),
        ("V.2A", ["art_IV__sec_1", "art_V__sec_1", "art_V__sec_2", "art_V__sec_2A", "art_V__sec_10"]),
    ],
)
def test_an_added_section_stands_where_its_number_belongs(target: str, expected: list[str]) -> None:
    outcome = apply_operation(BEFORE, add(target, section(at(target).steps[-1].number)), "2000-01-01-1")
    assert numbers(outcome.text) == expected


def test_a_whole_article_is_added_in_roman_order() -> None:
    new = Add(id="mod_1", place="", target=at("Article II"), new=article("II", section("1")))
    outcome = apply_operation(BEFORE, new, "2000-01-01-1")
    assert [provision.num for provision in outcome.text.provisions] == ["ARTICLE II", "ARTICLE IV", "ARTICLE V"]


def test_nothing_is_added_to_an_article_that_is_not_there() -> None:
    operation = add("VI.1", section("1"))
    assert codes(operation) == ["missing-target"]
    assert apply_operation(BEFORE, operation, "2000-01-01-1").text == BEFORE


def test_a_deleted_section_keeps_its_number() -> None:
    outcome = apply_operation(BEFORE, delete("V.2", "Quorum.", find(BEFORE, at("V.2"))), "2000-01-01-1")
    gone = find(outcome.text, at("V.2"))
    assert gone is not None
    assert (gone.status, gone.num, gone.heading, gone.body, gone.wid) == (
        "deleted",
        "Section 2.",
        "",
        (),
        "art_V__sec_2",
    )
    assert outcome.findings == ()


def test_a_section_deleted_under_another_heading_is_reported_with_both() -> None:
    operation = delete("V.2", "President.", find(BEFORE, at("V.2")))
    (finding,) = apply_operation(BEFORE, operation, "2000-01-01-1").findings
    assert (finding.code, finding.severity, finding.address) == ("heading-mismatch", "error", "Article V, Section 2")
    assert "'Section 2. President.'" in finding.evidence
    assert "'Section 2. Quorum.'" in finding.evidence


def test_a_heading_differs_only_by_its_words() -> None:
    assert codes(delete("V.2", "QUORUM", find(BEFORE, at("V.2")))) == []


def test_deleting_a_number_that_the_record_never_had_leaves_a_placeholder_and_a_finding() -> None:
    operation = delete("V.3", "President.", None)
    outcome = apply_operation(BEFORE, operation, "2000-01-01-1")
    gone = find(outcome.text, at("V.3"))
    assert gone is not None
    assert (gone.status, gone.wid) == ("deleted", "2000-01-01-1__mod_1__art_V__sec_3")
    assert codes(operation) == ["missing-target"]


def test_deleting_twice_is_reported_and_changes_nothing() -> None:
    once = apply_operation(BEFORE, delete("V.2", "Quorum.", find(BEFORE, at("V.2"))), "2000-01-01-1").text
    operation = delete("V.2", "Quorum.", None)
    assert apply_operation(once, operation, "2001-01-01-1").text == once
    assert codes(operation, once) == ["missing-target"]


def test_a_number_used_again_is_another_provision() -> None:
    gone = apply_operation(BEFORE, delete("V.2", "Quorum.", find(BEFORE, at("V.2"))), "2000-01-01-1").text
    again = apply_operation(gone, add("V.2", section("2", "Vote.")), "2001-01-01-1").text
    standing = find(again, at("V.2"))
    assert standing is not None
    assert (standing.status, standing.wid) == ("in-force", "2001-01-01-1__mod_1__art_V__sec_2")
    assert numbers(again) == numbers(BEFORE)


def test_other_words_than_the_editor_saw_are_replaced_and_reported() -> None:
    operation = substitute("V.2", section("2", "Vote."), section("2", "Quorum.", "A third."))
    outcome = apply_operation(BEFORE, operation, "2000-01-01-1")
    assert outcome.effects
    (finding,) = outcome.findings
    assert (finding.code, finding.severity) == ("precondition-changed", "warning")
    assert finding.evidence == "The heading was 'Quorum.' as it is now; the words below it were others."


def test_items_that_keep_their_number_keep_their_identity() -> None:
    def item(num: str, words: str) -> Provision:
        return Provision(level="paragraph", num=num, body=(words,))

    old = replace(section("2"), body=("Shall:", item("(a)", "count;"), item("(b)", "report.")))
    text = Text(provisions=identify((article("V", old),)))
    new = replace(old, body=("Shall:", item("(a)", "count votes;"), item("(c)", "report.")))
    standing = find(text, at("V.2"))
    assert standing is not None
    after = find(apply_operation(text, substitute("V.2", new, standing), "2000-01-01-1").text, at("V.2"))
    assert after is not None
    assert [inner.wid for inner in after.children] == [
        "art_V__sec_2__para_a",
        "2000-01-01-1__mod_1__art_V__sec_2__para_c",
    ]


@pytest.mark.parametrize(
    "row",
    [
        "2 3.2 3.9 3.10 10 12 12A 12B 13",
        "I II II-A III IV V IX X XL",
        "I II IIA III",
        "A B C D E F G H I J K L M",
        "ONE TWO NINE TWENTY TWENTY-TWO THIRTY",
        "FIRST SECOND SIXTH",
    ],
)
def test_articles_and_sections_rank_as_people_count(row: str) -> None:
    found = ranks([Step("article", number) for number in row.split()])
    assert found == sorted(found)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("row", ["i ii iii iv v vi ix x", "a b c h i j v w x z aa bb", "1 2 9 10", "A B C I V X"])
def test_items_rank_by_those_beside_them(row: str) -> None:
    found = ranks([Step("paragraph", number) for number in row.split()])
    assert found == sorted(found)


def test_a_number_that_stands_twice_is_changed_only_where_it_is_said_which() -> None:
    twice = Text(
        provisions=identify(
            (article("V", section("1"), section("3", "First."), section("3", "Second."), section("4")),)
        )
    )
    outcome = apply_operation(twice, delete("V.3", "", QUORUM), "2000-01-01-1")
    assert outcome.text is twice
    (finding,) = outcome.findings
    assert (finding.code, finding.severity) == ("ambiguous-target", "error")
    after = apply_operation(twice, delete("Article V, Section 3-2", "", QUORUM), "2000-01-01-1").text
    assert [part.heading for part in after.provisions[0].children] == ["Quorum.", "First.", "", "Quorum."]


def test_numbers_that_differ_in_their_capitals_are_two() -> None:
    lettered = Text(provisions=identify((article("V", section("1A", "One."), section("1a", "Other.")),)))
    after = apply_operation(lettered, delete("V.1a", "", QUORUM), "2000-01-01-1").text
    assert [part.heading for part in after.provisions[0].children] == ["One.", ""]


numerals = st.sampled_from(["IV", "V", "VI"])
targets = st.builds(lambda numeral, number: f"{numeral}.{number}", numerals, st.integers(1, 11))
steps = st.lists(
    st.tuples(st.sampled_from(["substitute", "add", "delete"]), targets, st.sampled_from(["Vote.", "Seal."]))
)


@given(steps)
def test_whatever_is_applied_the_input_is_untouched_and_identities_are_never_shared(
    history: list[tuple[str, str, str]],
) -> None:
    """DESIGN section 5, rules 1 and 2, and section 4: ``wId`` is never reused."""
    text = BEFORE
    used: dict[str, str] = {}
    for number, (verb, target, heading) in enumerate(history):
        new = section(at(target).steps[-1].number, heading, f"Words {number}.")
        standing = find(text, at(target))
        operation: Operation
        if verb == "substitute":
            operation = substitute(target, new, standing or new)
        elif verb == "add":
            operation = add(target, new)
        else:
            operation = delete(target, heading, standing)
        before = repr(text)
        outcome = apply_operation(text, operation, f"2000-01-01-{number + 1}")
        assert repr(text) == before
        assert outcome.effects or (outcome.text == text and outcome.findings)
        assert apply_operation(text, operation, f"2000-01-01-{number + 1}") == outcome
        text = outcome.text
        standing_places = list(places(text.provisions))
        assert len({place.provision.wid for place in standing_places}) == len(standing_places)
        assert len({place.eid for place in standing_places}) == len(standing_places)
        for place in standing_places:
            assert used.setdefault(place.provision.wid, place.eid) == place.eid
