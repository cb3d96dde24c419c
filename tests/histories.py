"""Random histories: bylaws of three articles, and instruments with operations of every kind on them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import strategies as st

from amendments.instrument import Instrument
from amendments.operations import (
    Add,
    AddWords,
    Delete,
    DeleteWords,
    Move,
    Operation,
    Renumber,
    Restate,
    Retitle,
    Seen,
    Spot,
    Substitute,
    SubstituteWords,
)
from amendments.patch.apply import apply_operation
from corpus.address import Address, read_address
from corpus.digest import digest_text
from corpus.model import Base, Provision, Text, Work, identify, places
from corpus.tree import find

ADOPTED = date(1990, 5, 4)
WORK = Work(key="acme", title="BYLAWS", jurisdiction="us", adopted=ADOPTED)
WORDS = "the Board may act by a vote of ten (10) members; each officer, if any, is elected in May".split()
HEADINGS = ("Quorum.", "Vote.", "Seal.")


def prose(chance: Random) -> str:
    sentences = (" ".join(chance.choices(WORDS, k=chance.randint(1, 9))) for _ in range(chance.randint(1, 3)))
    return " ".join(f"{words[0].upper()}{words[1:]}." for words in sentences)


def section(chance: Random, number: int) -> Provision:
    items = tuple(
        Provision(level="paragraph", num=f"({mark})", body=(prose(chance),)) for mark in "abc"[: chance.randint(0, 3)]
    )
    after = (prose(chance),) if items and chance.random() < 0.3 else ()
    body = (prose(chance), *items, *after)
    return Provision(level="section", num=f"Section {number}.", heading=chance.choice(HEADINGS), body=body)


def text(chance: Random) -> Text:
    articles = (
        Provision(
            level="article",
            num=f"ARTICLE {numeral}",
            heading="OFFICERS",
            body=tuple(section(chance, number) for number in range(1, 5)),
        )
        for numeral in ("I", "II", "III")
    )
    return Text(preface=("BYLAWS",), provisions=identify(tuple(articles)))


def operation(chance: Random, standing: Text, number: int) -> tuple[Operation, Provision]:
    """A random operation and the clause of the instrument that states or brings it. Many targets are not there."""
    name, place = f"mod_{number}", f"para_{number}"
    target = address(chance, standing)
    found = find(standing, target)
    seen = Seen.of(found) if found else Seen(heading="", digest="0" * 64)
    clause = Provision(level="paragraph", num=f"{number}.", body=("Words that state it.",))
    new = section(chance, int(target.steps[-1].number)) if target.steps[-1].number.isdigit() else None
    made: Operation
    match chance.choice(["substitute", "add", "delete", "put", "add words", "strike", "title", "number", "restate"]):
        case "substitute" if new:
            brought = replace(clause, body=("As follows:", new))
            return Substitute(id=name, place=f"{place}__{new.step.eid}", target=target, new=new, seen=seen), brought
        case "add" if new:
            brought = replace(clause, body=("As follows:", new))
            return Add(id=name, place=f"{place}__{new.step.eid}", target=target, new=new), brought
        case "delete" if len(target.steps) > 1 or chance.random() < 0.1:
            printed = f"({target.steps[-1].number})" if len(target.steps) > 2 else f"Section {target.steps[-1].number}."
            made = Delete(id=name, place=place, target=target, num=printed, heading="", seen=seen)
        case "put":
            spot = a_spot(chance)
            made = SubstituteWords(id=name, place=place, target=target, spot=spot, new=prose(chance), seen=seen)
        case "add words":
            made = AddWords(
                id=name, place=place, target=target, spot=a_spot(chance), side=chance.choice(["before", "after"]),
                new=prose(chance), seen=seen,
            )  # fmt: skip
        case "title":
            made = Retitle(id=name, place=place, target=target, heading=chance.choice(HEADINGS), seen=seen)
        case "number":
            moves = (
                Move(target=one, to=address(chance, standing), seen=seen)
                for one in (target, *(address(chance, standing) for _ in range(chance.randint(0, 2))))
            )
            made = Renumber(id=name, place=place, moves=tuple(moves))
        case _:
            made = strike(chance, name, place, target, seen)
    if chance.random() < 0.5 and isinstance(made, SubstituteWords):
        said = f'In its words "{made.spot.words}" give way to "{made.new}".'
        clause = replace(clause, body=(said,))
    return made, clause


def strike(chance: Random, name: str, place: str, target: Address, seen: Seen) -> DeleteWords:
    return DeleteWords(id=name, place=place, target=target, spot=a_spot(chance), seen=seen)


def a_spot(chance: Random) -> Spot:
    which = chance.choice(["only", "each", 1, 2])
    sentence = chance.choice([0, 0, 1, 2, -1])
    paragraph = chance.choice([0, 0, 0, 1, -1])
    return Spot(
        words=chance.choice(WORDS), which=which, count=chance.randint(1, 3), sentence=sentence, paragraph=paragraph
    )


def address(chance: Random, standing: Text) -> Address:
    if chance.random() < 0.1:
        return read_address(f"Article {chance.choice(['I', 'II', 'III', 'IV', 'V'])}")[0]
    if chance.random() < 0.1:
        return read_address(f"{chance.choice(['I', 'II'])}.{chance.randint(1, 4)}({chance.choice('abcde')})")[0]
    there = [place.address for place in places(standing.provisions) if len(place.address.steps) > 1]
    if there and chance.random() < 0.6:
        return chance.choice(there)
    return read_address(f"{chance.choice(['I', 'II', 'III', 'IV'])}.{chance.randint(1, 7)}")[0]


def restated(chance: Random, standing: Text) -> Restate:
    """A new text that goes on with some of the old provisions, some of them elsewhere."""
    kept = [part for part in standing.provisions if chance.random() < 0.8] or list(standing.provisions)
    chance.shuffle(kept)
    new = Text(
        preface=("RESTATED BYLAWS",),
        provisions=tuple(
            replace(part, num=f"ARTICLE {'I' * at}", body=(*part.body, section(chance, 40 + at)))
            for at, part in enumerate(kept, 1)
            if part.status == "in-force"
        ),
    )
    return Restate(id="mod_1", place="", new=new, seen=digest_text(standing))


def history(chance: Random, length: int) -> tuple[Base, list[Instrument]]:
    base = Base(work=WORK, text=text(chance))
    made: list[Instrument] = []
    standing = base.text
    for serial in range(length):
        day = ADOPTED + timedelta(days=serial + 1)
        drawn = Instrument(id=f"{day}-1", title="AMENDMENT", effective=day, turn=1, text=Text(), operations=())
        if chance.random() < 0.05:
            restatement = restated(chance, standing)
            drawn = replace(drawn, text=restatement.new, operations=(restatement,))
            standing = apply_operation(standing, restatement, drawn.id).text
        for number in range(1, chance.randint(2, 6)) if not drawn.operations else ():
            done, clause = operation(chance, standing, number)
            stated = Text(provisions=(*drawn.text.provisions, clause))
            drawn = replace(drawn, text=stated, operations=(*drawn.operations, done))
            standing = apply_operation(standing, done, drawn.id).text
        made.append(drawn)
    return base, made


histories = st.builds(lambda seed, length: history(Random(seed), length), st.integers(0, 2**40), st.integers(1, 60))
