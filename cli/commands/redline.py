"""``bylaws redline``: what changed between two dates, or between two files, marked."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from cli import options

Format = Literal["text", "markdown", "html", "docx", "pdf", "json"]
Style = Literal["marked", "filing"]


def redline_command(
    context: typer.Context,
    work: Annotated[
        str,
        typer.Argument(metavar="WORK", help="The key of a work, or with --files the older file.", show_default=False),
    ],
    address: Annotated[
        str,
        typer.Argument(
            metavar="[ADDRESS]",
            help='One provision only: "Article III, Section 1", "III.1"; or with --files the newer file.',
            show_default=False,
        ),
    ] = "",
    old: Annotated[
        str,
        typer.Option("--from", metavar="DATE", help="The earlier date. Otherwise the adoption.", show_default=False),
    ] = "",
    new: Annotated[
        str, typer.Option("--to", metavar="DATE", help="The later date. Otherwise today.", show_default=False)
    ] = "",
    files: Annotated[
        bool, typer.Option("--files", help="Compare two files of any format that 'import' reads; no book is needed.")
    ] = False,
    by_instrument: Annotated[
        bool, typer.Option("--by-instrument", help="Mark what each amendment did, each in its own colour and name.")
    ] = False,
    superseded: Annotated[
        bool,
        typer.Option("--show-superseded", help="Also words that one amendment put in and a later one took out."),
    ] = False,
    summary: Annotated[
        bool, typer.Option("--summary", help="Begin with the instruments, the counts and a list of the changes.")
    ] = False,
    whole: Annotated[bool, typer.Option("--whole", help="Print what did not change too.")] = False,
    style: Annotated[
        Style, typer.Option(help="Deletions struck, or as filings have them: in brackets, insertions underlined.")
    ] = "marked",
    side_by_side: Annotated[
        bool, typer.Option("--side-by-side", help="A web page with the old text on the left, the new one on the right.")
    ] = False,
    moves: Annotated[
        bool,
        typer.Option(
            "--moves/--no-moves", help="In a Word file, track what moved unchanged as moved or as deleted and inserted."
        ),
    ] = True,
    known_at: options.KNOWN_AT = "",
    changes: options.CHANGES = None,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="text, markdown, html, docx, pdf or json. Otherwise as the output file's name says.",
            show_default=False,
        ),
    ] = None,
    output: options.OUTPUT = None,
    width: options.WIDTH = None,
    book: options.BOOK = None,
) -> None:
    """Mark what changed between two dates: deletions struck, insertions underlined, in colour on a terminal.

    In a pipe or a file deletions stand in [-…-] and insertions in {+…+}.
    """
    from cli.redlining import Dates, redline_of_dates, redline_of_files, refuse_layout, refuse_of_files
    from cli.report import TEXT, deliver, deliver_bytes, format_of, screen
    from renderer.redline.forms import ENDINGS, Look, write

    wanted = format_of(form, output, {**TEXT, **ENDINGS})
    refuse_layout(wanted, side_by_side, style)
    if files:
        said = {"--from": old, "--to": new, "--known-at": known_at, "--by-instrument": by_instrument or superseded}
        refuse_of_files(said)
        marked = redline_of_files(Path(work), Path(address) if address else None, changes)
    else:
        asked = Dates(old, new, known_at, by_instrument or superseded, superseded)
        marked = redline_of_dates(context, book, work, address, asked)
    look = Look(whole=whole, summary=summary, filing=style == "filing", side_by_side=side_by_side, moves=moves)
    written = write(marked, wanted, look, screen(width, output), "" if files else work)
    if isinstance(written, bytes):
        deliver_bytes(written, output)
    else:
        deliver(written, output)
