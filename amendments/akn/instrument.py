"""An instrument as ``<doc name="amendment">``: its words with their modifications, and the operations as metadata.

``<activeModifications>`` says what each operation does, ``<lifecycle>`` when it was adopted and takes effect
(akn-core 5.9), ``<proprietary>`` who adopted it and how. The source of ``<analysis>`` is this
program, or the editor where a person had a hand in the operations (akn-core 5.9).
"""

from __future__ import annotations

from pathlib import Path

from amendments.akn.adoption import read_adoption, write_adoption
from amendments.akn.body import read_body, write_body
from amendments.akn.modifications import write_modification
from amendments.akn.operations import read_modification
from amendments.instrument import Instrument, turn_of
from corpus.akn.base import around, hold_words, read_around
from corpus.akn.identification import (
    AGENT,
    Identity,
    as_day,
    read_identification,
    write_identification,
    write_references,
)
from corpus.akn.xml import OWN, Element, attribute, document, every, make, only, parse, serialise
from corpus.errors import RecordDamaged
from corpus.model import Text, Work

_EDITOR = "#editor"
"""Who analysed the instrument, where a person edited what the program had read."""
_EDITORIAL = "editorial"
"""The status of a body that stands in no document: an amendment that is assumed (akn-core, ``status``)."""


def write_instrument(instrument: Instrument, work: Work) -> bytes:
    """The file of an instrument. Reading it back and writing it again gives these bytes."""
    identity = Identity(
        uri=instrument.uri(work),
        title=instrument.title,
        author=work.key,
        jurisdiction=work.jurisdiction,
        subtype="amendment",
        number=instrument.id,
        dated=instrument.effective,
        day=instrument.effective,
        file_number=instrument.file_number,
        own_number=instrument.number,
    )
    body = write_body(instrument)
    modifications = [write_modification(operation, work, body) for operation in instrument.operations]
    agent = _EDITOR if instrument.edited else AGENT
    analysis = [make("analysis", make("activeModifications", *modifications), source=agent)] if modifications else []
    references = write_references(identity, "in-force")
    if instrument.edited:
        references.append(make("TLCRole", eId="editor", href="/akn/ontology/role/editor", showAs="editor, by hand"))
    meta = make(
        "meta",
        write_identification(identity),
        _lifecycle(instrument, work),
        *analysis,
        _temporal_data(),
        references,
        *write_adoption(instrument.adoption),
    )
    doc = make("doc", meta, *around("preface", instrument.text.preface), name="amendment", contains="originalVersion")
    if instrument.assumed:
        body.element.set("status", _EDITORIAL)
    doc.append(body.element)
    doc.extend(around("conclusions", instrument.text.conclusions))
    return serialise(document(doc))


def read_instrument(content: bytes, file: Path) -> Instrument:
    """Read an instrument's file; raises RecordDamaged at anything that would lose words or an operation."""
    doc = only(parse(content, file), "doc", file)
    meta = only(doc, "meta", file)
    identity = read_identification(meta, file)
    main = only(doc, "mainBody", file)
    body = read_body(main, file)
    text = Text(
        preface=read_around(doc, "preface", file),
        provisions=body.provisions,
        conclusions=read_around(doc, "conclusions", file),
    )
    hold_words(doc, text, file)
    events = {event.get("eId"): event for event in every(meta, "lifecycle/eventRef")}
    if "effective" not in events:
        raise RecordDamaged(file, "it does not say when it takes effect")
    effective = events["effective"]
    adopted = as_day(attribute(events["adopted"], "date", file), file) if "adopted" in events else None
    return Instrument(
        id=identity.number,
        title=identity.title,
        effective=as_day(attribute(effective, "date", file), file),
        turn=_turn(identity.number, file),
        condition=effective.get(f"{{{OWN}}}condition", ""),
        adoption=read_adoption(meta, adopted, file),
        file_number=identity.file_number,
        number=identity.own_number,
        edited=any(analysis.get("source") == _EDITOR for analysis in every(meta, "analysis")),
        assumed=main.get("status") == _EDITORIAL,
        text=text,
        operations=tuple(
            read_modification(modification, body, text, file)
            for modification in every(meta, "analysis/activeModifications/textualMod")
        ),
    )


def _turn(number: str, file: Path) -> int:
    try:
        return turn_of(number)
    except ValueError as error:
        raise RecordDamaged(file, f"'{number}' is not the id of an instrument") from error


def _lifecycle(instrument: Instrument, work: Work) -> Element:
    source = f"#org_{work.key}"
    effective = make("eventRef", eId="effective", date=str(instrument.effective), type="generation", source=source)
    if instrument.condition:
        effective.set(f"{{{OWN}}}condition", instrument.condition)
    events = [effective]
    if instrument.adoption.day is not None:
        adopted = str(instrument.adoption.day)
        events.insert(0, make("eventRef", eId="adopted", date=adopted, type="generation", source=source))
    return make("lifecycle", *events, source=AGENT)


def _temporal_data() -> Element:
    interval = make("timeInterval", start="#effective", refersTo="#in-force")
    return make("temporalData", make("temporalGroup", interval, eId="tmpg_1"), source=AGENT)
