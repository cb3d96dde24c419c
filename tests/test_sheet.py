"""The sheet: operations written for a person, read back, and every line of it that can't be read."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.instrument import Instrument
from amendments.intake import propose
from amendments.operations import (
    AddWords,
    Delete,
    DeleteWords,
    Operation,
    Restate,
    Retitle,
    Spot,
    Substitute,
    SubstituteWords,
    kind_of,
)
from amendments.patch.apply import apply_operation
from amendments.proposal import Wishes
from amendments.prose.clauses import read_clauses
from amendments.prose.decide import decide
from amendments.restatement import read_restatement
from amendments.sheet.page import with_faults, without_faults, write_sheet
from amendments.sheet.read import read_sheet
from amendments.sheet.resolve import resolve_sheet
from amendments.sheet.stated import UNSEEN, bare
from amendments.sheet.write import write_operation
from amendments.timeline import Timeline
from corpus.address import read_address
from corpus.model import Provision, Text
from corpus.sources.reader import read_source
from histories import histories
from sample import FMP, IVM, opened
from test_cases import CASES, FOLDER, Case

SECTION = read_address("Article II, Section 4")[0]


@pytest.fixture(scope="module")
def society() -> Text:
    return propose(
        read_source((FOLDER / "bylaws.txt").read_bytes(), "bylaws.txt"), Wishes(key="society"), None
    ).base.text


def written(*operations: Operation) -> str:
    return "\n\n".join("\n".join(write_operation(one)) for one in operations) + "\n"


def back(*operations: Operation) -> list[Operation]:
    sheet = read_sheet(written(*operations))
    assert sheet.faults == (), (written(*operations), sheet.faults)
    return [one.operation for one in sheet.stated]


@settings(max_examples=60)
@given(histories)
def test_any_operations_written_are_read_back(played: tuple[object, list]) -> None:  # type: ignore[type-arg]
    operations = [one for instrument in played[1] for one in instrument.operations]
    assert [bare(one) for one in back(*operations)] == [bare(one) for one in operations]


words = st.lists(
    st.one_of(
        st.sampled_from(
            ["Section 3.", "Section", "ARTICLE", "IV", "(a)", "(10)", "#", "#1", "-", "- delete", "\\", "_", "__", '"',
             '""', "“the", "Board”", "->", "→", "[Reserved]", "(reserved)", "the", "Seal.", "of", ":", "1.", "_x_"]
        ),
        st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=12),
    ),
    min_size=1,
    max_size=40,
).map(" ".join)  # fmt: skip
headings = st.one_of(st.just(""), st.sampled_from(["Seal.", "Fees, etc. Dues", "_x", "a_b\\"]), words)


@st.composite
def provisions(draw: st.DrawFn, level: str = "", depth: int = 0) -> Provision:
    """A provision with any words in it: articles hold sections, sections hold items, items hold items."""
    kind = level or draw(st.sampled_from(["article", "section", "paragraph", ""]))
    items = ("paragraph", "subparagraph", "clause", "subclause")
    inner = {"article": "section", "section": items[0], "": items[0]}.get(kind) or items[min(depth, 3)]
    depth += kind in items
    inner = inner if kind not in items else items[min(depth, 3)]
    worded = ["Section 2.", "Section 3,", "§ 5", "SECTION 3.02", "2.", "2.1", "B)"]
    num = {"article": draw(st.sampled_from(["ARTICLE IV", "IV."])), "section": draw(st.sampled_from(worded)), "": ""}
    body: list[str | Provision] = draw(st.lists(words, max_size=2))
    if depth < 3:
        body += draw(st.lists(provisions(inner, depth), max_size=2))
    body += draw(st.lists(words, max_size=2))
    if kind == "" and not (body and isinstance(body[0], str)):
        body.insert(0, draw(words))
    return Provision(
        level=kind or "section",  # type: ignore[arg-type]
        num=num.get(kind, draw(st.sampled_from(["(a)", "(iv)", "(10)", "(aa)", "1.", "A.", "iv)"]))),
        heading=draw(headings) if kind else "",
        body=tuple(body),
    )


@settings(max_examples=60)
@given(histories)
def test_what_was_read_is_written_as_it_was(played: tuple[object, list]) -> None:  # type: ignore[type-arg]
    operations = [one for instrument in played[1] for one in instrument.operations]
    assert written(*back(*operations)) == written(*operations)


@settings(max_examples=400)
@given(provisions())
def test_any_new_text_is_read_back_as_it_stood(new: Provision) -> None:
    target = read_address("Article IV" if new.level == "article" else "II.2" if new.level == "section" else "II.2(a)")[
        0
    ]
    (read,) = back(Substitute(id="", place="", target=target, new=new, seen=UNSEEN))
    assert bare(read) == Substitute(id="", place="", target=target, new=new, seen=UNSEEN)


@given(words, words, st.integers(-3, 30), st.sampled_from(["only", "each", 1, 2, 21]), st.booleans(), st.booleans())
def test_any_quoted_words_are_read_back(old: str, new: str, sentence: int, which: int, side: bool, apart: bool) -> None:
    spot = Spot(words=old, sentence=sentence, which=which, count=2 if which == "each" else 1)
    edge = Spot() if apart else spot
    made: list[Operation] = [
        SubstituteWords(id="", place="", target=SECTION, spot=spot, new=new, seen=UNSEEN),
        DeleteWords(id="", place="", target=SECTION, spot=spot, seen=UNSEEN),
        AddWords(
            id="", place="", target=SECTION, spot=edge, side="before" if side else "after", new=new, apart=apart,
            seen=UNSEEN,
        ),
        Retitle(id="", place="", target=SECTION, heading=new, seen=replace(UNSEEN, heading=old)),
        Delete(id="", place="", target=SECTION, num="", heading=old, reserved=side, seen=UNSEEN),
        Restate(id="", place="", new=Text(), seen=""),
    ]  # fmt: skip
    assert back(*made) == made


@pytest.mark.parametrize("case", [one for one in CASES if one.values[0].operations])  # type: ignore[attr-defined]
def test_what_prose_says_is_resolved_from_its_sheet_as_it_was_decided(case: Case, society: Text) -> None:
    source = f"AMENDMENT TO THE BY-LAWS\n\n{case.prose}\n\nDated: June 1, 2001\n"
    (document,) = read_source(source.encode(), "case.txt", amends=True).documents
    text, clauses = read_clauses(document)
    operations, _ = decide(clauses, society)
    day = date(2001, 6, 1)
    instrument = Instrument(id="2001-06-01-1", title="A", effective=day, turn=1, text=text, operations=operations)
    sheet = read_sheet(write_sheet(instrument, (), "case.txt"))
    assert resolve_sheet(sheet.stated, operations, society) == (operations, ())
    resolved, faults = resolve_sheet(sheet.stated, (), society)  # as if a person had written all of it
    assert faults == ()
    assert resolved == tuple(replace(one, place="") for one in operations)


@pytest.mark.parametrize("key", [IVM, FMP])
def test_schedules_are_resolved_from_their_sheets_as_they_were_read(key: str) -> None:
    base, standing = opened(key).base, Timeline(opened(key).base, ())
    for instrument in opened(key).instruments:
        sheet = read_sheet(written(*instrument.operations))
        found = resolve_sheet(sheet.stated, instrument.operations, standing.latest().text)
        assert found == (instrument.operations, ())
        standing.append(instrument)
    assert base.work.key == key


FAULTS = [
    ("- strike Article II, Section 4", "'strike' is no operation. There are: substitute,"),
    ("- subsitute Article II, Section 4\n    Ten.", "Is substitute meant?"),
    ("- delete", "The address is missing, such as Article III, Section 1(a)."),
    ("- delete the quorum section", "'the quorum section' does not begin with an address"),
    ("- delete Article II, Section 4 and Section 3", "can't be read from 'and Section 3' on. Write it so: delete"),
    ("- delete the whole text", "One provision is meant"),
    ("- delete Article II, Section 9", "has no Article II, Section 9."),
    ("- delete Section 1", "can be any of 4 provisions of the text in force. Say which: Article I, Section 1;"),
    ("- delete Article II, Section 4\n\n    New words.", "No new text can stand under this operation @ 3"),
    ("- substitute Article II, Section 4", "The new text is missing."),
    ("- substitute Article II, Section 4 Quorum\n    Ten.", "The address is followed by 'Quorum'"),
    (
        "- substitute Article II, Section 4\n    Section 5. Quorum. Ten.",
        "which is not the number of Article II, Section 4.",
    ),
    (
        "- substitute II.4\n    Section 4. Quorum. Ten.\n\n    Section 5. Fees. None.",
        "A second provision begins here @ 4",
    ),
    (
        "- substitute II.4\n    Section 4. Quorum. By:\n    (a) ten",
        "in the middle of a paragraph: put an empty line @ 3",
    ),
    ("- substitute IV\n    ARTICLE IV\n\n    OFFICERS\n\n    Section 1. A. B.", "Put the heading of an article @ 4"),
    ("- substitute II.4\n    Ten.\n    # what of proxies?", "A comment begins in the first column. @ 3"),
    ("- substitute II.4\n    Ten.\n    - delete II.3", "An operation begins in the first column. @ 3"),
    ("- substitute II.4\nTen members are a quorum.", "new text is set in under it: set this in. @ 2"),
    ("Please delete Section 4.", 'An operation begins with "-" @ 1'),
    ("- add Article II, Section 4\n    Section 4. Proxies. None.", "but that number is taken."),
    ("- add Section 9\n    Section 9. Proxies. None.", "It does not say in which article Section 9 is to stand."),
    ('- substitute-words II.4 "Ten" "Twelve"', "can't be read from '\"Twelve\"' on. Write it so: substitute-words"),
    ('- substitute-words II.4 "Ten -> "Twelve"', "can't be read from"),
    ('- substitute-words II.4 "Ten" -> ""', "can't be read from '\"\"' on."),
    ('- substitute-words II.4 "Ten" -> "Twelve".', "can't be read from '.' on."),
    ('- substitute-words II.4 "Twenty" -> "Ten"', 'The words "Twenty" do not stand in Article II, Section 4.'),
    ('- substitute-words II.4 "quorum.," -> "Ten"', 'do not stand there; "quorum." do.'),
    ('- substitute-words IV.2 "The Secretary" -> "The Clerk"', "stand in Article IV, Section 2 3 times. Say which:"),
    ('- substitute-words IV.2 "Secretary" (each of 2) -> "Clerk"', "The words stand there 3 times, and each of 2 is"),
    ('- substitute-words IV.2 "Secretary" (twice) -> "Clerk"', "can't be read from"),
    ('- substitute-words IV.2 "Secretary" (the fourth time) -> "Clerk"', "3 times only"),
    ('- substitute-words II.4 the ninth sentence -> "None."', "has no such sentence"),
    ("- delete-words the whole text  strike the last sentence", "Name the provision whose sentence is meant."),
    ("- add-words II.4 at the end", "can't be read from 'at the end' on."),
    ("- substitute II.4\n    Ten of:\n\n        1. the members;", "This begins with a number. @ 4"),
    ("- substitute II.4\n    ARTICLE 4 QUORUM", "which is not the number of Article II, Section 4."),
    ('- add-words II.4 "in person" at the end', "it does not say on which side of it the words stand."),
    ('- substitute II.4\n    "Section 4. Quorum. Twelve."', "New text stands without quotation marks. @ 2"),
    ("- substitute II.4\n    “Twelve members\n\n    are a quorum.”", "New text stands without quotation marks. @ 2"),
    ('- retitle II.4 "Voting." -> "Majority."', 'The heading of Article II, Section 4 is "Quorum.".'),
    ("- renumber Article II, Section 4", "'Article II, Section 4' can't be read. Write it so: renumber ADDRESS -> "),
    ("- renumber II.4 -> Section 3", "that number is taken."),
    ("- restate the whole text", "Only a document that is a restatement"),
    ("- restate Article II", "Only the whole text can be restated."),
    ("- unread", "This instruction was not read: put the operation"),
    ('- substitute-words II.4 "Ten" -> "Twe\x07lve"', "This line holds a control character, '\\x07'"),
]


@pytest.mark.parametrize(("sheet", "why"), FAULTS, ids=[sheet.splitlines()[0] for sheet, _ in FAULTS])
def test_what_can_not_be_read_or_done_is_told_at_its_line(sheet: str, why: str, society: Text) -> None:
    read = read_sheet(f"# A comment.\n\n{sheet}\n")
    faults = read.faults or resolve_sheet(read.stated, (), society)[1]
    reason, _, line = why.partition(" @ ")
    assert reason in faults[0].why
    assert faults[0].line == 2 + int(line or 1)


WAYS = [
    ("- Delete II.4 (Reserved)", "[Reserved]"),
    ("• substitute-words Section 4 of Article II: “Ten” → “Twelve”", "Twelve members are a quorum."),
    ('- substitute-words II.4\n    "Ten members\n      are" -> "Any member\n    is"', "Any member is a quorum."),
    ("- substitute II.4\n\tSection 4. Quorum.\n\tTwelve members\n\tare a quorum.", "Twelve members are a quorum."),
    ("- add-words II.4 “Proxies count.” at the end, as a paragraph", "Proxies count."),
    ("- substitute II.4\n    Twelve members are a quorum.", "Twelve members are a quorum."),
    ("- substitute II.4\n\n\n    \\Section 4 of these By-Laws. __ is void.", "Section 4 of these By-Laws. __ is void."),
    ("- substitute II.4\n    4. Quorum. Twelve.", "4."),
    ("- substitute II.4\n    4. Quorum. Ten of:\n\n        1. __ the members;", "1."),
    ("- substitute II.4\n    \\“Twelve is a quorum.”", "“Twelve is a quorum.”"),
    ('- substitute II.4\n    "Quorum" means twelve.', '"Quorum" means twelve.'),
    ('- add-words II.4 ", in person" before "."', "Ten members are a quorum, in person."),
    ("- renumber\n    II.4 -> II.5\n    II.3 => Section 4", "Section 5."),
]


@pytest.mark.parametrize(("sheet", "words"), WAYS, ids=[sheet.splitlines()[0] for sheet, _ in WAYS])
def test_it_may_be_written_in_several_ways(sheet: str, words: str, society: Text) -> None:
    read = read_sheet(sheet)
    operations, faults = resolve_sheet(read.stated, (), society)
    assert (read.faults, faults) == ((), ())
    changed = society
    for one in operations:
        changed = apply_operation(changed, one, "draft").text
    assert words in list(changed.passages())


def test_an_amendment_that_restates_does_nothing_else(society: Text) -> None:
    restatement = read_restatement(society, society)
    sheet = read_sheet(written(restatement))
    assert resolve_sheet(sheet.stated, (restatement,), society) == ((restatement,), ())
    more = read_sheet(written(restatement) + "- delete II.4\n")
    _, faults = resolve_sheet(more.stated, (restatement,), society)
    assert "record the other changes apart" in faults[0].why


def test_the_example_of_the_documentation_is_read() -> None:
    page = (FOLDER.parent.parent / "docs" / "operations.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```\n(#.*?)^```$", page, re.MULTILINE | re.DOTALL)
    sheet = read_sheet(example)
    assert [kind_of(one.operation) for one in sheet.stated] == ["substitute-words", "substitute"]
    assert [fault.why[:32] for fault in sheet.faults] == ["This instruction was not read: p"]


PIECES = [
    "- substitute II.4", "- add II.5", "- delete III.2(b)", "- retitle IV", "- renumber", "- restate the whole text",
    "- add-words II.4", "- delete-words the whole text", "- substitute-words", "- unread", "II.4 -> II.9", "Section 4.",
    "(b)", "(i)", "ARTICLE II", "__", "_Fees._", '"Ten"', '"Ten', "“Ten”", "->", "(each of 4)", "(the second time)",
    "the last sentence", "at the end, as a paragraph", "after", "strike", "Ten members.", "\\", "#", "#!", "\t", "    ",
    "\n", "\n", "\n    ", "\n        ", "\r", "\x00", "“", "(reserved)", "of Article II", "§ 3",
]  # fmt: skip


@settings(max_examples=500)
@given(sheet=st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_whatever_a_sheet_holds_it_is_read_or_told(sheet: str, society: Text) -> None:
    """An operation, or a fault at a line that is there; and nothing that is told can be carried out unseen."""
    for said in (sheet, sheet.replace("\n ", "\n")):
        read = read_sheet(said)
        resolved, faults = resolve_sheet(read.stated, (), society)
        assert all(1 <= fault.line <= said.count("\n") + 1 for fault in (*read.faults, *faults))
        assert len(resolved) + len(faults) >= len(read.stated)
        marked = with_faults(said, (*read.faults, *faults))
        if not any(line.startswith("#!") for line in said.split("\n")):
            assert without_faults(marked) == said
