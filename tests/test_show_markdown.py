"""Markdown that ``bylaws show`` writes: read again, it has the same provisions and words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.instrument import Instrument
from amendments.timeline import Timeline
from corpus.model import Base, Provision, Text, identify
from corpus.sources.markdown import read_markdown
from corpus.sources.reader import read_source
from histories import WORK, histories
from renderer.markdown import write_markdown
from renderer.notes import deleted_items
from renderer.view import view_text
from sample import FMP, IVM, days, opened, timeline


def read(content: str) -> Text:
    (document,) = read_source(content.encode(), "text.md").documents
    return document.text


def written(text: Text) -> str:
    base = Base(work=WORK, text=replace(text, provisions=identify(text.provisions)))
    return write_markdown(view_text(WORK, Timeline(base, []).latest()))


def printed(provision: Provision, gone: dict[str, str]) -> Provision:
    """A provision with the words that are printed where it is deleted, without identities."""
    body = tuple(part if isinstance(part, str) else printed(part, gone) for part in provision.body)
    if provision.status == "deleted":
        return replace(provision, body=(gone[provision.wid],), status="in-force", wid="")
    return replace(provision, body=body, wid="")


@pytest.mark.parametrize(("key", "day"), [(key, day) for key in (IVM, FMP) for day in days(key)])
def test_a_work_on_any_day_is_read_again_as_it_was(key: str, day: date) -> None:
    standing = timeline(key).as_of(day)
    content = write_markdown(view_text(opened(key).work, standing))
    gone = deleted_items(standing.text, standing.sources())
    assert read(content) == replace(
        standing.text, provisions=tuple(printed(part, gone) for part in standing.text.provisions)
    )


def said(provision: Provision, gone: dict[str, str]) -> Iterator[str]:
    yield from filter(None, (provision.num, provision.heading, gone.get(provision.wid, "")))
    for part in provision.body:
        yield from (part,) if isinstance(part, str) else said(part, gone)


@settings(max_examples=40)
@given(histories)
def test_every_word_of_a_random_history_is_read_again_in_order(played: tuple[Base, list[Instrument]]) -> None:
    standing = Timeline(*played).latest()
    gone = deleted_items(standing.text, standing.sources())
    words = [*standing.text.preface, *(words for part in standing.text.provisions for words in said(part, gone))]
    text = read(write_markdown(view_text(WORK, standing)))
    assert text.words() == " ".join(words).split()
    assert read(written(text)) == text


@settings(max_examples=300)
@given(st.lists(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "M"]), min_size=1, max_size=9)))
def test_no_sign_of_the_words_is_read_as_markdown(found: list[str]) -> None:
    said = " ".join(("The", *found, "end."))
    text = Text(
        preface=("BYLAWS",),
        provisions=(Provision(level="section", num="Section 1.", heading="Name.", body=("It is Acme.", said)),),
    )
    read = read_markdown(written(text).encode(), "text.md", None)
    assert [line.text for line in read.lines if line.text][-1] == said


@pytest.mark.parametrize(
    "words",
    ["1. one of them", "12) of them", "- not less -", "+ two of them", "# 4 Main Street", "> ten", "=== or ---"],
)
def test_a_paragraph_may_begin_with_a_sign(words: str) -> None:
    text = Text(
        preface=("BYLAWS",),
        provisions=(Provision(level="section", num="Section 1.", heading="Name.", body=("It is Acme.", words)),),
    )
    assert " ".join(read(written(text)).words()).endswith(f"It is Acme. {words}")


def test_what_is_about_the_text_stands_beside_it() -> None:
    standing = timeline(IVM).as_of(date(2000, 2, 28))
    content = write_markdown(view_text(opened(IVM).work, standing))
    assert content.startswith(
        '---\ntitle: "BY-LAWS OF INTERACTIVE VOICE MEDIA (CA) CORP."\ntext: "as in force on February 28, 2000"\n---\n\n'
    )
    assert "\n\n## ARTICLE I OFFICES\n\n**Section 1. Principal Office.** The offices" in content
    assert "\n\n<!-- (Substituted March 26, 1998; February 28, 2000.) -->\n\n" in content
    assert "\n\n**Section 13.** \\[Deleted February 28, 2000.\\]\n\n" in content
    assert set(read_source(content.encode(), "text.md").set_aside_by_reason()) == {"front-matter", "comment"}
