"""The JSON forms that DESIGN names: of a text, a history, an audit and a list of works."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from amendments.audit.accepted import Review
from amendments.history import HistoryEntry
from amendments.ledger import Entry
from amendments.record import Record
from amendments.timeline import Consolidated, Event
from corpus.finding import Finding
from corpus.model import Place, Work, places

FINDING_FIELDS = ("code", "severity", "work", "instrument", "id", "address", "message", "evidence", "next_step")
"""Of a finding, in the order in which they are written."""


def write_consolidated(
    work: Work, consolidated: Consolidated, part: Place | None = None, known_on: date | None = None
) -> str:
    """``{work, title, as_of, provisions: [...], findings: [...]}``, provisions in reading order, items too.

    ``known_at`` stands after ``as_of`` where it was asked what had been recorded by a day.
    """
    sources = consolidated.sources()
    shown = (
        place
        for place in places(consolidated.text.provisions)
        if part is None or place.eid == part.eid or place.eid.startswith(f"{part.eid}__")
    )
    return _dump(
        {
            "work": work.key,
            "title": work.title,
            "as_of": str(consolidated.as_of),
            **({"known_at": str(known_on)} if known_on else {}),
            "provisions": [_provision(place, sources) for place in shown],
            "findings": [asdict(finding) for finding in consolidated.findings],
        }
    )


def write_history(record: Record, entries: Iterable[HistoryEntry]) -> str:
    """``{work, title, history: […], pending: […], facts: […], withdrawn: […]}``, as docs/commands.md describes it."""
    work = record.work
    history = [{**asdict(entry), "effective": str(entry.effective)} for entry in entries]
    withdrawn = [
        {"instrument": entry.instrument, "recorded": entry.recorded, "reason": entry.reason}
        for entry in record.withdrawals
    ]
    pending = [
        {"instrument": one.id, "number": one.number, "title": one.title, "condition": one.condition}
        for one in record.standing.pending
    ]
    facts = [_fact(entry) for entry in record.facts("correct", "event", "withdraw", "assume", "accept", "reopen")]
    told = {"history": history, "pending": pending, "facts": facts, "withdrawn": withdrawn}
    return _dump({"work": work.key, "title": work.title, **told})


def _fact(entry: Entry) -> dict[str, Any]:
    said: dict[str, Any] = {key: getattr(entry, key) for key in ("fact", "instrument", "recorded", "reason")}
    if entry.fact == "correct":
        said["corrected"] = dict(entry.corrected)
    if entry.finding:
        said["finding"] = dict(entry.finding)
    if entry.fact == "event":
        said |= {"occurred": entry.occurred, "turn": entry.turn}
    return said


def write_findings(review: Review) -> str:
    """``{findings: [{code, severity, work, instrument, id, address, message, evidence, next_step}], accepted: […]}``

    What was accepted has ``recorded`` and ``reason`` too, of the fact that accepted it.
    """
    accepted = [
        {**_finding(one.finding), "recorded": one.fact.recorded, "reason": one.fact.reason} for one in review.accepted
    ]
    return _dump({"findings": [_finding(finding) for finding in review.findings], "accepted": accepted})


def _finding(finding: Finding) -> dict[str, Any]:
    return {key: getattr(finding, key) for key in FINDING_FIELDS}


def write_works(records: Iterable[Record]) -> str:
    """``{works: [{work, title, adopted, amendments, last_amended}]}``; ``last_amended`` is null where never."""
    works = [
        {
            "work": record.work.key,
            "title": record.work.title,
            "adopted": str(record.work.adopted),
            "amendments": len(record.instruments),
            "last_amended": str(record.instruments[-1].effective) if record.instruments else None,
        }
        for record in records
    ]
    return _dump({"works": works})


def _provision(place: Place, sources: dict[str, tuple[Event, ...]]) -> dict[str, Any]:
    provision = place.provision
    whole = provision.level != "article"
    return {
        "id": place.eid,
        "num": provision.num,
        "heading": provision.heading,
        "text": provision.text() if whole else "\n".join(provision.paragraphs),
        "status": provision.status,
        "level": provision.level,
        "sources": [
            {
                "instrument": event.instrument.id,
                "operation": event.effect.kind,
                "effective": str(event.instrument.effective),
                **({"assumed": True} if event.instrument.assumed else {}),
            }
            for event in sources.get(provision.wid, ())
        ],
    }


def _dump(body: dict[str, Any]) -> str:
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"
