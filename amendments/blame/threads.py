"""Threads: every article and section followed from one text to a later one, instrument by instrument."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from amendments.blame.strands import Line, Strand, Strands, amend, amend_lines, lay, take_out
from amendments.compare.align import Pair, align
from amendments.compare.comparison import compare_heads, printed_head
from amendments.compare.units import Unit, units
from corpus.address import Address
from corpus.model import Provision, Text
from corpus.paragraphs import NO_PLACEHOLDERS, Paragraph, Placeholders, paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """An article or section over time: ``provision`` is what it was last, ``head`` its number and heading.

    ``address`` is where it stood then. ``first`` is its identity in the first text, ``last`` in the last one, each
    empty where it was not there.
    ``by`` holds the ids of the instruments that touched it, in order; ``moved_by`` the last that took it elsewhere.
    ``after`` is the identity of what it stood after when it went.
    """

    provision: Provision
    address: Address
    head: Strands
    lines: tuple[Line, ...]
    first: str
    last: str
    by: tuple[str, ...] = ()
    moved_by: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Woven:
    """The threads of all that stood at any time between two texts, those of the last text first, in its order.

    ``order`` holds the ids of the instruments between them, as they took effect, ``rearranged`` those that took a
    provision elsewhere.
    """

    order: tuple[str, ...]
    rearranged: tuple[str, ...]
    preface: tuple[Line, ...]
    threads: tuple[Thread, ...]
    conclusions: tuple[Line, ...]

    def reversed(self) -> Woven:
        """The same from the last text to the first: what was put in is taken out."""
        return replace(
            self,
            preface=_turned_lines(self.preface),
            threads=tuple(
                replace(
                    thread,
                    head=_turned(thread.head),
                    lines=_turned_lines(thread.lines),
                    first=thread.last,
                    last=thread.first,
                )
                for thread in self.threads
            ),
            conclusions=_turned_lines(self.conclusions),
        )


def weave(
    first: Text,
    steps: Iterable[tuple[str, Text]],
    old_placeholders: Placeholders = NO_PLACEHOLDERS,
    new_placeholders: Placeholders = NO_PLACEHOLDERS,
) -> Woven:
    """Follow every word from ``first`` through the texts after each instrument, given with its id.

    The placeholders are those of the first and of the last text. What an instrument leaves alone costs nothing.
    """
    loom = _Loom(first, old_placeholders, {**old_placeholders, **new_placeholders})
    for instrument, text in steps:
        loom.step(instrument, text)
    return loom.woven()


class _Loom:
    """The threads under work; ``_standing`` holds those of what stands, by identity."""

    def __init__(self, first: Text, old_placeholders: Placeholders, placeholders: Placeholders) -> None:
        self._text = first
        self._order: list[str] = []
        self._rearranged: dict[str, None] = {}
        self._placeholders = placeholders
        self._preface = lay(_plain(first.preface))
        self._conclusions = lay(_plain(first.conclusions))
        self._gone: list[Thread] = []
        self._standing = {
            unit.provision.wid: _begun(unit, paragraphs(unit.provision, old_placeholders)) for unit in units(first)
        }

    def step(self, by: str, text: Text) -> None:
        self._order.append(by)
        self._preface = amend_lines(self._preface, _plain(text.preface), by)
        self._conclusions = amend_lines(self._conclusions, _plain(text.conclusions), by)
        old, new = (units(side) for side in _apart(self._text, text))
        pairs = _in_place(old, new) or align(old, new)
        left = {wid: self._standing.pop(wid) for wid in {pair.old.provision.wid for pair in pairs if pair.old}}
        before: dict[str, str] = {}
        for pair in pairs:
            if pair.moved:
                self._rearranged[by] = None
            if pair.new is not None:
                self._standing[pair.new.provision.wid] = self._followed(pair, pair.new, left, by)
            elif pair.old is not None and not pair.moved:
                before = before or _before(self._text)
                wid = pair.old.provision.wid
                self._gone.append(_ended(left[wid], by, before[wid]))
        self._text = text

    def _followed(self, pair: Pair, unit: Unit, left: dict[str, Thread], by: str) -> Thread:
        if pair.old is not None and pair.old.provision is unit.provision:
            thread = replace(left[unit.provision.wid], address=unit.place.address)
        else:
            now = tuple(paragraphs(unit.provision, self._placeholders))
            thread = _amended(left[pair.old.provision.wid], unit, now, by) if pair.old else _begun(unit, now, by)
        return replace(thread, moved_by=by) if pair.moved else thread

    def woven(self) -> Woven:
        standing = (self._standing[unit.provision.wid] for unit in units(self._text))
        return Woven(
            order=tuple(self._order),
            rearranged=tuple(self._rearranged),
            preface=self._preface,
            threads=(*standing, *self._gone),
            conclusions=self._conclusions,
        )


def _turned_lines(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(replace(line, strands=_turned(line.strands)) for line in lines)


def _turned(strands: Strands) -> Strands:
    return tuple(replace(strand, put_in=strand.taken_out, taken_out=strand.put_in) for strand in strands)


def _begun(unit: Unit, now: Iterable[Paragraph], by: str = "") -> Thread:
    provision = unit.provision
    words = printed_head(provision)
    return Thread(
        provision=provision,
        address=unit.place.address,
        head=(Strand(words, by),) if words else (),
        lines=lay(now, by),
        first="" if by else provision.wid,
        last=provision.wid,
        by=(by,) if by else (),
    )


def _amended(thread: Thread, unit: Unit, now: Sequence[Paragraph], by: str) -> Thread:
    provision = unit.provision
    head = amend(thread.head, compare_heads(thread.provision, provision), by)
    lines = amend_lines(thread.lines, now, by)
    touched = (head, lines) != (thread.head, thread.lines)
    by_all = (*thread.by, by) if touched else thread.by
    return replace(
        thread,
        provision=provision,
        address=unit.place.address,
        head=head,
        lines=lines,
        last=provision.wid,
        by=by_all,
    )


def _ended(thread: Thread, by: str, after: str) -> Thread:
    lines = tuple(replace(line, strands=take_out(line.strands, by)) for line in thread.lines)
    head = take_out(thread.head, by)
    return replace(thread, head=head, lines=lines, last="", by=(*thread.by, by), after=after)


def _before(text: Text) -> dict[str, str]:
    """The identity of what each unit stands after, by its own."""
    stand = [unit.provision.wid for unit in units(text)]
    return dict(zip(stand, ("", *stand), strict=False))


def _apart(old: Text, new: Text) -> tuple[Text, Text]:
    """Both texts without the articles that they share, for texts share what no operation touched.

    Where articles stand in another order among one another all are needed to tell which of them moved.
    """
    common = {one.wid for one in old.provisions} & {one.wid for one in new.provisions}
    orders = [[one.wid for one in side.provisions if one.wid in common] for side in (old, new)]
    if orders[0] != orders[1]:
        return old, new
    shared = {id(one) for one in old.provisions} & {id(one) for one in new.provisions}
    ours, theirs = (tuple(one for one in side.provisions if id(one) not in shared) for side in (old, new))
    return Text(provisions=ours), Text(provisions=theirs)


def _in_place(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[Pair, ...]:
    """What differs, where no more than the words of one unit do; empty where it is for ``align`` to say.

    Most instruments change one section, and then nothing need be compared with all that stands beside it.
    """
    if [unit.provision.wid for unit in old] != [unit.provision.wid for unit in new]:
        return ()
    pairs = [Pair(i, j) for i, j in zip(old, new, strict=True) if i.provision is not j.provision]
    amended = [pair for pair in pairs if _own(pair.old) != _own(pair.new)]
    numbers = {_own(pair.old)[:1] == _own(pair.new)[:1] for pair in pairs}
    return tuple(pairs) if len(amended) <= 1 and numbers == {True} else ()


def _own(unit: Unit | None) -> tuple[object, ...]:
    return (unit.provision.num, unit.provision.heading, unit.passages) if unit else ()


def _plain(texts: tuple[str, ...]) -> list[Paragraph]:
    return [Paragraph(text) for text in texts]
