"""Restatement: a whole new text in the place of the one in force."""

from __future__ import annotations

from dataclasses import replace

from amendments.operations import Restate, kind_of
from amendments.patch import faults
from amendments.patch.outcome import Effect, Outcome, identities
from corpus.address import Address
from corpus.digest import digest_text
from corpus.model import Provision, Text, identify


def restate(text: Text, operation: Restate, instrument: str) -> Outcome:
    """What the new text goes on with keeps its identity; all else is new."""
    known = {wid for part in text.provisions for wid in identities(part)}
    kept = tuple(_known(part, known) for part in operation.new.provisions)
    provisions = identify(kept, f"{instrument}__{operation.id}__")
    new = replace(operation.new, provisions=provisions)
    covers = frozenset(wid for side in (text, new) for part in side.provisions for wid in identities(part))
    whole = Effect(
        kind=kind_of(operation),
        operation=operation.id,
        wid="",
        address=Address(()),
        before=None,
        after=None,
        covers=covers,
        took=frozenset(),
        to=Address(()),
    )
    changed = () if operation.seen == digest_text(text) else (faults.restated_another(operation),)
    return Outcome(new, (whole,), changed)


def _known(provision: Provision, known: set[str]) -> Provision:
    """The provision with only those identities that are in ``known``, each of which is then used up."""
    wid = provision.wid if provision.wid in known else ""
    known.discard(wid)
    body = tuple(part if isinstance(part, str) else _known(part, known) for part in provision.body)
    return replace(provision, wid=wid, body=body)
