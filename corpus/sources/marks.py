"""The signs by which a line shows what it opens: an article, a section, an item of a list, a title."""

from __future__ import annotations

import re

from corpus.address import NUMBER_WORDS
from corpus.sources.line import Line, Opening

_WORD_NUMBERS = "|".join(
    (*NUMBER_WORDS, *(word.capitalize() for word in NUMBER_WORDS), *(word.upper() for word in NUMBER_WORDS))
)
_ARTICLE = re.compile(
    rf"(?P<num>(?:ARTICLE|Article)\s+(?:[IVXLC]+|\d+|{_WORD_NUMBERS})[.:]?(?:\s*(?:--?|[–—:]))?)(?:\s+|$)(?P<rest>.*)"
)
_SECTION = re.compile(
    r"(?P<num>(?:SECTION|Section|SEC\.?|Sec\.?|§)\s*"
    rf"(?:(?:[IVXLC]+|[A-Z]|{_WORD_NUMBERS})(?=\s?[.:)]|\s*(?:--?|[–—]))|\d+(?:\.\d+)*(?:-?[A-Za-z])?)"
    r"(?:\s?[.,:)]|\s*(?:--?|[–—]))?)(?:\s+|$)(?P<rest>.*)",
    re.DOTALL,
)
_STOPPED = re.compile(r".*[.:)–—-]", re.DOTALL)
_ITEM = re.compile(r"(?P<num>\((?:[a-z]{1,5}|[A-Z]|\d{1,2})\))\s+(?P<rest>.*)", re.DOTALL)
_STOP = re.compile(
    r"(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bSt)(?<!\bNo)(?<!\bCo)(?<!\bInc)(?<!\bCorp)(?<!\bLtd)(?<!\bU\.S)(?<!\b[A-Z])"
    r"\.(?:\s*--?|\s*[–—])?(?=\s|$|(?<=-)|(?<=[–—]))|:(?=\s|$)|(?:(?<=\s)-|--|[–—])(?=\s|\w)"
)
"""Where a heading ends: at a full stop that ends no abbreviation, at a colon, at a dash between spaces."""
_REFERS = re.compile(r"(?:SECTION|Section|SEC\.?|Sec\.?|§)\s*[\d.]+\s*,\s*(?:Article|ARTICLE|Section|Paragraph)\b")
_DOUBTFUL = re.compile(
    rf"(?:SECTIONS?|Sections?|SEC\.?|Sec\.?|§+|ARTICLES?|Articles?)\s*(?:[\dIVXLC]+|{_WORD_NUMBERS})\b"
    rf"|(?:CHAPTER|Chapter|PART|Part|ART\.|Art\.)\s*(?:[\dIVXLC]+|{_WORD_NUMBERS})\b(?!\s+[a-z])"
    r"|#{1,6}\s+\S|\d{1,3}(?:\.\d{1,3})+\b|\d{1,2}\.\s+[A-Z]|[IVX]{1,5}\.\s+[A-Z]|(?:FURTHER\s+)?RESOLVED\b"
)
_PLACEHOLDERS = re.compile(
    r"[\[(]?(?:deleted|repealed|reserved|omitted|intentionally\s+\w+)\b.*", re.IGNORECASE | re.DOTALL
)
_LONGEST_HEADING = 120
_TITLE = re.compile(
    r"(?:[\w ]+ )?BY-?LAWS(?: OF .*)?|SCHEDULE\s+[A-Z\d]+|CONSTITUTION.*|CODE OF REGULATIONS.*"
    r"|(?:[\w ]+ )?AMENDMENT(?: (?:NO|NUMBER|TO)\b.*)?|AMENDED AND RESTATED",
    re.IGNORECASE,
)
SCHEDULE = re.compile(r"\bSCHEDULE\s+[A-Z\d]+\b|\bSUBSTITUTED\b.*\bSECTIONS?\b|\bADDITIONAL\s+SECTIONS?\b", re.I)
AMENDMENT = re.compile(r"\bAMENDMENTS?\b|\bAMENDING\b", re.IGNORECASE)
RESTATED = re.compile(r"\bRESTATED\b", re.IGNORECASE)
"""What the title of a schedule, of an amendment in sentences, and of a restatement says."""
_SMALL = frozenset("a an and as at by for from in of on or the to upon with without etc".split())
_CENTRE, _OFF_CENTRE, _MARGIN = 39.5, 4.5, 12
"""Columns of an 80-column page."""


def is_centred(line: Line) -> bool:
    """Whether a line stands in the middle of an 80-column page, as titles and headings do."""
    if line.centred is not None:
        return line.centred
    if line.indent < _MARGIN or opens_item(line.text):
        return False
    return abs(line.indent + len(line.text) / 2 - _CENTRE) <= _OFF_CENTRE


def opens_provision(text: str) -> bool:
    return bool(opens_article(text) or opens_section(text) or opens_item(text))


def opens_article(text: str) -> Opening | None:
    """``ARTICLE III``, ``ARTICLE III -- DIRECTORS``, whose dash goes with the number.

    A sentence that begins with "Article III" opens nothing.
    """
    found = _ARTICLE.fullmatch(text)
    if not found or (found["rest"] and not is_heading(found["rest"])):
        return None
    return Opening(" ".join(found["num"].split()), found["rest"], "")


def opens_section(text: str) -> Opening | None:
    """``Section 1. Number of Directors. The property …``; the heading ends at its first full stop.

    A number without a stop ("Section 5 of this Article") opens nothing; a comma does where a heading
    follows it, for filings have ``Section 3, Seal.``
    """
    found = _SECTION.fullmatch(text)
    if not found or refers_on(text):
        return None
    num, rest = " ".join(found["num"].split()), found["rest"]
    stopped = bool(_STOPPED.fullmatch(num))
    heading = run_in_heading(rest)
    if heading and (stopped or num.endswith(",") or heading.split()[0].lower() not in _SMALL):
        return Opening(num, heading, rest[len(heading) :].lstrip())
    return Opening(num, "", rest) if stopped else None


def run_in_heading(rest: str) -> str:
    """The words up to the first stop, where they are capitalised as headings are; all of them where none follow."""
    if _PLACEHOLDERS.fullmatch(rest):
        return ""
    stop = _STOP.search(rest, 0, _LONGEST_HEADING)
    heading = rest[: stop.end()] if stop else rest if len(rest) <= _LONGEST_HEADING // 2 else ""
    return heading if heading and heading[0].isalpha() and is_heading(heading) else ""


def refers_on(text: str) -> bool:
    """Whether words that begin like a section only name one: "Section 3, Article V, …"."""
    return bool(_REFERS.match(text))


def is_doubtful(text: str) -> bool:
    """Whether words that open nothing begin as a provision or an instruction does: a person should look at them."""
    return bool(_DOUBTFUL.match(text)) and not opens_provision(text)


def opens_item(text: str) -> Opening | None:
    """``(a)  Determine the number …``"""
    found = _ITEM.fullmatch(text)
    return Opening(found["num"], "", found["rest"]) if found else None


def opens_title(text: str) -> bool:
    """Whether a centred line can begin the title block of a document: ``BY-LAWS``, ``SCHEDULE A``."""
    return bool(_TITLE.fullmatch(text))


def is_heading(text: str) -> bool:
    """Whether words are capitalised as headings are: all but the small ones."""
    words = [word for word in re.findall(r"[\w'’-]+", text) if not word.isdigit()]
    weighty = [word for word in words if word.lower() not in _SMALL]
    return bool(weighty) and len(words) <= 16 and all(word[0].isupper() for word in weighty)
