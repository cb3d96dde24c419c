"""The report of an audit as a PDF: the summary on a page of its own, then every finding, with bookmarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.finding import Severity
from renderer.audit.view import CALLED, MEANT, Numbered, Report, Todo, WorkFindings
from renderer.pdf.document import Document, Line, Run, Table
from renderer.pdf.typeset import typeset

_COLOURS: dict[Severity, str] = {"error": "#a3180e", "warning": "#8a5a00", "note": "#5c5750"}


def write_report_pdf(report: Report) -> bytes:
    """The report on letter paper."""
    dated = f"{report.kind}, {report.dated}"
    return typeset(Document(title=report.title, dated=dated, parts=tuple(_lines(report))))


def _lines(report: Report) -> Iterator[Line | Table]:
    yield Line(kind="title", runs=(Run(report.title),))
    yield Line(kind="subtitle", runs=(Run(f"{report.kind}, {report.dated}"),))
    for label, value in report.facts:
        yield Line(kind="words", runs=(Run(f"{label}: ", bold=True), Run(value)))
    yield Line(kind="words", runs=(Run("Findings: ", bold=True), *_counts(report)))
    yield Line(kind="legend", runs=(Run(MEANT),))
    yield from _summary(report)
    if len(report.works) > 1:
        yield from _index(report.works)
    for at, work in enumerate(report.works):
        if not at:
            yield Line(kind="page")
        yield from _work(work, report.several)
    if report.accepted:
        yield _heading("What was accepted")
        for one in report.accepted:
            yield from _finding(one)
    if report.meanings:
        yield _heading("What the codes mean")
        for code, meaning in report.meanings:
            said = f"{meaning[:1].upper()}{meaning[1:]}. "
            page = Run(f"More: docs/findings/{code}.md", quiet=True)
            yield Line(kind="words", runs=(Run(f"{code}: ", bold=True), Run(said), page))


def _counts(report: Report) -> Iterator[Run]:
    for at, (severity, count) in enumerate(report.counts):
        yield Run(", " if at else "")
        yield Run(f"{count:,} {severity}{'' if count == 1 else 's'}", bold=bool(count), colour=_COLOURS[severity])


def _index(works: Sequence[WorkFindings]) -> Iterator[Line | Table]:
    rows = tuple(tuple((Line(kind="words", runs=(Run(said),)),) for said in (one.title, one.counts)) for one in works)
    yield Line(kind="page")
    yield _heading("Works with findings")
    yield Table(widths=(3, 2), heads=("Work", "Findings"), rows=rows)


def _summary(report: Report) -> Iterator[Line]:
    if not report.todos:
        yield Line(kind="words", runs=(Run(f"Nothing was found{' that is open' if report.accepted else ''}."),))
        return
    yield _heading("What to do first")
    for number, todo in enumerate(report.todos, 1):
        yield Line(kind="item", head=(Run(f"{number}."),), runs=tuple(_todo(todo)), depth=1)
    if report.further:
        yield Line(kind="words", runs=(Run(report.further),))


def _todo(todo: Todo) -> Iterator[Run]:
    yield Run(f"{todo.work}: " if todo.work else "")
    yield Run(todo.what, bold=True)
    yield Run("".join(f" {said}" for said in (todo.explains, todo.do) if said))
    numbers = ", ".join(map(str, todo.numbers))
    yield Run(f" (Finding{'s' if len(todo.numbers) > 1 else ''} {numbers}.)", quiet=True)


def _work(work: WorkFindings, several: bool) -> Iterator[Line]:
    yield _heading(work.title if several else "Findings")
    if several:
        yield Line(kind="legend", runs=(Run(f"{work.reach} {work.counts}."),))
    for group in work.groups:
        yield Line(kind="section", head=(Run(group.name),), entry=group.name)
        if group.title:
            yield Line(kind="legend", runs=(Run(group.title),))
        for finding in group.findings:
            yield from _finding(finding)


def _finding(one: Numbered) -> Iterator[Line]:
    where = ", ".join(filter(None, (one.work, one.where)))
    yield Line(
        kind="where",
        runs=(
            Run(f"{one.number}  "),
            Run(CALLED[one.severity], bold=True, colour=_COLOURS[one.severity]),
            Run(f"  {where}  " if where else "  "),
            Run(one.code, italic=True),
        ),
    )
    yield Line(kind="words", runs=(Run(one.message),))
    for piece in one.evidence:
        yield Line(kind="words", runs=(Run(piece, quiet=True),), depth=1)
    last = (Run(one.settled),) if one.settled else (Run("Next: ", bold=True), Run(one.next_step))
    yield Line(kind="words", runs=last)


def _heading(words: str) -> Line:
    return Line(kind="article", head=(Run(words),), entry=words)
