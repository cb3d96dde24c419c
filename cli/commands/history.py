"""``bylaws history``: what happened to a work or a provision, when, and by which instrument."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from cli import options


def history_command(
    context: typer.Context,
    work: options.WORK,
    address: options.ADDRESS = "",
    form: Annotated[Literal["text", "json"], typer.Option("--format", help="How to print it.")] = "text",
    output: options.OUTPUT = None,
    width: options.WIDTH = None,
    book: options.BOOK = None,
) -> None:
    """List what happened, from the adoption on: which provision, when, by which instrument.

    A provision is followed under its identity, so a number that another one bore before counts only from when it
    took it.
    """
    from amendments.history import provision_history, work_history
    from amendments.record import open_record
    from amendments.timeline import Timeline
    from cli.report import deliver, screen, tell_book
    from cli.workspace import reading_book
    from corpus.locate import locate
    from renderer.chronicle import write_history_table
    from renderer.data import write_history

    found = reading_book(context, book)
    tell_book(found)
    record = open_record(found, work)
    latest = Timeline(record.base, record.instruments).latest()
    if address:
        place = locate(latest.text, address, f"'{work}' with everything recorded")
        entries = provision_history(record.base, latest, place)
    else:
        entries = work_history(record.base, latest)
    text = (
        write_history(record, entries)
        if form == "json"
        else write_history_table(record, entries, screen(width, output))
    )
    deliver(text, output)
