"""Substitutions that change nothing, or so little that others may have been meant: signs, a heading, a word less."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amendments.audit.subject import Subject
from amendments.compare.words import compare_words
from amendments.patch.outcome import Effect
from amendments.timeline import Event
from corpus.dates import spoken
from corpus.finding import Finding, Severity
from corpus.model import Provision

_WORD = re.compile(r"\w+")
_CONTEXT = 30
"""Characters shown on each side of a change."""


def check_unchanged(subject: Subject) -> Iterator[Finding]:
    """``no-change``, a warning where nothing that the instrument does changes anything; ``punctuation-only``,
    ``heading-only`` and ``word-left-out``."""
    events = subject.latest.events
    changing = {event.instrument.id for event in events if not _same(event.effect)}
    for event in events:
        if event.effect.kind not in ("substitute", "substitute-words"):
            continue
        if _same(event.effect):
            yield _no_change(subject, event, "note" if event.instrument.id in changing else "warning")
        elif event.effect.kind == "substitute":
            yield from _little(subject, event)


def _little(subject: Subject, event: Event) -> Iterator[Finding]:
    if quoted := _signs(event.effect):
        yield _punctuation(subject, event, quoted)
    elif quoted := _heading(event.effect):
        yield _found(
            *(subject, event, "heading-only", "change nothing in it but its heading", quoted),
            "Compare the instrument with the minutes: the new heading may have been put over the old words.",
        )
    elif quoted := _one_less(event.effect):
        yield _found(
            *(subject, event, "word-left-out", "change nothing in it but that one word is left out", quoted),
            "Compare the instrument with the minutes: if they do not speak of that word, it was lost in copying.",
        )


def _same(effect: Effect) -> bool:
    before, after = effect.before, effect.after
    return (
        before is not None
        and after is not None
        and effect.to == effect.address
        and _passages(before) == _passages(after)
    )


def _passages(provision: Provision) -> list[str]:
    return list(provision.passages())


def _signs(effect: Effect) -> str:
    """What changed, quoted, where every word is the same; empty where one is not, or the paragraphs are others."""
    if effect.before is None or effect.after is None:
        return ""
    before, after = _passages(effect.before), _passages(effect.after)
    if len(before) != len(after):
        return ""
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    if any(_words(old) != _words(new) for old, new in changed):
        return ""
    return "; ".join(_quoted(old, new) for old, new in changed)


def _heading(effect: Effect) -> str:
    """The two headings, where the words below them are the same."""
    before, after = effect.before, effect.after
    if before is None or after is None or _words(before.heading) == _words(after.heading):
        return ""
    return f"'{before.num} {before.heading}' became '{after.num} {after.heading}'" if before.body == after.body else ""


def _one_less(effect: Effect) -> str:
    """The place of the word, quoted, where nothing else differs."""
    if effect.before is None or effect.after is None:
        return ""
    before, after = _passages(effect.before), _passages(effect.after)
    changed = [(old, new) for old, new in zip(before, after, strict=False) if old != new]
    if len(before) != len(after) or len(changed) != 1:
        return ""
    ((old, new),) = changed
    runs = [run for run in compare_words(old, new) if run.kind != "keep"]
    if len(_words(old)) != len(_words(new)) + 1 or any(run.kind == "insert" and _words(run.text) for run in runs):
        return ""
    return _quoted(old, new)


def _words(passage: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(passage)]


def _quoted(old: str, new: str) -> str:
    """The first place that differs, with what stands around it on both sides."""
    kept = next((run.text for run in compare_words(old, new)[:1] if run.kind == "keep"), "")
    start = max(len(kept) - _CONTEXT, 0)
    start = kept.find(" ", start) + 1 if start else 0

    def part(words: str) -> str:
        end = words.find(" ", len(kept) + _CONTEXT)
        return f"{'… ' if start else ''}{words[start : end if end > 0 else len(words)]}{' …' if end > 0 else ''}"

    return f"'{part(old)}' became '{part(new)}'"


def _no_change(subject: Subject, event: Event, severity: Severity) -> Finding:
    effect, instrument = event.effect, event.instrument
    words = next(iter(effect.after.paragraphs), "") if effect.after else ""
    shown = f"{effect.after.num} {effect.after.heading} {words}".strip() if effect.after else ""
    short = shown if len(shown) <= 90 else f"{shown[:90].rpartition(' ')[0]} …"
    return Finding(
        code="no-change",
        severity=severity,
        message=f"The amendments of {spoken(instrument.effective)} put into {effect.address} the very words that stood"
        " there.",
        evidence=f"Before and after it reads '{short}', to the last sign.",
        next_step="Compare the instrument with the minutes: the old text may have been attached instead of the new"
        " one, or an amendment that changed it before may be recorded with the words of this one.",
        work=subject.base.work.key,
        instrument=instrument.id,
        id=effect.address.eid,
        address=str(effect.address),
    )


def _punctuation(subject: Subject, event: Event, quoted: str) -> Finding:
    return _found(
        *(subject, event, "punctuation-only", "change nothing in it but signs or capitals", quoted),
        "Compare the instrument with the minutes: where more was to change, other words were attached.",
    )


def _found(subject: Subject, event: Event, code: str, what: str, quoted: str, next_step: str) -> Finding:
    effect, instrument = event.effect, event.instrument
    return Finding(
        code=code,
        severity="note",
        message=f"The amendments of {spoken(instrument.effective)} substitute {effect.address} and {what}.",
        evidence=f"{quoted}.",
        next_step=next_step,
        work=subject.base.work.key,
        instrument=instrument.id,
        id=effect.address.eid,
        address=str(effect.address),
    )
