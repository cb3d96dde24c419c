"""LibreOffice, run for real: what it makes of a file, and what it reads in one."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

_PACKAGE = "libreoffice-writer-nogui"


def converted(content: bytes, name: str, ending: str, folder: Path) -> bytes:
    """A file as LibreOffice converts it, each time under a profile of its own, for two can't share one."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("CI") and _PACKAGE not in os.environ.get("BYLAWS_TESTS_WITHOUT", ""):
            pytest.fail("LibreOffice is not installed, and tests/run.py was not asked to")
        pytest.skip(f"LibreOffice is not installed: apt-get install {_PACKAGE}")
    source = folder / name
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [program, profile, "--headless", "--convert-to", ending, "--outdir", str(folder), str(source)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return source.with_suffix(f".{ending.partition(':')[0]}").read_bytes()
