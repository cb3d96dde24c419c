"""From audited works to the report of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from amendments.audit.accepted import Accepted
from amendments.audit.audited import Audited, Listed
from amendments.audit.causes import Cause, causes
from corpus.dates import spoken
from corpus.finding import SEVERITIES, Finding
from renderer.audit.codes import MEANINGS
from renderer.audit.view import InstrumentFindings, Numbered, Report, Todo, WorkFindings, accepted_told
from renderer.evidence import pieces

_MOST_TODOS = 5
_MOST_PLACES = 6
"""Places named of the findings of one cause."""


def report(works: Sequence[Audited], dated: date) -> Report:
    """The report of one work, or of those of a book, as the audit of a day found them."""
    return _Builder(works, dated).report()


def counted(findings: Iterable[Finding]) -> str:
    """``5 errors, 1 warning``; empty where there are none."""
    tally = Counter(finding.severity for finding in findings)
    return ", ".join(plural(tally[name], name) for name in SEVERITIES if tally[name])


def plural(count: int, name: str) -> str:
    """``1 work``, ``2 works``."""
    return f"{count:,} {name}{'' if count == 1 else 's'}"


class _Builder:
    def __init__(self, works: Sequence[Audited], dated: date) -> None:
        self._works = works
        self._dated = dated
        self._several = len(works) > 1
        self._dates = {
            (work.key, one.id): spoken(one.effective) for work in works if work.reach for one in work.reach.instruments
        }
        self._titles = {work.key: _titled(work) if self._several else work.title for work in works}
        self._open = [finding for work in works for finding in work.review.findings]
        self._causes = causes(self._open)
        self._explained = {id(one): cause.first for cause in self._causes for one in cause.explained}
        self._numbers = {id(finding): number for number, finding in enumerate(self._in_order(), 1)}

    def report(self) -> Report:
        todo, further = self._first()
        accepted = [one for work in self._works for one in work.review.accepted]
        codes = dict.fromkeys(finding.code for finding in (*self._open, *(one.finding for one in accepted)))
        return Report(
            title=self._works[0].title if not self._several else "Minute book",
            kind="Audit of the record",
            dated=spoken(self._dated),
            facts=tuple(self._facts(len(accepted))),
            counts=tuple((name, sum(one.severity == name for one in self._open)) for name in SEVERITIES),
            todos=todo,
            further=further,
            accepted=tuple(self._numbered(one.finding, one) for one in accepted),
            works=tuple(self._work(work) for work in self._works if work.review.findings),
            several=self._several,
            meanings=tuple((code, MEANINGS[code].replace("`", "'")) for code in codes if code in MEANINGS),
        )

    def _in_order(self) -> Iterator[Finding]:
        """What is open as the report lists it, by work and instrument, then what was accepted."""
        for work in self._works:
            for _, findings in self._by_instrument(work):
                yield from findings
        for work in self._works:
            yield from (one.finding for one in work.review.accepted)

    def _facts(self, accepted: int) -> Iterator[tuple[str, str]]:
        works = self._works
        opened = [work for work in works if work.reach]
        if self._several:
            yield "Works", _works(works)
        listed = [one for work in opened if work.reach for one in work.reach.instruments]
        yield "Instruments", _instruments(listed)
        yield from _reached(opened)
        if accepted:
            yield "Accepted", f"{plural(accepted, 'finding')}, listed with the reasons at the end"

    def _first(self) -> tuple[tuple[Todo, ...], str]:
        """What to do first, and a sentence about the rest. Notes ask for nothing where there is anything graver."""
        found = self._causes
        asked = [cause for cause in found if cause.first.severity != "note"] or list(found)
        first = asked[:_MOST_TODOS]
        done = sum(len(cause.findings) + len(cause.explained) for cause in first)
        left = len(self._open) - done
        return tuple(map(self._todo, first)), _further(asked[_MOST_TODOS:], left)

    def _todo(self, cause: Cause) -> Todo:
        first, numbers = cause.first, sorted(self._numbers[id(one)] for one in (*cause.findings, *cause.explained))
        what = first.message
        if len(cause.findings) > 1:
            meaning = MEANINGS.get(first.code, "")
            said = f"{meaning[:1].upper()}{meaning[1:]}" if meaning else what.rstrip(".")
            what = f"{said}: {self._places(cause.findings)}."
        of_one = self._several and len({one.work for one in cause.findings}) == 1
        explains = ""
        if cause.explained:
            explains = f"This explains {plural(len(cause.explained), 'other finding')}."
        return Todo(
            severity=first.severity,
            work=self._titles[first.work] if of_one else "",
            what=what,
            explains=explains,
            do=first.next_step,
            numbers=tuple(numbers),
        )

    def _places(self, findings: Sequence[Finding]) -> str:
        """Where findings of one cause are: by work where they are of several, else by address or instrument."""
        works = dict.fromkeys(finding.work for finding in findings)
        if len(works) > 1:
            named = [f"{key} ({n} times)" if n > 1 else key for key, n in Counter(f.work for f in findings).items()]
        else:
            named = list(
                dict.fromkeys(
                    finding.address
                    or self._dates.get((finding.work, finding.instrument), finding.instrument)
                    or "the base"
                    for finding in findings
                )
            )
        more = len(named) - _MOST_PLACES
        return "; ".join(named[:_MOST_PLACES]) + (f"; and {more:,} more" if more > 0 else "")

    def _work(self, work: Audited) -> WorkFindings:
        named = {one.id: one for one in work.reach.instruments} if work.reach else {}
        return WorkFindings(
            key=work.key,
            title=self._titles[work.key],
            reach=_reach_of(work),
            counts=counted(work.review.findings),
            groups=tuple(
                InstrumentFindings(
                    name=_name(named.get(name), name),
                    title=named[name].title if name in named else "",
                    findings=tuple(map(self._numbered, findings)),
                )
                for name, findings in self._by_instrument(work)
            ),
        )

    def _by_instrument(self, work: Audited) -> Iterator[tuple[str, list[Finding]]]:
        """The findings of each instrument, those of none first; what explains others stands before them."""
        groups: dict[str, list[Finding]] = {}
        for finding in work.review.findings:
            groups.setdefault(finding.instrument, []).append(finding)
        explaining = {id(one) for one in self._explained.values()}
        for name, findings in groups.items():
            yield name, sorted(findings, key=lambda one: id(one) not in explaining)

    def _numbered(self, finding: Finding, accepted: Accepted | None = None) -> Numbered:
        where = (finding.address or finding.id, finding.instrument if accepted else "")
        return Numbered(
            number=self._numbers[id(finding)],
            code=finding.code,
            severity=finding.severity,
            where=", ".join(filter(None, where)),
            message=finding.message,
            evidence=pieces(finding.evidence),
            next_step=finding.next_step,
            settled=accepted_told(accepted) if accepted else self._settled(finding),
            work=finding.work if self._several and accepted else "",
        )

    def _settled(self, finding: Finding) -> str:
        cause = self._explained.get(id(finding))
        return f"Finding {self._numbers[id(cause)]} explains it." if cause else ""


def _titled(work: Audited) -> str:
    """With the key, for several works may have one title."""
    return work.title if work.title == work.key else f"{work.title} ({work.key})"


def _name(listed: Listed | None, name: str) -> str:
    """``Amendments of February 28, 2000 (2000-02-28-1)``."""
    if listed is None:
        return name or "The base and the record as a whole"
    number = f"{listed.number}, " if listed.number else ""
    when = f"pending upon {listed.condition}" if listed.state == "pending" else f"effective {spoken(listed.effective)}"
    assumed = ", assumed" if listed.state == "assumed" else ""
    return f"{number}{when} ({listed.id}{assumed})".replace("effective", "Effective" if not number else "effective", 1)


def _works(works: Sequence[Audited]) -> str:
    clean = sum(not work.review.findings for work in works)
    closed = sum(work.reach is None for work in works)
    said = f"{len(works):,}"
    if clean:
        said += f", of which {clean:,} {'has' if clean == 1 else 'have'} no open finding"
    return said + (f"; {closed:,} can't be opened" if closed else "")


def _instruments(listed: Sequence[Listed]) -> str:
    assumed, pending = (sum(one.state == state for one in listed) for state in ("assumed", "pending"))
    more = ((assumed, "assumed without a document"), (pending, "pending"))
    told = " and ".join(f"{count:,} {said}" for count, said in more if count)
    return f"{len(listed):,} besides the text as adopted" + (f", of which {told}" if told else "")


def _reached(works: Iterable[Audited]) -> Iterator[tuple[str, str]]:
    reaches = [work.reach for work in works if work.reach]
    if not reaches:
        return
    last = max((one.effective for reach in reaches for one in reach.counting), default=None)
    adopted = spoken(min(reach.adopted for reach in reaches))
    yield "The record reaches", f"from {adopted} to {spoken(last)}" if last else f"to {adopted}; nothing amends it"
    first, latest = min(reach.first_recorded for reach in reaches), max(reach.last_recorded for reach in reaches)
    yield "Entered in the book", spoken(first) if first == latest else f"from {spoken(first)} to {spoken(latest)}"


def _reach_of(work: Audited) -> str:
    """One line about a work in a report of several."""
    if work.reach is None:
        return "The record can't be opened."
    amended = work.reach.counting
    times = (
        f"amended {plural(len(amended), 'time')}, last {spoken(amended[-1].effective)}" if amended else "never amended"
    )
    return f"Adopted {spoken(work.reach.adopted)}, {times}."


def _further(rest: Sequence[Cause], left: int) -> str:
    if not left:
        return ""
    graver = sum(len(cause.findings) + len(cause.explained) for cause in rest if cause.first.severity != "note")
    if not graver:
        return f"The other {plural(left, 'finding')} {'is' if left == 1 else 'are'} for information." if left else ""
    return f"{plural(left, 'finding')} more {'follows' if left == 1 else 'follow'}, by instrument."
