"""The names of offices and bodies: read in headings and in lists of officers, and told from longer names."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HEADS = (
    "President|Chairman|Chairwoman|Chairperson|Chair|Secretary|Secretaries|Treasurer|Comptroller|Controller|Registrar"
    "|Auditor|Parliamentarian|Historian|Commodore|Chaplain|Librarian|Ombudsman|Archivist|Webmaster"
)
"""What is an office by itself."""
_QUALIFIED = "Officer|Director|Committee|Council|Manager|Counsel|Board|Panel|Commissioner|Editor|Inspector|Agent"
"""What is one with a word before it: "Chief Financial Officer", "Executive Committee"."""
_KINDS = "Other|Additional|Subordinate|Certain|Special|Standing|Such|The|An?|Any|Each|Every|All|No|Of|Or|And|If|In|By"
"""Words that make no name of what they stand before."""
_QUALIFIER = rf"(?!(?:{_KINDS})\b)[A-Z][\w’'&]*[\s-]+"
NAME = (
    rf"(?:(?:{_QUALIFIER}){{0,4}}(?:{_HEADS})s?|(?:{_QUALIFIER}){{1,4}}(?:{_QUALIFIED})s?)(?![\w-])"
    r"(?:\s+of\s+the\s+Board)?"
)
_NAME = re.compile(NAME)
_OWN = re.compile(
    rf"(?:(?:The|Office\s+of(?:\s+the)?|(?:Powers|Duties)(?:\s+and\s+(?:Powers|Duties))?\s+of(?:\s+the)?)\s+)?"
    rf"{NAME}(?:(?:\s*[,;/]\s*|\s+)(?:and\s+|or\s+)?(?:the\s+)?{NAME})*"
)
_SMALL = {"Of": "of", "The": "the", "And": "and", "Or": "or"}


def titled(heading: str) -> str:
    """A heading without the sign at its end, in small letters but for the first of each name where it has none."""
    bare = " ".join(heading.split()).rstrip(" .,:;-–—")
    if not bare.isupper():
        return bare
    first, *others = bare.title().split(" ")
    return " ".join([first, *(_SMALL.get(word, word) for word in others)])


def names_of(heading: str) -> tuple[str, ...]:
    """The offices or bodies that a heading alone names: "President and Chief Operating Officer" names two."""
    words = titled(heading)
    return tuple(singular(found.group()) for found in _NAME.finditer(words)) if _OWN.fullmatch(words) else ()


def listed(passage: str) -> Iterator[tuple[str, int, int]]:
    """The offices that a passage establishes in a list of officers, each with where it stands."""
    for found in _NAME.finditer(passage):
        if not preceded(passage, found.start()) and establishes(passage, found.start(), found.end()):
            yield singular(found.group()), found.start(), found.end()


def singular(name: str) -> str:
    """The name of one of them: "Assistant Secretaries" are each an "Assistant Secretary"."""
    first, of, rest = name.replace("-", " ").partition(" of ")
    one = re.sub(r"ies$", "y", first) if first.endswith("ies") else first.removesuffix("s")
    return " ".join(f"{one}{of}{rest}".split())


def pattern(name: str, *, small: bool = False) -> re.Pattern[str]:
    """What finds a name, one or several of them; ``small`` where the text writes it in small letters."""
    words = (name.lower() if small else name).split()
    last = re.escape(words[-1])
    if " of " in name or not words[-1].endswith("y"):
        ending = last + r"s?"
    else:
        ending = f"(?:{last}|{re.escape(words[-1][:-1])}ies)"
    return re.compile(r"\b" + r"[\s-]+".join([*map(re.escape, words[:-1]), ending]) + r"(?![\w-])")


_PART_BEFORE = re.compile(r"([\w’'&]+)(?:\s+|[-‐‑]\s*)$")
_OPENERS = frozenset(
    "The A An Any Each Every All No If In By Of Or And When Where Upon Such Either Neither Both Unless Should Its Their"
    " Notice Dear As For To From At With Without Only Once".split()
)
_MORE_BEFORE = frozenset("vice past former honorary assistant deputy co immediate acting associate".split())


def preceded(passage: str, start: int) -> bool:
    """Whether a name at a place is the end of a longer one: "Vice President", "Past President"."""
    found = _PART_BEFORE.search(passage[:start])
    if not found:
        return False
    word = found[1]
    hyphened = not found.group().endswith((" ", "\n"))
    return hyphened or word.lower() in _MORE_BEFORE or (word[0].isupper() and word not in _OPENERS)


_OWN_BODY = re.compile(
    r"\s+of\s+(?:the\s+|this\s+|these\s+|its\s+|our\s+)?"
    r"(?:Corporation|Company|Association|Board|Society|Club|Foundation|Cooperative|Organi[sz]ation|Council|Union"
    r"|Church|League|Institute|corporation|company|association|board|society|club|foundation|organi[sz]ation"
    r"|Directors|Trustees|directors|trustees)\b"
)
_OF = re.compile(r"\s+of\s+(?!(?:any|all|his|her|their|its|these|the\s+By-?laws)\b)", re.IGNORECASE)
_MORE_AFTER = re.compile(r"\s*[-‐‑]?\s*(?:Elect|Emeritus|Emerita|Designate|Pro\s+Tem)\b", re.IGNORECASE)


def followed(passage: str, end: int) -> bool:
    """Whether it goes on to another name, or is another body's: "President-Elect", "Secretary of State"."""
    rest = passage[end : end + 60]
    return bool(_MORE_AFTER.match(rest) or (_OF.match(rest) and not _OWN_BODY.match(rest)))


_VERB = re.compile(
    r"\bofficers?\b[^.;]*?\b(?:are|includes?|consists?\s+of)\b"
    r"|\b(?:shall|will|may|must)\s+(?:also\s+)?(?:be|include|consist\s+of|comprise|have)\b"
    r"|\b(?:elect|appoint|choose|select|designate|establish|create|hire|employ)(?:s|ed)?\b",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"(?:\s|[,;:]|\([^()]*\)|(?:an?|the|its|one|two|or|more|and|both|as|also|each|at\s+least|following|officers?"
    r"|to\s+be|from\s+(?:among\s+)?(?:its|their|the)\s+(?:own\s+)?(?:members|number)|if\s+any|of\s+the|of"
    r"|president|chairman|chairperson|chair|board|vice|secretary|treasurer|chief|executive|financial|operating"
    r"|assistant|directors)\b|[A-Z][\w’'-]*)*"
)
_AS = re.compile(r"\b(?:known\s+as|called|titled|serves?\s+as|designated(?:\s+as)?|deemed)\s+(?:the\s+|its\s+)?$")
_PASSIVE = re.compile(
    r"(?:\s+of\s+the\s+\w+)?,?\s+(?:shall|will|must|may|is|are)\s+(?:also\s+)?(?:be\s+)?"
    r"(?:elected|appointed|chosen|selected|hired|designated)\b"
)


def establishes(passage: str, start: int, end: int) -> bool:
    """Whether the words around a name say that there is such an office: "The officers shall be a President, …".

    "The Board shall elect a Treasurer" and "The Treasurer shall be elected" say it too.
    """
    opening = max(passage.rfind(". ", 0, start) + 1, 0)
    before = passage[opening:start]
    if _AS.search(before) or _PASSIVE.match(passage[end:]):
        return True
    return any(_LIST.fullmatch(before[verb.end() :]) for verb in _VERB.finditer(before))
