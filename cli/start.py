"""The entry point of the command: keep the garbage collector out of a short run, then load the application."""

from __future__ import annotations

import gc

_THRESHOLD = 50_000
"""New objects between two collections. Python's own 700 makes it search all that was just imported, dozens of times,
for garbage that isn't there."""


def main() -> None:
    """Run ``bylaws``. What is alive at the end is frozen, so that leaving Python doesn't search it once more."""
    gc.set_threshold(_THRESHOLD)
    from cli.app import main as run  # after the collector is tuned, for loading is what it slows down

    try:
        run()
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
