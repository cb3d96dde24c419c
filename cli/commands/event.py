"""``bylaws event``: what an instrument waited for has happened."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from cli import options


def event_command(
    context: typer.Context,
    work: options.WORK,
    instrument: options.INSTRUMENT,
    on: Annotated[str, typer.Option(metavar="DATE", help="The day it happened.", show_default=False)],
    reason: options.REASON,
    book: options.BOOK = None,
) -> None:
    """Record that what a pending amendment waited for happened, and on which day: it takes effect then.

    An amendment is pending when it was imported with --upon. The reason says how it is known.
    """
    from amendments.facts import happened
    from cli.report import recorded, tell
    from cli.workspace import kept_book
    from corpus.dates import parse_date, spoken

    day = parse_date(on)
    target = kept_book(context, book)
    recorded(target, work, lambda: happened(target, work, instrument, day, reason, datetime.now(UTC)))
    tell(f"{instrument} took effect on {spoken(day)}. The texts of '{work}' are rebuilt with it.")
