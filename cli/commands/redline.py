"""``bylaws redline``: what changed between two dates, marked."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import typer

from cli import options

Format = Literal["text", "html"]


def redline_command(
    context: typer.Context,
    work: options.WORK,
    address: options.ADDRESS = "",
    old: Annotated[
        str,
        typer.Option("--from", metavar="DATE", help="The earlier date. Otherwise the adoption.", show_default=False),
    ] = "",
    new: Annotated[
        str, typer.Option("--to", metavar="DATE", help="The later date. Otherwise today.", show_default=False)
    ] = "",
    known_at: options.KNOWN_AT = "",
    whole: Annotated[bool, typer.Option("--whole", help="Print what did not change too.")] = False,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="text or html. Otherwise as the output file's name says.", show_default=False),
    ] = None,
    output: options.OUTPUT = None,
    width: options.WIDTH = None,
    book: options.BOOK = None,
) -> None:
    """Mark what changed between two dates: deletions struck, insertions underlined, in colour on a terminal.

    In a pipe or a file deletions stand in [-…-] and insertions in {+…+}.
    """
    from amendments.record import open_record
    from amendments.timeline import Timeline
    from cli.report import TEXT, deliver, format_of, screen, tell, tell_book
    from cli.workspace import reading_book
    from corpus.dates import parse_date, spoken
    from corpus.locate import locate_in_either
    from renderer.marks import redline

    found = reading_book(context, book)
    tell_book(found)
    record = open_record(found, work)
    if known_at:
        record = record.known_on(parse_date(known_at))
        tell(f"From what had been recorded by {spoken(parse_date(known_at))}.")
    timeline = Timeline(record.base, record.instruments)
    before = timeline.as_of(parse_date(old) if old else record.work.adopted)
    after = timeline.as_of(parse_date(new) if new else date.today())
    if before.as_of > after.as_of:
        tell("--from is later than --to: what was put in since is marked as deleted.")
    within = locate_in_either(before.text, after.text, address, f"'{work}' on either date").eid if address else ""
    marked = redline(record.work, before, after, within)
    if format_of(form, output, {**TEXT, ".html": "html", ".htm": "html"}) == "html":
        from renderer.html import write_redline_html

        text = write_redline_html(marked, whole)
    else:
        from renderer.marked_text import write_redline

        text = write_redline(marked, screen(width, output), whole)
    deliver(text, output)
