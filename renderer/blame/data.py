"""Blame as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from renderer.blame.view import Blame, BlamedUnit, Row


def write_blame_data(blame: Blame) -> str:
    """``{work, title, as_of, instruments, preface, provisions, conclusions}``, as docs/commands.md describes it.

    ``known_at`` stands after ``as_of`` where it was asked what had been recorded by a day.
    """
    counts = blame.counts()
    ids = {source.number: source.id for source in blame.sources}
    body = {
        "work": blame.work.key,
        "title": blame.work.title,
        "as_of": str(blame.as_of),
        **({"known_at": str(blame.known_on)} if blame.known_on else {}),
        "instruments": [
            {
                "id": source.id,
                "number": source.number,
                "name": source.name,
                "title": source.title,
                "effective": str(source.effective),
                "words": counts.get(source.number, 0),
            }
            for source in sorted((*blame.sources, *blame.silent), key=lambda source: source.number)
        ],
        "preface": _rows(blame.preface, ids),
        "provisions": [_provision(unit, ids) for unit in blame.units],
        "conclusions": _rows(blame.conclusions, ids),
    }
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def _provision(unit: BlamedUnit, ids: dict[int, str]) -> dict[str, Any]:
    return {
        "id": unit.id,
        "address": unit.address,
        "level": unit.level,
        "status": unit.status,
        "num": _row(unit.num, ids),
        "heading": _row(unit.heading, ids),
        "placeholder": _row(unit.placeholder, ids),
        "paragraphs": [{"depth": line.depth, "words": _row(line.words, ids)} for line in unit.lines],
    }


def _rows(rows: Iterable[Row], ids: dict[int, str]) -> list[list[dict[str, str]]]:
    return [_row(row, ids) for row in rows]


def _row(row: Row, ids: dict[int, str]) -> list[dict[str, str]]:
    return [{"text": words.text, "instrument": ids[words.source]} for words in row]
