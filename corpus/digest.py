"""Digests: SHA-256 over bytes, and over the words of a provision whatever file they are kept in."""

from __future__ import annotations

from hashlib import sha256

from corpus.model import Provision, Text, places

_FIELD, _END = "\x1f", "\x1e"
"""ASCII's own unit and record separators: no text that was read can hold them, so no two trees collide."""


def digest_bytes(content: bytes) -> str:
    """64 hexadecimal digits."""
    return sha256(content).hexdigest()


def digest_provision(provision: Provision) -> str:
    """64 hexadecimal digits over level, status, number, heading and body; identity does not count."""
    return sha256(_canonical(provision).encode()).hexdigest()


def digest_text(text: Text) -> str:
    """64 hexadecimal digits over every word of a text and the identity of every provision."""
    identities = (place.provision.wid for place in places(text.provisions))
    fields = (*text.preface, _END, *map(_canonical, text.provisions), *text.conclusions, _END, *identities)
    return sha256(_FIELD.join(fields).encode()).hexdigest()


def _canonical(provision: Provision) -> str:
    fields = [provision.level, provision.status, provision.num, provision.heading]
    fields += [part if isinstance(part, str) else _canonical(part) for part in provision.body]
    return _FIELD.join(fields) + _END
