"""What of a copy no instrument explains, as findings: each difference once, where it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from amendments.audit.against.held import Held
from amendments.audit.against.left_out import Replays
from amendments.audit.against.strands import Difference
from amendments.audit.against.supplied import Supplied
from amendments.audit.against.words import heading_key
from amendments.compare.comparison import printed_head
from amendments.record import Record
from corpus.dates import spoken
from corpus.finding import Finding, Severity
from corpus.model import Place

_LISTED = 6
_LONGEST = 160


def drift(
    record: Record, supplied: Supplied, unexplained: Sequence[Held], replays: Replays, day: date
) -> Iterator[Finding]:
    """The differences of words, then of headings, places and numbers."""
    drawn = _Drawn(record, supplied.name, replays, day)
    yield from drawn.title(supplied)
    for one in unexplained:
        yield from drawn.of(one)
    yield from drawn.numbers([one for one in unexplained if one.ours and one.theirs and not one.numbered])


class _Drawn:
    def __init__(self, record: Record, name: str, replays: Replays, day: date) -> None:
        self.record, self.name, self.day = record, name, day
        self._effective = {one.id: one.effective for one in replays.instruments}

    def of(self, one: Held) -> Iterator[Finding]:
        if one.ours and one.theirs:
            yield from (self._words(one.ours, said) for said in one.words)
            if not one.headed:
                yield self._finding(
                    one.ours,
                    "warning",
                    f"{self.name} gives {one.ours.address} another heading, which no amendment explains.",
                    f"The copy has '{printed_head(one.theirs.provision)}'; the text in force on {spoken(self.day)} has "
                    f"'{printed_head(one.ours.provision)}'.",
                )
            if one.elsewhere and one.numbered:
                yield self._finding(
                    one.ours,
                    "warning",
                    f"{self.name} has {one.ours.address} in another place, which no amendment explains.",
                    f"'{printed_head(one.ours.provision)}' stands there in another order than in the text in force on "
                    f"{spoken(self.day)}.",
                )
        elif one.ours:
            yield self._finding(
                one.ours,
                "error",
                f"{self.name} does not have {one.ours.address}, and no amendment took it out.",
                f"The text in force on {spoken(self.day)} has '{_shortened(one.ours)}'. {self._nearest(_last(one))}",
            )
        elif one.theirs:
            yield self._finding(
                one.theirs,
                "error",
                f"{self.name} has {one.theirs.address}, and no amendment put it there.",
                f"The copy has '{_shortened(one.theirs)}'; the text in force on {spoken(self.day)} has no such words.",
            )

    def _words(self, place: Place, said: Difference) -> Finding:
        what = "only in signs" if said.signs_only else "in words"
        return self._finding(
            place,
            "warning" if said.signs_only else "error",
            f"{self.name} differs {what} in {place.address}, and no amendment explains it.",
            f"{_has('The copy', said.theirs)}; {_has(f'the text in force on {spoken(self.day)}', said.ours)}. "
            f"{self._nearest(said.nearest)}",
        )

    def numbers(self, otherwise: Sequence[Held]) -> Iterator[Finding]:
        """What stands under another number or in another article: one finding for each article."""
        by_article: dict[str, list[Held]] = {}
        for one in otherwise:
            assert one.ours  # it stands in both
            by_article.setdefault(one.ours.eid.rpartition("__")[0], []).append(one)
        for those in by_article.values():
            places = [(one.ours, one.theirs) for one in those if one.ours and one.theirs]
            first = places[0][0]
            told = [f"{ours.address} is its {theirs.address}" for ours, theirs in places]
            more = f", and {len(told) - _LISTED} more" if len(told) > _LISTED else ""
            what = str(first.address) if len(places) == 1 else f"{len(places)} provisions"
            yield self._finding(
                first,
                "warning",
                f"{self.name} numbers {what} otherwise, which no amendment explains.",
                f"{'; '.join(told[:_LISTED])}{more}.",
            )

    def title(self, supplied: Supplied) -> Iterator[Finding]:
        ours, theirs = " ".join(self.record.base.text.preface), " ".join(supplied.text.preface)
        if theirs and not set(heading_key(ours)) <= set(heading_key(theirs)):
            yield Finding(
                code="restatement-drift",
                severity="note",
                message=f"{self.name} has another title.",
                evidence=f"The copy has '{theirs}'; the text as adopted has '{ours}'.",
                next_step="Check that the copy is of this work.",
                work=self.record.work.key,
            )

    def _nearest(self, name: str) -> str:
        if name not in self._effective:
            return "No amendment touched these words: they stand as adopted."
        return f"The last amendment that touched words there is that of {spoken(self._effective[name])} ({name})."

    def _finding(self, place: Place, severity: Severity, message: str, evidence: str) -> Finding:
        return Finding(
            code="restatement-drift",
            severity=severity,
            message=message,
            evidence=evidence,
            next_step=f"See which paper our words come from (bylaws blame {self.record.work.key} {place.eid} --as-of "
            f"{self.day}); where they are right the copy is wrong, otherwise an amendment is missing from the record.",
            work=self.record.work.key,
            id=place.eid,
            address=str(place.address),
        )


def _has(who: str, words: str) -> str:
    return f"{who} has '{words}'" if words else f"{who} has no words there"


def _last(one: Held) -> str:
    return one.thread.by[-1] if one.thread and one.thread.by else ""


def _shortened(place: Place) -> str:
    words = " ".join(place.provision.passages())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 2].rsplit(' ', 1)[0]} …"
