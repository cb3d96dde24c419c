"""Small bylaws that refer to one another, and amendments of them."""

from __future__ import annotations

from datetime import date

from amendments.audit.references.check import check_references
from amendments.audit.subject import Subject
from amendments.instrument import Instrument
from amendments.operations import Delete, Move, Operation, Renumber, Seen, Substitute
from corpus.address import Address, read_address
from corpus.finding import Finding
from corpus.model import Base, Provision, Text, Work, identify
from corpus.tree import find

ADOPTED = date(1990, 5, 4)
WORK = Work(key="acme", title="BYLAWS", jurisdiction="us", adopted=ADOPTED)


def section(number: str, heading: str, *body: str | Provision) -> Provision:
    return Provision(level="section", num=f"Section {number}.", heading=heading, body=body or ("Words of it.",))


def item(mark: str, words: str) -> Provision:
    return Provision(level="paragraph", num=f"({mark})", body=(words,))


def article(numeral: str, heading: str, *sections: Provision) -> Provision:
    return Provision(level="article", num=f"ARTICLE {numeral}", heading=heading, body=sections)


def base(*articles: Provision) -> Base:
    return Base(work=WORK, text=Text(preface=("BYLAWS",), provisions=identify(articles)))


def bylaws(vacancies: str = "The Board fills them.") -> Base:
    return base(
        article(
            "I",
            "DIRECTORS",
            section("1", "Number.", "There are five directors, and Section 3 of this Article says for how long."),
            section("2", "Vacancies.", vacancies),
            section("3", "Term.", "A director serves a year.", item("a", "from May;"), item("b", "or from June.")),
            section("4", "Removal.", "The members may remove a director."),
        ),
        article("II", "OFFICERS", section("1", "Election.", "The Board elects them."), section("2", "Pay.", "None.")),
    )


def at(written: str) -> Address:
    return read_address(written)[0]


def delete(text: Text, address: str) -> Delete:
    standing = find(text, at(address))
    assert standing is not None
    return Delete(id="mod_1", place="", target=at(address), num=standing.num, heading="", seen=Seen.of(standing))


def renumber(text: Text, *moves: tuple[str, str]) -> Renumber:
    made = []
    for old, new in moves:
        standing = find(text, at(old))
        assert standing is not None
        made.append(Move(target=at(old), to=at(new), seen=Seen.of(standing)))
    return Renumber(id="mod_1", place="", moves=tuple(made))


def substitute(text: Text, address: str, new: Provision) -> Substitute:
    standing = find(text, at(address))
    assert standing is not None
    return Substitute(id="mod_1", place="", target=at(address), new=new, seen=Seen.of(standing))


def instruments(*operations: Operation) -> list[Instrument]:
    """One a year, from 2001 on."""
    return [
        Instrument(
            id=f"{2001 + nth}-05-01-1", title="AMENDMENT", effective=date(2001 + nth, 5, 1), turn=1, text=Text(),
            operations=(operation,),
        )
        for nth, operation in enumerate(operations)
    ]  # fmt: skip


def found(work: Base, *operations: Operation) -> list[Finding]:
    return list(check_references(Subject(work, instruments(*operations))))


def after(work: Base, *operations: Operation) -> Text:
    return Subject(work, instruments(*operations)).latest.text
