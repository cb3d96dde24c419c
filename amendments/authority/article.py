"""Reading from the bylaws themselves who may amend them, as a proposal that a person compares and confirms.

What is not read is quoted in the proposal, so that nothing an article says is passed over in silence.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from textwrap import wrap

from amendments.authority.power import ELSE, FILE
from amendments.authority.votes import FIGURES, KINDS
from amendments.fact_errors import NoAmendingArticle, PowerExists
from amendments.record import open_record
from amendments.timeline import Timeline
from corpus.model import Place, Text, places
from corpus.sentences import sentences
from corpus.store import Book

_SPEAKS = re.compile(
    r"\bby-?laws?\b(?=[^.]{0,200}\b(?:amend|alter|repeal|chang)\w*)|\b(?:amend|alter|repeal|chang)\w*(?=[^.]{0,80}\bby-?laws?\b)",
    re.IGNORECASE,
)
_GRANTS = re.compile(
    r"\b(?:may|shall|can|must|(?:authorized|empowered|power)\s+to)\b(?:\s+\w+){0,4}?\s+(?:be\s+)?(?:\w+,?\s+){0,6}?"
    r"(?P<verb>amend(?:ed)?|alter(?:ed)?|repeal(?:ed)?|chang(?:ed?)|adopt(?:ed)?|approv(?:ed|al))\b",
    re.IGNORECASE,
)
_PROVISO = re.compile(r"[;,]\s*(?:provided,?\s|except\s|but\s|unless\s)", re.IGNORECASE)
_BODY = (
    r"board\s+of\s+directors|board\s+of\s+trustees|directors|trustees|board|shareholders|stockholders|(?:outstanding\s+)?shares"
    r"|(?:general\s+)?membership|members|delegates"
)
_VOTE = (
    r"majority|two-?\s?thirds|three-?\s?fourths|three-?\s?quarters|three-?\s?fifths|four-?\s?fifths|unanimous"
    r"|\d{2,3}(?:\.\d+)?\s?(?:%|percent)|2/3|3/4|3/5"
)
_TOKENS = re.compile(rf"\b(?:(?P<vote>{_VOTE})|(?P<body>{_BODY}))(?!\w)", re.IGNORECASE)
_MEETING = re.compile(
    r"\bmeetings?\s+of\s+(?:the\s+)?(?:[\w\s]+?)(?=,|\.|;|$|\b(?:if|or|by|called|at|held|duly|where)\b)",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:outstanding|in\s+office|entire|entitled\s+to\s+vote|whole|all\s+(?:the\s+)?(?:members|directors))\b",
    re.IGNORECASE,
)
_REQUIRE = re.compile(
    r"\b(?:such|these|any|all|an?)\s+(?:proposed\s+)?(?:amendments?|changes?)\b[^.]*\b(?:requires?|needs?|shall\s+require)\b",
    re.IGNORECASE,
)
_THIS = re.compile(r"\bamend\w*\s+(?:to|of)\s+this\s+(?:by-?law|section|article|provision)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A body that an article names, and the vote that it asks of it, empty where it says none.

    ``own`` where it is about the provision that says so and no other: "an amendment to this bylaw".
    """

    own: bool
    body: str
    vote: str
    of_all: bool
    place: Place


def write_amending_power(book: Book, key: str) -> str:
    """Write a proposed file into the folder of a work, and give its words.

    Raises PowerExists where there is one, NoAmendingArticle, or BookReadOnly.
    """
    with book.writing():
        record = open_record(book, key)
        if (record.folder / FILE).exists():
            raise PowerExists(record.folder / FILE)
        text = Timeline(record.base, record.instruments).latest().text
        proposed = propose_power(text, record.work.title)
        if not proposed:
            raise NoAmendingArticle(key, FILE)
        book.record(key, {FILE: proposed.encode()})
    return proposed


def propose_power(text: Text, title: str) -> str:
    """The file that a text asks for, unconfirmed; empty where no sentence of it says who may amend it."""
    quoted = list(_speaking(text))
    granted = [one for place, words in quoted for one in _granted(place, words)]
    if not quoted or not granted:
        return ""
    granted = list(_with_requirements(granted, quoted))
    lines = [f"# Who may amend the bylaws: {title}", "# Proposed from these sentences of the text in force:", "#"]
    for place, words in quoted:
        lines += wrap(
            f"{place.address}: {words}", 100, initial_indent="#   ", subsequent_indent="#     ", break_on_hyphens=False
        )
    lines += [
        "#",
        "# Compare each rule with them, and add what they say besides: exceptions, notices, other articles. A rule for",
        '# some provisions only has provisions = ["Article III, Section 2"]. When all is right, say who you are:',
        'confirmed = ""',
    ]
    lines += (line for one in dict.fromkeys(granted) for line in _rule(one))
    return "\n".join(lines) + "\n"


