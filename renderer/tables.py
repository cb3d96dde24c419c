"""Lists for the terminal: works, history, findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from amendments.audit.accepted import Review
from amendments.audit.causes import causes
from amendments.record import Record
from corpus.dates import spoken
from corpus.finding import SEVERITIES, Finding, Severity
from renderer.evidence import pieces
from renderer.terminal import Screen, Style

SEVERITY_STYLES: dict[Severity, Style] = {"error": "error", "warning": "warning", "note": "note"}


def write_works_table(records: Sequence[Record], screen: Screen) -> str:
    """A work a paragraph: key, title, adoption and amendments."""
    today = date.today()
    return "\n\n".join("\n".join(_work(record, screen, today)) for record in records) + "\n"


def _work(record: Record, screen: Screen, today: date) -> Iterator[str]:
    work, count = record.work, len(record.instruments)
    yield screen.paint(work.key, "heading")
    yield from screen.wrap(work.title, indent=2)
    done = [one for one in record.instruments if one.effective <= today]
    amended = "never amended"
    if done:
        times = "once" if len(done) == 1 else f"{len(done)} times"
        amended = f"amended {times}, last {spoken(done[-1].effective)}"
    if len(done) < count:
        amended += f"; {count - len(done)} more not yet in force"
    yield from screen.wrap(f"Adopted {spoken(work.adopted)}, {amended}.", indent=2)


def write_findings_table(findings: Sequence[Finding], screen: Screen) -> str:
    """A finding a paragraph, by work, and the counts. The work is named where they are of several."""
    if not findings:
        return "Nothing was found.\n"
    lines: list[str] = []
    several = len({finding.work for finding in findings}) > 1
    explained = {id(one) for cause in causes(findings) for one in cause.explained}
    for finding in findings:
        lines += (*_told(finding, screen, several=several), *_next(finding, screen, id(finding) in explained), "")
    return "\n".join((*lines, _counts(findings))) + "\n"


def write_review_table(review: Review, screen: Screen, *, listed: bool = False) -> str:
    """The same of what is open, then how much was accepted or, where it is ``listed``, each with its reason."""
    told = write_findings_table(review.findings, screen)
    lines = list(_accepted(review, screen) if listed else _accepted_codes(review, screen))
    return "\n".join((told, *lines)) + "\n" if lines else told


def _accepted_codes(review: Review, screen: Screen) -> Iterator[str]:
    codes = Counter(one.finding.code for one in review.accepted)
    each = ", ".join(f"{code} {count} times" if count > 1 else code for code, count in codes.items())
    if each:
        yield from screen.wrap(f"Accepted: {each}. 'bylaws audit --accepted' lists them with the reasons.", "note")


def _accepted(review: Review, screen: Screen) -> Iterator[str]:
    several = len({one.finding.work for one in review.accepted}) > 1
    for one in review.accepted:
        yield from _told(one.finding, screen, "accepted ", several=several)
        reason = f"Accepted on {spoken(date.fromisoformat(one.fact.recorded[:10]))}: {one.fact.reason}"
        yield from (*screen.wrap(reason, indent=2, hanging=2), "")
    for fact in review.lapsed:
        said = dict(fact.finding)
        what = ", ".join(filter(None, (said["code"], fact.instrument, said["address"])))
        day = spoken(date.fromisoformat(fact.recorded[:10]))
        lapsed = f"{what}: accepted on {day}, and no longer found in those words. Reason: {fact.reason}"
        yield from (*screen.wrap(lapsed, "note", hanging=2), "")
    if review.accepted:
        yield f"Accepted: {_counts(one.finding for one in review.accepted)}"


def _told(finding: Finding, screen: Screen, state: str = "", *, several: bool) -> Iterator[str]:
    places = ", ".join(filter(None, (finding.work if several else "", finding.instrument, finding.address)))
    said: list[tuple[str, Style]] = [
        (state + finding.severity, "note" if state else SEVERITY_STYLES[finding.severity]),
        (" ", "plain"),
        (finding.code, "heading"),
        (f" {places}" if places else "", "plain"),
    ]
    yield from screen.wrap_styled(said)
    yield from screen.wrap(finding.message, indent=2)
    first, *others = pieces(finding.evidence)
    yield from screen.wrap(f"Evidence: {first}", indent=2, hanging=2)
    for piece in others:
        yield from screen.wrap(piece, indent=4, hanging=2)


def _next(finding: Finding, screen: Screen, explained: bool) -> Iterator[str]:
    """What to do; of what a lost amendment explains, nothing besides."""
    said = "Explained by the lost amendment." if explained else f"Next: {finding.next_step}"
    yield from screen.wrap(said, indent=2, hanging=2)


def _counts(findings: Iterable[Finding]) -> str:
    tally = dict.fromkeys(SEVERITIES, 0)
    for finding in findings:
        tally[finding.severity] += 1
    return ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for name, count in tally.items() if count) + "."
