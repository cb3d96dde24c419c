"""The properties that a paragraph has from itself and from its styles: ECMA-376 part 1, 17.7."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from corpus.sources.word.package import W

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"toc (?:\d|heading)", re.IGNORECASE)
_DEEPEST = 32
"""Styles on which a style may be based in turn: a longer chain goes round."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """The list and the level, from 0, that a paragraph is numbered in; either may be said elsewhere."""

    list: str | None
    level: int | None


class Styles:
    """The paragraph styles of a file."""

    def __init__(self, root: etree._Element | None) -> None:
        found = () if root is None else root.iter(f"{W}style")
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        self._default = next(
            (
                key
                for key, style in self._styles.items()
                if style.get(f"{W}default") in ("1", "true", "on") and style.get(f"{W}type") == "paragraph"
            ),
            "",
        )

    def chain(self, properties: etree._Element | None) -> list[etree._Element]:
        """The style of a paragraph and those that it is based on, the nearest first."""
        return self._from(value(properties, "pStyle") or self._default)

    def _from(self, first: str) -> list[etree._Element]:
        key: str | None = first
        chain: list[etree._Element] = []
        while key in self._styles and len(chain) < _DEEPEST:
            chain.append(self._styles[key])
            key = value(chain[-1], "basedOn")
        return chain

    def properties(self, own: etree._Element | None) -> list[etree._Element]:
        """The properties that hold for a paragraph, the nearest first."""
        inherited = (style.find(f"{W}pPr") for style in self.chain(own))
        return [one for one in (own, *inherited) if one is not None]

    def settle(self, document: etree._Element) -> None:
        """Say of each run itself that it is struck or hidden, where its style or its paragraph's says so."""
        for kind in ("strike", "dstrike", "vanish"):
            told = {key for key in self._styles if self._says(key, kind)}
            if not told:
                continue
            for run in document.iter(f"{W}r"):
                own = run.find(f"{W}rPr")
                paragraph = next(run.iterancestors(f"{W}p"), None)
                around = paragraph.find(f"{W}pPr") if paragraph is not None else None
                keys = {value(own, "rStyle"), value(around, "pStyle") or self._default}
                if keys & told and (own is None or own.find(f"{W}{kind}") is None):
                    if own is None:
                        own = etree.Element(f"{W}rPr")
                        run.insert(0, own)
                    etree.SubElement(own, f"{W}{kind}")

    def _says(self, key: str, kind: str) -> bool:
        """Whether a style, or the nearest that it is based on and that speaks of it, turns a property of runs on."""
        for style in self._from(key):
            said = style.find(f"{W}rPr/{W}{kind}")
            if said is not None:
                return is_on(style.find(f"{W}rPr"), kind)
        return False

    def is_contents(self, own: etree._Element | None) -> bool:
        """Whether the style is one of a table of contents."""
        return any(_CONTENTS.fullmatch(value(style, "name") or "") for style in self.chain(own)[:1])

    def heading(self, own: etree._Element | None) -> int:
        """The rank of a heading, from 1; 0 for other paragraphs."""
        for style in self.chain(own):
            name = value(style, "name") or ""
            if found := _HEADING.fullmatch(name):
                return int(found[1])
            if name.lower() == "title":
                return 1
        return 0

    def is_centred(self, own: etree._Element | None) -> bool:
        said = (value(one, "jc") for one in self.properties(own))
        return next(filter(None, said), "") == "center"

    def numbered(self, own: etree._Element | None) -> Numbered:
        """What the paragraph and its styles say of its numbering. A list "0" means none."""
        key, level = None, None
        for one in self.properties(own):
            said = one.find(f"{W}numPr")
            if said is not None:
                key = key or value(said, "numId")
                level = level if level is not None else _number(value(said, "ilvl"))
        return Numbered(key, level)


def value(element: etree._Element | None, name: str) -> str | None:
    """The ``w:val`` of a child."""
    child = element.find(f"{W}{name}") if element is not None else None
    return child.get(f"{W}val") if child is not None else None


def is_on(element: etree._Element | None, name: str) -> bool:
    """Whether a property that is on or off is there and on."""
    child = element.find(f"{W}{name}") if element is not None else None
    return child is not None and child.get(f"{W}val", "1") not in ("0", "false", "off", "none")


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and text.isdecimal() else None
