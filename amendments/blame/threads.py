"""Threads: every article and section followed from one text to a later one, instrument by instrument."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from amendments.blame.strands import Line, Strand, Strands, amend, amend_lines, lay, take_out
from amendments.compare.align import Unit, match_units, units
from amendments.compare.comparison import compare_heads, printed_head
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

    ``order`` holds the ids of the instruments between them, as they took effect.
    """

    order: tuple[str, ...]
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
        old, new = _differing(self._text, text), _differing(text, self._text)
        matched = match_units(old, new)
        left = {i: self._standing.pop(unit.provision.wid) for i, unit in enumerate(old)}
        source = {j: i for i, j in (*matched.stays.items(), *matched.moved.items())}
        if gone := left.keys() - source.values():
            before = _before(self._text)
            self._gone += (_ended(left[i], by, before[left[i].last]) for i in sorted(gone))
        for j, unit in enumerate(new):
            now = tuple(paragraphs(unit.provision, self._placeholders))
            if j in source:
                thread = _amended(left[source[j]], unit, now, by)
                thread = replace(thread, moved_by=by) if source[j] in matched.moved else thread
            else:
                thread = _begun(unit, now, by)
            self._standing[unit.provision.wid] = thread
        self._text = text

    def woven(self) -> Woven:
        standing = (self._standing[unit.provision.wid] for unit in units(self._text))
        return Woven(
            order=tuple(self._order),
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


def _differing(text: Text, other: Text) -> tuple[Unit, ...]:
    """The units of a text that the other does not share with it; texts share what no operation touched."""
    shared = {id(provision) for provision in text.provisions} & {id(provision) for provision in other.provisions}
    ours, theirs = (
        tuple(provision for provision in side.provisions if id(provision) not in shared) for side in (text, other)
    )
    known = {id(provision) for provision in _provisions(theirs)}
    return tuple(unit for unit in units(Text(provisions=ours)) if id(unit.provision) not in known)


def _provisions(parts: tuple[Provision, ...]) -> Iterator[Provision]:
    for provision in parts:
        yield provision
        yield from _provisions(tuple(part for part in provision.children if part.level in ("article", "section")))


def _plain(texts: tuple[str, ...]) -> list[Paragraph]:
    return [Paragraph(text) for text in texts]
