"""From the threads of a work to the blame of its text on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from amendments.blame.strands import Line, Strand
from amendments.blame.threads import Thread, weave
from amendments.compare.comparison import printed_head
from amendments.compare.units import units
from amendments.timeline import Consolidated, Timeline
from corpus.dates import spoken
from corpus.model import Place, Provision, Text, Work, places
from corpus.paragraphs import paragraphs
from renderer.blame.view import Blame, BlamedLine, BlamedUnit, Row, Words, cut, joined, merged
from renderer.notes import Sources, deleted_items, placeholder
from renderer.redline.sources import sources_of
from renderer.redline.view import Source
from renderer.view import runs_in


def blame(timeline: Timeline, text: Consolidated, part: Place | None = None, known_on: date | None = None) -> Blame:
    """Say of every word of a text of the timeline, or of one provision of it, which instrument put it there."""
    work, adopted, events = timeline.base.work, timeline.adopted(), text.sources()
    steps = timeline.between(adopted, text)
    known = (_base(work), *sources_of([instrument for instrument, _ in steps]))
    woven = weave(
        adopted.text,
        ((instrument.id, after) for instrument, after in steps),
        deleted_items(adopted.text, {}),
        deleted_items(text.text, events),
    )
    threads = {thread.last: thread for thread in woven.threads if thread.last}
    teller = _Teller({source.id: source.number for source in known}, events, threads)
    whole = part is None
    preface = teller.rows(woven.preface) if whole else ()
    above = tuple(teller.unit(place, within).head for place, within in _above(text.text, part))
    units = tuple(teller.unit(place, within) for place, within in _shown(text.text, part))
    conclusions = teller.rows(woven.conclusions) if whole else ()
    rows = (*preface, *above, *(row for unit in units for row in unit.rows()), *conclusions)
    left = {words.source for row in rows for words in row}
    return Blame(
        work=work,
        as_of=text.as_of,
        known_on=known_on,
        sources=tuple(source for source in known if source.number in left),
        silent=tuple(source for source in known if source.number not in left),
        preface=preface,
        within=above,
        units=units,
        conclusions=conclusions,
    )


def _base(work: Work) -> Source:
    """The text as adopted, as a source of words."""
    name = f"Adopted {spoken(work.adopted)}"
    return Source(id="", number=0, name=name, title=work.title, effective=work.adopted)


def _shown(text: Text, part: Place | None) -> Iterator[tuple[Place, Place | None]]:
    """The articles and sections, those within the part asked for; where it is an item, that with its unit."""
    standing = _units(text)
    for place in standing:
        if part is None or place.eid == part.eid or _inside(place, part):
            yield place, None
    if part is not None and all(place.eid != part.eid for place in standing):
        yield part, _unit_of(part, standing)


def _above(text: Text, part: Place | None) -> Iterator[tuple[Place, Place | None]]:
    """What the part asked for stands in, from the top; items among them with their unit."""
    standing = _units(text) if part is not None else ()
    known = {place.eid for place in standing}
    for place in places(text.provisions) if part is not None else ():
        if part is not None and _inside(part, place):
            yield place, None if place.eid in known else _unit_of(place, standing)


def _units(text: Text) -> tuple[Place, ...]:
    return tuple(unit.place for unit in units(text))


def _unit_of(item: Place, standing: Iterable[Place]) -> Place:
    return [place for place in standing if _inside(item, place)][-1]


def _inside(place: Place, other: Place) -> bool:
    return place.eid.startswith(f"{other.eid}__")


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells provisions by their threads.

    ``numbers`` are those of the sources by their ids, ``events`` what happened to each provision, and ``threads``
    stand under the identity of the article or section that they lead to.
    """

    numbers: Mapping[str, int]
    events: Sources
    threads: Mapping[str, Thread]

    def unit(self, place: Place, within: Place | None = None) -> BlamedUnit:
        """An article or section, or with ``within``, the unit that it stands in, an item."""
        provision = place.provision
        thread = self.threads[(within or place).provision.wid]
        if within is None:
            head, lines = self.row(thread.head), self.lines(thread, provision)
            gone = self._placeholder(provision)
        else:
            first, *others = _part(self.lines(thread, within.provision), within.provision, provision)
            head, words = cut(first.words, len(printed_head(provision)))
            gone = words if provision.status == "deleted" else ()
            lines = (*([BlamedLine(words)] if words and not gone else []), *others)
        num, heading = cut(head, len(provision.num))
        return BlamedUnit(
            id=place.eid,
            address=str(place.address),
            level=provision.level,
            status=provision.status,
            num=num,
            heading=heading,
            placeholder=gone,
            lines=lines,
            run_in=provision.level != "article" and runs_in(provision.heading),
        )

    def rows(self, lines: Iterable[Line]) -> tuple[Row, ...]:
        """The lines of which anything stands."""
        return tuple(row for line in lines if (row := self.row(line.strands)))

    def row(self, strands: Iterable[Strand]) -> Row:
        """The strands that stand."""
        return tuple(merged(Words(one.text, self.numbers[one.put_in]) for one in strands if not one.taken_out))

    def lines(self, thread: Thread, unit: Provision) -> tuple[BlamedLine, ...]:
        """The paragraphs of a unit; what stands for a deleted item is of the instrument that deleted it, all of it."""
        made = [BlamedLine(row, line.depth) for line in thread.lines if (row := self.row(line.strands))]
        for item in _deleted_items(unit):
            at = _lines_before(unit.body, item.wid, 0)
            assert at is not None  # the item stands in the unit
            head, _ = cut(made[at].words, len(printed_head(item)))
            made[at] = BlamedLine(joined(head, self._placeholder(item)), made[at].depth)
        return tuple(made)

    def _placeholder(self, provision: Provision) -> Row:
        """What stands for the words of a deleted provision, of the instrument that deleted it last."""
        if provision.status != "deleted":
            return ()
        happened = self.events.get(provision.wid, ())
        deleted_by = [event.instrument.id for event in happened if event.effect.kind == "delete"]
        return (Words(placeholder(happened), self.numbers[deleted_by[-1] if deleted_by else ""]),)


def _deleted_items(unit: Provision) -> Iterator[Provision]:
    for item in unit.children:
        if item.level not in ("article", "section"):
            yield from ((item,) if item.status == "deleted" else ())
            yield from _deleted_items(item)


def _part(lines: Sequence[BlamedLine], unit: Provision, item: Provision) -> list[BlamedLine]:
    """Of the lines of a unit those of an item in it, set in from there."""
    start = _lines_before(unit.body, item.wid, 0)
    assert start is not None  # the item stands in the unit
    found = lines[start : start + _count(item)]
    return [BlamedLine(line.words, line.depth - found[0].depth) for line in found]


def _lines_before(parts: Iterable[str | Provision], wid: str, at: int) -> int | None:
    """On which line the item of an identity begins; None where it is not among the parts."""
    for part in parts:
        if isinstance(part, str):
            at += 1
        elif part.level not in ("article", "section"):
            if part.wid == wid:
                return at
            runs_in = bool(part.body) and isinstance(
                part.body[0], str
            )  # its first words stand on the line of its number
            found = _lines_before(part.body, wid, at if runs_in else at + 1)
            if found is not None:
                return found
            at += _count(part)
    return None


def _count(item: Provision) -> int:
    """The lines that an item takes up."""
    return sum(1 for _ in paragraphs(Provision(level="section", num="", body=(item,))))
