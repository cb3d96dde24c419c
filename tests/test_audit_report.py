"""The report of an audit: nothing of a finding is lost in any form, what has one cause is one thing to do."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from shutil import copytree

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from amendments.accepting import Which, accept
from amendments.audit.accepted import Accepted, Review
from amendments.audit.audited import audited, failed
from amendments.audit.causes import causes
from amendments.ledger import Entry
from conftest import Outcome
from corpus.finding import Finding
from corpus.store import Book
from renderer.audit.build import report
from renderer.audit.codes import MEANINGS
from renderer.audit.csv import write_findings_csv
from renderer.audit.html import write_report_html
from renderer.audit.pdf import write_report_pdf
from renderer.data import FINDING_FIELDS
from renderer.evidence import pieces
from sample import FMP, IVM, LIBRARY, RECORDED

DAY = date(2026, 11, 23)
SAMPLE = audited(Book(LIBRARY, read_only=True), IVM)
FINDING = SAMPLE.review.findings[0]
ACCEPT = Entry(fact="accept", recorded="2026-11-22T00:00:00Z", replay="", reason="Known since 1998.")


@pytest.fixture
def book(tmp_path: Path) -> Book:
    copytree(LIBRARY, tmp_path / "book")
    return Book(tmp_path / "book")


def rows(review: Review) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(write_findings_csv(review), newline="")))


def folded(words: str) -> str:
    return " ".join(words.split())


def test_a_lost_amendment_and_what_it_explains_are_the_first_thing_to_do() -> None:
    first, *others = causes(SAMPLE.review.findings)
    assert [finding.code for finding in first.findings] == ["lost-amendment"]
    assert {(one.code, one.address) for one in first.explained} == {
        ("heading-mismatch", "Article V, Section 13"),
        ("heading-mismatch", "Article V, Section 19"),
        ("heading-mismatch", "Article V, Section 20"),
        ("missing-target", "Article V, Section 21"),
    }
    papers = next(cause for cause in others if cause.first.code == "adoption-unrecorded")
    assert len(papers.findings) == 4


def test_every_finding_has_one_cause() -> None:
    told = [one for cause in causes(SAMPLE.review.findings) for one in (*cause.findings, *cause.explained)]
    assert sorted(map(repr, told)) == sorted(map(repr, SAMPLE.review.findings))


def test_a_damaged_file_comes_before_all_else() -> None:
    damaged = replace(FINDING, code="file-altered", severity="error", instrument="")
    assert causes((*SAMPLE.review.findings, damaged))[0].first is damaged


def test_what_to_do_first_is_no_more_than_five_things() -> None:
    many = tuple(replace(FINDING, severity="error", code="missing-target", instrument=f"{n}") for n in range(9))
    made = report([replace(SAMPLE, review=Review(many))], DAY)
    assert len(made.todos) == 5
    assert made.further == "4 findings more follow, by instrument."


def test_the_summary_says_how_far_the_record_reaches() -> None:
    facts = dict(report([SAMPLE], DAY).facts)
    assert facts["Instruments"] == "4 besides the text as adopted"
    assert facts["The record reaches"] == "from December 20, 1991 to February 28, 2000"


def test_the_page_and_the_pdf_have_every_word_of_every_finding() -> None:
    made = report([SAMPLE], DAY)
    page = folded(html.fromstring(write_report_html(made)).text_content())
    document = pypdfium2.PdfDocument(write_report_pdf(made))
    printed = "".join(one.get_textpage().get_text_range() for one in document)
    printed = re.sub(
        r"BY-LAWS OF INTERACTIVE VOICE MEDIA \(CA\) CORP\. – Audit of the record.*?Page \d+ of \d+",
        "",
        printed,
        flags=re.DOTALL,
    )
    bare = re.sub(r"[\s\ufffe\u00ad-]", "", printed)
    for finding in SAMPLE.review.findings:
        explained = finding.code in ("heading-mismatch", "missing-target")
        for said in (finding.message, *pieces(finding.evidence), *(() if explained else (finding.next_step,))):
            assert folded(said) in page
            assert re.sub(r"[\s-]", "", said) in bare, said


def test_a_page_loads_nothing_and_its_links_lead_somewhere() -> None:
    page = html.fromstring(write_report_html(report([SAMPLE, replace(SAMPLE, key="other")], DAY)))
    ids = {one.get("id") for one in page.iter() if one.get("id")}
    links = [one.get("href") for one in page.iter("a")]
    assert links
    assert all(link.startswith("#") and link[1:] in ids for link in links)
    assert not page.xpath("//link | //script | //img | //iframe")


def test_words_of_a_record_are_never_markup() -> None:
    evil = replace(FINDING, message="<script>alert(1)</script> & 'more'")
    page = write_report_html(report([replace(SAMPLE, review=Review((evil,)))], DAY))
    assert "<script" not in page
    assert evil.message in html.fromstring(page).text_content()


def test_what_was_accepted_is_listed_with_its_reason(book: Book) -> None:
    accept(book, IVM, Which(code="adoption-unrecorded", every=True), "The minutes burnt in 2001.", RECORDED)
    made = report([audited(book, IVM)], DAY)
    assert [one.settled for one in made.accepted] == ["Accepted on November 22, 2026: The minutes burnt in 2001."] * 4
    assert "adoption-unrecorded" not in [one.code for work in made.works for g in work.groups for one in g.findings]


def test_nothing_found_is_said() -> None:
    clean = replace(SAMPLE, review=Review(()))
    assert "Nothing was found." in write_report_html(report([clean], DAY))
    assert write_report_pdf(report([clean], DAY))


def test_a_work_that_can_not_be_opened_is_in_the_report(book: Book) -> None:
    (book.path / IVM / "base.xml").write_bytes(b"<broken/>")
    made = report([audited(book, key) for key in (FMP, IVM)], DAY)
    assert "1 can't be opened" in dict(made.facts)["Works"]
    assert made.todos[0].severity == "error"
    assert write_report_html(made)


def test_the_table_has_the_fields_of_the_json_form_in_their_order(bylaws: Callable[..., Outcome]) -> None:
    listed = json.loads(bylaws("audit", IVM, "--format", "json").out)["findings"]
    table = list(csv.DictReader(StringIO(bylaws("audit", IVM, "--format", "csv").out)))
    assert [{key: row[key] for key in one} for row, one in zip(table, listed, strict=True)] == listed
    assert list(table[0]) == [*FINDING_FIELDS, "accepted", "reason", "guarded"]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), st.text())
def test_words_come_back_from_the_table_and_none_is_a_formula(evidence: str, reason: str) -> None:
    reason = reason.replace("\0", "").encode("utf-8", "ignore").decode()
    finding = replace(FINDING, evidence=evidence)
    fact = replace(ACCEPT, reason=reason)
    (row,) = rows(Review((), (Accepted(finding, fact),)))
    guarded = row["guarded"].split()
    for name, words in (("evidence", evidence), ("reason", reason)):
        assert (row[name][1:] if name in guarded else row[name]) == words
        assert not row[name].lstrip().startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("words", ['=HYPERLINK("http://example.org")', "+1", "-2+3", "@SUM(A1)", "\t=1", " =1", "＝1"])
def test_a_formula_is_guarded_and_said_to_be(words: str) -> None:
    (row,) = rows(Review((replace(FINDING, evidence=words),)))
    assert (row["evidence"], row["guarded"]) == (f"'{words}", "evidence")


def test_what_was_accepted_says_so_in_the_table() -> None:
    first, second = rows(Review((FINDING,), (Accepted(FINDING, ACCEPT),)))
    assert (first["accepted"], first["reason"]) == ("no", "")
    assert (second["accepted"], second["reason"]) == ("yes", "Known since 1998.")


@pytest.mark.parametrize("finding", SAMPLE.review.findings, ids=lambda one: f"{one.code}-{one.address}")
def test_evidence_in_pieces_is_the_evidence(finding: Finding) -> None:
    assert " ".join(pieces(finding.evidence)) == finding.evidence


@given(st.text(st.sampled_from("aB .;'…()")))
def test_no_word_is_lost_between_pieces(evidence: str) -> None:
    assert " ".join(pieces(evidence)) == evidence
    longer = evidence + "x" * 200
    assert " ".join(pieces(longer)) == longer


def test_long_evidence_is_parted_between_quotations() -> None:
    quoted = "Article II, Section 3: 'the Board; the President. No other'"
    evidence = f"'President' stood there. Still used: {quoted}; {quoted}; {quoted}."
    assert pieces(evidence) == ("'President' stood there.", f"Still used: {quoted};", f"{quoted};", f"{quoted}.")


@pytest.mark.parametrize("ending", ["json", "csv", "html", "htm", "pdf", "txt"])
def test_the_name_of_the_file_says_the_format(bylaws: Callable[..., Outcome], tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"audit.{ending}"
    assert bylaws("audit", IVM, "-o", file).code == 1
    content = file.read_bytes()
    begins = {
        "json": b"{",
        "csv": b'\xef\xbb\xbf"code",',
        "html": b"<!DOC",
        "htm": b"<!DOC",
        "pdf": b"%PDF",
        "txt": b"note",
    }
    assert content.startswith(begins[ending])


def test_a_book_is_reported_and_fails_as_it_should(bylaws: Callable[..., Outcome], tmp_path: Path) -> None:
    assert bylaws("audit", "--fail-on", "never", "-o", tmp_path / "a.html").code == 0
    assert bylaws("audit", "-o", tmp_path / "a.docx").code == 2


def test_what_codes_mean_is_as_the_documentation_has_it() -> None:
    index = (Path(__file__).parent.parent / "docs" / "findings" / "README.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| \[`([\w-]+)`\]\(.*?\) \| .*? \| (.*?) \|$", index, re.MULTILINE))
    assert told == MEANINGS


def test_an_audit_that_broke_off_is_a_finding() -> None:
    (finding,) = failed("acme", MemoryError("out of room")).review.findings
    assert (finding.code, finding.severity, finding.work) == ("audit-failed", "error", "acme")
    assert finding.evidence == "MemoryError: out of room"
