"""The parts of a Word file, opened with limits: what is inside may be made to exhaust whoever opens it.

ECMA-376 part 2 (Open Packaging Conventions). Nothing but the parts that hold words is opened; macros, pictures and
embedded files stay shut.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath

from lxml import etree

from corpus.errors import NotReadable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_LARGEST_PART = 64 * 1024 * 1024
"""Bytes of one part when unpacked: some twenty thousand pages."""
_MOST_TAGS = 1_000_000
"""Marks of all parts together: some two thousand pages."""
_MOST_PARTS = 10_000
_BROKEN = "Open it in Word or LibreOffice, save it again as .docx and give that."


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file that were asked for, parsed: by the last word of their relation's type ("styles")."""

    document: etree._Element
    parts: dict[str, list[etree._Element]]

    def part(self, kind: str) -> etree._Element | None:
        """The part of a kind that a file has once."""
        return next(iter(self.parts.get(kind, ())), None)


def open_package(content: bytes, name: str, kinds: frozenset[str]) -> Package:
    """Open the main document and its related parts of these kinds; raises NotReadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if len(archive.infolist()) > _MOST_PARTS:
                raise NotReadable(name, f"it holds {len(archive.infolist()):,} parts", _BROKEN)
            return _open(archive, name, kinds)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise NotReadable(name, f"its package is damaged ({error})", _BROKEN) from error
    except NotImplementedError as error:
        raise NotReadable(name, f"its package is packed in a way that is not known ({error})", _BROKEN) from error
    except RuntimeError as error:  # what zipfile says of an encrypted part
        raise NotReadable(name, "it is protected by a password", "Save it without a password.") from error


def _open(archive: zipfile.ZipFile, name: str, kinds: frozenset[str]) -> Package:
    names = set(archive.namelist())
    main = _main(archive, name, names)
    wanted = dict.fromkeys((kind, target) for kind, target in _relations(archive, name, main, names) if kind in kinds)
    parts: dict[str, list[etree._Element]] = {}
    tags = 0
    for target in dict.fromkeys((main, *(target for _, target in wanted if target in names))):
        tags += _tags(archive, target)
        if tags > _MOST_TAGS:
            raise NotReadable(name, f"it unpacks to more than {_MOST_TAGS:,} marks", _BROKEN)
    for kind, target in wanted:
        if target in names:
            parts.setdefault(kind, []).append(_parse(archive, target, name))
    return Package(_parse(archive, main, name), parts)


def _main(archive: zipfile.ZipFile, name: str, names: set[str]) -> str:
    found = [target for kind, target in _relations(archive, name, "", names) if kind == "officeDocument"]
    if not found or found[0] not in names or not found[0].startswith("word/"):
        raise NotReadable(
            name,
            "it is a package, and no Word document is in it",
            "Give a .docx file; save OpenDocument texts as .docx, unpack archives.",
        )
    return found[0]


def _relations(archive: zipfile.ZipFile, name: str, part: str, names: set[str]) -> list[tuple[str, str]]:
    """Kind and target of each relation of a part."""
    path = PurePosixPath(part)
    listed = str(path.parent / "_rels" / f"{path.name}.rels") if part else "_rels/.rels"
    if listed not in names:
        return []
    return [
        (relation.get("Type", "").rpartition("/")[2], _target(path.parent, relation.get("Target", "")))
        for relation in _parse(archive, listed, name).iter(_RELATION)
        if relation.get("TargetMode") != "External"
    ]


def _target(folder: PurePosixPath, target: str) -> str:
    return target[1:] if target.startswith("/") else str(folder / target)


def _tags(archive: zipfile.ZipFile, part: str) -> int:
    with archive.open(part) as stream:
        return stream.read(_LARGEST_PART + 1).count(b"<")


def _parse(archive: zipfile.ZipFile, part: str, name: str) -> etree._Element:
    with archive.open(part) as stream:
        content = stream.read(_LARGEST_PART + 1)
    if len(content) > _LARGEST_PART:
        raise NotReadable(name, f"its part {part} unpacks to more than {_LARGEST_PART:,} bytes", _BROKEN)
    parser = etree.XMLParser(  # a comment inside words would hide those after it
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content.replace(_STRICT, _TRANSITIONAL), parser)
    except etree.XMLSyntaxError as error:
        raise NotReadable(name, f"its part {part} is damaged ({error.msg})", _BROKEN) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise NotReadable(name, f"its part {part} declares entities, which Word never does", _BROKEN)
    return root
