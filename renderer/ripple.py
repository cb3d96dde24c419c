"""What recording a proposal would do to the audit, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from amendments.ripple import Ripple
from corpus.finding import Finding
from renderer.evidence import pieces
from renderer.tables import SEVERITY_STYLES, write_findings_table
from renderer.terminal import Screen, Style


def write_ripple(ripple: Ripple, screen: Screen) -> str:
    """The findings that it would cause in full, those that it would mend a line each, and how others would change.

    Empty where it would change nothing.
    """
    parts: list[str] = []
    if ripple.caused:
        parts.append(f"It would cause these findings:\n\n{write_findings_table(ripple.caused, screen)}")
    if ripple.mended:
        parts.append(_listed("It would mend these findings:", _mended(ripple.mended, screen)))
    if ripple.altered:
        lines = (line for was, would in ripple.altered for line in _altered(was, would, screen))
        parts.append(_listed("These findings would stay and say something else:", lines))
    return "\n".join(parts)


def _listed(heading: str, lines: Iterator[str]) -> str:
    return "\n".join((heading, "", *lines)) + "\n"


def _mended(findings: Sequence[Finding], screen: Screen) -> Iterator[str]:
    for finding in findings:
        yield from _line(finding, screen)


def _altered(was: Finding, would: Finding, screen: Screen) -> Iterator[str]:
    """The finding as it would be, then the parts of its evidence that go and that come."""
    yield from _line(would, screen)
    old, new = pieces(was.evidence), pieces(would.evidence)
    for said, parts, others in (("No longer", old, new), ("Now", new, old)):
        for part in parts:
            if part not in others:
                yield from screen.wrap(f"{said}: {part}", indent=2, hanging=2)


def _line(finding: Finding, screen: Screen) -> Iterator[str]:
    places = ", ".join(filter(None, (finding.instrument, finding.address)))
    said: list[tuple[str, Style]] = [
        (finding.severity, SEVERITY_STYLES[finding.severity]),
        (f" {finding.code}", "heading"),
        (f" {places}: " if places else " ", "plain"),
        (finding.message, "plain"),
    ]
    yield from screen.wrap_styled(said)
