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
    from cli.workspace import kept_book

    target = kept_book(context, book)
    done = recover(target, work)
    if not done.kept:
        tell(f"Recovered: all {done.count} facts; only the end of the last line was missing.")
        return
    tell(f"Recovered: the ledger has {done.count} whole lines.")
    tell(f"The torn words are kept in {target.path / work / done.kept}.")
    tell(f"The torn line recorded {done.lost}. Record that again.")
