"""Two names for one thing in one text: "Articles of Incorporation" and "Certificate of Incorporation"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from amendments.audit.passages import Origins, Words, excerpt, paragraphs_in_force
from amendments.audit.subject import Subject
from amendments.audit.terms.definitions import definitions_in
from corpus.finding import Finding

_OTHERS = r"(?!\s+of\s+(?:such|another|any|other|each|that|a)\b)"
"""What follows a name where it is another body's."""
_SYNONYMS: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        ("Articles of Incorporation", rf"\barticles\s+of\s+incorporation\b{_OTHERS}"),
        ("Certificate of Incorporation", rf"\bcertificate\s+of\s+incorporation\b{_OTHERS}"),
        ("Certificate of Formation", rf"\bcertificate\s+of\s+formation\b{_OTHERS}"),
    ),
    (("shareholders", r"\bshareholders?\b"), ("stockholders", r"\bstockholders?\b")),
    (("fiscal year", r"\bfiscal\s+years?\b"), ("financial year", r"\bfinancial\s+years?\b")),
    (
        ("Chairman of the Board", r"(?<!vice )(?<!vice-)\bchairman\s+of\s+the\s+board\b"),
        ("Chairperson of the Board", r"(?<!vice )(?<!vice-)\bchairperson\s+of\s+the\s+board\b"),
        ("Chair of the Board", r"(?<!vice )(?<!vice-)\bchair\s+of\s+the\s+board\b"),
    ),
)
"""Names that the field has for one thing; spellings of one name ("By-Laws", "Bylaws") mislead nobody."""
_NAMES = tuple(tuple((name, re.compile(form, re.IGNORECASE)) for name, form in row) for row in _SYNONYMS)
_ITSELF = (
    "Corporation",
    "Company",
    "Association",
    "Foundation",
    "Society",
    "Cooperative",
    "Club",
    "League",
    "Institute",
)
_EITHER = re.compile(r"^\s*(?:\([^()]*\)\s*)?(?:,\s*)?(?:or|and/or|/)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Named:
    """Where a text has a name."""

    name: str
    uses: tuple[tuple[Words, int, int], ...]

    @property
    def count(self) -> int:
        return len(self.uses)


def check_two_names(subject: Subject) -> Iterator[Finding]:
    """A finding for each thing that the text in force has two names for, at the name that it has less often."""
    standing = tuple(paragraphs_in_force(subject.latest.text))
    origins: Origins | None = None
    for names in (*_synonyms(standing), *_of_itself(subject, standing)):
        origins = origins or Origins(subject)
        yield _finding(subject, sorted(names, key=lambda one: -one.count), origins)


def _synonyms(standing: Sequence[Words]) -> Iterator[list[_Named]]:
    for row in _NAMES:
        found = [_Named(name, _uses(pattern, standing)) for name, pattern in row]
        named = [one for one in found if one.uses]
        if len(named) > 1 and not _said_together(named):
            yield named


def _uses(pattern: re.Pattern[str], standing: Sequence[Words]) -> tuple[tuple[Words, int, int], ...]:
    return tuple((words, *found.span()) for words in standing for found in pattern.finditer(words.text))


def _said_together(named: Sequence[_Named]) -> bool:
    """Whether a sentence says that either is meant: "the Articles or Certificate of Incorporation"."""
    places = sorted((id(words), start, end, one.name) for one in named for words, start, end in one.uses)
    texts = {id(words): words.text for one in named for words, _, _ in one.uses}
    return any(
        first[0] == second[0]
        and first[3] != second[3]
        and len(between := texts[first[0]][first[2] : second[1]]) < 40
        and _EITHER.match(between) is not None
        for first, second in pairwise(places)
    )


def _of_itself(subject: Subject, standing: Sequence[Words]) -> Iterator[list[_Named]]:
    """The organisation by a word of its title besides the one that the text defines for it.

    Where both are defined they are two bodies, and where neither is nobody can tell.
    """
    defined = {one.term for words in standing for one in definitions_in(words.text)} & set(_ITSELF)
    if len(defined) != 1:
        return
    (word,) = defined
    title = {part.capitalize() for part in re.findall(r"[^\W\d_]+", subject.base.work.title)}
    for other in _ITSELF:
        if other == word or other not in title:
            continue
        found = [_Named(f"the {name}", _uses(_the(name), standing)) for name in (word, other)]
        if all(one.uses for one in found):
            yield found


def _the(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b[Tt]he\s+{name}\b(?![’'-]?\w)(?!\s+(?:of|[A-Z]))")


def _finding(subject: Subject, named: list[_Named], origins: Origins) -> Finding:
    words, begun, ended = named[-1].uses[0]
    name = words.text[begun:ended].casefold()
    from_the_first = any(name in passage.casefold() for passage in subject.base.text.passages())
    told = "; ".join(
        f"'{one.name}' {_times(one.count)}, first in {at.place.address} ({origins.of(at.place)}):"
        f" '{excerpt(at.text, start, end)}'"
        for one in named
        for at, start, end in one.uses[:1]
    )
    names = " and ".join(f"'{one.name}'" for one in named)
    return Finding(
        code="two-names",
        severity="note",
        message=f"The text has {names} for what is one thing, as it seems.",
        evidence=f"{told}.",
        next_step="Find which is right and whether the others mean the same; an amendment can put one name throughout.",
        work=subject.base.work.key,
        instrument="" if from_the_first else origins.instrument(words.place),
        id=words.place.eid,
        address=str(words.place.address),
    )


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
