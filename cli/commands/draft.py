"""``bylaws draft``: from an edited copy of the text in force to the amendment that makes it so."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from cli import options

Style = Literal["resolution", "schedule"]
Format = Literal["text", "markdown", "docx"]


def draft_command(
    context: typer.Context,
    work: options.WORK,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="EDITED-FILE",
            help="A copy of the text in force, as 'bylaws show' prints it, with the changes made in it.",
            show_default=False,
        ),
    ],
    style: Annotated[
        Style,
        typer.Option(
            help="A resolution in clauses, or a schedule that lists the sections that are substituted, added, deleted."
        ),
    ] = "resolution",
    effective: Annotated[
        str,
        typer.Option(
            metavar="DATE",
            help="The day that it says it takes effect on. Otherwise it says none, and counts from its adoption.",
            show_default=False,
        ),
    ] = "",
    as_of: Annotated[
        str,
        typer.Option(
            "--as-of",
            metavar="DATE",
            help="The day of the text that the copy was made from. Otherwise today.",
            show_default=False,
        ),
    ] = "",
    adopted: options.ADOPTED = "",
    by: options.BY = "",
    how: options.HOW = None,
    certified_by: options.CERTIFIED_BY = "",
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="text, markdown or docx. Otherwise as the output file's name says.",
            show_default=False,
        ),
    ] = None,
    output: options.OUTPUT = None,
    changes: options.CHANGES = None,
    book: options.BOOK = None,
) -> None:
    """Write the amendment that turns the text in force into an edited copy of it.

    What is written is read back as 'bylaws amend' would read it and applied to the text in force. Unless that gives
    the copy word for word nothing is written.
    """
    from amendments.drafting.days import refuse_changed, refuse_other_day
    from amendments.drafting.draft import Asked, draft
    from amendments.drafting.edited import day_said, read_copy
    from amendments.record import open_record
    from amendments.timeline import Timeline
    from cli.progress import working
    from cli.report import TEXT, deliver, deliver_bytes, format_of, tell, tell_book
    from cli.workspace import reading_book
    from corpus.dates import parse_date, spoken
    from corpus.sources.formats import load_source
    from corpus.sources.reader import read_source
    from renderer.draft_forms import forms_held, writer
    from renderer.draft_told import told_draft, told_reading
    from renderer.reread import reread

    wanted = format_of(form, output, {**TEXT, ".md": "markdown", ".markdown": "markdown", ".docx": "docx"})
    found = reading_book(context, book)
    tell_book(found)
    record = open_record(found, work)
    timeline = Timeline(record.base, record.instruments)
    day = parse_date(as_of) if as_of else date.today()
    standing = timeline.as_of(day)
    with working(f"Reading {file.name}"):
        reading = read_source(load_source(file), file.name, changes=changes)
    refuse_other_day(file.name, day_said(reading), timeline, day)
    copy = read_copy(reading, standing.text, reread(record.work, standing))
    said = parse_date(effective) if effective else None
    adoption = options.adoption_said(by, how, "", certified_by, options.past_day(adopted))
    takes_effect = said or adoption.day or day
    refuse_changed(timeline, day, takes_effect)
    asked = Asked(style=style, effective=said, day=takes_effect, adoption=adoption)
    with working("Drafting"):
        drafted = draft(record, copy, asked, forms_held(wanted))
    for remark in told_reading(reading):
        tell(remark)
    if drafted is None:
        tell(f"Nothing to draft: {file.name} has the text of '{work}' as in force on {spoken(day)}, word for word.")
        return
    tell(told_draft(drafted.instrument))
    content = writer(wanted)(drafted.blocks)
    if wanted == "docx":
        deliver_bytes(content, output)
    else:
        deliver(content.decode(), output)
