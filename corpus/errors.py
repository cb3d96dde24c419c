"""Everything that can be wrong with a request or a file: one root, leaves that name the fact.

A message says what is wrong and where; ``next_step`` says what to do about it. Faults in the *record*
are not raised but returned as findings (``corpus.finding``).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from pathlib import Path


class BylawsError(Exception):
    """A request that can't be carried out. Nothing was written."""

    def __init__(self, message: str, next_step: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step


class UnknownWork(BylawsError):
    def __init__(self, key: str, known: Iterable[str], book: Path) -> None:
        self.key, self.known, self.book = key, tuple(sorted(known)), book
        nearest = get_close_matches(key.lower(), self.known, n=1, cutoff=0.4)
        hint = f"Did you mean '{nearest[0]}'?" if nearest else "See 'bylaws list' for the works it has."
        super().__init__(f"There is no work '{key}' in the book {book}.", hint)


class UnknownProvision(BylawsError):
    def __init__(self, address: str, nearest: Iterable[str], where: str) -> None:
        self.address, self.nearest = address, tuple(nearest)
        hint = f"The nearest are: {'; '.join(self.nearest)}." if self.nearest else ""
        super().__init__(f"There is no provision '{address}' in {where}.", hint)


class AmbiguousProvision(BylawsError):
    def __init__(self, address: str, candidates: Iterable[str]) -> None:
        self.address, self.candidates = address, tuple(candidates)
        shown = "; ".join(self.candidates[:6]) + ("; …" if len(self.candidates) > 6 else "")
        super().__init__(f"'{address}' names {len(self.candidates)} provisions.", f"Name one of them: {shown}.")


class NotAnAddress(BylawsError):
    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(
            f"'{text}' is not the address of a provision.",
            'Write it as "Article III, Section 1(a)", "III.1", "Section 3.02" or "art_III__sec_1".',
        )


class NotADate(BylawsError):
    def __init__(self, text: str, reason: str = "") -> None:
        self.text = text
        super().__init__(
            f"'{text}' is not a date{': ' + reason if reason else ''}.",
            'Write it as 1998-03-26 or "March 26, 1998".',
        )


class BeforeAdoption(BylawsError):
    def __init__(self, asked: date, adopted: date, title: str, spoken: str) -> None:
        self.asked, self.adopted = asked, adopted
        super().__init__(
            f"Nothing was in force on {asked}: {title} were adopted on {spoken}.",
            f"Ask for {adopted} or a later date.",
        )


class SourceError(BylawsError):
    """A file offered for import that can't be read into provisions."""


class NotText(SourceError):
    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"{name} is not a text file: {reason}.",
            "Give it as plain text, Markdown, a web page, a Word file (.docx) or a PDF with a text layer.",
        )


class NotReadable(SourceError):
    """A file whose format is known, and which can't be read as it is."""

    def __init__(self, name: str, reason: str, next_step: str) -> None:
        super().__init__(f"{name} can't be read: {reason}.", next_step)


class TooLarge(SourceError):
    def __init__(self, name: str, size: int, most: int) -> None:
        super().__init__(
            f"{name} has {size / 1_048_576:.0f} MB, and a source may have {most // 1_048_576}.",
            "Give the bylaws alone, or each document as a file of its own.",
        )


class MixedEncodings(SourceError):
    def __init__(self, name: str, line: int, words: str) -> None:
        super().__init__(
            f"{name} mixes encodings: line {line} has UTF-8 ('{words}'), and other bytes are not.",
            "Save the whole file as UTF-8; nothing can say for certain which letters the others stand for.",
        )


class ChangesTracked(SourceError):
    """A file with tracked changes, of which nobody said how to read them."""

    def __init__(self, name: str, inserted: int, deleted: int, first: str, *, renumbered: int = 0) -> None:
        counts = (inserted, "insertion"), (deleted, "deletion"), (renumbered, "change of numbering")
        counted = " and ".join(
            f"{count} {what if count == 1 else what.replace('change', 'changes') if renumbered else what + 's'}"
            for count, what in counts
            if count
        )
        super().__init__(
            f"{name} holds tracked changes: {counted}, the first '{first}'.",
            "Say how to read them: --changes accepted, or --changes rejected.",
        )


class EmptySource(SourceError):
    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is empty: there is nothing to import.", "Check that it was saved whole.")


class NoProvisions(SourceError):
    def __init__(self, name: str, lines: int) -> None:
        super().__init__(
            f"{name} has no section in it: none of its {lines} lines opens an article or a section.",
            'Bylaws are recognised by lines such as "ARTICLE I" and "Section 1. Name."',
        )


class WordsUnaccounted(SourceError):
    def __init__(self, name: str, line: int, found: str, expected: str) -> None:
        self.line = line
        super().__init__(
            f"{name}, line {line}: the word '{expected}' of the source would stand as '{found}' in the record.",
            "Nothing was recorded. This is a fault of the reader: please report it with the file.",
        )


class Undated(SourceError):
    def __init__(self, name: str, line: int, title: str, option: str) -> None:
        super().__init__(
            f"{name}, line {line}: no date was found for {repr(title) if title else 'the document'}.",
            f"Say it with {option} DATE.",
        )


class BookError(BylawsError):
    """The book on disk can't be read or written as asked."""


class BookBusy(BookError):
    def __init__(self, book: Path) -> None:
        super().__init__(f"The book {book} is being written by another process.", "Try again in a moment.")


class BookReadOnly(BookError):
    def __init__(self, book: Path) -> None:
        super().__init__(f"The sample library {book} is read-only.", "Name a book of your own with --book.")


class RecordDamaged(BookError):
    """A file of a book is missing, altered or not what this program writes."""

    def __init__(self, path: Path, reason: str, next_step: str = "") -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}.", next_step or "Restore the file from a copy, then run 'bylaws audit'.")


class NotValid(BookError):
    """A file that would be recorded is not what the schema allows: a fault of the writer, never of the user."""

    def __init__(self, path: Path, line: int, complaint: str) -> None:
        super().__init__(
            f"{path}, line {line}, would not be valid Akoma Ntoso 3.0: {complaint}.",
            "Nothing was recorded. Please report it with the file.",
        )


class BadKey(BookError):
    def __init__(self, key: str) -> None:
        super().__init__(
            f"'{key}' can't be the key of a work.",
            "Use lower-case letters, digits and single hyphens, such as interactive-voice-media.",
        )
