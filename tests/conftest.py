"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from cli.app import main

settings.register_profile(
    "gate", deadline=None, derandomize=bool(os.environ.get("CI")), suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("gate")


class Outcome:
    """What a command printed and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def bylaws(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Callable[..., Outcome]:
    """Run the command in this process, in an empty folder: ``bylaws("show", "interactive-voice-media")``."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BYLAWS_BOOK", raising=False)

    def run(*words: str | Path) -> Outcome:
        monkeypatch.setattr("sys.argv", ["bylaws", *map(str, words)])
        capsys.readouterr()
        try:
            main()
            code = 0
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 0 if ended.code is None else 1
        printed = capsys.readouterr()
        return Outcome(code, printed.out, printed.err)

    return run
