"""Operations on words: strike, put in, put in place of others, at a spot that must be found exactly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from amendments.operations import AddWords, DeleteWords, SubstituteWords, WordOperation
from amendments.patch import faults, splice, word_faults
from amendments.patch.outcome import Effect, Outcome, effect, refused
from amendments.patch.stretches import Stretch, occurrences, scope
from corpus.finding import Finding
from corpus.model import Place, Provision, Text, places, places_at
from corpus.tree import find, replaced

Edits = dict[tuple[str, int], tuple[str, ...]]
"""The paragraphs that take the place of one, by the identity of its provision and its place in the body there."""


def change_words(text: Text, operation: WordOperation) -> Outcome:
    """What isn't found as the operation says is not changed: the finding then names the nearest words.

    Only the words below headings are looked at; for a heading there is an operation of its own.
    """
    target = operation.target
    standing = find(text, target) if target.steps else None
    if target.steps and (standing is None or standing.status == "deleted"):
        return refused(text, faults.missing_target(operation, standing, "Its words were not changed."))
    within = tuple(places_at(standing, target) if standing else places(text.provisions))
    if standing and isinstance(operation, AddWords) and not (operation.spot.narrows or operation.spot.words):
        return _add_at_edge(text, operation, standing)
    found = _found(operation, within)
    if isinstance(found, Finding):
        return refused(text, found)
    which = operation.spot.which
    meant = found[which - 1 : which] if isinstance(which, int) else found
    edits = _edits(operation, meant)
    owners = {stretch.passage.owner.provision.wid: stretch.passage.owner for stretch in meant}
    return Outcome(
        _rewritten_text(text, operation, edits),
        tuple(_effect(operation, owner, edits) for owner in owners.values()),
        word_faults.words_differ(operation, operation.seen, standing, len(found))
        + word_faults.words_in_headings(operation, within),
    )


def _found(operation: WordOperation, within: tuple[Place, ...]) -> tuple[Stretch, ...] | Finding:
    """Every occurrence of the words in the scope, or why the operation can't be carried out."""
    spot = operation.spot
    searched = scope(within, spot) if operation.target.steps or not spot.narrows else ()
    if spot.narrows and not searched:
        return word_faults.part_not_found(operation)
    found = occurrences(spot.words, searched) if spot.words else searched
    if spot.which == "only" and len(found) > 1:
        return word_faults.words_ambiguous(operation, len(found))
    wanted = spot.which if isinstance(spot.which, int) else 1
    if len(found) < wanted or wanted < 1:
        return word_faults.words_not_found(operation, searched)
    return found


def _edits(operation: WordOperation, meant: Iterable[Stretch]) -> Edits:
    by_passage: dict[tuple[str, int], list[Stretch]] = {}
    for stretch in meant:
        by_passage.setdefault((stretch.passage.owner.provision.wid, stretch.passage.index), []).append(stretch)
    edits: Edits = {}
    for key, stretches in by_passage.items():
        words = stretches[0].passage.text
        for stretch in reversed(stretches):  # from the end on, so that what stands before keeps its place
            words = _edited(operation, words, stretch)
        edits[key] = (words,) if words else ()
        if isinstance(operation, AddWords) and operation.apart:
            stood = stretches[0].passage.text
            edits[key] = (operation.new, stood) if operation.side == "before" else (stood, operation.new)
    return edits


def _edited(operation: WordOperation, words: str, stretch: Stretch) -> str:
    match operation:
        case SubstituteWords():
            return splice.substituted(words, stretch.start, stretch.end, operation.new)
        case AddWords():
            return splice.added(words, stretch.start if operation.side == "before" else stretch.end, operation.new)
        case DeleteWords():
            return splice.deleted(words, stretch.start, stretch.end)
        case _:
            assert_never(operation)


def _add_at_edge(text: Text, operation: AddWords, standing: Provision) -> Outcome:
    """At the beginning or end of a provision: in its paragraph there, or apart where a list or nothing stands."""
    body, first = standing.body, operation.side == "before"
    edge = body[0 if first else -1] if body else None
    if not first and any(part.level in ("article", "section") for part in standing.children):
        return refused(text, word_faults.no_end_of_its_own(operation))
    if operation.apart or not isinstance(edge, str):
        body = (operation.new, *body) if first else (*body, operation.new)
    else:
        joined = splice.added(edge, 0 if first else len(edge), operation.new)
        body = (joined, *body[1:]) if first else (*body[:-1], joined)
    new = replace(standing, body=body)
    return Outcome(
        replaced(text, operation.target, lambda _: new),
        (effect(operation, operation.target, standing, new, whole=False),),
        faults.precondition_changed(operation, operation.seen, standing),
    )


def _rewritten_text(text: Text, operation: WordOperation, edits: Edits) -> Text:
    if operation.target.steps:
        return replaced(text, operation.target, lambda provision: _rewritten(provision, edits))
    return replace(text, provisions=tuple(_rewritten(provision, edits) for provision in text.provisions))


def _rewritten(provision: Provision, edits: Edits) -> Provision:
    """The provision with the edits made in it; what has none is shared, not copied."""
    body: list[str | Provision] = []
    for index, part in enumerate(provision.body):
        if isinstance(part, Provision):
            body.append(_rewritten(part, edits))
        else:
            body += edits.get((provision.wid, index), (part,))
    same = len(body) == len(provision.body) and all(one is two for one, two in zip(body, provision.body, strict=True))
    return provision if same else replace(provision, body=tuple(body))


def _effect(operation: WordOperation, owner: Place, edits: Edits) -> Effect:
    return effect(operation, owner.address, owner.provision, _rewritten(owner.provision, edits), whole=False)
