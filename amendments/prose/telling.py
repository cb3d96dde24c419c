"""Whether a paragraph instructs, or only tells something: a recital, a reason, what stays as it is."""

from __future__ import annotations

import re

from amendments.prose.phrases import CAPTION
from amendments.quoting import opens_quotation
from corpus.dates import find_dates
from corpus.sources.marks import is_heading

_RESERVES = (
    r"(?:Except as|Except for|NOTWITHSTANDING|All other|The remaining|The remainder|In all other respects|"
    r"As (?:so )?amended|Other than)\b(?=.*\b(?:remains?|unchanged|unaffected|full force|continues?|ratified|confirmed|"
    r"nothing|no (?:other )?(?:change|amendment)s?|"
    r"not (?:otherwise )?(?:be )?(?:amended|modified|changed|altered|affected))\b)"
)
"""What is left as it is."""
_NARRATES = re.compile(
    r"(?:(?:WHEREAS|IN WITNESS|I,|I (?:further |also )?(?:do )?(?:hereby )?certify|"
    r"The undersigned|This Amendment|The foregoing|These amendments|Capitalized)\b|"
    rf"{_RESERVES})",
    re.IGNORECASE | re.DOTALL,
)
_TELLS = re.compile(r"(?:Pursuant|In accordance|Under|This amendment|Rationale|Section to be|Note)\b", re.IGNORECASE)
"""How a paragraph begins that speaks of a provision, changes nothing and need not be read."""
_PLACE = re.compile(r"\b(?:Sections?|Articles?|§)\s*(?:\d|[IVX]+\b)")
_CHANGES = (
    r"(?:amended|restated|deleted|stricken|struck|repealed|rescinded|replaced|superseded|renumbered|redesignated|"
    r"retitled|removed|eliminated|changed|revised|modified|added|inserted)\b"
)
_INSTRUCTS = re.compile(
    r"(?-i:\b(?:RESOLVED|VOTED)\b)|\bnow,? therefore\b|"
    r"\bhereby (?:amend|restate|repeal|delete|strike|add|adopt|renumber)\b|"
    r"\b(?:shall|will|to)(?: \w+)? read\b|\breads? as follows|\bno longer (?:apply|applies)\b|"
    r"\b(?:amend|repeal|delete|strike|add|replace|remove|insert|change|revise|modify|modifie)s? "
    r"(?:(?:all|any|each|the) )*(?:of )?(?:the )?(?:articles?|sections?|words?|sentences?|paragraphs?|[\"“])|"
    r"\b(?:sections?|articles?|paragraphs?|sentences?|headings?|words?|references?)\b[^.;:]{0,80}\b(?:is|are|be)\b"
    rf"[^.;:]{{0,20}}\b{_CHANGES}",
    re.IGNORECASE,
)
"""What instructs though the paragraph begins as one that only tells something."""
_RESOLVES = re.compile(
    r"\b(?:RESOLVED|VOTED)\b|(?i:\bnow,? therefore\b|\bbe it (?:further )?resolved\b|\bit is (?:hereby )?resolved\b|"
    rf"\bhereby {_CHANGES})"
)
_OBJECT = (
    r"[\"“]|(?:the |an? |all |each )?(?:(?:new|following|entire|first|second|third|last) )*(?:articles?|sections?|"
    r"paragraphs?|sub-?\w+|clauses?|items?|words?|phrases?|sentences?|headings?|titles?|references?|text)\b"
)
_SIGNS = re.compile(
    r"\b(?:shall|will|to)(?: \w+)? read\b|\breads? as follows|"
    r"\b(?:amend|repeal|delete|strike)s? (?:articles?|sections?)\b|"
    r"^\W*(?:article|section)\b[^.“\"]{0,80}:\s*(?:[“\"]|$)|"
    r"(?:^|[.,;:)] |\bhereby |\b(?:resolved|voted),? (?:that |to )?)"
    r"(?:amend|restate|repeal|rescind|delete|strike|remove|"
    rf"replace|change|revise|modify|add|insert|substitute|renumber|redesignate|retitle|eliminate) (?:{_OBJECT})|"
    r"\b(?:references?|words?|terms?|phrases?)\b[^.;]{0,80}"
    r"\b(?:deemed|construed|understood|(?:to be|be) read|means?)\b|"
    r"\bfor [\"“][^\"”]+[\"”].{0,60}\bread\b|[\"”] (?:is|are|shall be|means?) [\"“]|"
    r"\b(?:shall|will) (?:henceforth|hereafter|hereinafter|now|be known|be called|cease|no longer)\b|"
    r"\bno longer (?:apply|applies)\b|"
    r"\b(?:is|are|be|stands?|shall be)(?: hereby)? (?:abolished|created|established|increased|decreased|"
    r"reduced|lowered|raised|shortened|expanded|enlarged|discontinued)\b(?! (?:under|pursuant|in accordance))|"
    r"\b(?:adds|inserts|removes|replaces|eliminates|supersedes) "
    r"(?:(?:all|any|each|the) )*(?:of )?(?:the )?(?:articles?|sections?|words?|sentences?|paragraphs?|[\"“])|"
    r"\bnew (?:article|section|paragraph)s? [^.;:]{0,60}\badopted\b|"
    r"\b(?:article|section|paragraph)s? [0-9IVX(][^.;:]{0,60}\b(?:void|abolished|revoked|cancell?ed|omitted|suspended|"
    r"renamed|no longer)\b|"
    r"\b(?:amended|restated|deleted|stricken|struck|repealed|rescinded|replaced|superseded|renumbered|redesignated|retitled|"
    r"strike|insert|inserted|delete|added|adding|substituted?|substituting|removed|eliminated|changed|revised|modified)\b",
    re.IGNORECASE,
)


