"""XML in and out: one safe parser, one stable way of writing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lxml import etree

from corpus.errors import RecordDamaged

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "https://bylaws.invalid/ns/1"
"""This project's attributes. The schema allows those of other namespaces; ``.invalid`` can never be looked up."""

Element = etree._Element
_PREFIXES: dict[str, str] = {None: AKN, "b": OWN}  # type: ignore[dict-item]  # the stubs lack the default one


def make(tag: str, /, *children: Element, text: str | None = None, **attributes: str | None) -> Element:
    """An Akoma Ntoso element; an attribute that is None is left out."""
    made = etree.Element(f"{{{AKN}}}{tag}", {k: v for k, v in attributes.items() if v is not None})
    made.text = text
    made.extend(children)
    return made


def document(*children: Element) -> Element:
    """The ``akomaNtoso`` root."""
    root = etree.Element(f"{{{AKN}}}akomaNtoso", nsmap=_PREFIXES)
    root.extend(children)
    etree.cleanup_namespaces(root)
    return root


def serialise(root: Element) -> bytes:
    """UTF-8, indented by two, a line feed at the end: the same tree gives the same bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def parse(content: bytes, path: Path) -> Element:
    """The root of a file of a book, read without entities, network or huge trees; raises RecordDamaged."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_blank_text=True, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise RecordDamaged(path, f"it is not well-formed XML ({error.msg})") from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs lack it
        raise RecordDamaged(path, "it declares a document type, which no file of a book does")
    return root


def name(element: Element) -> str:
    """The local name of an Akoma Ntoso element; empty for anything else."""
    tag = str(element.tag)
    return tag[len(AKN) + 2 :] if tag.startswith(f"{{{AKN}}}") else ""


def only(parent: Element, path: str, file: Path) -> Element:
    """The first element at a path such as ``act/meta``; raises RecordDamaged where there is none."""
    found = parent.find("/".join(f"{{{AKN}}}{tag}" for tag in path.split("/")))
    if found is None:
        raise RecordDamaged(file, f"it has no <{path}>")
    return found


def every(parent: Element, path: str) -> list[Element]:
    return parent.findall("/".join(f"{{{AKN}}}{tag}" for tag in path.split("/")))


def attribute(element: Element, key: str, file: Path) -> str:
    value = element.get(key)
    if value is None:
        raise RecordDamaged(file, f"line {element.sourceline}: <{name(element)}> lacks its {key}")
    return value


def words(element: Element, file: Path) -> str:
    """The text of an element that holds only text; raises RecordDamaged rather than lose what stands inside."""
    if len(element):
        raise RecordDamaged(file, f"line {element.sourceline}: <{name(element)}> holds more than words")
    return element.text or ""


def paragraphs(texts: Iterable[str]) -> list[Element]:
    return [make("p", text=text) for text in texts]
