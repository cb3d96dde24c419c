"""Who may amend what by which vote: the rules of a work, what is wrong with them, and adoptions that fall short."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amendments.adoption import Adoption, How, body_named
from amendments.authority.article import propose_power, write_amending_power
from amendments.authority.power import FILE, Power, read_power
from amendments.authority.votes import judged, needed
from amendments.fact_errors import NoAmendingArticle, PowerExists
from amendments.proposal import Wishes
from amendments.record import open_record
from amendments.recording import record
from amendments.verify import Checkpoint, verify
from audited import audit_work
from conftest import Outcome
from corpus.errors import BookReadOnly
from corpus.finding import Finding
from corpus.model import Provision, Text, places
from corpus.sources.reader import read_source
from corpus.store import Book
from filings import TITLE, centred, schedule, section
from sample import FMP, IVM, LIBRARY, opened, timeline

NOW = datetime(2020, 1, 2, tzinfo=UTC)
BASE = (
    TITLE
    + section("1.", "Place. In Fresno.")
    + section("2.", "Seal. Round.")
    + centred("ARTICLE II", "DIRECTORS")
    + section("1.", "Number. Seven.")
    + section("2.", "Term. One year.")
    + centred("ARTICLE III", "AMENDMENTS")
    + section("1.", "By the Members. These by-laws may be amended by two-thirds of the members voting.")
    + "Dated: May 4, 1990\n"
)
OFFICES, DIRECTORS = centred("ARTICLE I", "OFFICES"), centred("ARTICLE II", "DIRECTORS")
RULES = """
confirmed = "Jane Roe, Secretary, May 2, 2026"

[[rule]]
provisions = ["everything else"]
body = "board"

