"""An amendment that the record lacks, reconstructed from the headings that a later one assumes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.assuming import assume, lost_from
from amendments.audit.audit import audit
from amendments.audit.lost.assumed import assumptions
from amendments.audit.lost.check import check_lost
from amendments.audit.lost.reconstruct import UNKNOWN_WORDS, Lost, lost_amendments
from amendments.audit.subject import Subject
from amendments.fact_errors import AssumedOtherwise
from amendments.facts import withdraw
from amendments.instrument import Instrument
from amendments.operations import Add, Move, Renumber, Seen
from amendments.record import open_record
from amendments.schedule import read_schedule
from amendments.timeline import Timeline
from amendments.verify import Checkpoint, verify
from conftest import Outcome
from corpus.address import Address, Step, read_address
from corpus.model import Base, Provision, Text, Work, identify
from corpus.store import Book
from corpus.tree import find
from histories import histories
from sample import IVM, LIBRARY, opened

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
ASSUMED = "2000-02-27-1"
MOVED = {8: 19, 18: 20, 19: 21, 20: 12, 12: 17, 13: 18, 17: 8}
ADOPTED = date(1990, 5, 4)
OFFICES = (
    "President", "Vice President", "Secretary", "Treasurer", "Controller", "General Counsel", "Chairman", "Auditor",
    "Registrar", "Chaplain", "Historian", "Librarian",
)  # fmt: skip
DUTIES = (
    "preside at meetings; sign deeds; keep the minutes; hold the seal; collect the dues; pay the bills; call the roll; "
    "engage counsel; publish notices; inspect the books; appoint committees; report to the members"
).split("; ")


@pytest.fixture
def book(tmp_path: Path) -> Book:
    shutil.copytree(LIBRARY, tmp_path / "book")
    return Book(tmp_path / "book")


def lost_from_sample() -> Lost:
    (found,) = lost_from(opened(IVM))
    return found


def numbers(lost: Lost) -> dict[int, int]:
    return {
        int(claim.place.address.steps[-1].number): int(claim.target.steps[-1].number)
        for claim in lost.moves
        if claim.place
    }


def test_the_amendment_that_the_sample_lacks_is_reconstructed() -> None:
    lost = lost_from_sample()
    assert numbers(lost) == MOVED
    assert [(str(one.target), one.assumption.heading) for one in lost.additions] == [
        ("Article V, Section 13", "Assistant Chief Financial Officer.")
    ]
    assert lost.assumed is not None
    assert (lost.assumed.id, lost.assumed.assumed) == (ASSUMED, True)


def test_the_finding_says_when_it_was_what_is_certain_and_what_is_guessed() -> None:
    record = opened(IVM)
    (finding,) = check_lost(Subject(record.base, record.instruments))
    assert (finding.code, finding.severity, finding.instrument) == ("lost-amendment", "error", "2000-02-28-1")
    assert finding.message == (
        "An amendment between October 20, 1999 and February 28, 2000 is missing: one that renumbered seven provisions "
        "and added one."
    )
    for said in (
        "'Section 19. President.' (8 → 19)",
        "Guessed: 'Section 13. Assistant Chief Financial Officer.' was added",
        "those of March 26, 1998 are the last that do, so it may lie as far back as that",
        "missing-target at Article V, Section 21",
        "would then delete 'Assistant Chief Financial Officer.', 'President.', 'Chief Technology Officer.', 'Chief "
        "People Officer.', not 'Assistant Treasurers.', 'Chief People Officer.', 'Chief Financial Officer.'",
        "The words in force today would be the same",
    ):
        assert said in finding.evidence


def test_what_is_assumed_takes_the_findings_away_and_is_told_itself(book: Book) -> None:
    record = open_record(book, IVM)
    before = audit(record)
    after = assume(book, IVM, lost_from(record), NOW)
    gone = {finding.code for finding in before} - {finding.code for finding in audit(after)}
    assert gone == {"heading-mismatch", "missing-target", "lost-amendment"}
    known = {(finding.code, finding.instrument, finding.id) for finding in before}
    (new,) = [one for one in audit(after) if (one.code, one.instrument, one.id) not in known]
    assert (new.code, new.severity, new.instrument) == ("amendment-assumed", "warning", ASSUMED)
    assert isinstance(verify(book, IVM), Checkpoint)


def test_the_words_in_force_are_the_same_and_each_is_of_the_right_provision(book: Book) -> None:
    before = open_record(book, IVM)
    after = assume(book, IVM, lost_from(before), NOW)
    day = date(2000, 2, 28)
    old, new = (Timeline(one.base, one.instruments).as_of(day) for one in (before, after))
    assert old.text.words() == new.text.words()
    wids = {number: f"art_V__sec_{number}" for number in (8, 12, 13)}
    stood = {number: find(new.text, read_address(f"V.{number}")[0]) for number in (17, 18, 19)}
    assert {number: found.wid for number, found in stood.items() if found} == {17: wids[12], 18: wids[13], 19: wids[8]}
    assert stood[19] is not None
    assert stood[19].status == "deleted"


def test_the_day_before_everything_stands_where_the_schedule_says(book: Book) -> None:
    after = assume(book, IVM, lost_from(open_record(book, IVM)), NOW)
    text = Timeline(after.base, after.instruments).as_of(date(2000, 2, 27)).text
    heading = {number: getattr(find(text, read_address(f"V.{number}")[0]), "heading", None) for number in range(7, 23)}
    assert [heading[number] for number in (8, 12, 13, 17, 18, 19, 20, 21, 22)] == [
        "Chief Executive Officer.", "Chief Financial Officer.", "Assistant Chief Financial Officer.", "Treasurer.",
        "Assistant Treasurers.", "President.", "Chief Technology Officer.", "Chief People Officer.", None,
    ]  # fmt: skip
    added = find(text, read_address("V.13")[0])
    assert added is not None
    assert added.text() == UNKNOWN_WORDS


def test_it_is_withdrawn_when_the_real_one_turns_up_and_can_be_assumed_again(book: Book) -> None:
    before = open_record(book, IVM)
    audited = audit(before)
    assume(book, IVM, lost_from(before), NOW)
    after = withdraw(book, IVM, ASSUMED, "The amendment of January 15, 2000 was found.", NOW + timedelta(days=1))
    assert after.instruments == before.instruments
    assert audit(after) == audited
    again = assume(book, IVM, lost_from(after), NOW + timedelta(days=2))
    assert [one.id for one in again.instruments if one.assumed] == ["2000-02-27-2"]
    assert isinstance(verify(book, IVM), Checkpoint)
    known = again.known_on(date(2026, 12, 1))
    assert [one.id for one in known.instruments if one.assumed] == [ASSUMED]


def test_nothing_is_recorded_of_another_record_than_was_shown(book: Book) -> None:
    shown = lost_from(open_record(book, IVM))
    assume(book, IVM, shown, NOW)
    with pytest.raises(AssumedOtherwise):
        assume(book, IVM, shown, NOW)
    assert len(open_record(book, IVM).ledger) == len(opened(IVM).ledger) + 1


def test_the_command_shows_asks_records_and_marks_it_everywhere(
    bylaws: Callable[..., Outcome], book: Book, tmp_path: Path
) -> None:
    asked = bylaws("audit", IVM, "--assume", "--book", book.path)
    assert asked.code == 2
    assert "add  Article V, Section 13  Assistant Chief Financial Officer." in asked.out
    assert open_record(book, IVM).ledger == opened(IVM).ledger
    done = bylaws("audit", IVM, "--assume", "--yes", "--book", book.path)
    assert done.code == 0
    assert ASSUMED in done.err
    shown = bylaws("show", IVM, "V.17", "--as-of", "2000-02-28", "--book", book.path).out
    assert "(as in force on February 28, 2000, with an assumed amendment)" in shown
    assert "February 27, 2000 [assumed]; substituted" in " ".join(shown.split())
    assert "Assumed: no document of it" in bylaws("history", IVM, "--book", book.path).out
    redline = bylaws("redline", IVM, "--from", "1999-10-20", "--to", "2000-02-27", "--summary", "--book", book.path)
    assert "(1) Assumed amendment, February 27, 2000" in redline.out
    assert "Article V, Section 19: moved from Article V, Section 8." in redline.out
    told = json.loads(bylaws("history", IVM, "--format", "json", "--book", book.path).out)
    assert {one["instrument"] for one in told["history"] if one["assumed"]} == {ASSUMED}
    assert [fact["instrument"] for fact in told["facts"] if fact["fact"] == "assume"] == [ASSUMED]
    again = bylaws("audit", IVM, "--assume", "--yes", "--book", book.path)
    assert (again.code, "can be reconstructed" in again.err) == (2, True)


def test_a_copy_with_an_assumed_amendment_is_read_back(
    bylaws: Callable[..., Outcome], book: Book, tmp_path: Path
) -> None:
    bylaws("audit", IVM, "--assume", "--yes", "--book", book.path)
    bylaws("show", IVM, "--as-of", "2000-02-28", "-o", tmp_path / "copy.txt", "--book", book.path)
    words = (tmp_path / "copy.txt").read_text(encoding="utf-8")
    (tmp_path / "copy.txt").write_text(words.replace("second Friday", "third Friday"), encoding="utf-8")
    drafted = bylaws("draft", IVM, tmp_path / "copy.txt", "--as-of", "2000-02-28", "--book", book.path)
    assert drafted.code == 0, drafted.err
    assert "inserting in lieu thereof the word “third”" in " ".join(drafted.out.split())


def test_the_sample_library_and_a_book_without_a_name_are_refused(bylaws: Callable[..., Outcome], book: Book) -> None:
    assert "read-only" in bylaws("audit", IVM, "--assume", "--yes", "--book", LIBRARY).err
    assert "none is named" in bylaws("audit", "--assume", "--yes", "--book", book.path).err


# Made-up records


def section(number: int, heading: str, *words: str) -> Provision:
    return Provision(level="section", num=f"Section {number}.", heading=heading, body=words)


def officers(*sections: Provision, numeral: str = "I", heading: str = "OFFICERS") -> Provision:
    return Provision(level="article", num=f"ARTICLE {numeral}", heading=heading, body=sections)


def based(*articles: Provision) -> Base:
    work = Work(key="acme", title="BYLAWS", jurisdiction="us", adopted=ADOPTED)
    return Base(work=work, text=Text(preface=("BYLAWS",), provisions=identify(articles)))


def schedule(day: int, before: Text, *articles: Provision) -> Instrument:
    """A schedule of some day after the adoption, read against the text that the record has just before it."""
    effective, said = ADOPTED + timedelta(days=10 * day), Text(preface=("SCHEDULE A",), provisions=articles)
    made = Instrument(id=f"{effective}-1", title="SCHEDULE A", effective=effective, turn=1, text=said, operations=())
    return replace(made, operations=read_schedule(said, before))


def duties(chance: Random, office: str) -> str:
    done = ", ".join(chance.sample(DUTIES, 4))
    return f"The {office} shall {done}, and answer for all matters of the {office} to the Board of the {office}."


def address(number: int) -> Address:
    return Address((Step("article", "I"), Step("section", str(number))))


def dropped(chance: Random, text: Text) -> Instrument:
    """A renumbering of a few sections among themselves and to new numbers at the end, with or without additions."""
    article = text.provisions[0]
    last = len(article.children)
    moved = chance.sample(range(1, last + 1), chance.randint(2, 6))
    extra = chance.randint(0, 2)
    free = [*moved, *range(last + 1, last + 1 + extra)]
    targets = chance.sample(free, len(moved))
    moves = tuple(
        Move(target=address(old), to=address(new), seen=Seen.of(article.children[old - 1]))
        for old, new in zip(moved, targets, strict=True)
        if old != new
    )
    left = [number for number in free if number not in targets]
    adds = tuple(
        Add(id=f"mod_{at}", place="", target=address(number), new=section(number, f"Marshal {number}.", "Words."))
        for at, number in enumerate(left, 2)
    )
    day = ADOPTED + timedelta(days=15)
    operations = ((Renumber(id="mod_1", place="", moves=moves),) if moves else ()) + adds
    return Instrument(
        id=f"{day}-1", title="AMENDMENT", effective=day, turn=1, text=Text(), edited=True, operations=operations
    )


def later(chance: Random, recorded: Text, true: Text, changed: set[int]) -> Instrument:
    """A schedule drafted on the true text that lists all that was changed, read against the text of the record.

    A number that the record never had is deleted: given words, it would be read as one that is added.
    """
    listed: list[Provision] = []
    for standing in true.provisions[0].children:
        number = int(standing.step.number)
        known = find(recorded, address(number)) is not None
        if number not in changed and chance.random() < 0.7:
            continue
        if not known or "Marshal" in standing.heading or chance.random() < 0.4:
            listed.append(section(number, standing.heading, "DELETED"))
        else:
            listed.append(section(number, standing.heading, f"{standing.text()} He is elected in May."))
    return schedule(2, recorded, officers(*listed or (true.provisions[0].children[0],)))


def record_of(chance: Random) -> tuple[Base, Instrument, Instrument, Instrument]:
    """A base, an amendment that fits it, the one to be dropped, and the one drafted after both."""
    named = chance.sample(OFFICES, chance.randint(6, 12))
    base = based(officers(*(section(at, f"{one}.", duties(chance, one)) for at, one in enumerate(named, 1))))
    one = chance.randint(1, len(named))
    first = schedule(1, base.text, officers(section(one, f"{named[one - 1]}.", duties(chance, named[one - 1]))))
    recorded = Timeline(base, [first]).latest().text
    gone = dropped(chance, recorded)
    true = Timeline(base, [first, gone]).latest().text
    changed = {int(standing.step.number) for standing in true.provisions[0].children}
    kept = {at for at in changed if _same(find(recorded, address(at)), find(true, address(at)))}
    return base, first, gone, later(chance, recorded, true, changed - kept)


def _same(one: Provision | None, other: Provision | None) -> bool:
    return one is not None and other is not None and one.wid == other.wid


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
