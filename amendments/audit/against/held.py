"""The provisions of a copy held against those of a text: which are the same, and what differs in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from amendments.audit.against.strands import Difference, differences
from amendments.audit.against.words import body_key, heading_key, lines_of, number_key
from amendments.blame.strands import lay
from amendments.blame.threads import Thread, Woven
from amendments.compare.align import Pair, align
from amendments.compare.units import Unit, units
from corpus.model import Place, Provision, Text
from corpus.paragraphs import paragraphs

_LEVELS = frozenset({"article", "section", "sec"})
_ALIKE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A provision in the text, in the copy, or in both, and how they differ.

    ``numbered`` and ``headed`` say whether number and heading are the same, ``elsewhere`` whether it stands in another
    article or in another order. ``head_left_out`` are the instruments without which the head would be the copy's.
    """

    ours: Place | None
    theirs: Place | None
    thread: Thread | None
    numbered: bool = True
    headed: bool = True
    elsewhere: bool = False
    head_left_out: tuple[str, ...] = ()
    words: tuple[Difference, ...] = ()

    @property
    def same(self) -> bool:
        """Whether number, heading and words are those of the text, in one place."""
        return bool(self.ours and self.theirs) and self.numbered and self.headed and not self.words


def hold(text: Text, copy: Text, woven: Woven) -> tuple[Held, ...]:
    """Every article and section of both, in the reading order of the copy."""
    ours, theirs = units(text), units(copy)
    pairs = align(ours, theirs)
    articles = {pair.old.place.eid: pair.new.place.eid for pair in pairs if pair.old and pair.new}
    threads = {thread.last: thread for thread in woven.threads if thread.last}
    return tuple(_held(pair, articles, threads, woven.order) for pair in pairs if pair.new or not pair.moved)


def share_alike(held: Sequence[Held]) -> float:
    """The share of the text's provisions with words that have one like them in the copy."""
    worded = [one for one in held if one.ours and any(one.ours.provision.paragraphs)]
    alike = [one for one in worded if one.theirs and _likeness(one.ours, one.theirs) >= _ALIKE]
    return len(alike) / len(worded) if worded else 1.0


def _likeness(ours: Place | None, theirs: Place) -> float:
    assert ours is not None  # only what stands in the text is asked for
    return Unit(ours, -1).bag.likeness(Unit(theirs, -1).bag)


def _held(pair: Pair, articles: Mapping[str, str], threads: Mapping[str, Thread], order: Sequence[str]) -> Held:
    old, new = pair.old, pair.new
    thread = threads.get(old.provision.wid) if old else None
    if old is None or new is None:
        return Held(ours=old.place if old else None, theirs=new.place if new else None, thread=thread)
    headed = heading_key(old.provision.heading) == heading_key(new.provision.heading)
    numbered = number_key(old.provision) == number_key(new.provision) and _above(old, articles) == _above_in(new)
    return Held(
        ours=old.place,
        theirs=new.place,
        thread=thread,
        numbered=numbered,
        headed=headed,
        elsewhere=pair.moved,
        head_left_out=_head_left_out(thread, new.provision, order) if thread and not (headed and numbered) else (),
        words=words_that_differ(old.provision, new.provision, thread, order),
    )


def words_that_differ(
    old: Provision, new: Provision, thread: Thread | None = None, order: Sequence[str] = ()
) -> tuple[Difference, ...]:
    """What of the words of one the other has otherwise."""
    theirs = lines_of(new)
    if body_key(lines_of(old)) == body_key(theirs):
        return ()
    return differences(thread.lines if thread else lay(paragraphs(old)), theirs, order)


def _above(unit: Unit, articles: Mapping[str, str]) -> str:
    above = unit.place.eid.rpartition("__")[0]
    return articles.get(above, above)


def _above_in(unit: Unit) -> str:
    return unit.place.eid.rpartition("__")[0]


def _head_left_out(thread: Thread, new: Provision, order: Sequence[str]) -> tuple[str, ...]:
    """The instrument, or the last ones, without which number and heading would be the copy's."""
    wanted = _head_key(f"{new.num} {new.heading}")
    known = [name for name in order if any(name in strand.by for strand in thread.head)]
    for left_out in (
        *((name,) for name in reversed(known)),
        *(tuple(known[at:]) for at in range(len(known) - 2, -1, -1)),
    ):
        stood = "".join(
            strand.text
            for strand in thread.head
            if strand.put_in not in left_out and (not strand.taken_out or strand.taken_out in left_out)
        )
        if _head_key(stood) == wanted:
            return left_out
    return ()


def _head_key(head: str) -> tuple[str, ...]:
    words = heading_key(head)
    return words[1:] if words and words[0] in _LEVELS else words
