"""Who adopted an instrument and how, as ``<proprietary>`` metadata: a workflow step can't lack its date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lxml import etree

from amendments.adoption import HOWS, Adoption
from corpus.akn.identification import AGENT
from corpus.akn.xml import OWN, Element, every, make
from corpus.errors import RecordDamaged

_TAG = f"{{{OWN}}}adoption"


def write_adoption(adoption: Adoption) -> list[Element]:
    """What is known besides the day, which the lifecycle has; nothing where nothing is."""
    said = {"body": adoption.body, "how": adoption.how, "vote": adoption.vote, "certifiedBy": adoption.certified_by}
    known = {key: value for key, value in said.items() if value}
    if not known:
        return []
    proprietary = make("proprietary", source=AGENT)
    etree.SubElement(proprietary, _TAG, known)
    return [proprietary]


def read_adoption(meta: Element, day: date | None, file: Path) -> Adoption:
    """The adoption of the instrument whose metadata this is; ``day`` is from its lifecycle."""
    said = next((inner for part in every(meta, "proprietary") for inner in part if inner.tag == _TAG), None)
    if said is None:
        return Adoption(day=day)
    how = next((known for known in HOWS if known == said.get("how", "")), None)
    if how is None:
        raise RecordDamaged(file, f"'{said.get('how')}' is no way of adopting that this version knows")
    return Adoption(
        day=day,
        body=said.get("body", ""),
        how=how,
        vote=said.get("vote", ""),
        certified_by=said.get("certifiedBy", ""),
    )
