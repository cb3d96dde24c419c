"""The grammar of an operation that is one sentence: ``substitute-words Article I, Section 2  "seal" -> "emblem"``."""

from __future__ import annotations

import re
from collections.abc import Callable

from amendments.operations import (
    AddWords,
    Delete,
    DeleteWords,
    Kind,
    Operation,
    Restate,
    Retitle,
    Seen,
    Side,
    Spot,
    SubstituteWords,
)
from amendments.sheet.quotations import read_quoted, read_spot
from amendments.sheet.stated import FORMS, UNSEEN
from corpus.address import Address, read_address
from corpus.errors import NotAnAddress
from corpus.model import Text

ARROW = re.compile(r"(?:->|→|=>)\s*")
_WHOLE = re.compile(r"(?:the\s+)?(?:whole\s+text|(?:whole\s+)?by-?laws)(?=\s|$)[,:]?\s*", re.IGNORECASE)
_RESERVED = re.compile(r"\s*\(reserved\)$", re.IGNORECASE)
_BESIDE = re.compile(r"(?P<side>before|after)\s+", re.IGNORECASE)
_EDGE = re.compile(r"at\s+the\s+(?:(?P<first>beginning)|end)(?P<apart>,?\s+as\s+a\s+paragraph)?$", re.IGNORECASE)
_APART = re.compile(r",\s+as\s+a\s+paragraph$", re.IGNORECASE)
_STRIKE = re.compile(r"strike\s+", re.IGNORECASE)
_STARTS = re.compile(r"[\"“→]|->|=>")


class NotStated(Exception):  # it never leaves this package: it is how a rule says no
    """Why words state no operation, and the line that they stand on, 0 for that of the operation."""

    def __init__(self, why: str, line: int = 0) -> None:
        super().__init__(why)
        self.why, self.line = why, line


def form(kind: Kind) -> str:
    """How an operation is written, as a sentence."""
    return f"Write it so: {FORMS[kind]}."


def read_target(kind: Kind, said: str) -> tuple[Address, str]:
    """The address that words begin with, as much of them as can be one, and what follows it."""
    if whole := _WHOLE.match(said):
        return Address(()), said[whole.end() :]
    start = _STARTS.search(said)
    head = said[: start.start()] if start else said
    for end in sorted({found.start() for found in re.finditer(r"\s|$", head)}, reverse=True):
        words = head[:end].strip(" :")
        if not words:
            break
        try:
            return read_address(words)[0], said[end:].strip()
        except NotAnAddress:
            continue
    begins = f"'{said[:40].strip()}' does not begin with an address" if said.strip() else "The address is missing"
    raise NotStated(f"{begins}, such as Article III, Section 1(a). {form(kind)}")


def read_sentence(kind: Kind, rest: str) -> Operation:
    """The operation that the words after its kind state, all in one line; raises NotStated."""
    reserved = kind == "delete" and bool(_RESERVED.search(rest))
    target, said = read_target(kind, _RESERVED.sub("", rest) if reserved else rest)
    made = _READERS[kind](kind, target, said)
    if kind in ("delete", "retitle") and not target.steps:
        raise NotStated(f"One provision is meant, not the whole text. {form(kind)}")
    if isinstance(made, Delete) and reserved:
        return Delete(id="", place="", target=target, num="", heading=made.heading, reserved=True, seen=UNSEEN)
    return made


def _delete(kind: Kind, target: Address, said: str) -> Operation:
    heading, rest = (read_quoted(said) or ("", said)) if said else ("", "")
    _ended(kind, rest)
    return Delete(id="", place="", target=target, num="", heading=heading, seen=UNSEEN)


def _substitute_words(kind: Kind, target: Address, said: str) -> Operation:
    spot, rest = _spot(kind, said)
    arrow = ARROW.match(rest)
    if not arrow:
        raise _unread(kind, rest)
    new, rest = _quoted(kind, rest[arrow.end() :])
    _ended(kind, rest)
    return SubstituteWords(id="", place="", target=target, spot=spot, new=new, seen=UNSEEN)


def _add_words(kind: Kind, target: Address, said: str) -> Operation:
    new, rest = _quoted(kind, said)
    side: Side
    if edge := _EDGE.fullmatch(rest):
        side = "before" if edge["first"] else "after"
        return AddWords(
            id="", place="", target=target, spot=Spot(), side=side, new=new, apart=bool(edge["apart"]), seen=UNSEEN
        )
    beside = _BESIDE.match(rest)
    if not beside:
        raise _unread(kind, rest)
    side = "before" if beside["side"].lower() == "before" else "after"
    apart = bool(_APART.search(rest))
    spot, rest = _spot(kind, _APART.sub("", rest[beside.end() :]))
    _ended(kind, rest)
    return AddWords(id="", place="", target=target, spot=spot, side=side, new=new, apart=apart, seen=UNSEEN)


def _delete_words(kind: Kind, target: Address, said: str) -> Operation:
    spot, rest = _spot(kind, _STRIKE.sub("", said, count=1))
    _ended(kind, rest)
    return DeleteWords(id="", place="", target=target, spot=spot, seen=UNSEEN)


def _retitle(kind: Kind, target: Address, said: str) -> Operation:
    """``"Old." -> "New."``; the old heading, where it is said, must be the one that stands."""
    before = ""
    if not ARROW.match(said):
        before, said = _quoted(kind, said)
    if arrow := ARROW.match(said):
        heading, rest = _quoted(kind, said[arrow.end() :])
    else:
        before, heading, rest = "", before, said
    _ended(kind, rest)
    return Retitle(id="", place="", target=target, heading=heading, seen=Seen(heading=before, digest=""))


def _restate(kind: Kind, target: Address, said: str) -> Operation:
    _ended(kind, said)
    if target.steps:
        raise NotStated(f"Only the whole text can be restated. For a provision: {form('substitute')}")
    return Restate(id="", place="", new=Text(), seen="")


_READERS: dict[Kind, Callable[[Kind, Address, str], Operation]] = {
    "delete": _delete,
    "substitute-words": _substitute_words,
    "add-words": _add_words,
    "delete-words": _delete_words,
    "retitle": _retitle,
    "restate": _restate,
}


def _spot(kind: Kind, said: str) -> tuple[Spot, str]:
    spot = read_spot(said)
    if spot is None:
        raise _unread(kind, said)
    return spot


def _quoted(kind: Kind, said: str) -> tuple[str, str]:
    quoted = read_quoted(said)
    if quoted is None or not quoted[0]:
        raise _unread(kind, said)
    return quoted


def _ended(kind: Kind, rest: str) -> None:
    if rest:
        raise _unread(kind, rest)


def _unread(kind: Kind, rest: str) -> NotStated:
    where = f"It can't be read from '{rest[:40]}' on." if rest else "It ends too soon."
    return NotStated(f"{where} {form(kind)}")
