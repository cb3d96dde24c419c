"""Operations in the person's own editor: opened as a sheet, read back, and opened again until they are right."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import mkdtemp

from amendments.errors import SaidOfSeveral
from amendments.instrument import Instrument
from amendments.proposal import Proposal, Wishes
from amendments.recording import prepare
from amendments.sheet.page import with_faults, without_faults, write_sheet
from amendments.sheet.read import read_sheet
from amendments.sheet.stated import Fault
from cli.report import tell
from corpus.errors import BylawsError
from corpus.sources.reader import Reading
from corpus.store import Book

_EDITORS = ("vi", "nano")
"""Those that are looked for where the environment names none."""


class NoEditor(BylawsError):
    def __init__(self, named: str, why: str) -> None:
        what = f"The editor '{named}' can't be run: {why}" if named else f"No editor was found: {why}"
        super().__init__(f"{what}.", 'Name one in $EDITOR, with its arguments: EDITOR="code --wait".')


class EditorOffTerminal(BylawsError):
    def __init__(self) -> None:
        super().__init__(
            "--edit opens an editor, and this is no terminal.", "Use it on a terminal, or name a program in $EDITOR."
        )


class EditAndYes(BylawsError):
    def __init__(self) -> None:
        super().__init__(
            "--edit and --yes don't go together: what was written by hand is looked at before it is recorded.",
            "Leave one of them out.",
        )


class NotEdited(BylawsError):
    """The editing came to nothing. What the person wrote is kept where the message says."""

    def __init__(self, why: str, kept: Path | None = None) -> None:
        super().__init__(f"Nothing was recorded: {why}.", f"What you wrote is kept in {kept}." if kept else "")


@dataclass(frozen=True, slots=True)
class Edited:
    """What is proposed and wished after the editing, and the file that holds what the person wrote, if anything."""

    proposal: Proposal
    wishes: Wishes
    sheet: Path | None


def tell_kept(sheet: Path | None) -> None:
    """Say where a person finds what they wrote; they may have worked on it for long."""
    if sheet is not None:
        tell(f"The operations as you wrote them are kept in {sheet}.")


def discard(sheet: Path | None) -> None:
    """Throw away what a person wrote, once it is recorded."""
    if sheet is not None:
        shutil.rmtree(sheet.parent)


def refuse_editing(*, yes: bool) -> None:
    """Raise where the operations can't be edited: with --yes, without an editor, or off a terminal unless one is named.

    It is said before anything is read.
    """
    if yes:
        raise EditAndYes
    if not (os.environ.get("EDITOR") or os.environ.get("VISUAL")) and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise EditorOffTerminal
    _editor()


def edit_operations(book: Book, reading: Reading, wishes: Wishes, proposal: Proposal) -> Edited:
    """Open the operations of the one amendment of a proposal, until what comes back can be carried out.

    A file that comes back empty, or with errors and as it was opened, and an editor that fails end it: raises
    NotEdited.
    """
    if len(proposal.understood) > 1:
        raise SaidOfSeveral(reading.name, len(proposal.understood))
    understood = proposal.understood[0]
    assert isinstance(understood.recorded, Instrument)  # a proposal that amends holds nothing else
    sheet = Path(mkdtemp(prefix="bylaws-")) / f"{wishes.key}-operations.txt"
    shown = first = write_sheet(understood.recorded, understood.unread, reading.name)
    while True:
        sheet.write_text(shown, encoding="utf-8", newline="\n")
        _run(sheet, first)
        written = _read(sheet, first)
        read = read_sheet(written)
        if not (read.stated or read.faults):
            raise _stopped(sheet, first, "no operation was left in the file")
        faults: tuple[Fault, ...] = read.faults
        if not faults:
            wished = replace(wishes, stated=read.stated)
            proposal = prepare(book, reading, wished)
            faults = proposal.understood[0].faults
            if not faults:
                return Edited(proposal, wished, _kept(sheet, first))
        again, shown = shown, with_faults(written, faults)
        if again != first and written.rstrip() == without_faults(again).rstrip():
            sheet.write_text(shown, encoding="utf-8", newline="\n")  # an editor may have written over the errors
            raise _stopped(sheet, first, f"the file came back as it was opened, and {_left(faults)}")


def _run(sheet: Path, first: str) -> None:
    """Wait for the editor; control-C is the editor's while it is open."""
    command = _editor()
    try:
        process = subprocess.Popen([*command, str(sheet)])
    except OSError as error:
        raise NoEditor(command[0], error.strerror or str(error)) from error
    while True:
        try:
            ended = process.wait()
            break
        except KeyboardInterrupt:
            continue
    if ended:
        raise _stopped(sheet, first, f"the editor '{shlex.join(command)}' ended with {ended}")


def _editor() -> list[str]:
    """The editor with its arguments: $EDITOR, else $VISUAL, else vi or nano; raises NoEditor."""
    named = os.environ.get("EDITOR") or os.environ.get("VISUAL")
    if not named:
        found = next((editor for editor in _EDITORS if shutil.which(editor)), None)
        if found is None:
            raise NoEditor("", f"there is no {' and no '.join(_EDITORS)} here")
        return [found]
    try:
        command = shlex.split(named)
    except ValueError as error:
        raise NoEditor(named, f"its quotation marks don't pair ({error})") from error
    if not command or shutil.which(command[0]) is None:
        raise NoEditor(named, "there is no such program")
    return command


def _read(sheet: Path, first: str) -> str:
    """What the editor left, without the errors that were shown in it."""
    try:
        content = sheet.read_bytes()
    except FileNotFoundError as error:
        raise NotEdited("the editor removed the file") from error
    try:
        written = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _stopped(sheet, first, "the editor did not save the file as UTF-8") from error
    return without_faults(written.replace("\r\n", "\n").replace("\r", "\n"))


def _stopped(sheet: Path, first: str, why: str) -> NotEdited:
    """The error that ends the editing; the file is kept where the person wrote something."""
    return NotEdited(why, _kept(sheet, first))


def _kept(sheet: Path, first: str) -> Path | None:
    """The file, where it holds other words than it was first opened with; else it is removed."""
    left = without_faults(sheet.read_bytes().decode(errors="replace")).strip() if sheet.exists() else ""
    if left not in ("", first.strip()):
        return sheet
    shutil.rmtree(sheet.parent)
    return None


def _left(faults: Sequence[Fault]) -> str:
    """``one error is left in it: The text in force just before has no Article V, Section 99``"""
    count = "one error is left in it" if len(faults) == 1 else f"{len(faults)} errors are left in it, the first"
    return f"{count}: {faults[0].why.rstrip('.')}"
