"""Defined terms that the text in force never uses, defines twice, or says are defined where they are not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amendments.audit.passages import Origins, Words, excerpt, paragraphs_in_force
from amendments.audit.subject import Subject
from amendments.audit.terms.definitions import Definition, definitions_in, used
from corpus.finding import Finding, Severity
from corpus.model import Text, places

_REFERS = re.compile(
    r"(?P<term>[A-Z][\w’'-]*(?:\s+(?:of\s+|the\s+)*[A-Z][\w’'-]*){0,4}),?\s+\(?\s*"
    r"as\s+(?:(?:herein(?:after)?|so)\s+)?defined\s+"
    r"(?:herein(?:after)?|above|below|in\s+(?:these|this|the)\s+(?:[Bb]y-?[Ll]aws|Plan)"
    r"|in\s+(?:Section|Article)\s+[\dIVX][\w.]*(?:\(\w+\))*(?![\w(])(?!\s+of\s+(?:the\s+(?!Plan|By)|Title|Chapter|that)))"
)
"""Sections of acts and codes, and definitions in other documents, are none of this text."""

_ARTICLE = re.compile(r"^(?:The|No|An?|Any|Each|Every|All|Such|If|In|Of|By)\s+")


@dataclass(frozen=True, slots=True)
class _Defined:
    """A definition with the paragraph it stands in."""

    words: Words
    definition: Definition

    @property
    def quote(self) -> str:
        return excerpt(self.words.text, self.definition.start, self.definition.end)


class _Text:
    """The text in force as these checks read it."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.text: Text = subject.latest.text
        self.standing = tuple(paragraphs_in_force(self.text))
        self.defined = tuple(_Defined(words, one) for words in self.standing for one in definitions_in(words.text))

    def finding(
        self, words: Words, code: str, severity: Severity, message: str, evidence: str, step: str, instrument: str = ""
    ) -> Finding:
        return Finding(
            code=code,
            severity=severity,
            message=message,
            evidence=evidence,
            next_step=step,
            work=self.subject.base.work.key,
            instrument=instrument,
            id=words.place.eid,
            address=str(words.place.address),
        )


def check_definitions(subject: Subject) -> Iterator[Finding]:
    """``twice-defined``, ``unused-definition`` and ``undefined-term``, each in the order of the text."""
    text = _Text(subject)
    yield from _undefined(text)
    if text.defined:
        origins = Origins(subject)
        yield from _twice(text, origins)
        yield from _unused(text, origins)


def _twice(text: _Text, origins: Origins) -> Iterator[Finding]:
    """Two meanings given by "means" for the whole text; of names in brackets each may be good where it stands."""
    first: dict[str, _Defined] = {}
    for one in text.defined:
        if one.definition.kind != "means" or one.definition.local:
            continue
        known = first.setdefault(one.definition.term, one)
        if known is one:
            continue
        alike = _bare(known.definition.meaning) == _bare(one.definition.meaning)
        yield text.finding(
            one.words,
            "twice-defined",
            "note" if alike else "warning",
            f"'{one.definition.term}' is defined twice, {'in the same words' if alike else 'in different words'}.",
            "; ".join(
                f"{each.words.place.address} ({origins.of(each.words.place)}):"
                f" '{each.definition.term}' {_shortened(each.definition.meaning)}"
                for each in (known, one)
            )
            + ".",
            "Find which of the two is meant; an amendment can strike the other.",
            origins.instrument(one.words.place),
        )


def _unused(text: _Text, origins: Origins) -> Iterator[Finding]:
    passages = tuple(text.text.passages())
    for one in text.defined:
        if _stands_once(one.definition.term, passages):
            yield text.finding(
                one.words,
                "unused-definition",
                "note",
                f"'{one.definition.term}' is defined, and nothing else in the text uses it.",
                f"{one.words.place.address} ({origins.of(one.words.place)}): '{one.quote}'.",
                "Look whether a provision that used it was deleted, or has another word for the same thing.",
            )


def _stands_once(term: str, passages: Iterable[str]) -> bool:
    uses = 0
    for passage in passages:
        uses += len(used(term).findall(passage))
        if uses > 1:
            return False
    return True


def _undefined(text: _Text) -> Iterator[Finding]:
    """Terms that a provision says are defined in this text, where nothing gives them a meaning."""
    given = {one.definition.term.casefold() for one in text.defined}
    headings: str | None = None
    for words in text.standing:
        for found in _REFERS.finditer(words.text) if "defined" in words.text else ():
            term = _ARTICLE.sub("", found["term"])
            if any(_same(term, one) for one in given):
                continue
            headings = headings if headings is not None else "\n".join(_quoted_and_headed(text.text)).casefold()
            if term.casefold() not in headings:
                yield text.finding(
                    words,
                    "undefined-term",
                    "warning",
                    f"{words.place.address} says that '{term}' is defined in this text, and nothing defines it.",
                    f"'{excerpt(words.text, found.start(), found.end())}'.",
                    "Look whether the definition was deleted or renamed; an amendment can put it in.",
                )


def _quoted_and_headed(text: Text) -> Iterator[str]:
    """Every heading and quotation, and what comes before "means": where a meaning may be given."""
    yield from (place.provision.heading for place in places(text.provisions))
    for passage in text.passages():
        yield from re.findall(r"[\"“]([^\"“”]*)[\"”]", passage)
        yield from re.findall(r"(\S+(?:\s\S+){0,4})\s+(?:shall\s+)?means?\b", passage)


def _same(term: str, other: str) -> bool:
    return used(term).fullmatch(other) is not None or term.casefold() == other


def _bare(words: str) -> list[str]:
    return re.findall(r"\w+", words.casefold())


def _shortened(words: str) -> str:
    return words if len(words) <= 160 else f"{words[:160].rpartition(' ')[0]} …"
