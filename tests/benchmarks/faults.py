"""Break copies of the samples in some hundreds of ways and print how many of each kind the audit finds.

    python tests/benchmarks/faults.py [HOW MANY OF EACH KIND] [SEED]

It prints the table of ``docs/audit.md``, then what was missed.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from faults import NAMES, Outcome, drawn, judged
from faults_of_amendments import KINDS as OF_AMENDMENTS
from faults_of_files import KINDS as OF_FILES
from faults_of_filings import KINDS as OF_FILINGS

TITLES = {
    "Files of a recorded book": OF_FILES,
    "Documents before they are recorded": OF_FILINGS,
    "Amendments recorded on a sound copy": OF_AMENDMENTS,
}


def main(times: int, seed: int) -> None:
    outcomes = {title: [judged(*one) for one in drawn(kinds, NAMES, times, seed)] for title, kinds in TITLES.items()}
    say("| fault | made | found |\n|---|---|---|")
    for title, of_title in outcomes.items():
        say(f"| **{title}** | {len(of_title)} | {found(of_title)} |")
        for kind, made in Counter(one.kind for one in of_title).items():
            say(f"| {kind} | {made} | {found([one for one in of_title if one.kind == kind])} |")
    every = [one for of_title in outcomes.values() for one in of_title]
    say(f"| **all** | {len(every)} | {found(every)} ({found(every) / len(every):.1%}) |")
    for one in every:
        if one.by is None:
            say(f"missed: {one.kind}: {one.fault.work}: {one.fault.told}")


def found(outcomes: list[Outcome]) -> int:
    return sum(one.by is not None for one in outcomes)


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    times, seed = (*map(int, sys.argv[1:]), *(10, 1)[len(sys.argv) - 1 :])
    main(times, seed)
