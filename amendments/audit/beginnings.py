"""Articles whose sections do not begin with the first, where those of the other articles do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from amendments.audit.references.resolve import opened
from amendments.audit.subject import Subject
from corpus.address import Step, match_key
from corpus.dates import spoken
from corpus.finding import Finding
from corpus.model import Place, Provision, places

_FEWEST = 2
"""Other articles that must begin with their first section."""


def check_beginnings(subject: Subject) -> Iterator[Finding]:
    """Sections that run on through the articles, so that only the first of all is a 1, begin as they should."""
    articles = [place for place in places(subject.latest.text.provisions) if place.provision.level == "article"]
    firsts = [first for place in articles if (first := _first(place.provision)) is not None]
    late = [first for first in firsts if _value(first) > 1]
    if not late or len(late) * 2 >= len(firsts) or len(firsts) - len(late) < _FEWEST:
        return
    begun = {key for place in articles for key in opened(place.provision)}
    for place in articles:
        first = _first(place.provision)
        if first in late and match_key("section", _one(first)) not in begun:
            yield _found(subject, place, first)


def _sections(article: Provision) -> Sequence[Provision]:
    return [one for one in article.children if one.level == "section" and one.step.number]


def _first(article: Provision | None) -> Provision | None:
    """The first section of an article that is numbered in figures."""
    found = _sections(article) if article else ()
    return found[0] if found and found[0].step.number.rpartition(".")[2].isdigit() else None


def _value(section: Provision) -> int:
    return int(section.step.number.rpartition(".")[2])


def _one(section: Provision) -> str:
    """The number of the first section, written as this one's is: 3.01 before 3.02."""
    ahead, pointed, last = section.step.number.rpartition(".")
    return f"{ahead}{pointed}{1:0{len(last) if last.startswith('0') else 1}d}"


def _found(subject: Subject, article: Place, first: Provision) -> Finding:
    stage = _since(subject, article.provision.wid)
    by = f" since the amendments of {spoken(subject.instruments[stage - 1].effective)}" if stage else ""
    lacked, place = article.address.under(Step("section", _one(first))), article.address.under(first.step)
    return Finding(
        code="numbering-gap",
        severity="warning" if stage else "note",
        message=f"There is no {lacked}{by}, and no placeholder for it.",
        evidence=f"{article.address} begins with '{first.num} {first.heading}'; the other articles begin with 1.",
        next_step="Look for an amendment that is missing from the record, or for one that should have closed the gap."
        if stage
        else "Compare it with the document: a provision may be missing from the copy, or the number was passed over.",
        work=subject.base.work.key,
        instrument=subject.instruments[stage - 1].id if stage else "",
        id=place.eid,
        address=str(place),
    )


def _since(subject: Subject, wid: str) -> int:
    """The stage from which on the article begins as it does."""
    stage = subject.versions.last
    for version in reversed(subject.versions.of(wid)):
        first = _first(version.provision)
        if first is None or _value(first) == 1:
            break
        stage = version.stage
    return stage