_DELAYS = re.compile(
    r"(?!WHEREAS)(?=.*\b(?:effective|takes?\s+effect)\b)"
    r"(?:(?=.*\b(?:days?|weeks?|months?|years?)\s+(?:after|from|following)\b)"
    r"|(?!.*\b(?:immediately|adoption|full\s+force|forthwith)\b))",
    re.I | re.S,
)
"""A paragraph that puts off an effect: no recital, and not to the day of adoption, as goes without saying."""
PUT_OFF = (
    "It speaks of when something takes effect, in words that are not read: say the day with --effective, or the event "
    "with --upon."
)
_FAILED = re.compile(
    r"(?!WHEREAS)"
    r"(?=.*\b(?:motion|amendments?|proposals?|resolutions?|votes?|changes?|items?|paragraphs?|deletions?)\b)"
    r".*\b(?:failed|defeated|lost|rejected|tabled|postponed|not\s+(?:adopted|approved|pass|carry))\b",
    re.IGNORECASE | re.DOTALL,
)
"""A paragraph that says of a proposal that it was not adopted."""
_BOUNDS = re.compile(
    r"(?!WHEREAS)(?:subject\s+to\s+(?:\w+\s+){0,3}(?:approval|ratification|consent|vote)\b|"
    r"(?:.*\s)?(?:this|these|the|such|said)\s+(?:(?:foregoing|above|by-?laws?)\s+)*"
    r"(?:amendments?|resolutions?|changes?|revisions?)\s+(?:[^.;]{0,60}\s)?(?:subject\s+to\s+(?:\w+\s+){0,3}(?:approval|"
    r"ratification|consent|vote)|conditional|conditioned|contingent|expires?|lapses?|terminates?|until|temporary|"
    r"retroactive(?:ly)?|supersedes?|rescinds?|repeals?|revokes?)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""A paragraph that puts a condition or an end to an amendment, reaches back, or does away with an earlier one."""
_NUMBERED = re.compile(r"(?:Section|Article)\s+(?:\d[\w.]*|[IVXLC]+)\.?\s(?!.*\b(?:effective|remain))", re.IGNORECASE)
_CAPTION = re.compile(
    rf"{CAPTION}|(?:\(?[0-9]{{1,2}}[.)]|\([a-z]\)|(?-i:[A-Z])\.) ".replace(" ", r"\s+"), re.IGNORECASE
)
_NUMBER = r"(?:\(?(?:\d{1,3}|[A-Z]|[IVX]{1,5})[.)\]]\s+)?"
_TITLE = re.compile(rf"{_NUMBER}(?:(?P<label>(?:[\w/’'-]+\s+){{0,6}}[\w/’'-]+):\s*)?(?P<words>.+)")
_LONGEST_TITLE = 100
"""Characters."""
_TO_BE = re.compile(
    rf"{_NUMBER}(?:articles?|sections?|provisions?|paragraphs?|by-?laws?)(?:\s+(?:\d[\w.]*|[IVX]+))? to be "
    r"(?:added|amended|changed|revised|replaced)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    rf"{_NUMBER}(?:proposed )?(?:by-?laws? )?(?:amendment|change|revision)s?(?: (?:no\. ?)?\d+)? "
    r"(?:to|of|in|concerning) ",
    re.IGNORECASE,
)


_ASIDE = re.compile(
    r",?\s*\bas\s+(?:so |hereby |herein |heretofore |previously )?amended\b(?:,?\s+and\s+restated)?", re.I
)
"""What is said of the bylaws in passing: "the By-Laws, as heretofore amended,"."""


_LIMITS = re.compile(
    r"(?!WHEREAS)(?:\W*(?:provided|except that|unless|until|however)\b|"
    r"(?=.*\b(?:amendments?|changes?|deletions?|additions?|insertions?|resolutions?|paragraphs?|items?|sections?|"
    r"foregoing|above)\b)"
    r".*\b(?:(?:shall|does|do|will) not (?:apply|take effect)|void (?:if|unless)|null and void|expires?|sunsets?|"
    r"lapses?|withdrawn|reverts?|unless|only if|conditioned|contingent|conditional|"
    r"subject to (?:the )?(?:approval|ratification|consent|vote)))\b",
    re.IGNORECASE | re.DOTALL,
)
"""A paragraph that takes back or limits a change that another one makes."""


def is_title(paragraph: str) -> bool:
    """Whether a line is a title or a label: short, capitalised, and no sentence: "Section to be Added: Dues"."""
    found = _TITLE.fullmatch(paragraph)
    if found is None or len(paragraph) > _LONGEST_TITLE or paragraph.endswith((".", ":", ";", ",", "”", '"')):
        return False
    return is_heading(found["words"])


def only_tells(paragraph: str) -> bool:
    """Whether a paragraph has no amending word, or begins as a recital or a reservation and instructs nothing in it."""
    if is_title(paragraph) and (_TO_BE.match(paragraph) or _ABOUT.match(paragraph)):
        return True
    if not _SIGNS.search(_ASIDE.sub("", paragraph)):
        return not _PLACE.search(paragraph) or bool(_NARRATES.match(paragraph) or _TELLS.match(paragraph))
    instructs = _RESOLVES if paragraph[:7].upper() == "WHEREAS" else _INSTRUCTS
    return bool(_NARRATES.match(_unnumbered(paragraph))) and not instructs.search(paragraph)


def doubt(paragraph: str) -> str:
    """Why a paragraph that is read to instruct nothing can't be left at that; empty where it can."""
    if _brings_itself(paragraph):
        return "No instruction says what is to be done with these words."
    if _DELAYS.match(paragraph) and not find_dates(paragraph):
        return PUT_OFF
    if _BOUNDS.match(paragraph):
        return (
            "It speaks of a condition or an end of an amendment, of a time before it, or of an earlier one, in words "
            "that are not read."
        )
    if _LIMITS.match(_unnumbered(paragraph)):
        return "It may limit or take back a change that is made beside it."
    return "It says that something was not adopted." if _FAILED.match(paragraph) else ""


def _unnumbered(paragraph: str) -> str:
    """A paragraph without its number and title: "3. No Other Amendments. Except as …"."""
    return paragraph[found.end() :] if (found := _CAPTION.match(paragraph)) else paragraph


def _brings_itself(paragraph: str) -> bool:
    """Whether a paragraph that instructs nothing looks like new words: a provision, a quotation, or the end of one."""
    unbalanced = paragraph.count("“") != paragraph.count("”")
    return opens_quotation(paragraph) or unbalanced or _NUMBERED.match(paragraph) is not None
