"""The command ``bylaws``: it registers the commands and holds the one error boundary."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

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
COMMANDS = {
    "list": "cli.commands.list:list_command",
    "show": "cli.commands.show:show_command",
    "redline": "cli.commands.redline:redline_command",
    "history": "cli.commands.history:history_command",
    "audit": "cli.commands.audit:audit_command",
    "import": "cli.commands.import_:import_command",
}


def register(words: Sequence[str]) -> typer.Typer:
    """The application with the command that the words begin with, or with all of them where they name none.

    Typer reads the signature of every command it is given, which takes longer than most commands do.
    """
    for name in [word for word in words[:1] if word in COMMANDS] or COMMANDS:
        module, _, function = COMMANDS[name].partition(":")
        app.command(name)(getattr(import_module(module), function))
    return app


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
        register(sys.argv[1:])()
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
