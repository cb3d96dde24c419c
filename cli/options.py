"""The arguments and options that several commands share, with the words of their help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

WORK = Annotated[
    str, typer.Argument(metavar="WORK", help="The key of a work, as 'bylaws list' shows it.", show_default=False)
]
ADDRESS = Annotated[
    str,
    typer.Argument(
        metavar="[ADDRESS]",
        help='One provision only: "Article III, Section 1", "III.1", "V.12" or "art_III__sec_1".',
        show_default=False,
    ),
]
BOOK = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER",
        help="The minute book. Otherwise $BYLAWS_BOOK, the nearest 'book' folder above, or the sample library.",
        show_default=False,
    ),
]
OUTPUT = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to this file; - is the terminal or pipe.", show_default=False
    ),
]
AS_OF = Annotated[
    str,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help='The date, as 1999-12-31 or "December 31, 1999". Otherwise today.',
        show_default=False,
    ),
]
KNOWN_AT = Annotated[
    str,
    typer.Option(
        "--known-at",
        metavar="DATE",
        help="From what had been recorded by the end of that day (UTC).",
        show_default=False,
    ),
]
WIDTH = Annotated[
    int | None,
    typer.Option(
        min=20,
        max=400,
        metavar="COLUMNS",
        help="Where to wrap text. Otherwise as wide as the terminal, at most 100.",
        show_default=False,
    ),
]
