"""``bylaws notice``: current text, the amendment and the text as amended, side by side, as members receive it."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from cli import options

Format = Literal["html", "docx", "pdf"]
_ENDINGS = {"": "html", ".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf"}


def notice_command(
    context: typer.Context,
    work: options.WORK,
    amendment: Annotated[
        str,
        typer.Argument(
            metavar="INSTRUMENT|FILE",
            help="Its id, as 'bylaws history' shows it, or a file that is not recorded.",
            show_default=False,
        ),
    ],
    number: options.NUMBER = "",
    effective: options.EFFECTIVE = "",
    upon: options.UPON = "",
    adopted: options.ADOPTED = "",
    by: options.BY = "",
    how: options.HOW = None,
    vote: options.VOTE = "",
    certified_by: options.CERTIFIED_BY = "",
    changes: options.CHANGES = None,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format", help="html, docx or pdf. Otherwise as the output file's name says.", show_default=False
        ),
    ] = None,
    output: options.OUTPUT = None,
    book: options.BOOK = None,
) -> None:
    """Write the notice of an amendment: every provision that it changes in three columns, and the whole of it after.

    Of a file it is read as 'bylaws amend' reads it; one of which anything can't be read gets no notice. The options
    from --number to --changes are for a file.
    """
    from cli.amending import Said
    from cli.noticing import notice_of
    from cli.report import deliver, deliver_bytes, format_of

    wanted = format_of(form, output, _ENDINGS)
    said = Said(
        effective=effective,
        upon=upon,
        adopted=adopted,
        by=by,
        how=how,
        vote=vote,
        certified_by=certified_by,
        number=number,
    )
    made = notice_of(context, book, work, amendment, said, changes)
    match wanted:
        case "docx":
            from renderer.notice.word import write_notice_word

            deliver_bytes(write_notice_word(made), output)
        case "pdf":
            from renderer.notice.pdf import write_notice_pdf

            deliver_bytes(write_notice_pdf(made), output)
        case _:
            from renderer.notice.html import write_notice_html

            deliver(write_notice_html(made), output)
