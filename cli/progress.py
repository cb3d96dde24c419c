"""A bar on standard error while something takes long: from one second up, on a terminal, gone when it is done."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

_PATIENCE = 1.0
"""Seconds before a bar is shown."""


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show that work goes on: what is done, a moving bar, and the time that it has taken."""
    if not sys.stderr.isatty():
        yield
        return
    bar = _Bar(what)
    bar.timer.start()
    try:
        yield
    finally:
        bar.end()


class _Bar:
    """Begins by itself when its time has come, in the timer's thread, unless it was ended before."""

    def __init__(self, what: str) -> None:
        self.timer = threading.Timer(_PATIENCE, self._begin)
        self.timer.daemon = True
        self._what = what
        self._lock = threading.Lock()
        self._ended = False
        self._shown: Progress | None = None

    def end(self) -> None:
        self.timer.cancel()
        with self._lock:
            self._ended = True
            if self._shown is not None:
                self._shown.stop()

    def _begin(self) -> None:
        from rich.console import Console  # only work that takes long needs them
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        with self._lock:
            if self._ended:
                return
            self._shown = Progress(
                TextColumn("{task.description}"),
                BarColumn(),
                TimeElapsedColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self._shown.add_task(self._what, total=None)
            self._shown.start()
