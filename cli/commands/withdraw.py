"""``bylaws withdraw``: an instrument that was recorded by mistake stops counting, and nothing is erased."""

from __future__ import annotations

from datetime import UTC, datetime

import typer

from cli import options


def withdraw_command(
    context: typer.Context,
    work: options.WORK,
    instrument: options.INSTRUMENT,
    reason: options.REASON,
    book: options.BOOK = None,
) -> None:
    """Withdraw an instrument, with the reason. Its file stays and its line in the ledger too; the texts are rebuilt.

    'bylaws show --known-at' still answers with it for the days before the withdrawal. To put it right, import the
    right file after it.
    """
    from amendments.facts import withdraw
    from cli.report import recorded, tell
    from cli.workspace import kept_book

    target = kept_book(context, book)
    recorded(target, work, lambda: withdraw(target, work, instrument, reason, datetime.now(UTC)))
    tell(f"Withdrawn: {instrument}. The texts of '{work}' are rebuilt without it.")
