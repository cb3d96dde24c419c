"""``bylaws terms``: what the bylaws fix in numbers, days and shares, over time."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import typer

from cli import options

Format = Literal["table", "json", "csv", "html"]


def terms_command(
    context: typer.Context,
    work: options.WORK,
    known_at: options.KNOWN_AT = "",
    changed: Annotated[bool, typer.Option("--changed", help="Only those that an amendment changed.")] = False,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="table, json, csv or html. Otherwise as the output file's name says.",
            show_default=False,
        ),
    ] = None,
    output: options.OUTPUT = None,
    width: options.WIDTH = None,
    book: options.BOOK = None,
) -> None:
    """List the number of directors, quorums, notice periods, meeting days, votes, terms of office and amounts.

    Each is shown with every value that it had, in its words, from which day, and by which instrument. A value that is
    no number, or that can't be read for sure, is shown in words.
    """
    from amendments.record import open_record
    from amendments.terms_over_time.follow import follow
    from cli.progress import working
    from cli.report import TEXT, deliver, format_of, screen, tell_book
    from cli.workspace import reading_book
    from corpus.dates import parse_date

    endings = {**dict.fromkeys(TEXT, "table"), ".html": "html", ".htm": "html", ".json": "json", ".csv": "csv"}
    wanted = format_of(form, output, endings)
    found = reading_book(context, book)
    tell_book(found)
    record = open_record(found, work)
    if known_at:
        record = record.known_on(parse_date(known_at))
    with working(f"Following the terms of {work}"):
        told = follow(record)
    if changed:
        told = tuple(one for one in told if len(one.points) > 1)
    match wanted:
        case "html":
            from renderer.terms.html import write_terms_html

            text = write_terms_html(record.work, told, date.today())
        case "json":
            from renderer.terms.data import write_terms_data

            text = write_terms_data(record.work, told)
        case "csv":
            from renderer.terms.data import write_terms_csv

            text = write_terms_csv(told)
        case _:
            from renderer.terms.text import write_terms

            text = write_terms(record.work, told, screen(width, output))
    deliver(text, output)
