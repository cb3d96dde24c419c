"""Fault injection: copies of the samples broken in one way each, and whether the audit finds what was broken.

A fault counts as found only where a finding that the unbroken copy does not have is of a code that fits and names the
provision, the instrument or the file that was broken. Run ``tests/benchmarks/faults.py`` for the figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from shutil import copytree
from tempfile import TemporaryDirectory

from amendments.proposal import Wishes
from amendments.recording import prepare, record
from amendments.verify import verify
from audited import audit_work
from corpus.errors import BylawsError
from corpus.finding import Finding
from corpus.sources.reader import read_source
from corpus.store import Book
from sample import LIBRARY, NAMES, RECORDED

_DAY = re.compile(r"[A-Z][a-z]+ \d{1,2}, \d{4}|\d{4}-\d\d-\d\d(?:-\d+)?")

Break = Callable[[Path], None]
"""Makes a broken record of a work in an empty folder, a book; a BylawsError says that it was refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One way in which a copy is broken.

    ``codes`` are the codes that fit, or the names of the errors by which it is refused; ``names`` are the eIds,
    addresses, files or words of which the finding must name one, and ``instrument`` the one that it must be of, if any.
    """

    work: str
    told: str
    make: Break
    codes: str
    names: tuple[str, ...]
    instrument: str = ""


Kind = Callable[[Random, str], Fault | None]
"""Draws a fault for a work; None where the work has nothing that can be broken so."""


class Unread(BylawsError):
    """What the preview of an import shows of the instructions that can't be carried out."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A fault with what newly was found in the copy, and the finding that tells of it."""

    kind: str
    fault: Fault
    new: tuple[Finding, ...]
    by: Finding | None


@cache
def known(work: str) -> frozenset[Finding]:
    """What the audit finds in the unbroken copy."""
    return frozenset(audit_work(Book(LIBRARY, read_only=True), work))


def judged(kind: str, fault: Fault) -> Outcome:
    """Break a copy, import and audit it, and look for the fault among what is new."""
    with TemporaryDirectory() as folder:
        try:
            fault.make(Path(folder))
            found: Iterable[Finding] = audited(Path(folder), fault.work)
        except BylawsError as refused:
            name = type(refused).__name__
            found = [Finding(code=name, severity="error", message=str(refused), evidence="", next_step="")]
    before = {said(finding) for finding in known(fault.work)}
    new = tuple(finding for finding in found if said(finding) not in before)
    return Outcome(kind, fault, new, next((finding for finding in new if tells_of(finding, fault)), None))


def said(finding: Finding) -> tuple[str, ...]:
    """What a finding says without days and instruments: under another date it is not a new one."""
    words = (finding.code, finding.id, finding.message, finding.evidence)
    return tuple(_DAY.sub("a day", part) for part in words)


def audited(folder: Path, work: str) -> list[Finding]:
    book = Book(folder, read_only=True)
    verified = verify(book, work)
    return [*audit_work(book, work), *([verified] if isinstance(verified, Finding) else [])]


def tells_of(finding: Finding, fault: Fault) -> bool:
    refused = not finding.work  # what is refused has no instrument
    if finding.code not in fault.codes.split() or not (refused or fault.instrument in ("", finding.instrument)):
        return False
    said = " ".join((finding.instrument, finding.id, finding.address, finding.message, finding.evidence))
    return any(
        finding.id.startswith(f"{name}__") or re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said)
        for name in fault.names
    )


def drawn(
    kinds: Iterable[tuple[str, Kind]], works: Iterable[str], times: int, seed: int
) -> Iterator[tuple[str, Fault]]:
    """So many faults of each kind, by turns of the works, always the same for a seed."""
    turns = list(works)
    for name, kind in kinds:
        random, made, tries = Random(f"{seed} {name}"), 0, 0
        while made < times and tries < 20 * times:
            fault = kind(random, turns[tries % len(turns)])
            tries += 1
            if fault is not None:
                yield name, fault
                made += 1


def copied(folder: Path, work: str) -> Path:
    """A copy of a sample as it is recorded."""
    copytree(LIBRARY / work, folder / work)
    return folder / work


def imported(folder: Path, work: str, filing: str) -> None:
    """Record a filing as a new work."""
    record(Book(folder), read_source(filing.encode(), NAMES[work]), Wishes(key=work), RECORDED)


def amended(folder: Path, work: str, *amendments: str) -> None:
    """Record amendments on a copy of a sample; raises Unread where the preview shows that they can't be."""
    copied(folder, work)
    for nth, words in enumerate(amendments, 1):
        reading = read_source(words.encode(), f"amendment-{nth}.txt", amends=True)
        wishes = Wishes(key=work, amends=True)
        unread = [one.why for found in prepare(Book(folder), reading, wishes).understood for one in found.unread]
        if unread:
            raise Unread(" ".join(unread))
        record(Book(folder), reading, wishes, RECORDED)
