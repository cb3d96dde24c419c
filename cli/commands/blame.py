"""``bylaws blame``: for every word in force, the instrument that put it there."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import typer

from cli import options

Format = Literal["text", "html", "json"]


def blame_command(
    context: typer.Context,
    work: options.WORK,
    address: options.ADDRESS = "",
    as_of: options.AS_OF = "",
    known_at: options.KNOWN_AT = "",
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="text, html or json. Otherwise as the output file's name says.",
            show_default=False,
        ),
    ] = None,
    output: options.OUTPUT = None,
    width: options.WIDTH = None,
    book: options.BOOK = None,
) -> None:
    """Print the text in force with the instrument that each word comes from, numbers and headings included.

    The margin names the instruments of the words that begin on a line, with a colour for each on a terminal. In a line
    with words of several, a raised number stands before the words that it goes with, up to the next number.
    """
    from amendments.record import open_record
    from amendments.timeline import Timeline
    from cli.progress import working
    from cli.report import TEXT, deliver, format_of, screen, tell_book
    from cli.workspace import reading_book
    from corpus.dates import parse_date, spoken
    from corpus.locate import locate
    from renderer.blame.build import blame

    wanted = format_of(form, output, {**TEXT, ".html": "html", ".htm": "html", ".json": "json"})
    day = parse_date(as_of) if as_of else date.today()
    found = reading_book(context, book)
    tell_book(found)
    record = open_record(found, work)
    known_on = parse_date(known_at) if known_at else None
    if known_on:
        record = record.known_on(known_on)
    timeline = Timeline(record.base, record.instruments)
    standing = timeline.as_of(day)
    part = locate(standing.text, address, f"'{work}' as in force on {spoken(day)}") if address else None
    with working(f"Following the words of {work}"):
        told = blame(timeline, standing, part, known_on)
    match wanted:
        case "html":
            from renderer.blame.html import write_blame_html

            text = write_blame_html(told)
        case "json":
            from renderer.blame.data import write_blame_data

            text = write_blame_data(told)
        case _:
            from renderer.blame.text import write_blame

            text = write_blame(told, screen(width, output))
    deliver(text, output)
