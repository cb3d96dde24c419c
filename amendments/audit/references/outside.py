"""What stands around a mention and says whose provision it names: "of the Corporations Code", "Code Section 414"."""

from __future__ import annotations

import re

from amendments.audit.references.mention import Belongs

_LAWS = (
    r"acts?|codes?|laws?|statutes?|constitution|regulations?|rules?|regs?\.|charter|certificates?|articles|declarations?"
    r"|agreements?|plans?|indenture|polic(?:y|ies)|treaty|ordinances?|orders?|by-?laws|covenants?|deeds?|leases?"
    r"|contracts?|resolutions?|notices?|schedules?|exhibits?|appendix|annex|handbook|manual|guidelines|guarant(?:y|ee)"
    r"|title|chapter|part|CC&Rs?|DGCL|IRC|U\.?S\.?C\.?A?\.?|C\.?F\.?R\.?|prospectus|trust"
)
_FIRM = (
    r"acts?|codes?|laws?|statutes?|constitution|regulations?|regs?\.|declarations?|ordinances?|indenture"
    r"|(?:title|chapter)\s+\w+"
)
_PRIVATE = r"(?:certificate|articles)\s+of\s+(?:incorporation|organization|formation)|charter|agreements?"
_SIGNS = r"DGCL|IRC|ERISA|UCC|U\.?\s?S\.?\s?C\.?A?\.?|C\.?F\.?R\.?|Stat\.|Ann\."
_ITSELF = (
    r"(?:these\s+(?:amended\s+and\s+restated\s+)?by-?laws"
    r"|(?:(?:this|the|our|its|said|such)\s+)?(?:present\s+|(?:amended\s+and\s+)?restated\s+)?"
    r"(?:(?:corporation|company|association|foundation|club|society)['’]s\s+)?(?:code\s+of\s+)?by-?laws"
    r"(?:\s+of\s+(?:the|this)\s+(?:corporation|company|association|foundation|club|society|cooperative|organization"
    r"|trust|bank|church|union|league|institute)\b)?(?!\s+of\b))"
)
_AS_IT_IS = r"[\s,]*(?:inclusive\b[\s,]*)?(?:as\s+amended\b[\s,]*)?"
_HERE = re.compile(
    rf"{_AS_IT_IS}(?:\(?(?:above|below|hereof|herein|hereinabove|hereinbelow|hereto)\b|of\s+{_ITSELF})",
    re.IGNORECASE,
)
_THERE = re.compile(r"[\s,]*(?:thereof|thereto|therein)\b|[\s,]*of\s+(?:such|said|that)\b", re.IGNORECASE)
_OF = re.compile(rf"{_AS_IT_IS}(?:\([^()]*\)[\s,]*)?of\s+(?P<what>(?:[\w&'’/.-]+[\s,]+){{0,7}}[\w&'’.-]+)")
_UNDER = re.compile(rf"\s+(?:under|in)\s+(?:the\s+)?(?:[A-Z][\w&'’.-]*\s+){{0,5}}(?i:{_FIRM}|{_SIGNS})(?!\w)")
_NAME = re.compile(r"(?:the|its|our|any)?\s*(?:[A-Z]|§|\d+\s+[A-Z])")
_LAW = re.compile(rf"(?<![\w-])(?:{_LAWS})(?![\w-])", re.IGNORECASE)
_PEOPLE = re.compile(r"(?:the\s+)?(?:Board|Directors?|Members?|Corporation|Shareholders|Association|Company)\b")
_AHEAD = re.compile(
    rf"(?:(?<![\w-])(?i:{_FIRM}|{_PRIVATE})(?:['’]s)?|{_SIGNS}|\b(?!(?:THE|AND|OF|OR|TO|IN|BY|UNDER|[IVXLC]+)\b)[A-Z]{{2,6}})"
    r"(?:\s*\([^()]*\))?(?:\s+of\s+\d{4})?(?:[\s,]+as\s+amended)?[\s,]*\Z"
)
_ANY_LAW = re.compile(rf"(?<![\w-])(?:(?:Acts?|Codes?|Laws?|Statutes?|Regulations?|Declaration)\b|{_SIGNS})")
_OPENS = re.compile(
    r"(?:[.:]|\.?\s*[–—-])?\s+(?=[A-Z])(?:(?:[A-Z][\w’'&/-]*|of|and|the|to|by|in|or|for|a|on|without)[\s,;]*){1,12}?"
    r"(?:\.(?=\s|$)|:|[–—])"
)


def belongs(words: str, start: int, end: int) -> Belongs:
    """What the words before and after those between ``start`` and ``end`` say of them."""
    if _opens(words, start, end):
        return "heading"
    after = words[end : end + 160]
    if _HERE.match(after):
        return "inside"
    if _THERE.match(after):
        return "untold"
    return "outside" if _law_after(after) or _AHEAD.search(words[max(0, start - 80) : start]) else "open"


def speaks_of_law(sentence: str) -> bool:
    """Whether a sentence names a law, so that a number in it may be the law's."""
    return bool(_ANY_LAW.search(sentence))


def _law_after(after: str) -> bool:
    if _UNDER.match(after):
        return True
    found = _OF.match(after)
    if found is None:
        return False
    what = re.split(r"[.;:](?=\s)", found["what"])[0]
    return bool(_LAW.search(what) or (_NAME.match(what) and not _PEOPLE.match(what)))


def _opens(words: str, start: int, end: int) -> bool:
    """Whether the words begin a provision in the middle of a paragraph, as where a heading was not told apart."""
    before = words[:start].rstrip()
    begins = not before or before[-1] in ".;:"
    return begins and words[start : start + 1].isupper() and bool(_OPENS.match(words, end))
