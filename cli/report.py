"""Where the words go: a file, a pipe, or a terminal with colour and a pager as git has."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from corpus.store import Book
from renderer.terminal import Screen

_WIDEST = 100
"""Columns: longer lines of prose can't be read."""
_PIPED = 80


def screen(width: int | None, output: Path | None) -> Screen:
    """The screen that standard output is: colour only on a terminal, and never under NO_COLOR."""
    terminal = output is None and sys.stdout.isatty()
    columns = min(shutil.get_terminal_size().columns, _WIDEST) if terminal else _PIPED
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Screen(width=width or columns, colour=colour)


def deliver(text: str, output: Path | None) -> None:
    """Write to a file, or to standard output, through a pager where it would run off the terminal."""
    if output is not None and str(output) != "-":
        output.write_text(text, encoding="utf-8", newline="\n")
        tell(f"Wrote {output}.")
    elif sys.stdout.isatty() and text.count("\n") >= shutil.get_terminal_size().lines:
        _page(text)
    else:
        sys.stdout.write(text)
        sys.stdout.flush()


def tell(message: str) -> None:
    """A remark beside the result, on standard error."""
    print(message, file=sys.stderr)  # noqa: T201


def tell_book(book: Book) -> None:
    """Say that the sample library was read, for no book was named or found."""
    if book.read_only:
        tell("Reading the sample library (read-only). Name a book of your own with --book.")


def format_of(named: str | None, output: Path | None, known: dict[str, str], default: str = "text") -> str:
    """The format asked for: named, or shown by the ending of the file to write."""
    if named is not None:
        return named
    return known.get(output.suffix.lower(), default) if output is not None else default


def _page(text: str) -> None:
    """Hand the text to $PAGER; less quits by itself on a short text and keeps colours, as git sets it."""
    import shlex  # only a long text on a terminal needs them
    import subprocess

    pager = shlex.split(os.environ.get("PAGER") or "less")
    if not pager or shutil.which(pager[0]) is None:
        sys.stdout.write(text)
        return
    environment = {"LESS": "FRX", **os.environ}
    with subprocess.Popen(pager, stdin=subprocess.PIPE, env=environment, text=True, encoding="utf-8") as process:
        process.communicate(text)
