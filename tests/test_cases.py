"""The cases in tests/cases: amending prose, and what it must do to the bylaws beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from amendments.akn.instrument import read_instrument, write_instrument
from amendments.describe import describe, target_of
from amendments.instrument import Instrument
from amendments.intake import propose
from amendments.operations import kind_of
from amendments.patch.apply import apply_operation
from amendments.proposal import Wishes
from amendments.prose.clauses import read_clauses
from amendments.prose.decide import decide
from amendments.prose.scanner import Unread
from corpus.model import Text, Work, places
from corpus.schema import validate
from corpus.sources.coverage import prove_coverage
from corpus.sources.reader import read_source

FOLDER = Path(__file__).parent / "cases"
WORK = Work(key="harbor-light", title="BY-LAWS", jurisdiction="us", adopted=date(1990, 5, 4))
FILES = sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")


@dataclass(frozen=True)
class Case:
    name: str
    prose: str
    operations: tuple[str, ...]
    refusal: str | None
    after: tuple[str, ...]


def cases(path: Path) -> list[Case]:
    found = []
    for part in re.split(r"(?m)^### ", path.read_text(encoding="utf-8"))[1:]:
        title, _, body = part.partition("\n")
        lines = body.splitlines()
        said = [line[1:].strip() for line in lines if line.startswith(">")]
        operations = tuple(line[2:].strip() for line in lines if line.startswith("- "))
        refusal = next((line[1:].strip() for line in lines if line.startswith("!")), None)
        after = tuple(line[2:].strip() for line in lines if line.startswith("= "))
        found.append(Case(title, "\n".join(said), operations, refusal, after))
    return found


CASES = [pytest.param(case, id=f"{path.stem}: {case.name}") for path in FILES for case in cases(path)]


@pytest.fixture(scope="module")
def bylaws_text() -> Text:
    reading = read_source((FOLDER / "bylaws.txt").read_bytes(), "bylaws.txt")
    return propose(reading, Wishes(key="harbor-light"), None).base.text


@pytest.mark.parametrize("case", CASES)
def test_case(case: Case, bylaws_text: Text) -> None:
    source = f"AMENDMENT TO THE BY-LAWS\n\n{case.prose}\n\nDated: June 1, 2001\n"
    reading = read_source(source.encode(), "case.txt", amends=True)
    (document,) = reading.documents
    text, clauses = read_clauses(document)
    prove_coverage(reading.characters, reading.set_aside, [text], "case.txt")
    operations, unread = decide(clauses, bylaws_text)
    if case.refusal is not None:
        assert unread, operations
        reason, _, word = case.refusal.partition("@")
        assert reason.strip() in unread[0].why
        assert _after(unread[0]).startswith(word.strip()), _after(unread[0])
        return
    assert not unread, (unread[0].why, _after(unread[0]))
    told = tuple(f"{kind_of(one)} {target_of(one.target)}  {describe(one)}".strip() for one in operations)
    assert told == case.operations
    changed = bylaws_text
    for number, one in enumerate(operations):
        changed = apply_operation(changed, replace(one, id=f"mod_{number}"), "2001-06-01-1").text
    assert all(words in _words(changed) for words in case.after), _words(changed)
    drawn = Instrument(
        id="2001-06-01-1", title="A", effective=date(2001, 6, 1), turn=1, text=text, operations=operations
    )
    content = write_instrument(drawn, WORK)
    validate(content, Path("x.xml"))
    assert read_instrument(content, Path("x.xml")) == drawn


def _words(text: Text) -> list[str]:
    """Each provision as it stands, with its address: what a case says after "="."""
    return [
        f"{place.address}: {' '.join(' '.join(place.provision.passages()).split())}"
        for place in places(text.provisions)
        if place.provision.status != "deleted"
    ]


def _after(unread: Unread) -> str:
    return unread.sentence[unread.at :].lstrip()


def test_there_are_cases() -> None:
    assert len(CASES) >= 30
