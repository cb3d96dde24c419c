"""The edited copy as a text: without what stands beside the words where a text in force is printed.

``bylaws show`` prints source notes, placeholders and the day. The same text unedited is printed and read back too, so
that what nobody touched stands as it is in force, however it is read from a page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from amendments.drafting.errors import NotACopy, NotAWord, NumberedTwice, OutsideProvisions
from amendments.drafting.plain import plain, plain_text
from amendments.schedule import is_deletion
from corpus.dates import find_dates
from corpus.model import Place, Provision, Text, places
from corpus.sources.reader import Reading

_DAY = r"\w+ \d{1,2}, \d{4}"
_DATED = re.compile(
    rf"\(?\bas in force on (?P<day>{_DAY})(?:, as recorded by {_DAY})?"
    r"(?:, with (?:an|\d+) assumed amendments?)?\)?",
    re.IGNORECASE,
)
"""The line that says of which day a text is."""
_PLACEHOLDER = re.compile(r"\[Deleted\b[^\]]*\]", re.IGNORECASE)
_WITHIN = r"(?:[^()]|\([^()]*\))*"
_NOTE = re.compile(
    rf"\((?:Added|Substituted|Amended|Retitled|Renumbered|Restated|Paragraph)\b{_WITHIN}\b\d+{_WITHIN}\)?\Z"
    r"|\[Deleted\b[^\]]*\]"
)
"""What looks like a source note at the end of a provision, or like a placeholder."""
_SECTIONED = ("article", "section")


@dataclass(frozen=True, slots=True)
class Printed:
    """A text in force where it is printed: as it is read there, and the source notes that stand after provisions."""

    text: Text
    notes: frozenset[str]


def day_said(reading: Reading) -> date | None:
    """The day that a copy says its text is in force on, or None."""
    beside = (item.line.text for item in reading.set_aside if item.reason == "front-matter")
    found = _DATED.search(" ".join((*_only_text(reading).preface, *beside)))
    days = find_dates(found["day"]) if found else ()
    return days[0] if days else None


def read_copy(reading: Reading, current: Text, printed: Printed) -> Text:
    """The text that an edited copy asks for, a plain text; ``current`` is the one in force that it was made from.

    Raises NotACopy, OutsideProvisions where the title block or the conclusions are not as they were, NumberedTwice or
    NotAWord.
    """
    copy = read_whole(reading, current, printed)
    wanted = replace(copy, preface=current.preface)
    standing, left = _count(plain_text(current)), _count(wanted)
    if left * 2 < standing:
        raise NotACopy(reading.name, f"it has {left} articles and sections where the text in force has {standing}")
    _refuse_around(reading.name, copy, current)
    _refuse_twice(reading.name, wanted, current)
    _refuse_notes(reading.name, wanted, current, printed.notes)
    return replace(wanted, conclusions=current.conclusions)


def read_whole(reading: Reading, current: Text, printed: Printed) -> Text:
    """A copy as a plain text, its own title block and conclusions included; raises NotACopy."""
    copy = _only_text(reading)
    copy = replace(copy, preface=(_DATED.sub("", " ".join(copy.preface)).strip(),))
    copy = _note_whole(copy, printed.notes)
    return plain_text(_as_in_force(copy, current, printed))


def _only_text(reading: Reading) -> Text:
    if len(reading.documents) != 1:
        raise NotACopy(reading.name, f"it holds {len(reading.documents)} documents")
    (document,) = reading.documents
    if document.prose:
        raise NotACopy(reading.name, f"its title, '{document.title}', is that of an amendment")
    return document.text


def _refuse_around(name: str, copy: Text, current: Text) -> None:
    """Only words count: a line of a title may be broken elsewhere in a copy."""
    around = (
        ("the title block", copy.preface, current.preface),
        ("what stands after the last provision", copy.conclusions, current.conclusions),
    )
    findings = [
        f"{what} reads '{_shortened(ours)}' and stands as '{_shortened(theirs)}'"
        for what, ours, theirs in around
        if " ".join(ours).split() != " ".join(theirs).split()
    ]
    if findings:
        raise OutsideProvisions(name, findings)


def _refuse_twice(name: str, wanted: Text, current: Text) -> None:
    """Raise NumberedTwice where a number stands more often than it does in the text in force."""
    stood, stands = (Counter(place.address for place in _units(text)) for text in (current, wanted))
    for address, count in stands.items():
        if count > max(1, stood[address]):
            raise NumberedTwice(name, str(address), count)


def _refuse_notes(name: str, wanted: Text, current: Text, notes: frozenset[str]) -> None:
    """Raise NotAWord where a note or a placeholder was edited, or a part of one left: it would be taken for words."""
    ends = tuple(note.rpartition(" ")[2] for note in notes)
    stood = {found for place in _units(current) for found in _like_notes(_said(place), ends)}
    for place in _units(wanted):
        for found in _like_notes(_said(place), ends):
            if found not in stood:
                raise NotAWord(name, str(place.address), found)


def _like_notes(words: str, ends: tuple[str, ...]) -> Iterator[str]:
    yield from (found.group() for found in _NOTE.finditer(words))
    if words.endswith(ends) and words.count(")") > words.count("("):
        yield words.rpartition(" ")[2]


def _said(place: Place) -> str:
    return " ".join(_alone(place.provision).passages())


def _shortened(lines: tuple[str, ...]) -> str:
    words = " ".join(lines)
    return words if len(words) <= 100 else f"{words[:60].rstrip()} … {words[-30:].lstrip()}"


def _count(text: Text) -> int:
    return sum(1 for _ in _units(text))


def _units(text: Text) -> Iterator[Place]:
    return (place for place in places(text.provisions) if place.provision.level in _SECTIONED)


def _note_whole(copy: Text, notes: frozenset[str]) -> Text:
    """The copy with the end of a note that was taken for conclusions ("amended June 1, 2001.)") in the note again."""
    if not (copy.conclusions and copy.provisions):
        return copy
    first, *others = copy.conclusions
    cut = next((note for note in notes if note.endswith(first) and note != first), None)
    if cut is None or not " ".join(copy.provisions[-1].passages()).endswith(cut.removesuffix(first).rstrip()):
        return copy
    *before, last = copy.provisions
    return replace(copy, provisions=(*before, _with_more(last, first)), conclusions=tuple(others))


def _with_more(provision: Provision, words: str) -> Provision:
    """The provision with a further paragraph after its last words."""
    *before, last = ("", *provision.body)
    if isinstance(last, Provision):
        return replace(provision, body=(*before[1:], _with_more(last, words)))
    return replace(provision, body=(*provision.body, words))


def _as_in_force(copy: Text, current: Text, printed: Printed) -> Text:
    known = _printed_as(current, printed.text)
    provisions = tuple(_unnoted(part, known, printed.notes) for part in copy.provisions)
    return replace(copy, provisions=provisions)


def _printed_as(current: Text, printed: Text) -> dict[Provision, Provision]:
    """What each article or section is where it is printed, by how it is then read."""
    ours, theirs = list(_units(current)), list(_units(printed))
    if [place.address for place in ours] != [place.address for place in theirs]:
        return {}
    return {_alone(read.provision): standing.provision for standing, read in zip(ours, theirs, strict=True)}


def _alone(provision: Provision) -> Provision:
    """A provision without the sections inside it, and without identities."""
    body = tuple(part for part in provision.body if isinstance(part, str) or part.level not in _SECTIONED)
    return plain(replace(provision, body=body))


def _unnoted(read: Provision, known: dict[Provision, Provision], notes: frozenset[str]) -> Provision:
    """A provision of the copy as it would stand: as it does where nothing in it was touched."""
    inner = tuple(
        _unnoted(part, known, notes) for part in read.body if isinstance(part, Provision) and part.level in _SECTIONED
    )
    own = _alone(read)
    made = _alone(known[own]) if own in known else _without_note(own, notes)
    if made.status != "deleted" and not inner and _is_placeholder(made):
        made = replace(made, heading="", body=(), status="deleted")
    return replace(made, body=(*_items(made), *inner))


def _items(provision: Provision) -> tuple[str | Provision, ...]:
    """The body without the list items that only say that they are deleted."""
    made: list[str | Provision] = []
    for part in provision.body:
        if isinstance(part, str):
            made.append(part)
        elif part.status != "deleted" and not _is_placeholder(part):
            made.append(replace(part, body=_items(part)))
    return tuple(made)


def _is_placeholder(provision: Provision) -> bool:
    """``Section 13. [Deleted February 28, 2000.]``, or the word DELETED as a schedule has it."""
    words = provision.text()
    return bool(_PLACEHOLDER.fullmatch(words)) or (bool(words) and is_deletion(provision))


def _without_note(provision: Provision, notes: frozenset[str]) -> Provision:
    """The provision without a source note after its last word, be the note in one paragraph or in several."""
    words = " ".join(provision.passages())
    note = next((note for note in notes if words.endswith(f" {note}")), "")
    while note:
        provision, taken = _without_end(provision, note)
        note = note.removesuffix(taken).rstrip()
    return provision


def _without_end(provision: Provision, words: str) -> tuple[Provision, str]:
    """The provision without those of ``words`` that its last paragraph ends in, and which these are."""
    if not provision.body:
        return replace(provision, heading=_less(provision.heading, words)), words
    *before, last = provision.body
    if isinstance(last, Provision):
        inner, taken = _without_end(last, words)
        return replace(provision, body=(*before, inner)), taken
    taken = words if last.endswith(words) else last
    left = _less(last, taken)
    return replace(provision, body=(*before, left) if left else tuple(before)), taken


def _less(words: str, end: str) -> str:
    return words.removesuffix(end).rstrip()
