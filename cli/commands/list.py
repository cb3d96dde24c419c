"""``bylaws list``: the works of a book."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from cli import options


def list_command(
    context: typer.Context,
    book: options.BOOK = None,
    form: Annotated[Literal["text", "json"], typer.Option("--format", help="How to print it.")] = "text",
    output: options.OUTPUT = None,
) -> None:
    """List the works of a book: key, title, when adopted, how often and when last amended."""
    from amendments.record import Record, try_open
    from cli.report import deliver, screen, tell, tell_book
    from cli.workspace import reading_book
    from corpus.errors import RecordDamaged
    from renderer.data import write_works
    from renderer.tables import write_works_table

    found = reading_book(context, book)
    tell_book(found)
    opened = [try_open(found, key) for key in found.keys()]  # noqa: SIM118
    records = [record for record in opened if isinstance(record, Record)]
    deliver(write_works(records) if form == "json" else write_works_table(records, screen(None, output)), output)
    for error in opened:
        if isinstance(error, RecordDamaged):
            tell(f"Left out: {error.message}")
    if len(records) < len(opened):
        raise typer.Exit(2)
