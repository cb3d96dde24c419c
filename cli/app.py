"""The command ``bylaws``: it registers the commands and holds the one error boundary."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from cli.commands.audit import audit_command
from cli.commands.history import history_command
from cli.commands.import_ import import_command
from cli.commands.list import list_command
from cli.commands.redline import redline_command
from cli.commands.show import show_command
from corpus.errors import BylawsError

app = typer.Typer(
    name="bylaws",
    help="Keep bylaws with every amendment: print the text in force on any date, mark what changed, audit the record.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("list")(list_command)
app.command("show")(show_command)
app.command("redline")(redline_command)
app.command("history")(history_command)
app.command("audit")(audit_command)
app.command("import")(import_command)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # slow to import, and only --version needs it

        typer.echo(f"bylaws {version('bylaws')}")
        raise typer.Exit


@app.callback()
def _bylaws(
    book: Annotated[Path | None, typer.Option(help="The minute book, for any command.", show_default=False)] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    if book is not None:
        os.environ["BYLAWS_BOOK"] = str(book)


def main() -> None:
    """Run the command. An error is one sentence on standard error and exit code 2, never a traceback."""
    try:
        app()
    except BylawsError as error:
        _fail(error.message, error.next_step)
    except BrokenPipeError:
        # the reader of a pipe has gone, as 'bylaws show … | head' does: nothing is left to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        _fail(f"{error.filename or 'A file'}: {error.strerror or error}.", "")
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
