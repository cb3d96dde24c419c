"""Word files with tracked changes: accepting all gives the new text and rejecting all the old one, whoever does it."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import Phase, example, given, settings

from corpus.sources.word.reader import read_word
from office import accepted_and_rejected
from renderer.word.lines import KEPT, Author, Change, Line, Style, Words
from renderer.word.write import write_word
from tracked import (
    ADDED,
    FIRST,
    SECOND,
    STRUCK,
    SUPERSEDED,
    audited,
    changed_lines,
    meant,
    printed,
    revisions,
    settled,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAME, SEAL = "Section 1. Name. The name is Acme.", "Section 2. Seal. The seal is round."
DUES, VOTES = "Section 3. Dues. Dues are ten dollars.", "Section 4. Votes. Each member has one vote."


def line(text: str, mark: Change = KEPT, style: Style = "section", move: str = "", remark: str = "") -> Line:
    """A line that was kept, put in or taken out whole."""
    remarks = (remark,) if remark else ()
    return Line(words=(Words(text=text, change=mark),), style=style, mark=mark, move=move, remarks=remarks)


def edited(*words: tuple[str, Change], style: Style = "section") -> Line:
    """A line of which words were changed."""
    return Line(words=tuple(Words(text=text, change=change) for text, change in words), style=style)


CASES = {
    "words": [edited(("The board has ", KEPT), ("five (5)", STRUCK), ("seven (7)", ADDED), (" members.", KEPT))],
    "several in a row in the middle": [
        line(NAME),
        line(SEAL, STRUCK),
        line(DUES, STRUCK),
        line(VOTES, ADDED),
        line("Section 5. Notices.", ADDED),
        line("Section 6. Records."),
    ],
    "at the start": [line(NAME, STRUCK), line(SEAL, STRUCK), line(DUES, ADDED), line(VOTES)],
    "struck at the end": [line(NAME), line(SEAL, STRUCK), line("Adopted May 4, 1990.", STRUCK, "closing")],
    "added at the end": [line(NAME), line(SEAL, ADDED), line("Adopted May 4, 1990.", ADDED, "closing")],
    "both at the end": [line(NAME), line(SEAL, STRUCK), line(DUES, STRUCK), line(VOTES, ADDED), line("More.", ADDED)],
    "all struck": [line(NAME, STRUCK), line(SEAL, STRUCK)],
    "all added": [line(NAME, ADDED), line(SEAL, ADDED)],
    "all replaced": [line(NAME, STRUCK), line(SEAL, STRUCK), line(DUES, ADDED), line(VOTES, ADDED)],
    "an end and the next start added": [
        edited(("The seal is round", KEPT), (" and bears the name", ADDED)),
        line(DUES, ADDED),
        edited(("In May, ", ADDED), ("the members meet.", KEPT)),
    ],
    "superseded words": [edited(("The fee is ", KEPT), ("ten", SUPERSEDED), ("nine", ADDED), (" dollars.", KEPT))],
    "a superseded section": [line(NAME), line(SEAL, SUPERSEDED), line(DUES)],
    "a superseded section at the end": [line(NAME), line(SEAL, SUPERSEDED)],
    "what one author put in and took out": [
        edited(("The fee is ten", KEPT), (" (10)", Change(put_in=FIRST, taken_out=FIRST)), (" dollars.", KEPT))
    ],
    "moved down": [line(NAME, STRUCK, move="m"), line(SEAL), line(NAME, ADDED, move="m"), line(DUES)],
    "moved to the end": [line(NAME, STRUCK, move="m"), line(SEAL), line(NAME, ADDED, move="m")],
    "moved from the end": [line(NAME, ADDED, move="m"), line(SEAL), line(NAME, STRUCK, move="m")],
    "two moved together": [
        *(line(text, STRUCK, move="m") for text in (NAME, SEAL)),
        edited(("Dues are ", KEPT), ("ten", STRUCK), ("nine", ADDED), (" dollars.", KEPT)),
        *(line(text, ADDED, move="m") for text in (NAME, SEAL)),
        line(VOTES),
    ],
    "with remarks": [
        line(NAME, remark="Substituted."),
        line(SEAL, STRUCK, remark="Deleted."),
        line(DUES, ADDED, remark="Added."),
        line(VOTES, remark="Last."),
    ],
    "letters of every kind": [
        edited(("e\u0301 a\u030a ", KEPT), ("שלום", STRUCK), ("سلام", ADDED), (" 𝔄 <&> \"' ", KEPT)),
        line("\tindented\nand broken\u00a0", ADDED),
        line("  spaces  at both ends  "),
    ],
    "a very long paragraph": [edited(("word " * 30_000, KEPT), ("struck " * 5_000, STRUCK), ("end.", KEPT))],
}


def body(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read("word/document.xml").decode()


@pytest.mark.parametrize("case", CASES)
def test_each_kind_of_change_is_settled_exactly(case: str) -> None:
    made = write_word(CASES[case], title="Bylaws", tracked=True)
    assert settled(made, accept=True) == meant(CASES[case], accept=True)
    assert settled(made, accept=False) == meant(CASES[case], accept=False)


@given(changed_lines())
def test_accepting_gives_the_new_text_and_rejecting_the_old(lines: list[Line]) -> None:
    made = write_word(lines, title="Bylaws", tracked=True)
    assert settled(made, accept=True) == meant(lines, accept=True)
    assert settled(made, accept=False) == meant(lines, accept=False)


@given(changed_lines())
@example([one for case in CASES.values() for one in case if not one.move])
def test_what_import_reads_of_it(lines: list[Line]) -> None:
    made = write_word(lines, title="Bylaws", tracked=True)
    for changes, accept in (("accepted", True), ("rejected", False)):
        read = [one.text for one in read_word(made, "bylaws.docx", changes).lines if one.text]  # type: ignore[arg-type]
        pieces = (
            piece.replace("\u00a0", " ").strip() for text in meant(lines, accept=accept) for piece in text.split("\n")
        )
        assert read == [piece for piece in pieces if piece]


def test_libreoffice_accepts_and_rejects_all_to_the_same_texts(tmp_path: Path) -> None:
    """The cases above, and lines made at random, in one start of the program."""
    given_lines = list(CASES.values())

    @settings(max_examples=60, phases=[Phase.generate], derandomize=True, database=None)
    @given(changed_lines(joins=False).filter(printed))
    def draw(lines: list[Line]) -> None:
        given_lines.append(lines)

    draw()
    made = [write_word(lines, title="Bylaws", tracked=True) for lines in given_lines]
    for lines, (accepted, rejected) in zip(given_lines, accepted_and_rejected(made, tmp_path), strict=True):
        assert accepted == meant(lines, accept=True), lines
        assert rejected == meant(lines, accept=False), lines


def test_the_validator_finds_nothing(tmp_path: Path) -> None:
    lines = [one for case in CASES.values() for one in case if not one.move] + CASES["two moved together"]
    styles: tuple[Style, ...] = ("title", "article", "section", "item", "text", "note", "closing")
    lines += [line("Words.", style=style) for style in styles]
    made = write_word(lines, title="Bylaws", front=[line("Summary", style="title")], tracked=True)
    assert audited(made, tmp_path) == []


def test_the_validator_would_find_a_change_without_an_author(tmp_path: Path) -> None:
    broken = io.BytesIO()
    made = zipfile.ZipFile(io.BytesIO(write_word(CASES["words"], title="Bylaws")))
    with zipfile.ZipFile(broken, "w") as package:
        for name in made.namelist():
            package.writestr(name, re.sub(rb' w:author="[^"]*"', b"", made.read(name)))
    assert audited(broken.getvalue(), tmp_path) != []


def test_every_change_has_its_author_its_day_and_a_number_of_its_own() -> None:
    found = revisions(write_word([one for case in CASES.values() for one in case if not one.move], title="Bylaws"))
    numbers = [int(element.get(f"{W}id", "")) for element in found]
    assert len(numbers) == len(set(numbers)) > 20
    assert {(one.get(f"{W}author"), one.get(f"{W}date", "")[:10]) for one in found} == {
        (author.name, author.date.isoformat()) for author in (FIRST, SECOND)
    }
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT00:0[02]:00Z", one.get(f"{W}date", "")) for one in found)


def test_superseded_words_are_taken_out_of_what_was_put_in() -> None:
    made = body(write_word(CASES["superseded words"], title="Bylaws"))
    assert re.search(r'<w:ins [^>]*"Amendment No. 1"[^>]*><w:del [^>]*"Amendment No. 2"[^>]*><w:r>.*ten', made)


def test_the_end_before_what_is_struck_at_the_end_is_taken_out_in_its_place() -> None:
    first, second, third = docx.Document(
        io.BytesIO(write_word(CASES["struck at the end"], title="Bylaws"))
    ).element.body.iterchildren(f"{W}p")
    assert first.find(f"{W}pPr/{W}rPr/{W}del") is not None
    assert second.find(f"{W}pPr/{W}rPr/{W}del") is not None
    assert third.find(f"{W}pPr/{W}rPr") is None


def test_the_last_end_keeps_the_look_of_the_paragraph_that_it_ends_in_each_text() -> None:
    """Word gives joined paragraphs the look of the last: accepting must not make a section of the closing."""
    *_, last = docx.Document(io.BytesIO(write_word(CASES["struck at the end"], title="Bylaws"))).paragraphs
    assert last.style is not None
    assert last.style.name == "Heading 2"
    before = last._p.find(f"{W}pPr/{W}pPrChange/{W}pPr/{W}pStyle")
    assert before is not None
    assert before.get(f"{W}val") == "Closing"


def test_both_ends_of_a_move_have_its_name() -> None:
    made = body(write_word(CASES["two moved together"], title="Bylaws"))
    starts = dict(re.findall(r'<w:move(From|To)RangeStart w:id="(\d+)"[^>]*w:name="m"', made))
    assert set(starts) == {"From", "To"}
    assert dict(re.findall(r'<w:move(From|To)RangeEnd w:id="(\d+)"', made)) == starts


@pytest.mark.parametrize(
    "lines",
    [
        [line(NAME, STRUCK, move="m"), line(SEAL), line("Section 1. Name. The name is Bay.", ADDED, move="m")],
        [line(NAME, STRUCK, move="m"), line(SEAL)],
        [line(NAME, STRUCK, move="m"), line(SEAL), line(NAME, STRUCK, move="m"), line(NAME, ADDED, move="m")],
        [line(NAME, STRUCK, move="m"), line(SEAL), line(NAME, KEPT, move="m")],
    ],
    ids=["edited", "one end", "two starts", "kept"],
)
def test_what_is_no_move_is_refused(lines: list[Line]) -> None:
    with pytest.raises(ValueError, match="the lines of m are not"):
        write_word(lines, title="Bylaws")


def test_remarks_are_comments_and_no_words_of_the_text() -> None:
    made = write_word(CASES["with remarks"], title="Bylaws", tracked=True)
    assert [one.text for one in docx.Document(io.BytesIO(made)).comments] == [
        *("Substituted.", "Deleted.", "Added.", "Last.")
    ]
    assert settled(made, accept=True) == [NAME, DUES, VOTES]
    for number in range(4):
        assert len(re.findall(rf'<w:comment\w+ w:id="{number}"/>', body(made))) == 3
    assert re.search(r'<w:del [^>]*><w:r><w:rPr><w:rStyle w:val="CommentReference"/>', body(made))


def test_pages_before_the_text_are_a_part_of_their_own() -> None:
    made = write_word(CASES["words"], title="Bylaws", front=[line("Summary of changes", style="title")], tracked=True)
    assert settled(made, accept=True) == meant(CASES["words"], accept=True)
    summary, text = docx.Document(io.BytesIO(made)).sections
    assert [one.text for one in summary.iter_inner_content()] == ["Summary of changes"]
    assert text._sectPr.find(f"{W}pgNumType") is not None


def test_the_same_lines_make_the_same_bytes() -> None:
    lines = CASES["with remarks"]
    first, again = (write_word(lines, title="Bylaws", tracked=True) for _ in range(2))
    assert first == again
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not re.search(r"dcterms:|python-docx", package.read("docProps/core.xml").decode().partition("<dc:")[2])


@pytest.mark.parametrize("tracked", [True, False])
def test_word_goes_on_tracking_only_where_asked(tracked: bool) -> None:
    made = write_word(CASES["words"], title="Bylaws", tracked=tracked)
    settings_part = docx.Document(io.BytesIO(made)).settings.element
    assert (settings_part.find(f"{W}trackRevisions") is not None) == tracked


def test_words_that_no_xml_file_may_hold_are_refused() -> None:
    with pytest.raises(ValueError, match="XML"):
        write_word([line("The seal\x0b is round.")], title="Bylaws")


def test_the_headings_of_the_navigation_pane() -> None:
    made = write_word(
        [line("BYLAWS", style="title"), line("ARTICLE I\nOFFICES", style="article"), line(NAME)], title="Bylaws"
    )
    document = docx.Document(io.BytesIO(made))
    assert [one.style.name for one in document.paragraphs if one.style] == ["Title", "Heading 1", "Heading 2"]
    assert document.core_properties.title == "Bylaws"


def test_an_author_is_named_as_given() -> None:
    author = Author('Smith & "Sons" <LLP>', SECOND.date)
    made = write_word([edited(("struck", Change(taken_out=author)), ("kept", KEPT))], title="Bylaws")
    assert {one.get(f"{W}author") for one in revisions(made)} == {'Smith & "Sons" <LLP>'}
