"""Redlines as Word files: whoever accepts all has the new text, whoever rejects all has the old one."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from itertools import permutations
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings

from amendments.instrument import Instrument
from amendments.timeline import Consolidated, Timeline
from corpus.model import Base, Work
from corpus.sources.reader import read_source
from histories import WORK, histories, history
from office import accepted_and_rejected
from renderer.redline.build import redline
from renderer.redline.word import write_redline_word
from renderer.view import view_text
from sample import IVM, opened, timeline
from tracked import audited, revisions, settled

DAYS = ("1991-12-20", "1998-03-26", "1999-07-29", "1999-10-20", "2000-02-28")


def shown(work: Work, text: Consolidated) -> list[str]:
    """The paragraphs of a text as it is printed."""
    view = view_text(work, text)
    made = list(view.preface)
    for entry in view.entries:
        if entry.level == "article" or not entry.run_in:
            made += [entry.head, entry.lead]
        else:
            made.append(f"{entry.head} {entry.lead}".strip())
        made += (paragraph.text for paragraph in entry.rest)
    return [paragraph for paragraph in (*made, *view.conclusions) if paragraph]


def written(work: Work, line: Timeline, old: Consolidated, new: Consolidated) -> list[bytes]:
    ways = ((False, False, False, True), (True, False, True, True), (True, True, False, False))
    return [
        write_redline_word(
            redline(work, line, old, new, by_instrument=by_instrument, superseded=superseded),
            summary=summary,
            moves=moves,
        )
        for by_instrument, superseded, summary, moves in ways
    ]


def joined(paragraphs: list[str]) -> list[str]:
    """The paragraphs, a heading that stands alone put before what follows it.

    Words that were a section's first paragraph and became an item of a list begin a line of their own in both texts.
    """
    return re.sub(r"(?m)^(Section \d+\. \w+\.)\n", r"\1 ", "\n".join(paragraphs)).split("\n")


def assert_exact(work: Work, line: Timeline, old: Consolidated, new: Consolidated) -> None:
    for made in written(work, line, old, new):
        assert joined(settled(made, accept=True)) == joined(shown(work, new))
        assert joined(settled(made, accept=False)) == joined(shown(work, old))


@pytest.mark.parametrize(("old", "new"), list(permutations(DAYS, 2)))
def test_accepting_gives_the_new_text_and_rejecting_the_old(old: str, new: str) -> None:
    line = timeline(IVM)
    assert_exact(opened(IVM).work, line, *(line.as_of(date.fromisoformat(day)) for day in (old, new)))


@settings(max_examples=30)
@given(histories)
def test_both_texts_stand_in_the_redline_of_any_history(played: tuple[Base, list[Instrument]]) -> None:
    line = Timeline(*played)
    assert_exact(WORK, line, line.as_of(WORK.adopted), line.latest())
    assert_exact(WORK, line, line.latest(), line.as_of(WORK.adopted))


def test_libreoffice_accepts_and_rejects_the_same(tmp_path: Path) -> None:
    files: list[bytes] = []
    meant: list[tuple[list[str], list[str]]] = []
    lines = [(opened(IVM).work, timeline(IVM)), *((WORK, Timeline(*history(Random(seed), 12))) for seed in range(8))]
    for work, line in lines:
        old, new = line.as_of(work.adopted), line.latest()
        made = [one for one in written(work, line, old, new) if settled(one, accept=True)]
        files += made[:1] + made[2:]
        meant += [(shown(work, new), shown(work, old))] * 2
    for got, expected in zip(accepted_and_rejected(files, tmp_path), meant, strict=True):
        assert [joined(side) for side in got] == [joined(side) for side in expected]


def test_the_programs_own_reader_reads_both_texts_in_it() -> None:
    line = timeline(IVM)
    old, new = (line.as_of(date.fromisoformat(day)) for day in (DAYS[0], DAYS[4]))
    made = write_redline_word(redline(opened(IVM).work, line, old, new, by_instrument=True))
    rejected = read_source(made, "changes.docx", changes="rejected").documents[0].text
    assert rejected.words() == old.text.words()
    accepted = read_source(made, "changes.docx", changes="accepted").documents[0].text
    placeholder = ["[Deleted", "February", "28,", "2000.]"]
    words = accepted.words()
    for _ in range(4):
        at = words.index("[Deleted")
        assert words[at : at + 4] == placeholder
        del words[at : at + 4]
    assert words == new.text.words()


def test_the_validator_finds_nothing(tmp_path: Path) -> None:
    for work, line in ((opened(IVM).work, timeline(IVM)), (WORK, Timeline(*history(Random(3), 20)))):
        for made in written(work, line, line.as_of(work.adopted), line.latest()):
            assert audited(made, tmp_path) == []


def test_each_instrument_is_an_author_with_its_day() -> None:
    line = timeline(IVM)
    old, new = (line.as_of(date.fromisoformat(day)) for day in (DAYS[0], DAYS[4]))
    made = write_redline_word(redline(opened(IVM).work, line, old, new, by_instrument=True))
    said = {(one.get(f"{W}author"), one.get(f"{W}date")) for one in revisions(made)}
    assert said == {
        ("Schedule A, March 26, 1998", "1998-03-26T00:00:00Z"),
        ("Schedule A, July 29, 1999", "1999-07-29T00:00:00Z"),
        ("Schedule A, October 20, 1999", "1999-10-20T00:00:00Z"),
        ("Schedule A, February 28, 2000", "2000-02-28T00:00:00Z"),
    }
    plain = write_redline_word(redline(opened(IVM).work, line, old, new))
    assert {one.get(f"{W}author") for one in revisions(plain)} == {"bylaws"}


def test_what_is_said_of_a_move_is_a_comment() -> None:
    line = timeline(IVM)
    old, new = (line.as_of(date.fromisoformat(day)) for day in (DAYS[0], DAYS[4]))
    made = write_redline_word(redline(opened(IVM).work, line, old, new))
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        comments = package.read("word/comments.xml").decode()
    assert "Moved from Article V, Section 12" in comments
    assert "Edited where it stands now: “President” becomes “Chief Executive Officer”." in comments
    assert "(Substituted March 26, 1998; July 29, 1999; October 20, 1999; February 28, 2000.)" in comments


def test_the_filing_style_tracks_nothing() -> None:
    line = timeline(IVM)
    old, new = (line.as_of(date.fromisoformat(day)) for day in DAYS[3:])
    made = write_redline_word(redline(opened(IVM).work, line, old, new), filing=True)
    assert not revisions(made)
    (said,) = [one for one in settled(made, accept=True) if one.startswith("Section 1. Number of Directors.")]
    assert "of [not less than ten (10) nor more than fifteen (15) members]at least one (1) member who" in said


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
