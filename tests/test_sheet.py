"""The sheet: operations written for a person, read back, and every line of it that can't be read."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.operations import (
    Add,
    AddWords,
    Delete,
    DeleteWords,
    Operation,
    Restate,
    Retitle,
    Spot,
    Substitute,
    SubstituteWords,
)
from amendments.sheet.read import read_sheet
from amendments.sheet.stated import UNSEEN, bare
from amendments.sheet.write import write_operation
from corpus.address import read_address
from corpus.model import Provision, Text
from test_random_operations import histories

SECTION = read_address("Article II, Section 4")[0]


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
    assert back(*operations) == [bare(one) for one in operations]


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
    num = {
        "article": "ARTICLE IV",
        "section": draw(st.sampled_from(["Section 2.", "Section 3,", "§ 5", "SECTION 3.02"])),
        "": "",
    }
    body: list[str | Provision] = draw(st.lists(words, max_size=2))
    if depth < 3:
        body += draw(st.lists(provisions(inner, depth), max_size=2))
    body += draw(st.lists(words, max_size=2))
    if kind == "" and not (body and isinstance(body[0], str)):
        body.insert(0, draw(words))
    return Provision(
        level=kind or "section",  # type: ignore[arg-type]
        num=num.get(kind, draw(st.sampled_from(["(a)", "(iv)", "(10)", "(aa)"]))),
        heading=draw(headings) if kind else "",
        body=tuple(body),
    )


@settings(max_examples=400)
@given(provisions())
def test_any_new_text_is_read_back_as_it_stood(new: Provision) -> None:
    target = read_address("Article IV" if new.level == "article" else "II.2" if new.level == "section" else "II.2(a)")[
        0
    ]
    (read,) = back(Substitute(id="", place="", target=target, new=new, seen=UNSEEN))
    assert isinstance(read, Substitute)
    assert stripped(read.new) == new


def stripped(provision: Provision) -> Provision:
    """Without the status, which follows from the words."""
    body = tuple(part if isinstance(part, str) else stripped(part) for part in provision.body)
    return replace(provision, status="in-force", body=body)


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
