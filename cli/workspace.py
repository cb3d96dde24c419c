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
        super().__init__(f"There is no book at {path}.", "'bylaws import' makes one there.")


def reading_book(context: typer.Context, named: Path | None) -> Book:
    """The book to read: named, else $BYLAWS_BOOK, else the nearest ``book`` above, else the sample library."""
    path = _chosen(named or context.obj)
    if path is None:
        return Book(LIBRARY, read_only=True)
    if not path.is_dir():
        raise NoSuchBook(path)
    return _book(path)


def writing_book(context: typer.Context, named: Path | None) -> Book:
    """The book to write; where none is found, ``./book``, which recording makes."""
    return _book(_chosen(named or context.obj) or Path.cwd() / DEFAULT)


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
