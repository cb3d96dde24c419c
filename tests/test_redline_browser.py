"""The redline's page in a real browser: keys, buttons, what is hidden, and that it can be read without any script."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from browser import Browser, opened_browser
from redline_law import of_sample
from renderer.redline.html import write_redline_html
from sample import IVM, days

CURRENT = "[...document.querySelectorAll('.current')].map(mark => mark.textContent)"
COUNTER = "document.querySelector('.toolbar output').textContent"
FOCUSED = "document.activeElement.id"
SHOWN = "document.querySelector('main').innerText"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with opened_browser(tmp_path_factory.mktemp("chromium")) as opened:
        opened.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-reduced-motion", "value": "reduce"}])
        opened.resize(1280)
        yield opened


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> object:
    """Write the redline of the first and last day of the sample, and open it from its file."""

    def written(way: str = "plain", anchor: str = "", **how: bool) -> Browser:
        path = tmp_path / "changes.html"
        path.write_text(write_redline_html(of_sample(IVM, *(days(IVM)[at] for at in (0, -1)), way).marked, **how))
        browser.open(path, anchor)
        return browser

    return written


def test_n_and_p_go_from_change_to_change(show) -> None:  # type: ignore[no-untyped-def]
    page = show()
    assert page.tell(COUNTER) == "28 changes"
    page.press("n")
    assert (page.tell(COUNTER), page.tell(FOCUSED), page.tell(CURRENT)) == ("1 of 28", "change-1", [",", ";"])
    page.press("j")
    assert page.tell(CURRENT) == ["five (5) members", "at least one (1) member"]
    page.press("nk")
    assert (page.tell(COUNTER), page.tell(FOCUSED)) == ("2 of 28", "change-2")
    page.press("p")
    page.press("p")
    assert page.tell(COUNTER) == "1 of 28"
    assert page.tell("location.hash") == "#change-1"


def test_p_begins_at_the_last_change_and_n_stays_there(show) -> None:  # type: ignore[no-untyped-def]
    page = show()
    page.press("p")
    assert page.tell(COUNTER) == "28 of 28"
    page.press("n")
    assert page.tell(COUNTER) == "28 of 28"
    inside = "(({top, bottom}) => top >= 0 && bottom <= innerHeight)(document.activeElement.getBoundingClientRect())"
    assert page.tell(inside)


@pytest.mark.parametrize("side_by_side", [False, True])
def test_every_change_is_come_to_once_and_both_ends_of_a_move(show, side_by_side: bool) -> None:  # type: ignore[no-untyped-def]
    page = show(side_by_side=side_by_side)
    page.press("n")
    met = [page.tell(FOCUSED)]
    while True:
        page.press("n")
        if page.tell(FOCUSED) == met[-1]:
            break
        met.append(page.tell(FOCUSED))
    assert len(met) == len(set(met))
    assert {name.removesuffix("-from") for name in met} == {f"change-{number}" for number in range(1, 29)}
    moved = page.tell("[...document.querySelectorAll('.moved[id]')].map(end => end.id)")
    assert len(moved) == 4
    assert set(moved) <= set(met)


def test_the_buttons_do_what_the_keys_do(show) -> None:  # type: ignore[no-untyped-def]
    page = show()
    page.click("[data-step='1']")
    page.click("[data-step='1']")
    assert page.tell(COUNTER) == "2 of 28"
    page.click("[data-step='-1']")
    assert page.tell(COUNTER) == "1 of 28"
    page.click("button.keys")
    assert page.tell("document.querySelector('dialog').open")


def test_c_shows_the_whole_text_and_the_changed_sections_again(show) -> None:  # type: ignore[no-untyped-def]
    page = show()
    unchanged = "Annual meetings of shareholders shall be held on the second Friday"
    assert unchanged not in page.tell(SHOWN)
    page.press("c")
    assert unchanged in page.tell(SHOWN)
    page.press("c")
    assert unchanged not in page.tell(SHOWN)
    assert unchanged in show(whole=True).tell(SHOWN)


def test_the_question_mark_shows_the_keys_and_hides_them(show) -> None:  # type: ignore[no-untyped-def]
    page = show()
    assert not page.tell("document.querySelector('dialog').checkVisibility()")
    page.press("?")
    assert "next change" in page.tell("document.querySelector('dialog').innerText")
    page.press("n")
    assert page.tell(COUNTER) == "28 changes"
    page.press("?")
    assert not page.tell("document.querySelector('dialog').checkVisibility()")


def test_a_link_to_a_change_opens_at_it(show) -> None:  # type: ignore[no-untyped-def]
    page = show(anchor="#change-6", summary=True)
    page.wait_for(f"{COUNTER} == '6 of 28'")
    page.press("n")
    assert page.tell(COUNTER) == "7 of 28"
    page.click(".summary li:nth-child(2) a")
    page.wait_for(f"{COUNTER} == '2 of 28'")
    assert page.tell(CURRENT)[0] == "five (5) members"


def test_the_marks_of_an_instrument_are_read_as_made_where_its_tick_is_taken_away(show) -> None:  # type: ignore[no-untyped-def]
    page = show("superseded")
    assert "five (5)" in page.tell(SHOWN)
    assert "eight (8)" in page.tell(SHOWN)
    page.click("#show-1")
    assert "five (5)" not in page.tell(SHOWN)
    assert page.tell("getComputedStyle(document.querySelector('main ins.by-1')).textDecorationLine") == "none"
    for number in (2, 3, 4):
        page.click(f"#show-{number}")
    assert "eight (8)" not in page.tell(SHOWN)
    struck = "[...document.querySelectorAll('main del')].filter(mark => mark.getClientRects().length).length"
    assert page.tell(struck) == 0
    page.press("n")
    assert page.tell(COUNTER) == "33 changes"


def test_margin_numbers_do_not_overlap_and_are_no_part_of_what_is_copied(show) -> None:  # type: ignore[no-untyped-def]
    page = show()
    boxes = page.tell(
        "[...document.querySelectorAll('.number')].map(link => link.getBoundingClientRect())"
        ".map(({top, bottom, right}) => [top, bottom, right])"
    )
    assert all(upper[1] <= lower[0] + 1 for upper, lower in pairwise(boxes))
    text = page.tell("document.querySelector('main section:not(.same) p strong').getBoundingClientRect().left")
    assert all(right < text for _, _, right in boxes)
    page.tell("getSelection().selectAllChildren(document.querySelector('main section:not(.same)'))")
    copied = page.tell("getSelection().toString()")
    assert copied.replace("\n", " ").split()[:6] == "Article III Section 1. Number of".split()


@pytest.mark.parametrize("side_by_side", [False, True])
def test_nothing_is_loaded_and_nothing_runs_off_a_narrow_screen(show, side_by_side: bool) -> None:  # type: ignore[no-untyped-def]
    page = show("superseded", summary=True, side_by_side=side_by_side)
    page.resize(390)
    page.press("nnn")
    assert len(page.requested) == 1
    assert page.tell("document.documentElement.scrollWidth") <= 390
    page.resize(1280)


def test_without_script_everything_can_be_read_and_the_whole_text_shown(show) -> None:  # type: ignore[no-untyped-def]
    browser: Browser = show()
    browser.send("Emulation.setScriptExecutionDisabled", value=True)
    try:
        page = show(summary=True)
        assert not page.tell("document.querySelector('.steps').checkVisibility()")
        assert "at least one (1) member" in page.tell(SHOWN)
        page.click("#only")
        assert "Annual meetings of shareholders" in page.tell(SHOWN)
    finally:
        browser.send("Emulation.setScriptExecutionDisabled", value=False)


def test_on_paper_there_is_no_toolbar_and_marks_are_told_without_colour(show) -> None:  # type: ignore[no-untyped-def]
    page = show("by instrument")
    page.send("Emulation.setEmulatedMedia", media="print")
    try:
        assert not page.tell("document.querySelector('.toolbar').checkVisibility()")
        lines = "tag => getComputedStyle(document.querySelector(`main ${tag}.mark`)).textDecorationLine"
        assert page.tell(f"['del', 'ins'].map({lines})") == ["line-through", "underline"]
        number = "getComputedStyle(document.querySelector('main ins.mark'), '::after').content"
        assert page.tell(number) == '"4"'
    finally:
        page.send("Emulation.setEmulatedMedia", media="")
