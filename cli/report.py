"""Where the words go: a file, a pipe, or a terminal with colour and a pager as git has."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from io import TextIOWrapper
from pathlib import Path

from amendments.record import Record
from corpus.errors import BylawsError
from corpus.store import Book
from renderer.terminal import Screen

_WIDEST = 100
"""Columns: longer lines of prose can't be read."""
_PIPED = 80


TEXT = {"": "text", ".txt": "text", ".text": "text"}
"""The endings of plain text files."""


class UnknownFormat(BylawsError):
    def __init__(self, output: str, known: Iterable[str]) -> None:
        endings = ", ".join(ending for ending in known if ending)
        super().__init__(
            f"{output}: that ending is of no format that can be written.", f"Use one of {endings}, or --format."
        )


class NotForTerminal(BylawsError):
    def __init__(self) -> None:
        super().__init__("A Word or PDF file can't be shown on a terminal.", "Name the file with -o FILE.")


class FolderMissing(BylawsError):
    def __init__(self, output: Path) -> None:
        super().__init__(
            f"{output} can't be written: there is no folder {output.parent}.", "Make the folder, or name another."
        )


def screen(width: int | None, output: Path | None) -> Screen:
    """The screen that standard output is: colour only on a terminal, and never under NO_COLOR."""
    terminal = output is None and sys.stdout.isatty()
    columns = min(shutil.get_terminal_size().columns, _WIDEST) if terminal else _PIPED
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Screen(width=width or columns, colour=colour)


def deliver(text: str, output: Path | None) -> None:
    """Write to a file, or to standard output, through a pager where it would run off the terminal."""
    if output is not None and str(output) != "-":
        _refuse_missing_folder(output)
        output.write_text(text, encoding="utf-8", newline="\n")
        tell(f"Wrote {output}.")
    elif sys.stdout.isatty() and text.count("\n") >= shutil.get_terminal_size().lines:
        _page(text)
    else:
        _write(text)


def deliver_bytes(content: bytes, output: Path | None) -> None:
    """Write a file that is no text; a terminal can't show it, so it takes a name or a pipe."""
    if output is not None and str(output) != "-":
        _refuse_missing_folder(output)
        output.write_bytes(content)
        tell(f"Wrote {output}.")
    elif sys.stdout.isatty():
        raise NotForTerminal
    else:
        sys.stdout.buffer.write(content)


def tell(message: str) -> None:
    """A remark beside the result, on standard error."""
    print(message, file=sys.stderr)  # noqa: T201


def agreed(path: Path, off_terminal: str = "") -> bool:
    """Ask on a terminal; a script must say --yes, or is told what it can't do."""
    if not sys.stdin.isatty():
        tell(off_terminal or "Add --yes to record it from a script.")
        return False
    import typer  # loaded already

    try:
        return typer.confirm(f"Record this in {path}?", err=True)
    except typer.Abort:  # control-C at the question says no
        return False


def tell_book(book: Book) -> None:
    """Say that the sample library was read, for no book was named or found."""
    if book.read_only:
        tell("Reading the sample library (read-only). Name a book of your own with --book.")


def recorded(book: Book, key: str, act: Callable[[], Record]) -> Record:
    """Record a fact, and print every finding of the audit that there was not before it."""
    from amendments.audit.audit import audit  # only a command that records a fact needs them
    from amendments.record import open_record
    from renderer.tables import write_findings_table

    book.refuse_read_only()
    before = set(audit(open_record(book, key)))
    after = act()
    if found := [finding for finding in audit(after) if finding not in before]:
        deliver(f"It causes these findings:\n\n{write_findings_table(found, screen(None, None))}", None)
    return after


def format_of(named: str | None, output: Path | None, known: dict[str, str]) -> str:
    """The format asked for: named, or shown by the ending of the file to write; raises UnknownFormat."""
    if named is not None:
        return named
    ending = output.suffix.lower() if output is not None else ""
    if ending not in known:
        raise UnknownFormat(str(output), known)
    return known[ending]


def _refuse_missing_folder(output: Path) -> None:
    if not output.parent.is_dir():
        raise FolderMissing(output)


def _write(text: str) -> None:
    """Write in UTF-8 whatever the locale, for a text must not lose a letter to it.

    Where the reader of a pipe has gone, as in ``bylaws show … | head``, nothing is left to say.
    """
    if isinstance(sys.stdout, TextIOWrapper) and sys.stdout.encoding.lower() != "utf-8":
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _page(text: str) -> None:
    """Hand the text to $PAGER; less quits by itself on a short text and keeps colours, as git sets it."""
    import shlex  # only a long text on a terminal needs them
    import subprocess

    pager = shlex.split(os.environ.get("PAGER") or "less")
    if not pager or shutil.which(pager[0]) is None:
        _write(text)
        return
    environment = {"LESS": "FRX", **os.environ}
    with subprocess.Popen(pager, stdin=subprocess.PIPE, env=environment, text=True, encoding="utf-8") as process:
        process.communicate(text)
