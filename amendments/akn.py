"""An instrument as ``<doc name="amendment">``: its words with their modifications, and the operations as metadata.

Each operative provision is a ``<mod>`` around a ``<quotedStructure>``; ``<activeModifications>`` says what each does,
and on ``<old>`` what its editor saw (akn-core 5.9).
"""

from __future__ import annotations

from pathlib import Path

from amendments.instrument import Instrument
from amendments.operations import Add, Delete, Operation, Seen, Substitute
from corpus.address import Address, read_address
from corpus.akn.base import around, hold_words, read_around
from corpus.akn.identification import (
    AGENT,
    Identity,
    as_day,
    read_identification,
    write_identification,
    write_references,
)
from corpus.akn.provisions import read_level, read_provision, write_placed, write_provisions
from corpus.akn.xml import OWN, Element, attribute, document, every, make, name, only, parse, serialise, words
from corpus.errors import NotAnAddress, RecordDamaged
from corpus.model import Place, Provision, Text, Work, places

_KINDS = {Substitute: "substitution", Add: "insertion", Delete: "repeal"}


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
    )
    modifications = make(
        "activeModifications", *(_write_operation(operation, work) for operation in instrument.operations)
    )
    meta = make(
        "meta",
        write_identification(identity),
        _lifecycle(instrument, work),
        make("analysis", modifications, source=AGENT),
        _temporal_data(),
        write_references(identity, "in-force"),
    )
    doc = make("doc", meta, *around("preface", instrument.text.preface), name="amendment", contains="originalVersion")
    doc.append(make("mainBody", *_write_body(instrument)))
    doc.extend(around("conclusions", instrument.text.conclusions))
    return serialise(document(doc))


def read_instrument(content: bytes, file: Path) -> Instrument:
    """Read an instrument's file; raises RecordDamaged at anything that would lose words or an operation."""
    doc = only(parse(content, file), "doc", file)
    meta = only(doc, "meta", file)
    identity = read_identification(meta, file)
    quoted: dict[str, Provision] = {}
    provisions = tuple(_read_part(child, quoted, file) for child in only(doc, "mainBody", file))
    text = Text(
        preface=read_around(doc, "preface", file),
        provisions=tuple(part for part in provisions if isinstance(part, Provision)),
        conclusions=read_around(doc, "conclusions", file),
    )
    hold_words(doc, text, file)
    stood = {id(place.provision): place.eid for place in places(text.provisions)}
    events = {event.get("eId"): attribute(event, "date", file) for event in every(meta, "lifecycle/eventRef")}
    return Instrument(
        id=identity.number,
        title=identity.title,
        effective=as_day(events.get("effective", ""), file),
        adopted=as_day(events["adopted"], file) if "adopted" in events else None,
        file_number=identity.file_number,
        text=text,
        operations=tuple(
            _read_operation(modification, quoted, stood, file)
            for modification in every(meta, "analysis/activeModifications/textualMod")
        ),
    )


def _lifecycle(instrument: Instrument, work: Work) -> Element:
    source = f"#org_{work.key}"
    effective = str(instrument.effective)
    events = [make("eventRef", eId="effective", date=effective, type="generation", source=source)]
    if instrument.adopted is not None:
        adopted = str(instrument.adopted)
        events.insert(0, make("eventRef", eId="adopted", date=adopted, type="generation", source=source))
    return make("lifecycle", *events, source=AGENT)


def _temporal_data() -> Element:
    interval = make("timeInterval", start="#effective", refersTo="#in-force")
    return make("temporalData", make("temporalGroup", interval, eId="tmpg_1"), source=AGENT)


def _write_operation(operation: Operation, work: Work) -> Element:
    href = f"{work.uri}#{operation.target.eid}"
    destination = make("destination", href=href)
    destination.set(f"{{{OWN}}}address", str(operation.target))
    parts = [make("source", href=f"#{operation.id}"), destination]
    if not isinstance(operation, Add) and operation.seen is not None:
        old = make("old", href=href)
        old.set(f"{{{OWN}}}heading", operation.seen.heading)
        old.set(f"{{{OWN}}}digest", operation.seen.digest)
        parts.append(old)
    if not isinstance(operation, Delete):
        parts.append(make("new", href=f"#{operation.id}__qstr_1"))
    eid = "am_" + operation.id.removeprefix("mod_")
    return make("textualMod", *parts, type=_KINDS[type(operation)], eId=eid, period="#tmpg_1")


def _write_body(instrument: Instrument) -> list[Element]:
    names = {operation.place: operation.id for operation in instrument.operations}
    standing = {id(place.provision): place for place in places(instrument.text.provisions)}

    def write(part: str | Provision) -> Element:
        if isinstance(part, str):
            return make("p", text=part)
        place = standing[id(part)]
        if place.eid in names:
            return _write_mod(place, names[place.eid])
        return write_placed(place, *(write(inner) for inner in part.body))

    return [write(provision) for provision in instrument.text.provisions]


def _write_mod(place: Place, mod: str) -> Element:
    quoted = f"{mod}__qstr_1"
    structure = make("quotedStructure", *write_provisions((place.provision,), f"{quoted}__"), eId=quoted)
    return make("p", make("mod", structure, eId=mod))


def _read_part(element: Element, quoted: dict[str, Provision], file: Path) -> str | Provision:
    """A paragraph, an operative provision (noted in ``quoted`` under its mod), or what holds such."""
    if name(element) != "p":
        num, heading = ("".join(words(part, file) for part in every(element, tag)) for tag in ("num", "heading"))
        inner = (_read_part(block, quoted, file) for content in every(element, "content") for block in content)
        return Provision(level=read_level(element, file), num=num, heading=heading, body=tuple(inner))
    if not len(element):
        return words(element, file)
    mod = only(element, "mod", file)
    structure = only(mod, "quotedStructure", file)
    provision = read_provision(structure[0], file)
    quoted[attribute(mod, "eId", file)] = provision
    return provision


def _read_operation(
    modification: Element, quoted: dict[str, Provision], stood: dict[int, str], file: Path
) -> Operation:
    mod = attribute(only(modification, "source", file), "href", file).removeprefix("#")
    target = _target(attribute(only(modification, "destination", file), f"{{{OWN}}}address", file), file)
    if mod not in quoted:
        raise RecordDamaged(file, f"an operation names '{mod}', which the instrument does not have")
    new = quoted[mod]
    place = stood[id(new)]
    seen = next((_read_seen(old, file) for old in every(modification, "old")), None)
    match attribute(modification, "type", file):
        case "substitution" if seen is not None:
            return Substitute(id=mod, place=place, target=target, new=new, seen=seen)
        case "insertion":
            return Add(id=mod, place=place, target=target, new=new)
        case "repeal":
            heading = new.heading if new.text() else ""
            return Delete(id=mod, place=place, target=target, num=new.num, heading=heading, seen=seen)
        case other:
            raise RecordDamaged(file, f"operation '{mod}' is a {other} that this version can't read")


def _read_seen(old: Element, file: Path) -> Seen:
    return Seen(heading=attribute(old, f"{{{OWN}}}heading", file), digest=attribute(old, f"{{{OWN}}}digest", file))


def _target(printed: str, file: Path) -> Address:
    try:
        return read_address(printed)[0]
    except NotAnAddress as error:
        raise RecordDamaged(file, f"'{printed}' is not the address of a provision") from error
