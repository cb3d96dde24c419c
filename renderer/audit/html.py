"""The report of an audit as one self-contained web page, which prints well."""

from __future__ import annotations

from renderer.audit.view import CALLED, MEANT, Report
from renderer.environment import render


def write_report_html(report: Report) -> str:
    """A page that loads nothing; every thing to do leads to the findings that it settles."""
    return render("audit.html", report=report, called=CALLED, meant=MEANT)
