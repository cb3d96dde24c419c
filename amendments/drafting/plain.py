"""What a text says, free of identities and of the placeholders of what was deleted: what two texts are compared by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from corpus.model import Provision, Text, places


def plain(provision: Provision) -> Provision:
    """The provision without identities and without the placeholders inside it."""
    body = tuple(
        part if isinstance(part, str) else plain(part)
        for part in provision.body
        if isinstance(part, str) or part.status != "deleted"
    )
    return replace(provision, body=body, wid="")


def plain_text(text: Text) -> Text:
    """The text without identities and placeholders."""
    return replace(text, provisions=tuple(plain(part) for part in text.provisions if part.status != "deleted"))


def first_difference(one: Text, two: Text) -> str | None:
    """The address of the first provision that is not the same in both, or None where all are."""
    for ours, theirs in zip_longest(_own(one), _own(two)):
        if ours != theirs:
            return (theirs or ours or ("", ()))[0]
    return None


def _own(text: Text) -> Iterator[tuple[str, tuple[object, ...]]]:
    """The address of each provision with all that is its own, and where inner ones stand among its paragraphs."""
    for place in places(plain_text(text).provisions):
        provision = place.provision
        body = tuple(part if isinstance(part, str) else (part.level, part.num) for part in provision.body)
        own = (place.eid, provision.level, provision.num, provision.heading, provision.status, body)
        yield str(place.address) or place.eid, own
