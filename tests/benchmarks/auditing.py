"""Audits: of one work that grows, check by check, and of a book of ever more works on one core and on all."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from amendments.audit.audited import audited
from amendments.instrument import Instrument
from amendments.operations import Delete, Operation, Seen, Substitute
from big_pair import make_copies
from cli.auditing import one_by_one, over_cores
from corpus.model import Base, Place, Provision, Text, Work, identify, places
from corpus.store import Book
from synthetic import ADOPTED, write_work

SECTIONS_IN_A_COPY = 59
_DELETED = 0.03
_MOST_OPERATIONS = 5
"""Of an instrument."""


def auditing_curve() -> Iterator[str]:
    """One work that grows, opened from its files and audited; then books that grow, on one core and on all."""
    yield ""
    yield f"{'sections, amendments':<26}{'audit':>10}{'a section':>12}{'an amendment':>14}"
    for sections, amendments in ((250, 50), (500, 100), (1_000, 200), (2_000, 400)):
        with TemporaryDirectory() as folder:
            write_work(Path(folder), *amended(sections, amendments))
            taken = min(seconds(lambda: audited(Book(Path(folder)), "synthetic")) for _ in range(3))
        yield (
            f"{f'{sections:,}, {amendments}':<26}{taken:>8.2f} s{taken / sections * 1e6:>9.0f} µs"
            f"{taken / amendments * 1e6:>11.0f} µs"
        )
    yield ""
    yield f"{'works of 59, 4':<26}{'one core':>10}{'a work':>10}{'all cores':>11}{'ratio':>8}"
    for works in (10, 100, 1_000):
        with TemporaryDirectory() as folder:
            for number in range(works):
                base, instruments = amended(SECTIONS_IN_A_COPY, 4, seed=number)
                base = replace(base, work=replace(base.work, key=f"work-{number:04}"))
                write_work(Path(folder), base, instruments)
            book = Book(Path(folder))
            one = seconds(lambda: list(one_by_one(book, book.keys())))  # noqa: B023
            all_ = seconds(lambda: list(over_cores(book, book.keys())))  # noqa: B023
        yield f"{works:<26,}{one:>8.2f} s{one / works * 1e3:>7.1f} ms{all_:>9.2f} s{one / all_:>8.2f}"


def seconds(run: Callable[[], object]) -> float:
    gc.collect()
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def amended(sections: int, amendments: int, seed: int = 5) -> tuple[Base, list[Instrument]]:
    """Real bylaws many times over, each copy with a noun of its own, amended as schedules do: a few sections given
    anew with some words changed, now and then one deleted. The same for the same arguments."""
    text = make_copies(round(sections / SECTIONS_IN_A_COPY))
    work = Work(key="synthetic", title="BYLAWS", jurisdiction="us", adopted=ADOPTED)
    base = Base(work=work, text=replace(text, provisions=identify(text.provisions)))
    return base, list(_instruments(base, amendments, Random(seed)))


def _instruments(base: Base, count: int, chance: Random) -> Iterator[Instrument]:
    standing = {place.eid: place for place in places(base.text.provisions) if place.provision.level == "section"}
    for serial in range(1, count + 1):
        day = ADOPTED + timedelta(days=30 * serial)
        operations: list[Operation] = []
        stated: dict[str, list[Provision]] = {}
        for number, eid in enumerate(chance.sample(sorted(standing), chance.randint(1, _MOST_OPERATIONS)), 1):
            place = standing[eid]
            old, address = place.provision, place.address
            new = _deleted(old) if chance.random() < _DELETED else _reworded(_anew(old), chance)
            stated.setdefault(address.parent.steps[0].number, []).append(new)
            seen, name = Seen.of(old), f"mod_{number}"
            if new.body == ("DELETED",):
                del standing[eid]
                operations.append(
                    Delete(id=name, place=eid, target=address, num=old.num, heading=old.heading, seen=seen)
                )
            else:
                standing[eid] = Place(new, address, eid)
                operations.append(Substitute(id=name, place=eid, target=address, new=new, seen=seen))
        articles = (
            Provision(level="article", num=f"ARTICLE {number}", body=tuple(body)) for number, body in stated.items()
        )
        text = Text(preface=("SCHEDULE A",), provisions=tuple(articles))
        yield Instrument(
            id=f"{day}-1", title="SCHEDULE A", effective=day, turn=1, text=text, operations=tuple(operations)
        )


def _anew(provision: Provision) -> Provision:
    """Without identity, as new words come."""
    body = tuple(part if isinstance(part, str) else _anew(part) for part in provision.body)
    return replace(provision, body=body, wid="")


def _deleted(provision: Provision) -> Provision:
    return replace(provision, body=("DELETED",), wid="")


def _reworded(provision: Provision, chance: Random) -> Provision:
    """A few words of its longest paragraph are put in the place of others."""
    at, words = max(enumerate(provision.body), key=lambda one: len(one[1]) if isinstance(one[1], str) else 0)
    if not isinstance(words, str):
        return provision
    said = words.split()
    for _ in range(chance.randint(1, 4)):
        said[chance.randrange(len(said))] = chance.choice(said)
    return replace(provision, body=(*provision.body[:at], " ".join(said), *provision.body[at + 1 :]))