def _rule(read: _Read) -> Iterator[str]:
    yield from ("", "[[rule]]")
    yield f"provisions = [{json.dumps(str(read.place.address) if read.own else ELSE)}]"
    yield f"body = {json.dumps(read.body)}"
    if read.vote:
        yield f"vote = {json.dumps(read.vote)}"
    else:
        yield f"# no vote is said; one of {', '.join(KINDS)}:"
        yield '# vote = "majority"'
    if read.of_all:
        yield 'of = "all"   # of all who may vote, not of the votes cast'
    yield f"says = {json.dumps(str(read.place.address))}"


def _speaking(text: Text) -> Iterator[tuple[Place, str]]:
    """The sentences that speak of amending bylaws; under a heading that does, every one."""
    headed: list[str] = []
    for place in places(text.provisions):
        provision = place.provision
        if re.search(r"\bamend", provision.heading, re.IGNORECASE):
            headed.append(f"{place.eid}__")
        under = f"{place.eid}__".startswith(tuple(headed))
        for paragraph in provision.paragraphs if provision.status == "in-force" else ():
            for sentence in sentences(paragraph):
                words = paragraph[slice(*sentence.span)]
                if under or (_SPEAKS.search(words) and _GRANTS.search(words)):
                    yield place, words


def _granted(place: Place, sentence: str) -> Iterator[_Read]:
    """The bodies that a sentence gives the power to, each with the vote that stands before it or right after."""
    verb = _GRANTS.search(sentence)
    if verb is None or not _SPEAKS.search(sentence):
        return
    proviso = _PROVISO.search(sentence, verb.end())
    after = sentence[verb.end() : proviso.start() if proviso else len(sentence)]
    before = sentence[: verb.start()]
    plain = _MEETING.sub(lambda found: " " * len(found.group()), after)
    own = _THIS.search(sentence) is not None
    words = next((said for said in (plain, before, after) if _names_a_body(said)), "")
    tokens = list(_TOKENS.finditer(words))
    votes = _votes(tokens, after if words == before else words)
    for body in dict.fromkeys(_body(token["body"]) for token in tokens if token["body"]):
        vote, of_all = votes.get(body, ("", False))
        yield _Read(own=own, body=body, vote=vote, of_all=of_all, place=place)


def _names_a_body(words: str) -> bool:
    return any(token["body"] for token in _TOKENS.finditer(words))


def _votes(tokens: list[re.Match[str]], words: str) -> dict[str, tuple[str, bool]]:
    """The vote that goes with each body, and whether it is of all who may vote.

    It is the one before the body, or after it where the bodies come first; one alone, in other words, goes with all.
    """
    named = [token for token in tokens if token["body"]]
    if not any(token["vote"] for token in tokens):
        said = next((found for found in _TOKENS.finditer(words) if found["vote"]), None)
        told = (_vote(said["vote"]), _ALL.search(words) is not None) if said else ("", False)
        return {_body(token["body"]): told for token in named}
    found: dict[str, tuple[str, bool]] = {}
    follow = tokens[0]["body"] is not None
    for at, token in enumerate(tokens):
        if not token["vote"]:
            continue
        holder = next((one for one in (reversed(tokens[:at]) if follow else tokens[at:]) if one["body"]), None)
        if holder is not None:
            ends = max(token.end(), holder.end())
            later = (one.start() for one in tokens if one.start() >= ends and bool(one["body"]) == follow)
            whole = words[min(token.start(), holder.start()) : next(later, len(words))]
            found.setdefault(_body(holder["body"]), (_vote(token["vote"]), _ALL.search(whole) is not None))
    return found


def _with_requirements(granted: list[_Read], quoted: list[tuple[Place, str]]) -> Iterator[_Read]:
    """A vote that a sentence beside it asks for: "Such amendments require a two-thirds vote"."""
    for one in granted:
        votes = [
            (_vote(found["vote"]), _ALL.search(words) is not None)
            for place, words in quoted
            if place is one.place and _REQUIRE.search(words)
            for found in _TOKENS.finditer(words)
            if found["vote"]
        ]
        vote, of_all = votes[0] if len(votes) == 1 and not one.vote else (one.vote, one.of_all)
        yield replace(one, vote=vote, of_all=of_all)


def _vote(said: str) -> str:
    plain = re.sub(r"\s*percent", "%", re.sub(r"-?\s(?=thirds|four|quar|fif)", "-", said.casefold())).replace(" ", "")
    plain = FIGURES.get(plain, plain)
    return re.sub(r"^(two|three|four)(thirds|fourths|quarters|fifths)$", r"\1-\2", plain)


def _body(said: str) -> str:
    plain = " ".join(said.casefold().split())
    if "share" in plain or "stock" in plain:
        return "shareholders"
    if "member" in plain:
        return "members"
    return {"board": "board of directors", "directors": "board of directors", "trustees": "board of trustees"}.get(
        plain, plain
    )
