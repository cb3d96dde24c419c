"""Chromium, run for real: a page opened from its file, keys pressed in it, and what it then shows."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

PACKAGE = "chromium"
_OPTIONS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-pipe",
    "--hide-scrollbars", "--no-first-run",
)  # fmt: skip


class Browser:
    """A browser spoken to through its DevTools protocol over a pipe: JSON messages, each ended by a zero byte."""

    def __init__(self, program: str, profile: Path) -> None:
        """The browser reads from descriptor 3 and writes to 4, which are put there in the new process."""
        read_end, self._to = map(_high, os.pipe())
        self._from, write_end = map(_high, os.pipe())

        def connect() -> None:
            os.dup2(read_end, 3)
            os.dup2(write_end, 4)

        self._process = subprocess.Popen(
            [program, *_OPTIONS, f"--user-data-dir={profile}", "about:blank"],
            preexec_fn=connect,
            pass_fds=(3, 4),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(read_end)
        os.close(write_end)
        self._reader = os.fdopen(self._from, "rb")
        self._serial = 0
        self._session = ""
        self._events: list[dict[str, Any]] = []
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.send("Page.enable")
        self.send("Network.enable")

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One command and its answer; events that come meanwhile are kept."""
        self._serial += 1
        message = {"id": self._serial, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._serial:
                assert "error" not in answer, answer
                return dict(answer["result"])
            self._events.append(answer)

    def _next(self) -> dict[str, Any]:
        content = bytearray()
        while (byte := self._reader.read(1)) != b"\0":
            if not byte:
                raise AssertionError("Chromium ended")
            content += byte
        return dict(json.loads(content))

    def open(self, page: Path, anchor: str = "") -> None:
        """Open a file and wait until it is loaded."""
        self._events.clear()
        self.send("Page.navigate", url=page.as_uri() + anchor)
        while not any(event["method"] == "Page.loadEventFired" for event in self._events):
            self._events.append(self._next())

    @property
    def requested(self) -> list[str]:
        """What the page asked for since it was opened."""
        sent = (event for event in self._events if event["method"] == "Network.requestWillBeSent")
        return [event["params"]["request"]["url"] for event in sent]

    def tell(self, expression: str) -> Any:
        """The value of an expression in the page."""
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def wait_for(self, expression: str) -> None:
        """Wait until an expression holds in the page, as it does a moment after a link is followed."""
        until = time.monotonic() + 20
        while not self.tell(expression):
            assert time.monotonic() < until, f"never came to hold: {expression}"
            time.sleep(0.02)

    def press(self, keys: str) -> None:
        """Each key in turn, as a person presses it."""
        for key in keys:
            self.send("Input.dispatchKeyEvent", type="keyDown", key=key, text=key)
            self.send("Input.dispatchKeyEvent", type="keyUp", key=key)

    def click(self, selector: str) -> None:
        """Press the mouse in the middle of an element."""
        self.tell(
            f"document.querySelector({json.dumps(selector)}).scrollIntoView({{behavior: 'instant', block: 'center'}})"
        )
        box = self.tell(
            f"(({{x, y, width, height}}) => [x + width / 2, y + height / 2])"
            f"(document.querySelector({json.dumps(selector)}).getBoundingClientRect())"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)

    def resize(self, width: int, height: int = 900) -> None:
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def picture(self, whole: bool = False) -> bytes:
        """What is seen, or with ``whole`` the page from top to bottom, as PNG."""
        return base64.b64decode(self.send("Page.captureScreenshot", captureBeyondViewport=whole)["data"])

    def close(self) -> None:
        self._session = ""
        self.send("Browser.close")
        self._process.wait(30)
        os.close(self._to)
        self._reader.close()


def _high(end: int) -> int:
    """The same end of a pipe under a number that is none of 3 and 4."""
    made = fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10)
    os.close(end)
    return made


@contextmanager
def opened_browser(folder: Path) -> Iterator[Browser]:
    """A browser with a profile of its own; skips where it can't be installed, and fails where CI forgot it."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        if os.environ.get("CI") and PACKAGE not in os.environ.get("BYLAWS_TESTS_WITHOUT", ""):
            pytest.fail("Chromium is not installed, and tests/run.py was not asked to")
        pytest.skip(f"Chromium is not installed: apt-get install {PACKAGE}")
    browser = Browser(program, folder / "profile")
    try:
        yield browser
    finally:
        browser.close()
