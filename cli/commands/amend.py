"""``bylaws amend``: read an amending document, show what it does to the text, and record it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from cli import options


def amend_command(
    context: typer.Context,
    work: options.WORK,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="The amending document: text, Markdown, web page, .docx or PDF.", show_default=False
        ),
    ],
    yes: options.YES = False,
    preview: Annotated[bool, typer.Option("--preview", help="Show what it would do, and record nothing.")] = False,
    number: options.NUMBER = "",
    edit: Annotated[
        bool, typer.Option("--edit", help="Open its operations in $EDITOR first; errors are shown there.")
    ] = False,
    effective: options.EFFECTIVE = "",
    upon: options.UPON = "",
    adopted: options.ADOPTED = "",
    by: options.BY = "",
    how: options.HOW = None,
    vote: options.VOTE = "",
    certified_by: options.CERTIFIED_BY = "",
    changes: options.CHANGES = None,
    book: options.BOOK = None,
    width: options.WIDTH = None,
) -> None:
    """Read an amendment, in sentences or as a schedule of sections; show what it does, as a redline too; record it.

    A document whose title says RESTATED puts its whole text in the place of the one in force. An instruction that
    can't be read, or in more than one way, is shown with a caret at the word where the reading stopped. Then nothing
    is recorded: mend the words in a copy of the file or, with --edit, write its operations yourself.
    """
    from amendments.recording import record
    from amendments.ripple import ripple
    from cli.amending import Said, read_amendment
    from cli.editing import discard, edit_operations, refuse_editing, tell_kept
    from cli.progress import working
    from cli.report import agreed, deliver, screen, tell
    from cli.workspace import writing_book
    from renderer.preview import write_changes, write_preview

    if edit:
        refuse_editing(yes=yes)
    target = writing_book(context, book)
    if edit and not preview:
        target.refuse_read_only()  # before a person writes anything
    target.folder(work)  # an amendment is of something
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
    wishes = said.wishes(work)
    reading, proposal = read_amendment(target, file, wishes, changes)
    sheet = None
    if edit:
        edited = edit_operations(target, reading, wishes, proposal)
        proposal, wishes, sheet = edited.proposal, edited.wishes, edited.sheet
    shown = screen(width, None)
    with working(f"Comparing {work}"):
        foreseen = ripple(target, proposal, datetime.now(UTC))
        pages = f"{write_preview(proposal, foreseen, shown)}\n{write_changes(proposal, shown)}".rstrip("\n") + "\n"
    deliver(pages, None)
    if preview:
        tell_kept(sheet)
        return
    if any(one.unread for one in proposal.understood) or (yes and proposal.unread):
        tell(
            "Nothing was recorded: not everything could be read. Mend the words in a copy of the file, or write the "
            f"operations yourself: bylaws amend {work} {file} --edit."
        )
        raise typer.Exit(2)
    if not yes and not agreed(
        target.path, "What was edited is recorded on a terminal, where it can ask." if edit else ""
    ):
        tell("Nothing was recorded.")
        tell_kept(sheet)
        raise typer.Exit(2)
    with working(f"Recording {file.name}"):
        record(target, reading, wishes, datetime.now(UTC))
    discard(sheet)
    tell(f"Recorded in {target.path / work}.")
