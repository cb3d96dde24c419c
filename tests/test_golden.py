"""Every finding of both samples, as it was read against the filings: ``tests/golden`` holds them in full.

Each stands with a line ``Read:`` that says why it is right; a person writes that line, and the rest is compared.
``python tests/test_golden.py`` prints what the audit finds now, without those lines.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from amendments.audit.audit import audit
from corpus.finding import Finding
from sample import FMP, IVM, opened

GOLDEN = Path(__file__).resolve().parent / "golden"
READ = "Read: "


def written(finding: Finding) -> str:
    """A finding as the golden file has it, without the line of who read it."""
    about = " · ".join(filter(None, (finding.instrument, finding.id, finding.address)))
    return "\n".join(
        (
            f"{finding.severity} {finding.code}",
            f"Of: {about}",
            f"Message: {finding.message}",
            f"Evidence: {finding.evidence}",
            f"Next step: {finding.next_step}",
        )
    )


def blocks(key: str) -> list[list[str]]:
    """The findings of the golden file, each by its lines; what stands before the first ``---`` introduces them."""
    _, *found = (GOLDEN / f"audit-{key}.txt").read_text(encoding="utf-8").split("\n---\n")
    return [block.strip().splitlines() for block in found]


@pytest.mark.parametrize("key", [IVM, FMP])
def test_the_audit_of_a_sample_finds_what_was_read_and_nothing_else(key: str) -> None:
    known = ["\n".join(line for line in block if not line.startswith(READ)) for block in blocks(key)]
    assert [written(finding) for finding in audit(opened(key))] == known


@pytest.mark.parametrize("key", [IVM, FMP])
def test_each_finding_says_why_it_is_right(key: str) -> None:
    assert all(block[-1].startswith(READ) and len(block[-1]) > 40 for block in blocks(key))


def test_no_finding_of_a_sample_says_what_another_says() -> None:
    found = [finding for key in (IVM, FMP) for finding in audit(opened(key))]
    assert len({(one.code, one.instrument, one.id) for one in found}) == len(found)


if __name__ == "__main__":
    for sample in (IVM, FMP):
        sys.stdout.write(f"{sample}\n\n")
        sys.stdout.writelines(f"---\n{written(one)}\n" for one in audit(opened(sample)))
