"""What a person should know of an amending document that was read: bylaws of another, decisions that change none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpus.model import Text

_BYLAWS_OF = re.compile(
    r"(?i:by-?\s?laws|constitution)\s+(?i:of)\s+(?:the\s+|THE\s+)?(?P<name>[A-Z][\w’'&.-]*(?:,?\s+(?:(?:of|and|&|for|the|OF)\s+)?"
    r"[A-Z(][\w’'&.()-]*)*)"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_COMMON = frozenset(
    "amended and articles article association bylaws by by-laws club co company constitution corp corporation dated for"
    " foundation group hereby inc incorporated limited llc ltd of plan restated section society the trust".split()
)
_ENACTS = re.compile(r"\b(?:shall|must|may not|be\s+(?:\w+ed|set|cut))\b")
_RECITES = re.compile(r"WHEREAS|IN WITNESS|I\b|Dated", re.IGNORECASE)
_LIMITS = re.compile(r"\bsubject\s+to\b", re.IGNORECASE)
_AUTHORIZES = re.compile(
    r"\b(?:authoriz|authoris|direct(?:ed|s)|empower|instruct|ratif|approv|certif|file[ds]?\b|execut|in full force)",
    re.IGNORECASE,
)
_SHOWN = 70


def of_another(text: Text, title: Iterable[str]) -> str:
    """A note where a document speaks of bylaws whose name shares no word of its own with the work's; else empty."""
    ours = _own_words(" ".join(title))
    passages = (" ".join(text.preface), *(words for provision in text.provisions for words in provision.passages()))
    said = (found["name"].rstrip(",") for passage in passages for found in _BYLAWS_OF.finditer(passage))
    named = [name for name in said if _own_words(name)]
    if not ours or not named or any(ours & _own_words(name) for name in named):
        return ""
    return f"It speaks of the bylaws of '{named[0]}': see that it amends these."


def idle(paragraph: str, line: int) -> str:
    """A note where a paragraph decides something, or limits it, and is read to amend nothing; else empty."""
    decides = _ENACTS.search(paragraph) and not _AUTHORIZES.search(paragraph)
    if _RECITES.match(paragraph) or not (decides or _LIMITS.search(paragraph)):
        return ""
    shown = paragraph if len(paragraph) <= _SHOWN else f"{paragraph[:_SHOWN]} …"
    return f"Line {line}: it names no provision, and changes none: “{shown}”"


def _own_words(name: str) -> set[str]:
    return set(_words(name)) - _COMMON


def _words(name: str) -> Iterator[str]:
    return (found.group().lower() for found in _WORD.finditer(name))
