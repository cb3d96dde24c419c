"""Whether a paragraph instructs, or only tells something: a recital, a reason, what stays as it is."""

from __future__ import annotations

import re

_NARRATES = re.compile(
    r"(?:WHEREAS|IN WITNESS|Except as|Except for|NOTWITHSTANDING|All other|The remaining|The remainder|I,|"
    r"The undersigned|"
    r"This Amendment|The foregoing|These amendments|Capitalized|In all other respects|As (?:so )?amended|Other than)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(r"(?:Pursuant|In accordance|Under|This amendment|Rationale|Section to be|Note)\b", re.IGNORECASE)
"""How a paragraph begins that speaks of a provision, changes nothing and need not be read."""
_PLACE = re.compile(r"\b(?:Sections?|Articles?|§)\s*(?:\d|[IVX]+\b)")
_CHANGES = (
    r"(?:amended|restated|deleted|stricken|struck|repealed|rescinded|replaced|superseded|renumbered|redesignated|"
    r"retitled|removed|eliminated|changed|revised|modified|added|inserted)\b"
)
_INSTRUCTS = re.compile(
    r"(?-i:\bRESOLVED\b)|\bnow,? therefore\b|\bhereby (?:amend|restate|repeal|delete|strike|add|adopt|renumber)\b|"
    r"\bamended to read\b|\b(?:amend|repeal|delete|strike)s? (?:articles?|sections?)\b|"
    r"\b(?:sections?|articles?|paragraphs?|sentences?|headings?|words?|references?)\b[^.;:]{0,80}\b(?:is|are|be)\b"
    rf"[^.;:]{{0,20}}\b{_CHANGES}",
    re.IGNORECASE,
)
"""What instructs though the paragraph begins as one that only tells something."""
_RESOLVES = re.compile(r"\bRESOLVED\b|\bN(?:OW|ow),? (?:THEREFORE|[Tt]herefore)\b")
_OBJECT = (
    r"[\"“]|(?:the |an? |all |each )?(?:(?:new|following|entire|first|second|third|last) )*(?:articles?|sections?|"
    r"paragraphs?|sub-?\w+|clauses?|items?|words?|phrases?|sentences?|headings?|titles?|references?|text)\b"
)
_SIGNS = re.compile(
    r"\b(?:shall|will|to)(?: \w+)? read\b|\breads? as follows|"
    r"\b(?:amend|repeal|delete|strike)s? (?:articles?|sections?)\b|"
    r"^\W*(?:article|section)\b[^.“\"]{0,80}:\s*(?:[“\"]|$)|"
    r"(?:^|[.,;:)] |\bhereby |\bresolved,? (?:that |to )?)(?:amend|restate|repeal|rescind|delete|strike|remove|"
    rf"replace|change|revise|modify|add|insert|substitute|renumber|redesignate|retitle|eliminate) (?:{_OBJECT})|"
    r"\bnew (?:article|section|paragraph)s? [^.;:]{0,60}\badopted\b|"
    r"\b(?:article|section|paragraph)s? [0-9IVX(][^.;:]{0,60}\b(?:void|abolished|revoked|cancell?ed|omitted|suspended|"
    r"renamed|no longer)\b|"
    r"\b(?:amended|restated|deleted|stricken|struck|repealed|rescinded|replaced|superseded|renumbered|redesignated|retitled|"
    r"strike|insert|inserted|delete|added|adding|substituted?|substituting|removed|eliminated|changed|revised|modified)\b",
    re.IGNORECASE,
)


def only_tells(paragraph: str) -> bool:
    """Whether a paragraph has no amending word, or begins as a recital or a reservation and instructs nothing in it."""
    if not _SIGNS.search(paragraph):
        return not _PLACE.search(paragraph) or bool(_NARRATES.match(paragraph) or _TELLS.match(paragraph))
    instructs = _RESOLVES if paragraph[:7].upper() == "WHEREAS" else _INSTRUCTS
    return bool(_NARRATES.match(paragraph)) and not instructs.search(paragraph)
