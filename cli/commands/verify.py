"""``bylaws verify``: is the record complete and as it was recorded?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli import options


def verify_command(
    context: typer.Context,
    work: options.WORK,
    checkpoint: Annotated[
        str | None,
        typer.Option(metavar="LINE", help="A line that verify printed before, or a file with it.", show_default=False),
    ] = None,
    sign: Annotated[
        Path | None,
        typer.Option(metavar="KEY", help="Sign the checkpoint with this OpenSSH key.", show_default=False),
    ] = None,
    signers: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Who may have signed the checkpoint: OpenSSH's file of allowed signers.",
            show_default=False,
        ),
    ] = None,
    output: options.OUTPUT = None,
    book: options.BOOK = None,
) -> None:
    """Recompute everything that the ledger says, and name the first thing that is wrong.

    The chain of the ledger, the digest of every file and source, that every word of the sources is in the record, and
    that replaying it gives the texts it gave. It prints a checkpoint: keep the line elsewhere, and give it back later
    with --checkpoint, and facts cut off the end are found too. The exit code is 1 where something is wrong.
    """
    from amendments.fact_errors import NoCheckpoint
    from amendments.signature import check_signature, parted
    from amendments.signature import sign as signed
    from amendments.verify import read_checkpoint, verify
    from cli.report import deliver, screen, tell, tell_book
    from cli.workspace import reading_book
    from corpus.finding import Finding
    from renderer.tables import write_findings_table

    found = reading_book(context, book)
    tell_book(found)
    given = Path(checkpoint).read_text(encoding="utf-8") if checkpoint and Path(checkpoint).is_file() else checkpoint
    line, signature = parted(given or "")
    if signers and given is None:
        raise NoCheckpoint
    known = read_checkpoint(line) if given is not None else None
    signer = check_signature(work, line, signature, signers) if signers else ""
    result = signer if isinstance(signer, Finding) else verify(found, work, known)
    if isinstance(result, Finding):
        deliver(write_findings_table([result], screen(None, output)), output)
        raise typer.Exit(1)
    tell(f"{result.count} facts, all as they were recorded.")
    if signer:
        tell(f"The checkpoint of {known.count if known else 0} facts is signed by {signer}.")
    elif signature:
        tell("The checkpoint is signed; --signers FILE checks by whom.")
    deliver(signed(str(result), sign) if sign else f"{result}\n", output)
