"""References that lead nowhere or elsewhere: in the base, and after amendments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amending import told
from amendments.audit.references.check import check_references
from amendments.audit.subject import Subject
from amendments.instrument import Instrument
from amendments.operations import Add, Operation, Restate
from amendments.patch.apply import apply_operation
from conftest import Outcome
from corpus.digest import digest_text
from corpus.model import Base, Text, places
from corpus.tree import find
from referring import (
    article,
    at,
    base,
    bylaws,
    delete,
    found,
    instruments,
    item,
    renumber,
    section,
    substitute,
)


def test_references_that_lead_somewhere_are_left_alone() -> None:
    work = bylaws(
        "As Article II, Section 2 and Sections 1 to 4 of this Article say, and Section 3(a) and this Section 2."
    )
    assert found(work) == []


@pytest.mark.parametrize(
    ("words", "severity", "names"),
    [
        ("As Section 9 of this Article says.", "error", "Article I, Section 9"),
        ("As Section 5 of Article II hereof says.", "error", "Article II, Section 5"),
        ("As Article II, Section 5 says.", "warning", "Article II, Section 5"),
        ("As Article IV of these By-laws says.", "error", "Article IV"),
        ("As Article IV says.", "warning", "Article IV"),
        ("As paragraph (c) of Section 3 of this Article says.", "warning", "Article I, Section 3(c)"),
    ],
)
def test_a_slip_of_the_base(words: str, severity: str, names: str) -> None:
    (finding,) = found(bylaws(words))
    assert (finding.code, finding.severity, finding.instrument) == ("dangling-reference", severity, "")
    assert finding.address == "Article I, Section 2"
    assert f"names {names}, which the text does not have" in finding.message
    assert words in finding.evidence


@pytest.mark.parametrize(
    "words",
    [
        "As Section 204 of the Corporations Code says. Section 204 applies.",
        "As Section 4 of the Corporations Code says, Section 4 of that Code applies.",
        "As Section 9 and the General Corporation Law say.",
        "As Section 307 says.",
        "As Article 78 says.",
        "As Articles I to II and Item 5 of the agenda say.",
        "As Section 3(a)(2) and the Securities Act say.",
        "As the Board may under (i) above, or clause (ii), decide.",
        "The notice says (b) no more. Section 9. Seal. There is one, and Section 9 of this Article says so.",
    ],
)
def test_what_may_be_elsewhere_is_not_reported(words: str) -> None:
    assert found(bylaws(words)) == []


def test_a_number_that_is_not_its_own() -> None:
    (finding,) = found(bylaws("For the purposes of this Section 3 there are none."))
    assert "calls what it stands in Section 3; it is Article I, Section 2" in finding.message
    assert "say Section 2" in finding.next_step


def test_short_numbers_of_an_article() -> None:
    """Section 7.02 says "this Section 2", and "Section 3 of this Article" is 7.03."""
    work = base(
        article("7", "OFFICERS", section("7.02", "Pay.", "Under this Section 2, as in Section 3 of this Article VII."),
                section("7.03", "Bond.", "None."))
    )  # fmt: skip
    assert found(work) == []


def test_a_deleted_provision_is_told_with_the_instrument_that_deleted_it() -> None:
    work = bylaws()
    (finding,) = found(work, delete(work.text, "I.3"), delete(work.text, "II.2"))
    assert (finding.code, finding.severity, finding.instrument) == ("dangling-reference", "error", "2001-05-01-1")
    assert finding.address == "Article I, Section 1"
    assert "the amendments of May 1, 2001 deleted it" in finding.message
    assert "'Section 3. Term.'" in finding.evidence
    assert "Section 3 of this Article says for how long" in finding.evidence


def test_a_renumbered_provision_is_told_with_its_new_number() -> None:
    work = bylaws()
    (finding,) = found(work, renumber(work.text, ("I.3", "I.6")))
    assert "made it Article I, Section 6" in finding.message
    assert "Amend the words to name Article I, Section 6." in finding.next_step


def test_two_that_changed_places() -> None:
    work = bylaws()
    (finding,) = found(work, delete(work.text, "II.2"), renumber(work.text, ("I.3", "I.4"), ("I.4", "I.3")))
    assert (finding.code, finding.severity, finding.instrument) == (
        "reference-changed-subject",
        "warning",
        "2002-05-01-1",
    )
    assert "was 'Section 3. Term.' then; that is Article I, Section 4 now" in finding.evidence
    assert "it is 'Section 3. Removal.'" in finding.evidence


def test_a_number_that_was_given_to_another() -> None:
    work = bylaws()
    gone = delete(work.text, "I.3")
    put = Add(id="mod_1", place="", target=at("I.3"), new=section("3", "Seal.", "There is a seal of brass."))
    (finding,) = found(work, gone, put)
    assert (finding.code, finding.instrument) == ("reference-changed-subject", "2001-05-01-1")


def test_another_subject_under_the_same_number() -> None:
    """A schedule pushes sections on by substituting them one by one: no identity moves, the words do."""
    work = bylaws()
    other = section("3", "Seal.", "The corporation has a seal of brass, which its clerk keeps.")
    (finding,) = found(work, substitute(work.text, "I.3", other))
    assert finding.code == "reference-changed-subject"
    same = section("3", "Term of Office.", "A director serves two years.", item("a", "from May."))
    assert found(work, substitute(work.text, "I.3", same)) == []


def test_words_that_follow_the_renumbering_are_left_alone() -> None:
    work = bylaws()
    move = renumber(work.text, ("I.3", "I.6"))
    mend = substitute(work.text, "I.1", section("1", "Number.", "Section 6 of this Article says for how long."))
    assert found(work, move, mend) == []


def test_a_reference_that_an_amendment_brings() -> None:
    work = bylaws()
    gone = delete(work.text, "II.2")
    new = section("2", "Vacancies.", "As Section 2 of Article II hereof says, and Section 9 of this Article.")
    deleted, missing = found(work, gone, substitute(work.text, "I.2", new))
    assert deleted.instrument == missing.instrument == "2002-05-01-1"
    assert "which the amendments of May 1, 2001 deleted" in deleted.message
    assert "Article I, Section 9, which the text does not have" in missing.message


def test_an_article_that_takes_another_numeral() -> None:
    work = bylaws("As Section 1 of Article II says, none may serve under this Article I.")
    (finding,) = found(work, renumber(work.text, ("Article II", "Article III")))
    assert "made it Article III, Section 1" in finding.message
    (named, itself) = found(work, renumber(work.text, ("Article I", "Article IV"))), None
    assert [one.address for one in named] == ["Article IV, Section 2"]
    assert itself is None


def test_an_item_that_is_no_longer_in_the_list() -> None:
    work = bylaws("As Section 3(b) of this Article says.")
    gone = delete(work.text, "I.3(b)")
    (finding,) = found(work, gone)
    assert "names Article I, Section 3(b), which is no longer there" in finding.message


def test_whoever_writes_a_section_anew_with_other_references_means_all_of_them() -> None:
    """ "Sections 2 and 3" became 3 and 4, in one schedule that also wrote the section that names them anew."""
    old = section("1", "Number.", "Vacancies are filled as Section 2 says. Directors serve as Section 3 says.")
    new = section("1", "Number.", "Vacancies are filled as Section 3 says. Directors serve as Section 4 says.")
    work = bylaws()
    work = base(replace(work.text.provisions[0], wid="", body=(old, *work.text.provisions[0].children[1:])))
    swap = renumber(work.text, ("I.4", "I.9"), ("I.3", "I.4"), ("I.2", "I.3"))
    both = replace(instruments(swap)[0], operations=(swap, substitute(work.text, "I.1", new)))
    assert list(check_references(Subject(work, [both]))) == []
    assert [one.code for one in found(work, swap)] == ["dangling-reference", "reference-changed-subject"]


def test_a_restatement_that_forgot_a_reference() -> None:
    work = bylaws()
    first, *others = work.text.provisions[0].children
    renamed = [replace(one, num=f"Section {nth}.") for nth, one in enumerate(others, 3)]
    flag = section("2", "Flag.", "There is a flag of silk.")
    new = Text(provisions=(replace(work.text.provisions[0], body=(first, flag, *renamed)), work.text.provisions[1]))
    (finding,) = found(work, Restate(id="mod_1", place="", new=new, seen=digest_text(work.text)))
    assert finding.code == "reference-changed-subject"
    assert "that is Article I, Section 4 now" in finding.evidence


def drawn(chance: Random) -> Base:
    """Three articles, each section with a reference to one of another number."""
    sizes = [chance.randint(2, 6) for _ in range(3)]
    numerals = ("I", "II", "III")

    def words(own: int, number: int) -> str:
        article_at = chance.randrange(3)
        target = chance.choice([one for one in range(1, sizes[article_at] + 1) if (article_at, one) != (own, number)])
        numeral = numerals[article_at]
        forms = [f"Section {target} of Article {numeral}", f"Article {numeral}, Section {target}"]
        if article_at == own:
            forms += [f"Section {target} of this Article", f"Section {target}", f"Section {target} hereof"]
        return f"As provided in {chance.choice(forms)}, it is {chance.choice(['so', 'not so', 'otherwise'])}."

    return base(
        *(
            article(numeral, f"PART {numeral}", *(
                section(str(number), f"Subject {numeral}{number}.", words(own, number))
                for number in range(1, sizes[own] + 1)
            ))
            for own, numeral in enumerate(numerals)
        )
    )  # fmt: skip


def aims(text: Text) -> dict[str, str]:
    """By the identity of each section that stands, that of the one it names, as the number leads to it now."""
    standing = {place.provision.wid: place for place in places(text.provisions)}
    made = {}
    for wid, place in standing.items():
        if place.provision.level == "section" and place.provision.status == "in-force":
            words = place.provision.text().removeprefix("As provided in ").partition(", it is")[0]
            words = words.replace("this Article", str(place.address.parent)).removesuffix(" hereof")
            named = words if "Article" in words else f"{words} of {place.address.parent}"
            meant = find(text, at(named))
            made[wid] = meant.wid if meant and meant.status == "in-force" else ""
    return made


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**40), st.integers(1, 5))
def test_what_renumbering_and_deleting_break_is_found_and_nothing_else(seed: int, length: int) -> None:
    chance = Random(seed)
    work = drawn(chance)
    text, done = work.text, []
    meant = aims(text)
    assert found(work) == []
    for nth in range(length):
        there = [one for one in places(text.provisions) if one.provision.level == "section"]
        place = chance.choice([one for one in there if one.provision.status == "in-force"])
        operation: Operation
        if chance.random() < 0.4:
            operation = delete(text, str(place.address))
        else:
            beside = [one for one in there if one.address.parent == place.address.parent]
            other = chance.choice(beside)
            free = f"{place.address.parent}, Section {chance.randint(7, 9)}"
            moves = [(str(place.address), free)]
            if other is not place and chance.random() < 0.6 and other.provision.status == "in-force":
                moves = [(str(place.address), str(other.address)), (str(other.address), str(place.address))]
            operation = renumber(text, *moves)
        outcome = apply_operation(text, operation, "x")
        if outcome.text.provisions == text.provisions or sum(bool(one) for one in aims(outcome.text)) < 2:
            continue
        text = outcome.text
        day = date(2001, 1, 1) + timedelta(days=nth)
        done.append(Instrument(id=f"{day}-1", title="", effective=day, turn=1, text=Text(), operations=(operation,)))
    subject = Subject(work, done)
    assert subject.latest.text == text
    now = aims(text)
    broken = {wid for wid, aim in now.items() if aim != meant[wid]}
    eids = {place.eid: place.provision.wid for place in places(text.provisions)}
    assert {eids[finding.id] for finding in check_references(subject)} == broken


def test_the_law_is_not_vacuous() -> None:
    """Random works have references that can be broken."""
    assert all(len(aims(drawn(Random(seed)).text)) >= 6 for seed in range(20))


def test_a_slip_of_the_base_is_not_laid_to_an_amendment(bylaws: Callable[..., Outcome], tmp_path: Path) -> None:
    sections = "### Section 1. Seal.\n\nAs Section 9 of this Article says.\n\n### Section 2. Year.\n\nIt ends in May.\n"
    (tmp_path / "base.md").write_text(
        f"# BYLAWS OF ACME, INC.\n\nAdopted May 4, 1990\n\n## ARTICLE I OFFICES\n\n{sections}"
    )
    (tmp_path / "one.md").write_text("1. Section 2 of Article I is hereby deleted in its entirety.\n")
    assert "names Article I, Section 9" in told(bylaws("import", "base.md", "--work", "acme", "--yes"))
    preview = bylaws("amend", "acme", "one.md", "--effective", "2001-05-01", "--preview")
    assert preview.code == 0
    assert "dangling-reference" not in preview.out
    assert "dangling-reference" in bylaws("audit", "acme").out
