"""References that point nowhere, at a deleted provision, or at another one than they did when they were written."""

from __future__ import annotations

from collections.abc import Iterator

from amendments.audit.references.subjects import same_subject, successor
from amendments.audit.references.trail import Trail, Trails
from amendments.audit.subject import Subject
from amendments.instrument import Instrument
from corpus.dates import spoken
from corpus.finding import Finding, Severity
from corpus.model import Provision, places

_LONGEST = 160
"""Characters of a sentence that are quoted around a reference."""


def check_references(subject: Subject) -> Iterator[Finding]:
    """Every reference in force that leads astray, each once, with the instrument that broke it."""
    saying = _Saying(subject)
    for trail in Trails(subject.versions, _rewritten(subject)).broken():
        found = saying.of(trail)
        if found is not None:
            yield found


def _rewritten(subject: Subject) -> frozenset[tuple[str, int]]:
    """The provisions that an instrument wrote anew, each with the stage after it."""
    stages = {instrument.id: stage for stage, instrument in enumerate(subject.instruments, 1)}
    return frozenset(
        (wid, stages[event.instrument.id])
        for event in subject.latest.events
        if event.effect.kind in ("substitute", "restate")
        for wid in event.effect.covers
    )


class _Saying:
    """Puts trails in words."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._versions = subject.versions
        self._latest = tuple(places(subject.latest.text.provisions))

    def of(self, trail: Trail) -> Finding | None:
        if trail.now.verdict == "stands":
            return self._another(trail)
        if trail.then.verdict == "stands":
            return self._broken(trail)
        if trail.now.verdict == "mismatch":
            return self._misnamed(trail)
        return self._nowhere(trail)

    def _another(self, trail: Trail) -> Finding | None:
        old = self._versions.provision(trail.then.wid, trail.origin)
        new = self._versions.provision(trail.now.wid, self._versions.last)
        moved = self._now(trail.then.wid) if old.wid != new.wid else ""
        fresh = self._versions.at(new.wid, max(0, trail.broke - 1)) is None
        if not moved and fresh and same_subject(old, new):  # deleted, and put in anew
            return None
        moved = moved or self._went(old)
        named, since = self._named(trail), f"Since {self._by(trail.broke)} it is {_head(new)}"
        whither = f"; that is {moved} now" if moved else "; that is no longer in force"
        return self._finding(
            trail,
            "reference-changed-subject",
            "warning",
            f"{trail.place.address} names {named}, which held another provision when those words came.",
            f"{self._quoted(trail)}; {named} was {_head(old)} then{whither}. {since}.",
            f"Where {_head(old)} is meant, amend the words to name {moved}; otherwise the words stand as they are."
            if moved
            else "Decide what is meant, and amend the words if it isn't what stands there now.",
        )

    def _broken(self, trail: Trail) -> Finding:
        old, named = self._versions.provision(trail.then.wid, trail.origin), self._named(trail)
        moved = self._now(trail.then.wid)
        went = self._went(old) if not moved else ""
        by = self._by(trail.broke)
        if moved and trail.named.anchor == "self":
            return self._misnamed(trail)
        if moved and not trail.then.inline:
            became, next_step = f"{by} made it {moved}", f"Amend the words to name {moved}."
        elif moved:
            became, next_step = f"{by} took those words out of {moved}", f"Read {moved} and amend the words."
        elif went:
            became, next_step = f"{by} deleted it, and {went} is like it", f"Read {went}; if it is meant, name it."
        else:
            became, next_step = f"{by} deleted it", "Decide what should apply in its place, and amend the words."
        return self._finding(
            trail,
            "dangling-reference",
            "error",
            f"{trail.place.address} names {named}, which is no longer there: {became}.",
            f"{self._quoted(trail)}; {named} was {_head(old)} when those words came.",
            f"{next_step} 'bylaws draft {self._work} FILE' writes the amendment from an edited copy.",
        )

    def _misnamed(self, trail: Trail) -> Finding:
        right = self._versions.address(trail.now.wid or trail.then.wid, self._versions.last)
        return self._finding(
            trail,
            "dangling-reference",
            "warning",
            f"{trail.place.address} calls what it stands in {self._named(trail)}; it is {right}.",
            f"{self._quoted(trail)}.",
            f"Amend the words to say {right.steps[-1]}.",
        )

    def _nowhere(self, trail: Trail) -> Finding:
        named = self._named(trail)
        sure = trail.mention.belongs == "inside" and trail.named.steps[-1].level in ("article", "section")
        if trail.now.verdict == "deleted":
            stage = self._deleted(trail.now.wid)
            what = f"which {self._by(stage)} deleted" if stage else "which is deleted"
        else:
            what = "which the text does not have"
        return self._finding(
            trail,
            "dangling-reference",
            "error" if sure else "warning",
            f"{trail.place.address} names {named}, {what}.",
            f"{self._quoted(trail)}.",
            "Compare it with the document; where it is the document's own slip, an amendment can put it right.",
        )

    def _finding(
        self, trail: Trail, code: str, severity: Severity, message: str, evidence: str, next_step: str
    ) -> Finding:
        return Finding(
            code=code,
            severity=severity,
            message=message,
            evidence=evidence,
            next_step=next_step,
            work=self._work,
            instrument=self._instrument(trail.broke).id if trail.broke else "",
            id=trail.place.eid,
            address=str(trail.place.address),
        )

    @property
    def _work(self) -> str:
        return self._subject.base.work.key

    def _instrument(self, stage: int) -> Instrument:
        return self._subject.instruments[stage - 1]

    def _by(self, stage: int) -> str:
        return f"the amendments of {spoken(self._instrument(stage).effective)}"

    def _quoted(self, trail: Trail) -> str:
        since = f"of {spoken(self._instrument(trail.origin).effective)}" if trail.origin else "of the base"
        return f"The words {since} say '{_around(trail.sentence, trail.mention.words)}'"

    def _now(self, wid: str) -> str:
        """Where a provision stands now, or nothing."""
        version = self._versions.at(wid, self._versions.last)
        standing = version and version.provision and version.provision.status == "in-force"
        return str(self._versions.address(wid, self._versions.last)) if standing else ""

    def _named(self, trail: Trail) -> str:
        """The address that is named, in full where it led somewhere."""
        if trail.then.verdict == "stands" and not trail.then.inline and trail.named.anchor != "self":
            return str(self._versions.address(trail.then.wid, trail.origin))
        return _said_of(trail)

    def _went(self, old: Provision) -> str:
        """Where another provision has the heading or the words that one had, or nothing."""
        found = successor(old, (place.provision for place in self._latest if place.provision.level == old.level))
        return str(self._versions.address(found.wid, self._versions.last)) if found else ""

    def _deleted(self, wid: str) -> int:
        """The stage at which a placeholder took the place of a provision."""
        gone = [one.stage for one in self._versions.of(wid) if one.provision and one.provision.status != "in-force"]
        return gone[0] if gone else 0


def _said_of(trail: Trail) -> str:
    """The address that is named, with what it is said to stand in."""
    steps = trail.named.steps
    if trail.named.anchor in ("before", "after"):
        return f"the {trail.named.steps[0].level} {trail.named.anchor} it"
    above = ""
    if trail.named.anchor in ("article", "section"):
        above = next((str(one) for one in trail.place.address.steps if one.level == trail.named.anchor), "")
    said = "".join(str(step) if str(step).startswith("(") or not nth else f", {step}" for nth, step in enumerate(steps))
    return f"{above}, {said}" if above and not said.startswith("(") else f"{above}{said}"


def _head(provision: Provision) -> str:
    return f"'{' '.join(filter(None, (provision.num, provision.heading))) or provision.text()[:60]}'"


def _around(sentence: str, words: str) -> str:
    """A sentence, of a long one what stands around the words."""
    if len(sentence) <= _LONGEST:
        return sentence
    at = sentence.find(words)
    start = max(0, at - (_LONGEST - len(words)) // 2)
    end = min(len(sentence), start + _LONGEST)
    start = sentence.rfind(" ", 0, start) + 1 if start else 0
    end = sentence.find(" ", end) if sentence.find(" ", end) > 0 else len(sentence)
    return f"{'…' if start else ''}{sentence[start:end]}{'…' if end < len(sentence) else ''}"
