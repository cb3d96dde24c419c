"""Which book a command works on."""

from __future__ import annotations

import os
from pathlib import Path

import typer

from corpus.errors import BookError
from corpus.store import LEDGER, Book

LIBRARY = Path(__file__).resolve().parent.parent / "corpus" / "library"
"""The sample library, which the package carries. It is never written."""

DEFAULT = "book"


class NoSuchBook(BookError):
    def __init__(self, path: Path) -> None:
        what = "a file, not the folder of a book" if path.exists() else "no book"
        super().__init__(f"There is {what} at {path}.", "Name a folder; 'bylaws import' makes a book of it.")


class NoWorks(BookError):
    def __init__(self, path: Path) -> None:
        super().__init__(f"There are no works in {path}.", "Name a book with --book; 'bylaws import' records a work.")


def reading_book(context: typer.Context, named: Path | None) -> Book:
    """The book to read: named, else $BYLAWS_BOOK, else the nearest ``book`` above, else the sample library."""
    path = _chosen(named or context.obj)
    if path is None:
        return Book(LIBRARY, read_only=True)
    if not path.is_dir():
        raise NoSuchBook(path)
    book = _book(path)
    if not book.keys():
        raise NoWorks(path)
    return book


def writing_book(context: typer.Context, named: Path | None) -> Book:
    """The book to write; where none is found, ``./book``, which recording makes."""
    path = _chosen(named or context.obj) or Path.cwd() / DEFAULT
    if path.exists() and not path.is_dir():
        raise NoSuchBook(path)
    return _book(path)


def kept_book(context: typer.Context, named: Path | None) -> Book:
    """The book to record a fact in, which must be there; the sample library, which refuses it, where none is found."""
    path = _chosen(named or context.obj)
    if path is None:
        return Book(LIBRARY, read_only=True)
    if not path.is_dir():
        raise NoSuchBook(path)
    return _book(path)


def _chosen(named: Path | None) -> Path | None:
    if named is not None:
        return named
    if variable := os.environ.get("BYLAWS_BOOK"):
        return Path(variable)
    here = Path.cwd()
    return next((folder / DEFAULT for folder in (here, *here.parents) if _is_book(folder / DEFAULT)), None)


def _is_book(path: Path) -> bool:
    """A folder with a work in it, or with nothing: a folder of that name may be about anything."""
    return path.is_dir() and (any(path.glob(f"*/{LEDGER}")) or not any(path.iterdir()))


def _book(path: Path) -> Book:
    return Book(path, read_only=path.resolve() == LIBRARY)
