"""Provisions as Akoma Ntoso elements and back.

A body of words alone is ``<content>``; a list with words around it is ``<intro>``, the items, ``<wrapUp>``; a
body where words and lists alternate is ``<content>`` with ``<blockList>`` (akn-core 5.2 and 5.4).
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from corpus.address import LEVELS, Level
from corpus.akn.xml import Element, make, name, words
from corpus.errors import RecordDamaged
from corpus.model import Place, Provision, Status, places


def write_provisions(provisions: tuple[Provision, ...], prefix: str = "") -> list[Element]:
    """The elements of provisions; ``prefix`` stands before every eId, for structures quoted in another text."""
    eids = {id(place.provision): prefix + place.eid for place in places(provisions)}
    return [_write(provision, eids) for provision in provisions]


def write_placed(place: Place, *content: Element) -> Element:
    """One provision's element with a content made elsewhere."""
    provision = place.provision
    inner = make("content", *content, eId=f"{place.eid}__content")
    return make(provision.level, *_head(provision), inner, eId=place.eid)


def read_provision(element: Element, file: Path) -> Provision:
    """The provision that an element holds; raises RecordDamaged at anything that would lose words."""
    level = read_level(element, file)
    num = heading = ""
    body: list[str | Provision] = []
    for child in element:
        match name(child):
            case "num":
                num = words(child, file)
            case "heading":
                heading = words(child, file)
            case "content" | "intro" | "wrapUp":
                body += (part for block in child for part in _read_block(block, file))
            case "p" | "blockList":
                body += _read_block(child, file)
            case _:
                body.append(read_provision(child, file))
    return Provision(
        level=level, num=num, heading=heading, body=tuple(body),
        status=_read_status(element), wid=element.get("wId", ""),
    )  # fmt: skip


def _write(provision: Provision, eids: dict[int, str], tag: str | None = None) -> Element:
    eid = eids[id(provision)]
    element = make(tag or provision.level, *_head(provision), eId=eid, wId=provision.wid or None)
    if provision.status == "reserved":
        element.set("status", "undefined")
    if tag == "item":
        element.set("class", provision.level)
        element.extend(_write_items(provision, eids))
    else:
        element.extend(_write_body(provision, eids))
    return element


def _head(provision: Provision) -> list[Element]:
    head = [make("num", text=provision.num)]
    return [*head, make("heading", text=provision.heading)] if provision.heading else head


def _write_body(provision: Provision, eids: dict[int, str]) -> list[Element]:
    eid = eids[id(provision)]
    runs = [(whole, list(run)) for whole, run in groupby(provision.body, lambda part: isinstance(part, str))]
    if sum(not whole for whole, _ in runs) > 1:
        return [make("content", *_write_items(provision, eids), eId=f"{eid}__content")]
    if not provision.children:
        return [make("content", *(make("p", text=text) for text in provision.paragraphs), eId=f"{eid}__content")]
    elements: list[Element] = []
    for index, (whole, run) in enumerate(runs):
        if whole:
            tag = "wrapUp" if index else "intro"
            elements.append(make(tag, *(make("p", text=str(text)) for text in run), eId=f"{eid}__{tag}"))
        else:
            elements += (_write(part, eids) for part in run if isinstance(part, Provision))
    return elements


def _write_items(provision: Provision, eids: dict[int, str]) -> list[Element]:
    """Paragraphs and block lists in reading order."""
    blocks: list[Element] = []
    lists = 0
    for is_words, run in groupby(provision.body, lambda part: isinstance(part, str)):
        if is_words:
            blocks += (make("p", text=str(text)) for text in run)
        else:
            lists += 1
            items = [_write(part, eids, "item") for part in run if isinstance(part, Provision)]
            blocks.append(make("blockList", *items, eId=f"{eids[id(provision)]}__list_{lists}"))
    return blocks or [make("p")]


def _read_block(block: Element, file: Path) -> list[str | Provision]:
    match name(block):
        case "p":
            text = words(block, file)
            return [text] if text else []
        case "blockList":
            return [read_provision(item, file) for item in block]
    raise RecordDamaged(file, f"line {block.sourceline}: <{name(block)}> has no place in a provision")


def _read_status(element: Element) -> Status:
    return "reserved" if element.get("status") == "undefined" else "in-force"


def read_level(element: Element, file: Path) -> Level:
    """The level that an element stands for, in its name or, for an item of a list, in its class."""
    tag = name(element) if name(element) != "item" else element.get("class", "")
    for level in LEVELS:
        if level == tag:
            return level
    raise RecordDamaged(file, f"line {element.sourceline}: <{tag}> is no level of a provision")
