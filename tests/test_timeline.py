"""The timeline, the history and the audit of the sample record."""

from __future__ import annotations

from datetime import date

import pytest

from amendments.audit.audit import audit
from amendments.history import provision_history, work_history
from amendments.timeline import Timeline
from corpus.errors import BeforeAdoption
from corpus.locate import locate
from renderer.view import view_text
from sample import FMP, IVM, opened, timeline


def test_a_date_before_the_adoption_says_when_it_was() -> None:
    with pytest.raises(BeforeAdoption, match=r"1991-12-19.*December 20, 1991"):
        timeline(IVM).as_of(date(1991, 12, 19))


def test_every_replay_gives_the_same() -> None:
    assert timeline(IVM).latest() == timeline(IVM).latest()


def test_the_order_of_recording_does_not_matter_to_the_text() -> None:
    record = opened(IVM)
    assert [instrument.order for instrument in record.instruments] == sorted(i.order for i in record.instruments)


def test_an_identity_keeps_its_number_through_substitution() -> None:
    record = opened(IVM)
    before = {place.id: place for place in view_text(record.work, timeline(IVM).as_of(date(1991, 12, 20))).entries}
    after = {place.id: place for place in view_text(record.work, timeline(IVM).latest()).entries}
    assert before.keys() < after.keys()


@pytest.mark.parametrize(
    ("day", "eid", "note"),
    [
        ("2000-02-28", "art_V__sec_1", "(Substituted March 26, 1998; February 28, 2000.)"),
        ("2000-02-27", "art_V__sec_1", "(Substituted March 26, 1998.)"),
        ("1998-03-25", "art_V__sec_1", ""),
        ("2000-02-28", "art_V__sec_17", "(Added March 26, 1998; substituted February 28, 2000.)"),
        ("2000-02-28", "art_V__sec_22", "(Added February 28, 2000.)"),
        ("2000-02-28", "art_V__sec_3", ""),
    ],
)
def test_source_notes(day: str, eid: str, note: str) -> None:
    view = view_text(opened(IVM).work, timeline(IVM).as_of(date.fromisoformat(day)))
    assert next(entry for entry in view.entries if entry.id == eid).note == note


def test_placeholders() -> None:
    view = view_text(opened(IVM).work, timeline(IVM).latest())
    assert [f"{entry.num} {entry.placeholder}" for entry in view.entries if entry.placeholder] == [
        f"Section {number}. [Deleted February 28, 2000.]" for number in (13, 19, 20, 21)
    ]


def test_the_history_of_the_work_has_every_operation() -> None:
    record = opened(IVM)
    history = work_history(record.base, timeline(IVM).latest())
    assert [entry.deed for entry in history].count("adopt") == 1
    assert len(history) == 1 + sum(len(instrument.operations) for instrument in record.instruments) == 23


def test_the_history_of_a_section_follows_its_headings() -> None:
    record, latest = opened(IVM), timeline(IVM).latest()
    history = provision_history(record.base, latest, locate(latest.text, "V.12"))
    assert [(str(entry.effective), entry.deed, entry.heading_after) for entry in history] == [
        ("1991-12-20", "adopt", "Treasurer."),
        ("2000-02-28", "substitute", "Chief Financial Officer."),
    ]


def test_the_history_of_an_article_is_that_of_its_sections() -> None:
    record, latest = opened(IVM), timeline(IVM).latest()
    assert len(provision_history(record.base, latest, locate(latest.text, "Article III"))) == 5


def test_what_the_audit_finds_in_interactive_voice_media() -> None:
    found = [(finding.code, finding.severity, finding.instrument, finding.id) for finding in audit(opened(IVM))]
    assert found == [
        ("two-names", "note", "", "art_IV__sec_1"),
        ("adoption-unrecorded", "warning", "1998-03-26-1", ""),
        ("adoption-unrecorded", "warning", "1999-07-29-1", ""),
        ("reverted-wording", "note", "1999-07-29-1", "art_III__sec_1"),
        ("adoption-unrecorded", "warning", "1999-10-20-1", ""),
        ("lost-amendment", "error", "2000-02-28-1", "art_V__sec_8"),
        ("heading-mismatch", "error", "2000-02-28-1", "art_V__sec_13"),
        ("heading-mismatch", "error", "2000-02-28-1", "art_V__sec_19"),
        ("heading-mismatch", "error", "2000-02-28-1", "art_V__sec_20"),
        ("missing-target", "error", "2000-02-28-1", "art_V__sec_21"),
        ("stale-term", "warning", "2000-02-28-1", "art_II__sec_3"),
        ("adoption-unrecorded", "warning", "2000-02-28-1", ""),
        ("reverted-wording", "note", "2000-02-28-1", "art_III__sec_1"),
        ("likely-slip", "note", "2000-02-28-1", "art_III__sec_1"),
        ("likely-slip", "note", "2000-02-28-1", "art_V__sec_8"),
        ("likely-slip", "note", "2000-02-28-1", "art_V__sec_12"),
        ("likely-slip", "note", "2000-02-28-1", "art_V__sec_18"),
    ]


def test_the_evidence_has_both_headings() -> None:
    evidence = {finding.id: finding.evidence for finding in audit(opened(IVM)) if finding.severity == "error"}
    assert "'Section 13. Assistant Chief Financial Officer.'" in evidence["art_V__sec_13"]
    assert "'Section 13. Assistant Treasurers.'" in evidence["art_V__sec_13"]
    assert "'Section 19. President.'" in evidence["art_V__sec_19"]
    assert "'Section 19. Chief People Officer.'" in evidence["art_V__sec_19"]
    assert "'Section 20. Chief Technology Officer.'" in evidence["art_V__sec_20"]
    assert "'Section 20. Chief Financial Officer.'" in evidence["art_V__sec_20"]
    assert "'Section 21. Chief People Officer.'" in evidence["art_V__sec_21"]


def test_nothing_is_found_in_future_media() -> None:
    assert audit(opened(FMP)) == ()


def test_a_schedule_recorded_late_is_run_at_its_date_and_what_follows_is_reported() -> None:
    """Leave out July 1999: October 1999 then meets the words of 1998, not those that its editor saw."""
    record = opened(IVM)
    without = [instrument for instrument in record.instruments if instrument.id != "1999-07-29-1"]
    found = [finding.code for finding in Timeline(record.base, without).latest().findings]
    assert found.count("precondition-changed") == 1
