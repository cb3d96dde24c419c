"""Reading a restatement: a whole new text, and which of its provisions go on with those of the text in force."""

from __future__ import annotations

from dataclasses import replace

from amendments.compare.align import align
from amendments.compare.units import units
from amendments.operations import Restate
from corpus.address import Step
from corpus.digest import digest_text
from corpus.model import Provision, Text


def read_restatement(restated: Text, before: Text) -> Restate:
    """The operation that puts ``restated`` in the place of the text in force just ``before`` it.

    A provision goes on with the one that has its number and heading, or that it is most like; others are new.
    """
    pairs = align(units(before), units(restated))
    old = {id(pair.new.provision): pair.old.provision for pair in pairs if pair.old and pair.new}
    provisions = tuple(_continued(provision, old) for provision in restated.provisions)
    return Restate(id="mod_1", place="", new=replace(restated, provisions=provisions), seen=digest_text(before))


def _continued(provision: Provision, old: dict[int, Provision]) -> Provision:
    former = old.get(id(provision))
    if former is not None and former.status == "deleted":
        former = None
    items = {item.step: item for item in reversed(former.children)} if former else {}
    body = tuple(
        part if isinstance(part, str) else _continued(part, old) if id(part) in old else _item(part, items)
        for part in provision.body
    )
    return replace(provision, body=body, wid=former.wid if former else "")


def _item(item: Provision, known: dict[Step, Provision]) -> Provision:
    """A list item under the identity of the one that had its number there."""
    former = known.get(item.step) if item.level not in ("article", "section") else None
    inner = {one.step: one for one in reversed(former.children)} if former else {}
    body = tuple(part if isinstance(part, str) else _item(part, inner) for part in item.body)
    return replace(item, body=body, wid=former.wid if former else "")
