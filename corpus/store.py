"""The book on disk: a folder a work, files written whole or not at all, one writer at a time.

A work's folder holds ``base.xml``, a file an instrument, ``ledger.jsonl`` and ``sources/``. The ledger is written
last and names every other file with its digest, so what it does not name was never recorded.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import BadKey, BookBusy, BookReadOnly, RecordDamaged, UnknownWork

LEDGER = "ledger.jsonl"
BASE = "base.xml"
SOURCES = "sources"
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LOCK = ".lock"
_UNFINISHED = ".unfinished"
_PART = ".part"
_PATIENCE = 10.0
"""Seconds to wait for another writer."""


@dataclass(frozen=True, slots=True)
class Book:
    """A minute book: a folder of works. ``read_only`` is true of the sample library."""

    path: Path
    read_only: bool = False

    def keys(self) -> tuple[str, ...]:
        """The works that it holds, by key; one that has lost its ledger is still one."""
        if not self.path.is_dir():
            return ()
        marks = (mark for name in (LEDGER, BASE) for mark in self.path.glob(f"*/{name}"))
        return tuple(sorted({mark.parent.name for mark in marks if not mark.parent.name.startswith(".")}))

    def has(self, key: str) -> bool:
        """Whether it holds a work; of a key as ``check_key`` has them, without looking at the other works."""
        if _KEY.fullmatch(key):
            return any((self.path / key / name).exists() for name in (LEDGER, BASE))
        return key in self.keys()

    def folder(self, key: str) -> Path:
        """The folder of a work; raises UnknownWork."""
        if not self.has(key):
            raise UnknownWork(key, self.keys(), self.path)
        return self.path / key

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the book against other writers; raises BookBusy or BookReadOnly."""
        from filelock import FileLock, Timeout  # only recording needs it

        self.refuse_read_only()
        self.path.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self.path / _LOCK, timeout=_PATIENCE):
                self._sweep()
                yield
        except Timeout as error:
            raise BookBusy(self.path) from error

    def refuse_read_only(self) -> None:
        """Raises BookReadOnly for the sample library."""
        if self.read_only:
            raise BookReadOnly(self.path)

    def _sweep(self) -> None:
        """Remove what an interrupted writer left; nobody else is writing now."""
        for unfinished in self.path.glob(f"{_UNFINISHED}-*"):
            shutil.rmtree(unfinished)
        for part in (*self.path.glob(f"*/.*{_PART}"), *self.path.glob(f"*/*/.*{_PART}")):
            part.unlink()

    def record(self, key: str, files: Mapping[str, bytes]) -> None:
        """Write files into a work's folder so that after any interruption all of them count or none does.

        ``files`` maps names within the folder to contents; a ledger among them goes last. Call it while ``writing``.
        """
        check_key(key)
        folder = self.path / key
        if folder.is_dir():
            for name in sorted(files, key=lambda name: name == LEDGER):
                if name != LEDGER:
                    _refuse_other(folder / name, files[name])
                _write_whole(folder / name, files[name])
            return
        unfinished = self.path / f"{_UNFINISHED}-{key}"
        try:
            for name, content in files.items():
                _write_whole(unfinished / name, content)
            unfinished.rename(folder)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
        _flush_folder(self.path)


@dataclass(frozen=True, slots=True)
class SourceNames:
    """Where a work's folder keeps a source, the list of what was set aside of it, and the words extracted from it."""

    source: str
    set_aside: str
    words: str


def source_names(digest: str, suffix: str = ".txt") -> SourceNames:
    """The names of what is kept of a source; its own ``suffix`` where it is no plain text."""
    stem = f"{SOURCES}/{digest}"
    return SourceNames(f"{stem}{suffix}", f"{stem}.set-aside.jsonl", f"{stem}.words.txt")


def check_key(key: str) -> str:
    """The key itself; raises BadKey where it can't name a folder and a URI."""
    if not _KEY.fullmatch(key):
        raise BadKey(key)
    return key


def read_file(path: Path) -> bytes:
    """A file of a book; raises RecordDamaged where it is missing or unreadable."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise RecordDamaged(path, f"it can't be read ({error.strerror})") from error


def _refuse_other(path: Path, content: bytes) -> None:
    """A file that the ledger does not name may be what a cut ledger lost: it is never overwritten."""
    if path.exists() and path.read_bytes() != content:
        raise RecordDamaged(
            path,
            "it stands there, the ledger does not name it, and what would be recorded is not the same",
            "If its line was lost, import it with the same --adopted, --by and so on as then; else move the file away.",
        )


def _write_whole(path: Path, content: bytes) -> None:
    """Write to a temporary name, flush to the disk, rename: a reader sees the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}{_PART}")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    """A rename is durable once its folder is flushed; Windows has no such call and needs none."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
