"""What an import would record, shown before it is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from amendments.instrument import Instrument
from amendments.intake import Proposal, Understood
from amendments.operations import Add, Delete, Operation, Substitute
from corpus.dates import spoken
from corpus.model import Base, places
from renderer.tables import write_findings_table
from renderer.terminal import Screen


def write_preview(proposal: Proposal, screen: Screen) -> str:
    """The documents found, what each would do, the words set aside, and the findings it would cause."""
    return "\n".join(_lines(proposal, screen)) + "\n"


def _lines(proposal: Proposal, screen: Screen) -> Iterator[str]:
    reading, work = proposal.reading, proposal.base.work
    yield from screen.wrap(work.title, "title")
    yield from screen.wrap(f"Work {work.key}, jurisdiction {work.jurisdiction} ({proposal.jurisdiction_from}).")
    documents = "document" if len(proposal.understood) == 1 else "documents"
    yield from screen.wrap(f"{reading.name} holds {len(proposal.understood)} {documents}:")
    for understood in proposal.understood:
        yield ""
        yield from _document(understood, screen)
    yield ""
    yield from _words(proposal, screen)
    added = {
        understood.recorded.id for understood in proposal.understood if isinstance(understood.recorded, Instrument)
    }
    findings = [finding for finding in proposal.timeline.latest().findings if finding.instrument in added]
    if findings:
        yield ""
        yield "It would cause these findings:"
        yield ""
        yield write_findings_table(findings, screen).rstrip("\n")


def _document(understood: Understood, screen: Screen) -> Iterator[str]:
    document, recorded = understood.document, understood.recorded
    lines = f"lines {document.first_line} to {document.last_line}"
    dated = f'"{understood.dating.words}", line {understood.dating.line}' if understood.dating else "as you said"
    if isinstance(recorded, Base):
        yield from screen.wrap(f"Base, adopted {spoken(recorded.work.adopted)} ({dated})", "heading")
        yield from screen.wrap(f"{document.title} ({lines})", "note", indent=2)
        yield from screen.wrap(_counted(recorded), indent=2)
        return
    number = f", file {recorded.file_number}" if recorded.file_number else ""
    yield from screen.wrap(f"{recorded.id}, effective {spoken(recorded.effective)} ({dated}){number}", "heading")
    yield from screen.wrap(f"{document.title} ({lines})", "note", indent=2)
    for operation in recorded.operations:
        yield from screen.wrap(_operation(operation), indent=2, hanging=13)


def _operation(operation: Operation) -> str:
    """``substitute   Article V, Section 8  President. → Chief Executive Officer.``"""
    match operation:
        case Substitute():
            before, after = operation.seen.heading, operation.new.heading
            headings = after if before == after else f"{before} → {after}"
            return f"{'substitute':<12} {operation.target}  {headings}"
        case Add():
            return f"{'add':<12} {operation.target}  {operation.new.heading}"
        case Delete():
            return f"{'delete':<12} {operation.target}  {operation.heading}"
        case _:
            assert_never(operation)


def _counted(base: Base) -> str:
    levels = [place.provision.level for place in places(base.text.provisions)]
    items = len(levels) - levels.count("article") - levels.count("section")
    found = ((levels.count("article"), "article"), (levels.count("section"), "section"), (items, "list item"))
    return ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for count, name in found if count) + "."


def _words(proposal: Proposal, screen: Screen) -> Iterator[str]:
    coverage, reasons = proposal.reading.coverage, proposal.reading.reasons()
    placed = f"All {coverage.total:,} words of the file are accounted for: {coverage.placed:,} recorded"
    aside = ", ".join(f"{count} {reason}" for reason, count in reasons.items())
    yield from screen.wrap(
        f"{placed}, {coverage.set_aside:,} set aside as page furniture ({aside})." if aside else f"{placed}."
    )
