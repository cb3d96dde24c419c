"""The FRBR identification that every file carries, and what is read back from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.akn.xml import Element, attribute, every, make, only
from corpus.errors import RecordDamaged

AGENT = "#bylaws"
"""Who made the markup: this program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """``uri`` is the work's, and ``number`` the one in it; ``day`` the date of this expression; ``author`` the key of
    the organisation; ``own_number`` how its parties number the document, ``Amendment No. 2``.
    """

    uri: str
    title: str
    author: str
    jurisdiction: str
    subtype: str
    number: str
    dated: date
    day: date
    file_number: str = ""
    own_number: str = ""

    @property
    def expression(self) -> str:
        return f"{self.uri}/eng@{self.day}"


def write_identification(identity: Identity) -> Element:
    aliases = [make("FRBRalias", name="title", value=identity.title)]
    if identity.file_number:
        aliases.append(make("FRBRalias", name="file-number", value=identity.file_number))
    if identity.own_number:
        aliases.append(make("FRBRalias", name="number", value=identity.own_number))
    author = f"#org_{identity.author}"
    work = make(
        "FRBRWork",
        *_names(f"{identity.uri}/!main", identity.uri),
        *aliases,
        make("FRBRdate", date=str(identity.dated), name="dated"),
        make("FRBRauthor", href=author),
        make("FRBRcountry", value=identity.jurisdiction),
        make("FRBRsubtype", value=identity.subtype),
        make("FRBRnumber", value=identity.number),
    )
    expression = make(
        "FRBRExpression",
        *_names(f"{identity.expression}/!main", identity.expression),
        make("FRBRdate", date=str(identity.day), name="in-force"),
        make("FRBRauthor", href=author),
        make("FRBRlanguage", language="eng"),
    )
    manifestation = make(
        "FRBRManifestation",
        *_names(f"{identity.expression}/!main.xml", f"{identity.expression}.xml"),
        make("FRBRdate", date=str(identity.day), name="in-force"),
        make("FRBRauthor", href=AGENT),
        make("FRBRformat", value="application/akn+xml"),
    )
    return make("identification", work, expression, manifestation, source=AGENT)


def write_references(identity: Identity, *concepts: str) -> Element:
    """Who and what the metadata points at."""
    organisation = make(
        "TLCOrganization",
        eId=f"org_{identity.author}",
        href=f"/akn/ontology/organization/{identity.jurisdiction}/{identity.author}",
        showAs=identity.author,
    )
    software = make("TLCObject", eId="bylaws", href="/akn/ontology/object/bylaws", showAs="bylaws")
    named = [
        make("TLCConcept", eId=concept, href=f"/akn/ontology/concept/{concept}", showAs=concept) for concept in concepts
    ]
    return make("references", organisation, software, *named, source=AGENT)


def read_identification(meta: Element, file: Path) -> Identity:
    work = only(meta, "identification/FRBRWork", file)
    expression = only(meta, "identification/FRBRExpression", file)
    aliases = {alias.get("name"): attribute(alias, "value", file) for alias in every(work, "FRBRalias")}

    def value(tag: str, key: str = "value") -> str:
        return attribute(only(work, tag, file), key, file)

    return Identity(
        uri=value("FRBRuri"),
        title=aliases.get("title", ""),
        author=value("FRBRauthor", "href").removeprefix("#org_"),
        jurisdiction=value("FRBRcountry"),
        subtype=value("FRBRsubtype"),
        number=value("FRBRnumber"),
        dated=as_day(value("FRBRdate", "date"), file),
        day=as_day(attribute(only(expression, "FRBRdate", file), "date", file), file),
        file_number=aliases.get("file-number", ""),
        own_number=aliases.get("number", ""),
    )


def as_day(text: str, file: Path) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise RecordDamaged(file, f"'{text}' is not a date") from error


def _names(this: str, uri: str) -> tuple[Element, Element]:
    return make("FRBRthis", value=this), make("FRBRuri", value=uri)
