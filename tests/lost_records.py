"""Made-up records of which an amendment was dropped, and the schedule after it that assumes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from amendments.audit.lost.reconstruct import Lost
from amendments.instrument import Instrument
from amendments.operations import Add, Move, Renumber, Seen
from amendments.schedule import read_schedule
from amendments.timeline import Timeline
from corpus.address import Address, Step
from corpus.model import Base, Provision, Text, Work, identify
from corpus.tree import find

ADOPTED = date(1990, 5, 4)
OFFICES = (
    "President", "Vice President", "Secretary", "Treasurer", "Controller", "General Counsel", "Chairman", "Auditor",
    "Registrar", "Chaplain", "Historian", "Librarian",
)  # fmt: skip
DUTIES = (
    "preside at meetings; sign deeds; keep the minutes; hold the seal; collect the dues; pay the bills; call the roll; "
    "engage counsel; publish notices; inspect the books; appoint committees; report to the members"
).split("; ")


def section(number: int, heading: str, *words: str) -> Provision:
    return Provision(level="section", num=f"Section {number}.", heading=heading, body=words)


def officers(*sections: Provision, numeral: str = "I", heading: str = "OFFICERS") -> Provision:
    return Provision(level="article", num=f"ARTICLE {numeral}", heading=heading, body=sections)


def based(*articles: Provision) -> Base:
    work = Work(key="acme", title="BYLAWS", jurisdiction="us", adopted=ADOPTED)
    return Base(work=work, text=Text(preface=("BYLAWS",), provisions=identify(articles)))


def schedule(day: int, before: Text, *articles: Provision) -> Instrument:
    """A schedule of some day after the adoption, read against the text that the record has just before it."""
    effective, said = ADOPTED + timedelta(days=10 * day), Text(preface=("SCHEDULE A",), provisions=articles)
    made = Instrument(id=f"{effective}-1", title="SCHEDULE A", effective=effective, turn=1, text=said, operations=())
    return replace(made, operations=read_schedule(said, before))


def duties(chance: Random, office: str) -> str:
    done = ", ".join(chance.sample(DUTIES, 4))
    return f"The {office} shall {done}, and answer for all matters of the {office} to the Board of the {office}."


def address(number: int) -> Address:
    return Address((Step("article", "I"), Step("section", str(number))))


def dropped(chance: Random, text: Text) -> Instrument:
    """A renumbering of a few sections among themselves and to new numbers at the end, with or without additions."""
    article = text.provisions[0]
    last = len(article.children)
    moved = chance.sample(range(1, last + 1), chance.randint(2, 6))
    extra = chance.randint(0, 2)
    free = [*moved, *range(last + 1, last + 1 + extra)]
    targets = chance.sample(free, len(moved))
    moves = tuple(
        Move(target=address(old), to=address(new), seen=Seen.of(article.children[old - 1]))
        for old, new in zip(moved, targets, strict=True)
        if old != new
    )
    left = [number for number in free if number not in targets]
    adds = tuple(
        Add(id=f"mod_{at}", place="", target=address(number), new=section(number, f"Marshal {number}.", "Words."))
        for at, number in enumerate(left, 2)
    )
    day = ADOPTED + timedelta(days=15)
    operations = ((Renumber(id="mod_1", place="", moves=moves),) if moves else ()) + adds
    return Instrument(
        id=f"{day}-1", title="AMENDMENT", effective=day, turn=1, text=Text(), edited=True, operations=operations
    )


def later(chance: Random, recorded: Text, true: Text, changed: set[int]) -> Instrument:
    """A schedule drafted on the true text that lists all that was changed, read against the text of the record.

    A number that the record never had is deleted: given words, it would be read as one that is added.
    """
    listed: list[Provision] = []
    for standing in true.provisions[0].children:
        number = int(standing.step.number)
        known = find(recorded, address(number)) is not None
        if number not in changed and chance.random() < 0.7:
            continue
        if not known or "Marshal" in standing.heading or chance.random() < 0.4:
            listed.append(section(number, standing.heading, "DELETED"))
        else:
            listed.append(section(number, standing.heading, f"{standing.text()} He is elected in May."))
    return schedule(2, recorded, officers(*listed or (true.provisions[0].children[0],)))


def record_of(chance: Random) -> tuple[Base, Instrument, Instrument, Instrument]:
    """A base, an amendment that fits it, the one to be dropped, and the one drafted after both."""
    named = chance.sample(OFFICES, chance.randint(6, 12))
    base = based(officers(*(section(at, f"{one}.", duties(chance, one)) for at, one in enumerate(named, 1))))
    one = chance.randint(1, len(named))
    first = schedule(1, base.text, officers(section(one, f"{named[one - 1]}.", duties(chance, named[one - 1]))))
    recorded = Timeline(base, [first]).latest().text
    gone = dropped(chance, recorded)
    true = Timeline(base, [first, gone]).latest().text
    changed = {int(standing.step.number) for standing in true.provisions[0].children}
    kept = {at for at in changed if _same(find(recorded, address(at)), find(true, address(at)))}
    return base, first, gone, later(chance, recorded, true, changed - kept)


def _same(one: Provision | None, other: Provision | None) -> bool:
    return one is not None and other is not None and one.wid == other.wid


def numbers(lost: Lost) -> dict[int, int]:
    return {
        int(claim.place.address.steps[-1].number): int(claim.target.steps[-1].number)
        for claim in lost.moves
        if claim.place
    }
