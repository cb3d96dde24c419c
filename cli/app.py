"""The command ``bylaws``: it registers the commands and holds the one error boundary."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from corpus.errors import BylawsError

COMMANDS = {
    "list": ("cli.commands.list:list_command", "The works of a book."),
    "show": ("cli.commands.show:show_command", "The text in force on a date."),
    "redline": ("cli.commands.redline:redline_command", "What changed between two dates, marked."),
    "blame": ("cli.commands.blame:blame_command", "Which instrument each word comes from."),
    "history": ("cli.commands.history:history_command", "What happened, when, by which instrument."),
    "audit": ("cli.commands.audit:audit_command", "What is wrong with the record."),
    "terms": ("cli.commands.terms:terms_command", "Numbers, days and shares that the bylaws fix, over time."),
    "accept": ("cli.commands.accept:accept_command", "Accept a finding of the audit, with the reason."),
    "verify": ("cli.commands.verify:verify_command", "Whether the record is complete and untampered."),
    "amend": ("cli.commands.amend:amend_command", "Record an amendment, shown as operations and a redline."),
    "notice": ("cli.commands.notice:notice_command", "What an amendment changes, in three columns for members."),
    "draft": ("cli.commands.draft:draft_command", "Write the amendment that an edited copy asks for."),
    "correct": ("cli.commands.correct:correct_command", "Put right who adopted an amendment, or when."),
    "event": ("cli.commands.event:event_command", "Record that what an amendment waited for happened."),
    "withdraw": ("cli.commands.withdraw:withdraw_command", "Stop counting an instrument recorded by mistake."),
    "recover": ("cli.commands.recover:recover_command", "Put right a ledger whose last line is torn."),
    "import": ("cli.commands.import_:import_command", "Record bylaws and amendments from a filing."),
}


_REMEDIES = {
    errno.ENOENT: "Check the name; nothing of that name is there.",
    errno.EISDIR: "Name a file, not a folder.",
    errno.ENOTDIR: "Name a folder where one is meant.",
    errno.EEXIST: "Name a folder where one is meant.",
    errno.EACCES: "Choose a place that you may read or write.",
    errno.EROFS: "Choose a place that can be written.",
    errno.ENOSPC: "The disk is full; nothing was recorded.",
}


def application(words: Sequence[str]) -> typer.Typer:
    """The application with the command that the words begin with, or with all of them where they name none.

    Typer reads the signature of every command it is given, which takes longer than most commands do.
    """
    made = typer.Typer(
        name="bylaws",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    made.callback()(bylaws)
    for name in [word for word in words[:1] if word in COMMANDS] or COMMANDS:
        place, summary = COMMANDS[name]
        module, _, function = place.partition(":")
        made.command(name, short_help=summary)(getattr(import_module(module), function))
    return made


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # slow to import, and only --version needs it

        typer.echo(f"bylaws {version('bylaws')}")
        raise typer.Exit


def bylaws(
    context: typer.Context,
    book: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="The minute book, for any command.", show_default=False)
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Keep bylaws with every amendment: print the text in force on any date, mark what changed, audit the record."""
    context.obj = book


def main() -> None:
    """Run the command. An error is one sentence on standard error and exit code 2, never a traceback."""
    words = sys.argv[1:]
    try:
        application(words)(words, prog_name="bylaws")
    except BylawsError as error:
        _fail(error.message, error.next_step)
    except OSError as error:
        _fail(f"{error.filename or 'Standard output'}: {error.strerror or error}.", _REMEDIES.get(error.errno or 0, ""))
    except Exception as error:
        if os.environ.get("BYLAWS_TRACEBACK"):
            raise
        _fail(
            f"bylaws itself failed ({type(error).__name__}: {error}).",
            "Nothing was recorded. Please report it; BYLAWS_TRACEBACK=1 shows where.",
        )


def _fail(message: str, next_step: str) -> None:
    typer.secho(f"Error: {message}", fg="red" if sys.stderr.isatty() else None, err=True)
    if next_step:
        typer.echo(next_step, err=True)
    sys.exit(2)
