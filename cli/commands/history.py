"""``bylaws history``: what happened to a work or a provision, when, and by which instrument."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from cli import options


def history_command(
    context: typer.Context,
    work: options.WORK,
    address: options.ADDRESS = "",
    as_of: Annotated[
        str,
        typer.Option(
            metavar="DATE",
            help="Up to that day; with ADDRESS, the provision that had that number then. Otherwise everything.",
            show_default=False,
        ),
    ] = "",
    known_at: options.KNOWN_AT = "",
    form: Annotated[Literal["text", "json"], typer.Option("--format", help="How to print it.")] = "text",
    output: options.OUTPUT = None,
    width: options.WIDTH = None,
    book: options.BOOK = None,
) -> None:
    """List what happened, from the adoption on: which provision, when, by which instrument.

    A provision is followed under its identity, through renumbering too: "Section 12" of 1999 may be another provision
    than "Section 12" today, and --as-of says which one is meant.
    """
    from amendments.history import provision_history, work_history
    from amendments.record import open_record
    from amendments.timeline import Timeline
    from cli.report import deliver, screen, tell, tell_book
    from cli.workspace import reading_book
    from corpus.dates import parse_date, spoken
    from corpus.locate import locate
    from renderer.chronicle import write_history_table
    from renderer.data import write_history

    found = reading_book(context, book)
    tell_book(found)
    record = open_record(found, work)
    if known_at:
        record = record.known_on(parse_date(known_at))
        tell(f"From what had been recorded by {spoken(parse_date(known_at))}.")
    timeline = Timeline(record.base, record.instruments)
    latest = timeline.latest()
    if address:
        day = parse_date(as_of) if as_of else None
        stood = timeline.as_of(day) if day else latest
        when = f"as in force on {spoken(day)}" if day else "after all that was recorded"
        place = locate(stood.text, address, f"'{work}' {when}")
        entries = provision_history(record.base, latest, place)
    else:
        entries = work_history(record.base, timeline.as_of(parse_date(as_of)) if as_of else latest)
    text = (
        write_history(record, entries)
        if form == "json"
        else write_history_table(record, entries, screen(width, output), whole=not address)
    )
    deliver(text, output)
