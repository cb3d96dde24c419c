"""The arguments and options that several commands share, with the words of their help."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from amendments.adoption import Adoption

How = Literal["meeting", "written consent"]
Changes = Literal["accepted", "rejected"]

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
INSTRUMENT = Annotated[
    str, typer.Argument(metavar="INSTRUMENT", help="Its id, as 'bylaws history' shows it.", show_default=False)
]
REASON = Annotated[str, typer.Option(metavar="WORDS", help="Why, in a sentence.", show_default=False)]
CHANGES = Annotated[
    Changes | None,
    typer.Option(help="How to read a file with tracked changes or struck words.", show_default=False),
]
YES = Annotated[bool, typer.Option("--yes", "-y", help="Record without asking.")]
EFFECTIVE = Annotated[
    str,
    typer.Option(
        metavar="DATE", help="The day the change took force, where the file does not say it.", show_default=False
    ),
]
UPON = Annotated[
    str,
    typer.Option(
        metavar="EVENT",
        help="What must happen before it takes force, such as 'the closing of the merger'.",
        show_default=False,
    ),
]
ADOPTED = Annotated[
    str, typer.Option(metavar="DATE", help="The day of the meeting, or of the consent.", show_default=False)
]
BY = Annotated[
    str,
    typer.Option(metavar="BODY", help="Who adopted it: board, shareholders, members, …", show_default=False),
]
HOW = Annotated[How | None, typer.Option(help="How they adopted it.", show_default=False)]
VOTE = Annotated[str, typer.Option(metavar="WORDS", help='The vote: "4 to 1", "unanimous".', show_default=False)]
CERTIFIED_BY = Annotated[
    str, typer.Option(metavar="NAME", help="Who certified it, with their office.", show_default=False)
]
NUMBER = Annotated[
    str,
    typer.Option(
        metavar="WORDS",
        help='What its parties call it by: "Amendment No. 2". Otherwise as its title says.',
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


def one_line(said: str) -> str:
    """What was said on the command line, its white space folded."""
    return " ".join(said.split())


def adoption_said(by: str, how: How | None, vote: str, certified_by: str, day: date | None = None) -> Adoption:
    """What --by, --how, --vote and --certified-by say, and the day of --adopted where it is part of it."""
    from amendments.adoption import Adoption, body_named

    return Adoption(
        day=day, body=body_named(by), how=how or "", vote=one_line(vote), certified_by=one_line(certified_by)
    )


def event_said(said: str) -> str:
    """The event of --upon, without the word itself and without a full stop."""
    return one_line(said).removeprefix("upon ").rstrip(" .")


def past_day(said: str) -> date | None:
    """A day on which something happened, or None where nothing is said; raises NotYet for one that has not come."""
    from amendments.fact_errors import NotYet
    from corpus.dates import parse_date

    day = parse_date(said) if said else None
    if day is not None and day > date.today():
        raise NotYet(day)
    return day
