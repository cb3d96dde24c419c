"""Drafting: what is written is read back as the edited copy, word for word, or nothing is written."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from amendments.drafting.errors import CantBeDrafted, NotACopy, OutsideProvisions
from amendments.drafting.plain import plain_text
from amendments.proposal import Wishes
from amendments.record import Record, open_record
from amendments.recording import record
from amendments.timeline import Timeline
from corpus.errors import SourceError
from corpus.sources.reader import read_source
from corpus.store import Book
from drafts import HARBOR, drafted, edit, harbor_light, printed, told
from renderer.draft_text import write_draft_text
from sample import FMP, IVM, RECORDED, days, opened


@pytest.fixture
def harbor(tmp_path: Path) -> Record:
    return harbor_light(tmp_path)


@pytest.fixture
def copy(harbor: Record) -> str:
    return printed(harbor)


@pytest.mark.parametrize("key", [IVM, FMP])
@pytest.mark.parametrize("width", [61, 80, 100])
def test_an_unedited_copy_drafts_nothing(key: str, width: int) -> None:
    kept = opened(key)
    for day in days(key):
        for style in ("resolution", "schedule"):
            assert drafted(kept, printed(kept, day, width), style, day) is None


def test_three_edits_of_the_sample_are_three_operations() -> None:
    kept, day = opened(IVM), date(2001, 1, 1)
    edited = printed(kept, day)
    for old, new in (
        ("second Friday", "third Friday"),
        ("Section 7. Organization.", "Section 7. Conduct of Meetings."),
        ("at least one (1) member who", "nine (9) members who"),
    ):
        assert len(re.findall(r"\s+".join(map(re.escape, old.split())), edited)) == 1
        edited = re.sub(r"\s+".join(map(re.escape, old.split())), new, edited)
    assert told(drafted(kept, edited, day=day)) == [
        'substitute-words Article II, Section 2  "second" → "third"',
        "retitle Article II, Section 7  Organization. → Conduct of Meetings.",
        'substitute-words Article III, Section 1  "at least one (1) member" → "nine (9) members"',
    ]
    assert told(drafted(kept, edited, "schedule", day)) == [
        "substitute Article II, Section 2  Annual Meeting.",
        "substitute Article II, Section 7  Organization. → Conduct of Meetings.",
        "substitute Article III, Section 1  Number of Directors.",
    ]


EDITS = {
    "words that stand once are struck": (
        [("ten dollars ($10) a year", "twelve dollars ($12) a year")],
        ['substitute-words Article II, Section 2  "ten dollars ($10)" → "twelve dollars ($12)"'],
    ),
    "words that stand twice are struck with those beside them": (
        [("The Secretary gives notice", "The President gives notice")],
        ['substitute-words Article IV, Section 2  "Secretary gives" → "President gives"'],
    ),
    "words are put in after those before them": (
        [("held in May.", "held in May of each year.")],
        ['add-words Article II, Section 3  "of each year" after "held in May"'],
    ),
    "a sentence is added at the end": (
        [("Ten members are a quorum.", "Ten members are a quorum. Proxies count.")],
        ['add-words Article II, Section 4  "Proxies count." at the end'],
    ),
    "a comma has words beside it": (
        [("Directors, or by the", "Directors or by the")],
        ['substitute-words Article III, Section 3  "Directors, or" → "Directors or"'],
    ),
    "an item of a list": (
        [("two or more Directors", "three or more Directors")],
        ['substitute-words Article III, Section 2  "two" → "three"'],
    ),
    "a heading": ([("Section 2. Seal.", "Section 2. Emblem.")], ["retitle Article I, Section 2  Seal. → Emblem."]),
    "the heading of an article": ([("MEMBERS\n", "MEMBERSHIP\n")], ["retitle Article II  MEMBERS → MEMBERSHIP"]),
    "another number in all its shapes": (
        [("ten (10) days before the meeting", "fifteen (15) days before the meeting")],
        ['substitute-words Article II, Section 3  "ten (10)" → "fifteen (15)"'],
    ),
    "a new section": (
        [("ARTICLE III", "Section 5. Proxies. There are none.\n\n\nARTICLE III")],
        ["add Article II, Section 5  Proxies."],
    ),
    "a section gone": ([("Section 4. Quorum. Ten members are a quorum.", "")], ["delete Article II, Section 4  "]),
    "a section that says it is deleted": (
        [("Section 4. Quorum. Ten members are a quorum.", "Section 4. [Deleted June 1, 2001.]")],
        ["delete Article II, Section 4  "],
    ),
    "a section that takes the number of one gone": (
        [
            ("Section 2. Secretary. The Secretary keeps the minutes. The Secretary gives notice of meetings. The "
             "Secretary may appoint an assistant.", ""),
            ("Section 3. Treasurer. The Treasurer keeps the money.", "Section 2. Treasurer. The Treasurer keeps it."),
        ],
        [
            "delete Article IV, Section 2  ",
            "renumber Article IV, Section 3  Article IV, Section 3 → Article IV, Section 2",
            'substitute-words Article IV, Section 2  "the money" → "it"',
        ],
    ),
    "words that no few words around tell apart, by their place": (
        [
            ("Dues are payable in January.", "Dues are payable in January. The dues are ten dollars ($10) a year."),
        ],
        ['add-words Article II, Section 2  "The dues are ten dollars ($10) a year." at the end'],
    ),
    "two changes in one section": (
        [("ten (10) days before", "twelve (12) days before"), ("shall preside", "may preside")],
        [
            'substitute-words Article II, Section 3  "ten (10)" → "twelve (12)"',
            'substitute-words Article II, Section 3  "shall preside" → "may preside"',
        ],
    ),
    "an article put in before the last": (
        [("ARTICLE IV\n", "ARTICLE IV\n COMMITTEES\n\nSection 1. Audit. One.\n\n\n ARTICLE V\n")],
        ["renumber Article IV  Article IV → Article V", "add Article IV  COMMITTEES"],
    ),
    "an article gone": (
        [(
            "ARTICLE I OFFICES Section 1. Principal Office. The principal office of the Society shall be in Astoria. "
            "The Board may move it. Section 2. Seal. The seal bears the name of the Society. Section 3. Records. The "
            "records are kept at the office. They may be copied. No record leaves the office. Old records are burnt "
            "after ten years. Audits are kept.", "")],
        ["delete Article I  "],
    ),
    "new words altogether": (
        [("The seal bears the name of the Society.", "There is none: an emblem takes its place.")],
        ["substitute Article I, Section 2  Seal."],
    ),
    "an item more": (
        [("(c) adopt rules.", "(c) adopt rules; and\n\n    (d) rest.")],
        ["substitute Article III, Section 2  Powers."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edits", "expected"), EDITS.values(), ids=EDITS.keys())
def test_an_edit_is_said_as_a_lawyer_would(
    harbor: Record, copy: str, edits: list[tuple[str, str]], expected: list[str]
) -> None:
    assert told(drafted(harbor, edit(copy, *edits))) == expected


def test_a_place_is_counted_alike_before_and_when_its_turn_comes(harbor: Record, copy: str) -> None:
    """After the first "pay" is struck the second would be the first: a reader could take either for it."""
    thrice, book = "Members pay. Members pay. Members pay.", Book(harbor.folder.parent)
    found = drafted(harbor, edit(copy, ("Ten members are a quorum.", thrice)))
    assert found is not None
    source = write_draft_text(found.blocks)
    record(book, read_source(source, "draft.txt", amends=True), Wishes(key="harbor", amends=True), RECORDED)
    kept = open_record(book, "harbor")
    once = drafted(kept, edit(printed(kept), (thrice, "Members pay. Members give. Members pay.")))
    assert once is not None
    assert "striking the word “pay” in the second place where it appears" in write_draft_text(
        once.blocks
    ).decode().replace("\n", " ")
    twice = drafted(kept, edit(printed(kept), (thrice, "Members give. Members give. Members pay.")))
    assert told(twice) == ["substitute Article II, Section 4  Quorum."]


def test_what_was_renumbered_before_is_named_so(harbor: Record, copy: str) -> None:
    gone = "Section 1. Officers. The officers are a President, a Secretary and a Treasurer."
    edited = edit(
        copy, (gone, ""), ("Section 2. Secretary.", "Section 1. Secretary."), ("keeps the min", "has the min")
    )
    found = drafted(harbor, edit(edited, ("Section 3. Treasurer.", "Section 2. Treasurer.")))
    assert found is not None
    written = " ".join(write_draft_text(found.blocks).decode().split())
    assert (
        "that Sections 2 and 3 of Article IV of the By-Laws are hereby renumbered as Sections 1 and 2, respec"
        in written
    )
    assert "that Section 1 of Article IV of the By-Laws (as renumbered above) is hereby amended by striking" in written


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (
            "1999; February 28, 2000.) Section 2.",
            "1999; May 1, 2000.)\n\nSection 2.",
            "'(Substituted March 26, 1998; July",
        ),
        ("(Substituted March 26, 1998; July 29, 1999; October 20, 1999; February 28,", "", "'2000.)'"),
        ("Section 9. Voting. Except", "Section 8. Voting. Except", "has 2 provisions that are Article II, Section 8"),
    ],
)
def test_what_stands_beside_the_words_is_not_taken_for_words(old: str, new: str, found: str) -> None:
    kept, day = opened(IVM), date(2001, 1, 1)
    with pytest.raises(SourceError, match=re.escape(found)):
        drafted(kept, edit(printed(kept, day), (old, new)), day=day)


def test_a_resolution_is_laid_out_in_clauses(harbor: Record, copy: str) -> None:
    edited = edit(copy, ("Section 2. Seal.", "Section 2. Emblem."), ("held in May", "held in June"))
    found = drafted(harbor, edited)
    assert found is not None
    assert write_draft_text(found.blocks).decode() == (
        "                                AMENDMENT TO THE\n\n"
        "                                    BY-LAWS\n\n"
        "                                       OF\n\n"
        "                           HARBOR LIGHT SOCIETY, INC.\n\n\n"
        "RESOLVED, that the By-Laws are hereby amended, effective June 1, 2001, as\nfollows:\n\n"
        "RESOLVED FURTHER, that the heading of Section 2 of Article I of the By-Laws is\n"
        "hereby amended to read “Emblem.”\n\n"
        "RESOLVED FURTHER, that Section 3 of Article II of the By-Laws is hereby amended\n"
        "by striking the word “May” and inserting in lieu thereof the word “June”.\n\n\n"
        "Except as amended above, the By-Laws remain in full force and effect.\n\n"
        "I, the undersigned, certify that the foregoing amendment was duly adopted by\n"
        "______________________________ on ______________________________.\n\n"
        "Dated: ______________________________\n\n\n"
        "______________________________\nSecretary\n"
    )


def test_a_schedule_lists_sections_under_their_articles(harbor: Record, copy: str) -> None:
    edited = edit(copy, ("Section 2. Seal. The seal bears the name of the Society.", ""), ("in May", "in June"))
    edited = edit(edited, ("ARTICLE IV", "Section 4. Notice. None.\n\n\nARTICLE IV"))
    found = drafted(harbor, edited, "schedule")
    assert found is not None
    written = write_draft_text(found.blocks).decode()
    assert "SUBSTITUTED, ADDITIONAL AND DELETED SECTIONS" in written
    assert "ARTICLE I\n                                    OFFICES\n\nSection 2. Seal. DELETED\n" in written
    assert "DIRECTORS\n\nSection 4. Notice. None.\n\n\nEffective June 1, 2001\n" in written
    assert told(found) == [
        "delete Article I, Section 2  Seal.",
        "substitute Article II, Section 3  Annual Meeting.",
        "add Article III, Section 4  Notice.",
    ]


def test_what_a_schedule_has_no_words_for_is_refused(harbor: Record, copy: str) -> None:
    with pytest.raises(CantBeDrafted, match="The change of Article II can't be put into a schedule"):
        drafted(harbor, edit(copy, ("MEMBERS\n", "MEMBERSHIP\n")), "schedule")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("HARBOR LIGHT SOCIETY, INC.", "HARBOR LIGHT CLUB", "the title block reads 'BY-LAWS OF HARBOR LIGHT CLUB'"),
        ("Dated: May 4, 1990", "Dated: May 5, 1990", "what stands after the last provision reads 'Dated: May 5, 1990'"),
    ],
)
def test_what_no_amendment_changes_is_refused(harbor: Record, copy: str, old: str, new: str, said: str) -> None:
    with pytest.raises(OutsideProvisions, match=re.escape(said)):
        drafted(harbor, edit(copy, (old, new)))


def test_a_part_of_the_text_is_no_copy(harbor: Record, copy: str) -> None:
    start, end = copy.index("ARTICLE I\n"), copy.index("ARTICLE IV\n")
    with pytest.raises(NotACopy, match="it has 4 articles and sections where the text in force has 17"):
        drafted(harbor, copy[:start] + copy[end:])


def test_quotation_marks_that_do_not_pair_are_refused(harbor: Record, copy: str) -> None:
    edited = edit(copy, ("The seal bears the name of the Society.", "It says “Harbor and nothing else at all."))
    with pytest.raises(CantBeDrafted, match="The change of Article I, Section 2"):
        drafted(harbor, edited)


def test_a_draft_says_no_more_than_the_copy(harbor: Record, copy: str) -> None:
    found = drafted(harbor, edit(copy, ("held in May", "held in June")))
    assert found is not None
    (done,) = found.instrument.operations
    after = Timeline(harbor.base, (found.instrument,)).latest().text
    assert plain_text(after) == plain_text(
        read_source(edit(HARBOR, ("held in May", "held in June")).encode(), "x").documents[0].text
    )
    assert done.target.eid == "art_II__sec_3"
