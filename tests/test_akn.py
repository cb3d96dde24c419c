"""Akoma Ntoso in and out: valid, safe, and the same bytes again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amendments.akn.instrument import read_instrument, write_instrument
from corpus.akn.base import read_base, write_base
from corpus.errors import NotValid, RecordDamaged
from corpus.model import Base, Provision, Text, Work, identify
from corpus.schema import validate
from sample import IVM, LIBRARY, opened

FILE = Path("base.xml")
WORK = Work(key="acme", title="BYLAWS & RULES", jurisdiction="us-ca", adopted=date(1990, 5, 4))

words = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"], exclude_characters="\ufffe\uffff"), min_size=1
).map(lambda text: " ".join(text.split()) or "word")
letters = st.sampled_from(["(a)", "(b)", "(c)", "(1)", "(i)"])


def items(depth: int) -> st.SearchStrategy[Provision]:
    level = ("paragraph", "subparagraph", "clause")[depth]
    inner = st.one_of(words, items(depth + 1)) if depth < 2 else words
    return st.builds(
        Provision,
        level=st.just(level),
        num=letters,
        heading=st.just("") | words,
        body=st.lists(inner, max_size=4).map(tuple),
    )


sections = st.builds(
    Provision,
    level=st.just("section"),
    num=st.sampled_from(["Section 1.", "Section 2.", "Section 3,", "3.02"]),
    heading=words,
    body=st.lists(words | items(0), max_size=5).map(tuple),
    status=st.sampled_from(["in-force", "reserved"]),
)
articles = st.builds(
    Provision,
    level=st.just("article"),
    num=st.sampled_from(["ARTICLE I", "ARTICLE II"]),
    heading=words,
    body=st.lists(sections, max_size=3).map(tuple),
)
texts = st.builds(
    lambda preface, provisions, conclusions: Text(
        preface=tuple(preface), provisions=identify(tuple(provisions)), conclusions=tuple(conclusions)
    ),
    st.lists(words, max_size=3),
    st.lists(articles | sections, min_size=1, max_size=3),
    st.lists(words, max_size=3),
)


@given(texts)
def test_what_is_written_is_valid_and_is_read_back_to_the_same_bytes(text: Text) -> None:
    base = Base(work=WORK, text=text)
    content = write_base(base)
    validate(content, FILE)
    again = read_base(content, FILE)
    assert again == base
    assert write_base(again) == content


@pytest.mark.parametrize("path", sorted(LIBRARY.glob("*/*.xml")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_file_of_the_library_is_valid_and_written_again_alike(path: Path) -> None:
    content = path.read_bytes()
    validate(content, path)
    if path.name == "base.xml":
        assert write_base(read_base(content, path)) == content
    else:
        assert write_instrument(read_instrument(content, path), opened(IVM).work) == content


def test_two_lists_in_one_section_are_block_lists() -> None:
    def item(num: str) -> Provision:
        return Provision(level="paragraph", num=num, body=("act.",))

    body = ("The board may:", item("(a)"), item("(b)"), "The officers may:", item("(a)"), "No one else may.")
    text = Text(provisions=identify((Provision(level="section", num="Section 1.", heading="Powers.", body=body),)))
    content = write_base(Base(work=WORK, text=text))
    validate(content, FILE)
    assert content.count(b"<blockList ") == 2
    assert read_base(content, FILE).text == text


def test_the_work_has_an_frbr_uri() -> None:
    assert opened(IVM).work.uri == "/akn/us-ca/act/bylaws/interactive-voice-media/1991-12-20/bylaws"


def test_the_schema_refuses_what_is_not_akoma_ntoso() -> None:
    with pytest.raises(NotValid, match="line 2"):
        validate(b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">\n<motion/></akomaNtoso>', FILE)


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>',
        b"<!DOCTYPE a><a/>",
        b'<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;&l;&l;&l;">]><a>&m;</a>',
        b"<a>",
        b"",
        b"<a/>",
        b"<a>" * 3000 + b"</a>" * 3000,
    ],
)
def test_entities_document_types_and_monstrous_trees_are_refused(content: bytes) -> None:
    with pytest.raises(RecordDamaged, match=r"base\.xml"):
        read_base(content, FILE)


@pytest.mark.parametrize(
    "damage",
    [
        (b"<p>The offices of", b"<p><b>Lost</b>The offices of"),
        (b"<p>The offices of", b"<table/><p>The offices of"),
        (b"<heading>Principal Office.</heading>", b"<heading>Principal <i>Office</i>.</heading>"),
        (b'<section eId="art_I__sec_1"', b'<motion eId="art_I__sec_1"'),
    ],
)
def test_reading_refuses_to_lose_words_that_it_does_not_know(damage: tuple[bytes, bytes]) -> None:
    content = (LIBRARY / IVM / "base.xml").read_bytes()
    assert damage[0] in content
    altered = content.replace(*damage, 1)
    if b"motion" in damage[1]:
        altered = altered.replace(b"</section>", b"</motion>", 1)
    with pytest.raises(RecordDamaged):
        read_base(altered, FILE)
