"""``bylaws recover``: put right a ledger whose last line is torn."""

from __future__ import annotations

import typer

from cli import options


def recover_command(context: typer.Context, work: options.WORK, book: options.BOOK = None) -> None:
    """Put right a ledger whose last line a power cut or a broken copy has torn. No earlier fact is touched.

    The torn words are kept in a file beside the ledger. A document that the torn line recorded is imported again.
    """
    from amendments.recovery import recover
    from cli.report import tell
    from cli.workspace import writing_book

    target = writing_book(context, book)
    count, kept = recover(target, work)
    facts = f"{count} {'fact' if count == 1 else 'facts'}"
    if kept:
        tell(f"Recovered: {facts} are whole. The torn words are kept in {target.path / work / kept}.")
        tell("Run 'bylaws audit': a file that no line names any more is to be imported again.")
    else:
        tell(f"Recovered: {facts}, the last one too; only the end of its line was missing.")
