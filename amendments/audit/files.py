"""Checks of the files behind a record: is everything there, as it was recorded, and nothing else?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from amendments.ledger import Entry
from amendments.record import Record
from corpus.digest import digest_bytes
from corpus.errors import BylawsError, RecordDamaged
from corpus.finding import Finding
from corpus.model import Text
from corpus.sources.aside import read_set_aside
from corpus.sources.coverage import prove_coverage
from corpus.sources.edgar import decode
from corpus.sources.formats import stored_suffix
from corpus.store import BASE, read_file, source_names


def check_sources(record: Record) -> tuple[Finding, ...]:
    """Each imported file must be kept as it was, and its words must still be the record's."""
    by_source: dict[str, list[Entry]] = {}
    for entry in record.ledger:
        if not entry.source:
            continue
        by_source.setdefault(entry.source, []).append(entry)
    return tuple(finding for entries in by_source.values() for finding in _check_source(record, entries))


def check_unlisted(record: Record) -> tuple[Finding, ...]:
    """XML files that the ledger does not name: it was cut, or a recording was interrupted."""
    listed = {entry.file for entry in record.ledger}
    return tuple(
        Finding(
            code="file-unlisted",
            severity="warning",
            message=f"The folder of the work holds {path.name}, which the ledger does not name.",
            evidence=f"Its SHA-256 is {digest_bytes(read_file(path))}.",
            next_step=f"Compare the ledger, which ends at line {len(record.ledger)}, recorded "
            f"{record.ledger[-1].recorded}, with a copy: lines may have been cut off its end. If none were, the "
            "recording of this file was interrupted; import it again.",
            work=record.work.key,
        )
        for path in sorted(record.folder.glob("*.xml"))
        if path.name not in listed
    )


def damaged(key: str, error: RecordDamaged) -> Finding:
    """A file that is missing or not as it was recorded."""
    return Finding(
        code="ledger-broken" if error.path.suffix == ".jsonl" and error.path.stem == "ledger" else "file-altered",
        severity="error",
        message=f"A file of the record of '{key}' is not as it was recorded.",
        evidence=error.message,
        next_step=error.next_step,
        work=key,
    )


def _check_source(record: Record, entries: list[Entry]) -> Iterator[Finding]:
    first = entries[0]
    names = source_names(first.source, stored_suffix(first.source_name) if first.words else ".txt")
    source, list_of_aside = record.folder / names.source, record.folder / names.set_aside
    try:
        content, listed = _as_recorded(source, first.source), _as_recorded(list_of_aside, first.set_aside)
        set_aside = read_set_aside(listed, list_of_aside)
        characters = (
            _as_recorded(record.folder / names.words, first.words).decode()
            if first.words
            else decode(content, first.source_name)
        )
        # a document that was withdrawn and recorded again stands twice in the record and once in the source
        by_lines = {entry.lines: entry for entry in entries}
        texts = [_text(record, by_lines[lines]) for lines in sorted(by_lines)]
        prove_coverage(characters, set_aside, texts, first.source_name)
    except RecordDamaged as error:
        yield damaged(record.work.key, error)
    except BylawsError as error:
        yield damaged(record.work.key, RecordDamaged(source, error.message))


def _as_recorded(path: Path, digest: str) -> bytes:
    content = read_file(path)
    if digest_bytes(content) != digest:
        raise RecordDamaged(path, "its digest is not the one in the ledger")
    return content


def _text(record: Record, entry: Entry) -> Text:
    if entry.file == BASE:
        return record.base.text
    return record.instrument(entry.file.removesuffix(".xml")).text
