"""Terms whose provision or definition an instrument took out: an office, a body, a defined term."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amendments.audit.passages import excerpt
from amendments.audit.subject import Subject
from amendments.audit.terms.definitions import definitions_in
from amendments.audit.terms.offices import listed, names_of, pattern
from amendments.instrument import Instrument
from corpus.address import Address
from corpus.model import Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Departed:
    """A term that an instrument left without what established it.

    ``was`` is that provision as it stood before, ``now`` the same after, None where it is gone. ``quote`` is what
    established the term: the number and heading, or words in a list or a definition. ``small`` where the provision
    itself wrote the term in small letters.
    """

    term: str
    instrument: Instrument
    address: Address
    was: Provision
    now: Provision | None
    quote: str
    small: bool
    headed: bool = False
    defined: bool = False


def departures(subject: Subject) -> dict[str, Departed]:
    """The last departure of each term, by the term without capitals; what stands unchanged is not read again."""
    found: dict[str, Departed] = {}
    for instrument, before, after in subject.steps:
        for address, was, now in _changed(before.provisions, after.provisions, Address(())):
            for gone in _left(instrument, address, was, now):
                known = found.get(gone.term.casefold())
                if known is None or known.instrument is not instrument or (gone.headed and not known.headed):
                    found[gone.term.casefold()] = gone
    return found


def _changed(
    before: tuple[Provision, ...], after: tuple[Provision, ...], above: Address
) -> Iterator[tuple[Address, Provision, Provision | None]]:
    shared = {id(one) for one in after}
    by_wid = {one.wid: one for one in after}
    for was in before:
        if id(was) in shared:
            continue
        address, now = above.under(was.step), by_wid.get(was.wid)
        yield address, was, now
        yield from _changed(was.children, now.children if now else (), address)


def _left(instrument: Instrument, address: Address, was: Provision, now: Provision | None) -> Iterator[Departed]:
    def gone(term: str, quote: str, *, headed: bool = False, defined: bool = False) -> Departed:
        body = was.text()
        small = not defined and not pattern(term).search(body) and bool(pattern(term, small=True).search(body))
        return Departed(
            term=term, instrument=instrument, address=address, was=was, now=now, quote=quote,
            small=small, headed=headed, defined=defined,
        )  # fmt: skip

    if was.status != "in-force":
        return
    stands = names_of(now.heading) if now and now.status == "in-force" else ()
    for term in names_of(was.heading):
        if term not in stands:
            yield gone(term, f"{was.num} {was.heading}", headed=True)
    kept = now.paragraphs if now else ()
    for paragraph in was.paragraphs:
        if paragraph in kept:
            continue
        for term, start, end in listed(paragraph):
            yield gone(term, excerpt(paragraph, start, end))
        for definition in definitions_in(paragraph):
            yield gone(definition.term, excerpt(paragraph, definition.start, definition.end), defined=True)
