"""An instrument with every kind of operation, written as Akoma Ntoso and read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from amendments.adoption import Adoption
from amendments.akn.instrument import read_instrument, write_instrument
from amendments.instrument import Instrument
from amendments.operations import (
    Add,
    AddWords,
    Delete,
    DeleteWords,
    Move,
    Operation,
    Renumber,
    Restate,
    Retitle,
    Seen,
    Spot,
    Substitute,
    SubstituteWords,
)
from corpus.address import Address, read_address
from corpus.errors import RecordDamaged
from corpus.model import Provision, Text, Work
from corpus.schema import validate

WORK = Work(key="acme", title="BYLAWS", jurisdiction="us-ca", adopted=date(1990, 5, 4))
FILE = Path("2001-05-01-1.xml")
SEEN = Seen(heading="Number.", digest="a" * 64)
NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}


def at(written: str) -> Address:
    return read_address(written)[0]


def clause(*body: str | Provision, num: str = "") -> Provision:
    return Provision(level="clause", num=num, body=body)


def section(num: str, heading: str, *words: str) -> Provision:
    return Provision(level="section", num=num, heading=heading, body=words)


def instrument(operations: tuple[Operation, ...], *provisions: Provision, **more: object) -> Instrument:
    text = Text(preface=("AMENDMENT NO. 1",), provisions=provisions, conclusions=("Dated May 1, 2001",))
    made = Instrument(
        id="2001-05-01-1",
        title="AMENDMENT NO. 1",
        effective=date(2001, 5, 1),
        turn=1,
        text=text,
        operations=operations,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def again(made: Instrument) -> str:
    """The file, once it was found valid and gave the same instrument and itself back."""
    content = write_instrument(made, WORK)
    validate(content, FILE)
    read = read_instrument(content, FILE)
    assert read == made
    assert write_instrument(read, WORK) == content
    return content.decode()


EVERY = instrument(
    (
        SubstituteWords(
            id="mod_1", place="cl_1", target=at("III.1"), spot=Spot(words="ten (10)"), new="six (6)", seen=SEEN
        ),
        DeleteWords(id="mod_2", place="cl_1", target=at("III.1"), spot=Spot(sentence=-1, paragraph=2), seen=SEEN),
        AddWords(
            id="mod_3",
            place="cl_2",
            target=at("III.2(b)"),
            spot=Spot(words="money", which=2, count=3),
            side="after",
            new="or goods",
            seen=SEEN,
        ),
        AddWords(
            id="mod_4", place="cl_3", target=at("III.3"), spot=Spot(), side="after", new="A new paragraph.",
            apart=True, seen=SEEN,
        ),
        SubstituteWords(
            id="mod_5",
            place="cl_4",
            target=Address(()),
            spot=Spot(words="Secretary", which="each", count=7),
            new="Clerk",
            seen=None,
        ),
        Retitle(id="mod_6", place="cl_5", target=at("V.2"), heading="Clerk & Keeper.", seen=SEEN),
        Renumber(
            id="mod_7",
            place="cl_6",
            moves=(
                Move(target=at("V.4"), to=at("V.3"), seen=SEEN),
                Move(target=at("Section 3.02"), to=at("Section 3.01"), seen=Seen(heading="", digest="b" * 64)),
            ),
        ),
        Delete(id="mod_8", place="cl_6", target=at("V.3"), num="Section 3.", heading="", seen=SEEN),
        Substitute(
            id="mod_9",
            place="cl_7__sec_1",
            target=at("VI.1"),
            new=section("Section 1.", "Seal.", "There is none."),
            seen=SEEN,
        ),
        Add(id="mod_10", place="cl_2-2__sec_9", target=at("VI.9"), new=section("Section 9.", "", "Words.")),
    ),
    clause('Section 1 is amended by striking "ten (10)" and inserting "six (6)," and its last sentence is deleted.'),
    clause("Paragraph (b) has “or goods” put in after the second “money”."),
    clause("Section 3 has at its end the paragraph:", "A new paragraph."),
    clause("Each reference to the Secretary is to the Clerk."),
    clause("The heading of Section 2 of Article V shall be: 'Clerk & Keeper.'"),
    clause("Section 3 of Article V is deleted and the following sections are renumbered accordingly."),
    clause("Section 1 of Article VI is to read:", section("Section 1.", "Seal.", "There is none.")),
    clause("And further:", section("Section 9.", "", "Words."), "This is all.", num="2."),
)  # fmt: skip


def test_every_kind_goes_into_a_file_and_comes_back() -> None:
    content = again(EVERY)
    root = etree.fromstring(content.encode())
    quoted = {e.get("eId"): e.text for e in root.iterfind(".//a:quotedText", NS)}
    assert quoted == {
        "mod_1__qtext_1": "ten (10)",
        "mod_1__qtext_2": "six (6)",
        "mod_3__qtext_1": "or goods",
        "mod_3__qtext_2": "money",
        "mod_4__qtext_1": "A new paragraph.",
        "mod_6__qtext_1": "Clerk & Keeper.",
    }
    types = [e.get("type") for e in root.iterfind(".//a:textualMod", NS)]
    assert types == [
        *("substitution", "repeal", "insertion", "insertion", "substitution", "substitution"),
        *("renumbering", "repeal", "substitution", "insertion"),
    ]


def test_a_modification_points_at_the_words_that_state_it() -> None:
    root = etree.fromstring(again(EVERY).encode())
    eids = {element.get("eId") for element in root.iter() if element.get("eId")}
    sources = [e.get("href", "").removeprefix("#") for e in root.iterfind(".//a:textualMod/a:source", NS)]
    assert sources[:3] == ["mod_1", "cl_1", "mod_3"]
    assert set(sources) <= eids


def test_a_restatement_quotes_a_whole_text_with_the_identities_it_goes_on_with() -> None:
    kept = replace(section("Section 1.", "Seal.", "None."), wid="art_V__sec_7")
    article = Provision(level="article", num="ARTICLE I", heading="SEAL", body=(kept, section("Section 2.", "Year.")))
    drawn = instrument((), article, clause("Words."))
    restated = replace(drawn, operations=(Restate(id="mod_1", place="", new=drawn.text, seen="c" * 64),))
    assert 'wId="art_V__sec_7"' in again(restated)


@pytest.mark.parametrize(
    "adoption",
    [
        Adoption(),
        Adoption(day=date(2001, 4, 20)),
        Adoption(body="members", how="written consent"),
        Adoption(
            day=date(2001, 4, 20),
            body="board of directors",
            how="meeting",
            vote="4 to 1",
            certified_by='J. "X" Doe & Co',
        ),
    ],
)
def test_adoption_and_condition(adoption: Adoption) -> None:
    again(replace(EVERY, adoption=adoption, condition="the closing of the Merger"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('b:operation="retitle"', 'b:operation="recall"'),
        ('type="renumbering"', 'type="repeal"'),
        ('href="#mod_1__qtext_2"', 'href="#mod_1__qtext_3"'),
        ('b:address="article VI / section 9"', 'b:address="?!"'),
        ('b:which="each"', 'b:which="all"'),
        ('b:count="7"', 'b:count="x"'),
        ('eId="effective"', 'eId="effected"'),
        ('<FRBRnumber value="2001-05-01-1"', '<FRBRnumber value="x"'),
        ("ten (10)</quotedText>", "<b>ten</b> (10)</quotedText>"),
    ],
)
def test_a_file_that_says_what_can_not_be_is_named(old: str, new: str) -> None:
    content = write_instrument(EVERY, WORK).decode()
    assert old in content
    with pytest.raises(RecordDamaged):
        read_instrument(content.replace(old, new).encode(), FILE)
