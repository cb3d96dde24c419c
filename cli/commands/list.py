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
    from amendments.record import open_record
    from cli.report import deliver, screen, tell_book
    from cli.workspace import reading_book
    from renderer.data import write_works
    from renderer.tables import write_works_table

    found = reading_book(context, book)
    tell_book(found)
    records = [open_record(found, key) for key in found.keys()]  # noqa: SIM118
    deliver(write_works(records) if form == "json" else write_works_table(records, screen(None, output)), output)
