"""The JSON forms that DESIGN names: of a text, a history, an audit and a list of works."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from amendments.history import HistoryEntry
from amendments.record import Record
from amendments.timeline import Consolidated, Event
from corpus.finding import Finding
from corpus.model import Place, Work, places


def write_consolidated(work: Work, consolidated: Consolidated, part: Place | None = None) -> str:
    """``{work, title, as_of, provisions: [...], findings: [...]}``, provisions in reading order, items too."""
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
            "provisions": [_provision(place, sources) for place in shown],
            "findings": [asdict(finding) for finding in consolidated.findings],
        }
    )


def write_history(record: Record, entries: Iterable[HistoryEntry]) -> str:
    """``{work, title, history: [{effective, deed, instrument, …}], withdrawn: [{instrument, recorded, reason}]}``"""
    work = record.work
    history = [{**asdict(entry), "effective": str(entry.effective)} for entry in entries]
    withdrawn = [
        {"instrument": entry.instrument, "recorded": entry.recorded, "reason": entry.reason}
        for entry in record.withdrawals
    ]
    return _dump({"work": work.key, "title": work.title, "history": history, "withdrawn": withdrawn})


def write_findings(findings: Iterable[Finding]) -> str:
    """``{findings: [{code, severity, work, instrument, id, address, message, evidence, next_step}]}``"""
    order = ("code", "severity", "work", "instrument", "id", "address", "message", "evidence", "next_step")
    return _dump({"findings": [{key: getattr(finding, key) for key in order} for finding in findings]})


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
            }
            for event in sources.get(provision.wid, ())
        ],
    }


def _dump(body: dict[str, Any]) -> str:
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"
