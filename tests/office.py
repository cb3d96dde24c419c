"""LibreOffice, run for real: what it makes of a file, and what it reads in one."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def converted(content: bytes, name: str, ending: str, folder: Path) -> bytes:
    """A file as LibreOffice converts it, each time under a profile of its own, for two can't share one."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("CI") and shutil.which("apt-get") and os.geteuid() == 0:
            pytest.fail("LibreOffice is not installed, and tests/run.py could have installed it")
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-writer-nogui")
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
