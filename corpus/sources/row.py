"""The provisions that are open at a place of a document, and which of them a bare number goes on with or begins in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from corpus.address import Level, article_value
from corpus.sources.counting import is_next

_DEEPER: tuple[Level, ...] = ("section", "subsection", "paragraph", "subparagraph")
"""The levels of 1.1, 1.1.1 and so on."""
_DEEPEST = 4
"""Lists one inside the other."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A bare number as it stands on the page.

    ``count`` is the number without its marks, ``style`` how it is counted and what stands after it (empty for numbers
    with points, and with a word before them), ``alone`` whether it bears a heading and nothing else.
    """

    count: str
    style: str = ""
    indent: int = 0
    heading: int = 0
    alone: bool = False

    def likeness(self, other: Mark) -> tuple[bool, bool, bool]:
        """What two marks have in common, the weightiest first: rank of heading, heading alone, indent."""
        return self.heading == other.heading, self.alone == other.alone, self.indent == other.indent

    def goes_before(self, other: Mark) -> bool:
        return bool(self.style) and self.style == other.style and is_next(self.count, other.count)


@dataclass(frozen=True, slots=True)
class Second:
    """Whether a mark is the first of a list whose second number ``follows``, and whether one alike does so ``inside``.

    What a format marks as a heading needs no second. ``follows`` is before the next article, ``inside`` before the next
    provision of any kind that is no item.
    """

    follows: bool
    inside: bool


@dataclass(slots=True)
class Open:
    """A provision that is open; an item of a list has no level of its own.

    ``top`` where no other holds it, ``holds`` where it holds another; ``doubtful`` where its number could as well go on
    with another list.
    """

    mark: Mark
    level: Level | None
    top: bool = False
    holds: bool = False
    doubtful: bool = False


@dataclass(slots=True)
class Row:
    """What is open at a place, the outermost first. Mutable: it follows a document from its first block to its last."""

    open: list[Open] = field(default_factory=list)

    def article(self, number: str) -> None:
        """An article with a word before its number."""
        self.open = [Open(Mark(number), "article", top=True)]

    def section(self, number: str) -> None:
        """A section with a word before its number."""
        self.open = [one for one in self.open if one.level == "article" or (one.top and one.mark.style)]
        self._begin(Open(Mark(number), "section", top=not self.open))

    def pointed(self, mark: Mark, *, headed: bool) -> Open | None:
        """``2.2.1``: under what its first figures name, after its siblings; with a heading, wherever these stand."""
        parts = mark.count.split(".")
        above = ".".join(parts[:-1])
        depth = len(parts) - 2
        article, section = self._number_at("article"), self._number_at("section")
        if section is not None and "." not in section:
            if section != parts[0]:
                return None
            depth += 1  # Section 2 holds 2.1
        if depth >= len(_DEEPER):
            return None
        level = _DEEPER[depth]
        siblings = [one.mark.count for one in self.open if one.level == level and "." in one.mark.count]
        if siblings:
            fits = headed or any(_follows(sibling, mark.count) for sibling in siblings)
        elif depth == 0 and article is not None:
            fits = _names(article, above)
        else:
            fits = int(parts[-1]) <= 1 and (depth == 0 or any(one.mark.count == above for one in self.open))
        if not fits:
            return None
        self.open = [one for one in self.open if one.level is not None and _rank(one.level) < _rank(level)]
        return self._begin(Open(mark, level))

    def marked(self, mark: Mark, top: Level, second: Second) -> Open | None:
        """``B.``: the next of the list that is most like it, the innermost of several; or the first of a new one.

        A list is new where a second number follows; one inside a section, only where it follows in that.
        """
        going_on = [one for one in self.open if one.mark.goes_before(mark)]
        if going_on:
            likest = max(one.mark.likeness(mark) for one in going_on)
            alike = [one for one in going_on if one.mark.likeness(mark) == likest]
            at = self.open.index(alike[-1])
            before = self.open[at]
            del self.open[at:]
            return self._begin(replace(before, mark=mark, holds=False, doubtful=len(alike) > 1))
        holder = self.open[-1].level if self.open else "top"
        level: Level | None = top if holder == "top" else "section" if holder == "article" else None
        if not (second.inside if level is None else second.follows):
            return None
        if sum(one.level is None for one in self.open) == _DEEPEST:
            self.open.pop()  # no list stands deeper: this one takes the place of the innermost
        return self._begin(Open(mark, level, top=not self.open))

    def _begin(self, opened: Open) -> Open:
        for one in self.open:
            one.holds = True
        self.open.append(opened)
        return opened

    def _number_at(self, level: Level) -> str | None:
        return next((one.mark.count for one in self.open if one.level == level), None)


def _names(article: str, figures: str) -> bool:
    """Whether an article's number is what these figures say: III and 3."""
    return figures in (article, str(article_value(article) or ""))


def _follows(before: str, after: str) -> bool:
    """Whether a number with points comes after another of the same length under the same one."""
    ours, theirs = before.split("."), after.split(".")
    return ours[:-1] == theirs[:-1] and int(ours[-1]) < int(theirs[-1])


def _rank(level: Level) -> int:
    return ("article", *_DEEPER).index(level)
