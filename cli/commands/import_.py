"""``bylaws import``: read a filing, show what was understood, and record it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from cli import options


def import_command(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Bylaws: text, Markdown, web page, .docx or PDF.", show_default=False)
    ],
    work: Annotated[
        str,
        typer.Option(
            "--work",
            metavar="KEY",
            help="The key to record it under, such as interactive-voice-media.",
            show_default=False,
        ),
    ],
    yes: options.YES = False,
    title: Annotated[
        str, typer.Option(metavar="WORDS", help="The title. Otherwise the file's own.", show_default=False)
    ] = "",
    jurisdiction: Annotated[
        str,
        typer.Option(
            metavar="CODE", help="Whose law, such as us-ca. Otherwise what the text names.", show_default=False
        ),
    ] = "",
    adopted: options.ADOPTED = "",
    by: options.BY = "",
    how: options.HOW = None,
    vote: options.VOTE = "",
    certified_by: options.CERTIFIED_BY = "",
    number: options.NUMBER = "",
    effective: options.EFFECTIVE = "",
    upon: options.UPON = "",
    changes: options.CHANGES = None,
    book: options.BOOK = None,
    width: options.WIDTH = None,
) -> None:
    """Read bylaws and their amendments from a filing, show what was understood, and record it.

    Every word of the file is either recorded or listed as set aside (page numbers and the like); a file of which
    that can't be shown is refused. Nothing is recorded before you say yes.
    """
    from amendments.proposal import Wishes
    from amendments.recording import prepare, record
    from amendments.ripple import ripple
    from cli.progress import working
    from cli.report import agreed, deliver, screen, tell
    from cli.workspace import writing_book
    from corpus.dates import parse_date
    from corpus.sources.formats import load_source
    from corpus.sources.reader import read_source
    from renderer.preview import write_preview

    target = writing_book(context, book)
    wishes = Wishes(
        key=work,
        title=title,
        jurisdiction=jurisdiction,
        adopted=options.past_day(adopted),
        effective=parse_date(effective) if effective else None,
        adoption=options.adoption_said(by, how, vote, certified_by),
        upon=options.event_said(upon),
        number=options.one_line(number),
    )
    with working(f"Reading {file.name}"):
        reading = read_source(load_source(file), file.name, changes=changes)
        proposal = prepare(target, reading, wishes)
        shown = write_preview(proposal, ripple(target, proposal, datetime.now(UTC)), screen(width, None))
    deliver(shown, None)
    if yes and proposal.unread:
        tell(
            "The schedule has lines that may do something and were not read: look at them and import it without --yes."
        )
        raise typer.Exit(2)
    if not yes and not agreed(target.path):
        tell("Nothing was recorded.")
        raise typer.Exit(2)
    made = not target.path.exists()
    with working(f"Recording {file.name}"):
        record(target, reading, wishes, datetime.now(UTC))
    tell(f"Recorded in {target.path / work}{', a new book' if made else ''}.")
