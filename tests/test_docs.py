"""The documentation: every example is run, every link leads somewhere, every finding has its page."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Outcome

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
EXAMPLES = [
    pytest.param(page, example, id=f"{page.name}:{example.splitlines()[0]}")
    for page in PAGES
    for example in re.findall(r"^```console\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
]

WHOLE = "dangling-reference misnumbered numbering-gap reference-changed-subject two-names undated unsigned".split()
"""Codes of findings whose first word begins other words of the sources too."""
FIRST = (
    "adoption ambiguous amending amendment audit authority checkpoint duplicate effective file heading instructions"
    " instrument ledger likely lost missing no number occupied operations precondition punctuation recorded replay"
    " restatement reverted signature stale twice unannounced undefined unused words"
).split()
"""The first words of the other codes."""


@pytest.mark.parametrize(("page", "example"), EXAMPLES)
def test_examples_print_what_they_say(bylaws: Callable[..., Outcome], page: Path, example: str) -> None:
    """A line of ``…`` stands for any lines, and ``…`` at the end of a line for the rest of it.

    A file that stands beside the page is given from there.
    """
    command, _, expected = example.partition("\n")
    words = shlex.split(command.removeprefix("$ "))
    assert words[0] == "bylaws"
    given = [page.parent / word if (page.parent / word).is_file() else word for word in words[1:]]
    printed = bylaws(*given).out
    pattern = "".join(r"(?:.*\n)*?" if line == "…" else _line(line) for line in expected.splitlines())
    assert re.fullmatch(pattern, printed), printed


def _line(line: str) -> str:
    return re.escape(line.removesuffix("…")) + (".*" if line.endswith("…") else "") + "\n"


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 4


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / link).exists(), link


_WORDS = ("misnumbered", "two-names", "undated", "unsigned")
"""Codes that are known by the whole of them."""
_FIRST_WORDS = (
    "adoption ambiguous amending amendment audit authority checkpoint dangling date duplicate effective file heading"
    " instructions instrument ledger likely lost misnumbered missing no number numbering occupied operations"
    " precondition punctuation recorded reference replay restatement reverted signature stale twice unannounced"
    " undefined unused word words"
).split()
"""The first words of the others."""


def test_every_finding_has_a_page_and_every_page_a_finding() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "amendments").rglob("*.py"))
    coded = set(re.findall(rf'"({"|".join(_WORDS)}|(?:{"|".join(_FIRST_WORDS)})-[a-z]+(?:-[a-z]+)*)"', sources))
    pages = {page.stem for page in (ROOT / "docs" / "findings").glob("*.md")} - {"README"}
    assert coded == pages
    index = (ROOT / "docs" / "findings" / "README.md").read_text(encoding="utf-8")
    assert all(f"]({page}.md)" in index for page in pages)


def test_the_readmes_first_screen_has_the_two_commands() -> None:
    first = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:20]
    assert sum(line == "```sh" for line in first) == 2
    assert "python3 tests/run.py" in first
    assert "python3 tests/run.py" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
