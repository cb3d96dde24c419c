"""``bylaws correct``: something about an instrument is other than it was recorded."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

import typer

from cli import options


class Unknown(StrEnum):
    """What can turn out not to be known after all; Typer reads a list of choices from nothing else."""

    ADOPTED = "adopted"
    BY = "by"
    HOW = "how"
    VOTE = "vote"
    CERTIFIED_BY = "certified-by"
    NUMBER = "number"


def correct_command(
    context: typer.Context,
    work: options.WORK,
    instrument: options.INSTRUMENT,
    reason: options.REASON,
    adopted: options.ADOPTED = "",
    by: options.BY = "",
    how: options.HOW = None,
    vote: options.VOTE = "",
    certified_by: options.CERTIFIED_BY = "",
    title: Annotated[str, typer.Option(metavar="WORDS", help="Its title.", show_default=False)] = "",
    number: Annotated[
        str, typer.Option(metavar="WORDS", help='What its parties call it by: "Amendment No. 2".', show_default=False)
    ] = "",
    effective: Annotated[str, typer.Option(metavar="DATE", help="The day it took force.", show_default=False)] = "",
    turn: Annotated[
        int | None,
        typer.Option(min=0, metavar="N", help="Its order among the amendments of that day.", show_default=False),
    ] = None,
    unknown: Annotated[
        list[Unknown] | None,
        typer.Option(help="What was recorded and is not known after all.", show_default=False),
    ] = None,
    book: options.BOOK = None,
) -> None:
    """Record that an instrument was adopted by somebody, or took effect on a day, other than the record says.

    Nothing is erased: its file stays as it was, the ledger says what was corrected and why, and 'bylaws show
    --known-at' still answers without it for the days before. For its words there is 'bylaws withdraw': then import
    the right file.
    """
    from amendments.adoption import body_named
    from amendments.fact_errors import SaidAndUnknown
    from amendments.facts import correct
    from cli.report import recorded, tell
    from cli.workspace import kept_book
    from corpus.dates import parse_date
    from renderer.chronicle import told_corrections

    said = {
        "adopted": str(parse_date(adopted)) if adopted else "",
        "body": body_named(by),
        "how": how or "",
        "vote": options.one_line(vote),
        "certified_by": options.one_line(certified_by),
        "title": options.one_line(title),
        "number": options.one_line(number),
        "effective": str(parse_date(effective)) if effective else "",
        "turn": "" if turn is None else str(turn),
    }
    names = {"by": "body", "certified-by": "certified_by"}
    for one in unknown or ():
        if said[names.get(one.value, one.value)]:
            raise SaidAndUnknown(one.value)
    forgotten = dict.fromkeys((names.get(one.value, one.value) for one in unknown or ()), "")
    corrected = forgotten | {name: value for name, value in said.items() if value}
    target = kept_book(context, book)
    after = recorded(target, work, lambda: correct(target, work, instrument, corrected, reason, datetime.now(UTC)))
    tell(f"Corrected: {instrument} {told_corrections(after.ledger[-1])}. Its file stays as it was.")
