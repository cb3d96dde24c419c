"""The wheel holds exactly the four packages with their data, and the command works from it, outside the checkout."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from sample import IVM, LIBRARY

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("corpus", "amendments", "renderer", "cli")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)], check=True, capture_output=True
    )
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_the_four_packages_and_nothing_else(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    tracked = subprocess.run(["git", "ls-files", *PACKAGES], cwd=ROOT, check=True, capture_output=True, text=True)
    assert names == set(tracked.stdout.split())
    for data in (
        "renderer/templates/text.html",
        f"corpus/library/{IVM}/base.xml",
        f"corpus/library/{IVM}/ledger.jsonl",
    ):
        assert data in names


def test_the_command_works_from_the_installed_wheel(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    scripts = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([scripts / "python", "-m", "pip", "install", "--quiet", str(wheel)], check=True, capture_output=True)
    (source,) = (LIBRARY / IVM / "sources").glob("*.txt")

    def run(*words: str) -> str:
        done = subprocess.run([scripts / "bylaws", *words], cwd=tmp_path, capture_output=True, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "Section 22. Vice Chairman of the Board." in run("show", IVM)
    assert run("show", IVM, "--format", "html").startswith("<!DOCTYPE html>")
    assert "{+at least one (1) member+}" in " ".join(run("redline", IVM, "III.1").split())
    run("import", str(source), "--work", "imported", "--yes")
    assert "Section 22. Vice Chairman of the Board." in run("show", "imported", "--book", "book")
