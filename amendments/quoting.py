"""Quotation marks around whole provisions: found, taken off, and left where the instrument has them."""

from __future__ import annotations

from dataclasses import replace

from corpus.model import Provision

OPENING, CLOSING, MARKS = '“"', '”"', '“”"'


def opens_quotation(paragraph: str) -> bool:
    """Whether a paragraph begins a quotation that it does not end before its own end.

    ``"Fiscal Year" means …`` begins with a quotation and is none.
    """
    return paragraph[:1] in tuple(OPENING) and (_first_close(paragraph) is None or is_quoted_whole(paragraph))


def is_quoted_whole(paragraph: str) -> bool:
    """Whether one quotation begins a paragraph and ends it, at most a full stop or semicolon after it."""
    close = _first_close(paragraph)
    return paragraph[:1] in tuple(OPENING) and close is not None and not paragraph[close + 1 :].strip(" .;,")


def closing(paragraph: str, *, inside: bool) -> int | None:
    """Where the mark stands that closes the quotation that a paragraph begins or, ``inside``, is in; None: in none.

    Marks are paired: a straight one opens where a word begins after it and none ends before it, else it closes.
    """
    depth = int(inside)
    for at, sign in enumerate(paragraph):
        if sign not in MARKS:
            continue
        opens = sign == "“" or (
            sign == '"' and not _ends_word(paragraph[:at]) and not paragraph[at + 1 : at + 2].isspace()
        )
        depth += 1 if opens and at + 1 < len(paragraph) else -1
        if depth == 0:
            return at
    return None


def _ends_word(words: str) -> bool:
    return bool(words) and not words[-1].isspace() and words[-1] not in "([“—–-"


def ends_quotation(paragraph: str) -> bool:
    """Whether the last word of a paragraph ends a quotation that began before it."""
    bare = paragraph.rstrip(" .;,")
    return bare[-1:] in tuple(CLOSING) and (bare[-1] == "”" or bare.count('"') % 2 == 1)


def unquoted(provision: Provision) -> Provision:
    """A provision without the marks of the quotation that it is: the one before its first word and after its last.

    So are those that begin each further paragraph of it, as printers set them.
    """
    passages = list(provision.passages())
    if not passages or passages[0][:1] not in tuple(OPENING):
        return _last_bare(provision) if _ends_unopened(" ".join(passages)) else provision
    return _last_bare(_each_bare(provision))


def _ends_unopened(words: str) -> bool:
    """Whether the last mark ends a quotation that a provision before this one began."""
    bare = words.rstrip(" .;,")
    return (bare.endswith("”") and words.count("”") > words.count("“")) or (
        bare.endswith('"') and words.count('"') % 2 == 1
    )


def _each_bare(provision: Provision) -> Provision:
    body = tuple(_bare(part) if isinstance(part, str) else _each_bare(part) for part in provision.body)
    num, heading = _bare(provision.num), provision.heading if provision.num else _bare(provision.heading)
    return replace(provision, num=num, heading=heading, body=body)


def _bare(words: str) -> str:
    """Without an opening mark that these words do not close, or close at their end, whatever sign stands after it."""
    end = len(words.rstrip(" .;,")) - 1
    return words[1:] if words[:1] in tuple(OPENING) and _first_close(words) in (None, end, len(words) - 1) else words


def _last_bare(provision: Provision) -> Provision:
    if provision.body:
        *before, last = provision.body
        made = _stripped(last) if isinstance(last, str) else _last_bare(last)
        return replace(provision, body=tuple(part for part in (*before, made) if part))
    if provision.heading:
        return replace(provision, heading=_stripped(provision.heading))
    return replace(provision, num=_stripped(provision.num))


def _stripped(words: str) -> str:
    """Without the mark that ends the quotation, and what the instruction itself ends in after it."""
    bare = words.rstrip(" .;,")
    return bare[:-1].rstrip() if bare[-1:] in tuple(CLOSING) else words


def _first_close(words: str) -> int | None:
    """Where the mark stands that closes the one at the beginning."""
    if words[:1] == '"':
        at = words.find('"', 1)
        return at if at > 0 else None
    depth = 0
    for at, sign in enumerate(words):
        depth += (sign == "“") - (sign == "”")
        if depth == 0:
            return at
    return None
