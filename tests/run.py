"""Install what the tests need and run every check: format, lint, types, layers, tests.

It needs only Python 3.11 or later. It makes ``.venv`` beside the project where there is none. Arguments go to pytest.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
BIN = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")

PROGRAMS = {"git": "git", "ssh-keygen": "openssh-client", "soffice": "libreoffice-writer-nogui", "chromium": "chromium"}
"""What the tests run, and the Debian package that has it."""

CHECKS: tuple[tuple[str, ...], ...] = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "--numprocesses", "auto"),
)


def main() -> int:
    install()
    failed = [check for check in CHECKS if not passes(check, *(sys.argv[1:] if check[0] == "pytest" else ()))]
    say("all checks passed" if not failed else f"FAILED: {', '.join(' '.join(check) for check in failed)}")
    return 1 if failed else 0


def install() -> None:
    install_programs()
    say("installing into .venv")
    if not ENVIRONMENT.exists():
        venv.create(ENVIRONMENT, with_pip=True)
    pip = (str(BIN / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    subprocess.run((*pip, "--editable", f"{ROOT}[test]"), check=True)


def install_programs() -> None:
    """Programs that the tests run for real; where they can't be installed, it says so."""
    missing = [package for program, package in PROGRAMS.items() if shutil.which(program) is None]
    if missing and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        say(f"installing {', '.join(missing)}")
        subprocess.run(("apt-get", "update", "-qq"))
        for package in missing:
            if subprocess.run(("apt-get", "install", "-qq", "--no-install-recommends", package)).returncode:
                say(f"{package} can't be installed here: what needs it is not tested")
                os.environ["BYLAWS_TESTS_WITHOUT"] = f"{os.environ.get('BYLAWS_TESTS_WITHOUT', '')} {package}"
    elif missing:
        say(f"please install {', '.join(missing)}: tests that need them will fail")


def passes(check: tuple[str, ...], *more: str) -> bool:
    say(" ".join((*check, *more)))
    started = time.monotonic()
    done = subprocess.run((str(BIN / check[0]), *check[1:], *more), cwd=ROOT)
    say(f"{'passed' if done.returncode == 0 else 'FAILED'} in {time.monotonic() - started:.0f} s")
    return done.returncode == 0


def say(message: str) -> None:
    print(f"== {message}", flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
