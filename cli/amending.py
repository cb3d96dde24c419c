"""What the command line says of an amending document, and the document as it is read: for amend and for notice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from amendments.errors import NothingToAmend
from amendments.proposal import Proposal, Wishes
from amendments.recording import prepare
from cli import options
from cli.progress import working
from corpus.dates import parse_date
from corpus.sources.formats import Changes, load_source
from corpus.sources.reader import Reading, read_source
from corpus.store import Book


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The options of the same names, as they were written; empty where they were not."""

    effective: str
    upon: str
    adopted: str
    by: str
    how: options.How | None
    vote: str
    certified_by: str
    number: str

    def wishes(self, work: str) -> Wishes:
        """What a person wishes of a file that amends a work."""
        return Wishes(
            key=work,
            amends=True,
            adopted=options.past_day(self.adopted),
            effective=parse_date(self.effective) if self.effective else None,
            adoption=options.adoption_said(self.by, self.how, self.vote, self.certified_by),
            upon=options.event_said(self.upon),
            number=options.one_line(self.number),
        )


def read_amendment(book: Book, file: Path, wishes: Wishes, changes: Changes | None) -> tuple[Reading, Proposal]:
    """A file and what recording it would mean; raises NothingToAmend for one that amends nothing."""
    with working(f"Reading {file.name}"):
        reading = read_source(load_source(file), file.name, amends=True, changes=changes)
        proposal = prepare(book, reading, wishes)
    if not proposal.amends:
        raise NothingToAmend(file.name)
    return reading, proposal
