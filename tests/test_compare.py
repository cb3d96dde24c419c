"""Comparing: exact on both sides, whole words, and the marks that a lawyer would make."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amendments.compare.comparison import Comparison, UnitChange, compare
from amendments.compare.match import match
from amendments.compare.order import heaviest_rising
from amendments.compare.tokens import WORD, Token, likeness, tokenise
from amendments.compare.words import Run, compare_words
from corpus.dates import parse_date
from corpus.model import Provision, Text, places
from corpus.paragraphs import paragraphs
from cuts import cuts, cuts_of
from sample import FMP, IVM, days, timeline

prose = st.lists(
    st.sampled_from(
        "the board of directors shall elect a President , ; . ( ) five (5) ten (10) “seal” it's 1,000 16-2/3% § by-laws"
        " by‑laws A.M. 2000-02-28 $1.50 officer's directors’ résumé résumé".split()
    ),
    max_size=40,
).map(" ".join)


def old_side(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs if run.kind != "insert")


def new_side(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs if run.kind != "delete")


def marked(runs: tuple[Run, ...]) -> str:
    signs = {"keep": "{}", "delete": "[{}]", "insert": "{{{}}}"}
    return "".join(signs[run.kind].format(run.text) for run in runs)


@given(prose | st.text(), prose | st.text())
def test_both_sides_are_exact(old: str, new: str) -> None:
    runs = compare_words(old, new)
    assert (old_side(runs), new_side(runs)) == (old, new)
    assert all(run.text for run in runs)


@given(prose, prose)
def test_deletion_stands_before_insertion_and_no_mark_is_split(old: str, new: str) -> None:
    kinds = [run.kind for run in compare_words(old, new)]
    pairs = set(pairwise(kinds))
    assert not pairs & {("insert", "delete"), ("keep", "keep"), ("insert", "insert"), ("delete", "delete")}


@given(prose, prose)
def test_no_word_is_ever_cut(old: str, new: str) -> None:
    assert list(cuts_of(compare_words(old, new))) == []


def test_a_cut_would_be_seen() -> None:
    cut = (Run("keep", "sixteen 1"), Run("delete", "6"), Run("insert", "7"), Run("keep", " fi"), Run("insert", "fteen"))
    assert list(cuts_of(cut)) == ["16", "17", "fifteen"]


@pytest.mark.parametrize("key", [IVM, FMP])
def test_no_word_is_cut_between_any_two_dates_of_the_samples(key: str) -> None:
    texts = [timeline(key).as_of(day).text for day in days(key)]
    assert [cuts(compare(old, new)) for old in texts for new in texts] == [[]] * len(texts) ** 2


@given(prose, prose)
def test_the_words_kept_weigh_as_much_as_any_could_less_what_their_runs_cost(old: str, new: str) -> None:
    ours, theirs = tokenise(old), tokenise(new)
    assert _worth(ours, match(ours, theirs)) == _most(ours, theirs)


def _worth(old: tuple[Token, ...], pairs: list[tuple[int, int]]) -> int:
    opened = sum((i - 1, j - 1) not in set(pairs) for i, j in pairs)
    return sum(old[i].weight for i, _ in pairs) - WORD * opened


def _most(old: tuple[Token, ...], new: tuple[Token, ...]) -> int:
    """The most that any match is worth, by trying every pair of words."""

    @cache
    def best(i: int, j: int, running: bool) -> int:
        if i == len(old) or j == len(new):
            return 0
        skipped = max(best(i + 1, j, False), best(i, j + 1, False))
        if old[i].key != new[j].key:
            return skipped
        return max(skipped, old[i].weight - (0 if running else WORD) + best(i + 1, j + 1, True))

    return best(0, 0, False)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(1, 9)), unique_by=lambda one: one[:2]))
def test_the_heaviest_run_in_order_is_found(pairs: list[tuple[int, int, int]]) -> None:
    pairs.sort(key=lambda one: (one[0], -one[1]))
    weights = {(i, j): weight for i, j, weight in pairs}
    found = heaviest_rising(pairs)
    assert all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(found))

    def most(after: tuple[int, int]) -> int:
        later = (one for one in weights if one[0] > after[0] and one[1] > after[1])
        return max((weights[one] + most(one) for one in later), default=0)

    assert sum(weights[one] for one in found) == most((-1, -1))


def test_a_passage_of_many_thousand_words_is_matched_as_a_short_one() -> None:
    """So long that the search is parted: each mark is the one that its sentence alone would have."""
    sentence = "On day {0} the Treasurer shall pay to member {0} the sum of {1} dollars out of the general fund."
    old = " ".join(sentence.format(day, "ten (10)") for day in range(2_000))
    new = " ".join(sentence.format(day, "fifteen (15)" if day % 7 == 3 else "ten (10)") for day in range(2_000))
    runs = compare_words(old, new)
    assert {run.text for run in runs if run.kind == "delete"} == {"ten (10)"}
    assert {run.text for run in runs if run.kind == "insert"} == {"fifteen (15)"}
    assert sum(run.kind == "delete" for run in runs) == sum(day % 7 == 3 for day in range(2_000))


@given(st.text())
def test_tokens_joined_give_the_text_back(text: str) -> None:
    assert "".join(token.lead + token.text for token in tokenise(text)) == text


def test_numbers_and_words_with_hyphens_are_whole() -> None:
    assert [token.text for token in tokenise("16-2/3% of 1/2-mile")] == ["16-2/3", "%", "of", "1/2-mile"]
    assert [token.text for token in tokenise("16 2/3 percent, $1,000.50 by-laws; shareholders' ten (10)")] == [
        "16", "2/3", "percent", ",", "$1,000.50", "by-laws", ";", "shareholders", "'", "ten", "(", "10", ")",
    ]  # fmt: skip


def test_curly_quotation_marks_match_straight_ones_but_are_kept() -> None:
    assert likeness(tokenise("the “seal”"), tokenise('the "seal"')) == 1
    assert marked(compare_words("the corporation’s seal", "the corporation's seal")) == (
        "the [corporation’s]{corporation's} seal"
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "a quorum of ten (10) directors",
            "a quorum of fifteen (15) directors",
            "a quorum of [ten (10)]{fifteen (15)} directors",
        ),
        (
            "the property, business and affairs",
            "the property; business and affairs",
            "the property[,]{;} business and affairs",
        ),
        (
            "who shall be elected by the board",
            "who shall be elected, by the board",
            "who shall be elected{,} by the board",
        ),
        (
            "less than five, then the votes",
            "less than five, then, if the votes",
            "less than five, then{, if} the votes",
        ),
        ("a fee of $25.00; and", "a fee of $40.00; and", "a fee of [$25.00]{$40.00}; and"),
        ("the votes cast", "the votes cast", "the votes cast"),
        ("", "It may act.", "{It may act.}"),
        ("It may act.", "", "[It may act.]"),
        ("by a majority vote", "by a vote", "by a [majority ]vote"),
    ],
)
def test_marks_that_a_lawyer_would_make(old: str, new: str, expected: str) -> None:
    assert re.sub(r"\s*([\[\]{}])\s*", r"\1", marked(compare_words(old, new))) == re.sub(
        r"\s*([\[\]{}])\s*", r"\1", expected
    )


def comparison(old: str, new: str) -> Comparison:
    line = timeline(IVM)
    return compare(line.as_of(parse_date(old)).text, line.as_of(parse_date(new)).text)


def unit(found: Comparison, eid: str) -> UnitChange:
    return next(change for change in found.units if change.new and change.new.eid == eid)


def test_the_worked_example() -> None:
    (passage,) = unit(comparison("1999-10-20", "2000-02-28"), "art_III__sec_1").passages
    text = marked(passage.runs)
    for mark in (
        "property[,]{;} business",
        "composed of [not less than ten (10) nor more than fifteen (15) members]{at least one (1) member} who shall be",
        "elected{,} by the shareholders",
        "then{, if} the votes cast",
    ):
        assert mark in text
    assert sum(run.kind != "keep" for run in passage.runs) == 6


def test_a_section_that_moved_is_shown_moved_with_its_inner_edits() -> None:
    found = comparison("1991-12-20", "2000-02-28")
    moves = {(str(change.old.address), str(change.new.address)) for change in found.units
             if change.verdict == "moved" and change.old and change.new}  # fmt: skip
    assert moves == {
        ("Article V, Section 12", "Article V, Section 17"),
        ("Article V, Section 13", "Article V, Section 18"),
    }
    assert "absence or disability of the [Treasurer]{Treasure} perform" in marked(
        unit(found, "art_V__sec_18").passages[0].runs
    )


def test_a_placeholder_for_a_number_never_recorded_deletes_nothing() -> None:
    found = comparison("1999-10-20", "2000-02-28")
    assert unit(found, "art_V__sec_21").verdict == "placeholder"
    gone = [str(change.old.address) for change in found.units if change.verdict == "deleted" and change.old]
    assert gone == ["Article V, Section 17", "Article V, Section 18", "Article V, Section 19"]


@pytest.mark.parametrize("heading", ["Seal.", ""])
def test_what_takes_the_place_of_a_placeholder_is_added_and_nothing_is_deleted(heading: str) -> None:
    def bylaws(seal: Provision) -> Text:
        quorum = Provision(wid="q", level="section", num="Section 1.", heading="Quorum.", body=("Five members.",))
        article = Provision(wid="a", level="article", num="ARTICLE I", heading="MEETINGS", body=(quorum, seal))
        return Text(provisions=(article,))

    gone = Provision(wid="s", level="section", num="Section 2.", body=("[Deleted June 1, 2012.]",), status="deleted")
    again = Provision(wid="t", level="section", num="Section 2.", heading=heading, body=("The seal is round.",))
    found = unit(compare(bylaws(gone), bylaws(again)), "art_I__sec_2")
    assert found.verdict == "added"
    assert marked(found.passages[0].runs) == "[[Deleted June 1, 2012.]]{The seal is round.}"
    assert unit(compare(bylaws(again), bylaws(gone)), "art_I__sec_2").verdict == "deleted"


def regions_and_islands(found: Comparison) -> tuple[int, int]:
    """Marked regions of what did not move, and kept runs of one or two words between two of them.

    A provision put in or struck whole is one region, its heading and its paragraphs together.
    """
    regions = islands = 0
    for change in found.units:
        if change.verdict in ("moved", "moved-away", "same"):
            continue
        rows = (change.head, *(passage.runs for passage in change.passages))
        if len({run.kind for runs in rows for run in runs}) == 1:
            regions += 1
            continue
        for runs in rows:
            kinds = [run.kind != "keep" for run in runs]
            regions += sum(now and not before for before, now in zip([False, *kinds], kinds, strict=False))
            inner = runs[1:-1]
            islands += sum(run.kind == "keep" and 1 <= len(re.findall(r"\w+", run.text)) <= 2 for run in inner)
    return regions, islands


def test_marks_from_1991_to_2000_are_few_and_leave_no_confetti() -> None:
    regions, islands = regions_and_islands(comparison("1991-12-20", "2000-02-28"))
    assert regions <= 24
    assert islands <= 2


@pytest.mark.parametrize("old", ["1991-12-20", "1998-03-26", "1999-07-29", "1999-10-20", "2000-02-28"])
@pytest.mark.parametrize("new", ["1991-12-20", "1998-03-26", "1999-07-29", "1999-10-20", "2000-02-28"])
def test_accepting_gives_the_new_text_and_rejecting_the_old(old: str, new: str) -> None:
    line = timeline(IVM)
    before, after = (line.as_of(date.fromisoformat(day)).text for day in (old, new))
    found = compare(before, after)
    accepted = [_sides(change, new_side) for change in found.units if change.new]
    assert accepted == _units(after)
    # a moved provision stood where it moved away from: that is where rejecting puts it back
    stood = [change for change in found.units if change.old and change.verdict != "moved"]
    stood.sort(key=lambda change: [place.eid for place in places(before.provisions)].index(change.old.eid))  # type: ignore[union-attr]
    assert [_sides(change, old_side) for change in stood] == _units(before)
    assert found.changed == (before != after)


def _sides(change: UnitChange, side: object) -> list[str]:
    whole = [side(change.head), *(side(passage.runs) for passage in change.passages)]  # type: ignore[operator]
    return [text for text in whole if text]


def _units(text: Text) -> list[list[str]]:
    units = [place.provision for place in places(text.provisions) if place.provision.level in ("article", "section")]
    return [
        [
            " ".join(filter(None, (provision.num, provision.heading))),
            *(paragraph.text for paragraph in paragraphs(provision)),
        ]
        for provision in units
    ]
