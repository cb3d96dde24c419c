"""``bylaws show``: the text in force on a date."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import typer

from cli import options

Format = Literal["text", "markdown", "html", "docx", "pdf", "json"]
ENDINGS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".pdf": "pdf",
    ".json": "json",
}


def show_command(
    context: typer.Context,
    work: options.WORK,
    address: options.ADDRESS = "",
    as_of: options.AS_OF = "",
    known_at: options.KNOWN_AT = "",
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="text, markdown, html, docx, pdf or json. Otherwise as the output file's name says.",
            show_default=False,
        ),
    ] = None,
    output: options.OUTPUT = None,
    width: options.WIDTH = None,
    book: options.BOOK = None,
) -> None:
    """Print the text in force at the end of a day, whole or one provision of it."""
    from amendments.record import open_record
    from amendments.timeline import Timeline
    from cli.report import TEXT, deliver, deliver_bytes, format_of, screen, tell_book
    from cli.workspace import reading_book
    from corpus.dates import parse_date, spoken
    from corpus.locate import locate
    from renderer.view import view_text

    day = parse_date(as_of) if as_of else date.today()
    found = reading_book(context, book)
    tell_book(found)
    record = open_record(found, work)
    known_on = parse_date(known_at) if known_at else None
    if known_on:
        record = record.known_on(known_on)
    consolidated = Timeline(record.base, record.instruments).as_of(day)
    part = locate(consolidated.text, address, f"'{work}' as in force on {spoken(day)}") if address else None
    match format_of(form, output, {**TEXT, **ENDINGS}):
        case "html":
            from renderer.html import write_html

            text = write_html(view_text(record.work, consolidated, part, known_on))
        case "markdown":
            from renderer.markdown import write_markdown

            text = write_markdown(view_text(record.work, consolidated, part, known_on))
        case "docx":
            from renderer.word.consolidated import write_consolidated_word

            deliver_bytes(write_consolidated_word(view_text(record.work, consolidated, part, known_on)), output)
            return
        case "pdf":
            from renderer.pdf.consolidated import write_pdf

            deliver_bytes(write_pdf(view_text(record.work, consolidated, part, known_on)), output)
            return
        case "json":
            from renderer.data import write_consolidated

            text = write_consolidated(record.work, consolidated, part, known_on)
        case _:
            from renderer.text import write_text

            text = write_text(view_text(record.work, consolidated, part, known_on), screen(width, output))
    deliver(text, output)
