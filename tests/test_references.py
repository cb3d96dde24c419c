"""References inside a text: which words name a provision of it, which name another document's, and what each means."""

from __future__ import annotations

import pytest

from amendments.audit.references.mention import Mention, Named
from amendments.audit.references.read import mentions

INSIDE = [
    ("as provided in Section 5 of this Article.", "Section 5 of this Article", ["its article, Section 5"]),
    ("the limits in Section 2 of Article III hereof.", "Section 2 of Article III", ["Article III, Section 2"]),
    ("with Sections 4 and 5 of these By-laws.", "Sections 4 and 5", ["Section 4", "Section 5"]),
    ("subject to this Section 4, the Board", "this Section 4", ["itself Section 4"]),
    (
        "under Section 3 of this Article V, shall",
        "Section 3 of this Article V",
        ["itself Article V", "its article, Section 3"],
    ),
    ("Sections 3.02 through 3.04 hereof", "Sections 3.02 through 3.04", [
        "Section 3.02", "(Section 3.03)", "Section 3.04"]),
    ("as in subsection (b) above,", "subsection (b)", ["(b)"]),
    ("paragraphs (a) to (c) of this Section", "paragraphs (a) to (c) of this Section", [
        "its section, (a)", "(its section, (b))", "its section, (c)"]),
    ("by Section 8 of Article II of the By-laws of the Corporation", "Section 8 of Article II", [
        "Article II, Section 8"]),
    ("Articles II to IV of these Bylaws", "Articles II to IV", ["Article II", "(Article III)", "Article IV"]),
]  # fmt: skip
OPEN = [
    ("as Article IX provides", "Article IX", ["Article IX"]),
    ("in Article III, Section 1(a)(ii), the", "Article III, Section 1(a)(ii)", ["Article III, Section 1(a)(ii)"]),
    ("paragraph (a) of Section 2 applies", "paragraph (a) of Section 2", ["Section 2(a)"]),
    ("by Section 2.2.1, the chair", "Section 2.2.1", ["Section 2.2.1"]),
    ("see Sections 3(a) and (b), or 7", "Sections 3(a) and (b), or 7", ["Section 3(a)", "Section 3(b)", "Section 7"]),
    ("Section 1, Article III, says", "Section 1, Article III", ["Article III, Section 1"]),
    ("as the preceding Section says", "the preceding Section", ["the section before"]),
    ("required by Section 5 of each meeting", "Section 5", ["Section 5"]),
    ("Article One, Section 2", "Article One, Section 2", ["Article One, Section 2"]),
    ("Upon such notice, Section 5 applies.", "Section 5", ["Section 5"]),
]  # fmt: skip
OUTSIDE = [
    "Sections 702 to 704, inclusive, of the Corporations Code of California",
    "ss.600 of the California General Corporation Law",
    "Section 307 of the General Corporation Law",
    "section 501(c)(3) of the Internal Revenue Code",
    "Article IV of the Articles of Incorporation",
    "Article Four, Section 2 of the Certificate",
    "Sections 705(e) and 705(f) of the Corporations Code of California",
    "Revenue Code sections 125, 132 and 402 (a)(8)",
    "Code Section 414(b)",
    "DGCL Section 145",
    "Title 8, Section 141",
    "the Securities Exchange Act of 1934, Section 16(b)",
    "Section 16(a) or Section 16(b) of the Act",
    "Section 9 of the Declaration",
    "article 4 of the declaration",
    "subdivision (a) of Section 1501 of the Corporations Code",
    "Section 8 of the By-laws of the National Association",
    "Section 6 under the Exchange Act",
    "Section 3 of Delaware's statute",
    "the Certificate of Incorporation, Article IV",
    "the Merger Agreement, Section 9.02",
]
NOTHING = [
    "Rule 144 and Regulation S-T",
    "this Section and the Articles of Incorporation",
    "the articles or by-laws; an article of clothing",
    "Section 55-8-02 of the General Statutes",
    "26 CFR §1.409A-1(h)",
    "each paragraph and every clause",
]


def said(named: Named) -> str:
    steps = "".join(
        str(step) if str(step).startswith("(") or not nth else f", {step}" for nth, step in enumerate(named.steps)
    )
    written = {
        "self": f"itself {steps}",
        "article": f"its article, {steps}",
        "section": f"its section, {steps}",
        "before": f"the {named.steps[0].level} before",
        "after": f"the {named.steps[0].level} after",
    }.get(named.anchor, steps)
    return f"({written})" if named.between else written


def only(words: str) -> Mention:
    (mention,) = mentions(words)
    return mention


@pytest.mark.parametrize(("words", "mentioned", "addresses"), INSIDE)
def test_inside(words: str, mentioned: str, addresses: list[str]) -> None:
    mention = only(words)
    assert (mention.words, [said(one) for one in mention.named]) == (mentioned, addresses)
    assert words[slice(*mention.span)] == mentioned
    assert mention.belongs == "inside"


@pytest.mark.parametrize(("words", "mentioned", "addresses"), OPEN)
def test_inside_unless_something_says_otherwise(words: str, mentioned: str, addresses: list[str]) -> None:
    mention = only(words)
    assert (mention.words, [said(one) for one in mention.named]) == (mentioned, addresses)
    assert mention.belongs == "open"


@pytest.mark.parametrize("words", OUTSIDE)
def test_of_another_document(words: str) -> None:
    found = mentions(f"subject to the provisions of {words}, as the Board decides.")
    assert found
    assert {mention.belongs for mention in found} == {"outside"}


@pytest.mark.parametrize("words", NOTHING)
def test_no_reference(words: str) -> None:
    assert mentions(f"Subject to {words}.") == ()


def test_each_of_several_is_read() -> None:
    words = "Section 3 or Section 5 of this Article V and Section 2 of Article IV, but not Section 7 of the Act"
    assert [(one.words, one.belongs) for one in mentions(words)] == [
        ("Section 3", "inside"),
        ("Section 5 of this Article V", "inside"),
        ("Section 2 of Article IV", "open"),
        ("Section 7", "outside"),
    ]


@pytest.mark.parametrize("words", ["such Section 204", "Section 9 thereof", "Section 4 of such Article"])
def test_what_was_named_before_is_not_told(words: str) -> None:
    assert {mention.belongs for mention in mentions(f"Under {words} it may.")} <= {"untold"}


def test_a_heading_in_the_middle_of_a_paragraph_is_no_reference() -> None:
    (mention,) = mentions("It is done. Section 6.02 Bank Accounts. The Board may open one.")
    assert mention.belongs == "heading"
