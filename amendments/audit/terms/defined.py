"""Defined terms that the text in force never uses, defines twice otherwise, or says are defined where they are not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amendments.audit.passages import Origins, Words, excerpt, paragraphs_in_force
from amendments.audit.subject import Subject
from amendments.audit.terms.definitions import Definition, definitions_in, used
from corpus.finding import Finding
from corpus.model import Text


@dataclass(frozen=True, slots=True)
class _Defined:
    """A definition with the paragraph it stands in."""

    words: Words
    definition: Definition


def check_definitions(subject: Subject) -> Iterator[Finding]:
    """``unused-definition``, ``twice-defined`` and ``undefined-term``, in the order of the text."""
    text = subject.latest.text
    standing = tuple(paragraphs_in_force(text))
    defined = [_Defined(words, one) for words in standing for one in definitions_in(words.text)]
    yield from _twice(subject, defined)
    yield from _unused(subject, defined, text)
    yield from _undefined(subject, standing, text)


def _unused(subject: Subject, defined: Iterable[_Defined], text: Text) -> Iterator[Finding]:
    passages = tuple(text.passages())
    for one in defined:
        uses = sum(len(used(one.definition.term).findall(passage)) for passage in passages)
        if uses <= 1:
            yield _finding(
                subject,
                one.words,
                "unused-definition",
                "note",
                f"'{one.definition.term}' is defined and not used anywhere else in the text.",
                f"{_quoted(subject, one)}.",
                "Look whether the provision that used it was deleted, or uses another word for the same thing.",
            )
