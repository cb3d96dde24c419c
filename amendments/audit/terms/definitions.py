"""Defined terms: where a text gives a name to something, by "means" or in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Kind = Literal["means", "named"]

_QUOTED = re.compile(r"[\"“](?P<term>[A-Z][^\"“”]{0,80}?)[,.]?[\"”]")
_MEANS = re.compile(
    r"\s*(?:,[^,]{0,60},\s*)?(?:(?:shall|will)\s+)?(?:means?|refers?\s+to|(?:is|be)\s+defined\s+as|denotes?)\b"
)
_ELSEWHERE = re.compile(
    r"\s*(?:(?:shall|will)\s+)?(?:has|have|is|are|be)\b[^.]{0,40}\b(?:meaning|given|ascribed|defined\s+(?:in|under|by))"
)
_NAMING = re.compile(
    r"(?:\((?:[^()]{0,60}\b)?(?:the|this|an?|each|collectively|hereinafter|hereafter|herein|as|and|or)?,?\s*"
    r"|\bherein(?:after)?\s+(?:called|referred\s+to\s+as|known\s+as)\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"[^()]{0,60}\)")
_LOCAL = re.compile(
    r"\b(?:for\s+(?:the\s+)?purposes?\s+of|as\s+used\s+in|in)\s+this\s+"
    r"(?:Section|Article|paragraph|subsection|subparagraph|clause|sentence)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Definition:
    """A term with where it stands in its passage, quotation marks included; ``meaning`` are the words that follow.

    ``local`` where it says that it is good for its own section only.
    """

    term: str
    kind: Kind
    start: int
    end: int
    meaning: str
    local: bool


def definitions_in(passage: str) -> Iterator[Definition]:
    """The terms that a passage defines, in reading order."""
    if '"' not in passage and "“" not in passage:
        return
    for found in _QUOTED.finditer(passage):
        before, after = passage[: found.start()], passage[found.end() :]
        term = found["term"].strip()
        if _MEANS.match(after) and not _ELSEWHERE.match(after):
            kind: Kind = "means"
        elif (naming := _NAMING.search(before[-120:])) and (not naming.group().startswith("(") or _CLOSES.match(after)):
            kind = "named"
        else:
            continue
        local = bool(_LOCAL.search(before[before.rfind(". ") + 1 :]))
        yield Definition(term, kind, found.start(), found.end(), _meaning(after), local)


def _meaning(after: str) -> str:
    """To the end of the sentence."""
    end = re.search(r"[.;](?=\s|$)", after)
    return after[: end.start()].strip() if end else after.strip()


@lru_cache(maxsize=1024)
def used(term: str) -> re.Pattern[str]:
    """What finds a use of a term, in any capitals and with any ending: "Separates from Service" uses "Separation…"."""
    words = re.findall(r"\w+", term)
    stems = (re.escape(word[: max(4, len(word) - 3)]) + r"\w*" for word in words)
    return re.compile(r"\b" + r"\W+".join(stems), re.IGNORECASE)
