"""``bylaws accept``: a finding of the audit is known and accepted, with the reason."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from cli import options


def accept_command(
    context: typer.Context,
    work: options.WORK,
    code: Annotated[
        str, typer.Argument(metavar="CODE", help="The code of the finding, such as misnumbered.", show_default=False)
    ],
    reason: options.REASON,
    instrument: Annotated[
        str, typer.Option(metavar="INSTRUMENT", help="The one about that instrument.", show_default=False)
    ] = "",
    place: Annotated[
        str,
        typer.Option(
            "--id", metavar="ADDRESS", help="The one at that provision: an eId or an address.", show_default=False
        ),
    ] = "",
    words: Annotated[
        str,
        typer.Option(
            "--saying", metavar="WORDS", help="The one whose message or evidence has them.", show_default=False
        ),
    ] = "",
    every: Annotated[bool, typer.Option("--all", help="All that are meant, where they are several.")] = False,
    reopened: Annotated[bool, typer.Option("--reopen", help="Accept it no longer.")] = False,
    book: options.BOOK = None,
) -> None:
    """Accept a finding of the audit, with the reason: it is recorded in the ledger, and stays out of the way.

    'bylaws audit' then counts it apart and lists it with --accepted, and it makes no exit code 1. It comes back when
    what it says changes: other words, other dates. A damaged file can't be accepted.
    """
    from amendments.accepting import Which, accept, reopen
    from cli.report import tell
    from cli.workspace import kept_book

    target = kept_book(context, book)
    which = Which(code=code, instrument=instrument, place=place, words=options.one_line(words), every=every)
    act, done = (reopen, "Open again") if reopened else (accept, "Accepted")
    for finding in act(target, work, which, reason, datetime.now(UTC)):
        tell(f"{done}: {', '.join(filter(None, (finding.code, finding.instrument, finding.address)))}.")
