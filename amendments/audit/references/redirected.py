"""References that a substitution made to name another provision, though nothing else changed and nothing moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amendments.audit.passages import excerpt
from amendments.audit.references.mention import Mention, Named
from amendments.audit.references.read import mentions
from amendments.audit.references.resolve import Resolver
from amendments.audit.references.subjects import same_subject
from amendments.audit.subject import Subject
from amendments.audit.versions import Versions
from amendments.timeline import Event
from corpus.dates import spoken
from corpus.finding import Finding
from corpus.model import Provision


@dataclass(frozen=True, slots=True)
class _Redirected:
    """A mention before and after, each with the identity of what it means."""

    old: Mention
    new: Mention
    was: str
    now: str
    quote: str


def check_redirected(subject: Subject) -> Iterator[Finding]:
    """Each in the order in which it happened. Where the old target had left its number, the new one puts it right."""
    stages = {instrument.id: stage for stage, instrument in enumerate(subject.instruments, 1)}
    resolver: Resolver | None = None
    for event in subject.latest.events:
        effect = event.effect
        if effect.kind != "substitute" or effect.before is None or effect.after is None:
            continue
        pairs = list(_changed(effect.before, effect.after))
        if pairs:
            resolver = resolver or Resolver(subject.versions)
            for holder, before, after in pairs:
                yield from _found(subject, resolver, event, stages[event.instrument.id], (holder, before, after))


def _changed(before: Provision, after: Provision) -> Iterator[tuple[str, str, str]]:
    """The identity of each provision with a paragraph that differs in its mentions alone, before and after."""
    if before.wid == after.wid and len(before.paragraphs) == len(after.paragraphs):
        for old, new in zip(before.paragraphs, after.paragraphs, strict=True):
            if old != new and _bare(old) == _bare(new):
                yield after.wid, old, new
    known = {child.wid: child for child in before.children}
    for child in after.children:
        if child.wid in known:
            yield from _changed(known[child.wid], child)


def _bare(paragraph: str) -> Sequence[str]:
    """The words around the mentions."""
    ends = [0, *(end for one in mentions(paragraph) for end in one.span), len(paragraph)]
    return [paragraph[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True)]


def _found(
    subject: Subject, resolver: Resolver, event: Event, stage: int, changed: tuple[str, str, str]
) -> Iterator[Finding]:
    holder, before, after = changed
    for old, new in zip(mentions(before), mentions(after), strict=True):
        if old.words == new.words or len(old.named) != len(new.named):
            continue
        for was, now in zip(old.named, new.named, strict=True):
            ends = _ends(subject.versions, resolver, holder, stage, (was, now))
            if ends:
                quote = excerpt(after, *new.span)
                yield _finding(subject, event, stage, holder, _Redirected(old, new, *ends, quote))


def _ends(
    versions: Versions, resolver: Resolver, holder: str, stage: int, named: tuple[Named, Named]
) -> tuple[str, str] | None:
    """What the two name, where both stand before and after at the same numbers and are two, and the old led right."""
    found = []
    for one in named:
        before, after = resolver.meant(one, holder, stage - 1), resolver.meant(one, holder, stage)
        if not (before.verdict == after.verdict == "stands" and before.wid == after.wid) or before.inline:
            return None
        found.append(before.wid)
    was, now = found
    first = versions.of(was)[0].provision
    same = first is not None and same_subject(first, versions.provision(was, stage))
    return (was, now) if was != now and same else None


def _finding(subject: Subject, event: Event, stage: int, holder: str, one: _Redirected) -> Finding:
    versions, instrument = subject.versions, event.instrument
    address = versions.address(holder, stage)
    was, now = (versions.address(wid, stage) for wid in (one.was, one.now))
    heads = [versions.provision(wid, stage) for wid in (one.was, one.now)]
    old, new = (f"'{head.num} {head.heading}'" for head in heads)
    return Finding(
        code="reference-redirected",
        severity="note",
        message=f"The amendments of {spoken(instrument.effective)} make {address} name {now} where it named {was};"
        " both stand where they stood.",
        evidence=f"'{one.old.words}' became '{one.new.words}' in '{one.quote}'. {was} is {old}, {now} is {new}.",
        next_step="Read both. If the old one was meant, the number is a slip, which an amendment can put right.",
        work=subject.base.work.key,
        instrument=instrument.id,
        id=address.eid,
        address=str(address),
    )
