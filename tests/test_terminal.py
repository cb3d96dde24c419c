"""What a terminal shows: colour, wrapping, the pager."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderer.terminal import Screen
from sample import IVM

words = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=12)
pieces = st.lists(st.tuples(st.lists(words).map(" ".join), st.sampled_from(["plain", "insert", "delete"])), max_size=8)


@given(pieces, st.integers(10, 60))
def test_styled_wrapping_loses_no_character(found: list[tuple[str, str]], width: int) -> None:
    lines = list(Screen(width=width).wrap_styled(found))  # type: ignore[arg-type]
    assert " ".join(lines).split() == "".join(text for text, _ in found).split()
    longest = max((len(word) for word in "".join(text for text, _ in found).split()), default=0)
    assert all(len(line) <= max(width, longest + 1) for line in lines)


def on_a_terminal(*words: str, **environment: str) -> str:
    """What a terminal of 80 columns receives."""
    leader, follower = pty.openpty()
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    kept |= {"TERM": "xterm", "COLUMNS": "80", "LINES": "2000", **environment}
    command = [sys.executable, "-m", "cli.start", *words]
    process = subprocess.Popen(
        command, stdout=follower, stderr=subprocess.DEVNULL, env=kept, cwd=Path(__file__).resolve().parent.parent
    )
    os.close(follower)
    received = b""
    while True:
        try:
            chunk = os.read(leader, 65536)
        except OSError:  # Linux says so where the other end is closed
            break
        if not chunk:
            break
        received += chunk
    os.close(leader)
    assert process.wait() == 0
    return received.decode().replace("\r\n", "\n")


REDLINE = ("redline", IVM, "III.1", "--from", "1999-10-20", "--to", "2000-02-28")


def test_a_terminal_shows_marks_in_colour() -> None:
    out = on_a_terminal(*REDLINE)
    assert "\x1b[31;9m,\x1b[0m\x1b[32;4m;\x1b[0m" in out
    assert "[-" not in out
    plain = re.sub(r"\x1b\[[\d;]*m", "", out)
    assert max(map(len, plain.splitlines())) <= 80


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_can_be_refused(environment: dict[str, str]) -> None:
    out = on_a_terminal(*REDLINE, **environment)
    assert "\x1b" not in out
    assert "[-,-]{+;+}" in out


def test_headings_stand_out_and_source_notes_stand_back() -> None:
    out = on_a_terminal("show", IVM, "III.1")
    assert "\x1b[1mSection 1. Number of Directors.\x1b[0m The property" in out
    assert "\x1b[2m(Substituted March 26, 1998;" in out


def test_a_long_text_goes_through_the_pager() -> None:
    assert on_a_terminal("show", IVM, LINES="24", PAGER="wc -w").strip().isdigit()
