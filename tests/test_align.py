"""Two texts that know nothing of each other: which provision is which, what moved, and what only has another number."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from amendments.compare.comparison import Comparison, compare
from amendments.compare.words import Run
from corpus.model import Provision, Text
from cuts import cuts

SEAL = "The corporate seal shall be in the form of a circle and shall have inscribed on it the name of the Corporation."
QUORUM = "A majority of the authorized number of directors is a quorum of the Board for the transaction of business."
VOTE = "Each shareholder entitled to vote has one vote for each share that stands in his name on the record date."
PROXY = "Every person entitled to vote may do so in person or by an agent authorized by a written proxy."
NOTICE = "Written notice of each meeting shall be given not less than ten (10) days before it by first-class mail."
FISCAL = "The fiscal year of the Corporation ends on the last day of December unless the Board fixes another day."
DUTY = "He shall perform the duties that the Board prescribes and shall hold office until his successor is elected."
OTHER = (
    "The Board may by resolution appoint such agents as the business of the Corporation may require from time to time."
)
LOANS = "No loan shall be contracted on behalf of the Corporation unless a resolution of the Board authorizes it."


def section(number: int | str, heading: str, *words: str) -> Provision:
    return Provision(level="section", num=f"Section {number}.", heading=heading, body=words)


def article(numeral: str, heading: str, *sections: Provision) -> Provision:
    return Provision(level="article", num=f"ARTICLE {numeral}", heading=heading, body=sections)


def numbered(*sections: tuple[str, str], first: int = 1) -> tuple[Provision, ...]:
    return tuple(section(number, *named) for number, named in enumerate(sections, first))


def text(*articles: Provision) -> Text:
    return Text(provisions=articles)


def one(*sections: tuple[str, str]) -> Text:
    return text(article("I", "GENERAL", *numbered(*sections)))


def told(found: Comparison) -> list[str]:
    """What happened to each unit, as ``2 > 3 changed``; articles and what stayed as it was left out."""
    short = {place.eid: place.eid.replace("art_", "").replace("__sec_", ".")
             for unit in found.units for place in (unit.old, unit.new) if place}  # fmt: skip
    return [
        " ".join((*(short[place.eid] for place in (unit.old, unit.new) if place), unit.verdict))
        for unit in found.units
        if unit.verdict != "same"
    ]


def marked(runs: tuple[Run, ...]) -> str:
    signs = {"keep": "{}", "delete": "[{}]", "insert": "{{{}}}"}
    return "".join(signs[run.kind].format(run.text) for run in runs)


def test_a_section_put_in_pushes_the_others_on_and_moves_none() -> None:
    headings = (("Quorum.", QUORUM), ("Votes.", VOTE), ("Proxies.", PROXY), ("Notice.", NOTICE), ("Seal.", SEAL))
    found = compare(one(*headings), one(*headings[:2], ("Fiscal Year.", FISCAL), *headings[2:]))
    assert told(found) == ["I.3 added", "I.3 I.4 renumbered", "I.4 I.5 renumbered", "I.5 I.6 renumbered"]


def test_numbers_pushed_on_are_followed_without_headings_and_under_one_heading_for_all() -> None:
    for heading in ("", "Duties."):
        words = [(heading, words) for words in (QUORUM, VOTE, PROXY, NOTICE, SEAL)]
        found = compare(one(*words), one((heading, FISCAL), *words))
        assert told(found) == [
            "I.1 added", "I.1 I.2 renumbered", "I.2 I.3 renumbered", "I.3 I.4 renumbered", "I.4 I.5 renumbered",
            "I.5 I.6 renumbered",
        ]  # fmt: skip


def test_a_section_pushed_on_and_amended_is_held_against_its_old_self() -> None:
    amended = QUORUM.replace("A majority", "One-third").replace("transaction of business", "conduct of all business")
    old = one(("Officers.", LOANS), ("Quorum.", QUORUM), ("Votes.", VOTE))
    found = compare(old, one(("Officers.", LOANS), ("Fiscal Year.", FISCAL), ("Quorum.", amended), ("Votes.", VOTE)))
    assert told(found) == ["I.2 added", "I.2 I.3 changed", "I.3 I.4 renumbered"]


def test_two_sections_that_change_places_are_one_move() -> None:
    old = one(("Quorum.", QUORUM), ("Votes.", VOTE), ("Proxies.", PROXY), ("Seal.", SEAL))
    found = compare(old, one(("Quorum.", QUORUM), ("Proxies.", PROXY), ("Votes.", VOTE), ("Seal.", SEAL)))
    assert sorted(told(found)) == ["I.2 I.3 renumbered", "I.3 I.2 moved", "I.3 moved-away"]


def test_the_same_words_under_two_headings_are_told_apart() -> None:
    old = one(("Secretary.", DUTY), ("Treasurer.", DUTY), ("Seal.", SEAL))
    found = compare(old, one(("Treasurer.", DUTY), ("Secretary.", DUTY), ("Seal.", SEAL)))
    assert sorted(told(found)) == ["I.1 I.2 moved", "I.1 moved-away", "I.2 I.1 renumbered"]
    gone = compare(old, one(("Treasurer.", DUTY), ("Seal.", SEAL)))
    assert told(gone) == ["I.1 deleted", "I.2 I.1 renumbered", "I.3 I.2 renumbered"]


def test_the_same_section_in_every_article_stays_in_its_own() -> None:
    def articles(*more: Provision) -> tuple[Provision, ...]:
        return (
            article("I", "SHAREHOLDERS", section(1, "Notice.", NOTICE), section(2, "Votes.", VOTE)),
            *more,
            article("II" if not more else "III", "DIRECTORS", section(1, "Notice.", NOTICE), section(2, "", QUORUM)),
            article("III" if not more else "IV", "COMMITTEES", section(1, "Notice.", NOTICE), section(2, "", LOANS)),
        )

    found = compare(text(*articles()), text(*articles(article("II", "SEAL", section(1, "Seal.", SEAL)))))
    assert told(found) == ["II added", "II.1 added", "II III renumbered", "III IV renumbered"]


def test_articles_that_others_pushed_on_take_their_sections_with_them() -> None:
    old = text(
        article("I", "OFFICES", *numbered(("Loans.", LOANS))),
        article("II", "MEETINGS", *numbered(("Votes.", VOTE), ("Proxies.", PROXY))),
        article("III", "DIRECTORS", *numbered(("Quorum.", QUORUM), ("Notice.", NOTICE))),
    )
    new = text(
        article("I", "NAME", *numbered(("Seal.", SEAL))),
        article("II", "OFFICES", *numbered(("Loans.", LOANS))),
        article("III", "MEETINGS", *numbered(("Votes.", VOTE), ("Proxies.", PROXY))),
        article("IV", "BOARD OF DIRECTORS", *numbered(("Quorum.", QUORUM), ("Notice.", NOTICE))),
    )
    assert told(compare(old, new)) == [
        "I added", "I.1 added", "I II renumbered", "II III renumbered", "III IV changed",
    ]  # fmt: skip


def test_a_section_that_went_to_another_article_moved() -> None:
    old = text(
        article("I", "MEETINGS", *numbered(("Votes.", VOTE), ("Seal.", SEAL), ("Proxies.", PROXY))),
        article("II", "GENERAL", *numbered(("Fiscal Year.", FISCAL))),
    )
    new = text(
        article("I", "MEETINGS", *numbered(("Votes.", VOTE), ("Proxies.", PROXY))),
        article("II", "GENERAL", *numbered(("Fiscal Year.", FISCAL), ("Seal.", SEAL.replace("circle", "square")))),
    )
    assert told(compare(old, new)) == ["I.2 moved-away", "I.3 I.2 renumbered", "I.2 II.2 moved"]


def test_capitals_in_the_headings_of_one_side_do_not_part_what_is_one() -> None:
    names = (("Quorum.", QUORUM), ("Place of Votes.", VOTE), ("Seal.", SEAL))
    old = text(article("I", "MEETINGS AND SEAL", *numbered(*((name.upper(), words) for name, words in names))))
    new = text(article("I", "Meetings and Seal", *numbered(("Loans", LOANS), *names)))
    found = compare(old, new)
    assert told(found) == ["I I retitled", "I.1 added", "I.1 I.2 changed", "I.2 I.3 changed", "I.3 I.4 changed"]
    assert not any(passage.changed for unit in found.units if unit.old for passage in unit.passages)


def test_a_section_split_in_two_goes_on_with_the_half_under_its_heading() -> None:
    whole = one(("Votes.", VOTE), ("Notice and Seal.", f"{NOTICE} {SEAL}"), ("Quorum.", QUORUM))
    halves = one(("Votes.", VOTE), ("Notice and Seal.", NOTICE), ("Form of Seal.", SEAL), ("Quorum.", QUORUM))
    assert told(compare(whole, halves)) == ["I.2 I.2 changed", "I.3 added", "I.3 I.4 renumbered"]
    assert told(compare(halves, whole)) == ["I.2 I.2 changed", "I.3 deleted", "I.4 I.3 renumbered"]


def test_a_heading_that_changed_over_the_same_words_is_only_that() -> None:
    found = compare(one(("Officers.", DUTY), ("Votes.", VOTE)), one(("Officers and Agents.", DUTY), ("Votes.", VOTE)))
    assert told(found) == ["I.1 I.1 retitled"]
    assert [run.kind for run in found.units[1].head] == ["keep", "delete", "insert"]


def test_a_number_and_a_heading_that_both_changed_are_marked_apart() -> None:
    found = compare(one(("Votes.", VOTE)), one(("Loans.", LOANS), ("VOTES AND PROXIES.", VOTE)))
    assert marked(found.units[-1].head) == "Section [1]{2}. [Votes.]{VOTES AND PROXIES.}"
    (_, ended) = compare(one(("Votes.", VOTE)), one(("Votes", VOTE))).units
    assert marked(ended.head) == "Section 1. Votes[.]"


def test_words_put_in_the_place_of_others_under_one_heading_are_one_section() -> None:
    found = compare(one(("Votes.", VOTE), ("Agents.", OTHER)), one(("Votes.", VOTE), ("Agents.", "There are none.")))
    assert told(found) == ["I.2 I.2 changed"]


def test_a_number_given_to_another_subject_is_another_section() -> None:
    old = one(("Votes.", VOTE), ("Seal.", SEAL), ("Quorum.", QUORUM))
    found = compare(old, one(("Votes.", VOTE), ("Loans.", LOANS), ("Quorum.", QUORUM)))
    assert sorted(told(found)) == ["I.2 added", "I.2 deleted"]


def test_an_article_that_moved_is_shown_moved_with_its_sections() -> None:
    parts = (
        ("OFFICES", ("Loans.", LOANS), ("Agents.", OTHER)),
        ("MEETINGS", ("Votes.", VOTE), ("Proxies.", PROXY), ("Notice.", NOTICE)),
        ("SEAL", ("Seal.", SEAL)),
    )

    def of(*order: int) -> Text:
        chosen = (parts[at] for at in order)
        return text(*(article("I" * at, name, *numbered(*rest)) for at, (name, *rest) in enumerate(chosen, 1)))

    assert sorted(told(compare(of(0, 1, 2), of(2, 0, 1)))) == [
        "I II renumbered", "II III renumbered", "III I moved", "III moved-away", "III.1 I.1 moved", "III.1 moved-away",
    ]  # fmt: skip


def test_of_many_sections_rewritten_and_moved_each_is_found_again() -> None:
    """Above the number at which every pair is tried: all headings are one, and no section is as it was."""

    def duty(number: int, words: str) -> str:
        return f"The officer for the district of Parish{number} and Quay{number * 7} shall {words} {DUTY} {OTHER}"

    old = one(*(("Duties.", duty(number, "report each month.")) for number in range(400)))
    turned = [*range(200, 400), *range(200)]
    new = one(*(("Duties.", duty(number, "render an account each year.")) for number in turned))
    found = compare(old, new)
    pairs = {
        (int(unit.old.provision.step.number) - 1, int(unit.new.provision.step.number) - 1)
        for unit in found.units
        if unit.old and unit.new and unit.new.provision.level == "section"
    }
    assert pairs == {(number, at) for at, number in enumerate(turned)}
    assert sum(unit.verdict == "moved" for unit in found.units) == 200


def drawn(chance: Random) -> Text:
    """Articles of sections in any order and number, some of them twice, some without a heading, some without words."""
    sentences = (SEAL, QUORUM, VOTE, PROXY, NOTICE, FISCAL, DUTY, OTHER, LOANS)

    def words() -> str:
        chosen = " ".join(chance.choices(sentences, k=chance.randint(1, 3))).split()
        at = chance.randrange(len(chosen))
        return " ".join(
            (*chosen[:at], *chance.choices(("nor", "ten (10)", "Board"), k=chance.randint(0, 2)), *chosen[at:])
        )

    def made(number: int) -> Provision:
        heading = chance.choice(("", "Seal.", "SEAL", "Duties.", "Votes."))
        return section(chance.choice((number, 3)), heading, *(words() for _ in range(chance.randint(0, 3))))

    parts = [
        article("I" * at, chance.choice(("", "OFFICERS", "Officers")), *map(made, range(1, chance.randint(1, 6))))
        for at in range(1, chance.randint(1, 4))
    ]
    return text(*parts, *map(made, range(1, chance.randint(1, 3))))


@given(st.integers(0, 2**40))
def test_of_any_two_texts_both_are_kept_exactly_and_in_order(seed: int) -> None:
    chance = Random(seed)
    old, new = drawn(chance), drawn(chance)
    found = compare(old, new)
    stands = [unit for unit in found.units if unit.new]
    stood = [unit for unit in found.units if unit.old and unit.verdict != "moved"]
    for side, units, without in ((old, stood, "insert"), (new, stands, "delete")):
        rows = (runs for unit in units for runs in (unit.head, *(passage.runs for passage in unit.passages)))
        told = ("".join(run.text for run in runs if run.kind != without) for runs in rows)
        assert [words for words in told if words] == _said(side)
    assert cuts(found) == []
    moved = [unit.old for unit in found.units if unit.verdict == "moved"]
    assert sorted(map(id, moved)) == sorted(id(unit.old) for unit in found.units if unit.verdict == "moved-away")


def _said(side: Text) -> list[str]:
    """Number and heading in one line, then the paragraphs, of every provision."""

    def of(provision: Provision) -> list[str]:
        head = " ".join(filter(None, (provision.num, provision.heading)))
        return [head, *provision.paragraphs, *(words for inner in provision.children for words in of(inner))]

    return [words for provision in side.provisions for words in of(provision)]


@given(st.integers(0, 2**40))
def test_a_text_is_the_same_as_itself(seed: int) -> None:
    same = drawn(Random(seed))
    assert {unit.verdict for unit in compare(same, drawn(Random(seed))).units} <= {"same"}
