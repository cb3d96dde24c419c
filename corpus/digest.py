"""Digests: SHA-256 over bytes, and over the words of a provision whatever file they are kept in.

The digest of a provision is made of its own fields and of the digests of those inside it, so that what two texts share
need not be gone through twice.
"""

from __future__ import annotations

from hashlib import sha256

from corpus.model import Provision, Text

_FIELD, _END = "\x1f", "\x1e"
"""ASCII's own unit and record separators: no text that was read can hold them, so no two trees collide."""


def digest_bytes(content: bytes) -> str:
    """64 hexadecimal digits."""
    return sha256(content).hexdigest()


def digest_provision(provision: Provision) -> str:
    """64 hexadecimal digits over level, status, number, heading and body; identity does not count."""
    parts = (part if isinstance(part, str) else _END + digest_provision(part) for part in provision.body)
    return _digest(provision.level, provision.status, provision.num, provision.heading, *parts)


def digest_text(text: Text) -> str:
    """64 hexadecimal digits over every word of a text and the identity of every provision."""
    return TextDigests().digest(text)


class TextDigests:
    """Digests of texts that share provisions with one another, as those of one work over time do."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Provision, str]] = {}

    def digest(self, text: Text) -> str:
        """What ``digest_text`` gives."""
        return _digest(*text.preface, _END, *map(self._of, text.provisions), _END, *text.conclusions)

    def _of(self, provision: Provision) -> str:
        known = self._known.get(id(provision))
        if known is None:
            parts = (part if isinstance(part, str) else _END + self._of(part) for part in provision.body)
            fields = (provision.level, provision.status, provision.num, provision.heading, provision.wid)
            known = provision, _digest(*fields, *parts)  # holding the provision keeps its id from being used again
            self._known[id(provision)] = known
        return known[1]


def _digest(*fields: str) -> str:
    return sha256(_FIELD.join(fields).encode()).hexdigest()
