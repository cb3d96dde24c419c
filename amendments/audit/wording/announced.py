"""Words changed beside what an instrument says that it changes: "… to increase the number from five to seven"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amendments.audit.passages import excerpt
from amendments.audit.subject import Subject
from amendments.compare.paragraphs import compare_paragraphs
from amendments.compare.words import Run
from amendments.instrument import Instrument
from amendments.timeline import Event
from corpus.address import NUMBER_WORDS
from corpus.dates import spoken
from corpus.finding import Finding
from corpus.model import Provision
from corpus.paragraphs import paragraphs

_FROM_TO = re.compile(
    r"\b(?:increas|decreas|reduc|rais|lower|chang|extend|shorten|enlarg|expand|mov)(?:e|es|ed|ing|s)?\b[^.;:]{0,120}?"
    r"\bfrom\s+(?P<old>[^.;,:]{1,40}?)\s+to\s+(?P<new>[^.;,:]{1,40}?)(?=[.;,:]|\s+(?:and|so|as|by)\b|$)",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:among other|other (?:amendments|changes|matters)|conforming|clarif|certain (?:other )?(?:amendments|changes)"
    r"|otherwise|in part|generally|moderni[sz]|updat)",
    re.IGNORECASE,
)
"""What says that more is changed than it names."""
_TENS = "thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = {
    **{word: str(value) for value, word in enumerate(NUMBER_WORDS, 1)},
    **{word: str(value) for value, word in zip(range(30, 100, 10), _TENS, strict=True)},
}
_AGREEING = frozenset("is are was were has have a an the it they its their this these that those".split())
_SMALL = frozenset("the a an of to and or in on at by members persons directors days".split())


@dataclass(frozen=True, slots=True)
class _Announced:
    """What an instrument says that it changes, with the sentence that says it."""

    sentence: str
    old: frozenset[str]
    new: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Change:
    """Words taken out and put in at one place, with the new words around them."""

    old: str
    new: str
    shown: str


def check_unannounced(subject: Subject) -> Iterator[Finding]:
    """Substitutions that do what their instrument announces, and more."""
    events: dict[str, list[Event]] = {}
    for event in subject.latest.events:
        events.setdefault(event.instrument.id, []).append(event)
    for instrument in subject.instruments:
        announced = _announced(instrument, events.get(instrument.id, ()))
        for event in events[instrument.id] if announced else ():
            effect = event.effect
            if effect.kind != "substitute" or effect.before is None or effect.after is None:
                continue
            changes = tuple(_changes(effect.before, effect.after))
            told = [one for one in announced if any(_is(change, one) for change in changes)]
            others = [change for change in changes if not any(_is(change, one) for one in told) and not _agrees(change)]
            if told and others:
                yield _finding(subject, event, told[0], others)


def _announced(instrument: Instrument, events: Iterable[Event]) -> tuple[_Announced, ...]:
    """What its own words announce, without the new ones that it brings; nothing where they say that it changes more."""
    passages = list(instrument.text.passages())
    if not any(_FROM_TO.search(passage) for passage in passages):
        return ()
    brought = "\n".join(event.effect.after.text() for event in events if event.effect.after)
    own = [passage for passage in passages if passage.strip(' "“”') not in brought]
    if any(_MORE.search(passage) for passage in own):
        return ()
    found = (
        _Announced(one.group(), _values(one["old"]), _values(one["new"]))
        for words in own
        for one in _FROM_TO.finditer(words)
    )
    return tuple(one for one in found if one.old and one.new and one.old != one.new)


def _values(words: str) -> frozenset[str]:
    """The words that say something, numbers as digits."""
    found = re.findall(r"\w+", words.casefold())
    return frozenset(_NUMBERS.get(word, word) for word in found) - _SMALL


def _changes(before: Provision, after: Provision) -> Iterator[_Change]:
    for passage in compare_paragraphs(tuple(paragraphs(before)), tuple(paragraphs(after))):
        yield from _changed(passage.runs)


def _changed(runs: Iterable[Run]) -> Iterator[_Change]:
    new = "".join(run.text for run in runs if run.kind != "delete")
    at, out = 0, ""
    for run in (*runs, Run("keep", "")):
        if run.kind == "delete":
            out = run.text
        elif run.kind == "insert":
            yield _Change(out, run.text, excerpt(new, at, at + len(run.text)))
            out, at = "", at + len(run.text)
        else:
            if out:
                yield _Change(out, "", excerpt(new, at, at))
            out, at = "", at + len(run.text)


def _is(change: _Change, announced: _Announced) -> bool:
    return bool(_values(change.old) & announced.old and _values(change.new) & announced.new)


def _agrees(change: _Change) -> bool:
    """Whether it only follows another change: a plural, a verb, a sign."""
    old, new = (re.findall(r"\w+", words.casefold()) for words in (change.old, change.new))
    if len(old) != len(new):
        return False
    return all(one[:4] == other[:4] or {one, other} <= _AGREEING for one, other in zip(old, new, strict=True))


def _finding(subject: Subject, event: Event, told: _Announced, others: list[_Change]) -> Finding:
    instrument, effect = event.instrument, event.effect
    quoted = "; ".join(f"{_said(change)} in '{change.shown}'" for change in others)
    return Finding(
        code="unannounced-change",
        severity="warning",
        message=f"The amendments of {spoken(instrument.effective)} say what they change in {effect.address}, and change"
        " more.",
        evidence=f"{instrument.id} says '{told.sentence}'. It also changes {quoted}.",
        next_step="Compare it with the minutes: what was voted on may have been the announced change alone. If the rest"
        " was not meant, an amendment can put the old words back.",
        work=subject.base.work.key,
        instrument=instrument.id,
        id=effect.to.eid,
        address=str(effect.to),
    )


def _said(change: _Change) -> str:
    old, new = change.old.strip(), change.new.strip()
    if not old:
        return f"nothing to '{new}'"
    return f"'{old}' to '{new}'" if new else f"'{old}' to nothing"
