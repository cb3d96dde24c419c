"""The base of a work as an ``<act name="bylaws" contains="originalVersion">``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus.akn.identification import (
    AGENT,
    Identity,
    read_identification,
    write_identification,
    write_references,
)
from corpus.akn.provisions import read_provision, write_provisions
from corpus.akn.xml import Element, document, every, make, name, only, paragraphs, parse, serialise, words
from corpus.errors import RecordDamaged
from corpus.model import Base, Text, Work


def write_base(base: Base) -> bytes:
    """The file ``base.xml``. Reading it back and writing it again gives these bytes."""
    work = base.work
    identity = Identity(
        uri=work.uri, title=work.title, author=work.key, jurisdiction=work.jurisdiction,
        subtype="bylaws", number="bylaws", dated=work.adopted, day=work.adopted,
    )  # fmt: skip
    event = make("eventRef", eId="adopted", date=str(work.adopted), type="generation", source=f"#org_{work.key}")
    meta = make(
        "meta",
        write_identification(identity),
        make("lifecycle", event, source=AGENT),
        write_references(identity),
    )
    body = make("body", *write_provisions(base.text.provisions))
    act = make("act", meta, *around("preface", base.text.preface), body, name="bylaws", contains="originalVersion")
    act.extend(around("conclusions", base.text.conclusions))
    return serialise(document(act))


def read_base(content: bytes, file: Path) -> Base:
    """Read ``base.xml``; raises RecordDamaged at anything that would lose words."""
    act = only(parse(content, file), "act", file)
    identity = read_identification(only(act, "meta", file), file)
    text = Text(
        preface=read_around(act, "preface", file),
        provisions=tuple(read_provision(child, file) for child in only(act, "body", file)),
        conclusions=read_around(act, "conclusions", file),
    )
    hold_words(act, text, file)
    work = Work(key=identity.author, title=identity.title, jurisdiction=identity.jurisdiction, adopted=identity.dated)
    return Base(work=work, text=text)


def hold_words(document: Element, text: Text, file: Path) -> None:
    """Hold what was read against every word of the file outside its metadata; raises RecordDamaged."""
    parts = (part for part in document if name(part) != "meta")
    filed = [word for part in parts for passage in _passages(part) for word in passage.split()]
    if filed != text.words():
        raise RecordDamaged(file, "it holds words where none may stand, which no text would show")


def _passages(element: Element) -> Iterator[str]:
    """The words of a file, a paragraph with all that stands in it at once: a quotation marked in it parts no word."""
    if name(element) == "p" and not any(name(inner) == "quotedStructure" for inner in element.iter()):
        yield "".join(map(str, element.itertext()))
        return
    yield element.text or ""
    for child in element:
        yield from _passages(child)
        yield child.tail or ""


def read_around(parent: Element, tag: str, file: Path) -> tuple[str, ...]:
    """The paragraphs of the title block (``preface``) or of the ``conclusions``."""
    return tuple(words(p, file) for p in every(parent, f"{tag}/p"))


def around(tag: str, texts: tuple[str, ...]) -> list[Element]:
    """The element ``preface`` or ``conclusions``, a paragraph a line; none where there are no words."""
    return [make(tag, *paragraphs(texts))] if texts else []
