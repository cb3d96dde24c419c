"""A lost amendment in sentences: what is certain of it and what is guessed, when it was, and what it would change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from amendments.audit.lost.assumed import key
from amendments.audit.lost.fit import Claim
from amendments.audit.lost.reconstruct import Lost
from amendments.audit.subject import Subject
from amendments.timeline import Consolidated, Event
from corpus.dates import spoken
from corpus.finding import Finding
from corpus.model import Place, places

_GONE = "With it these findings would go: "
_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()


def what(lost: Lost) -> str:
    """``renumbered seven provisions and added one``."""
    moves, additions = len(lost.moves), len(lost.additions)
    renumbered = f"renumbered {_counted(moves)} provision{'s' * (moves > 1)}" if moves else ""
    added = f"added {_counted(additions)}" + ("" if moves else f" provision{'s' * (additions > 1)}")
    return " and ".join(filter(None, (renumbered, added if additions else "")))


def between(lost: Lost) -> tuple[str, str]:
    """The day of the instrument or adoption before it, and that of the one that shows it."""
    return spoken(_latest(lost)[0]), spoken(lost.instrument.effective)


def evidence(lost: Lost) -> str:
    """What the instrument names, what the record has, and what is certain and what guessed of the rest."""
    exact = [claim for claim in lost.moves if not claim.how]
    certain = (
        f"Certain: the amendments of {spoken(lost.instrument.effective)} name, at other numbers than the record has, "
        f"{_named(exact)}."
    )
    parts = [certain if exact else ""]
    parts += _guessed(lost)
    parts.append("" if not lost.unsettled else "It does not fit together: " + " ".join(lost.unsettled))
    parts.append(_when(lost))
    parts.append(_effect(lost))
    return " ".join(filter(None, parts))


def explains(lost: Finding, finding: Finding) -> bool:
    """Whether the finding of a lost amendment, with what ``evidence`` says, names another among those that would go."""
    _, found, gone = lost.evidence.partition(_GONE)
    named = gone.partition(". ")[0].rstrip(".").split("; ")
    return bool(found) and lost.instrument == finding.instrument and _told(finding) in named


def _told(finding: Finding) -> str:
    return f"{finding.code} at {finding.address}"


def _named(claims: Sequence[Claim]) -> str:
    """``'Section 19. President.' (8 → 19), …``: the headings are the same word for word."""
    return ", ".join(f"'{claim.assumption.said}' ({_was(claim)})" for claim in claims)


def _was(claim: Claim) -> str:
    assert claim.place is not None
    old, new = claim.place.address, claim.target
    if key(old.parent) == key(new.parent):
        return f"{old.steps[-1].number} → {new.steps[-1].number}"
    return f"{old} → {new}"


def _guessed(lost: Lost) -> Iterable[str]:
    """Nothing where nothing is reconstructed."""
    if lost.assumed is None:
        return
    for claim in lost.moves:
        if claim.how:
            yield f"Guessed: '{claim.assumption.said}' ({_was(claim)}): {claim.how}."
    for claim in lost.additions:
        yield f"Guessed: '{claim.assumption.said}' was added, for the record never had it; its words are unknown."
    taken = {key(claim.target) for claim in lost.claims}
    for claim in lost.moves:
        if claim.place and key(claim.place.address) not in taken:
            yield f"Guessed: nothing stood at {claim.place.address} then."


def _when(lost: Lost) -> str:
    """How far back it can lie: the instruments before it may say nothing of these numbers."""
    named, by = _confirmed(lost)
    latest, _ = _latest(lost)
    if named == latest:
        return ""
    last = f"those of {spoken(named)} are the last that do" if by else "no others do since the adoption"
    return (
        f"The amendments of {spoken(latest)} fit, but touch none of these provisions; {last}, so it may lie as far "
        "back as that."
    )


def _latest(lost: Lost) -> tuple[date, str]:
    earlier = [one for one in lost.before.instruments if one.order < lost.instrument.order]
    return (earlier[-1].effective, earlier[-1].id) if earlier else (lost.before.base.work.adopted, "")


def _confirmed(lost: Lost) -> tuple[date, str]:
    """The last instrument before it that touched one of these provisions, by the number that the record has."""
    wids = {claim.place.provision.wid for claim in lost.moves if claim.place}
    targets = {key(claim.target) for claim in (*lost.moves, *lost.additions)}
    found: tuple[date, str] = (lost.before.base.work.adopted, "")
    for event in lost.before.latest.events:
        if event.instrument.order < lost.instrument.order and (
            wids & ({event.effect.wid} | event.effect.covers) or key(event.effect.address) in targets
        ):
            found = (event.instrument.effective, event.instrument.id)
    return found


def _effect(lost: Lost) -> str:
    if lost.after is None:
        return ""
    parts = [f"{_GONE}{'; '.join(map(_told, lost.caused))}."]
    before, after = (_deleted(subject, lost.instrument.id) for subject in (lost.before, lost.after))
    if before != after:
        instead = f", not {', '.join(before)}" if before else ""
        later = spoken(lost.instrument.effective)
        parts.append(f"The amendments of {later} would then delete {', '.join(after) or 'nothing'}{instead}.")
    differing = _differing(lost.before.latest, lost.after.latest)
    if differing:
        parts.append(f"The text in force today would differ at {'; '.join(differing)}.")
    else:
        parts.append("The words in force today would be the same; whose they are, and their history, would differ.")
    return " ".join(parts)


def _deleted(subject: Subject, instrument: str) -> list[str]:
    """What an instrument deletes, by the headings that stood there."""
    return [
        _heading(event)
        for event in subject.latest.events
        if event.instrument.id == instrument and event.effect.kind == "delete" and event.effect.before
    ]


def _heading(event: Event) -> str:
    before = event.effect.before
    return f"'{before.heading or before.num}'" if before else ""


def _differing(old: Consolidated, new: Consolidated) -> list[str]:
    """The addresses whose number, heading, state or own words differ."""
    ours, theirs = _by_eid(old), _by_eid(new)
    eids = dict.fromkeys((*ours, *theirs))
    return [
        str((ours.get(eid) or theirs[eid]).address) for eid in eids if _words(ours.get(eid)) != _words(theirs.get(eid))
    ]


def _by_eid(consolidated: Consolidated) -> dict[str, Place]:
    return {place.eid: place for place in places(consolidated.text.provisions)}


def _words(place: Place | None) -> tuple[str, ...] | None:
    if place is None:
        return None
    provision = place.provision
    return (provision.num, provision.heading, provision.status, *provision.paragraphs)


def _counted(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)
