"""The list of what was set aside of a source, kept beside it so that the proof of coverage can be made again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from corpus.errors import RecordDamaged
from corpus.sources.line import Line, SetAside


def write_set_aside(set_aside: Iterable[SetAside]) -> bytes:
    """JSON lines: reason, line number, offset in characters, and the words."""
    return "".join(
        json.dumps(
            {"reason": item.reason, "line": item.line.number, "offset": item.line.offset, "text": item.line.text}
            | ({"joins": True} if item.joins else {}),
            ensure_ascii=False,
        )
        + "\n"
        for item in set_aside
    ).encode()


def read_set_aside(content: bytes, path: Path) -> tuple[SetAside, ...]:
    """Read the list back; raises RecordDamaged. Indents are not kept."""
    try:
        bodies = [json.loads(line) for line in content.splitlines()]
        return tuple(
            SetAside(
                reason=body["reason"],
                line=Line(text=body["text"], indent=0, number=body["line"], offset=body["offset"]),
                joins=body.get("joins", False) is True,
            )
            for body in bodies
        )
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise RecordDamaged(path, "it is not a list of what was set aside") from error