[[rule]]
provisions = ["Article II, Section 1", "Article III"]
body = "members"
vote = "two-thirds"
says = "Article III, Section 1"
"""
CODES = ("no-authority", "authority-unknown", "amending-power-unread")


@pytest.fixture
def book(tmp_path: Path) -> Book:
    made = Book(tmp_path / "minutes")
    record(made, read_source(BASE.encode(), "base.txt"), Wishes(key="acme"), NOW)
    (made.path / "acme" / FILE).write_text(RULES)
    return made


def amend(book: Book, *parts: str, by: str = "", vote: str = "", how: How = "meeting") -> None:
    adoption = Adoption(body=body_named(by), vote=vote, how=how)
    source = read_source(schedule(*parts), "june.txt")
    record(book, source, Wishes(key="acme", adoption=adoption, adopted=date(1995, 5, 1)), NOW)


def found(book: Book) -> list[Finding]:
    return [finding for finding in audit_work(book, "acme") if finding.code in CODES]


NUMBER = (DIRECTORS, section("1.", "Number. Nine."))
PLACE = (OFFICES, section("1.", "Place. In Reno."))


@pytest.mark.parametrize(
    ("parts", "by", "vote", "expected"),
    [
        (PLACE, "board", "", None),
        (PLACE, "Board of Directors of Acme", "4 to 3", None),
        (PLACE, "directors", "carried", None),
        (PLACE, "members of the Board", "", None),
        (PLACE, "members", "unanimous", "error"),
        (PLACE, "", "", None),
        (PLACE, "steering group", "", "warning"),
        (NUMBER, "members", "40 to 20", None),
        (NUMBER, "members", "39 to 20", "error"),
        (NUMBER, "membership", "unanimous", None),
        (NUMBER, "members", "carried", "note"),
        (NUMBER, "members", "", "note"),
        (NUMBER, "board", "unanimous", "error"),
        (NUMBER, "board of directors and the members", "50-2", None),
        ((DIRECTORS, section("2.", "Term. Two years.")), "board", "", None),
        ((DIRECTORS, section("3.", "Age. Any.")), "board", "", None),
        ((*PLACE, *NUMBER), "board", "5-0", "error"),
    ],
)
def test_who_had_the_power(book: Book, parts: tuple[str, ...], by: str, vote: str, expected: str | None) -> None:
    amend(book, *parts, by=by, vote=vote)
    assert [finding.severity for finding in found(book)] == ([expected] if expected else [])


def test_the_finding_names_what_was_amended_and_quotes_the_rule(book: Book) -> None:
    amend(book, *PLACE, *NUMBER, by="board", vote="5-0")
    (one,) = found(book)
    assert (one.code, one.instrument) == ("no-authority", "1995-06-01-1")
    assert (
        one.message == "The amendments of June 1, 1995 were adopted without the power to amend Article II, Section 1."
    )
    assert one.evidence == (
        "The record has them adopted by the board of directors at a meeting on May 1, 1995; it is not for the board of "
        "directors to amend. amending-power.toml has: Article II, Section 1; Article III: the members by two-thirds "
        "of the votes cast (Article III, Section 1). The rules were confirmed by Jane Roe, Secretary, May 2, 2026."
    )


def test_a_rule_holds_between_its_days(book: Book) -> None:
    path = book.path / "acme" / FILE
    path.write_text(RULES + '\n[[rule]]\nprovisions = ["II.1"]\nbody = "board"\nuntil = 1995-05-01\n')
    amend(book, *NUMBER, by="board")
    assert found(book) == []
    path.write_text(path.read_text().replace("until = 1995-05-01", "until = 1995-04-30"))
    assert [finding.severity for finding in found(book)] == ["error"]
    path.write_text(path.read_text().replace("until = 1995-04-30", "from = 1995-05-01"))
    assert found(book) == []


def test_a_way_that_is_not_allowed(book: Book) -> None:
    path = book.path / "acme" / FILE
    path.write_text(RULES.replace('body = "board"', 'body = "board"\nhow = ["meeting"]'))
    amend(book, *PLACE, by="board", how="written consent")
    (one,) = found(book)
    assert (one.code, one.severity) == ("no-authority", "warning")
    assert "it is not to be amended by written consent" in one.evidence


def test_nothing_is_found_without_rules_or_before_they_are_confirmed(book: Book) -> None:
    amend(book, *NUMBER, by="board")
    path = book.path / "acme" / FILE
    path.write_text(RULES.replace("Jane Roe, Secretary, May 2, 2026", " "))
    (one,) = found(book)
    assert (one.code, one.severity, one.instrument) == ("authority-unknown", "note", "")
    path.unlink()
    assert found(book) == []


def test_the_file_is_known_to_the_record(book: Book) -> None:
    assert isinstance(verify(book, "acme"), Checkpoint)
    assert [finding.code for finding in audit_work(book, "acme")] == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("[[rule]]\n", "[[rule]\n", "It is not TOML: "),
        ("confirmed =", "confirmer =", "It does not say who confirmed it"),
        ('"board"', '""', "Rule 1: it does not say which body"),
        ('"board"', "7", "Rule 1: it does not say which body"),
        ('"two-thirds"', '"most"', "Rule 2: vote = 'most' can't be read: write majority, "),
        ('"two-thirds"', '"130%"', "Rule 2: vote = '130%' can't be read"),
        ('"two-thirds"', '"majority"\nof = "some"', "Rule 2: of = 'some' can't be read"),
        ('"two-thirds"', '"majority"\nhow = ["fax"]', "Rule 2: how = ['fax'] can't be read"),
        ('"two-thirds"', '"majority"\nfrom = "2001-05-01"', "Rule 2: from = '2001-05-01' is no day"),
        ('"two-thirds"', '"majority"\nfrom = 2001-05-01\nuntil = 2000-01-01', "ends on 2000-01-01, before it begins"),
        ('"two-thirds"', '"majority"\nvotes = 3', "'votes' is nothing that a rule says"),
        (
            '"Article III"',
            '"Article XII"',
            "neither the text as adopted nor the text today has a provision 'Article XII'.",
        ),
        ('"Article III"', '"Section 1"', "'Section 1' can be any of 3 provisions: Article I, Section 1; "),
        ('"Article III"', '"the rest"', "'the rest' is not the address of a provision"),
        ('"Article III"', '"everything else"', '"everything else" stands alone'),
        ('["everything else"]', '"everything else"', "Rule 1: it does not say of what"),
    ],
)
def test_what_is_wrong_with_the_file(book: Book, old: str, new: str, fault: str) -> None:
    amend(book, *NUMBER, by="board")
    (book.path / "acme" / FILE).write_text(RULES.replace(old, new, 1))
    (one,) = found(book)
    assert (one.code, one.severity) == ("amending-power-unread", "warning")
    assert fault in one.evidence


def test_every_fault_is_told_and_other_letters_too(book: Book) -> None:
    standing = tuple(places(open_record(book, "acme").base.text.provisions))
    faults = read_power(RULES.replace('"board"', '""').replace('"two-thirds"', '"most"').encode(), standing)
    assert isinstance(faults, tuple)
    assert [fault.split(":")[0] for fault in faults] == ["Rule 1", "Rule 2"]
    assert read_power("confirmed = '\xe9'".encode("latin-1"), standing) == ("It is not in UTF-8.",)
    assert read_power(b'confirmed = ""', standing) == ("It has no rules: write each as a [[rule]] table.",)


@pytest.mark.parametrize(
    ("vote", "wants", "verdict"),
    [
        ("4 to 3", "majority", "enough"),
        ("five to four", "two-thirds", "short"),
        ("8-4-1", "two-thirds", "enough"),
        ("12 in favor, 3 opposed, 1 abstaining", "unanimous", "short"),
        ("For: 1,200; Against: 30", "60%", "enough"),
        ("12 ayes, no nays", "unanimous", "enough"),
        ("unanimous", "unanimous", "enough"),
        ("67%", "two-thirds", "enough"),
        ("66%", "two-thirds", "short"),
        ("by a 2/3 vote", "two-thirds", "enough"),
        ("by two thirds of those present", "three-fourths", "unknown"),
        ("carried", "two-thirds", "unknown"),
        ("passed on May 4-5", "majority", "enough"),
        ("at 10:30, carried", "two-thirds", "unknown"),
    ],
)
def test_whether_a_vote_is_enough(vote: str, wants: str, verdict: str) -> None:
    asked = needed(wants)
    assert asked
    assert judged(vote, asked) == verdict


def test_votes_of_all_who_may_vote() -> None:
    asked = needed("two-thirds", "all")
    assert asked
    assert [judged(vote, asked) for vote in ("6 of 9", "5 of 9", "6 to 0", "5 to 4", "unanimous")] == [
        "enough", "short", "unknown", "short", "unknown",
    ]  # fmt: skip
    assert judged("unanimous", asked, consent=True) == "enough"


@given(st.integers(0, 500), st.integers(0, 500), st.sampled_from(["majority", "two-thirds", "60%", "unanimous"]))
def test_a_count_is_judged_as_arithmetic_has_it(ayes: int, nays: int, said: str) -> None:
    asked = needed(said)
    assert asked
    if ayes + nays == 0:
        return
    least = {"majority": ayes * 2 > ayes + nays, "two-thirds": ayes * 3 >= 2 * (ayes + nays)}
    least |= {"60%": ayes * 5 >= 3 * (ayes + nays), "unanimous": nays == 0}
    for words in (f"{ayes} to {nays}", f"{ayes} in favor, {nays} opposed", f"for {ayes}, against {nays}"):
        assert judged(words, asked) == ("enough" if least[said] else "short")


def bylaws_that_say(*sentences: str, heading: str = "AMENDMENTS") -> Text:
    body = tuple(
        Provision(level="section", num=f"Section {number}.", body=(words,)) for number, words in enumerate(sentences, 1)
    )
    return Text(provisions=(Provision(level="article", num="ARTICLE IX", heading=heading, body=body),))


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        (
            "These By-Laws may be altered, amended or repealed by the shareholders or by the Board of Directors.",
            ["the shareholders", "the board of directors"],
        ),
        (
            "These By-Laws may be changed at any meeting of the Board called for that purpose by the vote of a "
            "majority of the Directors then in office.",
            ["the board of directors by a majority of all who may vote"],
        ),
        (
            "Amendments to these Bylaws shall be subject to approval by the general membership at a meeting. Such "
            "amendments require a two-thirds vote for adoption.",
            ["the members by two-thirds of the votes cast"],
        ),
        (
            "These bylaws may be amended by the affirmative vote of two-thirds (2/3) of the members present, or by a "
            "majority of the entire board of directors.",
            [
                "the members by two-thirds of the votes cast",
                "the board of directors by a majority of all who may vote",
            ],
        ),
        (
            "The bylaws may be amended only by the members by a three fourths vote, provided that notice was given.",
            ["the members by three-fourths of the votes cast"],
        ),
        ("The Board of Directors is authorized to adopt, amend or repeal these Bylaws.", ["the board of directors"]),
        ("Any of these bylaws may be amended at any annual meeting of the members.", ["the members"]),
    ],
)
def test_what_an_article_says_is_proposed(said: str, rules: list[str]) -> None:
    text = bylaws_that_say(said)
    proposed = propose_power(text, "ACME").replace('confirmed = ""', 'confirmed = "J. R."')
    power = read_power(proposed.encode(), tuple(places(text.provisions)))
    assert isinstance(power, Power)
    assert [str(rule) for rule in power.rules] == [f"everything else: {rule} (Article IX, Section 1)" for rule in rules]
    quoted = " ".join(line.strip("# ") for line in proposed.splitlines() if line.startswith("#"))
    assert all(sentence in quoted for sentence in said.split(". ")[0:1])


def test_bylaws_that_do_not_say_it_propose_nothing() -> None:
    assert propose_power(bylaws_that_say("The Secretary keeps these bylaws.", heading="SECRETARY"), "ACME") == ""


def test_the_samples_propose_what_they_say() -> None:
    expected = {
        IVM: [("shareholders", "IX.1"), ("board of directors", "IX.1")],
        FMP: [("shareholders", "III.2"), ("shareholders", "IX.1"), ("board of directors", "IX.2")],
    }
    for key, rules in expected.items():
        text = timeline(key).latest().text
        power = read_power(propose_power(text, opened(key).work.title).encode(), tuple(places(text.provisions)))
        assert isinstance(power, Power)
        assert power.confirmed == ""
        shown = [(rule.body, rule.says.replace("Article ", "").replace(", Section ", ".")) for rule in power.rules]
        assert shown == rules
    assert str(power.rules[0].provisions[0]) == "Article III, Section 2"
    assert [str(rule.vote) for rule in power.rules[:2]] == ["a majority of all who may vote"] * 2


def test_the_proposal_is_written_once_and_never_over_another(bylaws: Callable[..., Outcome], book: Book) -> None:
    path = book.path / "acme" / FILE
    with pytest.raises(PowerExists):
        write_amending_power(book, "acme")
    assert path.read_text() == RULES
    path.unlink()
    done = bylaws("audit", "acme", "--write-amending-power", "--book", book.path)
    assert (done.code, path.read_text()) == (0, done.out)
    assert 'body = "members"\nvote = "two-thirds"' in done.out
    assert bylaws("audit", "--write-amending-power", "--book", book.path).code == 2
    with pytest.raises(BookReadOnly):
        write_amending_power(Book(LIBRARY, read_only=True), IVM)


def test_a_text_that_does_not_say_it_gets_no_file(tmp_path: Path) -> None:
    made = Book(tmp_path / "minutes")
    silent = BASE.replace("amended by", "read by").replace("AMENDMENTS", "READERS")
    record(made, read_source(silent.encode(), "base.txt"), Wishes(key="acme"), NOW)
    with pytest.raises(NoAmendingArticle):
        write_amending_power(made, "acme")
    assert not (made.path / "acme" / FILE).exists()
