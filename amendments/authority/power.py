"""``amending-power.toml``: which body may amend what, by which vote, as a person has confirmed it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from amendments.adoption import HOWS, How, body_named
from amendments.authority.votes import KINDS, Needed, Of, needed
from corpus.address import Address, read_address
from corpus.errors import NotAnAddress
from corpus.locate import named
from corpus.model import Place

FILE = "amending-power.toml"
ELSE = "everything else"
_KEYS = ("provisions", "body", "vote", "of", "how", "from", "until", "says")
_WAYS = tuple(how for how in HOWS if how)


def in_way(how: How) -> str:
    """How a body adopts something: ``at a meeting``, ``by written consent``."""
    return {"": "", "meeting": "at a meeting", "written consent": "by written consent"}[how]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way in which provisions may be amended. Without ``provisions`` it is for all that no other rule names.

    ``vote`` is None where none is asked, ``how`` empty where any way will do. It holds from a day and until another,
    both included, None where no day is said. ``says`` is where it is written.
    """

    provisions: tuple[Address, ...]
    body: str
    vote: Needed | None = None
    how: tuple[How, ...] = ()
    since: date | None = None
    until: date | None = None
    says: str = ""

    def holds_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def __str__(self) -> str:
        what = "; ".join(map(str, self.provisions)) or ELSE
        way = in_way(self.how[0]) if len(self.how) == 1 else ""
        parts = (f"the {self.body}", f"by {self.vote}" if self.vote else "", way)
        return f"{what}: {' '.join(filter(None, parts))}" + (f" ({self.says})" if self.says else "")


@dataclass(frozen=True, slots=True)
class Power:
    """The rules of a work, and who ``confirmed`` them: empty where nobody has yet."""

    rules: tuple[Rule, ...]
    confirmed: str


def read_power(content: bytes, standing: Sequence[Place]) -> Power | tuple[str, ...]:
    """The rules, or what is wrong with the file, a sentence a fault.

    ``standing`` are the provisions that it may name.
    """
    try:
        body = tomllib.loads(content.decode())
    except UnicodeDecodeError:
        return ("It is not in UTF-8.",)
    except tomllib.TOMLDecodeError as error:
        return (f"It is not TOML: {error}.",)
    faults = tuple(_faults(body, standing))
    rules = () if faults else tuple(_rule(rule, standing) for rule in body["rule"])
    return faults or Power(rules, " ".join(body["confirmed"].split()))


def _faults(body: Mapping[str, Any], standing: Sequence[Place]) -> Iterator[str]:
    for key in body.keys() - {"rule", "confirmed"}:
        yield f"'{key}' is nothing that it can say: it has 'confirmed' and [[rule]] tables."
    if not isinstance(body.get("confirmed"), str):
        yield 'It does not say who confirmed it: write confirmed = "NAME, OFFICE, DAY", or confirmed = "" before.'
    rules = body.get("rule")
    if not isinstance(rules, list) or not rules or not all(isinstance(rule, dict) for rule in rules):
        yield "It has no rules: write each as a [[rule]] table."
        return
    for number, rule in enumerate(rules, 1):
        for fault in _rule_faults(rule, standing):
            yield f"Rule {number}: {fault}"


def _rule_faults(rule: Mapping[str, Any], standing: Sequence[Place]) -> Iterator[str]:
    for key in sorted(rule.keys() - set(_KEYS)):
        yield f"'{key}' is nothing that a rule says; it says {', '.join(_KEYS)}."
    yield from _provision_faults(rule.get("provisions"), standing)
    body = rule.get("body")
    if not isinstance(body, str) or not body.strip():
        yield 'it does not say which body: write body = "board of directors".'
    vote = rule.get("vote", "")
    if not isinstance(vote, str) or (vote and needed(vote) is None):
        yield f'vote = {vote!r} can\'t be read: write {", ".join(KINDS)}, or a share such as "60%".'
    if rule.get("of", "cast") not in ("cast", "all"):
        yield f'of = {rule["of"]!r} can\'t be read: write "cast" for votes cast, "all" for all who may vote.'
    how = rule.get("how", [])
    if not isinstance(how, list) or any(way not in _WAYS for way in how):
        ways = " and ".join(f'"{way}"' for way in _WAYS)
        yield f"how = {how!r} can't be read: write a list of {ways}."
    days = [rule.get("from"), rule.get("until")]
    for name, day in zip(("from", "until"), days, strict=True):
        if day is not None and type(day) is not date:
            yield f"{name} = {day!r} is no day: write {name} = 2001-05-01, without quotation marks."
    if all(type(day) is date for day in days) and rule["from"] > rule["until"]:
        yield f"it ends on {rule['until']}, before it begins on {rule['from']}."
    if not isinstance(rule.get("says", ""), str):
        yield 'says is where it is written: write says = "Article IX, Section 1".'


def _provision_faults(said: object, standing: Sequence[Place]) -> Iterator[str]:
    if not isinstance(said, list) or not said or not all(isinstance(one, str) for one in said):
        yield f'it does not say of what: write provisions = ["Article III"], or ["{ELSE}"].'
        return
    if ELSE in said and len(said) > 1:
        yield f'"{ELSE}" stands alone: write a rule of its own for the others.'
    for one in said:
        if one == ELSE:
            continue
        try:
            found = _meant(one, standing)
        except NotAnAddress:
            yield f"'{one}' is not the address of a provision: write it as \"Article III, Section 1\"."
            continue
        if not found:
            yield f"neither the text as adopted nor the text today has a provision '{one}'."
        elif len(found) > 1:
            yield f"'{one}' can be any of {len(found)} provisions: {'; '.join(map(str, found[:4]))}."


def _meant(said: str, standing: Sequence[Place]) -> tuple[Address, ...]:
    """The full addresses that an address can mean, by the first of its readings that means any."""
    readings = (named(standing, reading) for reading in read_address(said))
    return next((tuple(dict.fromkeys(place.address for place in found)) for found in readings if found), ())


def _rule(said: Mapping[str, Any], standing: Sequence[Place]) -> Rule:
    """A rule without faults."""
    of: Of = said.get("of", "cast")
    return Rule(
        provisions=tuple(_meant(one, standing)[0] for one in said["provisions"] if one != ELSE),
        body=body_named(said["body"]),
        vote=needed(said["vote"], of) if said.get("vote") else None,
        how=tuple(way for way in HOWS if way in said.get("how", [])),
        since=said.get("from"),
        until=said.get("until"),
        says=said.get("says", ""),
    )
