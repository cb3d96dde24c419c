"""The words of an instrument that state some of its operations, as they stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from amendments.operations import Operation, Restate
from corpus.address import Address, Step
from corpus.model import Provision, Text, places
from corpus.paragraphs import paragraphs
from renderer.notice.view import Cell, CellLine, Words, told
from renderer.view import runs_in

STARS = "* * *"
_LABEL = re.compile(r"[\"“]?(?P<opening>\(?)(?:(?P<digits>\d+)|[A-Za-z]{1,5})(?P<closing>[.)])")


def excerpt(text: Text, operations: Sequence[Operation], target: Address) -> Cell:
    """The words of ``text`` that state operations, with the heads and lead-ins above them.

    Of a bigger whole that is brought they are those that are to stand at ``target``. Stars show what is left out
    between them.
    """
    eids = {place.eid: place.provision for place in places(text.provisions)}
    wanted: dict[str, bool] = {}
    for operation in operations:
        if found := _stated(operation, target, eids):
            wanted[found] = wanted.get(found, False) or not _holds_sections(eids[found])
    for eid in _lead_ins(text, tuple(wanted)):
        wanted[eid] = True
    known = {id(provision): eid for eid, provision in eids.items()}
    return tuple(_Excerpt(known, wanted).lines(text.provisions))


def full(text: Text) -> Cell:
    """All words of an instrument, in reading order."""
    lines = [CellLine(words=(Words(line),)) for line in text.preface]
    for provision in text.provisions:
        lines += _whole(provision)
    return (*lines, *(CellLine(words=(Words(line),)) for line in text.conclusions))


def _stated(operation: Operation, target: Address, eids: Mapping[str, Provision]) -> str:
    """Where the words stand that state an operation on what is at ``target``; empty where none do."""
    if isinstance(operation, Restate):
        return target.eid if target.eid in eids else ""
    place = operation.place
    if place not in eids or target.steps[: len(operation.target.steps)] != operation.target.steps:
        return place if place in eids else ""
    return _inside(place, target.steps[len(operation.target.steps) :], eids)


def _inside(eid: str, steps: Sequence[Step], eids: Mapping[str, Provision]) -> str:
    """The part of a whole that is brought to which steps lead; the whole where it has none."""
    for step in steps:
        below = (one for one in eids if one.rpartition("__")[0] == eid)
        found = next((one for one in below if eids[one].step.number == step.number), None)
        if found is None:
            return eid
        eid = found
    return eid


@dataclass(frozen=True, slots=True)
class _Excerpt:
    """``known`` are the eIds of an instrument's provisions by their ``id()``; those ``wanted`` are shown, with all that
    is inside them or without the sections there."""

    known: Mapping[int, str]
    wanted: Mapping[str, bool]

    def lines(self, parts: Iterable[Provision]) -> Iterator[CellLine]:
        for provision in parts:
            eid = self.known[id(provision)]
            if self.wanted.get(eid):
                yield from _whole(provision)
            elif eid in self.wanted or self._above_wanted(eid):
                yield from self._part(provision, starred=provision.level != "article" or eid in self.wanted)

    def _above_wanted(self, eid: str) -> bool:
        return any(one.startswith(f"{eid}__") for one in self.wanted)

    def _part(self, provision: Provision, *, starred: bool) -> Iterator[CellLine]:
        """A provision with those inside it that are wanted, and stars for the others."""
        shown, left_out = _Shown(provision), False
        for part in provision.body:
            if isinstance(part, str):
                yield from shown.own(part)
                left_out = False
            elif lines := tuple(self.lines((part,))):
                yield from (*shown.own(), *lines)
                left_out = False
            elif starred and not left_out:
                yield from (*shown.own(), told(STARS))
                left_out = True
        yield from shown.own()


class _Shown:
    """Shows the head of a provision once, before the first of what else of it is shown."""

    def __init__(self, provision: Provision) -> None:
        self._bare: Provision | None = replace(provision, body=())

    def own(self, *words: str) -> Iterator[CellLine]:
        if self._bare is not None:
            yield from _whole(replace(self._bare, body=words))
        else:
            yield from (CellLine(words=(Words(text),)) for text in words)
        self._bare = None


def _whole(provision: Provision) -> Iterator[CellLine]:
    """All words of a provision, its inner provisions in their places."""
    own: list[str | Provision] = []
    head = " ".join(filter(None, (provision.num, provision.heading)))
    for part in (*provision.body, None):
        if part is not None and not (isinstance(part, Provision) and _is_section(part)):
            own.append(part)
            continue
        yield from _own(head, replace(provision, body=tuple(own)))
        head, own = "", []
        if isinstance(part, Provision):
            yield from _whole(part)


def _own(head: str, provision: Provision) -> Iterator[CellLine]:
    """A head and the paragraphs below it, of which the first may go on in its line."""
    rows = list(paragraphs(provision))
    if head:
        first = rows.pop(0).text if rows and not rows[0].depth else ""
        yield CellLine(
            head=(Words(head),),
            words=(Words(first),) if first else (),
            run_in=provision.level != "article" and runs_in(provision.heading),
        )
    for row in rows:
        yield CellLine(words=(Words(row.text),), depth=row.depth)


def _is_section(provision: Provision) -> bool:
    return provision.level in ("article", "section")


def _holds_sections(provision: Provision) -> bool:
    return any(map(_is_section, provision.children))


def _lead_ins(text: Text, stated: Sequence[str]) -> Iterator[str]:
    """The paragraphs that lead in those that state operations: "Article II is amended as follows:".

    One directly before leads in what follows it, and with it the others of the list that it opens.
    """
    clauses = [place for place in places(text.provisions) if len(place.address.steps) == 1]
    for at, clause in enumerate(clauses):
        if any(eid == clause.eid or eid.startswith(f"{clause.eid}__") for eid in stated):
            style, before = _style(clause.provision), at - 1
            while style and before >= 0 and _style(clauses[before].provision) == style:
                before -= 1
            while before >= 0 and _leads_in(clauses[before].provision, style):
                yield clauses[before].eid
                style, before = _style(clauses[before].provision), before - 1


def _leads_in(clause: Provision, style: tuple[str, ...]) -> bool:
    if clause.num or clause.children or not clause.body or (style and _style(clause) == style):
        return False
    return clause.paragraphs[-1].endswith(":")


def _style(clause: Provision) -> tuple[str, ...]:
    """How a paragraph of a list is numbered: (a) as (b) is, and not as 1. is; empty where it is not."""
    found = _LABEL.match(clause.paragraphs[0]) if clause.paragraphs and not clause.num else None
    return (found["opening"], "1" if found["digits"] else "a", found["closing"]) if found else ()
