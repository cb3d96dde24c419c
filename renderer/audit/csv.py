"""The findings of an audit as a table for a spreadsheet: a row a finding, with what was accepted and why."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO

from amendments.audit.accepted import Accepted, Review
from corpus.finding import Finding
from renderer.data import FINDING_FIELDS

_COLUMNS = (*FINDING_FIELDS, "accepted", "reason", "guarded")
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
"""What a spreadsheet may take for the beginning of a formula, which could do anything on the reader's machine."""
_GUARD = "'"


def write_findings_csv(review: Review) -> str:
    """What is open, then what was accepted, in the fields of the JSON form and their order.

    A cell that a spreadsheet would take for a formula has an apostrophe before it, and ``guarded`` names its column, so
    that the words can be had as they were.
    """
    table = StringIO()
    writer = csv.writer(table, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(_COLUMNS)
    writer.writerows(_rows(review))
    return table.getvalue()


def _rows(review: Review) -> Iterator[list[str]]:
    for finding in review.findings:
        yield _row(finding, None)
    for accepted in review.accepted:
        yield _row(accepted.finding, accepted)


def _row(finding: Finding, accepted: Accepted | None) -> list[str]:
    cells = {name: str(getattr(finding, name)) for name in FINDING_FIELDS}
    cells |= {"accepted": "yes" if accepted else "no", "reason": accepted.fact.reason if accepted else ""}
    guarded = [name for name, said in cells.items() if _FORMULA.match(said)]
    return [*(_GUARD + said if name in guarded else said for name, said in cells.items()), " ".join(guarded)]
