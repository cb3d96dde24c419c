"""What is broken in a copy of a sample is found, and what is sound is not.

Three faults of each kind are drawn, always the same; ``FAULTS=20 pytest tests/test_faults.py`` draws twenty.
``docs/audit.md`` has the figures of more.
"""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest

from faults import Fault, Kind, audited, drawn, imported, judged, known
from faults_of_amendments import KINDS as OF_AMENDMENTS
from faults_of_amendments import SOUND
from faults_of_files import KINDS as OF_FILES
from faults_of_filings import KINDS as OF_FILINGS
from sample import NAMES, filing

KINDS = (*OF_FILES, *OF_FILINGS, *OF_AMENDMENTS)
TIMES = int(os.environ.get("FAULTS", "3"))
SEED = 1
PAPERS = {"adoption-unrecorded", "undated", "unsigned"}
"""What the audit says of every amendment that comes without minutes."""
NOT_ALWAYS = {
    "a section left out of the base": 0.6,
    "a schedule dropped before recording": 0.0,
    "a reference of the base pointed elsewhere": 0.2,
    "the dates of two schedules exchanged": 0.5,
    "a word lost by a substitution": 0.3,
    "a word misspelt by a substitution": 0.5,
    "another subject put at a number that others refer to": 0.6,
}
"""The kinds of which some leave nothing to go by, and the least share that must be found whatever is drawn."""


@pytest.mark.parametrize("kind", KINDS, ids=[name for name, _ in KINDS])
def test_a_fault_is_found(kind: tuple[str, Kind]) -> None:
    outcomes = [judged(name, fault) for name, fault in drawn([kind], NAMES, TIMES, SEED)]
    missed = [f"{one.fault.told}: {[finding.code for finding in one.new]}" for one in outcomes if one.by is None]
    assert len(outcomes) == TIMES
    assert len(missed) <= len(outcomes) * (1 - NOT_ALWAYS.get(kind[0], 1)), missed


@pytest.mark.parametrize("work", NAMES)
def test_an_untouched_copy_has_no_other_finding(tmp_path: Path, work: str) -> None:
    imported(tmp_path, work, filing(work).decode("latin-1"))
    assert set(audited(tmp_path, work)) == known(work)


@pytest.mark.parametrize("kind", SOUND, ids=[name for name, _ in SOUND])
@pytest.mark.parametrize("work", NAMES)
def test_a_sound_amendment_is_not_found_fault_with(tmp_path: Path, work: str, kind: tuple[str, Kind]) -> None:
    before = {(finding.code, finding.instrument, finding.id) for finding in known(work)}
    for nth in range(TIMES):
        fault: Fault | None = kind[1](Random(f"{SEED} {kind[0]} {nth}"), work)
        assert fault is not None
        folder = tmp_path / str(nth)
        folder.mkdir()
        fault.make(folder)
        new = {one.code for one in audited(folder, work) if (one.code, one.instrument, one.id) not in before}
        assert set(new) <= PAPERS, (fault.told, new)
