"""The HTML page: whole, escaped, self-contained, linked."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from lxml import html

from renderer.html import write_html
from renderer.view import view_text
from sample import FMP, IVM, opened, timeline


def page(key: str, day: date) -> html.HtmlElement:
    return html.fromstring(write_html(view_text(opened(key).work, timeline(key).as_of(day))))


def folded(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize(
    ("key", "day"), [(IVM, date(1991, 12, 20)), (IVM, date(2000, 2, 28)), (FMP, date(1998, 8, 25))]
)
def test_the_page_has_every_word_in_order(key: str, day: date) -> None:
    text = timeline(key).as_of(day).text
    found = page(key, day)
    for note in found.xpath("//*[contains(@class, 'note') or contains(@class, 'placeholder')]"):
        note.getparent().remove(note)
    header, main = found.xpath("//header/p[not(@class)]"), found.xpath("//main")[0]
    words = [word for line in header for word in line.text_content().split()] + folded(main).split()
    assert words == text.words()


def test_the_contents_link_to_every_article_and_section() -> None:
    found = page(IVM, date(2000, 2, 28))
    links = [link.get("href")[1:] for link in found.xpath("//nav//a")]
    assert len(links) == 9 + 67
    assert len(set(links)) == len(links)
    assert all(found.xpath(f"//main//*[@id='{link}']") for link in links)


def test_nothing_is_loaded_from_elsewhere() -> None:
    content = write_html(view_text(opened(IVM).work, timeline(IVM).latest()))
    assert not re.search(r"(?:src|href)=[\"'](?!#)|@import|url\(|<script", content)
    assert 'name="viewport"' in content
    assert "@media print" in content


def test_words_are_escaped() -> None:
    work = replace(opened(IVM).work, title="<script>alert(1)</script> & Co.")
    content = write_html(replace(view_text(work, timeline(IVM).latest()), preface=()))
    assert "<script>" not in content
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co." in content


def test_source_notes_and_placeholders() -> None:
    found = page(IVM, date(2000, 2, 28))
    assert folded(found.xpath("//section[@id='art_V__sec_13']")[0]) == "Section 13. [Deleted February 28, 2000.]"
    notes = found.xpath("//section[@id='art_V__sec_1']/p[@class='note']")
    assert folded(notes[0]) == "(Substituted March 26, 1998; February 28, 2000.)"
