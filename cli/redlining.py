"""What the command line says of a redline, made into one: two dates of a work, or two files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import typer

from amendments.record import open_record
from amendments.timeline import Timeline
from cli.progress import working
from cli.report import tell, tell_book
from cli.workspace import reading_book
from corpus.dates import parse_date, spoken
from corpus.errors import BylawsError, NoProvisions
from corpus.locate import locate_in_either
from corpus.model import Text
from corpus.sources.formats import Changes, load_source
from corpus.sources.reader import read_source
from renderer.redline.build import compare_files, redline
from renderer.redline.view import Redline


class OneFile(BylawsError):
    def __init__(self, path: Path) -> None:
        super().__init__(f"There is nothing to compare {path} with.", "Name two files: --files OLD NEW.")


class OnlyOfRecord(BylawsError):
    def __init__(self, option: str) -> None:
        super().__init__(
            f"There are no dates and no instruments between two files, so {option} says nothing.",
            "Leave it out, or name a work instead of --files.",
        )


class NotOfFormat(BylawsError):
    def __init__(self, option: str, form: str, *known: str) -> None:
        formats = " or ".join(known)
        super().__init__(f"{option} is not a way to write {form}.", f"Use it with --format {formats}.")


@dataclass(frozen=True, slots=True)
class Dates:
    """What is asked of a redline between two dates; the dates as they were written, empty for the default."""

    old: str
    new: str
    known_at: str
    by_instrument: bool
    superseded: bool


def refuse_layout(form: str, side_by_side: bool, style: str) -> None:
    """Raise where a format has no such layout, so that no option is passed over."""
    if side_by_side and form != "html":
        raise NotOfFormat("--side-by-side", form, "html")
    if style == "filing" and form == "json":
        raise NotOfFormat("--style filing", form, "text", "markdown", "html", "docx", "pdf")


def redline_of_dates(context: typer.Context, book: Path | None, work: str, address: str, asked: Dates) -> Redline:
    """What changed between two dates of a work, or in one provision of it."""
    found = reading_book(context, book)
    tell_book(found)
    record = open_record(found, work)
    if asked.known_at:
        record = record.known_on(parse_date(asked.known_at))
        tell(f"From what had been recorded by {spoken(parse_date(asked.known_at))}.")
    timeline = Timeline(record.base, record.instruments)
    before = timeline.as_of(parse_date(asked.old) if asked.old else record.work.adopted)
    after = timeline.as_of(parse_date(asked.new) if asked.new else date.today())
    if before.as_of > after.as_of:
        tell("--from is later than --to: what was put in since is marked as deleted.")
    within = locate_in_either(before.text, after.text, address, f"'{work}' on either date").eid if address else ""
    return redline(
        record.work,
        timeline,
        before,
        after,
        within,
        by_instrument=asked.by_instrument,
        superseded=asked.superseded,
    )


def refuse_of_files(said: Mapping[str, object]) -> None:
    """Refuse options that only a record has an answer to; ``said`` holds what was said with each, if anything."""
    for option, words in said.items():
        if words:
            raise OnlyOfRecord(option)


def redline_of_files(old: Path, new: Path | None, changes: Changes | None) -> Redline:
    """What changed from one file to another, of whatever format they are."""
    if new is None:
        raise OneFile(old)
    before, after = (_read(path, changes) for path in (old, new))
    return compare_files(before, after, _title(after, new), (old.name, new.name))


def _read(path: Path, changes: Changes | None) -> Text:
    """The first document of a file, and a remark where it holds others, which are left out."""
    with working(f"Reading {path.name}"):
        reading = read_source(load_source(path), path.name, changes=changes)
    first, *others = reading.documents
    if not first.text.provisions:
        raise NoProvisions(path.name, first.last_line - first.first_line + 1)
    if others:
        tell(f"{path.name} holds {len(others) + 1} documents; the first of them is compared: {first.title}.")
    return first.text


def _title(text: Text, path: Path) -> str:
    return " ".join(text.preface) or path.name
