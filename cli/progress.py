"""A bar on standard error while something takes long: from one second up, on a terminal, gone when it is done."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

_PATIENCE = 1.0
"""Seconds before a bar is shown."""


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show that work goes on: what is done, a moving bar, and the time that it has taken."""
    with counting(what, None):
        yield


@contextmanager
def counting(what: str, total: int | None) -> Iterator[Callable[[], None]]:
    """The same of work that has so many parts: a bar that fills as each is said to be done."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    bar = _Bar(what, total)
    bar.timer.start()
    try:
        yield bar.advance
    finally:
        bar.end()


class _Bar:
    """Begins by itself when its time has come, in the timer's thread, unless it was ended before."""

    def __init__(self, what: str, total: int | None) -> None:
        self.timer = threading.Timer(_PATIENCE, self._begin)
        self.timer.daemon = True
        self._what = what
        self._total = total
        self._done = 0
        self._lock = threading.Lock()
        self._ended = False
        self._shown: Progress | None = None

    def advance(self) -> None:
        """One more part is done."""
        with self._lock:
            self._done += 1
            if self._shown is not None:
                self._shown.advance(self._shown.task_ids[0])

    def end(self) -> None:
        self.timer.cancel()
        with self._lock:
            self._ended = True
            if self._shown is not None:
                self._shown.stop()

    def _begin(self) -> None:
        from rich.console import Console  # only work that takes long needs them
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        with self._lock:
            if self._ended:
                return
            self._shown = Progress(
                TextColumn("{task.description}"),
                BarColumn(),
                *([MofNCompleteColumn()] if self._total else []),
                TimeElapsedColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self._shown.add_task(self._what, total=self._total, completed=self._done)
            self._shown.start()
