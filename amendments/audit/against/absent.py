"""Instruments whose effect a copy does not have, and where; and what of the copy no instrument explains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from amendments.audit.against.held import Held, words_that_differ
from amendments.audit.against.left_out import LeftOut, Replays, keys
from amendments.audit.against.words import Key, body_key, heading_key, lines_of
from amendments.blame.strands import Strand, standing
from amendments.blame.threads import Thread, Woven
from amendments.compare.comparison import printed_head
from amendments.compare.units import units
from amendments.instrument import Instrument
from corpus.address import match_key
from corpus.model import Place, Provision, Text


@dataclass(frozen=True, slots=True)
class Spot:
    """A provision where an instrument has no effect in the copy, and what each side has there."""

    id: str
    address: str
    told: str


@dataclass(slots=True)
class Absence:
    """``present`` are the addresses where the copy has what the instrument did."""

    instrument: Instrument
    absent: list[Spot] = field(default_factory=list)
    present: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Explained:
    """What is explained by instruments that are absent, and what is left."""

    absences: tuple[Absence, ...]
    unexplained: tuple[Held, ...]


def absences(replays: Replays, left: LeftOut, copy: Text, held: Sequence[Held], woven: Woven) -> Explained:
    """``held`` is the copy held against the text without the instruments left out, ``woven`` leads to that text."""
    found = {one.id: Absence(one) for one in replays.instruments}
    theirs = _Theirs(copy, held)
    without = _by_identity(left.text)
    for one in left.instruments:
        with_it = _by_identity(replays.without([other for other in left.instruments if other is not one]))
        _left_out(found[one.id], without, with_it, theirs)
    now = _by_identity(replays.now)
    unexplained = [rest for one in held for rest in _rest(one, found, now, woven, theirs)]
    for name, absence in found.items():
        if absence.absent and absence.instrument not in left.instruments:
            absence.present += _present(name, absence, woven)
    return Explained(tuple(one for one in found.values() if one.absent), tuple(unexplained))


class _Theirs:
    """The provisions of the copy, by what they say and by what they are held against."""

    def __init__(self, copy: Text, held: Iterable[Held]) -> None:
        self.words: Counter[Key] = Counter(_words_key(unit.provision) for unit in units(copy))
        self.paired = {one.ours.provision.wid: one.theirs for one in held if one.ours and one.theirs}
        self.same = {one.ours.provision.wid for one in held if one.ours and one.same}


def _by_identity(text: Text) -> dict[str, Place]:
    return {unit.provision.wid: unit.place for unit in units(text)}


def _left_out(absence: Absence, without: dict[str, Place], with_it: dict[str, Place], theirs: _Theirs) -> None:
    """Where an instrument would have changed the text that the copy is nearest to."""
    for wid in dict.fromkeys((*with_it, *without)):
        made, stood = with_it.get(wid), without.get(wid)
        if made and stood and _same(made, stood):
            continue
        spot = made or stood
        assert spot is not None  # it stands in one of both
        copied = theirs.paired.get(wid)
        if wid not in theirs.same and made and _stands(made, copied, theirs):
            absence.present.append(str(made.address))
        else:
            absence.absent.append(Spot(spot.eid, str(spot.address), _told(made, stood, copied)))


def _stands(made: Place, copied: Place | None, theirs: _Theirs) -> bool:
    if copied is not None:
        return _full_key(made) == _full_key(copied)
    return bool(theirs.words[_words_key(made.provision)])


def _told(made: Place | None, stood: Place | None, copied: Place | None) -> str:
    if made is None:
        kept = copied or stood
        return f"the copy still has '{printed_head(kept.provision) if kept else ''}', which they deleted."
    if stood is None or copied is None:
        return f"the copy does not have '{_shown(made.provision)}'."
    if different := words_that_differ(made.provision, copied.provision):
        return f"they made it '{different[0].ours}', and the copy has '{different[0].theirs}'."
    return f"they made it '{printed_head(made.provision)}', and the copy has '{printed_head(copied.provision)}'."


def _shown(provision: Provision) -> str:
    words = " ".join(provision.passages())
    return words if len(words) <= 90 else f"{words[:80].rsplit(' ', 1)[0]} …"


def _rest(one: Held, found: dict[str, Absence], now: dict[str, Place], woven: Woven, theirs: _Theirs) -> Iterator[Held]:
    """What of a provision no instrument explains; what one explains is put down to it."""
    place = now.get(one.ours.provision.wid, one.ours) if one.ours else None
    if one.same and not one.elsewhere:
        return
    if one.ours and place and one.theirs and _full_key(place) == _full_key(one.theirs) != _full_key(one.ours):
        return  # it is as it is with the instruments that the rest of the copy lacks
    if one.ours and place and one.theirs:
        spots = [
            (name, f"they made it '{said.ours}', and the copy has '{said.theirs}'.")
            for said in one.words
            for name in said.left_out
        ]
        ours, theirs_has = printed_head(one.ours.provision), printed_head(one.theirs.provision)
        heads = f"they made it '{ours}', and the copy has '{theirs_has}'."
        spots += [(name, heads) for name in one.head_left_out]
        for name, told in spots:
            found[name].absent.append(Spot(place.eid, str(place.address), told))
        known = bool(one.head_left_out)
        left = replace(
            one,
            ours=place,
            words=tuple(said for said in one.words if not said.left_out),
            numbered=one.numbered or known,
            headed=one.headed or known,
            elsewhere=one.elsewhere and not known,
        )
        if not left.same or left.elsewhere:
            yield left
    elif one.ours and place:
        name = _brought(one.thread)
        if name:
            found[name].absent.append(
                Spot(place.eid, str(place.address), f"the copy does not have '{_shown(place.provision)}'.")
            )
        else:
            yield replace(one, ours=place)
    elif one.theirs:
        name = _deleted(one.theirs, woven)
        if name:
            told = f"the copy still has '{_shown(one.theirs.provision)}', which they deleted."
            found[name].absent.append(Spot(one.theirs.eid, str(one.theirs.address), told))
        elif any(_words_key(here.provision) == _words_key(one.theirs.provision) for here in now.values()):
            return
        else:
            yield one


def _brought(thread: Thread | None) -> str:
    """The instrument that all words of a provision come from; empty where several do, or it stood from the start."""
    strands = [strand for line in thread.lines for strand in line.strands] if thread else []
    by = {strand.put_in for strand in strands if not strand.taken_out}
    return by.pop() if thread and not thread.first and len(by) == 1 else ""


def _deleted(place: Place, woven: Woven) -> str:
    """The instrument that took out a provision which had just these words; empty where none did."""
    wanted = body_key(lines_of(place.provision))
    for thread in woven.threads:
        strands = [strand for line in thread.lines for strand in line.strands]
        if not wanted or any(not strand.taken_out for strand in strands):
            continue
        for name in dict.fromkeys(strand.taken_out for strand in strands):
            if body_key(tuple(_before(line.strands, name) for line in thread.lines)) == wanted:
                return name
    return ""


def _before(strands: Iterable[Strand], name: str) -> str:
    """The words that an instrument took out."""
    return standing(replace(strand, taken_out="") for strand in strands if strand.taken_out == name)


def _present(name: str, absence: Absence, woven: Woven) -> Iterator[str]:
    """Where else an instrument has an effect that still shows."""
    absent = {one.address for one in absence.absent}
    for thread in woven.threads:
        strands = (*thread.head, *(strand for line in thread.lines for strand in line.strands))
        shows = any(
            name in (strand.put_in, strand.taken_out) for strand in strands if not (strand.put_in and strand.taken_out)
        )
        if shows and str(thread.address) not in absent:
            yield str(thread.address)


def _same(one: Place, other: Place) -> bool:
    untouched = one.provision is other.provision and one.address == other.address
    return untouched or _full_key(one) == _full_key(other)


def _words_key(provision: Provision) -> Key:
    return heading_key(provision.heading), body_key(lines_of(provision))


def _full_key(place: Place) -> Key:
    return keys(place.provision, tuple(match_key(step.level, step.number) for step in place.address.parent.steps))
