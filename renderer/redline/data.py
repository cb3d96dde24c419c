"""A redline as JSON: the two texts, the instruments between them, the changes, and every paragraph with its marks."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from corpus.dates import parse_date
from renderer.redline.view import Change, Line, Mark, MarkedUnit, Redline, Source


def write_redline_data(marked: Redline, work: str = "") -> str:
    """``{work, title, from, to, instruments, counts, changes, preface, provisions, conclusions}``, as docs/commands.md
    describes it; ``work`` is left out where two files are compared. Dates are ISO, what did not change is there too.
    """
    body: dict[str, Any] = {
        **({"work": work} if work else {}),
        "title": marked.title,
        "from": _day(marked, marked.old),
        "to": _day(marked, marked.new),
        "by_instrument": marked.by_instrument,
        "instruments": [_instrument(source) for source in marked.sources],
        "counts": marked.counts(),
        "changes": [_change(change) for change in marked.changes],
        "preface": _paragraphs(marked.preface),
        "provisions": [_provision(unit) for unit in marked.units],
        "conclusions": _paragraphs(marked.conclusions),
    }
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def _day(marked: Redline, name: str) -> str:
    """A date of a record in ISO, the name of a file as it is."""
    return str(parse_date(name)) if marked.day else name


def _instrument(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "number": source.number,
        "name": source.name,
        "title": source.title,
        "effective": str(source.effective),
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "number": change.number,
        "address": change.address,
        "kind": change.verdict,
        "deleted": change.deleted,
        "inserted": change.inserted,
        "was": change.was,
        "instruments": list(change.by),
    }


def _provision(unit: MarkedUnit) -> dict[str, Any]:
    return {
        "id": unit.id,
        "level": unit.level,
        "address": unit.address,
        "was": unit.old,
        "verdict": unit.verdict,
        "change": unit.change,
        "heading": _runs(unit.head),
        "paragraphs": _paragraphs(unit.lines),
        "remark": unit.remark,
        "note": unit.note,
    }


def _paragraphs(lines: Iterable[Line]) -> list[dict[str, Any]]:
    return [{"depth": line.depth, "runs": _runs(line.marks)} for line in lines]


def _runs(marks: Iterable[Mark]) -> list[dict[str, Any]]:
    return [
        {"kind": mark.kind, "text": mark.text, "instruments": list(mark.by), "change": mark.change} for mark in marks
    ]
