"""Instruments that were adopted by a body without the power to amend what they change, or by too few votes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from amendments.adoption import source_phrase
from amendments.authority.power import FILE, Power, Rule, in_way, read_power
from amendments.authority.votes import judged
from amendments.describe import target_of
from amendments.instrument import Instrument
from amendments.operations import Renumber
from amendments.record import Record
from amendments.timeline import Timeline
from corpus.address import Address
from corpus.dates import spoken
from corpus.errors import RecordDamaged
from corpus.finding import Finding, Severity
from corpus.model import Place, places
from corpus.store import read_file

_CALLED = {
    "executive committee": "executive committee",
    "board of directors": "board",
    "board of trustees": "board",
    "board": "board",
    "directors": "board",
    "trustees": "board",
    "shareholders": "shareholders",
    "stockholders": "shareholders",
    "membership": "members",
    "members": "members",
    "delegates": "delegates",
    "incorporators": "incorporators",
    "incorporator": "incorporators",
}
"""What bodies are called. An organisation has one board, and minutes call it just that."""
_BODY = re.compile(rf"\b(?:{'|'.join(_CALLED)})\b", re.IGNORECASE)
_OF_A_BODY = re.compile(r"\b(?:members|directors|committee)\s+of\s+the\s+(?=(?:board|executive)\b)", re.IGNORECASE)


def check_authority(record: Record) -> Iterator[Finding]:
    """Nothing where the work's folder has no rules; what is wrong with them, where they can't be used."""
    path = record.folder / FILE
    if not path.exists():
        return
    standing = record.standing
    try:
        content = read_file(path)
    except RecordDamaged as error:
        yield _unread(record, (error.message,))
        return
    power = read_power(content, tuple(_ever(record)))
    if not isinstance(power, Power):
        yield _unread(record, power)
        return
    if not power.confirmed:
        yield _unconfirmed(record)
        return
    for instrument in (*standing.counting, *standing.pending):
        yield from _judged(record, power, instrument)


def _ever(record: Record) -> Iterator[Place]:
    """The provisions of the base and of the text after everything recorded, the deleted ones too."""
    yield from places(record.base.text.provisions)
    yield from places(Timeline(record.base, record.instruments).latest().text.provisions)


def _judged(record: Record, power: Power, instrument: Instrument) -> Iterator[Finding]:
    """One finding of an instrument at most: the gravest, with all provisions that it is about."""
    adoption = instrument.adoption
    if not adoption.body:
        return  # that it is not recorded is a finding already
    day = adoption.day or instrument.effective
    found: dict[tuple[Severity, str], list[str]] = {}
    for address in _touched(instrument):
        rules = _governing([rule for rule in power.rules if rule.holds_on(day)], address)
        verdict = _verdict(instrument, rules)
        if verdict is not None:
            found.setdefault(verdict, []).append(target_of(address))
    for severity in ("error", "warning", "note"):
        for (grave, why), told in found.items():
            if grave == severity:
                yield _finding(record, power, instrument, grave, why, told)
                return


def _verdict(instrument: Instrument, rules: Sequence[Rule]) -> tuple[Severity, str] | None:
    """Why the adoption falls short of every rule, with its severity; None where it meets one."""
    adoption = instrument.adoption
    bodies = _bodies(adoption.body)
    if not rules:
        return "note", f"no rule of {FILE} says who may amend it"
    listed = f"{FILE} has: {'; '.join(dict.fromkeys(map(str, rules)))}"
    own = [rule for rule in rules if _bodies(rule.body) <= bodies]
    if not own:
        known: Severity = "error" if bodies <= set(_CALLED.values()) else "warning"
        return known, f"it is not for the {adoption.body} to amend. {listed}"
    allowed = [rule for rule in own if not (rule.how and adoption.how) or adoption.how in rule.how]
    if not allowed:
        return "warning", f"it is not to be amended {in_way(adoption.how)}. {listed}"
    consent = adoption.how == "written consent"
    verdicts = {judged(adoption.vote, rule.vote, consent=consent) if rule.vote else "enough" for rule in allowed}
    if "enough" in verdicts:
        return None
    if "unknown" not in verdicts:
        return "error", f"the vote '{adoption.vote}' was not enough. {listed}"
    if adoption.vote:
        return "note", f"the vote '{adoption.vote}' does not tell whether it was enough. {listed}"
    return "note", f"the record does not say by what vote it was amended. {listed}"


def _touched(instrument: Instrument) -> Iterator[Address]:
    """The addresses of what it changes, each once; an empty one is the whole text."""
    seen: dict[Address, None] = {}
    for operation in instrument.operations:
        if isinstance(operation, Renumber):
            continue  # a number says nothing of who may change the words
        seen.setdefault(operation.target)
    yield from seen


def _governing(rules: Sequence[Rule], address: Address) -> list[Rule]:
    """The rules that name the provision or the nearest one above it; else those for everything else."""
    nearest = max((_depth(rule, address) for rule in rules), default=0)
    return [rule for rule in rules if _depth(rule, address) == nearest and (nearest or not rule.provisions)]


def _depth(rule: Rule, address: Address) -> int:
    """How many steps of an address a rule names: 2 of Article III, Section 2(a) where it is about that section."""
    named = (len(one.steps) for one in rule.provisions if one.matches(Address(address.steps[: len(one.steps)])))
    return max(named, default=0)


def _bodies(said: str) -> frozenset[str]:
    """The bodies that act together: "the Board of Directors and the members" are two."""
    found = _BODY.findall(_OF_A_BODY.sub("", said))
    return frozenset(_CALLED[one.casefold()] for one in found) or frozenset((said.casefold(),))


def _finding(
    record: Record, power: Power, instrument: Instrument, severity: Severity, why: str, told: list[str]
) -> Finding:
    places = "; ".join(told[:6]) + (f" and {len(told) - 6} more" if len(told) > 6 else "")
    unknown = severity == "note"
    return Finding(
        code="authority-unknown" if unknown else "no-authority",
        severity=severity,
        message=f"It can't be told whether those who adopted the amendments of {spoken(instrument.effective)} had the "
        f"power: {places}."
        if unknown
        else f"The amendments of {spoken(instrument.effective)} were adopted without the power to amend {places}.",
        evidence=f"The record has them adopted {source_phrase(instrument.adoption)}; {why}. "
        f"The rules were confirmed by {power.confirmed}.",
        next_step="Find the minutes, and who could amend what on that day; 'bylaws correct' records who adopted it "
        "and by what vote.",
        work=record.work.key,
        instrument=instrument.id,
    )


def _unread(record: Record, faults: Iterable[str]) -> Finding:
    return Finding(
        code="amending-power-unread",
        severity="warning",
        message=f"{FILE} can't be used, so nobody's power to amend was checked.",
        evidence=" ".join(faults),
        next_step=f"Mend {record.folder.name}/{FILE}.",
        work=record.work.key,
    )


def _unconfirmed(record: Record) -> Finding:
    return Finding(
        code="authority-unknown",
        severity="note",
        message=f"{FILE} was not confirmed by anybody, so nobody's power to amend was checked.",
        evidence='It has confirmed = "".',
        next_step="Compare its rules with the articles that it names, and write who you are after 'confirmed ='.",
        work=record.work.key,
    )
