"""LibreOffice, run for real: what it makes of a file, what it reads in one, and how it settles tracked changes."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

_PACKAGE = "libreoffice-writer-nogui"
_SECONDS = 180
_END = "\x1e"

_SETTLE = """
Sub Main
  On Error Goto Failed
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  For Each source In files.getFolderContents(Environ("BYLAWS_SETTLE"), False)
    If Right(source, 5) = ".docx" Then
      For Each way In Array("Accept", "Reject")
        document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
        frame = document.CurrentController.Frame
        dispatcher.executeDispatch(frame, ".uno:" & way & "AllTrackedChanges", "", 0, Array())
        said = ""
        paragraphs = document.Text.createEnumeration()
        Do While paragraphs.hasMoreElements()
          said = said & paragraphs.nextElement().getString() & Chr(30)
        Loop
        Note(source & "." & way, said)
        document.close(True)
      Next
    End If
  Next
  StarDesktop.terminate()
  Exit Sub
Failed:
  Note(Environ("BYLAWS_SETTLE") & "/failed", Error & ", line " & Erl)
  StarDesktop.terminate()
End Sub

Sub Note(target, said)
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  stream = createUnoService("com.sun.star.io.TextOutputStream")
  stream.setOutputStream(files.openFileWrite(target))
  stream.setEncoding("UTF-8")
  stream.writeString(said)
  stream.closeOutput()
End Sub
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
{}</script:module>
"""


_COMMENT = re.compile(rb"<w:comment(?:RangeStart|RangeEnd|Reference) [^>]*/>")


def converted(content: bytes, name: str, ending: str, folder: Path) -> bytes:
    """A file as LibreOffice converts it, each time under a profile of its own, for two can't share one."""
    source = folder / name
    source.write_bytes(content)
    _run(folder, "--convert-to", ending, "--outdir", str(folder), str(source))
    return source.with_suffix(f".{ending.partition(':')[0]}").read_bytes()


def accepted_and_rejected(files: Sequence[bytes], folder: Path) -> list[tuple[list[str], list[str]]]:
    """The paragraphs of each Word file when all its changes are accepted, and when all are rejected.

    The program is started twice for all of them: it makes the folder of its macros when it first starts.
    """
    for number, content in enumerate(files):
        (folder / f"{number:04}.docx").write_bytes(_without_comments(content))
    _run(folder, "--terminate_after_init")
    macro = folder / "profile" / "user" / "basic" / "Standard" / "Module1.xba"
    macro.write_text(_MODULE.format(escape(_SETTLE)), encoding="utf-8")
    _run(folder, "macro:///Standard.Module1.Main")
    failed = folder / "failed"
    assert not failed.exists(), failed.read_text(encoding="utf-8")
    sides = ([folder / f"{number:04}.docx.{way}" for way in ("Accept", "Reject")] for number in range(len(files)))
    return [(_paragraphs(accepted), _paragraphs(rejected)) for accepted, rejected in sides]


def _without_comments(content: bytes) -> bytes:
    """The file with its changes and without its comments: where there is no screen, drawing them ends the program."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(made, "w") as kept:
        for name in package.namelist():
            part = package.read(name)
            kept.writestr(name, _COMMENT.sub(b"", part) if name == "word/document.xml" else part)
    return made.getvalue()


def _paragraphs(file: Path) -> list[str]:
    return file.read_bytes().decode().removesuffix(_END).split(_END)


def _run(folder: Path, *arguments: str) -> None:
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("CI") and _PACKAGE not in os.environ.get("BYLAWS_TESTS_WITHOUT", ""):
            pytest.fail("LibreOffice is not installed, and tests/run.py was not asked to")
        pytest.skip(f"LibreOffice is not installed: apt-get install {_PACKAGE}")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [program, profile, "--headless", "--norestore", *arguments],
        env={**os.environ, "BYLAWS_SETTLE": folder.as_uri()},
        check=True,
        capture_output=True,
        timeout=_SECONDS,
    )
