"""A comparison over several amendments in which every mark is of one instrument: what each of them did, in turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from amendments.blame.strands import Line, Strand, Strands, original
from amendments.blame.threads import Thread, Woven
from amendments.compare.align import Pair, arrange
from amendments.compare.comparison import Comparison, UnitChange, judged
from amendments.compare.neighbours import merged
from amendments.compare.paragraphs import Passage
from amendments.compare.units import Unit, units
from amendments.compare.words import Kind, Run
from corpus.model import Text, places_at

_ORDER: dict[Kind, int] = {"delete": 0, "superseded": 1, "insert": 1}


def compare_by_instrument(old: Text, new: Text, woven: Woven, superseded: bool = False) -> Comparison:
    """Mark what each instrument did between two texts; ``woven`` leads from one to the other.

    With ``superseded`` the words that one instrument put in and a later one took out are shown too.
    """
    before, after = units(old), units(new)
    found = _Threads(woven)
    made: list[UnitChange] = []
    for pair in arrange(before, after, _pairs(before, after, woven)):
        made.append(_change(pair, found, superseded))
        if superseded:
            made += map(_came_and_went, found.after(*(side.provision.wid for side in (pair.new, pair.old) if side)))
    if superseded:
        made += map(_came_and_went, found.left())
    return Comparison(
        preface=_passages(woven.preface, superseded),
        units=tuple(made),
        conclusions=_passages(woven.conclusions, superseded),
    )


class _Threads:
    """The threads by the identity of what they begin and end with; what came and went by what it stood after."""

    def __init__(self, woven: Woven) -> None:
        self.rearranged = woven.rearranged
        self.first = {thread.first: thread for thread in woven.threads if thread.first}
        self.last = {thread.last: thread for thread in woven.threads if thread.last}
        self._between: dict[str, list[Thread]] = {}
        for thread in woven.threads:
            if not (thread.first or thread.last):
                self._between.setdefault(thread.after, []).append(thread)

    def after(self, *names: str) -> Iterator[Thread]:
        """Those that stood after what is named, and those that stood after these, each once."""
        for name in names:
            for thread in self._between.pop(name, ()):
                yield thread
                yield from self.after(thread.provision.wid)

    def left(self) -> Iterator[Thread]:
        """Those that stood after nothing that is shown."""
        yield from self.after(*self._between)


def _pairs(old: Iterable[Unit], new: Iterable[Unit], woven: Woven) -> dict[int, int]:
    before, after = ({unit.provision.wid: at for at, unit in enumerate(side)} for side in (old, new))
    return {before[thread.first]: after[thread.last] for thread in woven.threads if thread.first and thread.last}


def _change(pair: Pair, found: _Threads, superseded: bool) -> UnitChange:
    if pair.new is None and pair.old is not None and pair.moved:
        return _struck(pair, found.first[pair.old.provision.wid], found.rearranged)
    unit = pair.new or pair.old
    assert unit is not None  # a pair has one side at least
    thread = (found.last if pair.new else found.first)[unit.provision.wid]
    return judged(pair, _runs(thread.head, superseded), _passages(thread.lines, superseded))


def _struck(pair: Pair, thread: Thread, rearranged: Sequence[str]) -> UnitChange:
    """Where something stood that moved: its old words, struck by the instrument that took it elsewhere.

    Of two that changed places either may be the one that moved. Where each single instrument is told by the other, the
    last is named that took anything elsewhere.
    """
    by = (thread.moved_by,) if thread.moved_by else (*thread.by, *rearranged)[-1:]
    stood = ((original(line.strands), line.depth) for line in thread.lines)
    passages = tuple(Passage((Run("delete", words, by),), depth) for words, depth in stood if words)
    return judged(pair, (Run("delete", original(thread.head), by),), passages)


def _came_and_went(thread: Thread) -> UnitChange:
    (place, *_) = places_at(thread.provision, thread.address)
    lines = _passages(thread.lines, superseded=True)
    return UnitChange(verdict="superseded", old=place, new=None, head=_runs(thread.head, True), passages=lines)


def _passages(lines: Iterable[Line], superseded: bool) -> tuple[Passage, ...]:
    """The lines as passages, without those of which nothing is shown."""
    made = (Passage(_runs(line.strands, superseded), line.depth) for line in lines)
    return tuple(passage for passage in made if passage.runs)


def _runs(strands: Strands, superseded: bool) -> tuple[Run, ...]:
    """The strands as runs; between two that are kept, deletions stand before insertions."""
    made: list[Run] = []
    held: list[Strand] = []
    for strand in strands:
        if strand.kind == "keep":
            made += _marks(held, superseded)
            made.append(Run("keep", strand.text))
            held.clear()
        else:
            held.append(strand)
    return tuple(merged([*made, *_marks(held, superseded)], lambda run: (run.kind, run.by)))


def _marks(held: Iterable[Strand], superseded: bool) -> Iterator[Run]:
    for strand in sorted(held, key=lambda one: _ORDER[one.kind]):
        if superseded or strand.kind != "superseded":
            yield Run(strand.kind, strand.text, strand.by)
