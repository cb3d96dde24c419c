"""Terms that outlived what established them: the text still gives duties to an office that an amendment took out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from amendments.audit.passages import Origins, Words, excerpt, paragraphs_in_force
from amendments.audit.subject import Subject
from amendments.audit.terms.definitions import definitions_in
from amendments.audit.terms.departed import Departed, departures
from amendments.audit.terms.offices import establishes, followed, names_of, pattern, preceded, titled
from amendments.operations import Delete
from corpus.dates import spoken
from corpus.finding import Finding
from corpus.model import Place, places

_QUOTED_USES = 12
"""Uses that are quoted; of others only the addresses are given."""
_ABSENT = re.compile(r"\b(?:removal|absence|vacanc|resignation|compensation|succession|disability|inability)", re.I)

Use = tuple[Words, int, int]


def check_stale_terms(subject: Subject) -> Iterator[Finding]:
    """Offices, bodies and defined terms that provisions in force use, though nothing establishes them any more."""
    gone = departures(subject)
    if not gone:
        return
    standing = tuple(paragraphs_in_force(subject.latest.text))
    headings = [titled(place.provision.heading) for place in _in_force(subject)]
    origins: Origins | None = None
    for one in gone.values():
        found = _uses(one, standing, headings)
        if found:
            origins = origins or Origins(subject)
            yield _finding(subject, one, found, origins)


def _in_force(subject: Subject) -> Iterator[Place]:
    return (place for place in places(subject.latest.text.provisions) if place.provision.status == "in-force")


def _uses(gone: Departed, standing: Iterable[Words], headings: Iterable[str]) -> list[Use]:
    """Where the text uses the term; nothing where a heading, a list or a definition still establishes it."""
    wanted = pattern(gone.term, small=gone.small)
    titles = pattern(gone.term)
    for heading in headings:
        found = titles.search(heading)
        if found and not preceded(heading, found.start()) and not _ABSENT.search(heading):
            return []
    uses: list[Use] = []
    for words in standing:
        if any(one.term == gone.term for one in definitions_in(words.text)):
            return []
        for found in wanted.finditer(words.text):
            start, end = found.span()
            if preceded(words.text, start) or followed(words.text, end):
                continue
            if not gone.defined and establishes(words.text, start, end):
                return []
            if not gone.small or " " in gone.term or words.text[:start].lower().endswith("the "):
                uses.append((words, start, end))
    return uses


def _finding(subject: Subject, gone: Departed, uses: list[Use], origins: Origins) -> Finding:
    first = uses[0][0].place
    quoted = [
        f"{words.place.address} ({origins.of(words.place)}): '{excerpt(words.text, start, end)}'"
        for words, start, end in uses[:_QUOTED_USES]
    ]
    more = dict.fromkeys(str(words.place.address) for words, _, _ in uses[_QUOTED_USES:])
    rest = f"; and in {', '.join(more)}" if more else ""
    term = gone.term.lower() if gone.small else gone.term
    what = "defines" if gone.defined else "establishes"
    return Finding(
        code="stale-term",
        severity="warning",
        message=f"The text still speaks of '{term}', and nothing in it {what} that any more.",
        evidence=f"{_how(gone)} Still used: {'; '.join(quoted)}{rest}.",
        next_step=_next_step(subject, gone, term),
        work=subject.base.work.key,
        instrument=gone.instrument.id,
        id=first.eid,
        address=str(first.address),
    )


def _how(gone: Departed) -> str:
    """What took the term out, in a sentence."""
    day = spoken(gone.instrument.effective)
    stood = f"'{gone.quote}' stood in {gone.address} until {day}"
    if gone.now is None or gone.now.status == "deleted":
        said = f"{stood}, when {gone.instrument.id} took it out."
    elif not gone.defined and gone.now.heading != gone.was.heading:
        said = f"{stood}, when {gone.instrument.id} made it '{gone.now.num} {gone.now.heading}'."
    else:
        said = f"{stood}, when {gone.instrument.id} took these words out."
    named = [
        f"'{operation.num} {operation.heading}'"
        for operation in gone.instrument.operations
        if isinstance(operation, Delete)
        and gone.term in names_of(operation.heading)
        and not operation.target.matches(gone.address)
    ]
    return f"{said} It also deletes {' and '.join(named)} by name." if named else said


def _next_step(subject: Subject, gone: Departed, term: str) -> str:
    instead = (
        f" ({gone.address} is '{gone.now.heading.rstrip(' .')}' now)"
        if gone.now and gone.now.status == "in-force" and gone.now.heading != gone.was.heading
        else ""
    )
    key = subject.base.work.key
    return (
        f"Look for an amendment that says what '{term}' means now{instead}. If there is none, put the right words "
        f"into a copy of the text; 'bylaws draft {key} COPY' drafts the amendment."
    )
