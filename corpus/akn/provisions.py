"""Provisions as Akoma Ntoso elements and back.

A body of words alone is ``<content>``; a list with words around it is ``<intro>``, the items, ``<wrapUp>``; a
body where words and lists alternate is ``<content>`` with ``<blockList>`` (akn-core 5.2 and 5.4).
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from pathlib import Path

from corpus.address import LEVELS, Level
from corpus.akn.xml import Element, make, name, words
from corpus.errors import RecordDamaged
from corpus.model import Provision, Status, places

_STATUSES: dict[Status, str] = {"deleted": "removed", "reserved": "undefined"}
"""The standard's words for a provision that does not simply stand."""

Part = str | Provision
Runs = list[tuple[bool, list[Provision | Element]]]
"""A body as runs of blocks (true) and of inner provisions (false)."""
WriteBlock = Callable[[Part, Provision | None], Element | None]
"""Makes the ``<p>`` of a part, given the provision in whose body it stands (None: in none), or leaves it alone."""
ReadBlock = Callable[[Element, Path], list[Part]]
"""Reads the parts of a body that a ``<p>`` holds."""


def write_provisions(
    provisions: tuple[Provision, ...], prefix: str = "", block: WriteBlock = lambda part, owner: None
) -> list[Element]:
    """The elements of provisions; ``prefix`` stands before every eId, for structures quoted in another text."""
    return _Writer(provisions, prefix, block).written()


def read_words(block: Element, file: Path) -> list[Part]:
    """The words of a ``<p>``; one without words holds no part."""
    text = words(block, file)
    return [text] if text else []


def read_provision(element: Element, file: Path, block: ReadBlock = read_words) -> Provision:
    """The provision that an element holds; raises RecordDamaged at anything that would lose words."""
    level = read_level(element, file)
    num = heading = ""
    body: list[Part] = []
    for child in element:
        match name(child):
            case "num":
                num = words(child, file)
            case "heading":
                heading = words(child, file)
            case "content" | "intro" | "wrapUp":
                body += (part for inner in child for part in _read_block(inner, file, block))
            case "p" | "blockList":
                body += _read_block(child, file, block)
            case _:
                body.append(read_provision(child, file, block))
    return Provision(
        level=level, num=num, heading=heading, body=tuple(body),
        status=_read_status(element), wid=element.get("wId", ""),
    )  # fmt: skip


class _Writer:
    """Writes provisions that know their eIds."""

    def __init__(self, provisions: tuple[Provision, ...], prefix: str, block: WriteBlock) -> None:
        self._provisions = provisions
        self._eids = {id(place.provision): prefix + place.eid for place in places(provisions)}
        self._block = block

    def written(self) -> list[Element]:
        made = ((provision, self._block(provision, None)) for provision in self._provisions)
        return [self._write(provision) if block is None else block for provision, block in made]

    def _write(self, provision: Provision, tag: str | None = None) -> Element:
        element = make(
            tag or provision.level, *_head(provision), eId=self._eids[id(provision)], wId=provision.wid or None
        )
        if provision.status in _STATUSES:
            element.set("status", _STATUSES[provision.status])
        if tag == "item":
            element.set("class", provision.level)
        runs = self._parts(provision)
        element.extend(self._items(provision, runs) if tag == "item" else self._body(provision, runs))
        return element

    def _parts(self, provision: Provision) -> Runs:
        """The body as runs of blocks (true) and of inner provisions."""
        parts: list[Provision | Element] = []
        for part in provision.body:
            made = self._block(part, provision)
            if made is not None:
                parts.append(made)
            else:
                parts.append(make("p", text=part) if isinstance(part, str) else part)
        return [(is_block, list(run)) for is_block, run in groupby(parts, lambda part: not isinstance(part, Provision))]

    def _body(self, provision: Provision, runs: Runs) -> list[Element]:
        eid = self._eids[id(provision)]
        lists = sum(not is_block for is_block, _ in runs)
        if lists > 1:
            return [make("content", *self._items(provision, runs), eId=f"{eid}__content")]
        if not lists:
            return [make("content", *(part for _, run in runs for part in _elements(run)), eId=f"{eid}__content")]
        elements: list[Element] = []
        for index, (is_block, run) in enumerate(runs):
            tag = "wrapUp" if index else "intro"
            if is_block:
                elements.append(make(tag, *_elements(run), eId=f"{eid}__{tag}"))
            else:
                elements += (self._write(part) for part in run if isinstance(part, Provision))
        return elements

    def _items(self, provision: Provision, runs: Runs) -> list[Element]:
        """Paragraphs and block lists in reading order."""
        blocks: list[Element] = []
        lists = 0
        for is_block, run in runs:
            if is_block:
                blocks += _elements(run)
            else:
                lists += 1
                items = [self._write(part, "item") for part in run if isinstance(part, Provision)]
                blocks.append(make("blockList", *items, eId=f"{self._eids[id(provision)]}__list_{lists}"))
        return blocks or [make("p")]


def _elements(run: list[Provision | Element]) -> list[Element]:
    return [part for part in run if not isinstance(part, Provision)]


def _head(provision: Provision) -> list[Element]:
    head = [make("num", text=provision.num)] if provision.num else []
    return [*head, make("heading", text=provision.heading)] if provision.heading else head


def _read_block(element: Element, file: Path, block: ReadBlock) -> list[Part]:
    match name(element):
        case "p":
            return block(element, file)
        case "blockList":
            return [read_provision(item, file, block) for item in element]
    raise RecordDamaged(file, f"line {element.sourceline}: <{name(element)}> has no place in a provision")


def _read_status(element: Element) -> Status:
    return next((status for status, written in _STATUSES.items() if written == element.get("status")), "in-force")


def read_level(element: Element, file: Path) -> Level:
    """The level that an element stands for, in its name or, for an item of a list, in its class."""
    tag = name(element) if name(element) != "item" else element.get("class", "")
    for level in LEVELS:
        if level == tag:
            return level
    raise RecordDamaged(file, f"line {element.sourceline}: <{tag}> is no level of a provision")
