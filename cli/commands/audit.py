"""``bylaws audit``: what is wrong with the record, and what a person must look at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from cli import options


def audit_command(
    context: typer.Context,
    work: Annotated[
        str,
        typer.Argument(
            metavar="[WORK]", help="The key of a work. Otherwise every work of the book.", show_default=False
        ),
    ] = "",
    form: Annotated[
        Literal["table", "json", "csv", "html", "pdf"] | None,
        typer.Option(
            "--format",
            help="table, json, csv, html or pdf. Otherwise as the output file's name says.",
            show_default=False,
        ),
    ] = None,
    fail_on: Annotated[
        Literal["error", "warning", "note", "never"],
        typer.Option("--fail-on", help="The least severity that makes the exit code 1."),
    ] = "error",
    assume: Annotated[
        bool,
        typer.Option("--assume", help="Record the lost amendments that can be reconstructed, marked as assumed."),
    ] = False,
    yes: options.YES = False,
    propose: Annotated[
        bool,
        typer.Option(
            "--write-amending-power",
            help="Write amending-power.toml, read from the work's own articles, for you to confirm; audit nothing.",
        ),
    ] = False,
    against: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Hold a conformed or restated copy against the text in force on the day that it states.",
            show_default=False,
        ),
    ] = None,
    as_of: Annotated[
        str,
        typer.Option("--as-of", metavar="DATE", help="The day of the copy of --against.", show_default=False),
    ] = "",
    changes: options.CHANGES = None,
    accepted: Annotated[bool, typer.Option("--accepted", help="List what was accepted too, with the reasons.")] = False,
    output: options.OUTPUT = None,
    width: options.WIDTH = None,
    book: options.BOOK = None,
) -> None:
    """Report what is wrong with the record, with the evidence and what to do next.

    An error says that the text may be wrong, a warning that a person must look. The exit code is 1 where
    something at or above --fail-on was found that 'bylaws accept' has not accepted.

    Where headings show that an amendment is missing, --assume shows what it must have done, asks, and records that as
    an amendment without a document: marked as assumed wherever it is told, and taken out again by 'bylaws withdraw'.
    """
    if propose:
        _write_amending_power(context, work, book)
        return
    from cli.auditing import ENDINGS, audit_works, found_besides, whole, write_audit
    from cli.report import deliver, deliver_bytes, format_of, screen, tell_book
    from cli.workspace import kept_book, reading_book
    from corpus.finding import SEVERITIES

    if assume:
        from cli.assuming import assume_lost  # few audits record anything

        target = kept_book(context, book)
        target.refuse_read_only()
        if not assume_lost(target, work, yes=yes, width=width):
            raise typer.Exit(2)
        return
    if against is None and (as_of or changes):
        raise typer.BadParameter("--as-of and --changes are about the copy of --against.")
    if against is not None and not work:
        raise typer.BadParameter("--against is for one work: name it.")
    wanted = format_of(form, output, ENDINGS)
    found = reading_book(context, book)
    tell_book(found)
    works = audit_works(found, (work,) if work else found.keys())
    if against is not None:
        from cli.against import findings_against  # few audits hold a copy

        works = (found_besides(works[0], findings_against(found, work, against, as_of, changes)),)
    to_file = output is not None and str(output) != "-"
    written = write_audit(works, wanted, screen(width, output), listed=accepted, marked=to_file)
    deliver_bytes(written, output) if isinstance(written, bytes) else deliver(written, output)
    grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on != "never" else ()
    if any(finding.severity in grave for finding in whole(works).findings):
        raise typer.Exit(1)


def _write_amending_power(context: typer.Context, work: str, book: Path | None) -> None:
    from amendments.authority.article import write_amending_power
    from amendments.authority.power import FILE
    from cli.report import deliver, tell
    from cli.workspace import kept_book

    if not work:
        raise typer.BadParameter("--write-amending-power is for one work: name it.")
    target = kept_book(context, book)
    deliver(write_amending_power(target, work), None)
    tell(f"Wrote {target.path / work / FILE}. Compare it with the sentences that it quotes, and fill in 'confirmed'.")
