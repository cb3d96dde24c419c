"""``bylaws withdraw``: an instrument that was recorded by mistake stops counting, and nothing is erased."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from cli import options


def withdraw_command(
    context: typer.Context,
    work: options.WORK,
    instrument: Annotated[
        str, typer.Argument(metavar="INSTRUMENT", help="Its id, as 'bylaws history' shows it.", show_default=False)
    ],
    reason: Annotated[str, typer.Option(metavar="WORDS", help="Why, in a sentence.", show_default=False)],
    book: options.BOOK = None,
) -> None:
    """Withdraw an instrument, with the reason. Its file stays and its line in the ledger too; the texts are rebuilt.

    'bylaws show --known-at' still answers with it for the days before the withdrawal. To put it right, import the
    right file after it.
    """
    from amendments.audit import audit
    from amendments.facts import withdraw
    from cli.report import deliver, screen, tell
    from cli.workspace import writing_book
    from renderer.tables import write_findings_table

    target = writing_book(context, book)
    record = withdraw(target, work, instrument, reason, datetime.now(UTC))
    tell(f"Withdrawn: {instrument}. The texts of '{work}' are rebuilt without it.")
    if findings := [finding for finding in audit(record) if finding.code == "precondition-changed"]:
        deliver(write_findings_table(findings, screen(None, None)), None)
