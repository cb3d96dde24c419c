"""Synthetic works: as many provisions as wanted, amended as often, one operation an instrument."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from amendments.akn.instrument import write_instrument
from amendments.instrument import Instrument
from amendments.ledger import Entry, append, write_ledger
from amendments.operations import Seen, Substitute
from corpus.address import Address, Step
from corpus.akn.base import write_base
from corpus.digest import digest_bytes
from corpus.model import Base, Provision, Text, Work, identify

ADOPTED = date(1950, 1, 1)
SECTIONS = 50
"""Sections in each article."""
_SENTENCE = "The officer {} of article {} shall perform such duties as the board may prescribe from time to time. "


def base(provisions: int) -> Base:
    articles = tuple(_article(number) for number in range(1, provisions // SECTIONS + 1))
    work = Work(key="synthetic", title="BYLAWS", jurisdiction="us", adopted=ADOPTED)
    return Base(work=work, text=Text(provisions=identify(articles)))


def instruments(base: Base, count: int) -> Iterator[Instrument]:
    """One substitution a day, going round the whole text."""
    articles = len(base.text.provisions)
    stood: dict[tuple[int, int], Provision] = {}
    for serial in range(count):
        article, number = serial * 7 % articles + 1, serial * 3 % SECTIONS + 1
        old = stood.get((article, number)) or base.text.provisions[article - 1].children[number - 1]
        new = _section(number, f"Words number {serial}, as amended, take their place. " * 5)
        stood[article, number] = new
        target = Address((Step("article", str(article)), Step("section", str(number))))
        day = ADOPTED + timedelta(days=serial + 1)
        operation = Substitute(id="mod_1", place=target.eid, target=target, new=new, seen=Seen.of(old))
        stated = Provision(level="article", num=f"ARTICLE {article}", body=(new,))
        text = Text(preface=("AMENDMENT",), provisions=(stated,))
        yield Instrument(id=f"{day}-1", title="AMENDMENT", effective=day, turn=1, text=text, operations=(operation,))


def write_book(folder: Path, count: int) -> int:
    """A book with one work of so many provisions, amended by as many instruments; gives the bytes of its files."""
    made = base(count)
    return write_work(folder, made, instruments(made, count))


def write_work(folder: Path, made: Base, amendments: Iterable[Instrument]) -> int:
    """A work in the folder of a book; gives the bytes of its files."""
    contents = {"base.xml": write_base(made)}
    contents |= {f"{one.id}.xml": write_instrument(one, made.work) for one in amendments}
    facts = (
        Entry(
            fact="adopt" if name == "base.xml" else "amend",
            recorded="2026-01-01T00:00:00Z",
            replay="",
            file=name,
            digest=digest_bytes(content),
        )
        for name, content in contents.items()
    )
    contents["ledger.jsonl"] = write_ledger(append((), facts))
    (folder / made.work.key).mkdir(parents=True)
    for name, content in contents.items():
        (folder / made.work.key / name).write_bytes(content)
    return sum(map(len, contents.values()))


def git_repository(folder: Path, texts: tuple[Text, ...]) -> None:
    """A repository with every one of the texts as a version of one file, tagged ``v0``, ``v1`` …"""
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
    stream = bytearray()
    for number, text in enumerate(texts):
        content = "\n\n".join(text.passages()).encode()
        stream += b"commit refs/heads/main\ncommitter a <a@b> %d +0000\ndata 0\n" % (number + 1)
        stream += b"M 100644 inline text\ndata %d\n%s\n" % (len(content), content)
        stream += b"reset refs/tags/v%d\nfrom refs/heads/main\n\n" % number
    subprocess.run(["git", "-C", str(folder), "fast-import", "--quiet"], input=bytes(stream), check=True)
    subprocess.run(["git", "-C", str(folder), "gc", "--quiet"], check=True)


def _article(number: int) -> Provision:
    sections = tuple(_section(n, _SENTENCE.format(n, number) * 3) for n in range(1, SECTIONS + 1))
    return Provision(level="article", num=f"ARTICLE {number}", heading="OFFICERS", body=sections)


def _section(number: int, words: str) -> Provision:
    return Provision(level="section", num=f"Section {number}.", heading="Duties.", body=(words.strip(),))
