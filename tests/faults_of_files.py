"""Faults of the files of a recorded book: each file altered, lost, moved or put beside the others."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

from amendments.ledger import append, read_ledger, write_ledger
from amendments.record import open_record
from amendments.recording import replay
from corpus.digest import digest_bytes
from corpus.store import LEDGER, Book
from faults import Fault, Kind, copied
from sample import LIBRARY

_WORD = re.compile(rb"(?<=[\s>])[a-z]{3,}(?=[\s<,.;])")
_DAMAGE = "file-altered ledger-broken file-unlisted"


def _texts(work: str) -> list[Path]:
    return sorted((LIBRARY / work).glob("*.xml"))


def _sources(work: str, ending: str) -> Path:
    (path,) = (path for path in (LIBRARY / work / "sources").iterdir() if path.name[64:] == ending)
    return path


def _edited(work: str, path: Path, content: bytes, told: str, *names: str) -> Fault:
    def make(folder: Path) -> None:
        (copied(folder, work) / path.relative_to(LIBRARY / work)).write_bytes(content)

    return Fault(work=work, told=told, make=make, codes=_DAMAGE, names=(path.name, *names))


def _word(random: Random, content: bytes) -> re.Match[bytes]:
    body = min(at for name in (b"<body", b"<mainBody") if (at := content.find(name)) > 0)
    return random.choice([found for found in _WORD.finditer(content) if found.start() > body])


def _reworded(random: Random, path: Path, how: str) -> tuple[bytes, str]:
    content = path.read_bytes()
    found = _word(random, content)
    word = found[0]
    new = {"altered": word[::-1] + b"x", "lost": b"", "doubled": word + b" " + word}[how]
    return content[: found.start()] + new + content[found.end() :], f"{word.decode()!r} {how} in {path.name}"


def word_altered(random: Random, work: str) -> Fault:
    path = random.choice(_texts(work))
    return _edited(work, path, *_reworded(random, path, "altered"))


def word_lost(random: Random, work: str) -> Fault:
    path = random.choice(_texts(work))
    return _edited(work, path, *_reworded(random, path, "lost"))


def word_doubled(random: Random, work: str) -> Fault:
    path = random.choice(_texts(work))
    return _edited(work, path, *_reworded(random, path, "doubled"))


def file_lost(random: Random, work: str) -> Fault:
    path = random.choice(_texts(work))

    def make(folder: Path) -> None:
        (copied(folder, work) / path.name).unlink()

    return Fault(work=work, told=f"{path.name} lost", make=make, codes=_DAMAGE, names=(path.name,))


def files_exchanged(random: Random, work: str) -> Fault | None:
    if len(_texts(work)) < 2:
        return None
    one, other = random.sample(_texts(work), 2)

    def make(folder: Path) -> None:
        copy = copied(folder, work)
        (copy / one.name).write_bytes(other.read_bytes())
        (copy / other.name).write_bytes(one.read_bytes())

    told = f"{one.name} and {other.name} exchanged"
    return Fault(work=work, told=told, make=make, codes=_DAMAGE, names=(one.name, other.name))


def file_put_beside(random: Random, work: str) -> Fault:
    path, name = random.choice(_texts(work)), f"2001-0{random.randint(1, 9)}-01-1.xml"

    def make(folder: Path) -> None:
        (copied(folder, work) / name).write_bytes(path.read_bytes())

    return Fault(work=work, told=f"{path.name} copied to {name}", make=make, codes="file-unlisted", names=(name,))


def ledger_torn(random: Random, work: str) -> Fault:
    path = LIBRARY / work / LEDGER
    content = path.read_bytes()
    at = random.randrange(1, len(content))
    if content[at - 1 : at] == b"\n":
        at -= 1
    return _edited(work, path, content[:at], f"ledger cut after byte {at}")


def ledger_altered(random: Random, work: str) -> Fault:
    path = LIBRARY / work / LEDGER
    content = bytearray(path.read_bytes())
    at = random.choice([at for at, value in enumerate(content) if chr(value).isalnum()])
    content[at] = ord("7") if content[at] != ord("7") else ord("8")
    return _edited(work, path, bytes(content), f"byte {at} of the ledger altered")


def ledger_lines(random: Random, work: str) -> Fault | None:
    """A line lost, exchanged with another or given twice; of those lost at the end the files tell."""
    path = LIBRARY / work / LEDGER
    lines = path.read_bytes().splitlines(keepends=True)
    if len(lines) < 2:
        return None
    at, how = random.randrange(len(lines)), random.choice(["lost", "exchanged", "doubled"])
    if how == "lost":
        new = [*lines[:at], *lines[at + 1 :]]
    elif how == "doubled":
        new = [*lines[: at + 1], *lines[at:]]
    else:
        other = random.choice([n for n in range(len(lines)) if n != at])
        new = list(lines)
        new[at], new[other] = new[other], new[at]
    left = _texts(work)[-1].name if how == "lost" and at == len(lines) - 1 else LEDGER
    last = [match.decode() for match in re.findall(rb'"file": "([^"]+)"', lines[-1])]
    return _edited(work, path, b"".join(new), f"line {at + 1} of the ledger {how}", left, *last)


def source_altered(random: Random, work: str) -> Fault:
    path = _sources(work, ".txt")
    content = path.read_bytes()
    found = random.choice(list(re.finditer(rb"(?<=\s)[a-z]{4,}(?=\s)", content)))
    altered = content[: found.start()] + found[0][::-1] + b"x" + content[found.end() :]
    return _edited(work, path, altered, f"{found[0].decode()!r} altered in the source")


def source_lost(random: Random, work: str) -> Fault:
    path = _sources(work, random.choice([".txt", ".set-aside.jsonl"]))

    def make(folder: Path) -> None:
        (copied(folder, work) / "sources" / path.name).unlink()

    return Fault(work=work, told=f"sources/{path.name[60:]} lost", make=make, codes=_DAMAGE, names=(path.name,))


def set_aside_altered(random: Random, work: str) -> Fault:
    path = _sources(work, ".set-aside.jsonl")
    lines = path.read_bytes().splitlines(keepends=True)
    at = random.randrange(len(lines))
    return _edited(work, path, b"".join([*lines[:at], *lines[at + 1 :]]), f"line {at + 1} of what was set aside lost")


def forged(random: Random, work: str) -> Fault:
    """A word altered, and every digest of the ledger made anew to fit: only the source still tells."""
    path = random.choice(_texts(work))
    content, told = _reworded(random, path, "altered")

    def make(folder: Path) -> None:
        copy = copied(folder, work)
        (copy / path.name).write_bytes(content)
        reseal(copy)
        kept = open_record(Book(folder, read_only=True), work)
        reseal(copy, [replay(kept.base, kept.upto(count).instruments) for count in range(1, len(kept.ledger) + 1)])

    source = _sources(work, ".txt").name
    return Fault(work=work, told=f"{told}, ledger sealed anew", make=make, codes=_DAMAGE, names=(source, path.name))


def reseal(folder: Path, replays: list[str] | None = None) -> None:
    """Write the ledger of a work's folder as if its files had been recorded as they are."""
    from dataclasses import replace

    old = read_ledger((folder / LEDGER).read_bytes(), folder / LEDGER)
    new = [
        replace(
            entry,
            digest=digest_bytes((folder / entry.file).read_bytes()),
            replay=replays[nth] if replays else entry.replay,
        )
        for nth, entry in enumerate(old)
    ]
    (folder / LEDGER).write_bytes(write_ledger(append((), new)))


KINDS: tuple[tuple[str, Kind], ...] = (
    ("a word of a recorded file altered", word_altered),
    ("a word of a recorded file lost", word_lost),
    ("a word of a recorded file doubled", word_doubled),
    ("a recorded file lost (an instrument dropped)", file_lost),
    ("two recorded files exchanged", files_exchanged),
    ("a file put beside the recorded ones", file_put_beside),
    ("the ledger torn", ledger_torn),
    ("a sign of the ledger altered", ledger_altered),
    ("a line of the ledger lost, moved or doubled", ledger_lines),
    ("a source altered", source_altered),
    ("a source or the list of what was set aside lost", source_lost),
    ("what was set aside altered", set_aside_altered),
    ("a word altered and the whole ledger sealed anew", forged),
)
