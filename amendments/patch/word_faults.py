"""What the patch reports of operations on words. Where they are not found, the nearest are named, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from amendments.describe import describe, quoted, target_of
from amendments.operations import Seen, WordOperation
from amendments.patch.faults import make_finding, precondition, precondition_changed
from amendments.patch.nearest import nearest
from amendments.patch.stretches import Stretch, occurrences
from corpus.finding import Finding
from corpus.model import Place, Provision


def words_not_found(operation: WordOperation, searched: Sequence[Stretch]) -> Finding:
    """The words don't stand there, or not that often."""
    words = operation.spot.words
    found = len(occurrences(words, searched)) if words else 0
    where = target_of(operation.target)
    often = f"stand there {'once' if found == 1 else f'{found} times'}" if found else "do not stand there"
    return make_finding(
        "words-not-found",
        "error",
        operation,
        f"The instrument names the words {quoted(words)} of {where}, but they {often}. Nothing was changed.",
        f"The instrument says: {describe(operation)}. {_nearest(words, [stretch.text for stretch in searched])}",
        "Look for an amendment that is missing from the record, or correct the words in a new one.",
    )


def part_not_found(operation: WordOperation) -> Finding:
    """The sentence or paragraph isn't there, or which one it is can't be told."""
    return make_finding(
        "words-not-found",
        "error",
        operation,
        f"The instrument names a {'sentence' if operation.spot.sentence else 'paragraph'} that can't be told in "
        f"{target_of(operation.target)}. Nothing was changed.",
        f"The instrument says: {describe(operation)}. There are fewer, it stands at a list or past one, or a full "
        "stop before it may end an abbreviation.",
        "Name it by its words in a corrected instrument.",
    )


def no_end_of_its_own(operation: WordOperation) -> Finding:
    """Words are to stand at the end of an article, which ends in its last section."""
    return make_finding(
        "words-ambiguous",
        "error",
        operation,
        f"The instrument adds words at the end of {target_of(operation.target)}, which ends in a section. "
        "Nothing was changed.",
        f"The instrument says: {describe(operation)}.",
        "Find out whether they belong to the last section or are a new one: it takes an instrument that says so.",
    )


def words_ambiguous(operation: WordOperation, found: int) -> Finding:
    """The words stand there more than once, and the instrument does not say which are meant."""
    return make_finding(
        "words-ambiguous",
        "error",
        operation,
        f"The instrument does not say which of the {found} places in {target_of(operation.target)} it means. "
        "Nothing was changed.",
        f"The instrument says: {describe(operation)}.",
        "Find out which one was meant: it takes an instrument that says so.",
    )


def words_differ(
    operation: WordOperation, seen: Seen | None, standing: Provision | None, found: int
) -> tuple[Finding, ...]:
    """The text is not the one that the editor saw; of the whole text only the number of places was kept."""
    count = operation.spot.count
    if standing is None:
        evidence = f"The words stood at {count} {_places(count)}; they stand at {found} now."
        return (precondition(operation, evidence),) if found != count else ()
    return precondition_changed(operation, seen, standing)


def words_in_headings(operation: WordOperation, within: Iterable[Place]) -> tuple[Finding, ...]:
    """The words stand in a heading too, which operations on words leave alone."""
    spot = operation.spot
    if spot.narrows or not spot.words or spot.which == "only":
        return ()
    headings = [place for place in within if occurrences(spot.words, [Stretch.heading(place)])]
    if not headings:
        return ()
    named = "; ".join(f"{place.address}, '{place.provision.heading}'" for place in headings)
    return (
        make_finding(
            "words-in-heading",
            "note",
            operation,
            f"The words {quoted(spot.words)} also stand in {'a heading' if len(headings) == 1 else 'headings'}, "
            f"{'which was left as it is' if len(headings) == 1 else 'which were left as they are'}.",
            f"{named}.",
            "If the instrument means headings too, record that with one that gives new headings.",
        ),
    )


def _nearest(words: str, passages: Sequence[str]) -> str:
    found = nearest(words, passages) if words else None
    if found is None:
        return "Nothing there is like them."
    return f"The nearest words there are {quoted(found.words)} (alike by {found.similarity:.0%})."


def _places(count: int) -> str:
    return "place" if count == 1 else "places"
